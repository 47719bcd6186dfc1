"""When the help panel comes before anything else, and when it is only a line."""

from collections.abc import Iterable, Mapping
from datetime import date

from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.instrument import Instrument
from symptrack.domain.symptom import MOOD

LOW_MOOD = 1
"""The highest mood, 0 to 10, that brings the panel (our rule)."""
SELF_HARM = "suicidal"
"""The red flag about ending one's life or harming oneself or someone else."""
SAFETY_ITEM_FROM = 1
"""The lowest answer to a safety item that brings the panel, *Several days* in the PHQ-9 (our
rule, the one of the instrument catalogue)."""


def is_low_mood(rating: int | None) -> bool:
    """Whether a mood of 0 to 10 is one that brings the panel: 0 or 1 (our rule)."""
    return rating is not None and rating <= LOW_MOOD


def low_mood_recorded_on(check_ins: Iterable[CheckIn], day: date) -> bool:
    """Whether a low mood is among the check-ins of a day (our rule).

    The panel comes at the first low mood of a day, later that day it is a line. The day is that of
    the wall clock at each check-in, wherever the patient was.
    """
    return any(
        is_low_mood(check_in.ratings.get(MOOD)) and check_in.occurred_at.date() == day
        for check_in in check_ins
    )


def self_harm_chosen(effects: Iterable[SideEffectEntry]) -> bool:
    """Whether the self-harm flag was chosen, whatever was said of its strength (our rule)."""
    return any(entry.effect == SELF_HARM for entry in effects)


def safety_item_answered(instrument: Instrument, answers: Mapping[str, int]) -> bool:
    """Whether an item about self-harm was answered with 1 or more: item 9 of the PHQ-9.

    Our rule, each time anew. An item that was skipped or declined does not bring the panel.
    """
    return any(
        item.safety and answers.get(item.key, 0) >= SAFETY_ITEM_FROM for item in instrument.items
    )
