"""What a press on Today's row of a side effect says, and when the row asks again.

A check-in that names any side effect answers for all core ones: those it does not name were not
there. So one that names a single effect as still there would end all others, which nobody said.
The check-in of a press therefore names every other core effect that was there at the last word on
it too, as there and without a strength.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS
from symptrack.analysis.open_effects import LastWord, OpenEffect, last_words
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import days_after, in_utc
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import EffectState

GATHERED_FOR = timedelta(minutes=15)
"""How long further presses go into the check-in of the first one (our definition)."""
QUIET_FOR = timedelta(hours=4)
"""How long after the last word on a side effect Today does not ask about it (our definition)."""


def press_to_add_to(journal: Recorded, now: datetime) -> CheckIn | None:
    """Return the check-in of a press up to 15 minutes ago, into which the next press goes.

    It must be the latest one, say nothing but side effects, and follow the same session.
    """
    timeline = timeline_of(journal)
    recent = timeline.check_ins_between(in_utc(now) - GATHERED_FOR, now)
    if not recent or not recent[-1].only_side_effects or not recent[-1].time_known:
        return None
    if timeline.session_followed(recent[-1]) != timeline.session_before(now):
        return None
    return recent[-1]


def entries_of_press(
    journal: Recorded, effect: str, now: datetime, catalogue: SideEffectCatalogue
) -> tuple[SideEffectEntry, ...]:
    """Return what the check-in names after *Still there* was pressed for ``effect`` at ``now``.

    The effect, present with its last strength; beside it what :func:`press_to_add_to` named
    already, else each other core effect that was there at the last word on it and is still asked
    about for its session, present without a strength. One that is not to be asked about stays so.
    """
    timeline = timeline_of(journal)
    words = last_words(timeline, now, catalogue)
    there = SideEffectEntry(
        effect=effect,
        state=EffectState.PRESENT,
        severity=words[effect].strength if effect in words else None,
    )
    begun = press_to_add_to(timeline, now)
    if begun is not None:
        others = tuple(one for one in begun.side_effects if one.effect != effect)
        return (there, *others)
    carried = (
        SideEffectEntry(effect=key, state=EffectState.PRESENT, ask_again=entry.ask_again)
        for key, word in words.items()
        if key != effect
        and key in catalogue.core_keys
        and (entry := _open_entry(timeline, word, now)) is not None
    )
    return (there, *carried)


def gone_by(check_in: CheckIn, effect: str, now: datetime) -> CheckIn:
    """Return a check-in after *It has gone* was pressed at ``now`` for an effect that it named.

    In the check-in of a press of the last 15 minutes the effect was gone by then; anywhere else it
    has ended by now.
    """
    pressed = in_utc(now) - in_utc(check_in.occurred_at) <= GATHERED_FOR
    if check_in.only_side_effects and pressed:
        return _changed(check_in, effect, state=EffectState.GONE, severity=None)
    return _changed(check_in, effect, ended_at=now)


def not_asked_again(check_in: CheckIn, effect: str) -> CheckIn:
    """Return a check-in after *Don't ask again* was pressed for an effect that it named."""
    return _changed(check_in, effect, ask_again=False)


def is_quiet(
    effect: OpenEffect, spoke: CheckIn | None, now: datetime, *, pressed: bool = False
) -> bool:
    """Whether Today does not ask about a side effect yet, within 4 h of the last word on it.

    ``spoke`` is the check-in of that word. Named there without a strength because another one was
    pressed it was not spoken of, and is asked about; unless it was itself ``pressed``.
    """
    carried = spoke is not None and spoke.only_side_effects and effect.severity is None
    if carried and not pressed:
        return False
    return in_utc(now) - in_utc(effect.noted_at) < QUIET_FOR


def _open_entry(timeline: Timeline, word: LastWord, now: datetime) -> SideEffectEntry | None:
    session = timeline.session_followed(word.answer.check_in)
    if session is None or days_after(session, now) > DAYS_FOR_SIDE_EFFECTS:
        return None
    return word.open_entry


def _changed(check_in: CheckIn, effect: str, **changes: Any) -> CheckIn:
    entries = tuple(
        replace(entry, **changes) if entry.effect == effect else entry
        for entry in check_in.side_effects
    )
    return replace(check_in, side_effects=entries)
