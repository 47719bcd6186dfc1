"""What a check-in begins with: a new draft, and which side effects it asks about first."""

import uuid
from dataclasses import replace

from symptrack.analysis.open_effects import open_effects
from symptrack.analysis.timeline import Timeline
from symptrack.analysis.weekly_effects import weekly_effects_due
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.wall_time import fixed_offset
from symptrack.presenters.check_in_draft import AskedEffect, CheckInDraft
from symptrack.presenters.check_in_time import drafted_at
from symptrack.presenters.chosen_time import TimeKind, TypedTime
from symptrack.presenters.clock import Clock


def new_draft(clock: Clock, journal: Journal) -> CheckInDraft:
    """Return a draft about now, with nothing asked yet of what was still there."""
    draft = CheckInDraft(
        id=str(uuid.uuid4()),
        occurred_at=fixed_offset(clock.now().replace(microsecond=0)),
        time_zone=clock.time_zone(),
    )
    return drafted_at(draft, TypedTime(kind=TimeKind.NOW), journal.sessions, clock)


def with_asked(
    draft: CheckInDraft, journal: Journal, catalogue: SideEffectCatalogue
) -> CheckInDraft:
    """Return the draft with what was still there at its time, and what its week asks.

    What was chosen so far stays. A saved check-in that is being changed asks nothing anew.
    """
    if draft.original is not None:
        return draft
    timeline = Timeline(journal)
    asked = tuple(
        AskedEffect(
            effect=one.effect,
            noted_at=one.noted_at,
            strength_known=one.strength is not None,
            core=one.effect in catalogue.core_keys,
        )
        for one in open_effects(timeline, draft.occurred_at, catalogue)
    )
    first = {one.effect for one in asked}
    due = weekly_effects_due(timeline, draft.occurred_at, catalogue)
    weekly = tuple(key for key in due if key not in first)
    told = {key: severity for key, severity in draft.weekly.items() if key in weekly}
    return replace(draft, asked=asked, weekly_asked=weekly, weekly=told)
