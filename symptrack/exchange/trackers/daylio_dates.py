"""Daylio's dates of 2017, which name a month in the phone's language: "7 września", "June 22"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale

# The languages that Daylio speaks, the likeliest first.
_LANGUAGES = (
    "en", "de", "es", "fr", "it", "pt", "pl", "ru", "nl", "cs", "sv", "da", "nb", "fi", "hu", "ro",
    "tr", "uk", "el", "bg", "hr", "sr", "sk", "sl", "lt", "lv", "et", "ca", "id", "vi", "hi", "ar",
    "he", "ja", "zh", "ko",
)  # fmt: skip
_ENOUGH = 100
"""So many dates of a file tell its language."""
_NUMBERED = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})")
_NUMBER = re.compile(r"\d{1,2}(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as such a file has it: the year, the month and day in words, the weekday in words."""

    year: int
    day: str
    weekday: str


def read_dates(written: Iterable[WrittenDate]) -> dict[WrittenDate, date]:
    """Return the dates that can be read, in the one language that reads most of them.

    A month's name can mean two months in two languages (*listopad* is October in Croatian and
    November in Polish), so the language is chosen for the whole file, by the weekdays too.
    """
    distinct = list(dict.fromkeys(written))
    some = distinct[:: len(distinct) // _ENOUGH + 1]
    best, best_score = _LANGUAGES[0], -1
    for language in _LANGUAGES:
        read = _all_read(some, language)
        named = sum(
            _weekdays(language).get(one.weekday.casefold()) == found.weekday()
            for one, found in read.items()
        )
        score = len(read) + named
        if score > best_score:
            best, best_score = language, score
        if score == 2 * len(some):
            break
    return _all_read(distinct, best)


def _all_read(written: Iterable[WrittenDate], language: str) -> dict[WrittenDate, date]:
    months = _months(language)
    return {one: found for one in written if (found := _read(one, months)) is not None}


def _read(written: WrittenDate, months: Mapping[str, int]) -> date | None:
    numbered = _NUMBERED.search(written.day)
    day_number = _NUMBER.search(written.day)
    if numbered is not None:
        month, day = int(numbered[1]), int(numbered[2])
    elif day_number is not None:
        words = _LETTERS.findall(written.day.casefold())
        month = next((months[word] for word in words if word in months), 0)
        day = int(day_number[0])
    else:
        return None
    try:
        return date(written.year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=len(_LANGUAGES))
def _months(language: str) -> dict[str, int]:
    return _names(language, "months")


@lru_cache(maxsize=len(_LANGUAGES))
def _weekdays(language: str) -> dict[str, int]:
    return _names(language, "days")


def _names(language: str, what: str) -> dict[str, int]:
    locale = Locale.parse(language)
    forms = locale.months if what == "months" else locale.days
    return {
        name.casefold().rstrip("."): number
        for context in ("stand-alone", "format")
        for width in ("abbreviated", "wide")
        for number, name in forms[context][width].items()
    }
