"""The side effects of every session of a period: what the side-effect chart shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from symptrack.analysis.course import SessionMark
from symptrack.analysis.effect_duration import Duration
from symptrack.analysis.period import Period
from symptrack.analysis.session_groups import SessionGroup, groups_of, marks_of
from symptrack.analysis.side_effects import EffectAfterSession, effects_after
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.domain.side_effect import SideEffectCatalogue


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One side effect after each session; ``after`` goes with the map's sessions, in order.

    ``longest`` is the longest it lasted after any of them, ``None`` where no duration is known.
    """

    effect: str
    name: str
    after: tuple[EffectAfterSession, ...]
    longest: EffectAfterSession | None

    @property
    def present(self) -> int:
        """Return after how many sessions it was there."""
        return sum(one.present for one in self.after)

    @property
    def noted(self) -> int:
        """Return after how many sessions something was said of it, either way."""
        return sum(one.noted for one in self.after)


@dataclass(frozen=True, slots=True)
class EffectMap:
    """Which side effects were there after which session, and how strong.

    ``rows`` are those that were there at least once; ``never`` those that were noted, and never
    as present.
    """

    period: Period
    sessions: tuple[SessionMark, ...]
    groups: tuple[SessionGroup, ...]
    rows: tuple[EffectRow, ...]
    never: tuple[EffectRow, ...]

    @property
    def noted(self) -> tuple[bool, ...]:
        """Return of each session whether anything was noted of side effects."""
        return tuple(
            any(row.after[place].noted for row in (*self.rows, *self.never))
            for place in range(len(self.sessions))
        )


def summarise_side_effects(
    journal: Recorded, period: Period, catalogue: SideEffectCatalogue
) -> EffectMap:
    """Return the side effects after each done session of a period.

    In the order of the check-in's tiles, then of the catalogue, then the patient's own.
    """
    timeline = timeline_of(journal)
    marks = marks_of(timeline, period)
    found = [effects_after(timeline, mark.session, catalogue) for mark in marks]
    names = timeline.journal.own_effect_labels
    rows = [
        _row(key, catalogue.name_of(key, names), marks, found) for key in _order(found, catalogue)
    ]
    return EffectMap(
        period=period,
        sessions=marks,
        groups=groups_of(timeline, marks),
        rows=tuple(row for row in rows if row.present),
        never=tuple(row for row in rows if row.noted and not row.present),
    )


def length(duration: Duration) -> tuple[float, float]:
    """Return what durations are compared by: the certain hours, then the possible ones."""
    return duration.at_least_h, inf if duration.at_most_h is None else duration.at_most_h


def _order(
    found: Sequence[Mapping[str, EffectAfterSession]], catalogue: SideEffectCatalogue
) -> list[str]:
    named = {key for after in found for key in after}
    known = [*(effect.key for effect in catalogue.tiles), *catalogue.effects, *catalogue.red_flags]
    order = dict.fromkeys([*known, *sorted(named)])
    return [key for key in order if key in named]


def _row(
    key: str,
    name: str,
    marks: Sequence[SessionMark],
    found: Sequence[Mapping[str, EffectAfterSession]],
) -> EffectRow:
    after = tuple(
        effects.get(key) or _nothing_noted(mark, key)
        for mark, effects in zip(marks, found, strict=True)
    )
    lasting = [(length(one.duration), one) for one in after if one.present and one.duration]
    longest = max(lasting, key=lambda pair: pair[0])[1] if lasting else None
    return EffectRow(key, name, after, longest)


def _nothing_noted(mark: SessionMark, key: str) -> EffectAfterSession:
    return EffectAfterSession(mark.session, key, False, None, False, None)
