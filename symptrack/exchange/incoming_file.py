"""Files that the patient hands to the program."""

from pathlib import Path

from symptrack.domain.errors import RefusedFile
from symptrack.texts import _


def read_whole(path: Path, max_bytes: int) -> bytes:
    """Return the content of a file, at most one byte more than ``max_bytes``.

    The byte more lets the reader refuse what is too large without having all of it in memory.

    Raises
    ------
    RefusedFile
        Where there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise RefusedFile(_("There is no file {name}.").format(name=path.name)) from None
    except IsADirectoryError:
        raise RefusedFile(_("{name} is a folder, not a file.").format(name=path.name)) from None
    except PermissionError:
        raise RefusedFile(_("{name} may not be read.").format(name=path.name)) from None
    except (OSError, ValueError):  # a device that fails, a name with a NUL
        raise RefusedFile(_("{name} could not be read.").format(name=path.name)) from None
