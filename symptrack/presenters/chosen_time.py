"""When something was: now, yesterday evening, or another time that is typed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from symptrack.analysis.timing import in_utc
from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import FIRST_YEAR
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import Moment
from symptrack.formatting import format_day_year, format_time
from symptrack.presenters.clock import Clock
from symptrack.presenters.typed import read_date, read_time
from symptrack.texts import _

EVENING = time(20)
NOON = time(12)
"""What stands for the time where only the date is known."""


class TimeKind(StrEnum):
    """The ways to say when it was."""

    NOW = "now"
    YESTERDAY_EVENING = "yesterday_evening"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTime:
    """What was chosen and typed; ``moment`` answers *before or after*, where that was asked."""

    kind: TimeKind
    day: str = ""
    time: str = ""
    time_known: bool = True
    moment: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """The question, a line below it, what it starts from, and the day it is today."""

    question: str
    lead: str = ""
    typed: TypedTime
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentChoice:
    """The two sessions a time lies between, in words, and which of them is meant so far."""

    before: str
    after: str
    chosen: Moment


class TimeAsked(Protocol):
    """What the question when it was asks for."""

    @property
    def time(self) -> TimeView:
        """Return what the question starts from."""

    def moments(self, typed: TypedTime) -> MomentChoice | None:
        """Return the question *before or after* for a time; ``None``: there is nothing to ask."""

    def choose_time(self, typed: TypedTime) -> None:
        """Keep a time.

        Raises
        ------
        InvalidValue
            For the field ``day`` or ``time``.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenTime:
    """A time as a record keeps it: noon stands for a time that is not known."""

    at: datetime
    time_zone: str
    time_known: bool = True


def read_typed(typed: TypedTime, clock: Clock, zone: str) -> ChosenTime:
    """Return the time that was chosen, or typed as the wall clock of ``zone`` showed it.

    Raises
    ------
    InvalidValue
        For the field ``day`` or ``time``: not a date or time, still to come, or before 1900.
    """
    now, here = clock.now(), clock.time_zone()
    if typed.kind is TimeKind.NOW:
        return ChosenTime(at=fixed_offset(now.replace(microsecond=0)), time_zone=here)
    if typed.kind is TimeKind.YESTERDAY_EVENING:
        at = datetime.combine(now.date() - timedelta(days=1), EVENING, ZoneInfo(here))
        return ChosenTime(at=fixed_offset(at), time_zone=here)
    day = _day(typed.day, now.astimezone(ZoneInfo(zone)).date())
    at = datetime.combine(day, _time(typed), ZoneInfo(zone))
    if typed.time_known and in_utc(at) > in_utc(now):
        raise InvalidValue(
            "time",
            _("{time} is still to come; it must be now or earlier.").format(time=format_time(at)),
        )
    return ChosenTime(at=fixed_offset(at), time_zone=zone, time_known=typed.time_known)


def _day(text: str, today: date) -> date:
    if not text.strip():
        raise InvalidValue(
            "day", _("Write the day, like {example}.").format(example=format_day_year(today))
        )
    day = read_date("day", text, today)
    if day > today:
        raise InvalidValue(
            "day",
            _("{day} is still to come; it must be today or earlier.").format(
                day=format_day_year(day)
            ),
        )
    if day.year < FIRST_YEAR:
        raise InvalidValue(
            "day",
            _("The year {year} is too early; it must be {first} or later.").format(
                year=day.year, first=FIRST_YEAR
            ),
        )
    return day


def _time(typed: TypedTime) -> time:
    if not typed.time_known:
        return NOON
    if not typed.time.strip():
        raise InvalidValue("time", _("Write the time, like 20:00, or say that you do not know it."))
    return read_time("time", typed.time)
