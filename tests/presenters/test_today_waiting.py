"""What waits on Today and in which order; gentle mode offered; after-care."""

import pytest

from symptrack.domain.patient import Patient
from symptrack.domain.words import SessionStatus
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.questionnaire_draft import draft_name
from symptrack.presenters.today_views import CardKind, TodayView
from tests.builders import make_check_in, make_effect, make_journal, make_session
from tests.presenters.today_journal import OpenedToday, treated

EFFECTS = ("nausea", "dizziness", "headache")


def _said(occurred: str, *effects: str) -> object:
    return make_check_in(occurred, side_effects=tuple(make_effect(one) for one in effects))


def _asked(view: TodayView) -> list[str]:
    return [row.effect for row in view.open_effects]


def test_the_mood_of_an_evening_is_asked_in_one_press(opened_today: OpenedToday) -> None:
    yesterday = make_check_in("2026-09-04 20:00", ratings={"mood": 7})
    earlier = make_check_in("2026-09-03 20:00", ratings={"mood": 4})
    view = opened_today(treated(earlier, yesterday), "2026-09-05 20:00").view()
    assert view.card.kind is CardKind.EVENING
    assert view.evening is not None
    assert view.card.title == view.evening.question == "How is your mood this evening?"
    assert (view.evening.low, view.evening.high) == ("Worst I have felt", "Best I have felt")
    assert view.card.action == "Full check-in"


def test_the_last_mood_is_hidden_while_it_waits(opened_today: OpenedToday) -> None:
    yesterday = make_check_in("2026-09-04 20:00", ratings={"mood": 7})
    at_noon = make_check_in("2026-09-04 12:00", ratings={"mood": 6})
    earlier = make_check_in("2026-09-03 20:00", ratings={"mood": 4})
    view = opened_today(treated(earlier, at_noon, yesterday), "2026-09-05 20:00").view()
    assert (view.mood.value, view.mood.when) == ("", "")
    assert [point.value for point in view.mood.points] == [4]


def test_at_midnight_it_has_lapsed(opened_today: OpenedToday) -> None:
    view = opened_today(treated(), "2026-09-06 00:00").view()
    assert (view.evening, view.card.kind) == (None, CardKind.QUIET)


def test_it_does_not_stand_beside_a_full_check_in(opened_today: OpenedToday) -> None:
    view = opened_today(treated(), "2026-09-02 20:30").view()
    assert (view.evening, view.card.title) == (None, "Your 24-hour check-in is due")


def test_it_waits_below_a_check_in_that_is_not_finished(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), "2026-09-05 20:30")
    opened_today.store.save_draft(DRAFT_NAME, {})
    view = today.view()
    assert view.card.kind is CardKind.DRAFT
    assert view.evening is not None


def test_side_effects_fill_what_room_is_left_of_three(opened_today: OpenedToday) -> None:
    said = _said("2026-09-04 09:00", *EFFECTS)
    today = opened_today(treated(said), "2026-09-05 12:00")
    assert len(_asked(today.view())) == 3
    opened_today.clock.set("2026-09-05 20:30")
    assert len(_asked(today.view())) == 2
    opened_today.store.save_draft(DRAFT_NAME, {})
    assert len(_asked(today.view())) == 1
    opened_today.store.add(make_session("2026-09-05 09:00", status=SessionStatus.PLANNED))
    view = today.view()
    assert view.passed is not None
    assert _asked(view) == []


def test_a_passed_session_comes_before_side_effects(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-03 10:30", status=SessionStatus.PLANNED)
    journal = treated(_said("2026-09-02 09:00", *EFFECTS))
    today = opened_today(journal, "2026-09-05 12:00")
    opened_today.store.add(planned)
    view = today.view()
    assert view.passed is not None
    assert len(_asked(view)) == 2


def test_gentle_mode_is_a_quiet_link_but_for_the_very_first_day(opened_today: OpenedToday) -> None:
    card = opened_today(treated(), "2026-09-05 12:00").view().card
    assert (card.gentle, card.gentle_first) == ("Drowsy? Use gentle mode", False)


def test_an_empty_journal_does_not_speak_of_it(opened_today: OpenedToday) -> None:
    card = opened_today(make_journal(), "2026-09-05 12:00").view().card
    assert (card.kind, card.gentle) == (CardKind.START, "")


def test_for_four_hours_after_a_session_it_comes_first(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), "2026-09-01 11:20")
    card = today.view().card
    assert (card.kind, card.title) == (CardKind.GENTLE, "How are you after the infusion?")
    assert (card.gentle, card.gentle_first) == ("Check in gently", True)
    assert card.action == "Full check-in"
    opened_today.clock.set("2026-09-01 15:10")
    card = today.view().card
    assert (card.kind, card.gentle_first) == (CardKind.DUE, True)
    assert card.text == (
        "Session 1 was today. Two questions in large words, and you can stop at any point."
    )
    assert card.action == "Full check-in"
    opened_today.clock.set("2026-09-01 15:11")
    assert not today.view().card.gentle_first


def test_after_one_that_was_only_planned_too(opened_today: OpenedToday) -> None:
    planned = make_session("2026-09-05 18:30", status=SessionStatus.PLANNED)
    today = opened_today(treated(), "2026-09-05 20:30")
    opened_today.store.add(planned)
    view = today.view()
    assert (view.card.kind, view.card.title) == (CardKind.GENTLE, "How are you now?")
    assert view.evening is None


def test_a_check_in_that_is_not_finished_is_still_offered_then(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), "2026-09-01 12:00")
    opened_today.store.save_draft(DRAFT_NAME, {})
    card = today.view().card
    assert (card.kind, card.action, card.gentle_first) == (CardKind.DRAFT, "Go on with it", True)


def test_after_care_shows_on_the_day_of_a_session(opened_today: OpenedToday) -> None:
    patient = Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142")
    today = opened_today(treated(patient=patient), "2026-09-01 23:59")
    care = today.view().after_care
    assert care is not None
    assert care.title == "Follow your clinic’s own instructions first"
    assert care.clinic == "Harbour Clinic, 555 0142"
    assert len(care.lines) == 5
    opened_today.clock.set("2026-09-02 00:00")
    assert today.view().after_care is None


@pytest.mark.parametrize(
    ("status", "shown"), [(SessionStatus.PLANNED, True), (SessionStatus.MISSED, False)]
)
def test_after_care_shows_on_a_planned_day_and_not_for_a_missed_one(
    opened_today: OpenedToday, status: SessionStatus, shown: bool
) -> None:
    session = make_session("2026-09-01 12:00", status=status, time_known=False)
    care = opened_today(make_journal(sessions=[session]), "2026-09-01 08:00").view().after_care
    assert (care is not None) is shown
    assert care is None or care.clinic == ""


def test_after_care_is_put_away_for_the_day(opened_today: OpenedToday) -> None:
    later = make_session("2026-09-02 10:30")
    today = opened_today(treated(), "2026-09-01 12:00")
    opened_today.store.add(later)
    done = today.hide_after_care()
    assert done.said == "Hidden for today."
    assert today.view().after_care is None
    done.take_back()
    assert today.view().after_care is not None
    today.hide_after_care()
    opened_today.clock.set("2026-09-02 12:00")
    assert today.view().after_care is not None


def test_a_questionnaire_waits_while_there_is_room_for_one_more(opened_today: OpenedToday) -> None:
    said = _said("2026-09-04 09:00", *EFFECTS[:2])
    today = opened_today(treated(said), "2026-09-05 12:00")
    asked = today.questionnaire(today.view())
    assert asked is not None
    assert asked.instrument == "phq9"
    opened_today.store.save_draft(draft_name("phq9"), {})
    begun = today.questionnaire(today.view())
    assert begun is not None
    assert begun.title == "PHQ-9 is not finished"
    opened_today.clock.set("2026-09-05 20:30")
    view = today.view()
    assert view.evening is not None
    assert today.questionnaire(view) is None


def test_none_waits_in_the_hours_of_gentle_mode(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), "2026-09-01 12:00")
    assert today.questionnaire(today.view()) is None
    opened_today.clock.set("2026-09-01 16:00")
    assert today.questionnaire(today.view()) is not None
