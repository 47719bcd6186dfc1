"""Side effects in the hours after a session, over all sessions: what the hours chart shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from symptrack.analysis.course import SessionMark
from symptrack.analysis.effect_answers import Answer, answers_of, check_ins_after
from symptrack.analysis.period import Period
from symptrack.analysis.session_groups import marks_of
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import hours_after, hours_known
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue

ENOUGH_SESSIONS = 3


@dataclass(frozen=True, slots=True)
class HourBin:
    """Hours after a session's end: ``first_h`` included, ``until_h`` only where ``closed``."""

    first_h: int
    until_h: int
    closed: bool = False

    def holds(self, hours: float) -> bool:
        """Whether so many hours after lie in it."""
        return self.first_h <= hours < self.until_h or (self.closed and hours == self.until_h)


BINS = (
    HourBin(0, 1),
    HourBin(1, 3),
    HourBin(3, 5),
    HourBin(5, 12, closed=True),
    HourBin(18, 30, closed=True),
)


@dataclass(frozen=True, slots=True)
class BinValue:
    """One session in one bin: the highest severity there, 0 to 3."""

    mark: SessionMark
    severity: int


@dataclass(frozen=True, slots=True)
class BinValues:
    """All sessions in one bin; ``place`` is the bin's place in :data:`BINS`."""

    place: int
    values: tuple[BinValue, ...]

    @property
    def n(self) -> int:
        """Return how many sessions have a value in it."""
        return len(self.values)

    @property
    def low(self) -> int:
        """Return the lowest severity."""
        return min(one.severity for one in self.values)

    @property
    def high(self) -> int:
        """Return the highest severity."""
        return max(one.severity for one in self.values)

    @property
    def median(self) -> float | None:
        """Return the median, ``None`` from fewer than three sessions."""
        if self.n < ENOUGH_SESSIONS:
            return None
        return float(median(one.severity for one in self.values))


@dataclass(frozen=True, slots=True)
class EffectHours:
    """One side effect in the hours after; ``bins`` are those with a value.

    It was there after ``present`` of the ``noted`` sessions that have a value in any bin.
    """

    effect: str
    name: str
    bins: tuple[BinValues, ...]
    present: int
    noted: int


@dataclass(frozen=True, slots=True)
class HoursAfter:
    """The side effects in the hours after the sessions of a period, the commonest first."""

    period: Period
    sessions: tuple[SessionMark, ...]
    effects: tuple[EffectHours, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """Return the places of the bins with any value, in order; the others are left out."""
        return tuple(sorted({one.place for effect in self.effects for one in effect.bins}))


def summarise_hours_after(
    journal: Recorded, period: Period, catalogue: SideEffectCatalogue
) -> HoursAfter:
    """Return each side effect that was there, by hours after the end of each done session.

    Bins of 0-1, 1-3, 3-5, 5-12 and 18-30 h. Our definition, and in it: a bin holds its first hour
    and ends before its last, but for 12 and 30; of several values of a session in a bin the
    highest counts; what was there without its strength, and what has no known hours, is left out.
    """
    timeline = timeline_of(journal)
    marks = marks_of(timeline, period)
    found: defaultdict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for index, mark in enumerate(marks):
        for effect, place, severity in _severities(timeline, mark.session, catalogue):
            known = found[effect].get((place, index), 0)
            found[effect][place, index] = max(known, severity)
    tiles_first = dict.fromkeys([*(one.key for one in catalogue.tiles), *catalogue.effects])
    order = {key: place for place, key in enumerate(tiles_first)}
    names = timeline.journal.own_effect_labels
    effects = [
        _effect_hours(key, catalogue.name_of(key, names), marks, values)
        for key, values in found.items()
        if any(values.values())
    ]
    effects.sort(key=lambda one: (-one.present, order.get(one.effect, len(order)), one.effect))
    return HoursAfter(period, marks, tuple(effects))


def _effect_hours(
    key: str, name: str, marks: Sequence[SessionMark], values: Mapping[tuple[int, int], int]
) -> EffectHours:
    bins = []
    for place in range(len(BINS)):
        inside = tuple(
            BinValue(marks[index], severity)
            for (where, index), severity in sorted(values.items())
            if where == place
        )
        if inside:
            bins.append(BinValues(place, inside))
    present = {index for (_place, index), severity in values.items() if severity}
    noted = {index for _place, index in values}
    return EffectHours(key, name, tuple(bins), len(present), len(noted))


def _severities(
    timeline: Timeline, session: Session, catalogue: SideEffectCatalogue
) -> Iterator[tuple[str, int, int]]:
    """Yield every severity that is known with its hours: effect, place of the bin, severity."""
    still_there: set[str] = set()
    for check_in in check_ins_after(timeline, session):
        answers = list(answers_of(check_in, still_there, catalogue))
        still_there = _still_there(still_there, answers)
        if not hours_known(session, check_in):
            continue
        hours = hours_after(session, check_in.occurred_at)
        for place, one in enumerate(BINS):
            if one.holds(hours):
                yield from (
                    (answer.effect, place, answer.severity)
                    for answer in answers
                    if answer.severity is not None
                )


def _still_there(before: set[str], answers: Sequence[Answer]) -> set[str]:
    gone = {answer.effect for answer in answers if not answer.present}
    return (before - gone) | {answer.effect for answer in answers if answer.present}
