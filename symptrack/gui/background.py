"""Work beside the window: what would hold it up for more than a moment runs in one thread.

There is one such thread for the whole program, as matplotlib must not draw in two at a time.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from symptrack.domain.errors import SymptrackError

Answers = tuple[
    Callable[[Any], None], Callable[[SymptrackError], None] | None, Callable[[], None] | None
]


@lru_cache(maxsize=1)
def worker() -> ThreadPoolExecutor:
    """Return the one thread, started when first used."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="symptrack")


class _Post(QObject):
    """Carries what a job brought to the window's thread; there as long as the program."""

    brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.brought.connect(self._on_brought, Qt.ConnectionType.QueuedConnection)

    def _on_brought(self, deliver: Callable[[], None]) -> None:
        deliver()


@lru_cache(maxsize=1)
def _post() -> _Post:
    """Return the one post, made in the window's thread when a job is first run."""
    return _Post()


class Background(QObject):
    """Runs jobs one after another beside the window; answers arrive in the window's thread.

    A job must not touch widgets. It may read the journal; only the window writes to it, but for
    what begins with a backup.
    """

    def run(
        self,
        job: Callable[[], Any],
        then: Callable[[Any], None],
        refused: Callable[[SymptrackError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run ``job`` and hand what it returns to ``then``.

        A ``SymptrackError``, also one of ``then``, goes to ``refused``; any other error is raised
        again in the window's thread, where the one handler of unexpected errors sees it. Before
        any of them ``ended`` is called, whatever became of the job.
        """
        brought, answers = _post().brought, (then, refused, ended)
        worker().submit(job).add_done_callback(
            lambda future: brought.emit(lambda: self._finish(future, answers))
        )

    def _finish(self, future: "Future[Any]", answers: Answers) -> None:
        # The window may have been closed in the meantime; only its own thread can tell.
        if not isValid(self):
            return
        then, refused, ended = answers
        if ended is not None:
            ended()
        try:
            then(future.result())
        except SymptrackError as error:
            if refused is None:
                raise
            refused(error)
