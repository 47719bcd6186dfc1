"""The item on thoughts of death: it may be declined, and above 0 the help panel comes first."""

import pytest

from tests.builders import make_journal, make_response
from tests.presenters.begun_questionnaire import (
    Begun,
    answer_all,
    item,
    review,
)

NOT_SAID = "I’d rather not say"


def test_item_9_may_be_declined_and_stays_so(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[1] * 8)
    shown = item(presenter.view())
    assert (shown.decline, shown.declined) == (NOT_SAID, False)
    presenter.answer(1)
    presenter.decline()
    shown = item(presenter.view())
    assert (shown.value, shown.declined) == (None, True)
    assert not presenter.help_first
    presenter.go_on()
    presenter.skip()
    assert review(presenter.view()).rows[8].answer == NOT_SAID
    saved = presenter.save()
    assert "Declined: question 9." in saved.lines
    assert begun.saved.declined == ("q9",)
    assert "q9" not in begun.saved.answers


def test_a_declined_item_can_be_answered_after_all(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 8)
    presenter.decline()
    presenter.answer(0)
    shown = item(presenter.view())
    assert (shown.value, shown.declined) == (0, False)
    presenter.decline()
    presenter.skip()
    assert review(presenter.view()).rows[8].answer == "Not answered"


def test_no_other_item_may_be_declined(begun: Begun) -> None:
    presenter = begun()
    assert item(presenter.view()).decline == ""
    presenter.decline()
    assert not item(presenter.view()).declined


@pytest.mark.parametrize(("value", "first"), [(0, False), (1, True), (2, True), (3, True)])
def test_item_9_above_0_brings_the_help_panel(begun: Begun, value: int, first: bool) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 8)
    presenter.answer(value)
    assert presenter.help_first is first


def test_the_panel_wants_one_acknowledgement_over_a_new_start(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 8)
    presenter.answer(1)
    assert begun.again().help_first
    presenter.acknowledge_help()
    presenter.answer(3)
    assert not presenter.help_first
    assert not begun.again().help_first


def test_a_kill_at_the_panel_keeps_the_answer(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 8)
    presenter.answer(2)
    again = begun.again()
    assert (item(again.view()).key, item(again.view()).value) == ("q9", 2)
    again.acknowledge_help()
    again.go_on()
    again.skip()
    again.save()
    assert begun.saved.answers["q9"] == 2


def test_it_comes_again_when_such_an_entry_is_opened_from_the_journal(begun: Begun) -> None:
    saved = make_response(answers={"q9": 1})
    presenter = begun(journal=make_journal(responses=[saved]))
    presenter.edit(saved.id)
    assert presenter.help_first
    presenter.acknowledge_help()
    assert not presenter.help_first
