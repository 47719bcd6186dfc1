"""What the trash says of what lies there, asks before something goes, and brings back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import DeletedRecord, Place, Record, place_of
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import SessionStatus
from symptrack.presenters.trash import TrashPresenter, TrashRow
from symptrack.storage.backup_files import backups_in
from symptrack.storage.store import Store
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_id,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
SERIES = make_series(name="Autumn", planned_sessions=6, started_on=date(2026, 9, 1))
SESSION = make_session("2026-09-11 10:30", series_id=SERIES.id)
CHECK_IN = make_check_in("2026-09-11 17:30", session_id=SESSION.id, side_effects=(make_effect(),))


class Trash:
    """A journal whose records lie in the trash, and the page's presenter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.clock = SetClock(NOW)

    def __call__(self, *records: Record, deleted: str = NOW) -> TrashPresenter:
        lying = [
            DeletedRecord(kind=place_of(one)[0], deleted_at=at(deleted), record=one)
            for one in records
        ]
        self.store: Store = open_store(self._folder, self.clock, make_journal(deleted=lying))
        return TrashPresenter(self.store, self.clock.clock, load_side_effects())

    def row(self, record: Record, deleted: str = NOW) -> TrashRow:
        """Return the row of a record that lies there alone."""
        return self(record, deleted=deleted).view().row(0)


@pytest.fixture
def trash(tmp_path: Path) -> Iterator[Trash]:
    made = Trash(tmp_path)
    yield made
    made.store.close()


def places(*records: Record) -> list[Place]:
    return [place_of(one) for one in records]


@pytest.mark.parametrize(
    ("record", "title", "words"),
    [
        (CHECK_IN, "Check-in, 11 Sep 2026, 17:30", "Mood 5 of 10. Nausea mild (1)"),
        (
            make_check_in(time_known=False, ratings={}, note="a\n\nnote"),
            "Check-in, 1 Sep 2026",
            "“a note”",
        ),
        (SESSION, "Session, 11 Sep 2026, 10:30", "IV, 40 min"),
        (
            replace(SESSION, status=SessionStatus.PLANNED, time_known=False, duration_min=None),
            "Planned session, 11 Sep 2026",
            "IV",
        ),
        (
            replace(SESSION, status=SessionStatus.MISSED),
            "Missed session, 11 Sep 2026, 10:30",
            "IV, 40 min, 10:30",
        ),
        (SERIES, "Series, 1 Sep 2026", "Autumn. 6 sessions planned"),
        (
            make_series(name="", planned_sessions=None, started_on=None),
            "Series",
            "Nothing else was said",
        ),
        (
            make_response(),
            "Questionnaire, 30 Aug 2026, 09:00",
            "PHQ-9: 18 of 27. Moderately severe (Kroenke 2001)",
        ),
        (
            make_clinic_score(),
            "Score from your clinic, 31 Aug 2026, 15:00",
            "MADRS: 28 of 60",
        ),
        (
            make_medication(started_on=date(2026, 5, 1), note="<b>x</b> & y"),
            "Medicine, 1 May 2026",
            "Sertraline. 100 mg daily. <b>x</b> & y",
        ),
        (
            make_visit(with_whom="Dr. M.", questions="x" * 300),
            "Visit, 2 Oct 2026",
            "Dr. M.. " + "x" * 159 + "…",
        ),
    ],
)
def test_a_row_says_what_was_deleted(trash: Trash, record: Record, title: str, words: str) -> None:
    row = trash.row(record)
    assert (row.title, row.words) == (title, words)
    assert row.spoken == f"{title}. {words}. Deleted today, 09:30. 90 days left."


@pytest.mark.parametrize(
    ("deleted", "said"),
    [
        ("2026-09-12 09:30", "Deleted today, 09:30. 90 days left."),
        ("2026-09-11 09:31", "Deleted yesterday, 09:31. 90 days left."),
        ("2026-09-11 09:29", "Deleted yesterday, 09:29. 89 days left."),
        ("2026-06-14 09:31", "Deleted 14 Jun, 09:31. 1 day left."),
        ("2026-06-14 09:30", "Deleted 14 Jun, 09:30. It leaves today."),
        ("2026-12-24 09:30", "Deleted 24 Dec, 09:30. 90 days left."),
    ],
)
def test_a_row_says_how_long_it_stays(trash: Trash, deleted: str, said: str) -> None:
    assert trash.row(CHECK_IN, deleted).deleted == said


def test_what_was_deleted_last_stands_first(trash: Trash) -> None:
    visit, response = make_visit(), make_response()
    presenter = trash(visit)
    trash.store.add(response)
    trash.clock.set("2026-09-12 10:00")
    trash.store.delete(*place_of(response))
    assert list(presenter.view().places) == places(response, visit)


def test_what_comes_back_is_counted_and_goes_back_as_it_was(trash: Trash) -> None:
    visit, response = make_visit(), make_response()
    presenter = trash(visit, response, deleted="2026-09-01 08:00")
    before = trash.store.past.deleted()
    brought = presenter.bring_back(places(visit, response))
    assert brought.said == "Back in the journal: 1 questionnaire, 1 visit."
    assert trash.store.load().visits == (visit,)
    presenter.put_back(brought)
    assert trash.store.past.deleted() == before
    with pytest.raises(RefusedRequest):
        presenter.put_back(brought)


def test_nothing_is_asked_where_all_that_is_named_is_there_or_comes_along(trash: Trash) -> None:
    presenter = trash(CHECK_IN, SESSION, SERIES)
    assert presenter.naming_question(places(SERIES)) is None
    assert presenter.naming_question(places(CHECK_IN, SESSION, SERIES)) is None
    assert presenter.naming_question([(place_of(CHECK_IN)[0], make_id())]) is None


def test_what_is_named_and_lies_there_too_is_offered_with_it(trash: Trash) -> None:
    presenter = trash(CHECK_IN, SESSION, SERIES)
    asked = presenter.naming_question(places(CHECK_IN))
    assert asked is not None
    assert asked.title == "Bring back what it belongs to as well?"
    assert "Session, 11 Sep 2026, 10:30, Series, 1 Sep 2026" in asked.lines[0]
    assert asked.answers == ("Bring back all of it", "Only what I chose")
    brought = presenter.bring_back(places(CHECK_IN), with_named=True)
    assert brought.said == "Back in the journal: 1 series, 1 session, 1 check-in."
    assert trash.store.past.deleted() == ()
    assert trash.store.load().check_ins == (CHECK_IN,)
    presenter.put_back(brought)
    assert len(trash.store.past.deleted()) == 3


def test_only_what_was_chosen_may_come_back(trash: Trash) -> None:
    presenter = trash(CHECK_IN, SESSION, SERIES)
    presenter.bring_back(places(CHECK_IN))
    assert trash.store.load().sessions == ()
    assert trash.store.get(*place_of(CHECK_IN)) == CHECK_IN


def test_before_one_is_removed_it_is_said_what_that_means(trash: Trash) -> None:
    presenter = trash(CHECK_IN, SESSION)
    asked = presenter.removing_question(places(CHECK_IN))
    assert asked.title == "Remove this entry for good?"
    assert asked.answers == ("Remove for good",)
    gone, kept = asked.lines
    assert gone == "Gone for good then, with all earlier versions: 1 check-in."
    assert kept.startswith("Backups on this computer keep it until newer ones have taken their")
    assert kept.endswith("Copies you saved elsewhere keep it until you delete them.")
    assert presenter.remove(places(CHECK_IN)) == "Gone for good: 1 check-in."
    assert list(presenter.view().places) == places(SESSION)
    assert backups_in(trash.store.paths.backups) == []


def test_before_the_trash_is_emptied_it_says_how_much_that_is(trash: Trash) -> None:
    presenter = trash(CHECK_IN, SESSION)
    every = presenter.view().places
    asked = presenter.removing_question(every, everything=True)
    assert asked.title == "Empty the trash?"
    assert asked.answers == ("Empty the trash",)
    assert asked.lines[0].endswith("1 session, 1 check-in.")
    assert "A backup is made first, so the backups hold it too." in asked.lines
    assert any("stays in the journal" in line for line in asked.lines)
    assert presenter.removing_question(every).title == "Remove 2 entries for good?"
    presenter.remove(every)
    assert presenter.view().places == ()
    assert len(backups_in(trash.store.paths.backups)) == 1


def test_the_days_are_those_of_the_clock_that_is_given(trash: Trash) -> None:
    presenter = trash(CHECK_IN)
    trash.clock.set("2026-12-11 09:30")
    assert presenter.view().row(0).deleted == "Deleted 12 Sep, 09:30. It leaves today."
    assert timedelta(days=90) == at("2026-12-11 09:30") - at(NOW) - timedelta(hours=1)
