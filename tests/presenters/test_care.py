"""The page of visits and medicines: what it lists, in which order, in which words."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.journal import Kind
from symptrack.presenters.care import CarePresenter, CareView
from symptrack.presenters.care_words import care_line, questions_of, taken_words, visit_words
from symptrack.storage.store import Store
from tests.builders import make_journal, make_medication, make_visit
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-10-05 17:00")
TODAY = date(2026, 10, 5)
HOSTILE = "<b>x</b>\n$y$"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[Callable[..., CareView]]:
    stores: list[Store] = []

    def of(most: int = 8, **records: object) -> CareView:
        stores.append(open_store(tmp_path, CLOCK, make_journal(**records)))
        return CarePresenter(stores[-1], CLOCK.clock).view(most)

    yield of
    for one in stores:
        one.close()


def test_an_empty_journal_has_an_empty_page(view: Callable[..., CareView]) -> None:
    assert view() == CareView(next_visit=None, visits=(), more=False, taken=(), ended=())


def test_the_next_visit_stands_apart_with_its_questions(view: Callable[..., CareView]) -> None:
    visits = [
        make_visit(visited_on=date(2026, 10, 9), with_whom=HOSTILE, questions="A?\n\n <b>B?"),
        make_visit(visited_on=date(2026, 12, 1)),
        make_visit(visited_on=date(2026, 9, 1), questions="C?", note="Said\nno."),
        make_visit(visited_on=date(2025, 9, 1)),
    ]
    found = view(visits=visits)
    assert found.next_visit is not None
    assert found.next_visit.title == "Friday 9 October, with <b>x</b> $y$"
    assert found.next_visit.questions == ("A?", "<b>B?")
    assert [(row.title, row.lines) for row in found.visits] == [
        ("Tuesday 1 December", ("Planned",)),
        ("Tuesday 1 September", ("1 question noted", "Said no.")),
        ("Monday 1 September 2025", ()),
    ]
    assert found.visits[1].spoken == "Tuesday 1 September. 1 question noted. Said no."
    assert not found.more


def test_ten_years_of_visits_begin_with_the_latest(view: Callable[..., CareView]) -> None:
    visits = [make_visit(visited_on=date(2026 - years, 3, 1)) for years in range(10)]
    found = view(most=3, visits=visits)
    assert [row.title[-4:] for row in found.visits] == ["arch", "2025", "2024"]
    assert found.more


def test_medicines_are_those_taken_now_and_those_before(view: Callable[..., CareView]) -> None:
    medicines = [
        make_medication(name="zolpidem", dose=""),
        make_medication(name="Iron", dose="1 a day", started_on=date(2026, 10, 5)),
        make_medication(name="Old", dose="", ended_on=date(2026, 1, 1)),
        make_medication(
            name="Late",
            dose="",
            started_on=date(2026, 1, 1),
            ended_on=date(2026, 10, 4),
            note="It\nhelped.",
        ),
    ]
    found = view(medications=medicines)
    assert [(row.title, row.lines) for row in found.taken] == [
        ("Iron, 1 a day", ("Since 5 October 2026",)),
        ("zolpidem", ("Start not noted",)),
    ]
    assert [(row.title, row.lines) for row in found.ended] == [
        ("Late", ("1 January to 4 October 2026", "It helped.")),
        ("Old", ("Until 1 January 2026",)),
    ]
    assert {row.taken for row in found.taken} == {True}
    assert {row.taken for row in found.ended} == {False}


def test_one_that_begins_later_says_so() -> None:
    medicine = make_medication(started_on=date(2026, 11, 1))
    assert taken_words(medicine, TODAY) == "From 1 November 2026 on"


def test_the_journal_s_line_says_when_the_next_visit_is() -> None:
    line = care_line(make_visit(visited_on=TODAY, questions="A?\nB?"), TODAY)
    assert line.visit == "Next visit: Monday 5 October, today"
    assert line.questions == "2 questions noted"
    assert care_line(None, TODAY).visit == "No visit is planned."


def test_a_visit_of_another_year_says_which() -> None:
    assert visit_words(make_visit(visited_on=date(2027, 1, 5)), TODAY) == "Tuesday 5 January 2027"
    assert questions_of(make_visit()) == ()


def test_what_is_deleted_comes_back(tmp_path: Path) -> None:
    visit = make_visit(visited_on=date(2026, 9, 1))
    with open_store(tmp_path, CLOCK, make_journal(visits=[visit])) as store:
        presenter = CarePresenter(store, CLOCK.clock)
        presenter.delete(Kind.VISITS, visit.id)
        assert presenter.view().visits == ()
        assert [one.record for one in store.load().deleted] == [visit]
        presenter.restore(Kind.VISITS, visit.id)
        assert len(presenter.view().visits) == 1
