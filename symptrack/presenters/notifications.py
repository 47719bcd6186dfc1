"""When the program says by itself that something is waiting, and in which words."""

from datetime import datetime, timedelta
from typing import NamedTuple

from symptrack.analysis.follow_ups import waiting_check_ins
from symptrack.analysis.timing import in_utc
from symptrack.presenters.clock import Clock
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.store import Store
from symptrack.texts import _

RECENT = timedelta(days=10)
"""How far back check-ins can answer what is waiting."""


class Notification(NamedTuple):
    """What is said outside of the window, where others may read it: nothing of the journal."""

    title: str
    text: str


class Notifications:
    """Says once of each follow-up that it became due, while the window is not being looked at.

    What became due before the program began, or while the window was active, is on Today.
    """

    def __init__(self, store: Store, clock: Clock, preferences: PreferencesFile) -> None:
        self._store, self._clock = store, clock
        self._preferences = preferences
        self._looked_at = clock.now()

    def look(self, *, active: bool) -> Notification | None:
        """Return what is to be said now; ``active`` is whether the window is being looked at.

        Raises
        ------
        SymptrackError
            Where the journal cannot be read.
        """
        now, looked_at = self._clock.now(), self._looked_at
        self._looked_at = now
        if active or not self._preferences.current.notifications:
            return None
        if not self._became_due(looked_at, now):
            return None
        return Notification(title="Symptrack", text=_("Something is waiting for you."))

    def _became_due(self, looked_at: datetime, now: datetime) -> bool:
        waiting = waiting_check_ins(self._store.load(since=now - RECENT), now)
        return any(in_utc(looked_at) < due.due_at <= in_utc(now) for due in waiting)
