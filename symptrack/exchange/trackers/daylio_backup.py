"""Daylio's backups: a zip that holds a JSON text in base64, with photos beside it.

Its months count from 0. A mood is an id of ``customMoods``, never a number to be taken as it
stands: group 1 is the best, and the ids of the patient's own moods say nothing of how good they
are (another app turned the best mood into the worst that way).
"""

import base64
import binascii
from datetime import datetime, timedelta, timezone
from typing import Any

from symptrack.domain.errors import InvalidValue, RefusedFile
from symptrack.domain.limits import check_instant, check_text
from symptrack.domain.words import Source
from symptrack.exchange.strict_json import parse_strict_json
from symptrack.exchange.trackers.csv_rows import RowError, checked_note
from symptrack.exchange.trackers.daylio_words import GROUPS
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, LeftOut
from symptrack.exchange.trackers.html_notes import plain_note
from symptrack.exchange.trackers.unpacking import MAX_UNPACKED, unpacked
from symptrack.texts import _

MEMBER = "backup.daylio"
MAX_ENTRIES = 30_000
_MAX_DEPTH = 16
_DAY_MS = 24 * 60 * 60 * 1000


def read_daylio_backup(data: bytes) -> Diary:
    """Return the diary in a backup.

    Raises
    ------
    RefusedFile
        Where what is in it cannot be read.
    """
    try:
        text = base64.b64decode(unpacked(data, MEMBER))
    except (binascii.Error, ValueError):
        raise RefusedFile(_("The backup is damaged: its diary cannot be read.")) from None
    document = parse_strict_json(text, max_bytes=MAX_UNPACKED, max_depth=_MAX_DEPTH)
    days = document.get("dayEntries") if isinstance(document, dict) else None
    if not isinstance(days, list) or len(days) > MAX_ENTRIES:
        raise RefusedFile(_("The backup is damaged: its diary cannot be read."))
    moods, tags = _moods(document.get("customMoods")), _tags(document.get("tags"))
    entries: list[DiaryEntry] = []
    left_out: list[LeftOut] = []
    for number, day in enumerate(days, start=1):
        try:
            entries.append(_entry(number, day, moods, tags))
        except RowError as error:
            left_out.append(LeftOut(number, str(error)))
    return Diary(source=Source.DAYLIO, entries=tuple(entries), left_out=tuple(left_out))


def _entry(
    number: int, day: Any, moods: dict[int, tuple[str, str]], tags: dict[int, str]
) -> DiaryEntry:
    if not isinstance(day, dict):
        raise RowError(_("it is no entry"))
    mood = moods.get(_whole(day, "mood"))
    if mood is None:
        raise RowError(_("its mood is not among the backup's moods"))
    names = [tags.get(one) for one in _list(day.get("tags")) if isinstance(one, int)]
    return DiaryEntry(
        line=number,
        when=_when(day),
        mood_word=mood[0],
        mood_group=mood[1],
        activities=tuple(dict.fromkeys(name for name in names if name)),
        note=checked_note(
            plain_note(_text(day.get("note_title"))), plain_note(_text(day.get("note")))
        ),
    )


def _when(day: dict[str, Any]) -> datetime:
    offset_ms = _whole(day, "timeZoneOffset")
    if abs(offset_ms) >= _DAY_MS:
        raise RowError(_("its time is missing or cannot be read"))
    try:
        when = datetime(
            _whole(day, "year"),
            _whole(day, "month") + 1,
            _whole(day, "day"),
            _whole(day, "hour"),
            _whole(day, "minute"),
            tzinfo=timezone(timedelta(minutes=offset_ms // 60_000)),
        )
        check_instant("", when)
    except (ValueError, OverflowError, InvalidValue):
        raise RowError(_("its date is missing or cannot be read")) from None
    return when


def _moods(raw: Any) -> dict[int, tuple[str, str]]:
    """Return of each mood's id its word and that of its group."""
    found: dict[int, tuple[str, str]] = {}
    for mood in _list(raw):
        if not isinstance(mood, dict):
            continue
        number, group = mood.get("id"), mood.get("mood_group_id")
        if isinstance(number, int) and isinstance(group, int) and 1 <= group <= len(GROUPS):
            word = GROUPS[group - 1]
            found[number] = (_name(mood.get("custom_name")) or word, word)
    return found


def _tags(raw: Any) -> dict[int, str]:
    return {
        tag["id"]: _name(tag.get("name"))
        for tag in _list(raw)
        if isinstance(tag, dict) and isinstance(tag.get("id"), int)
    }


def _whole(day: dict[str, Any], key: str) -> int:
    value = day.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise RowError(_("its “{name}” is missing or no whole number").format(name=key))
    return value


def _name(raw: Any) -> str:
    """Return a name on one line; one that is no text is none, and the entries stay."""
    try:
        return " ".join(_text(raw).split())
    except RowError:
        return ""


def _text(raw: Any) -> str:
    """Return a text; half of a character (a lone surrogate) is none."""
    if not isinstance(raw, str):
        return ""
    try:
        check_text("", raw, len(raw))
    except InvalidValue:
        raise RowError(_("it holds half of a character")) from None
    return raw


def _list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else []
