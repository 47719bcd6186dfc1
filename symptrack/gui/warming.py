"""Loading beside the window what a page needs, before it is gone to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from symptrack.gui.journal_pages import JournalPages


class Warming:
    """Loads what each page needs once, in a worker's thread.

    Parameters
    ----------
    window
        Where the answer is told; nothing is told once it is gone.
    """

    def __init__(self, window: QObject) -> None:
        self._window = window
        self._warmed: set[str] = set()

    def warm_up(
        self, pages: JournalPages | None, key: str, then: Callable[[], None] = lambda: None
    ) -> None:
        """Load what a page needs, and say when it is there."""
        from symptrack.gui.background import Background

        if pages is None or key in self._warmed:
            return
        self._warmed.add(key)
        # What is refused is said by the page itself, once it is gone to.
        Background(self._window).run(
            lambda: pages.warm_up(key), lambda _done: then(), lambda _error: None
        )
