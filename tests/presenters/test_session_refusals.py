"""What the session form refuses, and what it asks about once."""

from typing import Any

import pytest

from symptrack.domain.session import Dose, Vital
from symptrack.domain.words import DoseUnit, Route, SessionStatus, VitalMoment
from tests.builders import make_journal, make_session
from tests.presenters.forms import OpenedForm, asked, refused, saved, series_with_sessions

NOTHING_ELSE = make_journal()


@pytest.mark.parametrize(
    ("changes", "name", "sentence"),
    [
        ({"date": "16 Sep 2026"}, "date", "A session that took place cannot lie in the future."),
        ({"time": "17:01"}, "time", "A session that took place cannot lie in the future."),
        ({"date": "1.1.1826"}, "date", "The year 1826 cannot be kept; it must be 1900 to 2200."),
        ({"date": "1 May 2201"}, "date", "The year 2201 cannot be kept; it must be 1900 to 2200."),
        ({"date": " "}, "date", "Write the date, like 15 September 2026."),
        ({"date": "soon"}, "date", "“soon” is not a date; write it like 15 September 2026."),
        ({"time": "25:00"}, "time", "“25:00” is not a time; write it like 10:30."),
        (
            {"dose": "0"},
            "dose",
            "0 mg cannot be kept; a dose is over 0 and at most 2,000 mg.",
        ),
        (
            {"dose": "10000"},
            "dose",
            "10,000 mg cannot be kept; a dose is over 0 and at most 2,000 mg.",
        ),
        (
            {"dose": "10,000"},
            "dose",
            "“10,000” can be read in two ways; write it without the comma.",
        ),
        (
            {"dose": "21", "unit": DoseUnit.MG_PER_KG},
            "dose",
            "21 mg/kg cannot be kept; a dose is over 0 and at most 20 mg/kg.",
        ),
        ({"dose": "a lot"}, "dose", "“a lot” is not a number; write it like 38 or 0.5."),
        (
            {"weight": "12", "unit": DoseUnit.MG_PER_KG},
            "weight",
            "12 kg cannot be kept; it must be 20 to 400 kg.",
        ),
        (
            {"duration": "0"},
            "duration",
            "0 minutes cannot be kept; it must be 1 to 14,400 minutes.",
        ),
        ({"duration": "4.5"}, "duration", "“4.5” is not a whole number."),
        (
            {"before_pressure": "78/120"},
            "before_pressure",
            "In 78/120 the first number must be the higher one.",
        ),
        (
            {"peak_pressure": "301/90"},
            "peak_pressure",
            "301 over the stroke cannot be kept; it must be 50 to 300 over the stroke.",
        ),
        (
            {"after_pressure": "120/19"},
            "after_pressure",
            "19 under the stroke cannot be kept; it must be 20 to 200 under the stroke.",
        ),
        (
            {"before_pressure": "high"},
            "before_pressure",
            "“high” is not a blood pressure; write both numbers like 124/78.",
        ),
        (
            {"before_pulse": "300"},
            "before_pulse",
            "300 a minute cannot be kept; it must be 20 to 250 a minute.",
        ),
        (
            {"peak_spo2": "101"},
            "peak_spo2",
            "101 % cannot be kept; it must be 50 to 100 %.",
        ),
        (
            {"note": "x" * 100_000},
            "note",
            "This has 100,000 characters; at most 20,000 can be kept.",
        ),
        (
            {"medicines": "\ud800"},
            "medicines",
            "This holds half of a character; please write it again.",
        ),
        (
            {"clinic": "x" * 201},
            "clinic",
            "This has 201 characters; at most 200 can be kept.",
        ),
        (
            {"intention": "x" * 20_001},
            "intention",
            "This has 20,001 characters; at most 20,000 can be kept.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_stays(
    opened_form: OpenedForm, changes: dict[str, Any], name: str, sentence: str
) -> None:
    form = opened_form()
    form.change(route=Route.IV)
    form.change(**changes)
    typed = form.form
    assert refused(form.save()) == {name: sentence}
    assert form.form == typed
    assert opened_form.sessions == []
    assert opened_form.check_ins == []


def test_every_wrong_field_gets_its_own_sentence(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(date="x", time="y", dose="z", before_pressure="78/120", mood=3)
    assert set(refused(form.save())) == {"route", "date", "time", "dose", "before_pressure"}
    assert opened_form.check_ins == []


def test_a_plan_that_lies_ahead_cannot_be_done_yet(opened_form: OpenedForm) -> None:
    session = make_session("2026-09-20 10:30", status=SessionStatus.PLANNED)
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    form.change(status=SessionStatus.DONE)
    assert set(refused(form.save())) == {"date"}


def test_what_a_missed_session_is_not_asked_is_not_checked(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(status=SessionStatus.MISSED, route=Route.IV, dose="10000", before_pulse="x")
    saved(form.save())


@pytest.mark.parametrize(
    ("changes", "name", "sentence"),
    [
        ({"dose": "151"}, "dose", "Is 151 mg right? Check, then save."),
        (
            {"dose": "1.6", "unit": DoseUnit.MG_PER_KG},
            "dose",
            "Is 1.6 mg/kg right? Check, then save.",
        ),
        ({"duration": "181"}, "duration", "Is 181 minutes right? Check, then save."),
        (
            {"peak_pressure": "200/110"},
            "peak_pressure",
            "Is 200/110 right? Check, then save.",
        ),
        ({"date": "1 Sep 2015"}, "date", "Is 1 September 2015 right? Check, then save."),
        (
            {"status": SessionStatus.PLANNED, "date": "1 Jan 2029"},
            "date",
            "Is 1 January 2029 right? Check, then save.",
        ),
        (
            {"status": SessionStatus.PLANNED, "date": "14.9.2026"},
            "date",
            "14 September 2026 has passed. If it is still only planned, save again.",
        ),
        (
            {"status": SessionStatus.PLANNED, "date": "15.9.2026", "time": "9:00"},
            "date",
            "15 September 2026 has passed. If it is still only planned, save again.",
        ),
    ],
)
def test_what_is_strange_is_asked_about_once(
    opened_form: OpenedForm, changes: dict[str, Any], name: str, sentence: str
) -> None:
    form = opened_form()
    form.change(route=Route.IV)
    form.change(**changes)
    assert asked(form.save()) == {name: sentence}
    assert opened_form.sessions == []
    saved(form.save())
    assert len(opened_form.sessions) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"route": Route.IV, "dose": "150"},
        {"route": Route.LOZENGE, "dose": "400"},
        {"route": Route.IV, "duration": "180"},
        {"route": Route.SC, "duration": "300"},
        {"route": Route.IV, "before_pressure": "199/120", "peak_pulse": "80"},
        {"route": Route.IV, "status": SessionStatus.PLANNED, "date": "today"},
    ],
)
def test_what_is_not_strange_is_saved_at_once(
    opened_form: OpenedForm, changes: dict[str, Any]
) -> None:
    form = opened_form()
    form.change(**changes)
    saved(form.save())


def test_more_than_twice_the_last_dose_is_asked_about(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-08", "2026-09-11"))
    form.change(dose="77")
    assert asked(form.save()) == {"dose": "Is 77 mg right? Check, then save."}
    form.change(dose="76")
    saved(form.save())


def test_a_second_one_on_a_day_is_asked_about(opened_form: OpenedForm) -> None:
    form = opened_form(series_with_sessions("2026-09-15"))
    assert asked(form.save()) == {
        "date": "There is one on 15 September 2026 already. If this is another, save again."
    }
    saved(form.save())
    assert len(opened_form.sessions) == 2


def test_what_stands_in_the_journal_is_not_asked_about_again(opened_form: OpenedForm) -> None:
    session = make_session(
        "2010-09-01 10:30",
        dose=Dose(value=280),
        duration_min=400,
        vitals=(Vital(moment=VitalMoment.PEAK, systolic=220, diastolic=110),),
    )
    form = opened_form(make_journal(sessions=[session]))
    form.edit(session.id)
    form.change(note="A note.")
    saved(form.save())
