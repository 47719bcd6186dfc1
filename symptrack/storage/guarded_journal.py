"""An open journal's one connection: one method at a time, each write one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import RLock
from typing import TYPE_CHECKING, Self

from symptrack.domain.errors import JournalDamaged, JournalUnavailable
from symptrack.storage.checks import CheckName, Problem, problems_of
from symptrack.storage.failure import translated
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_keys
from symptrack.storage.openers import Opener, known
from symptrack.storage.opening import OpenJournal
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.storage.backups import Backups


class GuardedJournal:
    """What a :class:`~symptrack.storage.store.Store` stands on; a context manager.

    Parameters
    ----------
    now
        The clock: an aware instant.
    """

    def __init__(
        self, paths: JournalPaths, journal: OpenJournal, now: Callable[[], datetime]
    ) -> None:
        self.paths = paths
        self.now = now
        self._journal = journal
        self._closed = False
        self._sound = True
        self._changes = 0
        self._lock = RLock()
        self._backups: Backups | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the journal; closing it again does nothing."""
        if not self._closed:
            self._closed = True
            with self._lock, translated():
                self._journal.close(clean=self._sound)

    @property
    def changes(self) -> int:
        """How many writes changed something since the journal was opened, drafts among them."""
        return self._changes

    @property
    def sound(self) -> bool:
        """Whether no damage has been met since the journal was opened."""
        return self._sound

    @property
    def opener(self) -> Opener:
        """What opens this journal and its copies again while the program runs."""
        return known(self._journal.key)

    @property
    def protected(self) -> bool:
        """Whether it takes a secret to open the journal."""
        return self._journal.held.protected

    @property
    def backups(self) -> "Backups":
        """The journal's backups; their part of the program is loaded when first used."""
        if self._backups is None:
            from symptrack.storage.backups import Backups

            self._backups = Backups(self)
        return self._backups

    def check(self, *, full: bool) -> list[Problem]:
        """Look the journal and its keys files over; an empty list means that all is well."""
        with self.guarded() as journal:
            problems = problems_of(journal.db, full=full)
        broken = read_keys(self.paths).broken(self._journal.held)
        return problems + ([Problem(CheckName.KEYS, broken)] if broken else [])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Enter one transaction: all of it is on the disk at the end, or nothing is."""
        with self.guarded() as journal:
            before = journal.db.conn.total_changes
            with journal.db.atomic():
                yield
            self._changes += journal.db.conn.total_changes != before

    @contextmanager
    def guarded(self) -> Iterator[OpenJournal]:
        """Have the connection for oneself; errors come as what they mean."""
        try:
            with self._lock, translated():
                if self._closed:  # a page may still be reading beside the window
                    raise JournalUnavailable(_("The journal is closed."))
                yield self._journal
        except JournalDamaged:
            self._sound = False  # so that the next start looks the whole journal over
            raise
