"""What leaves the journal apart from the report: each kind of file, in plain words, and its making.

Making a file takes long in a long journal, so it is a job that runs beside the window; only the
writing of what it made, and the keeping of choices, are done in the window's thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from symptrack import __version__
from symptrack.exchange.atomic_file import write_whole
from symptrack.exchange.export_file import ENDINGS, ExportChoice, ExportKind, export_file
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEntry:
    """One kind of file.

    ``comes_back`` says whether it can be taken in again, in words; ``asks_notes``,
    ``asks_patient`` and ``asks_title`` which of the choices it knows.
    """

    kind: ExportKind
    name: str
    purpose: str
    holds: str
    comes_back: str
    file_kinds: str
    asks_notes: bool = False
    asks_patient: bool = False
    asks_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """What can be written; ``title`` is what calendar entries are called."""

    lead: str
    entries: tuple[ExportEntry, ...]
    title: str


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Everything that making a file needs; it may be run in any thread."""

    whole: WholeJournal
    choice: ExportChoice
    now: datetime

    def run(self) -> bytes:
        """Read the journal and make the file.

        Raises
        ------
        SymptrackError
            Where the journal cannot be read, or nothing lies in what was asked for.
        """
        return export_file(self.whole.read(), self.choice, self.now, app_version=__version__)


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

    def view(self) -> ExportView:
        """Return the kinds of files, the one that can come back first."""
        return ExportView(
            lead=_("Nothing leaves this computer until you save a file and share it yourself."),
            entries=(_journal_entry(), _csv_entry(), _fhir_entry(), _calendar_entry()),
            title=self._store.settings().calendar_title,
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

    def job(self, choice: ExportChoice) -> ExportJob:
        """Return the making of a file, to be run away from the window's thread."""
        return ExportJob(self._whole, choice, self._now())

    def save(self, data: bytes, choice: ExportChoice, path: Path) -> str:
        """Write what a job made and return the sentence that says so.

        The title of calendar entries is kept for the next time. A name without the ending of its
        kind is given one; then only a name that is free is taken.

        Raises
        ------
        SymptrackError
            Where the file cannot be written; then no part of it is there.
        """
        ending = ENDINGS[choice.kind]
        named = path.name.lower().endswith(ending)
        if not named:
            path = path.with_name(path.name + ending)
        write_whole(path, data, replace=named)
        settings = self._store.settings()
        if choice.kind is ExportKind.ICS and choice.title != settings.calendar_title:
            self._store.save_settings(replace(settings, calendar_title=choice.title))
        return written_words(choice, path.name)


def written_words(choice: ExportChoice, name: str) -> str:
    """Return the sentence that says what was written, and that it is no backup where it is none."""
    sentences = {
        ExportKind.JSON: _("Wrote a part of the journal to {name}; it is not a backup."),
        ExportKind.CSV: _("Wrote the tables to {name}; a CSV file is not a backup."),
        ExportKind.FHIR: _("Wrote the entries for a clinic's system to {name}; not a backup."),
        ExportKind.ICS: _("Wrote what is to come to the calendar file {name}."),
    }
    if choice.whole_journal:
        return _("Wrote the whole journal to {name}.").format(name=name)
    return sentences[choice.kind].format(name=name)


def _journal_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.JSON,
        name=_("Journal file"),
        purpose=_("To move to another computer, or to keep everything outside of Symptrack."),
        holds=_("It holds all entries, all notes, what is in the trash, and your choices."),
        comes_back=_("Symptrack can take it in again. It is not protected by a password."),
        file_kinds=_("Journal files (*.json)"),
    )


def _csv_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.CSV,
        name=_("Tables for a spreadsheet"),
        purpose=_("To look at your numbers in LibreOffice, Excel or another program."),
        holds=_("It holds all entries, PHQ-9 item 9 too, but not your name."),
        comes_back=_("It cannot come back into Symptrack: it is not a backup."),
        file_kinds=_("Zip files (*.zip)"),
        asks_notes=True,
    )


def _fhir_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.FHIR,
        name=_("For a clinic's computer"),
        purpose=_("For a clinic that can read FHIR R4 files: ask them first."),
        holds=_("It holds sessions, check-ins, medicines and questionnaires, PHQ-9 item 9 too."),
        comes_back=_("It cannot come back into Symptrack: it is not a backup."),
        file_kinds=_("FHIR files (*.fhir.json)"),
        asks_notes=True,
        asks_patient=True,
    )


def _calendar_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.ICS,
        name=_("Calendar with alarms"),
        purpose=_("For your phone's calendar: planned sessions and the check-ins to come."),
        holds=_("It holds times and one title for all entries, nothing else."),
        comes_back=_(
            "It cannot come back into Symptrack. Take a newer one into the same calendar, and "
            "entries that moved are put right."
        ),
        file_kinds=_("Calendar files (*.ics)"),
        asks_title=True,
    )
