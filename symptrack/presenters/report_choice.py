"""What can be chosen for the report: the period, what is printed of the patient, parts, notes."""

from dataclasses import dataclass
from datetime import date

from symptrack.analysis.period import (
    Period,
    all_time,
    dates_period,
    latest_series,
    series_period,
)
from symptrack.analysis.timeline import Timeline
from symptrack.domain.errors import InvalidValue
from symptrack.domain.settings import Paper, ReportPart, ReportRange
from symptrack.exchange.report_own_words import OwnWords
from symptrack.exchange.report_scope import clipped, printable, series_name
from symptrack.formatting import format_day
from symptrack.presenters.typed import read_date
from symptrack.texts import _

ALL_SESSIONS, SINCE_VISIT, SERIES, DATES = "all", "visit", "series:", "dates"
SEVERAL = 2
NOTE_LENGTH = 90
PAPER_NAMES = {Paper.A4: "A4", Paper.LETTER: "Letter"}


@dataclass(frozen=True, slots=True)
class PeriodEntry:
    """One period to choose, with its key and its words."""

    key: str
    words: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is chosen on the page; ``item9`` is ``None`` until the patient answered.

    ``first_on`` and ``last_on`` count where the period is that of dates; ``left_out`` are the
    parts of the appendix that stay out, ``notes`` the keys of the patient's own words that go in.
    """

    period: str
    paper: Paper
    label: bool
    date_of_birth: bool
    item9: bool | None = None
    first_on: date | None = None
    last_on: date | None = None
    left_out: frozenset[ReportPart] = frozenset()
    notes: frozenset[str] = frozenset()

    @property
    def parts(self) -> frozenset[ReportPart]:
        """Return the parts of the appendix that are chosen."""
        return frozenset(ReportPart) - self.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """What can be chosen; ``label`` and ``born`` are empty where there is none to print.

    ``selection`` is ``None``, and there is nothing to choose, in a journal without entries.
    """

    lead: str
    label: str
    born: str
    periods: tuple[PeriodEntry, ...]
    selection: Selection | None


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part of the appendix that has something to say, with its name and what it holds."""

    part: ReportPart
    name: str
    holds: str


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """Something the patient wrote: what it is about, and how it begins."""

    key: str
    when: str
    beginning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the chosen period has to choose from, and what leaves with the file as chosen."""

    parts: tuple[PartEntry, ...]
    notes: tuple[NoteEntry, ...]
    questions: NoteEntry | None
    leaving: tuple[str, ...]


def periods_of(
    timeline: Timeline, today_on: date, dates: tuple[date, date] | None
) -> list[PeriodEntry]:
    """Return the periods: everything, since the visit, each of several series, dates to choose."""
    everything = all_time(timeline, today_on)
    if everything is None:
        return []
    entries = [_entry(ALL_SESSIONS, _("All sessions"), everything)]
    visits = [one.visited_on for one in timeline.journal.visits if one.visited_on < today_on]
    if visits:
        period = dates_period(timeline, max(visits), today_on)
        entries.append(_entry(SINCE_VISIT, _("Since the last visit"), period))
    first_on, last_on = dates or (everything.first_on, everything.last_on)
    chosen = PeriodEntry(DATES, _("Dates to choose"), dates_period(timeline, first_on, last_on))
    return [*entries, *_series_periods(timeline, today_on), chosen]


def period_kept(timeline: Timeline, kept: ReportRange) -> str:
    """Return the period that was kept from the last report."""
    latest = latest_series(timeline)
    if kept is ReportRange.LATEST_SERIES and latest is not None:
        return SERIES + latest.id
    return SINCE_VISIT if kept is ReportRange.SINCE_VISIT else ALL_SESSIONS


def range_to_keep(selection: Selection, timeline: Timeline, kept: ReportRange) -> ReportRange:
    """Return what is kept of a period for the next report; dates and older series are not."""
    if selection.period == ALL_SESSIONS:
        return ReportRange.ALL
    if selection.period == SINCE_VISIT:
        return ReportRange.SINCE_VISIT
    latest = period_kept(timeline, ReportRange.LATEST_SERIES)
    return ReportRange.LATEST_SERIES if selection.period == latest else kept


def read_dates(first: str, last: str, today_on: date) -> tuple[date, date]:
    """Read the two dates that were typed.

    Raises
    ------
    InvalidValue
        Where one of them is no date, or the last comes before the first.
    """
    first_on = read_date(_("From"), first, today_on)
    last_on = read_date(_("To"), last, today_on)
    if last_on < first_on:
        raise InvalidValue(_("To"), _("it is before the first day"))
    return first_on, last_on


def part_entry(part: ReportPart) -> PartEntry:
    """Return the words of a part of the appendix."""
    name, holds = {
        ReportPart.QUESTIONNAIRES: (_("Questionnaires"), _("Every total, its band and change")),
        ReportPart.CLINIC_SCORES: (_("Scores from your clinic"), _("As you typed them in")),
        ReportPart.SIDE_EFFECTS: (_("Side effects"), _("Worst and how long, by session")),
        ReportPart.BENEFIT: (_("How long mood stayed up"), _("By session")),
        ReportPart.MEDICATIONS: (_("Medicines"), _("With dose and days")),
        ReportPart.VITALS: (_("Vital signs"), _("Blood pressure, pulse, oxygen")),
        ReportPart.DAYS: (_("Late and missing entries"), _("Which days, by date")),
        ReportPart.READING: (_("How to read this"), _("What the numbers mean, and sources")),
    }[part]
    return PartEntry(part, name, holds)


def note_entry(words: OwnWords) -> NoteEntry:
    """Return a note as it is offered: in one line."""
    return NoteEntry(
        words.key, words.when, clipped(" ".join(printable(words.text).split()), NOTE_LENGTH)
    )


def _series_periods(timeline: Timeline, today_on: date) -> list[PeriodEntry]:
    """Return the period of each series, the latest first, where there are several."""
    if len(timeline.journal.series) < SEVERAL:
        return []
    found = [
        _entry(SERIES + series.id, series_name(series), period)
        for series in timeline.journal.series
        if (period := series_period(timeline, series.id, today_on)) is not None
    ]
    return sorted(found, key=lambda entry: (entry.period.first_on, entry.key), reverse=True)


def _entry(key: str, name: str, period: Period) -> PeriodEntry:
    if period.first_on.year == period.last_on.year:
        first, last = format_day(period.first_on), format_day(period.last_on)
    else:
        first, last = str(period.first_on.year), str(period.last_on.year)
    words = _("{name}, {first} to {last}").format(name=name, first=first, last=last)
    return PeriodEntry(key, words, period)
