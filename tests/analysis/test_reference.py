"""Where a symptom stood before a series."""

from datetime import date

import pytest

from symptrack.analysis.reference import Reference, reference, session_reference
from symptrack.domain.check_in import CheckIn
from symptrack.domain.words import SeriesKind
from tests.builders import make_check_in, make_journal, make_series, make_session

INDUCTION = make_series()
ONE = make_session("2026-09-01 10:30", series_id=INDUCTION.id)
MAINTENANCE = make_series(kind=SeriesKind.MAINTENANCE, started_on=date(2026, 10, 9))
SEVEN = make_session("2026-10-09 10:30", series_id=MAINTENANCE.id)


def _mood(when: str, value: int, **changes: object) -> CheckIn:
    return make_check_in(when, ratings={"mood": value}, **changes)


def _reference(*check_ins: CheckIn) -> Reference | None:
    journal = make_journal(series=[INDUCTION], sessions=[ONE], check_ins=list(check_ins))
    return reference(journal, INDUCTION, "mood")


def test_the_reference_is_the_median_of_the_week_before_the_first_session() -> None:
    found = _reference(
        _mood("2026-08-25 18:00", 2), _mood("2026-08-28 18:00", 6), _mood("2026-09-01 09:30", 3)
    )
    assert found == Reference(3.0, 3, 2, 6, INDUCTION.id)
    assert not found.scant


def test_an_even_number_of_ratings_may_give_a_half() -> None:
    found = _reference(_mood("2026-08-30 18:00", 2), _mood("2026-08-31 18:00", 3))
    assert found == Reference(2.5, 2, 2, 3, INDUCTION.id)


def test_a_reference_from_under_three_entries_says_so() -> None:
    found = _reference(_mood("2026-08-30 18:00", 4))
    assert found == Reference(4.0, 1, 4, 4, INDUCTION.id)
    assert found.scant


@pytest.mark.parametrize(
    ("when", "counts"),
    [
        ("2026-08-24 23:59", False),
        ("2026-08-25 00:00", True),
        ("2026-09-01 10:30", True),
        ("2026-09-01 10:31", False),
    ],
)
def test_the_week_has_seven_days_before_the_session_and_ends_at_its_start(
    when: str, counts: bool
) -> None:
    assert (_reference(_mood(when, 4)) is not None) is counts


def test_mapped_ratings_do_not_count() -> None:
    assert _reference(_mood("2026-08-30 18:00", 4, mapped=True)) is None


def test_ratings_without_their_time_count_on_the_days_before() -> None:
    assert _reference(_mood("2026-08-31 12:00", 4, time_known=False)) is not None
    assert _reference(_mood("2026-09-01 12:00", 4, time_known=False)) is None


def test_the_days_are_those_of_the_sessions_zone() -> None:
    assert _reference(_mood("2026-08-25 05:00", 4, time_zone="Europe/Berlin")) is None


def test_a_series_without_sessions_has_no_reference() -> None:
    journal = make_journal(series=[INDUCTION], check_ins=[_mood("2026-08-30 18:00", 4)])
    assert reference(journal, INDUCTION, "mood") is None
    assert reference(journal, None, "mood") is None


def test_a_maintenance_series_takes_the_reference_of_the_latest_earlier_induction() -> None:
    old = make_series(started_on=date(2025, 1, 1))
    later = make_series(started_on=date(2026, 11, 1))
    journal = make_journal(
        series=[later, MAINTENANCE, old, INDUCTION],
        sessions=[make_session("2025-01-01 10:30", series_id=old.id), ONE, SEVEN],
        check_ins=[
            _mood("2024-12-30 18:00", 1),
            _mood("2026-08-30 18:00", 3),
            _mood("2026-10-08 18:00", 6),
        ],
    )
    expected = Reference(3.0, 1, 3, 3, INDUCTION.id)
    assert reference(journal, MAINTENANCE, "mood") == expected
    assert session_reference(journal, SEVEN, "mood") == expected


def test_a_maintenance_series_takes_its_own_without_an_earlier_induction() -> None:
    later = make_series(started_on=date(2026, 11, 1))
    journal = make_journal(
        series=[later, MAINTENANCE], sessions=[SEVEN], check_ins=[_mood("2026-10-08 18:00", 6)]
    )
    assert reference(journal, MAINTENANCE, "mood") == Reference(6.0, 1, 6, 6, MAINTENANCE.id)


def test_a_maintenance_series_takes_its_own_where_the_induction_was_not_rated() -> None:
    journal = make_journal(
        series=[INDUCTION, MAINTENANCE],
        sessions=[ONE, SEVEN],
        check_ins=[_mood("2026-10-08 18:00", 6)],
    )
    assert reference(journal, MAINTENANCE, "mood") == Reference(6.0, 1, 6, 6, MAINTENANCE.id)


def test_a_maintenance_series_that_has_not_begun_looks_back_to_the_induction() -> None:
    undated = make_series(kind=SeriesKind.MAINTENANCE, started_on=None)
    journal = make_journal(
        series=[INDUCTION, undated], sessions=[ONE], check_ins=[_mood("2026-08-30 18:00", 3)]
    )
    assert reference(journal, undated, "mood") == Reference(3.0, 1, 3, 3, INDUCTION.id)


def test_a_second_induction_takes_its_own_reference() -> None:
    second = make_series(started_on=date(2026, 12, 1))
    session = make_session("2026-12-01 10:30", series_id=second.id)
    journal = make_journal(
        series=[INDUCTION, second],
        sessions=[ONE, session],
        check_ins=[_mood("2026-08-30 18:00", 3), _mood("2026-11-30 18:00", 5)],
    )
    assert reference(journal, second, "mood") == Reference(5.0, 1, 5, 5, second.id)


def test_a_session_of_no_series_takes_the_week_before_itself() -> None:
    session = make_session("2026-12-01 10:30")
    journal = make_journal(sessions=[session], check_ins=[_mood("2026-11-30 18:00", 5)])
    assert session_reference(journal, session, "mood") == Reference(5.0, 1, 5, 5, None)
