"""The part of the journal that goes into a file: what can be chosen, and what it holds."""

from dataclasses import dataclass
from datetime import date

from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal, Kind
from symptrack.exchange.selection import Wanted, part_of
from symptrack.formatting import format_day_year
from symptrack.presenters.charts_choice import (
    ALL_SESSIONS,
    DATES,
    SINCE_VISIT,
    ChartsChoice,
    RangeChoice,
    range_choices,
    ranges_of,
)
from symptrack.presenters.kind_words import counted
from symptrack.texts import _

EVERYTHING = ALL_SESSIONS


@dataclass(frozen=True, slots=True)
class ExportRange:
    """What is chosen; ``first_on`` and ``last_on`` count where ``key`` is that of dates."""

    key: str = EVERYTHING
    first_on: date | None = None
    last_on: date | None = None

    @property
    def by_dates(self) -> bool:
        """Whether the dates count."""
        return self.key == DATES


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """What can be chosen, what is, which records are meant by it, and what they are in words."""

    ranges: tuple[RangeChoice, ...]
    chosen: ExportRange
    wanted: Wanted
    holds: str


def range_view(timeline: Timeline, today_on: date, chosen: ExportRange) -> RangeView:
    """Return the view; what can no longer be chosen becomes everything."""
    asked = ChartsChoice(first_on=chosen.first_on, last_on=chosen.last_on)
    periods = ranges_of(timeline, today_on, asked)
    period = periods.get(chosen.key)
    if chosen.key == EVERYTHING or period is None:
        chosen, wanted = ExportRange(), Wanted()
    elif chosen.key in (DATES, SINCE_VISIT):
        first_on, last_on = period.first_on, period.last_on
        wanted = Wanted(first_on=first_on, last_on=last_on)
        chosen = ExportRange(chosen.key, first_on, last_on)
    else:
        wanted = Wanted(series_id=chosen.key)
    return RangeView(
        ranges=(
            RangeChoice(EVERYTHING, _("Everything")),
            *(one for one in range_choices(timeline, periods) if one.key != EVERYTHING),
        ),
        chosen=chosen,
        wanted=wanted,
        holds=_holds(timeline.journal, wanted, period, today_on),
    )


def _holds(journal: Journal, wanted: Wanted, period: Period | None, today_on: date) -> str:
    """Return what is in it: *1 Sep 2026 to 8 Oct 2026: 6 sessions, 38 check-ins.*"""
    if period is not None and not wanted.everything:
        journal = part_of(journal, wanted, today_on, notes=False)
    what = counted({kind: len(getattr(journal, kind.value)) for kind in Kind})
    if period is None or wanted.everything:
        return (
            _("Everything recorded: {what}.").format(what=what)
            if what
            else _("Nothing is recorded yet.")
        )
    return _("{first} to {last}: {what}.").format(
        first=format_day_year(period.first_on),
        last=format_day_year(period.last_on),
        what=what or _("nothing"),
    )
