"""What comes in from a file: a journal of our own, or another tracker's diary, told by content."""

from symptrack.domain.journal import Journal
from symptrack.exchange.journal_file import MAX_BYTES, read_journal
from symptrack.exchange.trackers.diary import Diary
from symptrack.exchange.trackers.recognising import read_diary

__all__ = ["MAX_BYTES", "read_incoming"]

_JSON_BEGINS = (b"{", b"[")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LOOKED_AT = 1000


def read_incoming(data: bytes) -> Journal | Diary:
    """Return what a file holds.

    Raises
    ------
    RefusedFile
        Where it is nothing that can come in; its text is one sentence.
    """
    begin = data[:_LOOKED_AT].removeprefix(_BYTE_ORDER_MARK).lstrip()
    return read_journal(data) if begin.startswith(_JSON_BEGINS) else read_diary(data)
