"""Files for the patient's use: whole or not there, and never over another one unasked."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from symptrack.domain.errors import RefusedRequest
from symptrack.texts import _

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
# A temporary name must fit where the target's own name just fits.
_SHOWN_OF_NAME = 16


class FileAlreadyThere(RefusedRequest):
    """There is a file of that name, and replacing it was not asked for."""


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file for its owner's eyes only (mode 0600), all of it or nothing.

    The data go to a temporary file beside the target, reach the disk, and then take the target's
    name. Where ``replace`` is false, a file that appears in the meantime is safe too.

    Raises
    ------
    FileAlreadyThere
        Where there is such a file and ``replace`` is false.
    RefusedRequest
        Where the folder is missing or cannot be written, the disk is full, or the target is not a
        plain file. Nothing is left behind.
    """
    path = check_target(path, replace=replace)
    try:
        _write(path, data, replace=replace)
    except OSError as error:
        raise _refusal(path, error) from error


def write_chosen(path: Path, data: bytes, ending: str) -> Path:
    """Write a file where a person chose to, and return where it lies.

    A name without ``ending`` is given it. Only a name that was chosen may replace a file: about
    that one the file dialog has asked, and about no other.

    Raises
    ------
    RefusedRequest
        As :func:`write_whole` does.
    """
    named = path.name.lower().endswith(ending)
    path = path if named else path.with_name(path.name + ending)
    write_whole(path, data, replace=named)
    return path


def check_target(path: Path, *, replace: bool) -> Path:
    """Return where a file will really lie, refusing at once what :func:`write_whole` would refuse.

    For work that takes long before there is anything to write; raises as that does.
    """
    try:
        path = path.resolve()
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return path
    except OSError as error:
        raise _refusal(path, error) from error
    except (RuntimeError, ValueError) as error:  # links in a circle (until 3.12), a NUL in a name
        raise RefusedRequest(_not_replaceable(path)) from error
    if stat.S_ISDIR(mode):
        raise RefusedRequest(_("{name} is a folder, not a file.").format(name=path.name))
    if not stat.S_ISREG(mode):
        raise RefusedRequest(_not_replaceable(path))
    if not replace:
        raise FileAlreadyThere(_already_there(path))
    return path


def _write(path: Path, data: bytes, *, replace: bool) -> None:
    temporary = path.with_name(f".{path.name[:_SHOWN_OF_NAME]}.{os.urandom(6).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(path)
        else:
            _take_free_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _take_free_name(temporary: Path, path: Path) -> None:
    """Give the file its name only if nobody has it: ``rename`` would take it by force on POSIX."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileAlreadyThere(_already_there(path)) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A file system without links (FAT): the name is claimed with an empty file first.
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            raise FileAlreadyThere(_already_there(path)) from None
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name last a power cut; where folders cannot be opened, it lasts by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError) -> RefusedRequest:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return RefusedRequest(_("There is no folder {folder}.").format(folder=path.parent))
    if error.errno in _NO_ROOM:
        return RefusedRequest(
            _("There is no room left for {name}; nothing was written.").format(name=path.name)
        )
    if error.errno in _NOT_WRITABLE:
        return RefusedRequest(
            _("{name} cannot be written: the folder is read-only.").format(name=path.name)
        )
    if error.errno == errno.ENAMETOOLONG:
        return RefusedRequest(_("The name of the file is too long."))
    return RefusedRequest(_not_written(path))


def _already_there(path: Path) -> str:
    return _("There is already a file {name}; nothing was written.").format(name=path.name)


def _not_replaceable(path: Path) -> str:
    return _("{name} is not a file that can be replaced.").format(name=path.name)


def _not_written(path: Path) -> str:
    return _("{name} could not be written.").format(name=path.name)
