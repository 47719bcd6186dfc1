"""What one press on Today records, and how it is taken back."""

from datetime import timedelta

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.words import EffectState, Mode, Moment
from symptrack.presenters.today import TodayPresenter
from symptrack.presenters.today_views import CardKind, OpenEffectRow
from tests.builders import at, make_check_in, make_effect, make_journal
from tests.presenters.today_journal import OpenedToday, treated

EVENING = "2026-09-05 20:30"
MORNING = "2026-09-02 09:30"


def _check_ins(opened: OpenedToday) -> list[CheckIn]:
    return sorted(opened.store.load().check_ins, key=lambda one: one.occurred_at)


def _rows(today: TodayPresenter) -> dict[str, OpenEffectRow]:
    return {row.effect: row for row in today.view().open_effects}


def _two_effects(**changes: object) -> Journal:
    said = make_check_in(
        "2026-09-01 12:10",
        side_effects=(make_effect("nausea", 2), make_effect("dizziness", 3)),
    )
    return treated(said, **changes)


def test_a_mood_is_a_check_in_with_that_rating_alone(opened_today: OpenedToday) -> None:
    journal = treated()
    today = opened_today(journal, EVENING)
    done = today.rate_mood(6)
    (saved,) = _check_ins(opened_today)
    assert (saved.ratings, saved.mode, saved.side_effects) == ({"mood": 6}, Mode.FULL, ())
    assert saved.occurred_at == saved.entered_at == at(EVENING)
    assert (saved.session_id, saved.moment) == (journal.sessions[0].id, Moment.AFTER)
    assert done.said == "Saved: mood 6 of 10."
    assert not done.help_first
    view = today.view()
    assert (view.evening, view.card.kind) == (None, CardKind.QUIET)
    assert view.mood.value == "6"


def test_a_mood_can_be_taken_back(opened_today: OpenedToday) -> None:
    today = opened_today(treated(), EVENING)
    today.rate_mood(6).take_back()
    assert _check_ins(opened_today) == []
    assert len(opened_today.store.load().deleted) == 1
    assert today.view().evening is not None


def test_a_mood_without_any_session_belongs_to_none(opened_today: OpenedToday) -> None:
    opened_today(make_journal(), EVENING).rate_mood(6)
    (saved,) = _check_ins(opened_today)
    assert (saved.session_id, saved.moment) == (None, None)


@pytest.mark.parametrize(("rating", "help_first"), [(0, True), (1, True), (2, False)])
def test_the_first_mood_of_0_or_1_on_a_day_brings_the_help_panel(
    opened_today: OpenedToday, rating: int, help_first: bool
) -> None:
    assert opened_today(treated(), EVENING).rate_mood(rating).help_first is help_first


def test_later_that_day_it_is_a_line(opened_today: OpenedToday) -> None:
    low = make_check_in("2026-09-05 09:00", ratings={"mood": 1})
    done = opened_today(treated(low), EVENING).rate_mood(1)
    assert not done.help_first
    assert done.said == ("Saved: mood 1 of 10. If you need someone now, the numbers stand below.")


def test_still_there_records_that_it_is_there_now_and_ends_no_other(
    opened_today: OpenedToday,
) -> None:
    today = opened_today(_two_effects(), MORNING)
    done = today.say_still_there(_rows(today)["nausea"])
    assert done is not None
    assert done.said == (
        "Saved: Nausea is still there. This is lasting longer than most people report. "
        "You may want to tell your clinic."
    )
    saved = _check_ins(opened_today)[-1]
    assert saved.occurred_at == at(MORNING)
    assert {(one.effect, one.severity, one.state) for one in saved.side_effects} == {
        ("nausea", 2, EffectState.PRESENT),
        ("dizziness", None, EffectState.PRESENT),
    }
    assert set(_rows(today)) == {"dizziness"}
    assert _rows(today)["dizziness"].title == "Dizzy, severe (3)"


def test_the_check_in_that_is_due_stays_due(opened_today: OpenedToday) -> None:
    today = opened_today(_two_effects(), MORNING)
    today.say_still_there(_rows(today)["nausea"])
    assert today.view().card.title == "Your 24-hour check-in is due"


def test_presses_within_a_quarter_of_an_hour_go_into_one_check_in(
    opened_today: OpenedToday,
) -> None:
    today = opened_today(_two_effects(), MORNING)
    today.say_still_there(_rows(today)["nausea"])
    opened_today.clock.set("2026-09-02 09:45")
    second = today.say_still_there(_rows(today)["dizziness"])
    assert len(_check_ins(opened_today)) == 2
    assert {(one.effect, one.severity) for one in _check_ins(opened_today)[-1].side_effects} == {
        ("nausea", 2),
        ("dizziness", 3),
    }
    assert _rows(today) == {}
    assert second is not None
    second.take_back()
    assert set(_rows(today)) == {"dizziness"}
    assert len(_check_ins(opened_today)) == 2


def test_gone_within_a_quarter_of_an_hour_is_gone_in_that_check_in(
    opened_today: OpenedToday,
) -> None:
    today = opened_today(_two_effects(), MORNING)
    today.say_still_there(_rows(today)["nausea"])
    today.say_gone(_rows(today)["dizziness"])
    assert {(one.effect, one.state) for one in _check_ins(opened_today)[-1].side_effects} == {
        ("nausea", EffectState.PRESENT),
        ("dizziness", EffectState.GONE),
    }
    assert _rows(today) == {}


def test_still_there_can_be_taken_back(opened_today: OpenedToday) -> None:
    today = opened_today(_two_effects(), MORNING)
    before = _check_ins(opened_today)
    done = today.say_still_there(_rows(today)["nausea"])
    assert done is not None
    done.take_back()
    assert _check_ins(opened_today) == before
    assert set(_rows(today)) == {"nausea", "dizziness"}


def test_it_is_asked_again_four_hours_later(opened_today: OpenedToday) -> None:
    today = opened_today(_two_effects(), MORNING)
    today.say_still_there(_rows(today)["nausea"])
    opened_today.clock.set("2026-09-02 13:29")
    assert set(_rows(today)) == {"dizziness"}
    opened_today.clock.set("2026-09-02 13:30")
    assert set(_rows(today)) == {"dizziness", "nausea"}


def test_one_that_is_not_to_be_asked_about_is_asked_no_more_and_stays_open(
    opened_today: OpenedToday,
) -> None:
    today = opened_today(_two_effects(), MORNING)
    done = today.do_not_ask(_rows(today)["nausea"])
    assert done is not None
    assert done.said == "You will not be asked about this again: Nausea."
    assert set(_rows(today)) == {"dizziness"}
    (said,) = _check_ins(opened_today)
    assert [one.ask_again for one in said.side_effects if one.effect == "nausea"] == [False]
    assert all(one.present and one.ended_at is None for one in said.side_effects)
    done.take_back()
    assert set(_rows(today)) == {"nausea", "dizziness"}


def test_what_changed_since_is_not_taken_back(opened_today: OpenedToday) -> None:
    today = opened_today(_two_effects(), MORNING)
    done = today.say_gone(_rows(today)["nausea"])
    (said,) = _check_ins(opened_today)
    assert done is not None
    today.do_not_ask(_rows(today)["dizziness"])
    with pytest.raises(RefusedRequest, match="has changed since"):
        done.take_back()
    assert _check_ins(opened_today)[0].side_effects != said.side_effects


def test_a_red_flag_that_is_still_there_brings_the_urgent_text(opened_today: OpenedToday) -> None:
    said = make_check_in("2026-09-01 18:10", side_effects=(make_effect("chest_pain", None),))
    today = opened_today(treated(said), MORNING)
    done = today.say_still_there(_rows(today)["chest_pain"])
    assert done is not None
    assert "This can need medical help now. Call your emergency number." in done.said
    assert not done.help_first


def test_thoughts_of_self_harm_that_are_still_there_bring_the_help_panel(
    opened_today: OpenedToday,
) -> None:
    said = make_check_in("2026-09-01 18:10", side_effects=(make_effect("suicidal", None),))
    today = opened_today(treated(said), MORNING)
    done = today.say_still_there(_rows(today)["suicidal"])
    assert done is not None
    assert done.help_first


def test_what_lasts_longer_is_said_once_with_the_clinic(opened_today: OpenedToday) -> None:
    said = make_check_in(
        "2026-09-01 18:10", mode=Mode.GENTLE, side_effects=(make_effect("nausea", None),)
    )
    patient = Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142")
    today = opened_today(treated(said, patient=patient), MORNING)
    line = (
        "This is lasting longer than most people report. "
        "You may want to tell your clinic: Harbour Clinic, 555 0142."
    )
    assert _rows(today)["nausea"].lasting == line
    done = today.say_still_there(_rows(today)["nausea"])
    assert done is not None
    assert done.said == "Saved: Nausea is still there."
    opened_today.clock.set("2026-09-02 13:30")
    assert _rows(today)["nausea"].lasting == ""


def test_what_a_full_check_in_said_when_it_was_saved_is_not_said_again(
    opened_today: OpenedToday,
) -> None:
    said = make_check_in("2026-09-01 18:10", side_effects=(make_effect("nausea", 2),))
    today = opened_today(treated(said), MORNING)
    assert _rows(today)["nausea"].lasting == ""
    done = today.say_still_there(_rows(today)["nausea"])
    assert done is not None
    assert done.said == "Saved: Nausea is still there."


def test_what_does_not_last_longer_gets_no_line(opened_today: OpenedToday) -> None:
    said = make_check_in("2026-09-01 12:10", side_effects=(make_effect("nausea", 2),))
    today = opened_today(treated(said), MORNING)
    assert _rows(today)["nausea"].lasting == ""
    assert _rows(today)["nausea"].meta == "Noted 1 hour after session 1"


def test_a_press_says_of_another_one_only_what_was_pressed(opened_today: OpenedToday) -> None:
    early = make_check_in(
        "2026-09-01 12:10", side_effects=(make_effect("nausea"), make_effect("dizziness"))
    )
    today = opened_today(treated(early), MORNING)
    for effect in ("nausea", "dizziness"):
        done = today.say_still_there(_rows(today)[effect])
        assert done is not None
        assert done.said.count("lasting longer") == 1
    opened_today.clock.set("2026-09-02 13:30")
    assert [row.lasting for row in _rows(today).values()] == ["", ""]


def test_a_press_a_quarter_of_an_hour_later_makes_another_check_in(
    opened_today: OpenedToday,
) -> None:
    today = opened_today(_two_effects(), MORNING)
    today.say_still_there(_rows(today)["nausea"])
    opened_today.clock.set("2026-09-02 09:46")
    today.say_still_there(_rows(today)["dizziness"])
    first, second = _check_ins(opened_today)[1:]
    assert second.occurred_at - first.occurred_at == timedelta(minutes=16)
