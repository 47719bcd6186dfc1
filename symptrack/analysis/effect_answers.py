"""What the check-ins after a session say about a side effect, named in them or not."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import DAY, day_of, in_utc
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue

DAYS_FOR_SIDE_EFFECTS = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check-in says of one side effect.

    ``entry`` is ``None`` where the effect was not named and the check-in answers for it all the
    same: then it was not there.
    """

    effect: str
    check_in: CheckIn
    entry: SideEffectEntry | None

    @property
    def present(self) -> bool:
        """Whether the side effect was there."""
        return self.entry is not None and self.entry.present

    @property
    def severity(self) -> int | None:
        """Return 0 to 3, or ``None`` where it was there and its strength not said."""
        return self.entry.severity if self.entry is not None and self.entry.present else 0


def check_ins_after(timeline: Timeline, session: Session) -> list[CheckIn]:
    """Return the check-ins that speak of a session's side effects, by time.

    Those after its start and before the next done session's, on its day or one of the 7 after it
    (our definition: calendar days in the session's zone).
    """
    start = in_utc(session.started_at)
    near = timeline.check_ins_between(start - DAY, start + (DAYS_FOR_SIDE_EFFECTS + 2) * DAY)
    return [
        one
        for one in near
        if timeline.session_followed(one) == session
        and day_of(session, one) <= DAYS_FOR_SIDE_EFFECTS
    ]


def answers_of(
    check_in: CheckIn, open_effects: AbstractSet[str], catalogue: SideEffectCatalogue
) -> Iterator[Answer]:
    """Yield what a check-in says of each side effect it answers for.

    A check-in with *nothing to report*, or with any effect named, answers for all core effects:
    those not named were not there. *Nothing to report* also ends every one of ``open_effects``.
    """
    named = {entry.effect: entry for entry in check_in.side_effects}
    effects = set(named)
    if named or check_in.nothing_to_report:
        effects |= catalogue.core_keys
    if check_in.nothing_to_report:
        effects |= open_effects
    for effect in sorted(effects):
        yield Answer(effect, check_in, named.get(effect))
