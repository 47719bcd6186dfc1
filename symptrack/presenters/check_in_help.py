"""When an answer of a check-in brings the help panel, and that it was read."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from symptrack.analysis.help_rules import is_low_mood, low_mood_recorded_on, self_harm_chosen
from symptrack.domain.check_in import CheckIn
from symptrack.domain.symptom import MOOD
from symptrack.presenters.check_in_draft import CheckInDraft


class HelpReason(StrEnum):
    """The answers that bring the panel; each wants its own acknowledgement, once a check-in."""

    LOW_MOOD = "low_mood"
    SELF_HARM = "self_harm"


def help_reasons(draft: CheckInDraft, saved: Iterable[CheckIn]) -> tuple[HelpReason, ...]:
    """Return why the panel comes before the next page; empty where it does not, or was read.

    ``saved`` are the check-ins in the journal, among them the one that is being changed: whoever
    changes a low mood that brought the panel then is not shown it again.
    """
    found = []
    if _low_mood(draft) and not _was_low(draft, saved):
        found.append(HelpReason.LOW_MOOD)
    if self_harm_chosen(draft.effects) and not _was_chosen(draft):
        found.append(HelpReason.SELF_HARM)
    return tuple(reason for reason in found if reason.value not in draft.help_read)


def help_line_wanted(draft: CheckInDraft, saved: Iterable[CheckIn], after_mood: int) -> bool:
    """Whether a line stands above the question after the mood: a low one, not the day's first.

    ``after_mood`` is the place of that page.
    """
    return draft.step == after_mood and _low_mood(draft) and _was_low(draft, saved)


def with_help_read(draft: CheckInDraft, saved: Iterable[CheckIn]) -> CheckInDraft:
    """Return the draft with the panel acknowledged for all that brought it."""
    read = (reason.value for reason in help_reasons(draft, saved))
    return replace(draft, help_read=(*draft.help_read, *read))


def _low_mood(draft: CheckInDraft) -> bool:
    return is_low_mood(draft.ratings.get(MOOD))


def _was_low(draft: CheckInDraft, saved: Iterable[CheckIn]) -> bool:
    earlier = [*saved, draft.original] if draft.original else list(saved)
    return low_mood_recorded_on(earlier, draft.occurred_at.date())


def _was_chosen(draft: CheckInDraft) -> bool:
    return draft.original is not None and self_harm_chosen(draft.original.side_effects)
