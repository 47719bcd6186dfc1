"""Which side effects are asked about once a week: bladder, memory and craving."""

from datetime import datetime

from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import DAY, days_after, in_utc, recorded_on
from symptrack.domain.side_effect import SideEffectCatalogue

LONG_TERM = "longterm"
WEEK_DAYS = 7


def weekly_keys(catalogue: SideEffectCatalogue) -> tuple[str, ...]:
    """Return what is asked once a week: the core effects that are not of one day."""
    return tuple(
        key
        for key, effect in catalogue.effects.items()
        if effect.core and effect.category == LONG_TERM
    )


def weekly_effects_due(
    journal: Recorded, at: datetime, catalogue: SideEffectCatalogue
) -> tuple[str, ...]:
    """Return what a check-in at an instant asks of these, in the catalogue's order.

    Each from the 7th day after it was last answered on, or after the first done session where it
    never was; nothing before that. Answered means named, there or not: a check-in that only says
    of all core effects together that they were not there did not ask. An answer less than 7 days
    later counts too, so that a check-in entered afterwards does not ask again. Source: Chang 2024
    and the esketamine label have these set in over weeks of treatment; the week, in calendar days
    of the wall clock, is our definition.
    """
    timeline = timeline_of(journal)
    if not timeline.sessions or days_after(timeline.sessions[0], at) < WEEK_DAYS:
        return ()
    margin = (WEEK_DAYS + 1) * DAY
    near = timeline.check_ins_between(in_utc(at) - margin, in_utc(at) + margin)
    answered = {
        entry.effect
        for one in near
        if abs((recorded_on(one) - at.date()).days) < WEEK_DAYS
        for entry in one.side_effects
    }
    return tuple(key for key in weekly_keys(catalogue) if key not in answered)
