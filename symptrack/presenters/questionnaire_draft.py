"""A questionnaire while it is being filled in, and its form in the journal's drafts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from symptrack.analysis.help_rules import safety_item_answered
from symptrack.domain.instrument import Instrument, Item
from symptrack.domain.questionnaire import Response, difficulty_asked
from symptrack.domain.wall_time import format_instant, parse_instant
from symptrack.domain.words import EnteredBy
from symptrack.presenters.chosen_time import ChosenTime

INTRO, REVIEW = "@intro", "@review"
"""The steps that are no item; an item's step is its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireDraft:
    """The answers given so far; each change makes a new one.

    ``step`` is the page the patient was on. ``returning`` says that one answer is being changed
    from the review, ``difficulty_seen`` that the unscored item was shown, ``help_read`` that the
    help panel was acknowledged. ``at`` is when it was filled in where that was said, else it is
    about the moment in which it is saved. ``original`` is the saved response that is being changed.
    """

    id: str
    instrument: str
    begun_at: datetime
    step: str
    answers: Mapping[str, int] = field(default_factory=dict)
    declined: tuple[str, ...] = ()
    difficulty: int | None = None
    difficulty_seen: bool = False
    returning: bool = False
    help_read: bool = False
    entered_by: EnteredBy = EnteredBy.PATIENT
    at: ChosenTime | None = None
    original: Response | None = None

    @property
    def time(self) -> ChosenTime | None:
        """Return when it was filled in: as it was said, or as the saved one has it."""
        if self.at is None and self.original is not None:
            return time_of(self.original)
        return self.at

    @property
    def name(self) -> str:
        """Return the name it is kept by."""
        return change_name(self.id) if self.original else draft_name(self.instrument)

    def value_of(self, item: Item, instrument: Instrument) -> int | None:
        """Return the answer to an item, scored or not."""
        return self.difficulty if item is instrument.difficulty else self.answers.get(item.key)

    def with_answer(self, item: Item, instrument: Instrument, value: int) -> "QuestionnaireDraft":
        """Answer an item."""
        if item is instrument.difficulty:
            return replace(self, difficulty=value)
        answered = without(self.answers, item.key) | {item.key: value}
        return replace(self, answers=answered, declined=self._declined_but(item))

    def with_declined(self, item: Item) -> "QuestionnaireDraft":
        """Decline an item, which takes an answer to it back."""
        return replace(
            self,
            answers=without(self.answers, item.key),
            declined=(*self._declined_but(item), item.key),
        )

    def without_answer(self, item: Item, instrument: Instrument) -> "QuestionnaireDraft":
        """Leave an item unanswered."""
        if item is instrument.difficulty:
            return replace(self, difficulty=None)
        return replace(
            self, answers=without(self.answers, item.key), declined=self._declined_but(item)
        )

    def steps(self, instrument: Instrument) -> list[str]:
        """Return the pages from the first to the last, as the answers have it now."""
        steps = [INTRO] if instrument.instruction else []
        steps += [item.key for item in instrument.items]
        if instrument.difficulty is not None and difficulty_asked(instrument, self.answers):
            steps.append(instrument.difficulty.key)
        return [*steps, REVIEW]

    def wants_help(self, instrument: Instrument) -> bool:
        """Whether the help panel comes before the next page."""
        return not self.help_read and safety_item_answered(instrument, self.answers)

    def response(self, instrument: Instrument, now: datetime, time_zone: str) -> Response:
        """Return it as it will be kept, entered in the moment in which it is saved."""
        asked = difficulty_asked(instrument, self.answers)
        said: dict[str, Any] = {
            "answers": dict(self.answers),
            "declined": self.declined,
            "difficulty": self.difficulty if asked else None,
            "entered_by": self.entered_by,
        }
        time = self.time or ChosenTime(at=now, time_zone=time_zone)
        said |= {
            "occurred_at": time.at,
            "time_zone": time.time_zone,
            "time_known": time.time_known,
        }
        if self.original is not None:
            return replace(self.original, **said)
        return Response(id=self.id, instrument=self.instrument, entered_at=now, **said)

    def content(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "id": self.id,
            "instrument": self.instrument,
            "begun_at": format_instant(self.begun_at),
            "step": self.step,
            "answers": dict(self.answers),
            "declined": list(self.declined),
            "difficulty": self.difficulty,
            "difficulty_seen": self.difficulty_seen,
            "returning": self.returning,
            "help_read": self.help_read,
            "entered_by": self.entered_by.value,
            "at": _time_content(self.at),
        }

    def _declined_but(self, item: Item) -> tuple[str, ...]:
        return tuple(key for key in self.declined if key != item.key)


def draft_name(instrument_key: str) -> str:
    """Return the name of the draft of a new questionnaire."""
    return f"questionnaire {instrument_key}"


def change_name(response_id: str) -> str:
    """Return the name of the draft that changes a saved one."""
    return f"questionnaire {response_id}"


def read_draft(content: Mapping[str, Any], original: Response | None) -> QuestionnaireDraft:
    """Return the draft that was kept; ``original`` is the response that it changes."""
    return QuestionnaireDraft(
        id=content["id"],
        instrument=content["instrument"],
        begun_at=parse_instant("begun_at", content["begun_at"]),
        step=content["step"],
        answers=content["answers"],
        declined=tuple(content["declined"]),
        difficulty=content["difficulty"],
        difficulty_seen=content["difficulty_seen"],
        returning=content["returning"],
        help_read=content["help_read"],
        entered_by=EnteredBy(content["entered_by"]),
        at=_read_time(content.get("at")),
        original=original,
    )


def changed_draft(response: Response, now: datetime) -> QuestionnaireDraft:
    """Return a draft that changes a saved response, beginning with all its answers."""
    return QuestionnaireDraft(
        id=response.id,
        instrument=response.instrument,
        begun_at=now,
        step=REVIEW,
        answers=response.answers,
        declined=response.declined,
        difficulty=response.difficulty,
        entered_by=response.entered_by,
        difficulty_seen=response.difficulty is not None or any(response.answers.values()),
        original=response,
    )


def time_of(response: Response) -> ChosenTime:
    """Return when a saved one was filled in."""
    return ChosenTime(
        at=response.occurred_at, time_zone=response.time_zone, time_known=response.time_known
    )


def _time_content(time: ChosenTime | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "at": format_instant(time.at),
        "time_zone": time.time_zone,
        "time_known": time.time_known,
    }


def _read_time(content: Mapping[str, Any] | None) -> ChosenTime | None:
    if content is None:
        return None
    return ChosenTime(
        at=parse_instant("at", content["at"]),
        time_zone=content["time_zone"],
        time_known=content["time_known"],
    )


def without(answers: Mapping[str, int], key: str) -> dict[str, int]:
    """Return answers without one of them."""
    return {known: value for known, value in answers.items() if known != key}
