"""The whole journal put in order, read once for every page that needs all of it."""

import gc
from threading import Lock

from symptrack.analysis.timeline import Timeline
from symptrack.storage.store import Store


class WholeJournal:
    """Keeps what was read until the journal changes; may be asked from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._known: tuple[int, Timeline] | None = None

    def read(self) -> Timeline:
        """Return the journal, the same timeline until something is written."""
        with self._lock:
            changes = self._store.changes
            if self._known is None or self._known[0] != changes:
                # Ten years are tens of thousands of values that refer to no one: looking for
                # cycles among them would hold up every later drawing by a tenth of a second.
                working = gc.isenabled()
                gc.disable()
                self._known = (changes, Timeline(self._store.load()))
                gc.freeze()
                if working:
                    gc.enable()
            return self._known[1]
