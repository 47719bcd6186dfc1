"""Finds what the patient wrote, by the beginnings of words."""

from dataclasses import dataclass

from symptrack.domain.journal import Kind, Place
from symptrack.storage.sqlcipher import Database

_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
"""What stands around each word found; neither is a character of any script."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text in which all words asked for stand.

    ``part`` is the field of the record that holds it; ``marks`` say from where to where in
    ``words`` what was asked for stands.
    """

    place: Place
    part: str
    words: str
    marks: tuple[tuple[int, int], ...]


class SearchRepository:
    """The index over the texts of the records in the journal; the trash is not in it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, asked: str) -> tuple[Found, ...]:
        """Return every text that holds a word beginning with each of those asked for.

        Upper and lower case and accents are all the same. Nothing asked finds nothing.
        """
        words = _as_expression(asked)
        if not words:
            return ()
        rows = self._db.execute(
            """
            SELECT kind, record_id, part, written.words, highlight(written_search, 0, ?, ?)
            FROM written_search JOIN written ON written.id = written_search.rowid
            WHERE written_search MATCH ? ORDER BY written.id
            """,
            [_OPENS, _CLOSES, words],
        )
        return tuple(
            Found((Kind(kind), record_id), part, text, _marks(text, marked))
            for kind, record_id, part, text, marked in rows
        )


def _as_expression(asked: str) -> str:
    """Return an FTS5 expression in which all that was typed is text and no operator."""
    typed = asked.replace("\0", " ").encode(errors="replace").decode()
    return " ".join('"' + word.replace('"', '""') + '"*' for word in typed.split())


def _marks(text: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Return where the signs stand that were put into a text; none where it had such of its own."""
    if _OPENS in text or _CLOSES in text:
        return ()
    first, *pieces = marked.split(_OPENS)
    marks, at = [], len(first)
    for piece in pieces:
        word, _closes, after = piece.partition(_CLOSES)
        marks.append((at, at + len(word)))
        at += len(word) + len(after)
    return tuple(marks)
