"""Decides what may go into the report, what leaves with it, and how it is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from symptrack.analysis.timeline import Timeline
from symptrack.domain.settings import ReportChoices, ReportPart
from symptrack.exchange.atomic_file import write_chosen
from symptrack.exchange.report import ReportChoice, report_scope
from symptrack.exchange.report_appendix import present_parts
from symptrack.exchange.report_header import who
from symptrack.exchange.report_leaving import has_item9, what_leaves
from symptrack.exchange.report_own_words import notes_of, questions_of
from symptrack.exchange.report_protection import protected
from symptrack.exchange.report_scope import ReportScope, printable
from symptrack.presenters.report_choice import (
    ALL_SESSIONS,
    DATES,
    Offer,
    PeriodEntry,
    ReportView,
    Selection,
    note_entry,
    part_entry,
    period_kept,
    periods_of,
    range_to_keep,
    read_dates,
)
from symptrack.presenters.report_job import Preview, ReportJob
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _


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
        self._known: tuple[Timeline, tuple[object, ...], dict[str, PeriodEntry]] | None = None

    def view(self, current: Selection | None = None) -> ReportView:
        """Read the journal and return what can be chosen.

        What is chosen stays ``current`` as far as it can still be chosen; without it, it is what
        was chosen for the last report.
        """
        timeline = self.read()
        patient = timeline.journal.patient
        wanted = current or self._kept(timeline)
        periods = self._periods(timeline, wanted)
        label = printable(patient.label)
        born = str(patient.date_of_birth.year) if patient.date_of_birth else ""
        selection = None
        if periods:
            selection = replace(
                wanted,
                period=wanted.period if wanted.period in periods else ALL_SESSIONS,
                label=wanted.label and bool(label),
                date_of_birth=wanted.date_of_birth and bool(born),
            )
        return ReportView(
            lead=_("Nothing leaves this computer until you save the file and share it yourself."),
            label=label,
            born=born,
            periods=tuple(periods.values()),
            selection=selection,
        )

    def with_dates(self, selection: Selection, first: str, last: str) -> Selection:
        """Return the selection with the days that were typed.

        Raises
        ------
        InvalidValue
            Where one of them is no date, or the last comes before the first.
        """
        first_on, last_on = read_dates(first, last, self.today)
        return replace(selection, period=DATES, first_on=first_on, last_on=last_on)

    def days_of(self, selection: Selection) -> tuple[date, date]:
        """Return the first and the last day of what is chosen."""
        period = self._entry(selection).period
        return period.first_on, period.last_on

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._now().date()

    def asks_item9(self, selection: Selection) -> bool:
        """Whether the patient has to say if PHQ-9 item 9 goes in: asked each time."""
        return has_item9(self._scope(selection))

    def offer(self, selection: Selection) -> Offer:
        """Return what the period has to choose from, and exactly what leaves as chosen.

        This takes long in a long journal, and may run beside the window.
        """
        scope = self._scope(selection)
        words = who(
            scope.journal.patient, label=selection.label, date_of_birth=selection.date_of_birth
        )
        questions = questions_of(scope)
        leaving = what_leaves(
            scope,
            words,
            item9=bool(selection.item9),
            parts=selection.parts,
            notes=selection.notes,
        )
        return Offer(
            parts=tuple(part_entry(part) for part in present_parts(scope)),
            notes=tuple(note_entry(one) for one in reversed(notes_of(scope))),
            questions=note_entry(questions) if questions else None,
            leaving=tuple(leaving),
        )

    def job(self, selection: Selection) -> ReportJob:
        """Return the report as chosen, to be laid out away from the window's thread."""
        choice = ReportChoice(
            period=self._entry(selection).period,
            paper=selection.paper,
            label=selection.label,
            date_of_birth=selection.date_of_birth,
            item9=bool(selection.item9),
            parts=selection.parts,
            notes=selection.notes,
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

        The choices, but item 9 and notes, are kept for the next report.

        Raises
        ------
        SymptrackError
            Where the file cannot be written; then no part of it is there.
        """
        path = write_chosen(path, preview.pdf, ".pdf")
        self._keep(selection)
        return _("Saved as {name}. It stays on this computer until you share it.").format(
            name=path.name
        )

    def protected(self, preview: Preview, password: str) -> bytes:
        """Return the file that the preview shows, to be opened only with the password.

        It takes a moment, and may run beside the window.
        """
        return protected(preview.pdf, password)

    def read(self) -> Timeline:
        """Return the whole journal; this alone takes long, and may run beside the window."""
        return self._whole.read()

    def _kept(self, timeline: Timeline) -> Selection:
        """Return what was chosen for the last report: never item 9, and never a note."""
        kept = timeline.journal.settings.report
        return Selection(
            period=period_kept(timeline, kept.range),
            paper=kept.paper,
            label=kept.label,
            date_of_birth=kept.date_of_birth,
            left_out=frozenset(kept.left_out),
        )

    def _keep(self, selection: Selection) -> None:
        timeline = self.read()
        settings = timeline.journal.settings
        chosen = ReportChoices(
            paper=selection.paper,
            label=selection.label,
            date_of_birth=selection.date_of_birth,
            range=range_to_keep(selection, timeline, settings.report.range),
            left_out=tuple(part for part in ReportPart if part in selection.left_out),
        )
        if chosen != settings.report:
            self._store.save_settings(replace(settings, report=chosen))

    def _periods(self, timeline: Timeline, selection: Selection) -> dict[str, PeriodEntry]:
        """Return the periods by key; kept until the journal, the day or the dates are others."""
        days = None
        if selection.first_on is not None and selection.last_on is not None:
            days = selection.first_on, selection.last_on
        known, asked = self._known, (self.today, days)
        if known is None or known[0] is not timeline or known[1] != asked:
            periods = {one.key: one for one in periods_of(timeline, self.today, days)}
            known = self._known = (timeline, asked, periods)
        return known[2]

    def _entry(self, selection: Selection) -> PeriodEntry:
        return self._periods(self.read(), selection)[selection.period]

    def _scope(self, selection: Selection) -> ReportScope:
        return report_scope(self.read(), self._entry(selection).period, self._now())
