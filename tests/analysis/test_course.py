"""The course of the ratings over a period."""

from datetime import date, timedelta

import pytest

from symptrack.analysis.before_after import BeforeAfter
from symptrack.analysis.completeness import Completeness
from symptrack.analysis.course import (
    Course,
    CoursePanel,
    CoursePoint,
    SessionMark,
    summarise_course,
)
from symptrack.analysis.period import Period, dates_period
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.symptom import Symptom
from tests.builders import (
    at,
    make_check_in,
    make_journal,
    make_series,
    make_session,
    make_visit,
)

SERIES = make_series(first_number=3)
SESSION = make_session("2026-09-01 10:30", series_id=SERIES.id, duration_min=30)


def _course(journal: Journal) -> Course:
    return summarise_course(journal, dates_period(journal, date(2026, 8, 1), date(2026, 11, 20)))


def _mood(*check_ins: CheckIn) -> CoursePanel:
    journal = make_journal(series=[SERIES], sessions=[SESSION], check_ins=list(check_ins))
    return _course(journal).panels[0]


def _joined(*check_ins: CheckIn) -> list[int]:
    """Return how many points each segment joins."""
    return [len(segment) for segment in _mood(*check_ins).segments]


def test_an_empty_journal_has_empty_panels() -> None:
    course = _course(make_journal())
    assert [panel.symptom.key for panel in course.panels] == ["mood", "anxiety"]
    assert all(
        not (panel.points or panel.segments or panel.before_after) for panel in course.panels
    )
    assert all(panel.reference is None for panel in course.panels)
    assert (course.sessions, course.visits) == ((), ())
    assert course.completeness == Completeness(112, 0, 0, 0)


def test_a_point_holds_what_is_known_of_its_check_in() -> None:
    check_in = make_check_in(
        "2026-09-01 13:00",
        ratings={"mood": 6},
        entered_at=at("2026-09-02 13:00"),
        note="Went for a short walk.",
    )
    assert _mood(check_in).points == (
        CoursePoint(
            check_in_id=check_in.id,
            at=at("2026-09-01 13:00"),
            value=6,
            late=True,
            mapped=False,
            time_known=True,
            hours_after=2,
            session_number=3,
            has_note=True,
        ),
    )


def test_a_point_before_any_session_follows_none() -> None:
    point = _mood(make_check_in("2026-08-31 18:00")).points[0]
    assert (point.hours_after, point.session_number) == (None, None)


def test_a_point_during_a_session_has_no_hours_after_it() -> None:
    point = _mood(make_check_in("2026-09-01 10:45")).points[0]
    assert (point.hours_after, point.session_number) == (None, 3)


def test_a_point_without_its_time_has_no_hours() -> None:
    point = _mood(make_check_in("2026-09-01 12:00", time_known=False)).points[0]
    assert (point.hours_after, point.session_number, point.time_known) == (None, 3, False)


def test_a_point_after_a_session_of_no_series_has_no_number() -> None:
    journal = make_journal(sessions=[make_session()], check_ins=[make_check_in("2026-09-01 13:10")])
    point = _course(journal).panels[0].points[0]
    assert (point.hours_after, point.session_number) == (2, None)


def test_points_keep_their_own_offset() -> None:
    abroad = make_check_in("2026-09-01 20:00", time_zone="Europe/Berlin")
    assert _mood(abroad).points[0].at.utcoffset() == timedelta(hours=2)


def test_only_the_points_of_the_period_are_there() -> None:
    inside, outside = make_check_in("2026-09-02 18:00"), make_check_in("2026-09-03 00:00")
    journal = make_journal(check_ins=[outside, inside])
    period = dates_period(journal, date(2026, 9, 1), date(2026, 9, 2))
    points = summarise_course(journal, period).panels[0].points
    assert [point.check_in_id for point in points] == [inside.id]


@pytest.mark.parametrize(("second", "joined"), [("07:00", [2]), ("07:01", [1, 1])])
def test_neighbours_are_joined_up_to_37_hours_apart(second: str, joined: list[int]) -> None:
    assert (
        _joined(make_check_in("2026-09-05 18:00"), make_check_in(f"2026-09-07 {second}")) == joined
    )


def test_a_line_may_pass_a_session() -> None:
    assert _joined(make_check_in("2026-09-01 09:30"), make_check_in("2026-09-01 13:00")) == [2]


def test_a_check_in_without_the_rating_is_no_neighbour() -> None:
    between = make_check_in("2026-09-06 18:00", ratings={"anxiety": 5})
    assert _joined(
        make_check_in("2026-09-05 18:00"), between, make_check_in("2026-09-07 18:00")
    ) == [1, 1]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("2026-09-28 18:00", "2026-10-05 18:00", [1, 1]),  # from day 27: still daily
        ("2026-09-29 18:00", "2026-10-07 18:00", [2]),  # from day 28, 8 days
        ("2026-09-29 18:00", "2026-10-07 18:01", [1, 1]),
        ("2026-10-20 18:00", "2026-10-27 18:00", [2]),
    ],
)
def test_weekly_entries_are_joined_up_to_8_days_apart(
    first: str, second: str, joined: list[int]
) -> None:
    assert _joined(make_check_in(first), make_check_in(second)) == joined


def test_weekly_entries_are_not_joined_over_a_session() -> None:
    journal = make_journal(
        sessions=[SESSION, make_session("2026-10-25 10:30")],
        check_ins=[make_check_in("2026-10-20 18:00"), make_check_in("2026-10-27 18:00")],
    )
    assert [len(segment) for segment in _course(journal).panels[0].segments] == [1, 1]


def test_entries_before_any_session_are_not_weekly_by_plan() -> None:
    assert _joined(make_check_in("2026-08-02 18:00"), make_check_in("2026-08-09 18:00")) == [1, 1]


def test_mapped_ratings_are_drawn_and_never_joined() -> None:
    panel = _mood(
        make_check_in("2026-09-05 18:00"),
        make_check_in("2026-09-06 06:00", mapped=True),
        make_check_in("2026-09-06 18:00"),
    )
    assert [point.mapped for point in panel.points] == [False, True, False]
    assert [[point.mapped for point in segment] for segment in panel.segments] == [[False, False]]


def test_each_session_has_its_before_and_after() -> None:
    panel = _mood(
        make_check_in("2026-09-01 09:30", ratings={"mood": 3}),
        make_check_in("2026-09-02 10:30", ratings={"mood": 6}),
    )
    assert panel.before_after == (BeforeAfter(SESSION, 3, 6),)


def test_the_reference_is_that_of_the_earliest_series_in_the_period() -> None:
    second = make_series(started_on=date(2026, 10, 1))
    journal = make_journal(
        series=[second, SERIES],
        sessions=[make_session("2026-10-01 10:30", series_id=second.id), SESSION],
        check_ins=[
            make_check_in("2026-08-31 18:00", ratings={"mood": 2}),
            make_check_in("2026-09-30 18:00", ratings={"mood": 7}),
        ],
    )
    found = _course(journal).panels[0].reference
    assert found is not None
    assert (found.value, found.series_id) == (2, SERIES.id)


def test_the_reference_without_a_series_is_that_of_the_first_session() -> None:
    journal = make_journal(
        sessions=[make_session("2026-10-01 10:30"), make_session("2026-09-01 10:30")],
        check_ins=[
            make_check_in("2026-08-31 18:00", ratings={"mood": 2}),
            make_check_in("2026-09-30 18:00", ratings={"mood": 7}),
        ],
    )
    found = _course(journal).panels[0].reference
    assert found is not None
    assert (found.value, found.series_id) == (2, None)


def test_sessions_are_marked_with_their_numbers() -> None:
    alone = make_session("2026-10-20 10:30")
    journal = make_journal(series=[SERIES], sessions=[alone, SESSION])
    assert _course(journal).sessions == (SessionMark(SESSION, 3), SessionMark(alone, None))


def test_visits_of_the_period_stand_by_date() -> None:
    late, early, ahead = (make_visit(visited_on=date(2026, month, 2)) for month in (11, 10, 12))
    assert _course(make_journal(visits=[late, ahead, early])).visits == (early, late)


def test_the_symptoms_are_the_active_ones_unless_chosen() -> None:
    journal = make_journal(
        symptoms=[Symptom(key="own_calm", label="Calm"), Symptom(key="anxiety", active=False)],
        check_ins=[make_check_in("2026-09-01 18:00", ratings={"mood": 4, "own_calm": 2})],
    )
    period = Period(date(2026, 9, 1), date(2026, 9, 1))
    shown = summarise_course(journal, period)
    assert [panel.symptom.label for panel in shown.panels] == ["Mood", "Calm"]
    chosen = summarise_course(journal, period, symptoms=["own_calm", "sleep", "gone_since"])
    assert [panel.symptom.label for panel in chosen.panels] == ["Calm", "Sleep", "gone since"]
    assert [len(panel.points) for panel in chosen.panels] == [1, 0, 0]
