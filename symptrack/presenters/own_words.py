"""Decides what a check-in asks for: which symptoms, and what the patient added to the lists."""

from dataclasses import replace

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal
from symptrack.domain.limits import LABEL_LENGTH
from symptrack.domain.own_key import own_key
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.symptom import (
    BUILT_IN_KEYS,
    LAST_POSITION,
    MOOD,
    Symptom,
    described,
    known_symptoms,
)
from symptrack.presenters.clock import Clock
from symptrack.presenters.form_checks import checked_text
from symptrack.presenters.settings_views import OwnEffectRow, RatedRow, TypedSymptom
from symptrack.storage.store import Store
from symptrack.texts import _


class OwnWords:
    """The symptoms to rate and the patient's own side effects; nothing added is ever lost."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._catalogue = load_side_effects()

    def rated(self) -> tuple[RatedRow, ...]:
        """Return every symptom that can be rated, in the order of a check-in.

        The mood is always asked: the help panel, the evening question and the benefit rest on it.
        """
        return tuple(
            RatedRow(
                key=symptom.key,
                name=symptom.label,
                words=_("0 {low}, 10 {high}").format(low=symptom.low, high=symptom.high),
                active=symptom.active,
                always=symptom.key == MOOD and symptom.active,
                own=symptom.key not in BUILT_IN_KEYS,
            )
            for symptom in known_symptoms(self._journal().symptoms)
        )

    def effects(self) -> tuple[OwnEffectRow, ...]:
        """Return the side effects that the patient added."""
        return tuple(
            OwnEffectRow(key=effect.key, name=effect.label or effect.key.replace("_", " "))
            for effect in self._journal().side_effects
        )

    def set_active(self, key: str, active: bool) -> None:
        """Ask for a symptom in check-ins, or no longer; what was rated stays."""
        self._store.save_symptom(replace(self._recorded(key), active=active))

    def typed_symptom(self, key: str) -> TypedSymptom:
        """Return an own symptom as its form starts."""
        symptom = described(self._recorded(key))
        return TypedSymptom(
            label=symptom.label,
            low=symptom.low,
            high=symptom.high,
            higher_is=symptom.higher_is,
        )

    def keep_symptom(self, typed: TypedSymptom, key: str = "") -> str:
        """Add an own symptom, or change the one with this key; return its key.

        Raises
        ------
        InvalidValue
            For the field ``label``, ``low``, ``high`` or ``higher_is``; then nothing is kept.
        """
        known = known_symptoms(self._journal().symptoms)
        label = _named(typed.label, [one.label for one in known if one.key != key])
        low = checked_text("low", typed.low, LABEL_LENGTH)
        high = checked_text("high", typed.high, LABEL_LENGTH)
        if typed.higher_is is None:
            raise InvalidValue("higher_is", _("Choose whether 10 is the good or the bad end."))
        if key:
            symptom = self._recorded(key)
        else:
            last = max(one.position or 0 for one in known)
            symptom = Symptom(
                key=own_key(label, {one.key for one in known}),
                position=min(last + 1, LAST_POSITION),
            )
        changed = replace(symptom, label=label, low=low, high=high, higher_is=typed.higher_is)
        self._store.save_symptom(changed)
        return changed.key

    def keep_effect(self, label: str, key: str = "") -> str:
        """Add an own side effect, or rename the one with this key; return its key.

        Raises
        ------
        InvalidValue
            For the field ``label``; then nothing is kept.
        """
        own = self._journal().side_effects
        shipped = self._catalogue.effects.values()
        others = [effect.label for effect in own if effect.key != key]
        others += [_(effect.label) for effect in shipped] + [effect.name for effect in shipped]
        name = _named(label, others)
        taken = {effect.key for effect in own} | self._catalogue.effects.keys()
        key = key or own_key(name, taken | self._catalogue.red_flags.keys())
        self._store.save_own_effect(OwnSideEffect(key=key, label=name))
        return key

    def _journal(self) -> Journal:
        return self._store.load(since=self._clock.now())

    def _recorded(self, key: str) -> Symptom:
        found = [one for one in self._journal().symptoms if one.key == key]
        return found[0] if found else Symptom(key=key)


def _named(label: str, others: list[str]) -> str:
    name = checked_text("label", label, LABEL_LENGTH)
    if not name:
        raise InvalidValue("label", _("Write what it is called."))
    if name.casefold() in {other.casefold() for other in others}:
        raise InvalidValue("label", _("There is already one that is called this."))
    return name
