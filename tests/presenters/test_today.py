"""Today: what is waiting, the series, the last mood, what is still open."""

from datetime import date

import pytest

from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.words import EffectState, Route, SessionStatus
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.today import TodayPresenter
from symptrack.presenters.today_views import CardKind
from tests.builders import (
    make_check_in,
    make_effect,
    make_journal,
    make_series,
    make_session,
)
from tests.presenters.today_journal import CATALOGUE, OpenedToday, treated


def test_an_empty_journal_starts_with_how_the_patient_feels(opened_today: OpenedToday) -> None:
    view = opened_today(make_journal(), "2026-08-31 09:00").view()
    assert view.card.kind is CardKind.START
    assert view.card.title == "Start with your first session"
    assert view.card.action == "Record how I feel now"
    assert view.passed is None
    assert view.day == "Monday 31 August"
    assert view.series.title == "Your series"
    assert [disc.number for disc in view.series.discs] == ["1", "2", "3", "4", "5", "6"]
    assert not any(disc.done for disc in view.series.discs)
    assert view.mood.when == "no check-ins yet"
    assert view.mood.points == ()


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        ("04:59", "Good evening"),
        ("05:00", "Good morning"),
        ("11:59", "Good morning"),
        ("12:00", "Good afternoon"),
        ("17:59", "Good afternoon"),
        ("18:00", "Good evening"),
    ],
)
def test_the_greeting_follows_the_hour(opened_today: OpenedToday, hour: str, greeting: str) -> None:
    assert opened_today(make_journal(), f"2026-08-31 {hour}").view().greeting == greeting


def test_the_label_is_greeted_as_typed(opened_today: OpenedToday) -> None:
    journal = make_journal(patient=Patient(label="<b>J. & M.</b>"))
    view = opened_today(journal, "2026-08-31 09:00").view()
    assert view.greeting == "Good morning, <b>J. & M.</b>"


def test_the_24_hour_check_in_is_due_the_next_morning(opened_today: OpenedToday) -> None:
    journal = treated(make_check_in("2026-09-01 10:00", ratings={"mood": 3}))
    view = opened_today(journal, "2026-09-02 09:30").view()
    assert view.card.kind is CardKind.DUE
    assert view.card.title == "Your 24-hour check-in is due"
    assert view.card.text.startswith("Session 1 was yesterday.")
    assert view.series.discs[0].change == "3, due"


def test_the_2_hour_check_in_is_due_in_the_afternoon(opened_today: OpenedToday) -> None:
    view = opened_today(treated(), "2026-09-01 13:10").view()
    assert view.card.title == "Your 2-hour check-in is due"
    assert view.card.text.startswith("Session 1 was today.")


def test_the_evening_check_in_names_the_day_of_the_session(opened_today: OpenedToday) -> None:
    view = opened_today(treated(), "2026-09-01 21:30").view()
    assert view.card.title == "Your evening check-in is due"
    assert view.card.text.startswith("Session 1 was today.")


def test_a_check_in_that_is_due_later_names_the_day_of_the_session(
    opened_today: OpenedToday,
) -> None:
    times = Settings(follow_ups=FollowUpTimes(hours_after=(72,)))
    view = opened_today(treated(settings=times), "2026-09-04 12:00").view()
    assert view.card.title == "Your 72-hour check-in is due"
    assert view.card.text.startswith("Session 1 was on 1 Sep.")


def test_a_check_in_before_a_planned_session_is_due(opened_today: OpenedToday) -> None:
    session = make_session("2026-09-01 10:30", status=SessionStatus.PLANNED, route=Route.NASAL)
    view = opened_today(make_journal(sessions=[session]), "2026-09-01 09:00").view()
    assert view.card.title == "Your check-in before the session is due"
    assert view.card.text.startswith("It starts at 10:30.")


@pytest.mark.parametrize(
    ("time_known", "now", "said"),
    [
        (True, "2026-08-31 21:00", "It starts tomorrow at 10:30."),
        (False, "2026-08-31 21:00", "It is planned for tomorrow."),
        (False, "2026-09-01 09:00", "It is planned for today."),
    ],
)
def test_the_check_in_before_a_session_says_on_which_day_it_is(
    opened_today: OpenedToday, time_known: bool, now: str, said: str
) -> None:
    session = make_session("2026-09-01 10:30", status=SessionStatus.PLANNED, time_known=time_known)
    view = opened_today(make_journal(sessions=[session]), now).view()
    assert view.card.text.startswith(said)


def test_nothing_waits_between_check_ins(opened_today: OpenedToday) -> None:
    view = opened_today(treated(), "2026-09-05 12:00").view()
    assert view.card.kind is CardKind.QUIET


def test_the_last_mood_is_hidden_while_a_check_in_is_due(opened_today: OpenedToday) -> None:
    journal = treated(
        make_check_in("2026-09-01 09:30", ratings={"mood": 3}),
        make_check_in("2026-09-01 18:00", ratings={"mood": 7}),
    )
    view = opened_today(journal, "2026-09-02 09:30").view()
    assert view.mood.value == ""
    assert view.mood.when == ""
    assert [point.value for point in view.mood.points] == [3]
    assert "7" not in view.mood.text + view.mood.spoken


def test_the_last_mood_says_when_and_how_long_after_the_session(opened_today: OpenedToday) -> None:
    journal = treated(make_check_in("2026-09-02 11:10", ratings={"mood": 7}))
    view = opened_today(journal, "2026-09-03 09:30").view()
    assert view.mood.value == "7"
    assert view.mood.when == "yesterday, 11:10"
    assert view.mood.text == "out of 10, 24 hours after session 1"
    assert [mark.number for mark in view.mood.marks] == ["1"]


def test_a_mood_without_a_session_nearby_says_only_its_scale(opened_today: OpenedToday) -> None:
    journal = make_journal(
        check_ins=[make_check_in("2026-09-02 12:00", time_known=False, ratings={"mood": 7})]
    )
    view = opened_today(journal, "2026-09-02 15:00").view()
    assert view.mood.text == "out of 10"
    assert view.mood.when == "today"


def test_the_small_chart_leaves_a_gap_where_a_day_is_missing(opened_today: OpenedToday) -> None:
    journal = make_journal(
        check_ins=[
            make_check_in(f"2026-09-{day:02} 18:00", ratings={"mood": day}) for day in (1, 2, 4)
        ]
    )
    view = opened_today(journal, "2026-09-05 09:00").view()
    assert [point.joined for point in view.mood.points] == [False, True, False]


def test_a_draft_is_offered_before_anything_else(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), "2026-09-02 09:30")
    check_in = CheckInPresenter(opened_today.store, opened_today.clock.clock, CATALOGUE)
    check_in.begin()
    check_in.rate("mood", 4)
    view = today.view()
    assert view.card.kind is CardKind.DRAFT
    assert view.card.text.startswith("Your answers from today, 09:30 are kept.")


def test_the_discs_show_mood_before_and_after_and_what_is_to_come(
    opened_today: OpenedToday,
) -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[
            make_session("2026-09-01 10:30", series_id=series.id),
            make_session("2026-09-04 10:30", series_id=series.id),
            make_session("2026-09-08 10:30", series_id=series.id),
            make_session("2026-09-15 10:30", series_id=series.id, status=SessionStatus.PLANNED),
        ],
        check_ins=[
            make_check_in("2026-09-01 09:30", ratings={"mood": 3}),
            make_check_in("2026-09-02 11:00", ratings={"mood": 5}),
            make_check_in("2026-09-04 09:30", ratings={"mood": 4}),
        ],
    )
    view = opened_today(journal, "2026-09-12 09:30").view()
    assert [disc.change for disc in view.series.discs] == ["3 to 5", "4 to –", "", "", "", ""]
    assert [disc.done for disc in view.series.discs] == [True] * 3 + [False] * 3
    assert [disc.day for disc in view.series.discs][3:] == ["15 Sep", "", ""]
    assert view.series.progress == "session 3 of 6"
    assert view.series.coming == "Next: Tuesday 15 September, 10:30"
    assert view.series.discs[2].spoken == "Session 3, 8 Sep, mood not noted"


def test_a_planned_day_without_a_time_is_said_without_one(opened_today: OpenedToday) -> None:
    series = make_series()
    planned = make_session(
        "2026-09-15 12:00", series_id=series.id, status=SessionStatus.PLANNED, time_known=False
    )
    view = opened_today(
        make_journal(series=[series], sessions=[planned]), "2026-09-12 09:30"
    ).view()
    assert view.series.coming == "Next: Tuesday 15 September"
    assert view.series.progress == "not started"
    assert view.series.discs[0].day == "15 Sep"


def test_an_ended_series_shows_no_more_places(opened_today: OpenedToday) -> None:
    series = make_series(ended_on=date(2026, 9, 4))
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    view = opened_today(journal, "2026-09-12 09:30").view()
    assert len(view.series.discs) == 1
    assert view.series.coming == "Ended on Friday 4 September"


def test_a_long_maintenance_shows_its_latest_sessions(opened_today: OpenedToday) -> None:
    series = make_series(planned_sessions=None, first_number=7, name="")
    sessions = [
        make_session(f"2026-{month:02}-01 10:30", series_id=series.id) for month in range(1, 10)
    ]
    view = opened_today(make_journal(series=[series], sessions=sessions), "2026-09-12 09:30").view()
    assert [disc.number for disc in view.series.discs] == [str(n) for n in range(9, 16)]
    assert view.series.progress == "session 15"
    assert view.series.title == "Your series"
    assert view.series.coming == "No coming session is noted."


def test_open_side_effects_are_asked_about(opened_today: OpenedToday) -> None:
    journal = treated(
        make_check_in(
            "2026-09-01 18:10",
            side_effects=(
                make_effect("numbness_tingling", 1),
                make_effect("nausea", None),
                make_effect("dizziness", 2, state=EffectState.GONE),
            ),
        )
    )
    rows = opened_today(journal, "2026-09-02 09:30").view().open_effects
    assert {row.title for row in rows} == {"Numb or tingling, mild (1)", "Nausea"}
    assert {row.meta for row in rows} == {"Noted 7 hours after session 1"}


def test_one_press_ends_one_side_effect_and_can_be_taken_back(opened_today: OpenedToday) -> None:
    check_in = make_check_in(
        "2026-09-01 18:10", side_effects=(make_effect("nausea"), make_effect("dizziness"))
    )
    today = opened_today(treated(check_in), "2026-09-02 09:30")
    row = next(row for row in today.view().open_effects if row.effect == "nausea")
    done = today.say_gone(row)
    assert [one.effect for one in today.view().open_effects] == ["dizziness"]
    assert len(opened_today.store.history(Kind.CHECK_INS, check_in.id)) == 1
    assert done is not None
    assert done.said == "Saved: Nausea, mild (1) has gone."
    done.take_back()
    assert opened_today.store.load().check_ins == (check_in,)
    assert {one.effect for one in today.view().open_effects} == {"nausea", "dizziness"}


def test_a_side_effect_of_a_deleted_check_in_cannot_be_ended(opened_today: OpenedToday) -> None:
    check_in = make_check_in("2026-09-01 18:10", side_effects=(make_effect("nausea"),))
    today = opened_today(treated(check_in), "2026-09-02 09:30")
    row = today.view().open_effects[0]
    opened_today.store.delete(Kind.CHECK_INS, check_in.id)
    assert today.say_gone(row) is None
    assert today.say_still_there(row) is None
    assert today.do_not_ask(row) is None


def test_the_button_says_infusion_unless_the_latest_session_was_another_route(
    opened_today: OpenedToday,
) -> None:
    assert opened_today(make_journal(), "2026-08-31 09:00").view().log == "Log an infusion"
    opened_today.store.add(make_session(route=Route.NASAL))
    presenter = TodayPresenter(opened_today.store, opened_today.clock.clock, CATALOGUE)
    assert presenter.view().log == "Log a session"


def test_a_planned_session_whose_time_has_passed_is_asked_about(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-11 10:30", status=SessionStatus.PLANNED)
    today = opened_today(make_journal(sessions=[planned]), "2026-09-11 11:00")
    assert today.view().passed is None
    opened_today.clock.set("2026-09-11 11:11")
    passed = today.view().passed
    assert passed is not None
    assert passed.question == "Did the infusion take place?"
    assert passed.meta == "It was planned for Friday 11 September, 10:30."


def test_a_planned_day_is_asked_about_once_it_is_over(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-11 12:00", status=SessionStatus.PLANNED, time_known=False)
    today = opened_today(make_journal(sessions=[planned]), "2026-09-11 23:00")
    assert today.view().passed is None
    opened_today.clock.set("2026-09-12 08:00")
    passed = today.view().passed
    assert passed is not None
    assert passed.meta == "It was planned for Friday 11 September."


def test_later_asks_again_at_the_next_start(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-11 10:30", status=SessionStatus.PLANNED)
    today = opened_today(make_journal(sessions=[planned]), "2026-09-12 08:00")
    today.ask_later(planned.id)
    assert today.view().passed is None
    again = TodayPresenter(opened_today.store, opened_today.clock.clock, CATALOGUE)
    assert again.view().passed is not None


def test_no_marks_it_missed_and_can_be_taken_back(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-11 10:30", status=SessionStatus.PLANNED)
    today = opened_today(make_journal(sessions=[planned]), "2026-09-12 08:00")
    done = today.say_missed(planned.id)
    assert opened_today.store.load().sessions[0].status is SessionStatus.MISSED
    assert done is not None
    done.take_back()
    assert opened_today.store.load().sessions == (planned,)
    assert today.say_missed("00000000-0000-4000-8000-000000000000") is None


def test_rare_sessions_keep_their_mood_before_and_after(opened_today: OpenedToday) -> None:
    series = make_series(planned_sessions=None)
    journal = make_journal(
        series=[series],
        sessions=[
            make_session("2025-01-10 10:30", series_id=series.id),
            make_session("2026-09-01 10:30", series_id=series.id),
        ],
        check_ins=[
            make_check_in("2025-01-10 09:30", ratings={"mood": 3}),
            make_check_in("2025-01-11 11:00", ratings={"mood": 6}),
        ],
    )
    view = opened_today(journal, "2026-09-12 09:30").view()
    assert [disc.change for disc in view.series.discs] == ["3 to 6", ""]
