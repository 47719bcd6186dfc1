"""A rehearsed import says what it would do and does nothing."""

from pathlib import Path

import pytest

from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.merging import merged_into_nothing
from symptrack.storage.store import Store
from tests.builders import at, make_check_in, make_journal, make_series
from tests.strategies import unordered


def test_a_rehearsal_comes_to_the_same_and_changes_nothing(tmp_path: Path) -> None:
    there = make_check_in()
    incoming = make_journal(check_ins=[there, make_check_in()], series=[make_series()])
    paths = JournalPaths(tmp_path / "journal.db")
    with Store.open(paths, now=lambda: at("2026-09-02 12:00"), create=True) as store:
        store.add(there)
        before, changes = unordered(store.load()), store.changes
        rehearsed = store.rehearse(incoming)
        assert unordered(store.load()) == before
        assert store.changes == changes
        assert store.merge(incoming) == rehearsed
        assert rehearsed.added == {"check_ins": 1, "series": 1}


@pytest.mark.parametrize(
    "incoming",
    [
        Journal(),
        make_journal(series=[make_series()], check_ins=[make_check_in(), make_check_in()]),
        make_journal(patient=Patient(label="J. M.")),
        make_journal(side_effects=[OwnSideEffect(key="itch")]),
        make_journal(
            deleted=[
                DeletedRecord(
                    kind=Kind.SERIES, deleted_at=at("2026-09-02 12:00"), record=make_series()
                )
            ]
        ),
    ],
    ids=["empty", "records", "patient", "own side effect", "trash"],
)
def test_into_no_journal_everything_is_added(tmp_path: Path, incoming: Journal) -> None:
    paths = JournalPaths(tmp_path / "journal.db")
    with Store.open(paths, now=lambda: at("2026-09-02 12:00"), create=True) as store:
        assert store.merge(incoming) == merged_into_nothing(incoming)
