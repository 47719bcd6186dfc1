"""What the command ``import`` does: a file is rehearsed, or taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from symptrack.cli_options import Request
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.domain.words import Source
from symptrack.exchange.incoming_file import read_whole
from symptrack.exchange.incoming_records import MAX_BYTES, read_incoming
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.diary import Diary
from symptrack.presenters.rehearsal import Rehearsal, rehearse
from symptrack.presenters.rehearsal_words import (
    kind_line,
    left_out_lines,
    outcome_lines,
    untold_lines,
    untold_sentence,
)
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.merging import MergeResult, merged_into_nothing
from symptrack.storage.placing import occupied, place_journal
from symptrack.storage.store import Store


def import_file(
    request: Request,
    file: Path,
    moods: Sequence[tuple[str, int]],
    time_zone: str | None,
    *,
    dry_run: bool,
) -> list[str]:
    """Take in a file, or rehearse it; return the lines that say what that comes to."""
    data = read_whole(file, MAX_BYTES)
    # A word as it was said goes before the same word in other letters.
    said = {word.casefold(): value for word, value in moods} | dict(moods)
    asked = _Asked(
        request,
        read_incoming(data),
        Answers(moods=said, time_zone=time_zone),
        ImportedFile(file.name, data),
    )
    rehearsal = asked.rehearsed() if dry_run else asked.taken_in()
    lines = outcome_lines(rehearsal, rehearsed=dry_run)
    if rehearsal.source is not Source.SYMPTRACK:
        lines.insert(0, kind_line(rehearsal))
    lines += untold_lines(rehearsal, request.places.time_zone())
    return lines + left_out_lines(rehearsal)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What came in and what was said of it, and the journal that it is for."""

    request: Request
    incoming: Journal | Diary
    answers: Answers
    file: ImportedFile

    def rehearsed(self) -> Rehearsal:
        """Say what an import would come to; nothing changes, no journal is made."""
        if not self.request.demo and not JournalPaths(self.request.path).database.exists():
            return self._into_nothing()
        with self.request.opened(create=True) as store:
            return self._into(store)

    def taken_in(self) -> Rehearsal:
        """Take the file in, and say what that came to.

        Raises
        ------
        RefusedRequest
            Where something still has to be told.
        """
        new = self._into_nothing()
        if not new.ready:
            raise RefusedRequest(untold_sentence(new))
        paths, now = JournalPaths(self.request.path), self.request.places.now
        if not self.request.demo and not occupied(paths):
            place_journal(paths, new.journal, now=now, replace=False, file=self.file)
            return new
        with self.request.opened(create=True) as store:
            rehearsal = self._into(store)
            return replace(rehearsal, result=Imports(store).take_in(rehearsal.journal, self.file))

    def _into_nothing(self) -> Rehearsal:
        return self._rehearsed(Journal(), merged_into_nothing)

    def _into(self, store: Store) -> Rehearsal:
        return self._rehearsed(store.load(), store.rehearse)

    def _rehearsed(self, known: Journal, merge: Callable[[Journal], MergeResult]) -> Rehearsal:
        zone = self.request.places.time_zone()
        return rehearse(self.incoming, self.answers, known, zone, merge)
