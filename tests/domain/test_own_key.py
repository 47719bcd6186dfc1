"""Keys for what the patient adds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symptrack.domain.own_key import own_key
from symptrack.domain.symptom import Symptom


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Hope", "hope"),
        ("  Tight   chest! ", "tight_chest"),
        ("Größe & Übelkeit", "grosse_ubelkeit"),
        ("надежда", "own"),
        ("", "own"),
        ("3 things", "own_3_things"),
        ("<b>x</b> $\\frac{1}{0}$", "b_x_b_frac_1_0"),
        ("a" * 300, "a" * 60),
    ],
)
def test_a_key_is_made_from_the_name(label: str, key: str) -> None:
    assert own_key(label, ()) == key


def test_a_key_that_is_taken_gets_the_next_number() -> None:
    assert own_key("Hope", {"hope"}) == "hope_2"
    assert own_key("Hope", {"hope", "hope_2"}) == "hope_3"
    assert own_key("надежда", {"own"}) == "own_2"


@given(label=st.text(), taken=st.sets(st.sampled_from(["own", "a", "own_2", "a_2"])))
def test_any_name_makes_a_key_that_can_be_kept(label: str, taken: set[str]) -> None:
    key = own_key(label, taken)
    assert Symptom(key=key).key not in taken
