"""Questionnaire totals over time."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires import (
    Difference,
    QuestionnaireChange,
    difference,
    item_history,
    questionnaire_change,
    scored_responses,
)
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import Response
from symptrack.domain.series import Series
from symptrack.domain.words import Direction, SeriesKind, TotalStatus
from tests.builders import make_journal, make_response, make_series, make_session

INSTRUMENTS = load_instruments()
PHQ9 = INSTRUMENTS["phq9"]
SERIES = make_series()
SESSION = make_session("2026-09-01 10:30", series_id=SERIES.id)
MAINTENANCE = make_series(kind=SeriesKind.MAINTENANCE, started_on=date(2026, 10, 9))
SEVENTH = make_session("2026-10-09 10:30", series_id=MAINTENANCE.id)
PERIOD = Period(date(2026, 8, 1), date(2026, 11, 20))


def _response(when: str, total: int, instrument: Instrument = PHQ9, **changes: object) -> Response:
    """Build a complete response with a total, the answers as high as they go, one by one."""
    highest = max(option.value for option in instrument.options)
    answers: dict[str, int] = {}
    for item in instrument.items:
        answers[item.key] = min(highest, total - sum(answers.values()))
    return make_response(when, instrument=instrument.key, answers=answers, **changes)


def _estimated(when: str) -> Response:
    return make_response(when, answers={f"q{number}": 2 for number in range(1, 9)})


def _unscored(when: str) -> Response:
    return make_response(when, answers={"q1": 2})


def _change(
    *responses: Response,
    instrument: Instrument = PHQ9,
    series: Series | None = SERIES,
    period: Period = PERIOD,
) -> QuestionnaireChange:
    journal = make_journal(
        series=[SERIES, MAINTENANCE], sessions=[SESSION, SEVENTH], responses=list(responses)
    )
    return questionnaire_change(journal, instrument, series, period)


def _baseline(*responses: Response, series: Series = SERIES) -> int | None:
    baseline = _change(*responses, series=series).baseline
    return baseline.score.total if baseline else None


def test_responses_stand_by_time_with_their_totals() -> None:
    second, first = _response("2026-09-13 09:00", 15), _response("2026-08-30 09:00", 21)
    other = _response("2026-08-30 09:00", 15, INSTRUMENTS["gad7"])
    found = scored_responses(make_journal(responses=[second, other, first]), PHQ9)
    assert [(one.response, one.score.total) for one in found] == [(first, 21), (second, 15)]
    assert [one.on for one in found] == [date(2026, 8, 30), date(2026, 9, 13)]
    assert all(one.complete for one in found)


def test_an_estimated_total_is_not_complete() -> None:
    found = scored_responses(make_journal(responses=[_estimated("2026-08-30 09:00")]), PHQ9)
    assert (found[0].score.total, found[0].score.status) == (18, TotalStatus.ESTIMATED)
    assert not found[0].complete


@pytest.mark.parametrize(("second", "overlaps"), [("2026-09-05", True), ("2026-09-06", False)])
def test_a_response_overlaps_one_closer_than_the_minimum_interval(
    second: str, overlaps: bool
) -> None:
    responses = [_response("2026-08-30 20:00", 21), _response(f"{second} 08:00", 20)]
    found = scored_responses(make_journal(responses=responses), PHQ9)
    assert [one.overlaps for one in found] == [False, overlaps]


def test_a_response_overlaps_the_previous_even_where_that_overlaps_too() -> None:
    responses = [_response(f"2026-09-{day} 09:00", 20) for day in ("01", "05", "09")]
    found = scored_responses(make_journal(responses=responses), PHQ9)
    assert [one.overlaps for one in found] == [False, True, True]


def test_a_response_without_a_total_overlaps_nothing_after_it() -> None:
    responses = [_unscored("2026-08-30 09:00"), _response("2026-08-31 09:00", 20)]
    found = scored_responses(make_journal(responses=responses), PHQ9)
    assert [one.overlaps for one in found] == [False, False]


def test_another_instrument_overlaps_nothing() -> None:
    gad7 = _response("2026-08-30 09:00", 15, INSTRUMENTS["gad7"])
    journal = make_journal(responses=[gad7, _response("2026-08-31 09:00", 20)])
    assert not scored_responses(journal, PHQ9)[0].overlaps


def test_the_baseline_is_the_last_complete_total_before_the_first_session() -> None:
    assert _baseline(_response("2026-08-20 09:00", 23), _response("2026-08-30 09:00", 21)) == 21


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2026-08-17 23:59", None),
        ("2026-08-18 00:00", 21),
        ("2026-09-01 10:30", 21),
        ("2026-09-04 23:59", 21),
        ("2026-09-05 00:00", None),
    ],
)
def test_a_baseline_lies_in_the_14_days_before_or_the_3_after(when: str, found: int | None) -> None:
    assert _baseline(_response(when, 21)) == found


def test_a_baseline_after_the_first_session_says_so() -> None:
    change = _change(_response("2026-09-02 09:00", 20), _response("2026-09-16 09:00", 12))
    assert change.baseline is not None
    assert (change.baseline.on, change.baseline_after_start) == (date(2026, 9, 2), True)
    assert change.points == -8
    assert not _change(_response("2026-08-30 09:00", 21)).baseline_after_start


def test_after_the_start_the_first_total_is_the_baseline() -> None:
    assert _baseline(_estimated("2026-09-01 12:00"), _response("2026-09-02 09:00", 20)) is None
    assert _baseline(_unscored("2026-09-01 12:00"), _response("2026-09-02 09:00", 20)) == 20


def test_an_overlapping_total_is_never_a_baseline() -> None:
    assert _baseline(_response("2026-08-28 09:00", 21), _response("2026-09-01 08:30", 14)) == 21
    assert _baseline(_response("2026-08-16 09:00", 21), _response("2026-08-20 08:30", 14)) is None


def test_an_estimated_total_is_never_a_baseline() -> None:
    assert _baseline(_response("2026-08-20 09:00", 21), _estimated("2026-08-30 09:00")) == 21
    assert _baseline(_estimated("2026-08-30 09:00")) is None


def test_a_response_of_the_sessions_day_without_its_time_is_not_before_it() -> None:
    change = _change(_response("2026-09-01 12:00", 21, time_known=False))
    assert change.baseline is not None
    assert change.baseline_after_start


def test_a_maintenance_series_takes_the_baseline_of_the_induction() -> None:
    responses = [_response("2026-08-30 09:00", 21), _response("2026-10-01 09:00", 9)]
    assert _baseline(*responses, series=MAINTENANCE) == 21
    assert _baseline(responses[1], series=MAINTENANCE) == 9


def test_without_a_series_there_is_no_baseline() -> None:
    change = _change(_response("2026-08-30 09:00", 21), series=None)
    assert change.baseline is None
    assert change.latest is not None
    assert (change.points, change.percent, change.response, change.remission) == (None,) * 4


def test_without_a_response_there_is_no_change() -> None:
    assert _change() == QuestionnaireChange(PHQ9)


def test_a_series_without_sessions_has_no_baseline() -> None:
    journal = make_journal(series=[SERIES], responses=[_response("2026-08-30 09:00", 21)])
    assert questionnaire_change(journal, PHQ9, SERIES, PERIOD).baseline is None


def test_the_change_is_the_latest_total_less_the_baseline() -> None:
    change = _change(
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 4),
        _response("2026-09-27 09:00", 13),
    )
    assert (change.points, change.percent) == (-7, -35)
    assert (change.response, change.remission) == (False, False)
    assert change.best is not None
    assert change.best.score.total == 4


def test_the_baseline_is_not_its_own_latest() -> None:
    change = _change(_response("2026-08-30 09:00", 20))
    assert change.baseline is not None
    assert (change.latest, change.best, change.points, change.percent) == (None,) * 4
    assert (change.response, change.remission) == (None, None)


def test_estimated_totals_enter_no_change() -> None:
    change = _change(
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 12),
        _estimated("2026-09-27 09:00"),
    )
    assert change.points == -8


def test_the_latest_lies_in_the_period() -> None:
    period = Period(date(2026, 9, 1), date(2026, 9, 20))
    change = _change(
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 12),
        _response("2026-09-27 09:00", 5),
        period=period,
    )
    assert change.points == -8


def test_there_is_no_per_cent_of_a_baseline_of_0() -> None:
    change = _change(_response("2026-08-30 09:00", 0), _response("2026-09-13 09:00", 3))
    assert (change.points, change.percent) == (3, None)


def test_the_sign_of_the_per_cent_is_turned_where_higher_is_better() -> None:
    turned = replace(PHQ9, higher_is=Direction.BETTER)
    change = _change(
        _response("2026-08-30 09:00", 10),
        _response("2026-09-13 09:00", 15),
        _response("2026-09-27 09:00", 13),
        instrument=turned,
    )
    assert (change.points, change.percent) == (3, -30)
    assert change.best is not None
    assert change.best.score.total == 15


# Our limit, and said so.
@pytest.mark.parametrize(("key", "limit"), [("phq9", 10), ("gad7", 10), ("pcl5", 31)])
def test_response_and_remission_need_a_baseline_that_is_high_enough(key: str, limit: int) -> None:
    instrument = INSTRUMENTS[key]

    def change_from(baseline: int) -> QuestionnaireChange:
        return _change(
            _response("2026-08-30 09:00", baseline, instrument),
            _response("2026-09-13 09:00", 0, instrument),
            instrument=instrument,
        )

    low, high = change_from(limit - 1), change_from(limit)
    assert (low.points, low.response, low.remission) == (1 - limit, None, None)
    assert (low.response_first_on, low.remission_first_on) == (None, None)
    assert (high.response, high.remission) == (True, True)
    assert high.response_first_on == high.remission_first_on == date(2026, 9, 13)


def test_an_instrument_without_a_limit_has_neither_response_nor_remission() -> None:
    own = replace(PHQ9, key="own", lowest_baseline=None)
    responses = [
        make_response("2026-08-30 09:00", instrument="own"),
        make_response(
            "2026-09-13 09:00",
            instrument="own",
            answers=dict.fromkeys((f"q{number}" for number in range(1, 10)), 0),
        ),
    ]
    change = _change(*responses, instrument=own)
    assert (change.points, change.response, change.remission) == (-18, None, None)


# At least half: McInnes 2022 for the PHQ-9.
@pytest.mark.parametrize(("total", "response"), [(10, True), (11, False)])
def test_response_is_a_fall_of_at_least_half(total: int, response: bool) -> None:
    change = _change(_response("2026-08-30 09:00", 20), _response("2026-09-13 09:00", total))
    assert change.response is response


@pytest.mark.parametrize(
    ("key", "total", "remission"),
    [
        ("phq9", 4, True),  # below 5: McInnes 2022
        ("phq9", 5, False),
        ("gad7", 4, True),  # the minimal band of Spitzer 2006, by convention
        ("gad7", 5, False),
        ("pcl5", 28, True),  # 28 or less: Marx 2022
        ("pcl5", 29, False),
    ],
)
def test_remission_is_a_total_below_the_published_limit(
    key: str, total: int, remission: bool
) -> None:
    instrument = INSTRUMENTS[key]
    change = _change(
        _response("2026-08-30 09:00", instrument.high, instrument),
        _response("2026-09-13 09:00", total, instrument),
        instrument=instrument,
    )
    assert change.remission is remission


def test_there_is_no_remission_without_a_published_limit() -> None:
    change = _change(
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 0),
        instrument=replace(PHQ9, remission_below=None),
    )
    assert (change.response, change.remission) == (True, False)


def test_the_first_dates_reached_and_lost_are_told() -> None:
    change = _change(
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 10),
        _response("2026-09-27 09:00", 4),
        _response("2026-10-11 09:00", 8),
        _response("2026-10-25 09:00", 12),
        _response("2026-11-08 09:00", 3),
    )
    assert change.response_first_on == date(2026, 9, 13)
    assert change.response_lost_on == date(2026, 10, 25)
    assert change.remission_first_on == date(2026, 9, 27)
    assert change.remission_lost_on == date(2026, 10, 11)
    assert (change.response, change.remission) == (True, True)


def test_a_response_that_holds_was_not_lost() -> None:
    change = _change(_response("2026-08-30 09:00", 20), _response("2026-09-13 09:00", 10))
    assert (change.response_first_on, change.response_lost_on) == (date(2026, 9, 13), None)
    assert (change.remission_first_on, change.remission_lost_on) == (None, None)


def test_the_history_of_an_item_says_what_was_declined_and_what_left_out() -> None:
    journal = make_journal(
        responses=[
            make_response("2026-09-13 09:00", answers={"q9": 1}),
            make_response("2026-08-30 09:00", answers={"q1": 1}, declined=("q9",)),
            make_response("2026-09-27 09:00", answers={"q1": 1}),
            make_response("2026-12-27 09:00", answers={"q9": 3}),
        ]
    )
    found = [
        (one.on.day, one.value, one.declined) for one in item_history(journal, PHQ9, "q9", PERIOD)
    ]
    assert found == [(30, None, True), (13, 1, False), (27, None, False)]


def test_the_date_of_a_response_is_that_of_its_own_wall_clock() -> None:
    response = make_response(
        occurred_at=datetime.fromisoformat("2026-08-30T23:30:00+12:00"),
        time_zone="Pacific/Auckland",
    )
    found = scored_responses(make_journal(responses=[response]), PHQ9)
    assert found[0].on == date(2026, 8, 30)


def test_each_complete_total_after_the_baseline_is_compared_with_it() -> None:
    responses = [
        _response("2026-08-20 09:00", 23),
        _response("2026-08-30 09:00", 20),
        _response("2026-09-13 09:00", 15),
        _estimated("2026-09-27 09:00"),
    ]
    change = _change(*responses)
    scored = scored_responses(make_journal(responses=responses), PHQ9)
    assert [difference(change, one) for one in scored] == [None, None, Difference(-5, -25.0), None]


def test_without_a_baseline_there_is_nothing_to_compare_with() -> None:
    late = _response("2026-09-13 09:00", 15)
    scored = scored_responses(make_journal(responses=[late]), PHQ9)
    assert difference(_change(late), scored[0]) is None


def test_a_baseline_of_0_has_no_percentage() -> None:
    responses = [_response("2026-08-30 09:00", 0), _response("2026-09-13 09:00", 4)]
    scored = scored_responses(make_journal(responses=responses), PHQ9)
    assert difference(_change(*responses), scored[1]) == Difference(4, None)
