"""The form of a medicine: what it begins with, what it refuses, and a dose that changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.domain.care import Medication
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.presenters.medication import Change, MedicationPresenter
from symptrack.presenters.record_form import FormRefused, FormSaved
from symptrack.storage.store import Store
from tests.builders import make_id, make_journal, make_medication
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-10-05 17:00")
TODAY = date(2026, 10, 5)
SERTRALINE = make_medication(
    name="Sertraline", dose="50 mg daily", started_on=date(2026, 3, 1), note="Nausea at first."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, make_journal(medications=[SERTRALINE])) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> MedicationPresenter:
    return MedicationPresenter(store, CLOCK.clock)


def refused(presenter: MedicationPresenter, **typed: Any) -> dict[str, str]:
    presenter.change(**typed)
    outcome = presenter.save()
    assert isinstance(outcome, FormRefused)
    return outcome.refused


def taken(store: Store) -> list[tuple[str, str, date | None, date | None]]:
    found = store.load().medications
    lines = [(one.name, one.dose, one.started_on, one.ended_on) for one in found]
    return sorted(lines, key=lambda line: line[2] or date.min)


def saved_id(presenter: MedicationPresenter) -> str:
    outcome = presenter.save()
    assert isinstance(outcome, FormSaved), outcome
    return outcome.record_id


def test_a_new_medicine_is_taken_from_today_on_unless_said_otherwise(
    presenter: MedicationPresenter, store: Store
) -> None:
    presenter.begin()
    assert presenter.title == "New medicine"
    assert [one.name for one in presenter.fields][:2] == ["name", "dose"]
    assert (presenter.lead, presenter.action) == ("", "Save the medicine")
    presenter.change(name=" Zolpidem <b> ", dose="5 mg", note="At night.")
    made = store.get(Kind.MEDICATIONS, saved_id(presenter))
    assert made == Medication(
        id=presenter.form.id,
        name="Zolpidem <b>",
        dose="5 mg",
        started_on=TODAY,
        note="At night.",
    )


def test_saving_twice_makes_one(presenter: MedicationPresenter, store: Store) -> None:
    presenter.begin()
    presenter.change(name="Zolpidem")
    assert saved_id(presenter) == saved_id(presenter)
    assert len(store.load().medications) == 2


def test_nothing_has_to_be_known_but_the_name(presenter: MedicationPresenter, store: Store) -> None:
    presenter.begin()
    presenter.change(name="Zolpidem", started_on="")
    saved_id(presenter)
    assert taken(store)[0] == ("Zolpidem", "", None, None)


def test_a_name_is_asked_for(presenter: MedicationPresenter, store: Store) -> None:
    presenter.begin()
    assert refused(presenter, name="  ") == {"name": "Give the name of the medicine."}
    assert presenter.form.name == "  "
    assert len(store.load().medications) == 1


def test_it_cannot_end_before_it_began(presenter: MedicationPresenter) -> None:
    presenter.begin()
    typed = {"name": "Zolpidem", "started_on": "5 Oct 2026", "ended_on": "4.10.2026"}
    assert refused(presenter, **typed) == {
        "ended_on": "“Until” cannot be before 5 October 2026, when it began."
    }
    presenter.change(ended_on="5 Oct")
    saved_id(presenter)


@pytest.mark.parametrize(
    ("name", "text", "begins"),
    [
        ("started_on", "soon", "“soon” is not a date"),
        ("ended_on", "1 May 1826", "The year 1826 cannot be kept"),
        ("dose", "x" * 201, "This has 201 characters"),
        ("note", "x" * 20_001, "This has 20,001 characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_where_it_stands(
    presenter: MedicationPresenter, name: str, text: str, begins: str
) -> None:
    presenter.begin()
    (sentence,) = refused(presenter, name="Zolpidem", **{name: text}).values()
    assert sentence.startswith(begins)
    assert getattr(presenter.form, name) == text


def test_a_name_that_is_too_long_is_refused_as_that_alone(presenter: MedicationPresenter) -> None:
    presenter.begin()
    assert refused(presenter, name="x" * 201)["name"].startswith("This has 201 characters")


def test_a_saved_one_is_changed(presenter: MedicationPresenter, store: Store) -> None:
    presenter.begin(SERTRALINE.id)
    assert presenter.title == "Change the medicine"
    assert presenter.form.started_on == "1 March 2026"
    presenter.change(dose="25 mg daily", ended_on="yesterday")
    saved_id(presenter)
    assert taken(store) == [
        ("Sertraline", "25 mg daily", date(2026, 3, 1), date(2026, 10, 4)),
    ]
    assert len(store.history(Kind.MEDICATIONS, SERTRALINE.id)) == 1


def test_a_day_without_a_year_is_the_nearest_one(
    presenter: MedicationPresenter, store: Store
) -> None:
    presenter.begin(SERTRALINE.id)
    presenter.change(started_on="1 Mar", ended_on="2 Jan")
    saved_id(presenter)
    assert taken(store)[0][2:] == (date(2026, 3, 1), date(2027, 1, 2))


def test_a_changed_dose_ends_the_old_one_the_day_before(
    presenter: MedicationPresenter, store: Store
) -> None:
    presenter.begin(SERTRALINE.id, Change.DOSE)
    assert presenter.title == "The dose changed"
    assert presenter.lead == "Until now: Sertraline, 50 mg daily"
    assert presenter.action == "Save the new dose"
    assert [one.name for one in presenter.fields] == ["dose", "started_on", "ended_on", "note"]
    presenter.change(dose="100 mg daily")
    saved_id(presenter)
    saved_id(presenter)
    assert taken(store) == [
        ("Sertraline", "50 mg daily", date(2026, 3, 1), date(2026, 10, 4)),
        ("Sertraline", "100 mg daily", TODAY, None),
    ]


def test_a_dose_that_changed_after_a_pause_leaves_the_pause(
    presenter: MedicationPresenter, store: Store
) -> None:
    paused = make_medication(name="Iron", started_on=date(2026, 1, 1), ended_on=date(2026, 10, 10))
    store.add(paused)
    presenter.begin(paused.id, Change.DOSE)
    presenter.change(dose="2 a day", started_on="12 Oct 2026", ended_on="")
    saved_id(presenter)
    assert taken(store)[-1] == ("Iron", "2 a day", date(2026, 10, 12), None)
    assert taken(store)[0][3] == date(2026, 10, 10)


def test_a_changed_dose_needs_its_words_and_its_day(
    presenter: MedicationPresenter, store: Store
) -> None:
    presenter.begin(SERTRALINE.id, Change.DOSE)
    assert refused(presenter, dose="", started_on="") == {
        "dose": "Give the new dose.",
        "started_on": "Give the day from which you take the new dose.",
    }
    assert refused(presenter, dose="100 mg", started_on="1 March 2026") == {
        "started_on": "The new dose must begin after 1 March 2026, when the old one began."
    }
    assert refused(presenter, started_on="someday") == {
        "started_on": "“someday” is not a date; write it like 5 October 2026."
    }
    assert store.load().medications == (SERTRALINE,)


def test_a_changed_dose_of_one_that_began_nobody_knows_when(
    presenter: MedicationPresenter, store: Store
) -> None:
    old = make_medication(name="", dose="")
    store.add(old)
    presenter.begin(old.id, Change.DOSE)
    assert presenter.lead == "Until now: Medicine"
    presenter.change(dose="10 mg")
    saved_id(presenter)
    found = store.get(Kind.MEDICATIONS, old.id)
    assert isinstance(found, Medication)
    assert found.ended_on == date(2026, 10, 4)


def test_one_that_was_stopped_ends_today_unless_said_otherwise(
    presenter: MedicationPresenter, store: Store
) -> None:
    presenter.begin(SERTRALINE.id, Change.STOP)
    assert presenter.title == "Stopped taking it"
    assert presenter.lead == "Until now: Sertraline, 50 mg daily"
    assert [one.name for one in presenter.fields] == ["ended_on", "note"]
    assert presenter.form.ended_on == "5 October 2026"
    saved_id(presenter)
    assert taken(store)[0][3] == TODAY


def test_one_that_is_gone_cannot_be_changed(presenter: MedicationPresenter) -> None:
    with pytest.raises(RefusedRequest, match="This medicine is no longer in the journal"):
        presenter.begin(make_id())
