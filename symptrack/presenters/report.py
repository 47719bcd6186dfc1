"""Decides what may go into the report, what leaves with it, and how it is saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from symptrack.analysis.period import Period, all_time, dates_period, series_period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.settings import Paper, ReportChoices, ReportPart
from symptrack.exchange.atomic_file import write_whole
from symptrack.exchange.report import (
    ReportChoice,
    lay_out,
    report_content,
    report_scope,
    report_summary,
)
from symptrack.exchange.report_header import who
from symptrack.exchange.report_leaving import has_item9, what_leaves
from symptrack.exchange.report_scope import printable, series_name
from symptrack.formatting import format_day
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _, ngettext

ALL_SESSIONS, SINCE_VISIT, SERIES = "all", "visit", "series:"
SEVERAL = 2
PAPER_NAMES = {Paper.A4: "A4", Paper.LETTER: "Letter"}


@dataclass(frozen=True, slots=True)
class PeriodEntry:
    """One period to choose, with its key and its words."""

    key: str
    words: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is chosen on the page; ``item9`` is ``None`` until the patient answered."""

    period: str
    paper: Paper
    label: bool
    date_of_birth: bool
    item9: bool | None = None


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
class Preview:
    """A report that is laid out: the file, pictures of its pages, and what it says."""

    pdf: bytes
    pages: tuple[bytes, ...]
    paper: Paper
    summary: str

    @property
    def pages_words(self) -> str:
        """Return how many pages there are: *1 page, A4*."""
        return ngettext("{n} page, {paper}", "{n} pages, {paper}", len(self.pages)).format(
            n=len(self.pages), paper=PAPER_NAMES[self.paper]
        )


@dataclass(frozen=True, slots=True)
class ReportJob:
    """Everything that laying a report out needs; it may be run in any thread."""

    timeline: Timeline
    choice: ReportChoice
    now: datetime

    def makes_the_same_as(self, other: "ReportJob") -> bool:
        """Whether both make the same pages: from one reading, by the same choices, on one day."""
        return (
            self.timeline is other.timeline
            and self.choice == other.choice
            and self.now.date() == other.now.date()
        )

    def run(self, ppi: float) -> Preview:
        """Lay the report out, its pictures with ``ppi`` pixels per inch."""
        content = report_content(self.timeline, self.choice, self.now)
        laid_out = lay_out(content, self.now, ppi)
        summary = report_summary(content)
        return Preview(laid_out.pdf, laid_out.pages, self.choice.paper, summary)


class ReportPresenter:
    """Offers the choices, lists what leaves and makes the report.

    Parameters
    ----------
    now
        The clock: an aware instant in the computer's zone.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], whole: WholeJournal | None = None
    ) -> None:
        self._store = store
        self._whole = whole or WholeJournal(store)
        self._now = now
        self._periods: dict[str, PeriodEntry] = {}

    def view(self, current: Selection | None = None) -> ReportView:
        """Read the journal and return what can be chosen.

        What is chosen stays ``current`` as far as it can still be chosen; without it, it is what
        was chosen for the last report.
        """
        timeline = self.read()
        patient, kept = timeline.journal.patient, timeline.journal.settings.report
        self._periods = {entry.key: entry for entry in _periods(timeline, self._now())}
        label = printable(patient.label)
        born = str(patient.date_of_birth.year) if patient.date_of_birth else ""
        selection = None
        if self._periods:
            wanted = current or Selection(
                period=ALL_SESSIONS,
                paper=kept.paper,
                label=kept.label,
                date_of_birth=kept.date_of_birth,
            )
            selection = replace(
                wanted,
                period=wanted.period if wanted.period in self._periods else ALL_SESSIONS,
                label=wanted.label and bool(label),
                date_of_birth=wanted.date_of_birth and bool(born),
            )
        return ReportView(
            lead=_("Nothing leaves this computer until you save the file and share it yourself."),
            label=label,
            born=born,
            periods=tuple(self._periods.values()),
            selection=selection,
        )

    def asks_item9(self, selection: Selection) -> bool:
        """Whether the patient has to say if PHQ-9 item 9 goes in: asked each time."""
        period = self._periods[selection.period].period
        return has_item9(report_scope(self.read(), period, self._now()))

    def leaves(self, selection: Selection) -> tuple[str, ...]:
        """Return exactly what leaves with the file, a line each."""
        timeline = self.read()
        scope = report_scope(timeline, self._periods[selection.period].period, self._now())
        words = who(
            timeline.journal.patient,
            label=selection.label,
            date_of_birth=selection.date_of_birth,
        )
        parts = frozenset(ReportPart) - {*timeline.journal.settings.report.left_out}
        leaving = what_leaves(
            scope, words, item9=bool(selection.item9), parts=parts, notes=frozenset()
        )
        return tuple(leaving)

    def job(self, selection: Selection) -> ReportJob:
        """Return the report as chosen, to be laid out away from the window's thread."""
        choice = ReportChoice(
            period=self._periods[selection.period].period,
            paper=selection.paper,
            label=selection.label,
            date_of_birth=selection.date_of_birth,
            item9=bool(selection.item9),
            parts=frozenset(ReportPart) - {*self.read().journal.settings.report.left_out},
        )
        return ReportJob(self.read(), choice, self._now())

    def still_to_answer(self, selection: Selection) -> str:
        """Return what the patient has to answer before the report can be saved, or nothing."""
        if selection.item9 is None and self.asks_item9(selection):
            return _("Choose first whether your answers to PHQ-9 item 9 go in.")
        return ""

    def file_name(self) -> str:
        """Return a name for the file that says nothing of the patient or the illness."""
        return _("report-{day}.pdf").format(day=self._now().date().isoformat())

    def save(self, preview: Preview, selection: Selection, path: Path) -> str:
        """Write the file that the preview shows and return the sentence that says so.

        The choices of paper and name are kept for the next report.

        Raises
        ------
        SymptrackError
            Where the file cannot be written; then no part of it is there.
        """
        named = path.suffix.lower() == ".pdf"
        if not named:
            path = path.with_name(path.name + ".pdf")
        # Only the name that was chosen may replace a file.
        write_whole(path, preview.pdf, replace=named)
        self._keep(selection)
        return _("Saved as {name}. It stays on this computer until you share it.").format(
            name=path.name
        )

    def _keep(self, selection: Selection) -> None:
        settings = self.read().journal.settings
        chosen = ReportChoices(
            paper=selection.paper, label=selection.label, date_of_birth=selection.date_of_birth
        )
        if chosen != settings.report:
            self._store.save_settings(replace(settings, report=chosen))

    def read(self) -> Timeline:
        """Return the whole journal; this alone takes long, and may run beside the window."""
        return self._whole.read()


def _periods(timeline: Timeline, now: datetime) -> list[PeriodEntry]:
    """Return the periods to choose from: everything, each of several series, since the visit."""
    today_on = now.date()
    everything = all_time(timeline, today_on)
    if everything is None:
        return []
    entries = [_entry(ALL_SESSIONS, _("All sessions"), everything)]
    visits = [one.visited_on for one in timeline.journal.visits if one.visited_on < today_on]
    if visits:
        period = dates_period(timeline, max(visits), today_on)
        entries.append(_entry(SINCE_VISIT, _("Since the last visit"), period))
    return [*entries, *_series_periods(timeline, today_on)]


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
