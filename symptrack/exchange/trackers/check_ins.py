"""From a diary, and what the patient says of its words, to check-ins of Symptrack."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.limits import LABEL_LENGTH
from symptrack.domain.own_key import own_key
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.symptom import BUILT_IN_KEYS, MOOD, Symptom
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import EffectState
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, LeftOut, Rated, Use
from symptrack.texts import _

_NAMESPACE = UUID("0a4d6f5e-7c1b-5f3a-9d0e-3b8f6a2c9e11")
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ReadDiary:
    """The check-ins of a diary with the symptoms and effects they need, and what is left out.

    ``unclear`` are the entries whose word for mood has no number yet.
    """

    journal: Journal
    left_out: tuple[LeftOut, ...]
    unclear: int


def check_ins_of(diary: Diary, answers: Answers, known: Journal, zone: str) -> ReadDiary:
    """Return what a diary becomes.

    Ids are made from the tracker, the time and its place among the entries of that time, so that
    the same entry has the same id in every export of it.

    Parameters
    ----------
    known
        The journal it goes to: a symptom or effect that has the same name there is the same.
    zone
        The zone of times without an offset where ``answers`` has none, and that of times with one.
    """
    making = _Making(diary, answers, known, answers.time_zone or zone)
    for entry in diary.entries:
        making.add(entry)
    journal = Journal(
        check_ins=tuple(making.check_ins),
        symptoms=tuple(making.symptoms.values()),
        side_effects=tuple(making.effects.values()),
    )
    left_out = sorted((*diary.left_out, *making.left_out), key=lambda one: one.line)
    return ReadDiary(journal, tuple(left_out), making.unclear)


@dataclass(slots=True)
class _Said:
    """What one entry says in Symptrack's terms; ``spread`` ratings were no numbers from 0 to 10."""

    exact: dict[str, int] = field(default_factory=dict)
    spread: dict[str, int] = field(default_factory=dict)
    effects: dict[str, SideEffectEntry] = field(default_factory=dict)


class _Making:
    def __init__(self, diary: Diary, answers: Answers, known: Journal, zone: str) -> None:
        self._diary = diary
        self._answers = answers
        self._zone = zone
        self._times: Counter[str] = Counter()
        self._own_symptoms = _Own(
            {one.label: one.key for one in known.symptoms if one.label},
            BUILT_IN_KEYS | {one.key for one in known.symptoms},
        )
        catalogue = load_side_effects()
        self._own_effects = _Own(
            {one.label: one.key for one in known.side_effects if one.label},
            catalogue.effects.keys()
            | catalogue.red_flags.keys()
            | {one.key for one in known.side_effects},
        )
        self.check_ins: list[CheckIn] = []
        self.left_out: list[LeftOut] = []
        self.unclear = 0
        self.symptoms: dict[str, Symptom] = {}
        self.effects: dict[str, OwnSideEffect] = {}

    def add(self, entry: DiaryEntry) -> None:
        """Make the check-ins of an entry; a second one where some ratings count and some do not."""
        # The wall clock alone: a backup has offsets where a CSV of the same diary has none.
        key = f"{entry.when.replace(tzinfo=None).isoformat()} {entry.block}"
        self._times[key] += 1
        mood = self._answers.mood_of(entry)
        if entry.mood_word and mood is None:
            self.unclear += 1
            return
        said = self._said(entry, mood)
        if not (said.exact or said.spread or said.effects or entry.note):
            self.left_out.append(LeftOut(entry.line, _("nothing of it is kept")))
            return
        place = f"{self._diary.source.value} {key} {self._times[key]}"
        first = self._check_in(entry, place, said)
        self.check_ins.append(first)
        if said.exact and said.spread:
            self.check_ins.append(
                replace(
                    first,
                    id=str(uuid5(_NAMESPACE, place + " spread")),
                    ratings=said.spread,
                    mapped=True,
                    side_effects=(),
                    note="",
                )
            )

    def _check_in(self, entry: DiaryEntry, place: str, said: _Said) -> CheckIn:
        occurred_at, zone = _placed(entry.when, self._zone)
        return CheckIn(
            id=str(uuid5(_NAMESPACE, place)),
            occurred_at=occurred_at,
            time_zone=zone,
            time_known=entry.time_known,
            source=self._diary.source,
            mapped=bool(said.spread) and not said.exact,
            ratings=said.exact or said.spread,
            side_effects=tuple(said.effects.values()),
            note=entry.note,
        )

    def _said(self, entry: DiaryEntry, mood: int | None) -> _Said:
        said = _Said()
        if mood is not None:
            (said.spread if entry.mood_word else said.exact)[MOOD] = mood
        for one in entry.rated:
            meaning = self._answers.meaning_of(one.name, self._diary)
            if meaning.use is Use.RATING:
                ratings = said.exact if one.exact else said.spread
                ratings.setdefault(meaning.key or self._symptom(one.name), one.rating)
            elif meaning.use is Use.SIDE_EFFECT:
                self._name(said, meaning.key or self._effect(one.name), one)
        for name in entry.activities:
            meaning = self._answers.meaning_of(name, self._diary)
            if meaning.use is Use.SIDE_EFFECT:
                self._name(said, meaning.key or self._effect(name), None)
        return said

    def _name(self, said: _Said, effect: str, rated: Rated | None) -> None:
        """Name a side effect; of two of one name at one time, the stronger."""
        there = said.effects.get(effect)
        present = rated is None or rated.value > rated.scale[0]
        severity = None if rated is None else rated.severity
        if there is None or (severity or 0) > (there.severity or 0):
            said.effects[effect] = SideEffectEntry(
                effect=effect,
                state=EffectState.PRESENT if present else EffectState.GONE,
                severity=severity,
            )

    def _symptom(self, name: str) -> str:
        key, new = self._own_symptoms.key_of(name)
        if new:
            # Not asked from now on: the patient decides that in the settings.
            self.symptoms[key] = Symptom(key=key, label=name[:LABEL_LENGTH], active=False)
        return key

    def _effect(self, name: str) -> str:
        key, new = self._own_effects.key_of(name)
        if new:
            self.effects[key] = OwnSideEffect(key=key, label=name[:LABEL_LENGTH])
        return key


class _Own:
    """The keys of the patient's own names: those that are there, and those that come."""

    def __init__(self, there: Mapping[str, str], taken: Iterable[str]) -> None:
        self._keys = dict(there)
        self._taken = set(taken)

    def key_of(self, name: str) -> tuple[str, bool]:
        """Return a name's key, and whether it is new."""
        label = name[:LABEL_LENGTH]
        if label in self._keys:
            return self._keys[label], False
        key = own_key(label, self._taken)
        self._taken.add(key)
        self._keys[label] = key
        return key, True


def _placed(when: datetime, zone: str) -> tuple[datetime, str]:
    """Return an instant with its offset, and the name of the zone it belongs to.

    An offset that the patient's zone does not have then is from a journey: such a time keeps its
    own day under the zone that is named after the offset, where there is one.
    """
    if when.tzinfo is None:
        return fixed_offset(when.replace(tzinfo=ZoneInfo(zone))), zone
    offset = when.utcoffset() or timedelta()
    if when.astimezone(ZoneInfo(zone)).utcoffset() == offset:
        return when, zone
    hours, rest = divmod(offset, _HOUR)
    if not offset:
        return when, "Etc/UTC"
    if rest or not -12 <= hours <= 14:
        return when, zone
    return when, f"Etc/GMT{-hours:+d}"
