"""What can be chosen on the Charts page: which chart, which range, which symptom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from symptrack.analysis.period import Period, all_time, dates_period, series_period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.series import Series
from symptrack.formatting import format_day, format_month_year
from symptrack.texts import _

ALL_SESSIONS = ""
SINCE_VISIT = "since the last visit"
DATES = "dates"
ALL_SYMPTOMS = ""


class ChartKey(StrEnum):
    """The charts, named as the ``chart`` command names them."""

    COURSE = "course"
    QUESTIONNAIRES = "questionnaires"
    SIDE_EFFECTS = "side-effects"
    HOURS_AFTER = "hours-after"
    DAYS_AFTER = "days-after"
    BENEFIT = "benefit"


@dataclass(frozen=True, slots=True)
class ChartsChoice:
    """What is chosen; ``first_on`` and ``last_on`` count where the range is ``DATES``."""

    chart: ChartKey = ChartKey.COURSE
    range_key: str = ALL_SESSIONS
    symptom: str = ALL_SYMPTOMS
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class RangeChoice:
    """A range to choose: ``key`` is a series' id, or one of the other ranges'."""

    key: str
    label: str


def chart_labels() -> dict[ChartKey, str]:
    """Return the words on each chart's tab, in their order."""
    return {
        ChartKey.COURSE: _("Course"),
        ChartKey.QUESTIONNAIRES: _("Questionnaires"),
        ChartKey.SIDE_EFFECTS: _("Side effects"),
        ChartKey.HOURS_AFTER: _("Hours after"),
        ChartKey.DAYS_AFTER: _("Days after"),
        ChartKey.BENEFIT: _("Benefit"),
    }


def ranges_of(timeline: Timeline, today_on: date, choice: ChartsChoice) -> dict[str, Period]:
    """Return the ranges that there are, by key: all, the series, since the last visit, dates.

    None where nothing is recorded.
    """
    whole = all_time(timeline, today_on)
    if whole is None:
        return {}
    ranges = {ALL_SESSIONS: whole}
    for series in _latest_first(timeline):
        found = series_period(timeline, series.id, today_on)
        if found is not None and found.sessions:
            ranges[series.id] = found
    if len(ranges) == 2:
        del ranges[next(key for key in ranges if key != ALL_SESSIONS)]
    visits = [one.visited_on for one in timeline.journal.visits if one.visited_on < today_on]
    if visits:
        ranges[SINCE_VISIT] = dates_period(timeline, max(visits), today_on)
    first_on, last_on = choice.first_on or whole.first_on, choice.last_on or whole.last_on
    ranges[DATES] = dates_period(timeline, first_on, last_on)
    return ranges


def range_choices(timeline: Timeline, ranges: dict[str, Period]) -> tuple[RangeChoice, ...]:
    """Return the words of each range."""
    names = {one.id: one.name or _("Series without a name") for one in timeline.journal.series}
    names |= {ALL_SESSIONS: _("All sessions"), SINCE_VISIT: _("Since the last visit")}
    return tuple(
        RangeChoice(key, _("Dates to choose") if key == DATES else _label(names[key], period))
        for key, period in ranges.items()
    )


def _latest_first(timeline: Timeline) -> list[Series]:
    series = [one for one in timeline.journal.series if timeline.sessions_of(one)]
    return sorted(
        series, key=lambda one: (timeline.sessions_of(one)[-1].started_at, one.id), reverse=True
    )


def _label(name: str, period: Period) -> str:
    written = format_day if period.first_on.year == period.last_on.year else format_month_year
    return _("{range}, {first} to {last}").format(
        range=name, first=written(period.first_on), last=written(period.last_on)
    )
