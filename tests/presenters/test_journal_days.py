"""Journal: what the calendar's days bear, and going to one of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.journal import Kind
from symptrack.domain.words import SessionStatus
from symptrack.presenters.journal_days import NOTHING, DayMarks, day_said
from symptrack.presenters.journal_filter import JournalFilter
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_journal,
    make_response,
    make_session,
    make_visit,
)
from tests.presenters.listed_journal import FIRST, SECOND, SERIES, ListedJournal, treated

TODAY = date(2026, 9, 12)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def test_a_day_bears_all_that_stands_in_the_journal(opened: ListedJournal) -> None:
    journal = make_journal(
        series=[SERIES],
        sessions=[
            FIRST,
            make_session("2026-09-15 10:30", status=SessionStatus.PLANNED),
            make_session("2026-09-16 10:30", status=SessionStatus.MISSED),
        ],
        check_ins=[make_check_in("2026-09-08 12:30"), make_check_in("2026-09-08 23:59")],
        responses=[make_response("2026-09-08 09:00")],
        clinic_scores=[make_clinic_score(occurred_at=at("2026-09-08 15:00"))],
        visits=[make_visit(visited_on=date(2026, 9, 9))],
    )
    days = opened(journal).view().days
    assert {day: marks for day, marks in days.items() if marks != NOTHING} == {
        date(2026, 9, 8): DayMarks(sessions=1, number=1, check_ins=2, questionnaires=2),
        date(2026, 9, 9): DayMarks(visits=1),
        date(2026, 9, 15): DayMarks(planned=1),
    }


@pytest.mark.parametrize(
    ("day", "marks", "said"),
    [
        (date(2026, 9, 5), NOTHING, "Saturday 5 September"),
        (TODAY, NOTHING, "Saturday 12 September, today"),
        (
            date(2026, 9, 8),
            DayMarks(sessions=1, number=3, check_ins=2, questionnaires=1, visits=1),
            "Tuesday 8 September: Session 3, 2 check-ins, 1 questionnaire, 1 visit",
        ),
        (date(2026, 9, 8), DayMarks(sessions=1), "Tuesday 8 September: 1 session"),
        (date(2026, 9, 8), DayMarks(sessions=2, number=3), "Tuesday 8 September: 2 sessions"),
        (
            date(2025, 9, 9),
            DayMarks(planned=1, check_ins=1),
            "Tuesday 9 September 2025: Planned session, 1 check-in",
        ),
    ],
)
def test_a_day_is_said_in_words(day: date, marks: DayMarks, said: str) -> None:
    assert day_said(day, marks, TODAY) == said


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 9, 8), "sessions"),
        (date(2026, 9, 10), "check_ins"),
        (date(2026, 9, 9), "sessions"),
        (date(2030, 1, 1), "sessions"),
        (date(1999, 1, 1), "sessions"),
    ],
)
def test_the_line_of_a_day_is_that_of_its_session_or_of_the_day_nearest(
    opened: ListedJournal, day: date, key: str
) -> None:
    later = make_check_in("2026-09-10 20:00")
    earlier = make_check_in("2026-09-08 20:00")
    listing = opened(treated(earlier, later)).view().listing
    found = listing.nearest(day)
    assert found is not None
    assert listing.lines[found].key.startswith(key)


def test_where_nothing_is_listed_no_line_is_near(opened: ListedJournal) -> None:
    presenter = opened(treated())
    assert presenter.view(JournalFilter(asked="zebra")).listing.nearest(TODAY) is None
    assert presenter.no_entry(date(2026, 9, 5)) == "No entry on Saturday 5 September. That is fine."


def test_the_line_of_a_record_is_found(opened: ListedJournal) -> None:
    check_in = make_check_in("2026-09-11 20:00")
    listing = opened(treated(check_in)).view().listing
    at_line = listing.find((Kind.CHECK_INS, check_in.id))
    assert at_line is not None
    assert listing.lines[at_line].on == date(2026, 9, 11)
    assert listing.find((Kind.CHECK_INS, SECOND.id)) is None
