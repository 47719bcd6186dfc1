"""Damaged and hostile files end in a sentence or a whole diary, soon and in little memory."""

import resource
import sys
import time
from pathlib import Path
from random import Random

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.domain.journal import Journal
from symptrack.exchange.journal_file import read_journal, write_journal
from symptrack.exchange.trackers.answers import Answers, mood_words, named_things
from symptrack.exchange.trackers.check_ins import check_ins_of
from symptrack.exchange.trackers.diary import Meaning, Use
from symptrack.exchange.trackers.recognising import read_diary
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE, at
from tests.exchange.trackers.damage import DAMAGED
from tests.strategies import unordered

CHANGES = 2_000
SOAK_CHANGES = 100_000
MAX_SECONDS = 1.0
MAX_GROWTH_BYTES = 200_000_000
WRITTEN_AT = at("2026-11-22 10:00")


def journal_of(data: bytes) -> Journal | None:
    """Read a file, everything it names taken as the patient's own; ``None`` where it is refused.

    Any other error than a refusal, any long wait and any record that our own journal file would
    refuse fail the test.
    """
    started = time.perf_counter()
    try:
        diary = read_diary(data)
        answers = Answers(
            moods={one.word: 5 for one in mood_words(diary)},
            meanings={
                one.name: Meaning(Use.RATING if one.rated else Use.SIDE_EFFECT)
                for one in named_things(diary)
            },
            time_zone=ZONE,
        )
        read = check_ins_of(diary, answers, Journal(), ZONE)
    except RefusedFile as refusal:
        str(refusal).encode()  # a sentence that can be printed
        return None
    finally:
        assert time.perf_counter() - started < MAX_SECONDS
    assert read.unclear == 0
    assert all(one.line > 0 and one.reason for one in read.left_out)
    file = write_journal(read.journal, exported_at=WRITTEN_AT, app_version="0")
    assert unordered(read_journal(file)) == unordered(read.journal)
    return read.journal


def most_memory() -> int:
    """Return the most memory that the process had so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def survive(name: str, changes: int, folder: Path, seed: int) -> None:
    """Read damaged files, and take some of them into a journal, whole or not at all."""
    random = Random(seed)
    before = most_memory()
    taken = 0
    with Store.open(JournalPaths(folder / "j.db"), now=lambda: WRITTEN_AT, create=True) as store:
        for number in range(changes):
            journal = journal_of(DAMAGED[name](random))
            if journal is not None and number % (changes // 20) == 0:
                there = len(store.load().check_ins)
                result = Imports(store).take_in(journal, ImportedFile("diary", b""))
                came = sum(result.added.values())
                assert came + len(result.kept) + sum(result.skipped.values()) == len(
                    journal.check_ins
                )
                assert len(store.load().check_ins) == there + came
            taken += journal is not None
    assert 0 < taken < changes
    assert most_memory() - before < MAX_GROWTH_BYTES


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_diary_is_read_or_refused(name: str, tmp_path: Path) -> None:
    survive(name, CHANGES, tmp_path, seed=10)


@pytest.mark.soak
@pytest.mark.parametrize("name", DAMAGED)
def test_a_hundred_thousand_damaged_diaries_are_read_or_refused(name: str, tmp_path: Path) -> None:
    survive(name, SOAK_CHANGES, tmp_path, seed=11)
