"""What is rated: the built-in symptoms, and what the patient changed or added."""

import pytest

from symptrack.domain.symptom import (
    BUILT_IN,
    LAST_POSITION,
    Symptom,
    active_symptoms,
    described,
    known_symptoms,
)
from symptrack.domain.words import Direction
from tests.domain.refusals import refusal


def test_mood_and_anxiety_are_asked_by_default_and_three_more_are_known() -> None:
    assert [one.key for one in active_symptoms(())] == ["mood", "anxiety"]
    assert [one.key for one in known_symptoms(())] == ["mood", "anxiety", "sleep", "energy", "pain"]
    directions = {one.key: one.higher_is for one in BUILT_IN}
    assert directions == {
        "mood": Direction.BETTER,
        "anxiety": Direction.WORSE,
        "sleep": Direction.BETTER,
        "energy": Direction.BETTER,
        "pain": Direction.WORSE,
    }


def test_what_is_left_empty_on_a_built_in_symptom_is_filled() -> None:
    pain = described(Symptom(key="pain", active=True, position=1))
    assert (pain.label, pain.low, pain.high) == ("Pain", "none", "worst")
    assert (pain.higher_is, pain.position, pain.active) == (Direction.WORSE, 1, True)
    assert described(Symptom(key="mood")).position == 0


def test_what_the_patient_changed_stays() -> None:
    own = Symptom(key="mood", label="Laune", low="a", high="b", higher_is=Direction.WORSE)
    assert described(own) == Symptom(
        key="mood", label="Laune", low="a", high="b", higher_is=Direction.WORSE, position=0
    )


def test_an_own_symptom_without_words_is_described_from_its_key() -> None:
    restless = described(Symptom(key="restless_legs"))
    assert restless == Symptom(
        key="restless_legs",
        label="restless legs",
        low="lowest",
        high="highest",
        higher_is=Direction.WORSE,
        position=LAST_POSITION,
    )


def test_recorded_symptoms_take_the_place_of_the_built_in_ones() -> None:
    recorded = [
        Symptom(key="anxiety", active=False),
        Symptom(key="pain", active=True, position=0),
        Symptom(key="joy", label="Joy", active=True),
    ]
    assert [one.key for one in active_symptoms(recorded)] == ["mood", "pain", "joy"]


@pytest.mark.parametrize(
    ("symptom", "field"),
    [
        ({"key": "Mood"}, "key"),
        ({"key": "mood", "label": "x" * 201}, "label"),
        ({"key": "mood", "low": "x" * 201}, "low"),
        ({"key": "mood", "high": "x" * 201}, "high"),
        ({"key": "mood", "position": -1}, "position"),
    ],
)
def test_a_symptom_that_cannot_be_is_refused(symptom: dict[str, object], field: str) -> None:
    assert refusal(lambda: Symptom(**symptom)).startswith(f"{field}: ")  # type: ignore[arg-type] # one table of faults
