"""The session form over time: its drafts, planned sessions, changes, the trash."""

from dataclasses import replace

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Kind
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.words import DoseUnit, Moment, Route, SessionStatus, VitalMoment
from tests.builders import at, make_check_in, make_journal, make_session
from tests.presenters.forms import OpenedForm, saved, series_with_sessions


def with_mood(session: Session, mood: int = 3, occurred: str = "2026-09-11 10:25") -> CheckIn:
    return make_check_in(
        occurred, session_id=session.id, moment=Moment.BEFORE, ratings={"mood": mood, "anxiety": 6}
    )


def test_what_is_typed_is_in_the_draft_and_offered_again(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.keep()
    assert (form.has_draft(), form.changed) == (False, False)
    form.change(dose="4O", date="today", mood=2, experience=("insight",))
    form.keep()
    assert form.changed
    opened_form.clock.set("2026-09-16 08:00")
    again = opened_form.again()
    assert again.has_draft()
    again.begin()
    assert again.changed
    assert again.form == replace(form.form, date="15 September 2026")
    assert again.view().resumed == "You began this on 15 September. What you typed is still here."
    again.change(dose="40")
    saved(again.save())
    assert not again.has_draft()
    assert again.view().resumed == ""
    assert opened_form.sessions[-1].started_at == at("2026-09-15 10:30")


def test_a_date_that_is_none_is_kept_as_typed(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(date="some day in spring")
    form.keep()
    again = opened_form.again()
    again.resume()
    assert again.form.date == "some day in spring"


def test_starting_afresh_lets_a_new_draft_go(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(dose="99")
    form.keep()
    again = opened_form.again()
    again.begin_planned()
    assert again.form.dose == "99"
    again.start_afresh()
    assert (again.form.dose, again.has_draft()) == ("38", False)
    again.take_back()
    assert (again.form.dose, again.has_draft()) == ("99", True)
    again.start_afresh()
    again.begin_planned()
    assert again.form.status is SessionStatus.PLANNED


def test_discarding_goes_back_to_what_it_began_with(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(dose="99")
    form.keep()
    form.discard()
    assert (form.form.dose, form.changed, form.has_draft()) == ("38", False, False)


def test_without_a_draft_resuming_begins(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.resume()
    assert form.form.status is SessionStatus.DONE


def test_changing_a_saved_session_leaves_the_begun_one_alone(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"))
    first, second = opened_form.sessions
    form.change(note="new one")
    form.keep()
    form.edit(first.id)
    assert form.view().title == "Change session 1"
    form.change(note="changed")
    form.keep()
    again = opened_form.again()
    again.edit(first.id)
    assert again.form.note == "changed"
    again.edit(second.id)
    assert again.form.note == ""
    again.begin()
    assert again.form.note == "new one"
    again.start_afresh()
    again.resume()
    assert (again.form.id, again.form.note) == (first.id, "changed")
    again.start_afresh()
    assert (again.form.id, again.form.note) == (first.id, "")


def test_a_change_keeps_what_was_there(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    (session,) = opened_form.sessions
    form.edit(session.id)
    assert form.view().can_delete
    form.change(dose="40", note="Corrected.")
    done = saved(form.save())
    assert done.another == ""
    (changed,) = opened_form.sessions
    assert changed == replace(session, dose=Dose(value=40), note="Corrected.")
    assert [one.record for one in opened_form.store.history(Kind.SESSIONS, session.id)] == [session]


def test_a_change_of_nothing_keeps_every_digit(opened_form: OpenedForm) -> None:
    session = make_session(
        started_at=at("2026-09-01 10:30:17.5"),
        dose=Dose(value=0.1234567, unit=DoseUnit.MG_PER_KG),
        weight_kg=75.0,
        vitals=(
            Vital(moment=VitalMoment.PEAK, systolic=210),
            Vital(moment=VitalMoment.BEFORE, pulse=70),
            Vital(moment=VitalMoment.PEAK, diastolic=90),
        ),
    )
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    assert form.form.peak_pressure == "210/"
    saved(form.save())
    assert opened_form.sessions == [session]
    form.edit(session.id)
    form.change(peak_pulse="90", note="x")
    saved(form.save())
    assert opened_form.sessions[0].vitals == (
        Vital(moment=VitalMoment.BEFORE, pulse=70),
        Vital(moment=VitalMoment.PEAK, systolic=210, pulse=90),
        Vital(moment=VitalMoment.PEAK, diastolic=90),
    )


def test_a_session_that_turns_out_missed_keeps_what_was_noted(opened_form: OpenedForm) -> None:
    vital = Vital(moment=VitalMoment.BEFORE, systolic=120, diastolic=80)
    session = make_session("2026-09-11 10:30", dose=Dose(value=38), vitals=(vital,))
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    assert form.view().title == "Change session"
    form.change(status=SessionStatus.MISSED)
    saved(form.save())
    assert opened_form.sessions == [replace(session, status=SessionStatus.MISSED)]
    form.edit(session.id)
    assert form.view().title == "Change the planned session"


def test_the_mood_before_is_revised_where_it_stands(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-11")
    (session,) = journal.sessions
    before = with_mood(session)
    form = opened_form(replace(journal, check_ins=(before, make_check_in("2026-09-11 18:00"))))
    form.edit(session.id)
    assert form.form.mood == 3
    assert not form.view().can_clear_mood
    form.change(mood=5, time="11:00")
    saved(form.save())
    kept = next(one for one in opened_form.check_ins if one.moment is Moment.BEFORE)
    assert kept.ratings == {"mood": 5, "anxiety": 6}
    assert kept.occurred_at == at("2026-09-11 10:55")
    assert len(opened_form.store.history(Kind.CHECK_INS, kept.id)) == 1


def test_a_check_in_made_by_itself_does_not_move_with_the_session(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-11")
    (session,) = journal.sessions
    before = with_mood(session, occurred="2026-09-11 08:00")
    form = opened_form(replace(journal, check_ins=(before,)))
    form.edit(session.id)
    form.change(time="11:00", mood=4)
    saved(form.save())
    (kept,) = opened_form.check_ins
    assert kept.occurred_at == at("2026-09-11 08:00")
    assert kept.ratings["mood"] == 4


def test_of_a_date_alone_the_mood_keeps_the_date_alone(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(route=Route.IV, mood=4)
    saved(form.save())
    (before,) = opened_form.check_ins
    assert before.occurred_at == at("2026-09-15 12:00")
    assert not before.time_known


def planned(started: str, **changes: object) -> Session:
    return make_session(
        started, status=SessionStatus.PLANNED, entered_at=at("2026-09-01 12:00"), **changes
    )


def test_planning_begins_with_the_day_that_is_expected(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"), now="2026-09-12 10:00")
    form.begin_planned()
    assert form.form.date == "15 September 2026"
    assert form.view().title == "Plan an infusion"
    form.change(date="14 Sep", time="9")
    saved(form.save())
    form.begin_planned()
    assert form.form.date == "17 September 2026"
    assert opened_form.sessions[-1].started_at == at("2026-09-14 09:00")


def test_without_sessions_the_planned_day_is_left_to_be_typed(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.begin_planned()
    assert (form.form.date, form.view().title) == ("", "Plan a session")
    form.change(date="2 January", route=Route.IM)
    saved(form.save())
    assert opened_form.sessions[0].started_at == at("2027-01-02 12:00")


def test_planned_sessions_are_the_model_before_any_took_place(opened_form: OpenedForm) -> None:
    form = opened_form(make_journal(sessions=[planned("2026-09-20 09:30", route=Route.SC)]))
    assert form.form.route is Route.SC
    assert form.view().title == "Log a session"


def test_a_session_planned_for_today_is_the_one_that_is_logged(opened_form: OpenedForm) -> None:
    session = planned("2026-09-15 10:30", dose=Dose(value=38))
    form = opened_form(make_journal(sessions=[planned("2026-09-20 09:30"), session]))
    assert form.form.id == session.id
    assert (form.form.status, form.changed) == (SessionStatus.DONE, False)
    assert form.view().title == "Log an infusion"
    form.keep()
    assert not form.has_draft()
    form.change(mood=2)
    form.keep()
    form.start_afresh()
    assert (form.form.mood, form.form.status) == (None, SessionStatus.DONE)
    saved(form.save())
    done = next(one for one in opened_form.sessions if one.id == session.id)
    assert done == replace(session, status=SessionStatus.DONE, entered_at=at("2026-09-15 17:00"))


def test_a_planned_session_is_moved_without_asking(opened_form: OpenedForm) -> None:
    session = planned("2026-09-20 09:30")
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    assert (form.view().title, form.view().save) == ("Change the planned session", "Save the plan")
    form.change(date="21 Sep")
    saved(form.save())
    (moved,) = opened_form.sessions
    assert moved.started_at == at("2026-09-21 09:30")
    assert moved.entered_at == session.entered_at


def test_a_plan_taken_up_again_can_be_started_afresh(opened_form: OpenedForm) -> None:
    session = planned("2026-09-20 09:30")
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    form.change(note="typed")
    form.keep()
    again = opened_form.again()
    again.resume()
    again.start_afresh()
    assert (again.form.note, again.form.status) == ("", SessionStatus.PLANNED)


def test_a_deleted_session_comes_back_with_its_check_ins(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-11")
    (session,) = journal.sessions
    form = opened_form(replace(journal, check_ins=(with_mood(session),)))
    form.edit(session.id)
    form.change(note="typed")
    form.keep()
    form.delete()
    assert (opened_form.sessions, form.has_draft()) == ([], False)
    assert len(opened_form.check_ins) == 1
    form.restore()
    assert opened_form.sessions == [session]


def test_a_change_begun_before_its_session_was_deleted_can_be_saved(
    opened_form: OpenedForm,
) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    (session,) = opened_form.sessions
    form.edit(session.id)
    form.change(note="typed")
    form.keep()
    opened_form.store.delete(Kind.SESSIONS, session.id)
    again = opened_form.again()
    again.resume()
    saved(again.save())
    assert [one.note for one in opened_form.sessions] == ["typed"]
    assert opened_form.store.load().deleted == ()


@pytest.mark.parametrize("mood", [0, 10])
def test_both_ends_of_the_mood_are_kept(opened_form: OpenedForm, mood: int) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(mood=mood)
    form.keep()
    again = opened_form.again()
    again.begin()
    saved(again.save())
    assert opened_form.check_ins[0].ratings == {"mood": mood}
