"""One window a journal: a second start asks the first window to come forward.

It knocks by a file beside the journal, which the window takes away. No network, and nothing that
a crash could leave behind to anyone's harm.
"""

import time
from contextlib import suppress

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.lock import is_held

LOOKS, LOOK_EVERY_S = 60, 0.02
"""A window that works answers within a fraction of these 1.2 s."""


def bring_forward(paths: JournalPaths) -> bool:
    """Ask the window that holds a journal to come forward; return whether it did.

    It does not where nobody holds the journal, or who holds it is no window.
    """
    try:
        if not is_held(paths.lock):
            return False
        paths.knock.touch()
        for _look in range(LOOKS):
            if not paths.knock.exists():
                return True
            time.sleep(LOOK_EVERY_S)
        paths.knock.unlink(missing_ok=True)
    except OSError:  # a folder that cannot be written
        return False
    return False


def take_knock(paths: JournalPaths) -> bool:
    """Return whether somebody knocked since this was last asked."""
    with suppress(OSError):
        paths.knock.unlink()
        return True
    return False
