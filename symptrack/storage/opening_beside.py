"""Opening a journal in a thread of its own, beside the loading of the window."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener
from symptrack.storage.store import Store

SWITCH_S = 0.0005


class OpeningBeside:
    """A journal that is being opened; begun at once."""

    def __init__(self, path: Path, now: Callable[[], datetime], opener: Opener) -> None:
        self.path = path
        self._now, self._opener = now, opener
        self._store: Store | None = None
        self._error: BaseException | None = None
        self._former_interval = sys.getswitchinterval()
        # Python hands over at each of some twenty statements; the usual 5 ms would be the longer
        # part of it.
        sys.setswitchinterval(SWITCH_S)
        self._thread = Thread(target=self._open, name="opening")
        self._thread.start()

    def store(self) -> Store:
        """Wait until it is open; an error is raised here."""
        self._thread.join()
        sys.setswitchinterval(self._former_interval)
        if self._store is None:
            assert self._error is not None
            raise self._error
        return self._store

    def _open(self) -> None:
        paths = JournalPaths(self.path)
        try:
            self._store = Store.open(paths, now=self._now, create=True, opener=self._opener)
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            self._error = error
