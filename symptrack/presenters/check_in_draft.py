"""A check-in while it is being answered, and its form in the journal's drafts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.words import EffectState, EnteredBy, Moment

DRAFT_NAME = "check-in"
NOW_FOR = timedelta(hours=1)
"""How long a check-in that was begun is still about now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedEffect:
    """A side effect that was there at the last word on it, and is asked about first.

    ``strength_known`` says that its severity was told since the session; ``core`` that a check-in
    which names other side effects answers for it as well.
    """

    effect: str
    noted_at: datetime
    strength_known: bool
    core: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInDraft:
    """The answers given so far; each change makes a new one.

    ``step`` is the page the patient was on; ``original`` is the saved check-in that is being
    changed, or ``None`` for a new one; ``time_chosen`` says that it is not about now;
    ``help_read`` names the reasons for which the help panel was acknowledged. ``asked`` are the
    side effects that were still there, ``left_out`` those of them that were taken back among the
    tiles; ``weekly_asked`` those that are asked once a week, ``weekly`` their severities.
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
    asked: tuple[AskedEffect, ...] = ()
    left_out: tuple[str, ...] = ()
    weekly_asked: tuple[str, ...] = ()
    weekly: Mapping[str, int] = field(default_factory=dict)
    entered_by: EnteredBy = EnteredBy.PATIENT

    @property
    def effects_answered(self) -> bool:
        """Whether anything was said of side effects, apart from what is asked once a week."""
        return self.nothing_to_report or bool(self.effects)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Return what was asked first and not answered, and yet has to be named.

        By the computed numbers a check-in that names any side effect says of every core effect
        which it does not name that it was not there. Nobody said that of one which was skipped, so
        it goes on being named as still there, its strength not noted: that asks about it again,
        where the opposite would end it unseen. It stands among the chosen ones and in the review,
        and can be taken back. Where nothing at all is named, nothing is said of it either; those
        of the longer list stay open unnamed.
        """
        if self.nothing_to_report or not self.effects:
            return ()
        said = {entry.effect for entry in self.effects} | set(self.left_out)
        return tuple(one.effect for one in self.asked if one.core and one.effect not in said)

    @property
    def chosen(self) -> tuple[SideEffectEntry, ...]:
        """Return the side effects that stand among the chosen ones."""
        return (*self.effects, *map(_still_there, self.unanswered))

    @property
    def named(self) -> tuple[SideEffectEntry, ...]:
        """Return every side effect as the check-in will name it.

        What is asked once a week is named there or not, which is how it is known to have been
        asked; not where the page with the others was skipped, for naming one would answer for
        them. Where one of these is there after *nothing to report*, all that was still open is
        named as gone in its place.
        """
        if not self.effects_answered:
            return ()
        weekly = tuple(_of_the_week(key, severity) for key, severity in self.weekly.items())
        if self.nothing_to_report and any(self.weekly.values()):
            gone = (_still_there(one.effect) for one in self.asked)
            ended = [replace(entry, state=EffectState.GONE) for entry in gone]
            return (*[one for one in ended if one.effect not in self.weekly], *weekly)
        return (*self.chosen, *weekly)

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
        if key in {entry.effect for entry in self.chosen}:
            return replace(
                self,
                effects=tuple(entry for entry in self.effects if entry.effect != key),
                left_out=(*self.left_out, key) if self._is_asked(key) else self.left_out,
                nothing_to_report=False,
            )
        return self._with_named(key)

    def with_effect(self, key: str, **changes: Any) -> "CheckInDraft":
        """Change what was said of a side effect, which is presumed still there until then."""
        draft = self._with_named(key)
        return replace(
            draft,
            effects=tuple(
                replace(entry, **changes) if entry.effect == key else entry
                for entry in draft.effects
            ),
        )

    def without_asked(self) -> "CheckInDraft":
        """Return the draft with nothing said of what was asked first."""
        rest = tuple(entry for entry in self.effects if not self._is_asked(entry.effect))
        return replace(self, effects=rest, left_out=())

    def without_effects(self) -> "CheckInDraft":
        """Return the draft with nothing said of side effects but of what was asked first."""
        first = tuple(entry for entry in self.effects if self._is_asked(entry.effect))
        return replace(self, effects=first, left_out=(), nothing_to_report=False)

    def with_weekly(self, key: str, severity: int) -> "CheckInDraft":
        """Say how strong a side effect is that is asked about once a week, 0 to 3."""
        told = {**self.weekly, key: severity}
        ordered = {one: told[one] for one in self.weekly_asked if one in told}
        return replace(self, weekly=ordered)

    def _is_asked(self, key: str) -> bool:
        return any(one.effect == key for one in self.asked)

    def _with_named(self, key: str) -> "CheckInDraft":
        named = key in {entry.effect for entry in self.effects}
        return replace(
            self,
            effects=self.effects if named else (*self.effects, _still_there(key)),
            left_out=tuple(one for one in self.left_out if one != key),
            weekly={one: told for one, told in self.weekly.items() if one != key},
            nothing_to_report=False,
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
            "nothing_to_report": self.nothing_to_report and not any(self.weekly.values()),
            "side_effects": self.named,
            "note": self.note.strip(),
            "entered_by": self.entered_by,
        }
        if self.original is not None:
            return replace(self.original, **said)
        return CheckIn(id=self.id, entered_at=entered_at, **said)


def edited(check_in: CheckIn, weekly_keys: Collection[str]) -> CheckInDraft:
    """Return a draft that changes a saved check-in; ``weekly_keys`` are asked once a week."""
    first = len(check_in.side_effects)
    least = 0 if check_in.nothing_to_report else 1
    while first > least and _is_of_the_week(check_in.side_effects[first - 1], weekly_keys):
        first -= 1
    weekly = check_in.side_effects[first:]
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
        effects=check_in.side_effects[:first],
        note=check_in.note,
        original=check_in,
        weekly_asked=tuple(entry.effect for entry in weekly),
        weekly={entry.effect: entry.severity or 0 for entry in weekly},
        entered_by=check_in.entered_by,
    )


def _still_there(key: str) -> SideEffectEntry:
    return SideEffectEntry(effect=key, state=EffectState.PRESENT)


def _of_the_week(key: str, severity: int) -> SideEffectEntry:
    state = EffectState.PRESENT if severity else EffectState.GONE
    return SideEffectEntry(effect=key, severity=severity, state=state)


def _is_of_the_week(entry: SideEffectEntry, weekly_keys: Collection[str]) -> bool:
    """Whether an entry is just what the page that is asked once a week makes."""
    told = entry.severity
    return (
        entry.effect in weekly_keys
        and told is not None
        and entry == _of_the_week(entry.effect, told)
    )
