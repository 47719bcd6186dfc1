"""Two groups of a recovery code are typed back, as people type."""

import random

import pytest

from symptrack.presenters.recovery_sheet import RecoverySheet, TypedBack
from symptrack.storage.recovery_code import new_code

CODE = "0A1B-22CC-33DD-44EE-55FF-66GG-77HH"


def test_two_different_groups_are_asked_in_their_order() -> None:
    for seed in range(50):
        first, second = TypedBack(new_code(), random.Random(seed)).places
        assert 0 <= first < second < 7


def test_a_field_is_called_by_the_place_of_its_group() -> None:
    asked = TypedBack(CODE, random.Random(1))
    assert asked.name(2) == "Group 3 of 7"


@pytest.mark.parametrize("typed", ["0A1B", "0a1b", " 0a1b ", "oaib", "OALB", "0A1B-"])
def test_a_group_may_be_typed_as_it_is_read(typed: str) -> None:
    assert TypedBack(CODE, random.Random(1)).refusal(0, typed) == ""


@pytest.mark.parametrize("typed", ["", "0A1", "0A1C", "22CC"])
def test_another_group_is_refused_with_its_place(typed: str) -> None:
    refusal = TypedBack(CODE, random.Random(1)).refusal(0, typed)
    assert refusal == "This is not what stands there. Look at group 1 once more."


def test_the_page_as_a_text_begins_with_what_it_is() -> None:
    sheet = RecoverySheet("Symptrack: recovery code", CODE, "Keep it.", ("One.", "Two."))
    assert sheet.text == f"Symptrack: recovery code\n\n{CODE}\n\nOne.\nTwo.\n"
