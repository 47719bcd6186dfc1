"""Which tracker a file is from, told by what is in it: names and endings are not believed."""

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.trackers import daylio_backup, emoods
from symptrack.exchange.trackers.bearable import NAMES as BEARABLE
from symptrack.exchange.trackers.bearable import read_bearable
from symptrack.exchange.trackers.csv_rows import Row, decoded, rows_of
from symptrack.exchange.trackers.daylio_backup import read_daylio_backup
from symptrack.exchange.trackers.daylio_csv import layout_of, read_daylio
from symptrack.exchange.trackers.diary import Diary
from symptrack.exchange.trackers.emoods import read_emoods
from symptrack.exchange.trackers.track_and_graph import NAMES as TRACK_AND_GRAPH
from symptrack.exchange.trackers.track_and_graph import read_track_and_graph
from symptrack.exchange.trackers.unpacking import ZIP_BEGINS, member_names, unpacked
from symptrack.texts import _

MAX_BYTES = 100_000_000
"""A backup may hold photos beside the diary; of those nothing is unpacked."""
MAX_WORDS = 200


def read_diary(data: bytes) -> Diary:
    """Return the diary in another tracker's file.

    Raises
    ------
    RefusedFile
        Where it is from no tracker that is known, damaged, or larger than a diary can be; its text
        is one sentence.
    """
    diary = _read(data)
    words = {entry.mood_word for entry in diary.entries}
    names = {rated.name for entry in diary.entries for rated in entry.rated}
    if max(len(words), len(names)) > MAX_WORDS:
        raise RefusedFile(
            _("The file has more than {limit} words for what is rated, which no diary has.").format(
                limit=MAX_WORDS
            )
        )
    if not diary.entries and not diary.left_out:
        raise RefusedFile(_("There is no entry in the file."))
    return diary


def _read(data: bytes) -> Diary:
    if not data.startswith(ZIP_BEGINS):
        return _read_csv(data)
    names = member_names(data)
    if daylio_backup.MEMBER in names:
        return read_daylio_backup(data)
    if emoods.MEMBER in names:
        return _read_csv(unpacked(data, emoods.MEMBER))
    raise RefusedFile(_unknown())


def _read_csv(data: bytes) -> Diary:
    rows = list(_rows(data))
    names = tuple(cell.casefold() for cell in rows[0].cells)
    if set(names) >= BEARABLE:
        return read_bearable(names, rows[1:])
    if set(names) >= TRACK_AND_GRAPH:
        return read_track_and_graph(names, rows[1:])
    if emoods.DATE in names:
        return read_emoods(names, rows[1:])
    layout = layout_of(rows[0])
    if layout is None:
        raise RefusedFile(_unknown())
    columns, named = layout
    return read_daylio(columns, rows[1:] if named else rows)


def _rows(data: bytes) -> list[Row]:
    rows = list(rows_of(decoded(data)))
    if not rows:
        raise RefusedFile(_("The file is empty."))
    return rows


def _unknown() -> str:
    return _(
        "The file is not a diary that Symptrack knows: it reads its own journal files, and what "
        "Daylio, Bearable, eMoods and Track & Graph export."
    )
