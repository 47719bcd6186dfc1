"""One file out of a zip from outside, its bytes counted while they are unpacked."""

import io
import zipfile
import zlib

from symptrack.domain.errors import RefusedFile
from symptrack.formatting import format_number
from symptrack.texts import _

ZIP_BEGINS = b"PK\x03\x04"
MAX_UNPACKED = 8_000_000
_MAX_MEMBERS = 20_000
_BYTES_PER_MB = 1_000_000


def member_names(data: bytes) -> frozenset[str]:
    """Return the names in a zip.

    Raises
    ------
    RefusedFile
        Where it is damaged, or holds more files than a backup does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise RefusedFile(_damaged()) from None
    if len(members) > _MAX_MEMBERS:
        raise RefusedFile(_("The file holds more files than a backup does."))
    return frozenset(member.filename for member in members)


def unpacked(data: bytes, name: str) -> bytes:
    """Return one file of a zip; what the zip says of its size is not believed.

    Raises
    ------
    RefusedFile
        Where it is damaged, locked with a password, or larger than a diary can be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as file:
            content = file.read(MAX_UNPACKED + 1)
    except (
        zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError,
        NotImplementedError,
    ):  # fmt: skip
        raise RefusedFile(_damaged()) from None
    if len(content) > MAX_UNPACKED:
        raise RefusedFile(
            _("What is packed in the file is larger than {limit} MB, which no diary is.").format(
                limit=format_number(MAX_UNPACKED / _BYTES_PER_MB)
            )
        )
    return content


def _damaged() -> str:
    return _("The file is damaged: what is packed in it cannot be read.")
