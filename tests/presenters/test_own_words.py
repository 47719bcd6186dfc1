"""What is rated, and what the patient added."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import LAST_POSITION, Symptom, active_symptoms
from symptrack.domain.words import Direction
from symptrack.presenters.own_words import OwnWords
from symptrack.presenters.settings_views import OwnEffectRow, TypedSymptom
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_journal
from tests.opened import SetClock, open_store

HOPE = TypedSymptom(label="Hope", low="none", high="a lot", higher_is=Direction.BETTER)


class Opened:
    """A journal and the words in it, closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(self, journal: Journal | None = None) -> OwnWords:
        clock = SetClock("2026-09-12 09:30")
        self.store = open_store(self._folder, clock, journal)
        self._stores.append(self.store)
        return OwnWords(self.store, clock.clock)

    @property
    def asked(self) -> list[str]:
        """Return what a check-in asks."""
        return [symptom.label for symptom in active_symptoms(self.store.load().symptoms)]

    def close(self) -> None:
        for store in self._stores:
            store.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Return what opens a journal."""
    made = Opened(tmp_path)
    yield made
    made.close()


def test_every_known_symptom_can_be_rated_the_mood_always(opened: Opened) -> None:
    rows = opened().rated()
    assert [(row.name, row.active, row.always, row.own) for row in rows] == [
        ("Mood", True, True, False),
        ("Anxiety", True, False, False),
        ("Sleep", False, False, False),
        ("Energy", False, False, False),
        ("Pain", False, False, False),
    ]
    assert rows[0].words == "0 worst, 10 best"


def test_a_mood_that_came_switched_off_can_be_switched_on(opened: Opened) -> None:
    words = opened(make_journal(symptoms=[Symptom(key="mood", active=False)]))
    assert not words.rated()[0].always
    words.set_active("mood", True)
    assert words.rated()[0].always


def test_switching_a_symptom_on_and_off_changes_what_is_asked(opened: Opened) -> None:
    words = opened()
    words.set_active("pain", True)
    words.set_active("anxiety", False)
    assert opened.asked == ["Mood", "Pain"]
    words.set_active("anxiety", True)
    assert opened.asked == ["Mood", "Anxiety", "Pain"]


def test_an_own_symptom_is_asked_after_the_others(opened: Opened) -> None:
    words = opened()
    assert words.keep_symptom(HOPE) == "hope"
    assert words.keep_symptom(replace(HOPE, label="надежда", low="", high="")) == "own"
    assert opened.asked == ["Mood", "Anxiety", "Hope", "надежда"]
    hope, other = opened.store.load().symptoms
    assert (hope.low, hope.high, hope.higher_is) == ("none", "a lot", Direction.BETTER)
    assert words.rated()[-1].words == "0 lowest, 10 highest"
    assert words.rated()[-1].own
    assert (hope.position, other.position) == (5, 6)


def test_the_last_place_there_is_holds_more_than_one(opened: Opened) -> None:
    words = opened(make_journal(symptoms=[Symptom(key="last", position=LAST_POSITION)]))
    words.keep_symptom(HOPE)
    assert opened.store.load().symptoms[-1].position == LAST_POSITION


def test_an_own_symptom_switched_off_is_not_lost(opened: Opened) -> None:
    words = opened(make_journal(check_ins=[make_check_in(ratings={"hope": 4})]))
    key = words.keep_symptom(HOPE)
    words.set_active(key, False)
    assert opened.asked == ["Mood", "Anxiety"]
    assert [row.name for row in words.rated() if row.own] == ["Hope"]
    assert opened.store.load().check_ins[0].ratings == {"hope": 4}


def test_changing_an_own_symptom_keeps_its_key_and_whether_it_is_asked(opened: Opened) -> None:
    words = opened()
    key = words.keep_symptom(HOPE)
    words.set_active(key, False)
    assert words.typed_symptom(key) == HOPE
    changed = replace(HOPE, label="hope & <b>light</b>", higher_is=Direction.WORSE)
    assert words.keep_symptom(changed, key) == key
    (symptom,) = opened.store.load().symptoms
    assert symptom.label == "hope & <b>light</b>"
    assert not symptom.active
    assert symptom.higher_is is Direction.WORSE


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (replace(HOPE, label=" "), "label", "Write what it is called."),
        (replace(HOPE, label="mood"), "label", "There is already one that is called this."),
        (
            replace(HOPE, label="x" * 201),
            "label",
            "This has 201 characters; at most 200 can be kept.",
        ),
        (replace(HOPE, low="x" * 201), "low", "This has 201 characters; at most 200 can be kept."),
        (
            replace(HOPE, high="x" * 201),
            "high",
            "This has 201 characters; at most 200 can be kept.",
        ),
        (
            replace(HOPE, higher_is=None),
            "higher_is",
            "Choose whether 10 is the good or the bad end.",
        ),
    ],
)
def test_an_own_symptom_that_cannot_be_is_refused(
    opened: Opened, typed: TypedSymptom, field: str, sentence: str
) -> None:
    words = opened()
    with pytest.raises(InvalidValue) as refused:
        words.keep_symptom(typed)
    assert (refused.value.field, refused.value.reason) == (field, sentence)
    assert opened.store.load().symptoms == ()


def test_own_side_effects_are_added_and_renamed(opened: Opened) -> None:
    words = opened(make_journal(side_effects=[OwnSideEffect(key="red_eyes")]))
    assert words.keep_effect("Itching") == "itching"
    assert words.keep_effect("itching arms", "itching") == "itching"
    assert words.effects() == (
        OwnEffectRow(key="red_eyes", name="red eyes"),
        OwnEffectRow(key="itching", name="itching arms"),
    )


def test_an_own_side_effect_never_takes_a_key_of_the_catalogue(opened: Opened) -> None:
    words = opened()
    assert words.keep_effect("Suicidal") == "suicidal_2"
    assert words.keep_effect("nausea!") == "nausea_2"


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("", "Write what it is called."),
        ("NAUSEA", "There is already one that is called this."),
        ("itching", "There is already one that is called this."),
    ],
)
def test_an_own_side_effect_that_cannot_be_is_refused(
    opened: Opened, label: str, sentence: str
) -> None:
    words = opened(make_journal(side_effects=[OwnSideEffect(key="itching", label="Itching")]))
    with pytest.raises(InvalidValue, match=sentence):
        words.keep_effect(label)
    assert len(words.effects()) == 1
