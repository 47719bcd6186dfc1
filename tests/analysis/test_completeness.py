"""How complete a record is, and where a symptom stands now."""

from datetime import date

import pytest

from symptrack.analysis.completeness import Completeness, completeness
from symptrack.analysis.last_week import recent_median
from symptrack.analysis.period import Period
from symptrack.domain.words import EnteredBy
from tests.builders import at, make_check_in, make_journal

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 10))


def test_days_with_a_check_in_count_once() -> None:
    journal = make_journal(
        check_ins=[
            make_check_in("2026-08-31 23:59"),
            make_check_in("2026-09-01 00:00"),
            make_check_in("2026-09-01 18:00"),
            make_check_in("2026-09-10 23:59"),
            make_check_in("2026-09-11 00:00"),
        ]
    )
    assert completeness(journal, PERIOD) == Completeness(10, 2, 3, 0)


def test_a_check_in_counts_for_the_day_its_own_clock_showed() -> None:
    abroad = make_check_in("2026-09-01 01:00", time_zone="Asia/Tokyo")
    assert completeness(make_journal(check_ins=[abroad]), PERIOD).days_with_check_in == 1


def test_a_check_in_without_its_time_counts_for_its_date() -> None:
    dated = make_check_in("2026-09-01 12:00", time_known=False)
    assert completeness(make_journal(check_ins=[dated]), PERIOD).days_with_check_in == 1


def test_late_check_ins_are_counted() -> None:
    late = make_check_in("2026-09-01 18:00", entered_at=at("2026-09-02 18:00"))
    journal = make_journal(check_ins=[late, make_check_in("2026-09-02 18:00")])
    assert completeness(journal, PERIOD) == Completeness(10, 2, 2, 1)


@pytest.mark.parametrize(
    ("when", "counts"),
    [
        ("2026-11-13 23:59", False),
        ("2026-11-14 00:00", True),
        ("2026-11-20 23:59", True),
        ("2026-11-21 00:00", False),
    ],
)
def test_the_last_7_days_end_with_the_day_asked_for(when: str, counts: bool) -> None:
    journal = make_journal(check_ins=[make_check_in(when, ratings={"mood": 6})])
    found = recent_median(journal, "mood", date(2026, 11, 20))
    assert found == ((6.0, 1) if counts else None)


def test_the_last_days_are_told_by_their_median_and_how_many_it_rests_on() -> None:
    journal = make_journal(
        check_ins=[
            make_check_in("2026-11-18 18:00", ratings={"mood": 4}),
            make_check_in("2026-11-19 18:00", ratings={"mood": 9}),
            make_check_in("2026-11-20 18:00", ratings={"mood": 5}),
            make_check_in("2026-11-20 19:00", ratings={"mood": 0}, mapped=True),
        ]
    )
    assert recent_median(journal, "mood", date(2026, 11, 20)) == (5.0, 3)
    assert recent_median(journal, "mood", date(2026, 11, 20), days=1) == (5.0, 1)
    assert recent_median(journal, "anxiety", date(2026, 11, 20)) is None


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_the_last_days_reach_into_every_zone(zone: str) -> None:
    check_ins = [
        make_check_in(when, time_zone=zone) for when in ("2026-11-14 00:00", "2026-11-20 23:59")
    ]
    found = recent_median(make_journal(check_ins=check_ins), "mood", date(2026, 11, 20))
    assert found == (5.0, 2)


def test_what_a_helper_entered_is_counted() -> None:
    helped = make_check_in("2026-09-01 18:00", entered_by=EnteredBy.HELPER)
    journal = make_journal(check_ins=[helped, make_check_in("2026-09-02 18:00")])
    assert completeness(journal, PERIOD).by_helper == 1
