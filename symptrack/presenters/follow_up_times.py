"""When check-ins are asked for, as the patient chooses it."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from symptrack.domain.settings import FOLLOW_UP_HOURS, FollowUpTimes
from symptrack.formatting import format_time
from symptrack.presenters.form_checks import checked_range, checked_text
from symptrack.presenters.typed import read_time, read_whole_number
from symptrack.storage.store import Store
from symptrack.texts import _

SHORT = 40
"""The longest the hours or a time are when they are typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpsView:
    """What is switched on; ``hours`` and ``evening_at`` are the words of their fields."""

    before: bool
    hours: str
    evening: bool
    evening_at: str


class FollowUpChoices:
    """Keeps when check-ins are asked for, each change at once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def view(self) -> FollowUpsView:
        """Return what is chosen."""
        times = self._times
        evening = datetime.combine(date.min, time(*divmod(times.evening_minute, 60)))
        return FollowUpsView(
            before=times.before,
            hours=", ".join(str(hours) for hours in sorted(set(times.hours_after))),
            evening=times.evening,
            evening_at=format_time(evening),
        )

    def switch_before(self, on: bool) -> None:
        """Ask for a check-in before a planned session, or not."""
        self._change(before=on)

    def switch_evening(self, on: bool) -> None:
        """Ask for the evenings, or not."""
        self._change(evening=on)

    def keep_hours(self, text: str) -> None:
        """Keep the hours after a session; none switches them off.

        Raises
        ------
        InvalidValue
            For the field ``hours_after``: what is no whole number, or outside of what can be kept.
        """
        typed = checked_text("hours_after", text, SHORT)
        hours = {
            checked_range(
                "hours_after",
                read_whole_number("hours_after", part),
                FOLLOW_UP_HOURS,
                _("{number} hours"),
            )
            for part in re.split(r"[\s,;]+", typed)
            if part
        }
        self._change(hours_after=tuple(sorted(hours)))

    def keep_evening_at(self, text: str) -> None:
        """Keep from what time on the evening is asked for; empty is the usual time.

        Raises
        ------
        InvalidValue
            For the field ``evening_at``, where it is no time of day.
        """
        typed = checked_text("evening_at", text, SHORT)
        minute = FollowUpTimes().evening_minute
        if typed:
            at = read_time("evening_at", typed)
            minute = at.hour * 60 + at.minute
        self._change(evening_minute=minute)

    @property
    def _times(self) -> FollowUpTimes:
        return self._store.settings().follow_ups

    def _change(self, **changes: Any) -> None:
        times = replace(self._times, **changes)
        self._store.save_settings(replace(self._store.settings(), follow_ups=times))
