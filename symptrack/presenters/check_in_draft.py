"""A check-in while it is being answered, and its form in the journal's drafts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.wall_time import format_instant, parse_instant
from symptrack.domain.words import EffectState, Moment

DRAFT_NAME = "check-in"
NOW_FOR = timedelta(hours=1)
"""How long a check-in that was begun is still about now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInDraft:
    """The answers given so far; each change makes a new one.

    ``step`` is the page the patient was on; ``original`` is the saved check-in that is being
    changed, or ``None`` for a new one; ``time_chosen`` says that it is not about now;
    ``help_read`` names the reasons for which the help panel was acknowledged.
    """

    id: str
    occurred_at: datetime
    time_zone: str
    time_known: bool = True
    time_chosen: bool = False
    session_id: str | None = None
    moment: Moment | None = None
    step: int = 0
    ratings: Mapping[str, int] = field(default_factory=dict)
    nothing_to_report: bool = False
    effects: tuple[SideEffectEntry, ...] = ()
    note: str = ""
    original: CheckIn | None = None
    help_read: tuple[str, ...] = ()

    def is_about(self, now: datetime) -> bool:
        """Whether the check-in asks how the patient is now, not how they were."""
        return not self.time_chosen and now - self.occurred_at < NOW_FOR

    def with_rating(self, key: str, value: int | None) -> "CheckInDraft":
        """Rate a symptom, or take its rating back."""
        ratings = {known: rating for known, rating in self.ratings.items() if known != key}
        if value is not None:
            ratings[key] = value
        return replace(self, ratings=ratings)

    def with_effect_toggled(self, key: str) -> "CheckInDraft":
        """Choose a side effect, presumed still there, or take it back."""
        kept = tuple(entry for entry in self.effects if entry.effect != key)
        if len(kept) == len(self.effects):
            kept = (*kept, SideEffectEntry(effect=key, state=EffectState.PRESENT))
        return replace(self, effects=kept, nothing_to_report=False)

    def with_effect(self, key: str, **changes: Any) -> "CheckInDraft":
        """Change what was said of a chosen side effect."""
        return replace(
            self,
            effects=tuple(
                replace(entry, **changes) if entry.effect == key else entry
                for entry in self.effects
            ),
        )

    def check_in(self, entered_at: datetime) -> CheckIn:
        """Return the check-in as it will be kept.

        Raises
        ------
        InvalidValue
            Where an answer cannot be, such as a note that is too long.
        """
        said: dict[str, Any] = {
            "session_id": self.session_id,
            "moment": self.moment,
            "occurred_at": self.occurred_at,
            "time_zone": self.time_zone,
            "time_known": self.time_known,
            "ratings": dict(self.ratings),
            "nothing_to_report": self.nothing_to_report,
            "side_effects": self.effects,
            "note": self.note.strip(),
        }
        if self.original is not None:
            return replace(self.original, **said)
        return CheckIn(id=self.id, entered_at=entered_at, **said)

    def content(self) -> dict[str, Any]:
        """Return the draft as plain values."""
        return {
            "id": self.id,
            "occurred_at": format_instant(self.occurred_at),
            "time_zone": self.time_zone,
            "time_known": self.time_known,
            "time_chosen": self.time_chosen,
            "session_id": self.session_id,
            "moment": self.moment.value if self.moment else None,
            "step": self.step,
            "ratings": dict(self.ratings),
            "nothing_to_report": self.nothing_to_report,
            "effects": [_effect_content(entry) for entry in self.effects],
            "note": self.note,
            "changes_saved_one": self.original is not None,
            "help_read": list(self.help_read),
        }


def edited(check_in: CheckIn) -> CheckInDraft:
    """Return a draft that changes a saved check-in."""
    return CheckInDraft(
        id=check_in.id,
        occurred_at=check_in.occurred_at,
        time_zone=check_in.time_zone,
        time_known=check_in.time_known,
        time_chosen=True,
        session_id=check_in.session_id,
        moment=check_in.moment,
        ratings=check_in.ratings,
        nothing_to_report=check_in.nothing_to_report,
        effects=check_in.side_effects,
        note=check_in.note,
        original=check_in,
    )


def read_draft(content: Mapping[str, Any], saved: CheckIn | None) -> CheckInDraft:
    """Return the draft that was kept; ``saved`` is the check-in of its id, where there is one."""
    moment = content["moment"]
    return CheckInDraft(
        id=content["id"],
        occurred_at=parse_instant("occurred_at", content["occurred_at"]),
        time_zone=content["time_zone"],
        time_known=content.get("time_known", True),
        time_chosen=content.get("time_chosen", False),
        session_id=content["session_id"],
        moment=Moment(moment) if moment else None,
        step=content["step"],
        ratings=content["ratings"],
        nothing_to_report=content["nothing_to_report"],
        effects=tuple(_effect(entry) for entry in content["effects"]),
        note=content["note"],
        original=saved if content["changes_saved_one"] else None,
        help_read=tuple(content["help_read"]),
    )


def _effect_content(entry: SideEffectEntry) -> dict[str, Any]:
    return {
        "effect": entry.effect,
        "severity": entry.severity,
        "state": entry.state.value,
        "began_at": format_instant(entry.began_at) if entry.began_at else None,
        "ended_at": format_instant(entry.ended_at) if entry.ended_at else None,
        "ask_again": entry.ask_again,
    }


def _effect(content: Mapping[str, Any]) -> SideEffectEntry:
    began_at, ended_at = content["began_at"], content["ended_at"]
    return SideEffectEntry(
        effect=content["effect"],
        severity=content["severity"],
        state=EffectState(content["state"]),
        began_at=parse_instant("began_at", began_at) if began_at else None,
        ended_at=parse_instant("ended_at", ended_at) if ended_at else None,
        ask_again=content["ask_again"],
    )
