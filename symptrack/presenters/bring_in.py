"""Decides what bringing in an old diary shows, asks and does, and how it is undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from symptrack.domain.journal import Journal, Kind
from symptrack.exchange.incoming_file import read_whole
from symptrack.exchange.incoming_records import MAX_BYTES, read_incoming
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.diary import Diary
from symptrack.presenters.asking import Question
from symptrack.presenters.bring_in_questions import Questions, questions_about
from symptrack.presenters.clock import Clock
from symptrack.presenters.kind_words import counted
from symptrack.presenters.rehearsal import Rehearsal, rehearse
from symptrack.presenters.rehearsal_words import (
    kind_line,
    left_out_lines,
    outcome_lines,
    plain_word,
)
from symptrack.presenters.words import when_words
from symptrack.storage.imports import ImportedFile, Imports, Undone
from symptrack.storage.merging import MergeResult
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that can come in, and what is asked about it."""

    file: ImportedFile
    incoming: Journal | Diary
    questions: Questions


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalView:
    """What an import would come to, in lines; ``missing`` says what has to be told first."""

    title: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...]
    missing: str
    brings: bool


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in, in a sentence, and the import that can be undone; none where nothing came."""

    said: str
    import_id: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """An import that can be undone."""

    id: str
    name: str
    words: str


class BringInPresenter:
    """What the page shows and does; all but the questions may run beside the window."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._imports = Imports(store)

    def open(self, path: Path) -> OpenedFile:
        """Read a file and see what it is; nothing changes.

        Raises
        ------
        RefusedFile
            Where it is nothing that can come in; its text is one sentence.
        """
        data = read_whole(path, MAX_BYTES)
        incoming = read_incoming(data)
        return OpenedFile(
            ImportedFile(path.name, data),
            incoming,
            questions_about(incoming, self._clock.time_zone()),
        )

    def rehearse(self, opened: OpenedFile, answers: Answers) -> RehearsalView:
        """Return what bringing a file in would come to."""
        found = self._rehearsed(opened, answers, self._store.rehearse)
        lines = outcome_lines(found, rehearsed=True)
        return RehearsalView(
            title=kind_line(found),
            lines=tuple(lines),
            left_out=tuple(left_out_lines(found)),
            missing=_missing(found),
            brings=bool(found.result.new or found.result.choices_filled or found.untold),
        )

    def bring_in(self, opened: OpenedFile, answers: Answers) -> BroughtIn:
        """Bring a file in as one step; a backup is made first.

        Raises
        ------
        SymptrackError
            Where it cannot be; then nothing came in.
        """
        before = {one.id for one in self._imports.all()}
        found = self._rehearsed(
            opened, answers, lambda journal: self._imports.take_in(journal, opened.file)
        )
        new = [one.id for one in self._imports.all() if one.id not in before]
        return BroughtIn(" ".join(outcome_lines(found, rehearsed=False)), new[0] if new else "")

    def kept(self) -> tuple[KeptRow, ...]:
        """Return the imports that can be undone, the latest first."""
        now = self._clock.now()
        return tuple(
            KeptRow(
                one.id,
                plain_word(one.file_name),
                _("Brought in {when}: {what}.").format(
                    when=when_words(one.imported_at, now), what=_counted(one.counts)
                ),
            )
            for one in self._imports.all()
        )

    def undo_question(self, row: KeptRow) -> Question:
        """Return what is asked before an import is undone.

        Raises
        ------
        RefusedRequest
            Where it was undone or confirmed meanwhile.
        """
        return Question(
            title=_("Undo the import of {name}?").format(name=row.name),
            lines=(*_undone_lines(self._imports.undo_preview(row.id)), _kept_file()),
            answers=(_("Undo this import"),),
        )

    def undo(self, import_id: str) -> str:
        """Undo an import and say what went; a backup is made first.

        Raises
        ------
        SymptrackError
            Where it cannot be; then all is as it was.
        """
        undone = self._imports.undo(import_id)
        said = _("The import is undone. Taken out: {what}.").format(what=_counted(undone.removed))
        return " ".join((said, *_stays(undone)))

    def keep_question(self, row: KeptRow) -> Question:
        """Return what is asked before an import can no longer be undone."""
        lines = (
            _("Its entries stay. The file itself leaves the journal."),
            _("After that, this import can no longer be undone in one step."),
        )
        return Question(
            title=_("Keep the import of {name} for good?").format(name=row.name),
            lines=lines,
            answers=(_("Keep it for good"),),
        )

    def keep(self, import_id: str) -> str:
        """Keep an import for good and say so."""
        self._imports.confirm(import_id)
        return _("The import is kept for good. Its file has left the journal.")

    def _rehearsed(
        self, opened: OpenedFile, answers: Answers, merge: Callable[[Journal], MergeResult]
    ) -> Rehearsal:
        # Of the journal only the names of symptoms and side effects are needed.
        known = self._store.load(since=self._clock.now())
        return rehearse(opened.incoming, answers, known, self._clock.time_zone(), merge)


def _missing(found: Rehearsal) -> str:
    words = [_("“{word}”").format(word=plain_word(one.word)) for one in found.untold]
    return _("Say first what is meant by {words}.").format(words=", ".join(words)) if words else ""


def _counted(counts: Mapping[Kind, int]) -> str:
    return counted(counts) or _("no entries")


def _undone_lines(undone: Undone) -> Sequence[str]:
    goes = _("These leave the journal: {what}.").format(what=_counted(undone.removed))
    return goes, *_stays(undone)


def _stays(undone: Undone) -> Sequence[str]:
    what = counted(undone.stays)
    return (
        (_("Changed since, or in use, and so they stay: {what}.").format(what=what),)
        if what
        else ()
    )


def _kept_file() -> str:
    return _("A backup is made first. The same file can be brought in again.")
