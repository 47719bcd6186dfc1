"""Answers changed on the review, and questionnaires changed once they are saved."""

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.presenters.questionnaire_draft import draft_name
from tests.builders import make_journal, make_response
from tests.presenters.begun_questionnaire import (
    Begun,
    answer_all,
    item,
    review,
)


def test_starting_a_change_over_begins_with_what_was_saved(begun: Begun) -> None:
    saved = make_response()
    presenter = begun(journal=make_journal(responses=[saved]))
    presenter.edit(saved.id)
    presenter.acknowledge_help()
    presenter.change("q1")
    presenter.answer(0)
    presenter.start_over()
    assert review(presenter.view()).rows[0].answer == "More than half the days (2)"


def test_changing_one_answer_returns_to_the_review(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[1] * 8, 0, 0)
    presenter.change("q3")
    assert (presenter.returning, presenter.at_start) == (True, False)
    assert item(presenter.view()).value == 1
    presenter.answer(2)
    presenter.go_on()
    assert (presenter.at_review, presenter.returning) == (True, False)
    presenter.change("q1")
    presenter.go_back()
    assert presenter.at_review
    presenter.change("q10")
    presenter.skip()
    assert review(presenter.view()).rows[9].answer == "Not answered"
    presenter.go_on()
    assert presenter.at_review


def test_a_change_that_first_names_a_problem_asks_the_difficulty_too(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    presenter.change("q3")
    presenter.answer(1)
    presenter.go_on()
    assert presenter.heading.count == "One more question"
    presenter.answer(0)
    presenter.go_on()
    assert presenter.at_review


def test_a_difficulty_that_is_asked_no_more_is_not_saved(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 1, *[0] * 8, 3)
    presenter.change("q1")
    presenter.answer(0)
    presenter.go_on()
    presenter.save()
    assert begun.saved.difficulty is None


def test_a_page_that_is_asked_no_more_gives_way_to_the_review(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 1, *[0] * 8)
    assert presenter.heading.count == "One more question"
    draft = begun.store.draft(draft_name("phq9"))
    assert draft is not None
    begun.store.save_draft(draft_name("phq9"), {**draft.content, "answers": {"q1": 0}})
    assert begun.again().at_review


def test_a_saved_one_can_be_changed_for_ever_and_keeps_what_it_said(begun: Begun) -> None:
    saved = make_response(answers={f"q{n}": 0 for n in range(1, 10)})
    presenter = begun(journal=make_journal(responses=[saved]), now="2027-02-01 10:00")
    presenter.edit(saved.id)
    assert presenter.at_review
    assert presenter.heading.subtitle == "About the last 2 weeks"
    assert presenter.heading.when == "30 Aug 2026, 09:00"
    presenter.change("q2")
    presenter.answer(3)
    presenter.go_on()
    presenter.skip()
    score = presenter.save()
    assert (score.total, score.lead) == ("3", "What it said before is kept.")
    assert begun.saved.answers["q2"] == 3
    assert begun.saved.occurred_at == saved.occurred_at
    (before,) = begun.store.history(Kind.RESPONSES, saved.id)
    assert before.record == saved


def test_a_change_that_was_left_goes_on_beside_a_new_one(begun: Begun) -> None:
    saved = make_response()
    presenter = begun(journal=make_journal(responses=[saved]))
    answer_all(presenter, 1)
    presenter.edit(saved.id)
    presenter.change("q1")
    presenter.answer(0)
    assert begun.again().heading.count == "2 of 9"
    again = begun.again()
    again.edit(saved.id)
    assert again.resumed
    assert item(again.view()).value == 0


def test_a_deleted_one_cannot_be_changed(begun: Begun) -> None:
    saved = make_response()
    presenter = begun(journal=make_journal(responses=[saved]))
    begun.store.delete(Kind.RESPONSES, saved.id)
    with pytest.raises(RefusedRequest):
        presenter.edit(saved.id)
