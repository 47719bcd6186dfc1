"""What the charts of hours, days and benefit show: bins, medians, where lines stop, and n."""

from datetime import date
from statistics import median

import pytest

from symptrack.analysis.benefit import BenefitKind, days_of_benefit
from symptrack.analysis.benefit_course import BenefitCourse, summarise_benefit
from symptrack.analysis.days_after import DaysAfter, summarise_days_after
from symptrack.analysis.effect_hours import BINS, EffectHours, HoursAfter, summarise_hours_after
from symptrack.analysis.period import all_time
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_series,
    make_session,
)
from tests.journals import design_series

NOW = at("2026-11-20 19:00")
STARTS = ("2026-09-01 10:20", "2026-09-08 10:20", "2026-09-15 10:20", "2026-09-22 10:20")


def hours_of(journal: Journal) -> HoursAfter:
    period = all_time(journal, NOW.date())
    assert period is not None
    return summarise_hours_after(journal, period, load_side_effects())


def days_of(journal: Journal, symptom: str = "mood") -> DaysAfter:
    period = all_time(journal, NOW.date())
    assert period is not None
    return summarise_days_after(journal, period, NOW, symptom)


def benefit_of(journal: Journal) -> BenefitCourse:
    period = all_time(journal, NOW.date())
    assert period is not None
    return summarise_benefit(journal, period, NOW)


def sessions_with(*check_ins: object, sessions: int = 1) -> Journal:
    series = make_series()
    return make_journal(
        series=[series],
        sessions=[make_session(start, series_id=series.id) for start in STARTS[:sessions]],
        check_ins=list(check_ins),
    )


def nausea(occurred: str, severity: int | None, **changes: object) -> object:
    return make_check_in(occurred, side_effects=(make_effect("nausea", severity),), **changes)


def only(found: HoursAfter) -> EffectHours:
    (effect,) = found.effects
    return effect


# Hours after, from the session's end at 11:00


@pytest.mark.parametrize(
    ("time", "place"),
    [
        ("11:00", 0),
        ("11:59", 0),
        ("12:00", 1),
        ("13:59", 1),
        ("14:00", 2),
        ("15:59", 2),
        ("16:00", 3),
        ("23:00", 3),
    ],
)
def test_each_hour_lies_in_its_bin(time: str, place: int) -> None:
    found = only(hours_of(sessions_with(nausea(f"2026-09-01 {time}", 2))))
    assert [one.place for one in found.bins] == [place]


@pytest.mark.parametrize(
    ("occurred", "inside"),
    [
        ("2026-09-01 10:59", False),
        ("2026-09-01 23:01", False),
        ("2026-09-02 04:59", False),
        ("2026-09-02 05:00", True),
        ("2026-09-02 17:00", True),
        ("2026-09-02 17:01", False),
    ],
)
def test_hours_between_the_bins_are_left_out(occurred: str, inside: bool) -> None:
    found = hours_of(sessions_with(nausea(occurred, 2)))
    assert [one.place for effect in found.effects for one in effect.bins] == (
        [len(BINS) - 1] if inside else []
    )


def test_a_median_needs_three_sessions_and_bins_without_any_are_left_out() -> None:
    check_ins = [
        nausea(f"{start[:10]} 12:30", severity)
        for start, severity in zip(STARTS, (1, 2, 3), strict=False)
    ]
    effect = only(hours_of(sessions_with(*check_ins, sessions=3)))
    (one,) = effect.bins
    assert (one.n, one.median, one.low, one.high) == (3, 2, 1, 3)
    assert hours_of(sessions_with(*check_ins, sessions=3)).places == (1,)
    two = only(hours_of(sessions_with(*check_ins[:2], sessions=2)))
    assert two.bins[0].median is None


def test_the_highest_of_a_session_counts_once_in_a_bin() -> None:
    journal = sessions_with(nausea("2026-09-01 12:10", 1), nausea("2026-09-01 13:10", 3))
    (one,) = only(hours_of(journal)).bins
    assert [value.severity for value in one.values] == [3]


def test_what_has_no_strength_or_no_time_is_left_out() -> None:
    journal = sessions_with(
        nausea("2026-09-01 12:10", None),
        nausea("2026-09-01 12:00", 2, time_known=False),
    )
    assert hours_of(journal).effects == ()


def test_what_is_not_named_is_none_and_nothing_to_report_ends_it() -> None:
    journal = sessions_with(
        make_check_in(
            "2026-09-01 12:10",
            side_effects=(make_effect("nausea", 2), make_effect("sweating", 1)),
        ),
        make_check_in("2026-09-01 14:10", side_effects=(make_effect("dizziness", 1),)),
        make_check_in("2026-09-01 18:10", nothing_to_report=True),
    )
    found = {effect.effect: effect for effect in hours_of(journal).effects}
    assert [(one.place, one.high) for one in found["nausea"].bins] == [(1, 2), (2, 0), (3, 0)]
    assert [(one.place, one.high) for one in found["sweating"].bins] == [(1, 1), (3, 0)]
    assert (found["nausea"].present, found["nausea"].noted) == (1, 1)


def test_what_is_gone_is_none() -> None:
    journal = sessions_with(
        nausea("2026-09-01 12:10", 2),
        make_check_in(
            "2026-09-01 14:10", side_effects=(make_effect(state=EffectState.GONE, severity=None),)
        ),
    )
    assert [one.high for one in only(hours_of(journal)).bins] == [2, 0]


def test_the_commonest_come_first() -> None:
    found = hours_of(design_series())
    assert [effect.present for effect in found.effects] == sorted(
        (effect.present for effect in found.effects), reverse=True
    )
    assert found.effects[0].name == "Drowsy"


# Days after


def test_a_day_is_the_median_of_its_ratings_and_the_days_the_median_of_the_sessions() -> None:
    found = days_of(design_series())
    for one in found.medians:
        values = [
            day.value for session in found.sessions for day in session.days if day.day == one.day
        ]
        assert one.n == len(values)
        assert one.value == (median(values) if len(values) >= 3 else None)
    assert found.reference is not None
    assert found.reference.value == 3
    assert found.last_day == 28


def test_lines_stop_at_a_missing_day_and_weekly_ones_after_four_weeks_go_on() -> None:
    days = (1, 2, 4, 28, 35, 44)
    first = date(2026, 9, 1)
    check_ins = [
        make_check_in(f"{date.fromordinal(first.toordinal() + day)} 18:00") for day in days
    ]
    (session,) = days_of(sessions_with(*check_ins)).sessions
    runs = [[day.day for day in run] for run in session.segments]
    assert runs == [[1, 2], [4], [28, 35], [44]]


def test_a_day_is_late_only_where_all_of_it_is() -> None:
    late = {"entered_at": at("2026-09-05 12:00")}
    journal = sessions_with(
        make_check_in("2026-09-02 09:00", **late),
        make_check_in("2026-09-02 18:00", ratings={"mood": 8}),
        make_check_in("2026-09-03 18:00", **late),
    )
    (session,) = days_of(journal).sessions
    assert [(day.value, day.n, day.late) for day in session.days] == [(6.5, 2, False), (5, 1, True)]


def test_days_end_with_the_next_session_and_mapped_ratings_do_not_count() -> None:
    journal = sessions_with(
        make_check_in("2026-09-01 09:00"),
        make_check_in("2026-09-01 18:00", mapped=True),
        make_check_in("2026-09-08 09:00"),
        make_check_in("2026-09-08 18:00", ratings={"mood": 7}),
        sessions=2,
    )
    first, second = days_of(journal).sessions
    assert [(day.day, day.value) for day in first.days] == [(7, 5)]
    assert [(day.day, day.value) for day in second.days] == [(0, 7)]


def test_another_symptom_and_one_that_is_not_known_are_described() -> None:
    assert days_of(design_series(), "anxiety").symptom.label == "Anxiety"
    nothing = days_of(design_series(), "gone_now")
    assert nothing.symptom.label == "gone now"
    assert (nothing.sessions, nothing.last_day) == ((), 0)


# Benefit


def test_each_benefit_is_that_of_its_session() -> None:
    found = benefit_of(design_series())
    for mark, benefit in zip(found.sessions, found.benefits, strict=True):
        assert benefit == days_of_benefit(design_series(), mark.session, NOW)
    assert len(found.references) == 1
    assert [group.count for group in found.groups] == [6, 2]


def test_without_a_reference_there_is_none_to_name() -> None:
    found = benefit_of(sessions_with(make_check_in("2026-09-01 18:00")))
    assert found.references == ()
    assert found.benefits[0].kind is BenefitKind.NOT_KNOWN


def test_a_day_knows_its_last_check_in_and_whether_one_has_a_note() -> None:
    noted = make_check_in("2026-09-02 09:00", note="Slept.")
    last = make_check_in("2026-09-02 18:00")
    plain = make_check_in("2026-09-03 18:00")
    (days,) = days_of(sessions_with(noted, last, plain)).sessions
    assert [(one.check_in_id, one.has_note) for one in days.days] == [
        (last.id, True),
        (plain.id, False),
    ]
