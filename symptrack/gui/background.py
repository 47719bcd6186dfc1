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


class Background(QObject):
    """Runs jobs one after another beside the window; answers arrive in the window's thread.

    A job must not touch widgets. It may read the journal; only the window writes to it, but for
    what begins with a backup.
    """

    _finished = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

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
        worker().submit(job).add_done_callback(
            lambda future: self._tell(future, (then, refused, ended))
        )

    def _tell(self, future: "Future[Any]", answers: Answers) -> None:
        # The window may have been closed in the meantime.
        if isValid(self):
            self._finished.emit(future, answers)

    def _on_finished(self, future: "Future[Any]", answers: Answers) -> None:
        then, refused, ended = answers
        if ended is not None:
            ended()
        try:
            then(future.result())
        except SymptrackError as error:
            if refused is None:
                raise
            refused(error)
