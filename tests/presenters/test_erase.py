"""Erasing everything: what is said before it, and the word that is typed for it."""

import pytest

from symptrack.domain.errors import EraseUnfinished, InvalidValue
from symptrack.presenters.erase import ErasePresenter, erased_words
from symptrack.presenters.journal_problem import problem_view


@pytest.mark.parametrize("typed", ["erase", " Erase ", "ERASE"])
def test_the_word_may_be_typed_in_any_case(typed: str) -> None:
    ErasePresenter(protected=True).check(typed)


@pytest.mark.parametrize("typed", ["", "yes", "eras", "erase everything"])
def test_nothing_else_will_do(typed: str) -> None:
    with pytest.raises(InvalidValue, match="type “erase” here first"):
        ErasePresenter(protected=True).check(typed)


def test_it_says_what_goes_and_what_it_cannot_erase() -> None:
    view = ErasePresenter(protected=True).view()
    goes, stays = " ".join(view.goes), " ".join(view.stays)
    for word in (
        "journal",
        "backups",
        "damaged",
        "files you brought in",
        "keyring",
        "log",
        "colours",
    ):
        assert word in goes
    for word in ("Copies", "Reports", "own backups", "disks"):
        assert word in stays
    assert "erase" in view.asked


def test_traces_on_a_disk_are_told_of_as_they_can_hurt() -> None:
    assert "your passphrase guards them" in ErasePresenter(protected=True).view().stays[-1]
    assert "the key may be among them" in ErasePresenter(protected=False).view().stays[-1]


def test_what_is_left_half_erased_is_no_lost_journal() -> None:
    view = problem_view(EraseUnfinished("Not everything could be erased: symptrack.knock."))
    assert view.title == "Not everything is erased yet"
    assert "symptrack.knock" in view.sentence
    assert view.safe == "All the rest is gone for good."
    assert "Erasing then goes on" in view.again


def test_it_is_said_when_it_is_done() -> None:
    assert erased_words() == "Everything is erased. Symptrack begins anew."
