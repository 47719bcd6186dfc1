"""The session form: what it begins with, keeps and saves."""

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.words import DoseUnit, Moment, Route, SessionStatus, VitalMoment
from symptrack.presenters.session_words import route_description, status_words
from tests.builders import ZONE, at, make_check_in, make_id, make_journal, make_series, make_session
from tests.presenters.forms import OpenedForm, asked, refused, saved, series_with_sessions


def test_a_first_session_needs_only_its_date_and_route(opened_form: OpenedForm) -> None:
    form = opened_form()
    view = form.view()
    assert view.title == "Log a session"
    assert view.lead.endswith("Only the date and the route are needed.")
    assert form.form.date == "15 September 2026"
    assert [item.name for item in view.series] == ["No series"]
    form.change(route=Route.SC)
    done = saved(form.save())
    (session,) = opened_form.sessions
    assert done.session_id == session.id
    assert done.title == "Saved in your journal"
    assert done.lead == "Tuesday 15 September 2026 · SC"
    assert session == Session(
        id=session.id,
        status=SessionStatus.DONE,
        started_at=at("2026-09-15 12:00"),
        time_zone=ZONE,
        time_known=False,
        route=Route.SC,
        entered_at=at("2026-09-15 17:00"),
    )


def test_the_next_session_begins_with_the_last_ones_values(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"))
    view = form.view()
    begun = form.form
    assert view.title == "Log an infusion"
    assert view.save == "Save session 3"
    assert (begun.date, begun.time) == ("15 September 2026", "10:30")
    assert (begun.route, begun.dose, begun.unit) == (Route.IV, "38", DoseUnit.MG)
    assert (begun.duration, begun.clinic) == ("40", "Harbour Clinic")
    assert begun.series_id == opened_form.sessions[0].series_id
    assert begun.mood is None
    done = saved(form.save())
    assert done.title == "Session 3 is in your journal"
    assert done.lead == "Tuesday 15 September 2026, 10:30 · IV · 38 mg · 40 minutes"
    assert done.another == "Plan the next one"


def test_the_number_follows_from_the_date_while_it_is_typed(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"))
    form.change(date="9 Sep 2026")
    assert form.view().save == "Save session 2"
    form.change(date="9 Sep", time="")
    assert form.view().save == "Save session 2"
    form.change(date="soon")
    assert form.view().save == "Save session"
    form.change(date="9 Sep", series_id=None)
    assert form.view().save == "Save session"


def test_a_time_that_has_not_come_yet_is_not_proposed(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"), now="2026-09-15 09:00")
    assert form.form.time == ""


def test_a_whole_session_is_saved_as_it_was_typed(opened_form: OpenedForm) -> None:
    series = make_series()
    form = opened_form(make_journal(series=[series], patient=Patient(clinic_name="Harbour")))
    assert (form.form.series_id, form.form.clinic) == (series.id, "Harbour")
    form.change(time="10.30", route=Route.IV, dose="0,5", unit=DoseUnit.MG_PER_KG, weight="76")
    assert form.view().asks_weight
    form.change(duration="40", before_pressure="124/78", before_pulse="72", before_spo2="98")
    form.change(peak_pressure="142 over 88", after_pulse="70", mood=3)
    form.change(medicines=" Ondansetron 4 mg ", intention="Let it come and go.")
    form.change(experience=("insight", "relaxation"), note="<b>Quiet</b> $\\frac{1}{0$")
    assert saved(form.save()).title == "Session 1 is in your journal"
    (session,) = opened_form.sessions
    assert session.started_at == at("2026-09-15 10:30")
    assert session.dose == Dose(value=0.5, unit=DoseUnit.MG_PER_KG)
    assert (session.weight_kg, session.duration_min) == (76, 40)
    assert session.vitals == (
        Vital(moment=VitalMoment.BEFORE, systolic=124, diastolic=78, pulse=72, spo2=98),
        Vital(moment=VitalMoment.PEAK, systolic=142, diastolic=88),
        Vital(moment=VitalMoment.AFTER, pulse=70),
    )
    assert session.medicines == "Ondansetron 4 mg"
    assert session.experience == ("insight", "relaxation")
    assert session.note == "<b>Quiet</b> $\\frac{1}{0$"
    (before,) = opened_form.check_ins
    assert before.ratings == {"mood": 3}
    assert (before.moment, before.session_id) == (Moment.BEFORE, session.id)
    assert before.occurred_at == at("2026-09-15 10:25")
    assert before.entered_at == at("2026-09-15 17:00")


def test_saving_twice_makes_one_entry(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(mood=4)
    form.save()
    opened_form.clock.set("2026-09-15 17:05")
    form.save()
    assert len(opened_form.sessions) == 2
    assert len(opened_form.check_ins) == 1
    assert opened_form.store.history(Kind.SESSIONS, form.form.id) == []


def test_six_old_sessions_are_a_few_presses_each(opened_form: OpenedForm) -> None:
    series = make_series(started_on=None)
    form = opened_form(make_journal(series=[series]), now="2026-11-20 19:00")
    form.change(date="1 Sep", time="10:30", route=Route.IV, dose="38", duration="40")
    for number in range(1, 6):
        done = saved(form.save())
        assert done.title == f"Session {number} is in your journal"
        assert done.another == "Log another like this"
        form.another()
    saved(form.save())
    assert [f"{one.started_at:%d %H:%M}" for one in opened_form.sessions] == [
        "01 10:30",
        "04 10:30",
        "08 10:30",
        "11 10:30",
        "15 10:30",
        "18 10:30",
    ]
    assert {(one.series_id, one.dose, one.duration_min) for one in opened_form.sessions} == {
        (series.id, Dose(value=38), 40)
    }
    assert len({one.id for one in opened_form.sessions}) == 6


def test_another_one_is_like_the_one_just_saved_not_the_latest(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(date="1 Sep", dose="30")
    form.save()
    form.another()
    assert (form.form.date, form.form.dose) == ("4 September 2026", "30")


def test_weekly_sessions_go_on_weekly(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-01"), now="2026-11-20 19:00")
    form.change(date="8 Sep")
    form.save()
    form.another()
    assert form.form.date == "15 September 2026"


def test_after_todays_session_the_next_one_is_planned(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"))
    form.save()
    form.another()
    assert form.form.status is SessionStatus.PLANNED
    assert (form.form.date, form.form.time) == ("18 September 2026", "10:30")
    view = form.view()
    assert (view.title, view.save) == ("Plan an infusion", "Save the plan")
    assert not view.asks_vitals
    assert not view.asks_mood
    done = saved(form.save())
    assert done.title == "Saved in your journal"
    assert done.lead == "Planned · Friday 18 September 2026, 10:30 · IV · 38 mg · 40 minutes"
    assert done.another == "Plan the next one"


def test_another_route_brings_its_own_last_dose(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-08")
    lozenge = make_session(
        "2026-09-05 20:00", route=Route.LOZENGE, dose=Dose(value=100), duration_min=None
    )
    form = opened_form(make_journal(series=journal.series, sessions=[*journal.sessions, lozenge]))
    form.change(route=Route.LOZENGE)
    assert (form.form.dose, form.form.duration) == ("100", "")
    assert form.view().units == (DoseUnit.MG,)
    form.change(route=Route.NASAL)
    assert form.form.dose == ""
    form.change(route=Route.IV)
    assert (form.form.dose, form.form.duration) == ("38", "40")
    form.change(dose="42", duration="45")
    form.change(route=Route.IM)
    assert (form.form.dose, form.form.duration) == ("42", "45")


def test_a_dose_by_weight_is_let_go_where_the_route_has_none(opened_form: OpenedForm) -> None:
    form = opened_form(make_journal(patient=Patient(weight_kg=76.5)))
    form.change(route=Route.IV)
    assert form.view().units == (DoseUnit.MG, DoseUnit.MG_PER_KG)
    form.change(dose="0.5", unit=DoseUnit.MG_PER_KG)
    assert form.form.weight == "76.5"
    form.change(route=Route.ORAL)
    assert (form.form.dose, form.form.unit) == ("", DoseUnit.MG)
    assert not form.view().asks_weight


def test_a_lozenge_counted_by_weight_elsewhere_is_not_proposed(opened_form: OpenedForm) -> None:
    by_weight = Dose(value=1, unit=DoseUnit.MG_PER_KG)
    lozenge = make_session("2026-09-05 20:00", route=Route.LOZENGE, dose=by_weight)
    form = opened_form(make_journal(sessions=[lozenge]))
    assert (form.form.dose, form.form.unit) == ("", DoseUnit.MG)
    form.edit(lozenge.id)
    assert (form.form.dose, form.form.unit) == ("1", DoseUnit.MG_PER_KG)
    assert DoseUnit.MG_PER_KG in form.view().units
    saved(form.save())
    assert opened_form.sessions == [lozenge]


def test_a_weight_is_kept_only_where_it_was_asked(opened_form: OpenedForm) -> None:
    form = opened_form(make_journal(patient=Patient(weight_kg=76)))
    form.change(route=Route.IV, dose="38")
    saved(form.save())
    assert opened_form.sessions[0].weight_kg is None


def test_the_latest_series_that_runs_is_proposed(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-01")
    (first,) = journal.series
    ended = make_series(id=first.id, ended_on=at("2026-09-02 00:00").date())
    later = make_series(name="Maintenance", started_on=at("2026-09-10 00:00").date())
    form = opened_form(make_journal(series=[ended, later], sessions=journal.sessions))
    assert form.form.series_id == later.id
    names = [item.name for item in form.view().series]
    assert names == ["No series", "Maintenance", "First series"]


def test_where_all_series_have_ended_none_is_proposed(opened_form: OpenedForm) -> None:
    journal = series_with_sessions("2026-09-01")
    (first,) = journal.series
    ended = make_series(id=first.id, name="", ended_on=at("2026-09-02 00:00").date())
    form = opened_form(make_journal(series=[ended], sessions=journal.sessions))
    assert form.form.series_id is None
    assert form.view().series[1].name == "Unnamed series"


def test_a_series_made_meanwhile_can_be_chosen(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(note="typed")
    form.series.begin()
    form.series.save()
    form.reload()
    assert [item.name for item in form.view().series] == ["No series", "First series"]
    assert form.form.note == "typed"


def test_what_is_asked_later_is_folded_on_the_day_itself(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    assert form.view().later.title == "Later, or the next day"
    assert not form.view().later.open
    form.change(date="14 Sep")
    assert form.view().later.open
    form.change(date="15 Sep", status=SessionStatus.PLANNED)
    later = form.view().later
    assert (later.title, later.open) == ("If you like", True)
    assert (later.asks_intention, later.asks_medicines) == (True, False)
    form.change(status=SessionStatus.MISSED)
    assert not form.view().later.asks_intention
    form.edit(opened_form.sessions[0].id)
    assert form.view().later.open


def test_words_from_elsewhere_stay_among_what_it_was_like(opened_form: OpenedForm) -> None:
    session = make_session(experience=("flying_high", "insight"))
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    names = [item.name for item in form.view().experiences]
    assert len(names) == 6
    assert names[-1] == "flying high"


def test_a_missed_session_keeps_no_dose_and_is_not_numbered(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(status=SessionStatus.MISSED, note="A cold.", mood=4)
    view = form.view()
    assert (view.title, view.save) == ("A session that did not take place", "Save session")
    assert view.lead == "Only the date and the route are needed."
    assert not view.asks_dose
    done = saved(form.save())
    assert done.lead == "Missed · Tuesday 15 September 2026, 10:30 · IV"
    assert opened_form.sessions[-1].dose is None
    assert opened_form.sessions[-1].note == "A cold."
    assert opened_form.check_ins == []


def test_asking_and_refusing_save_nothing(opened_form: OpenedForm) -> None:
    form = opened_form()
    assert refused(form.save()) == {"route": "Choose how it was given."}
    form.change(route=Route.IV, dose="280")
    assert asked(form.save()) == {"dose": "Is 280 mg right? Check, then save."}
    assert opened_form.sessions == []
    form.change(dose="290")
    assert asked(form.save()) == {"dose": "Is 290 mg right? Check, then save."}
    saved(form.save())
    assert opened_form.sessions[0].dose == Dose(value=290)


def test_a_route_is_said_in_plain_words() -> None:
    assert len({route_description(route) for route in Route}) == len(Route)
    assert [status_words(status) for status in SessionStatus] == [
        "It is planned",
        "It took place",
        "It did not take place",
    ]


def test_a_session_missed_at_once_has_no_plan_to_change(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(status=SessionStatus.MISSED, route=Route.IV)
    saved(form.save())
    form.another()
    assert form.form.date == "18 September 2026"


@pytest.mark.parametrize(
    ("mood", "day", "brings"),
    [(0, "today", True), (1, "today", True), (2, "today", False), (0, "14 Sep", False)],
)
def test_a_low_mood_of_today_brings_the_help_panel(
    opened_form: OpenedForm, mood: int, day: str, brings: bool
) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    form.change(mood=mood, date=day)
    assert form.brings_help() is brings


def test_later_on_a_day_the_help_panel_does_not_come_again(opened_form: OpenedForm) -> None:
    low = make_check_in("2026-09-15 08:00", ratings={"mood": 1})
    form = opened_form(make_journal(check_ins=[low]))
    form.change(mood=0)
    assert not form.brings_help()


def test_a_clear_mood_is_only_offered_before_it_is_saved(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-11"))
    assert not form.view().can_clear_mood
    form.change(mood=4)
    assert form.view().can_clear_mood
    form.save()
    assert not form.view().can_clear_mood


def test_what_is_there_no_more_cannot_be_changed(opened_form: OpenedForm) -> None:
    form = opened_form()
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        form.edit(make_id())


def test_a_session_of_another_zone_keeps_its_own_clock(opened_form: OpenedForm) -> None:
    session = make_session("2026-09-01 10:30", time_zone="Europe/Berlin")
    form = opened_form(make_journal(sessions=[session], check_ins=[make_check_in()]))
    form.edit(session.id)
    assert form.form.time == "10:30"
    form.change(time="11:30")
    saved(form.save())
    assert opened_form.sessions[0].started_at == at("2026-09-01 11:30", "Europe/Berlin")
