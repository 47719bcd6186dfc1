"""The password of a report: read from two lines, and what it makes of the file."""

from symptrack.domain.errors import InvalidValue
from symptrack.exchange.report_protection import check_password
from symptrack.texts import _


def read_password(first: str, again: str) -> str:
    """Return the password that was typed twice.

    Raises
    ------
    InvalidValue
        Where there is none, it is too long, or the second is another; its field is ``first`` or
        ``again``.
    """
    try:
        check_password(first)
    except InvalidValue as error:
        raise InvalidValue("first", error.reason) from None
    if first != again:
        raise InvalidValue("again", _("the two are not the same; type it once more"))
    return first
