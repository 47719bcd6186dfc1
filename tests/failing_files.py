"""Files that cannot be written, as the system says so, and what is said of them."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

TROUBLE = {
    errno.ENOSPC: "There is no room left for {}; nothing was written.",
    errno.EROFS: "{} cannot be written: the folder is read-only.",
    errno.EIO: "{} could not be written.",
}


def refusing(folder: Path, number: int) -> Callable[..., int]:
    """Return an ``os.open`` that fails in one folder."""
    before = os.open

    def opened(path: Any, *args: Any, **options: Any) -> int:
        if isinstance(path, Path) and path.parent == folder:
            raise OSError(number, os.strerror(number))
        return before(path, *args, **options)

    return opened
