"""Keeping a protected journal open after a session: nobody drowsy is asked for a passphrase."""

from dataclasses import replace
from datetime import datetime, timedelta

from symptrack.domain.session import Session
from symptrack.presenters.clock import Clock
from symptrack.storage.store import Store

MORNING_HOUR = 6


class StayOpen:
    """Until when the open journal does not lock by itself; ``until`` is ``None`` where it may."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.until: datetime | None = None

    def offered(self, session: Session) -> bool:
        """Whether it is offered once a session was logged.

        In a protected journal, for one of today or of the day before; its time may not be known.
        """
        days_ago = (self._clock.now().date() - session.started_at.date()).days
        return self._store.protected and session.done and 0 <= days_ago <= 1

    def proposed(self) -> bool:
        """Return the last answer."""
        return self._store.settings().lock.keep_open

    def choose(self, wanted: bool) -> None:
        """Stay open until the next morning, or no longer; the answer is proposed next time.

        Raises
        ------
        JournalUnavailable
            Where the answer cannot be kept; it holds all the same.
        """
        now = self._clock.now()
        morning = now.replace(hour=MORNING_HOUR, minute=0, second=0, microsecond=0)
        if morning <= now:
            morning += timedelta(days=1)
        self.until = morning if wanted else None
        settings = self._store.settings()
        if settings.lock.keep_open != wanted:
            lock = replace(settings.lock, keep_open=wanted)
            self._store.save_settings(replace(settings, lock=lock))

    def stays_open(self) -> bool:
        """Whether the journal is to stay open now, however long nobody is there."""
        return self.until is not None and self._clock.now() < self.until
