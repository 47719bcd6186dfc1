"""The form of a visit, and the questions gathered for the next one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.domain.care import Visit
from symptrack.domain.errors import InvalidValue, RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.presenters.record_form import FormRefused, FormSaved
from symptrack.presenters.visit import VisitPresenter, next_visit
from symptrack.storage.store import Store
from tests.builders import make_id, make_journal, make_visit
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-10-05 17:00")
TODAY = date(2026, 10, 5)
PAST = make_visit(visited_on=date(2026, 9, 14), with_whom="Dr Okafor", note="About sleep.")
COMING = make_visit(visited_on=date(2026, 10, 9), questions="How long?\n")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, make_journal(visits=[PAST, COMING])) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> VisitPresenter:
    return VisitPresenter(store, CLOCK.clock)


def saved(presenter: VisitPresenter, store: Store) -> Visit:
    outcome = presenter.save()
    assert isinstance(outcome, FormSaved), outcome
    found = store.get(Kind.VISITS, outcome.record_id)
    assert isinstance(found, Visit)
    return found


def refused(presenter: VisitPresenter, **typed: Any) -> dict[str, str]:
    presenter.change(**typed)
    outcome = presenter.save()
    assert isinstance(outcome, FormRefused)
    return outcome.refused


def test_a_new_visit_is_today_s_with_whom_the_latest_was(
    presenter: VisitPresenter, store: Store
) -> None:
    presenter.begin()
    assert (presenter.title, presenter.lead) == ("New visit", "")
    made = saved(presenter, store)
    assert (made.visited_on, made.with_whom) == (TODAY, "Dr Okafor")
    assert saved(presenter, store) == made
    assert len(store.load().visits) == 3


def test_the_first_visit_names_nobody_yet(tmp_path: Path) -> None:
    with open_store(tmp_path / "first", CLOCK) as store:
        presenter = VisitPresenter(store, CLOCK.clock)
        presenter.begin()
        assert presenter.form.with_whom == ""


def test_a_planned_visit_keeps_all_that_is_typed(presenter: VisitPresenter, store: Store) -> None:
    presenter.begin()
    presenter.change(
        visited_on="2 Nov", with_whom="Dr <i>B</i>", questions=" May I drive?\n", note="Bring it."
    )
    made = saved(presenter, store)
    assert (made.visited_on, made.with_whom) == (date(2026, 11, 2), "Dr <i>B</i>")
    assert (made.questions, made.note) == ("May I drive?", "Bring it.")


def test_a_visit_that_begins_with_a_question_waits_for_its_day(presenter: VisitPresenter) -> None:
    presenter.begin(questions="May I drive?")
    assert (presenter.form.visited_on, presenter.form.questions) == ("", "May I drive?")
    assert refused(presenter) == {"visited_on": "Give the date of the visit."}


def test_what_cannot_be_kept_is_refused_where_it_stands(
    presenter: VisitPresenter, store: Store
) -> None:
    presenter.begin()
    said = refused(presenter, visited_on="soon", with_whom="x" * 201, questions="x" * 20_001)
    assert {name: sentence[:15] for name, sentence in said.items()} == {
        "visited_on": "“soon” is not a",
        "with_whom": "This has 201 ch",
        "questions": "This has 20,001",
    }
    assert set(refused(presenter, visited_on="today")) == {"with_whom", "questions"}
    assert len(store.load().visits) == 2


def test_a_saved_one_is_changed(presenter: VisitPresenter, store: Store) -> None:
    presenter.begin(PAST.id)
    assert [one.name for one in presenter.fields] == [
        "visited_on",
        "with_whom",
        "questions",
        "note",
    ]
    assert presenter.today == TODAY
    assert (presenter.title, presenter.action) == ("Change the visit", "Save the visit")
    assert presenter.form.visited_on == "14 September 2026"
    presenter.change(note="About work.")
    assert saved(presenter, store).note == "About work."
    assert len(store.history(Kind.VISITS, PAST.id)) == 1


def test_one_that_is_gone_cannot_be_changed(presenter: VisitPresenter) -> None:
    with pytest.raises(RefusedRequest, match="This visit is no longer in the journal"):
        presenter.begin(make_id())


def test_one_more_question_stands_below_the_others(presenter: VisitPresenter, store: Store) -> None:
    presenter.add_question(COMING.id, "  May I drive? ")
    presenter.add_question(COMING.id, " ")
    found = store.get(Kind.VISITS, COMING.id)
    assert isinstance(found, Visit)
    assert found.questions == "How long?\nMay I drive?"


def test_questions_that_are_too_long_together_stay_as_they_were(
    presenter: VisitPresenter, store: Store
) -> None:
    with pytest.raises(InvalidValue, match=r"^This has 20,010 characters; at most 20,000"):
        presenter.add_question(COMING.id, "x" * 20_000)
    assert store.get(Kind.VISITS, COMING.id) == COMING


def test_the_next_visit_is_the_first_from_today_on() -> None:
    today, later = make_visit(visited_on=TODAY), make_visit(visited_on=date(2026, 12, 1))
    assert next_visit([later, PAST, today], TODAY) == today
    assert next_visit([PAST], TODAY) is None
