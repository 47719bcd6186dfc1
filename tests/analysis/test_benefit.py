"""How many days a session's benefit lasted: every edge of its definition.

The reference is 3, so a day is up from a mood of 5 on. Days are told as one mood a day from the
session's own, evenings at 18:00; ``None`` is a day without an entry.
"""

from datetime import datetime, timedelta
from typing import Any

import pytest

from symptrack.analysis.benefit import Benefit, BenefitKind, days_of_benefit
from symptrack.analysis.timeline import Timeline
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from tests.builders import at, make_check_in, make_journal, make_series, make_session

SERIES = make_series()
SESSION = make_session("2026-09-01 10:30", series_id=SERIES.id, duration_min=30)
LONG_AFTER = at("2026-11-20 19:00")


def _mood(when: str | datetime, value: int, **changes: Any) -> CheckIn:
    occurred_at = at(when) if isinstance(when, str) else when
    return make_check_in(occurred_at=occurred_at, ratings={"mood": value}, **changes)


def _evenings(*moods: int | None) -> list[CheckIn]:
    first = at("2026-09-01 18:00")
    return [
        _mood(first + timedelta(days=day), mood)
        for day, mood in enumerate(moods)
        if mood is not None
    ]


def _benefit(
    *check_ins: CheckIn,
    following: Session | None = None,
    now: datetime = LONG_AFTER,
    before: int | None = 3,
    session: Session = SESSION,
) -> Benefit:
    week_before = [] if before is None else [_mood("2026-08-31 18:00", before)]
    journal = make_journal(
        series=[SERIES],
        sessions=[session, *([following] if following else [])],
        check_ins=[*week_before, *check_ins],
    )
    found = days_of_benefit(journal, session, now)
    assert days_of_benefit(Timeline(journal), session, now) == found
    return found


def _told(*moods: int | None, **changes: Any) -> tuple[BenefitKind, int | None]:
    found = _benefit(*_evenings(*moods), **changes)
    return found.kind, found.days


def test_two_lower_days_in_a_row_end_it() -> None:
    assert _told(6, 6, 5, 4, 4) == (BenefitKind.ENDED, 3)


def test_up_is_at_least_two_points_above_the_reference() -> None:
    assert _told(4, 4, 4, 4) == (BenefitKind.NOT_REACHED, None)
    assert _told(5, 4, 4) == (BenefitKind.ENDED, 1)


def test_a_half_point_reference_needs_the_half_point_as_well() -> None:
    earlier = _mood("2026-08-30 18:00", 4)
    assert _benefit(earlier, *_evenings(5, 5, 5, 5)).kind is BenefitKind.NOT_REACHED
    assert _benefit(earlier, *_evenings(6, 5, 5)).days == 1


def test_one_lower_day_inside_is_bridged() -> None:
    assert _told(6, 4, 6, 4, 4) == (BenefitKind.ENDED, 3)


def test_one_unrated_day_inside_is_bridged() -> None:
    assert _told(6, None, 6, 4, 4) == (BenefitKind.ENDED, 3)


def test_a_lower_and_an_unrated_day_beside_each_other_are_bridged() -> None:
    assert _told(6, 4, None, 6, 4, 4) == (BenefitKind.ENDED, 4)


def test_unrated_days_between_two_lower_ones_do_not_count() -> None:
    assert _told(6, 6, 4, None, 4) == (BenefitKind.ENDED, 2)


def test_an_up_day_between_two_lower_ones_starts_the_count_again() -> None:
    assert _told(6, 4, 5, 4, 5, 4, 4) == (BenefitKind.ENDED, 5)


def test_two_unrated_days_in_a_row_end_what_is_known() -> None:
    assert _told(6, 6, None, None, 6, 6) == (BenefitKind.MISSING, 2)


def test_a_lower_day_before_two_unrated_ones_leaves_the_end_open() -> None:
    assert _told(6, 6, 4, None, None, 4) == (BenefitKind.MISSING, 2)


def test_an_unrated_day_before_and_one_after_a_lower_day_are_not_in_a_row() -> None:
    assert _told(6, None, 4, None, 6, 4, 4) == (BenefitKind.ENDED, 5)


def test_without_entries_the_days_until_today_are_missing() -> None:
    assert _told(6, 6, 6) == (BenefitKind.MISSING, 3)


@pytest.mark.parametrize("start", [0, 1, 2])
def test_the_run_starts_at_the_first_up_day_among_days_0_to_2(start: int) -> None:
    assert _told(*[4] * start, 6, 6, 4, 4) == (BenefitKind.ENDED, 2)


def test_a_run_that_would_start_on_day_3_was_not_reached() -> None:
    assert _told(4, 4, 4, 6, 6) == (BenefitKind.NOT_REACHED, None)


def test_one_rated_day_among_the_first_three_is_enough_to_say_not_reached() -> None:
    assert _told(None, 4, None, 6) == (BenefitKind.NOT_REACHED, None)


def test_without_a_rated_day_among_the_first_three_it_is_not_known() -> None:
    assert _told(None, None, None, 6) == (BenefitKind.NOT_KNOWN, None)


def test_unrated_days_before_the_run_do_not_end_it() -> None:
    assert _told(None, None, 6, 4, 4) == (BenefitKind.ENDED, 1)


def test_a_days_value_is_the_median_of_its_ratings() -> None:
    day = [_mood(f"2026-09-02 {hour}:00", mood) for hour, mood in (("08", 9), ("12", 4), ("20", 4))]
    assert _benefit(*day, *_evenings(4, None, 4)).kind is BenefitKind.NOT_REACHED
    assert _benefit(*day[:2], *_evenings(4, None, 4, 4)).days == 1


def test_day_0_counts_only_ratings_after_the_sessions_end() -> None:
    earlier = [_mood("2026-09-01 09:30", 3), _mood("2026-09-01 11:00", 3)]
    assert _benefit(*earlier, *_evenings(6, 4, 4)).days == 1
    only_before = [_mood("2026-09-01 10:45", 9), _mood("2026-09-02 18:00", 4)]
    assert _benefit(*only_before).kind is BenefitKind.NOT_REACHED


@pytest.mark.parametrize(
    ("before", "kind"), [(8, BenefitKind.ENDED), (9, BenefitKind.NOT_APPLICABLE)]
)
def test_it_is_not_applicable_where_the_reference_is_above_8(
    before: int, kind: BenefitKind
) -> None:
    found = _benefit(*_evenings(10, 10, 8, 8), before=before)
    assert found.kind is kind
    assert found.reference is not None


def test_without_a_reference_it_is_not_known() -> None:
    found = _benefit(*_evenings(6, 6), before=None)
    assert (found.kind, found.days, found.reference) == (BenefitKind.NOT_KNOWN, None, None)
    assert found.rated_days == 2


def test_the_next_done_session_makes_it_that_long_or_more() -> None:
    following = make_session("2026-09-04 10:30")
    assert _told(6, 4, 6, following=following) == (BenefitKind.NEXT_SESSION, 3)
    assert _told(6, 6, 4, following=following) == (BenefitKind.NEXT_SESSION, 2)


def test_the_morning_of_the_next_session_counts_up_to_its_start() -> None:
    following = make_session("2026-09-04 10:30")
    morning, noon = _mood("2026-09-04 09:30", 4), _mood("2026-09-04 12:30", 9)
    found = _benefit(*_evenings(6, 6, 4), morning, noon, following=following)
    assert (found.kind, found.days) == (BenefitKind.ENDED, 2)
    up = _mood("2026-09-04 09:30", 5)
    assert _benefit(*_evenings(6, 6, 6), up, following=following).days == 4


def test_the_day_of_the_next_session_is_not_an_unrated_day() -> None:
    following = make_session("2026-09-04 10:30")
    assert _told(6, 6, None, following=following) == (BenefitKind.NEXT_SESSION, 2)


def test_two_unrated_days_before_the_next_session_are_missing() -> None:
    following = make_session("2026-09-05 10:30")
    assert _told(6, 6, None, None, following=following) == (BenefitKind.MISSING, 2)


def test_a_next_session_cuts_the_first_three_days_short() -> None:
    following = make_session("2026-09-02 10:30")
    assert _told(4, following=following) == (BenefitKind.NOT_REACHED, None)
    assert _told(None, following=following) == (BenefitKind.NOT_KNOWN, None)


def test_a_second_session_on_the_same_day_takes_the_ratings_after_it() -> None:
    following = make_session("2026-09-01 16:00")
    between, after = _mood("2026-09-01 12:00", 6), _mood("2026-09-01 18:00", 3)
    found = _benefit(between, after, following=following)
    assert (found.kind, found.days) == (BenefitKind.NEXT_SESSION, 1)


def test_planned_and_missed_sessions_end_nothing() -> None:
    missed = make_session("2026-09-02 10:30", status=SessionStatus.MISSED)
    assert _told(6, 6, 4, 4, following=missed) == (BenefitKind.ENDED, 2)


def test_the_ratings_on_the_day_of_a_next_session_without_its_time_are_left_out() -> None:
    following = make_session("2026-09-03 12:00", time_known=False)
    assert _told(6, 4, 4, 4, following=following) == (BenefitKind.NEXT_SESSION, 1)


def test_a_run_that_goes_on_counts_up_to_today() -> None:
    now = at("2026-09-04 19:00")
    assert _told(6, 6, 4, 6, now=now) == (BenefitKind.SO_FAR, 4)
    assert _told(6, 6, 6, 4, now=now) == (BenefitKind.SO_FAR, 3)


def test_today_is_not_an_unrated_day_before_it_is_over() -> None:
    now = at("2026-09-04 08:00")
    assert _told(6, 6, None, now=now) == (BenefitKind.SO_FAR, 2)
    assert _told(6, 6, None, now=now + timedelta(days=1)) == (BenefitKind.MISSING, 2)


def test_today_is_that_of_the_sessions_zone() -> None:
    now = at("2026-09-05 04:00", "Europe/Berlin")  # still 4 September where the session was
    assert _told(6, 6, None, now=now) == (BenefitKind.SO_FAR, 2)


def test_entries_ahead_of_today_do_not_count() -> None:
    assert _told(6, 6, 6, 6, now=at("2026-09-02 19:00")) == (BenefitKind.SO_FAR, 2)


def test_it_is_not_known_while_the_first_three_days_are_not_over() -> None:
    assert _told(4, 4, now=at("2026-09-02 19:00")) == (BenefitKind.NOT_KNOWN, None)
    assert _told(4, 4, now=at("2026-09-03 19:00")) == (BenefitKind.NOT_KNOWN, None)
    assert _told(4, 4, 4, now=at("2026-09-03 19:00")) == (BenefitKind.NOT_REACHED, None)
    assert _told(4, 4, now=at("2026-09-04 08:00")) == (BenefitKind.NOT_REACHED, None)


def test_mapped_ratings_enter_no_day() -> None:
    mapped = _mood("2026-09-02 18:00", 10, mapped=True)
    assert _benefit(mapped, *_evenings(4, None, 4)).kind is BenefitKind.NOT_REACHED


def test_ratings_without_their_time_count_by_their_date_but_not_on_day_0() -> None:
    day_0 = _mood("2026-09-01 12:00", 9, time_known=False)
    day_1 = _mood("2026-09-02 12:00", 6, time_known=False)
    assert _benefit(day_0, *_evenings(None, 4, 4)).kind is BenefitKind.NOT_REACHED
    assert _benefit(day_1, *_evenings(4, None, 4, 4)).days == 1


def test_a_session_without_its_time_has_no_day_0() -> None:
    dated = make_session("2026-09-01 12:00", series_id=SERIES.id, time_known=False)
    assert _benefit(*_evenings(6, 4, 4), session=dated).kind is BenefitKind.NOT_REACHED
    assert _benefit(*_evenings(6, 6, 4, 4), session=dated).days == 1


def test_days_are_those_of_the_sessions_zone() -> None:
    abroad = _mood(at("2026-09-03 04:00", "Europe/Berlin"), 9, time_zone="Europe/Berlin")
    assert _benefit(*_evenings(4, 3, 4), abroad).days == 1  # 2 September, 22:00 at the session


def test_it_says_on_how_many_rated_days_it_rests() -> None:
    assert _benefit(*_evenings(6, None, 5, 4, 4)).rated_days == 4
