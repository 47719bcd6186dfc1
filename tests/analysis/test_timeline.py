"""A journal put in order once."""

from symptrack.analysis.timeline import Timeline, timeline_of
from symptrack.domain.words import SessionStatus
from tests.builders import at, make_check_in, make_journal, make_series, make_session


def test_a_timeline_orders_by_instant_and_not_by_wall_clock() -> None:
    later = make_check_in("2026-09-01 18:00")
    earlier = make_check_in("2026-09-01 19:00", time_zone="Europe/Berlin")
    assert Timeline(make_journal(check_ins=[later, earlier])).check_ins == (earlier, later)


def test_only_done_sessions_stand_in_a_timeline() -> None:
    second, first = make_session("2026-09-04 10:30"), make_session("2026-09-01 10:30")
    missed = make_session("2026-09-02 10:30", status=SessionStatus.MISSED)
    timeline = Timeline(make_journal(sessions=[second, missed, first]))
    assert timeline.sessions == (first, second)
    assert timeline.next_session(first) == second
    assert timeline.next_session(second) is None


def test_mapped_ratings_are_not_among_those_that_count() -> None:
    counted = make_check_in("2026-09-01 18:00", ratings={"mood": 4})
    mapped = make_check_in("2026-09-02 18:00", ratings={"mood": 8}, mapped=True)
    other = make_check_in("2026-09-03 18:00", ratings={"anxiety": 2})
    timeline = Timeline(make_journal(check_ins=[mapped, other, counted]))
    assert [rating.check_in for rating in timeline.ratings("mood")] == [counted]
    assert timeline.ratings("mood") is timeline.ratings("mood")


def test_what_lies_between_two_instants_holds_both_of_them() -> None:
    check_ins = [make_check_in(f"2026-09-0{day} 18:00") for day in range(1, 6)]
    timeline = Timeline(make_journal(check_ins=check_ins))
    bounds = at("2026-09-02 18:00"), at("2026-09-04 18:00")
    assert list(timeline.check_ins_between(*bounds)) == check_ins[1:4]
    assert [one.check_in for one in timeline.ratings_between("mood", *bounds)] == check_ins[1:4]


def test_a_session_of_no_series_has_none() -> None:
    series = make_series()
    inside, outside = make_session(series_id=series.id), make_session("2026-09-04 10:30")
    timeline = Timeline(make_journal(series=[series], sessions=[inside, outside]))
    assert timeline.series_of(inside) == series
    assert timeline.series_of(outside) is None
    assert timeline.sessions_of(series) == (inside,)


def test_a_timeline_stands_in_for_its_journal() -> None:
    timeline = Timeline(make_journal())
    assert timeline_of(timeline) is timeline
