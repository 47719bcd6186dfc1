"""How a check-in that is being answered is kept in the journal's drafts, as plain values."""

from collections.abc import Mapping
from typing import Any

from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.wall_time import format_instant, parse_instant
from symptrack.domain.words import EffectState, EnteredBy, Moment
from symptrack.presenters.check_in_draft import AskedEffect, CheckInDraft


def draft_content(draft: CheckInDraft) -> dict[str, Any]:
    """Return a draft as plain values."""
    return {
        "id": draft.id,
        "occurred_at": format_instant(draft.occurred_at),
        "time_zone": draft.time_zone,
        "time_known": draft.time_known,
        "time_chosen": draft.time_chosen,
        "session_id": draft.session_id,
        "moment": draft.moment.value if draft.moment else None,
        "step": draft.step,
        "ratings": dict(draft.ratings),
        "nothing_to_report": draft.nothing_to_report,
        "effects": [_effect_content(entry) for entry in draft.effects],
        "note": draft.note,
        "changes_saved_one": draft.original is not None,
        "help_read": list(draft.help_read),
        "asked": [_asked_content(one) for one in draft.asked],
        "left_out": list(draft.left_out),
        "weekly_asked": list(draft.weekly_asked),
        "weekly": dict(draft.weekly),
        "entered_by": draft.entered_by.value,
    }


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
        asked=tuple(_asked(one) for one in content.get("asked", ())),
        left_out=tuple(content.get("left_out", ())),
        weekly_asked=tuple(content.get("weekly_asked", ())),
        weekly=content.get("weekly", {}),
        entered_by=EnteredBy(content.get("entered_by", EnteredBy.PATIENT)),
    )


def _asked_content(one: AskedEffect) -> dict[str, Any]:
    return {
        "effect": one.effect,
        "noted_at": format_instant(one.noted_at),
        "strength_known": one.strength_known,
        "core": one.core,
    }


def _asked(content: Mapping[str, Any]) -> AskedEffect:
    return AskedEffect(
        effect=content["effect"],
        noted_at=parse_instant("noted_at", content["noted_at"]),
        strength_known=content["strength_known"],
        core=content["core"],
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
