"""Days without a check-in, in rows, and what was entered late."""

from datetime import date, timedelta

from symptrack.analysis.entered_days import (
    Days,
    LateEntry,
    days_without_check_in,
    late_entries,
)
from symptrack.analysis.period import Period
from tests.builders import at, make_check_in, make_journal

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 10))


def test_days_in_a_row_stand_together() -> None:
    kept = ("2026-09-02 18:00", "2026-09-03 08:00", "2026-09-03 18:00", "2026-09-07 18:00")
    journal = make_journal(check_ins=[make_check_in(when) for when in kept])

    found = days_without_check_in(journal, PERIOD)

    assert found == (
        Days(date(2026, 9, 1), date(2026, 9, 1)),
        Days(date(2026, 9, 4), date(2026, 9, 6)),
        Days(date(2026, 9, 8), date(2026, 9, 10)),
    )
    assert [one.count for one in found] == [1, 3, 3]


def test_a_period_without_any_check_in_is_one_row_and_a_full_one_none() -> None:
    every = [make_check_in(f"2026-09-{day:02} 18:00") for day in range(1, 11)]

    assert days_without_check_in(make_journal(), PERIOD) == (Days(*_ends()),)
    assert days_without_check_in(make_journal(check_ins=every), PERIOD) == ()


def test_late_entries_name_their_day_and_that_of_their_entry() -> None:
    at_once = make_check_in("2026-09-02 18:00")
    late = make_check_in("2026-09-03 18:00", entered_at=at("2026-09-05 09:00"))
    outside = make_check_in("2026-08-30 18:00", entered_at=at("2026-09-05 09:00"))
    unknown = make_check_in("2026-09-04 12:00", entered_at=None)
    journal = make_journal(check_ins=[late, at_once, outside, unknown])

    assert late_entries(journal, PERIOD) == (LateEntry(date(2026, 9, 3), date(2026, 9, 5)),)


def _ends() -> tuple[date, date]:
    return PERIOD.first_on, PERIOD.first_on + timedelta(days=PERIOD.days - 1)
