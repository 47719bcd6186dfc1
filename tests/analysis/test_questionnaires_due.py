"""When a questionnaire is due, and when it was not filled in."""

from datetime import date

import pytest

from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires_due import DueCount, due_and_missed, due_on
from symptrack.domain.instrument import load_instruments
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.settings import Settings
from symptrack.domain.words import SeriesKind, SessionStatus
from tests.builders import at, make_journal, make_response, make_series, make_session

PHQ9 = load_instruments()["phq9"]
FIRST = make_series()
ONE = make_session("2026-09-01 10:30", series_id=FIRST.id)
SECOND = make_series(kind=SeriesKind.MAINTENANCE, started_on=date(2026, 10, 9))
SEVEN = make_session("2026-10-09 10:30", series_id=SECOND.id)
PERIOD = Period(date(2026, 8, 25), date(2026, 11, 20))


def _due(
    *filled_in: str,
    now: str = "2026-11-20",
    period: Period = PERIOD,
    series: tuple[Series, ...] = (FIRST,),
    sessions: tuple[Session, ...] = (ONE,),
    settings: Settings | None = None,
) -> DueCount:
    journal = make_journal(
        series=[*series],
        sessions=[*sessions],
        responses=[make_response(f"{on} 09:00") for on in filled_in],
        settings=settings or Settings(),
    )
    return due_and_missed(journal, PHQ9, period, at(f"{now} 19:00"))


def test_it_is_due_at_the_baseline_and_every_interval_after_it() -> None:
    found = _due("2026-08-30", "2026-09-13", "2026-09-27", now="2026-10-01")
    assert found == DueCount(3, 0)


def test_a_questionnaire_that_was_never_used_is_never_missed() -> None:
    assert _due() == DueCount(0, 0)


def test_it_is_missed_once_half_an_interval_has_passed() -> None:
    assert _due("2026-08-30", now="2026-09-12") == DueCount(1, 0)
    assert _due("2026-08-30", now="2026-09-13") == DueCount(2, 0)
    assert _due("2026-08-30", now="2026-09-19") == DueCount(2, 0)
    assert _due("2026-08-30", now="2026-09-20") == DueCount(2, 1, (date(2026, 9, 13),))


def test_a_response_less_than_half_an_interval_away_meets_it() -> None:
    assert _due("2026-08-30", "2026-09-06", now="2026-09-26").missed == 0
    assert _due("2026-08-30", "2026-09-19", now="2026-09-26").missed == 0
    assert _due("2026-08-30", "2026-09-05", now="2026-09-26").missed == 1
    assert _due("2026-08-30", "2026-09-20", now="2026-09-26").missed_on == (date(2026, 9, 13),)


def test_an_estimated_or_unscored_response_was_filled_in_too() -> None:
    journal = make_journal(
        series=[FIRST],
        sessions=[ONE],
        responses=[
            make_response("2026-08-30 09:00"),
            make_response("2026-09-13 09:00", answers={"q1": 1}),
        ],
    )
    assert due_and_missed(journal, PHQ9, PERIOD, at("2026-09-26 19:00")) == DueCount(2, 0)


def test_it_begins_again_at_each_series() -> None:
    found = _due(
        "2026-08-30",
        "2026-09-13",
        "2026-10-08",
        series=(FIRST, SECOND),
        sessions=(ONE, SEVEN),
        now="2026-10-30",
    )
    # 30 August, 13 and 27 September; then 8 and 22 October from the second series' own baseline
    assert found == DueCount(5, 2, (date(2026, 9, 27), date(2026, 10, 22)))


def test_a_due_day_just_before_a_new_series_gives_way_to_it() -> None:
    found = _due(
        "2026-08-30",
        "2026-10-14",
        series=(FIRST, SECOND),
        sessions=(ONE, make_session("2026-10-14 10:30", series_id=SECOND.id)),
        now="2026-10-15",
    )
    assert found == DueCount(4, 2, (date(2026, 9, 13), date(2026, 9, 27)))


def test_without_a_baseline_it_is_due_at_the_first_session() -> None:
    found = _due("2026-08-10", "2026-09-06", period=Period(date(2026, 8, 1), date(2026, 9, 10)))
    assert found == DueCount(1, 0)


def test_it_is_not_due_before_it_was_first_used() -> None:
    # by the first session on 1 September: the days up to 13 October are over by then
    assert _due("2026-10-20", now="2026-11-01") == DueCount(1, 0)
    assert _due("2026-10-19", now="2026-11-01") == DueCount(2, 0)


def test_without_a_session_it_is_due_from_its_first_response() -> None:
    found = _due("2026-08-30", now="2026-09-26", series=(FIRST,), sessions=())
    assert found == DueCount(2, 1, (date(2026, 9, 13),))


def test_only_the_days_of_the_period_count() -> None:
    period = Period(date(2026, 9, 14), date(2026, 10, 10))
    assert _due("2026-08-30", period=period) == DueCount(1, 1, (date(2026, 9, 27),))


def test_the_patients_own_interval_counts() -> None:
    found = _due("2026-08-30", now="2026-09-11", settings=Settings(interval_days={"phq9": 7}))
    assert found == DueCount(2, 1, (date(2026, 9, 6),))


def test_what_is_not_to_be_asked_for_is_never_missed() -> None:
    off = Settings(interval_days={"phq9": 0})
    assert _due("2026-08-30", now="2026-09-26", settings=off) == DueCount(0, 0)


def _waiting(
    *filled_in: str,
    now: str,
    instrument: str = "phq9",
    sessions: tuple[Session, ...] = (ONE,),
    series: tuple[Series, ...] = (FIRST,),
    settings: Settings | None = None,
) -> date | None:
    journal = make_journal(
        series=[*series],
        sessions=[*sessions],
        responses=[
            make_response(
                f"{on} 09:00",
                instrument=instrument,
                answers={item.key: 2 for item in load_instruments()[instrument].items},
            )
            for on in filled_in
        ],
        settings=settings or Settings(),
    )
    return due_on(journal, load_instruments()[instrument], at(f"{now} 12:00"))


PLANNED = make_session("2026-09-01 10:30", series_id=FIRST.id, status=SessionStatus.PLANNED)
STARTS_ON = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-08-24", None),
        ("2026-08-25", STARTS_ON),
        ("2026-09-01", STARTS_ON),
        ("2026-09-07", STARTS_ON),
        ("2026-09-08", None),  # it lapses; the next is due on 15 September
        ("2026-09-14", None),
        ("2026-09-15", date(2026, 9, 15)),
    ],
)
def test_the_baseline_is_due_from_a_week_before_to_a_week_after_the_first_session(
    now: str, found: date | None
) -> None:
    assert _waiting(now=now, sessions=(PLANNED,)) == found
    assert _waiting(now=now, sessions=()) == found  # the day that the series says it starts on


def test_the_baseline_of_the_pcl_5_is_due_from_14_days_before() -> None:
    assert _waiting(now="2026-08-17", sessions=(PLANNED,), instrument="pcl5") is None
    assert _waiting(now="2026-08-18", sessions=(PLANNED,), instrument="pcl5") == STARTS_ON


def test_a_missed_session_is_no_beginning() -> None:
    missed = make_session("2026-08-20 10:30", series_id=FIRST.id, status=SessionStatus.MISSED)
    assert _waiting(now="2026-08-20", sessions=(missed, PLANNED)) is None
    assert _waiting(now="2026-08-25", sessions=(missed, PLANNED)) == STARTS_ON


def test_a_filled_in_baseline_is_not_asked_for_again() -> None:
    for filled_in in ("2026-08-18", "2026-08-25", "2026-08-30"):
        assert _waiting(filled_in, now="2026-08-31", sessions=(PLANNED,)) is None
    assert _waiting("2026-08-17", now="2026-08-31", sessions=(PLANNED,)) == STARTS_ON


def test_a_series_without_any_date_is_no_beginning() -> None:
    undated = make_series(started_on=None)
    assert _waiting(now="2026-09-01", series=(undated,), sessions=()) is None
    assert _waiting("2026-08-18", now="2026-09-01", series=(undated,), sessions=()) == STARTS_ON


def test_without_a_series_it_is_due_once_it_was_used() -> None:
    assert _waiting(now="2026-09-01", series=(), sessions=()) is None
    assert _waiting("2026-08-18", now="2026-09-01", series=(), sessions=()) == STARTS_ON


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-09-12", None),
        ("2026-09-13", date(2026, 9, 13)),
        ("2026-09-19", date(2026, 9, 13)),
        ("2026-09-20", None),
        ("2026-09-27", date(2026, 9, 27)),
    ],
)
def test_it_is_due_every_14_days_and_lapses_after_7(now: str, found: date | None) -> None:
    assert _waiting("2026-08-30", now=now) == found


def test_what_was_filled_in_on_its_day_waits_no_more() -> None:
    assert _waiting("2026-08-30", "2026-09-13", now="2026-09-13") is None
    assert _waiting("2026-08-30", "2026-09-06", now="2026-09-13") is None
    assert _waiting("2026-08-30", "2026-09-05", now="2026-09-13") == date(2026, 9, 13)


def test_it_begins_again_with_each_series_also_before_its_first_session() -> None:
    planned = make_session("2026-10-09 10:30", series_id=SECOND.id, status=SessionStatus.PLANNED)
    both = (FIRST, SECOND)
    waiting = {
        day: _waiting("2026-08-30", now=f"2026-10-{day:02}", series=both, sessions=(ONE, planned))
        for day in (1, 2, 9, 15, 16, 23)
    }
    assert waiting == {
        1: date(2026, 9, 27),
        2: date(2026, 10, 9),
        9: date(2026, 10, 9),
        15: date(2026, 10, 9),
        16: None,
        23: date(2026, 10, 23),
    }


def test_the_pcl_5_is_due_every_28_days() -> None:
    assert _waiting("2026-08-30", now="2026-09-26", instrument="pcl5") is None
    assert _waiting("2026-08-30", now="2026-09-27", instrument="pcl5") == date(2026, 9, 27)


def test_one_that_was_never_used_is_asked_for_at_the_beginning_of_a_series_only() -> None:
    assert _waiting(now="2026-09-01", instrument="gad7") == STARTS_ON
    assert _waiting(now="2026-09-15", instrument="gad7") is None
    assert _waiting("2026-08-30", now="2026-09-13", instrument="gad7") == date(2026, 9, 13)


def test_what_is_due_follows_the_patients_own_interval() -> None:
    weekly = Settings(interval_days={"phq9": 7})
    assert _waiting("2026-08-30", now="2026-09-06", settings=weekly) == date(2026, 9, 6)
    off = Settings(interval_days={"phq9": 0})
    assert _waiting("2026-08-30", now="2026-09-13", settings=off) is None
