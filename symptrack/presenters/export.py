"""What leaves the journal apart from the report: each kind of file, in plain words, and its making.

Making a file takes long in a long journal, so a job runs beside the window, from the reading to the
written file; only the keeping of choices is done in the window's thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from symptrack import __version__
from symptrack.analysis.timeline import Timeline
from symptrack.domain.errors import RefusedRequest
from symptrack.exchange.atomic_file import write_chosen
from symptrack.exchange.export_file import ENDINGS, ExportChoice, ExportKind, export_file
from symptrack.exchange.selection import Wanted, choose_period
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.export_range import ExportRange, RangeView, range_view
from symptrack.presenters.export_words import (
    ExportEntry,
    FileWords,
    export_entries,
    picture_entry,
    written_words,
)
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _

PICTURE_KINDS = ("png", "svg", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """What can be written of which part of the journal.

    ``title`` is what calendar entries are called; ``named`` and ``born`` say whether the journal
    knows the patient's name and date of birth.
    """

    part: RangeView
    entries: tuple[ExportEntry, ...]
    title: str
    named: bool
    born: bool


@dataclass(frozen=True, slots=True)
class FileJob:
    """Everything that making and writing a file needs; it may be run in any thread."""

    whole: WholeJournal
    chosen: ExportRange
    today_on: date
    make: Callable[[Timeline, Wanted], bytes]
    said: Callable[[Wanted, str], str]
    ending: str

    def run(self, path: Path, stopped: Callable[[], bool]) -> str:
        """Read the journal, make the file, write it and return the sentence that says so.

        Until it is written ``stopped`` is asked from time to time. A name without the ending of
        its kind is given one; then only a name that is free is taken.

        Raises
        ------
        SymptrackError
            Where the journal cannot be read, what was chosen is gone or nothing lies in it, the
            file cannot be written, or it was stopped; then no part of the file is there.
        """
        timeline = self.whole.read()
        _go_on_unless(stopped)
        part = range_view(timeline, self.today_on, self.chosen)
        if part.chosen.key != self.chosen.key:
            raise RefusedRequest(_("What you chose is no longer in the journal. Choose again."))
        data = self.make(timeline, part.wanted)
        _go_on_unless(stopped)
        return self.said(part.wanted, write_chosen(path, data, self.ending).name)


class ExportPresenter:
    """Lists the kinds of files, makes one and writes it.

    Parameters
    ----------
    now
        The clock: an aware instant in the computer's zone.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], whole: WholeJournal | None = None
    ) -> None:
        self._store = store
        self._now = now
        self._whole = whole or WholeJournal(store)

    @property
    def today_on(self) -> date:
        """Return today's date where the computer is."""
        return self._now().date()

    def lead(self) -> str:
        """Return what holds for all of them."""
        return _("Nothing leaves this computer until you save a file and share it yourself.")

    def entries(self) -> tuple[ExportEntry, ...]:
        """Return the kinds of files before a part of the journal is chosen."""
        return export_entries(everything=True)

    def picture_entry(self) -> FileWords:
        """Return what is said of a chart's picture."""
        return picture_entry()

    def view(self, chosen: ExportRange | None = None) -> ExportView:
        """Read the journal and return what can be written; it may be run in any thread."""
        timeline = self._whole.read()
        part = range_view(timeline, self._now().date(), chosen or ExportRange())
        patient = timeline.journal.patient
        return ExportView(
            part=part,
            entries=export_entries(everything=part.wanted.everything),
            title=timeline.journal.settings.calendar_title,
            named=bool(patient.label.strip()),
            born=patient.date_of_birth is not None,
        )

    def file_name(self, kind: ExportKind) -> str:
        """Return a name for a file that says nothing of the patient or the illness."""
        names = {
            ExportKind.JSON: _("journal-{day}"),
            ExportKind.CSV: _("tables-{day}"),
            ExportKind.FHIR: _("entries-{day}"),
            ExportKind.ICS: _("calendar-{day}"),
        }
        return names[kind].format(day=self._now().date().isoformat()) + ENDINGS[kind]

    def picture_name(self, ending: str) -> str:
        """Return a name for a picture, which says nothing either."""
        return _("chart-{day}").format(day=self._now().date().isoformat()) + f".{ending}"

    def job(self, choice: ExportChoice, chosen: ExportRange) -> FileJob:
        """Return the making of a file; a calendar is always of all that is to come."""
        now = self._now()

        def of(wanted: Wanted) -> ExportChoice:
            return choice if choice.kind is ExportKind.ICS else replace(choice, wanted=wanted)

        return FileJob(
            self._whole,
            chosen,
            now.date(),
            lambda timeline, wanted: export_file(
                timeline, of(wanted), now, app_version=__version__
            ),
            lambda wanted, name: written_words(of(wanted), name),
            ENDINGS[choice.kind],
        )

    def picture_job(self, chart: ChartKey, ending: str, chosen: ExportRange) -> FileJob:
        """Return the making of a chart's picture, as PNG, SVG or PDF."""
        now = self._now()

        def make(timeline: Timeline, wanted: Wanted) -> bytes:
            from symptrack.charts.export import PictureFormat
            from symptrack.exchange.chart_file import chart_file
            from symptrack.presenters.charts_kinds import chart_maker

            journal, today_on = timeline.journal, now.date()
            period = choose_period(journal, wanted, today_on)
            made = chart_maker(chart, now)
            return chart_file(journal, period, PictureFormat(ending), today_on, made)

        return FileJob(
            self._whole,
            chosen,
            now.date(),
            make,
            lambda _wanted, name: _("Wrote the chart to {name}.").format(name=name),
            f".{ending}",
        )

    def keep(self, choice: ExportChoice) -> None:
        """Keep for the next time what calendar entries were called."""
        settings = self._store.settings()
        title = choice.title if choice.kind is ExportKind.ICS else None
        if title not in (None, settings.calendar_title):
            self._store.save_settings(replace(settings, calendar_title=title))


def _go_on_unless(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise RefusedRequest(_("Stopped; nothing was written."))
