"""A PDF behind a password, encrypted with AES-256 (revision 6 of the PDF standard)."""

from io import BytesIO
from unicodedata import normalize

from symptrack.domain.errors import InvalidValue
from symptrack.texts import _

MOST_BYTES = 127
"""The standard cuts a longer password off, and then a shorter one would open the file too."""


def check_password(password: str) -> None:
    """Refuse what is no password.

    Raises
    ------
    InvalidValue
        Where it is empty or too long.
    """
    if not password:
        raise InvalidValue("password", _("there is none; type one, or leave protection out"))
    if len(_prepared(password).encode("utf-8", "replace")) > MOST_BYTES:
        raise InvalidValue(
            "password",
            _("it is too long; at most {n} letters and digits are allowed").format(n=MOST_BYTES),
        )


def protected(pdf: bytes, password: str) -> bytes:
    """Return a PDF that opens only with the password; tags and words stay as they are.

    Raises
    ------
    InvalidValue
        As :func:`check_password` does.
    """
    import pikepdf

    check_password(password)
    key = _prepared(password)
    # Who opens it may do everything with it: screen readers and printers are never shut out.
    encryption = pikepdf.Encryption(owner=key, user=key, R=6, aes=True, metadata=True)
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=encryption)
    return out.getvalue()


def _prepared(password: str) -> str:
    """Return a password as readers of PDF files take it: one way to write each letter."""
    return normalize("NFKC", password)
