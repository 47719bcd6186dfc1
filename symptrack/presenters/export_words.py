"""What is said of each kind of file that leaves: what it is for, what it holds, what comes back."""

from dataclasses import dataclass

from symptrack.exchange.export_file import ExportChoice, ExportKind
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWords:
    """What is said of a kind of file; ``comes_back`` says whether it can be taken in again."""

    name: str
    purpose: str
    holds: str
    comes_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEntry(FileWords):
    """One kind of file.

    ``asks_notes``, ``asks_answers``, ``asks_patient`` and ``asks_title`` say which of the choices
    it knows; ``file_kinds`` is what a file dialog lists.
    """

    kind: ExportKind
    file_kinds: str
    asks_notes: bool = False
    asks_answers: bool = False
    asks_patient: bool = False
    asks_title: bool = False


def export_entries(*, everything: bool) -> tuple[ExportEntry, ...]:
    """Return the kinds of files, the one that can come back first.

    ``everything`` says that no part of the journal was chosen.
    """
    journal = _journal_entry() if everything else _part_entry()
    return (journal, _csv_entry(), _fhir_entry(), _calendar_entry())


def picture_entry() -> FileWords:
    """Return what is said of a chart's picture."""
    return FileWords(
        name=_("Picture of a chart"),
        purpose=_("To show or print one chart."),
        holds=_(
            "It holds the numbers of the chart, sessions and dates; not your name, and no answers "
            "to PHQ-9 item 9."
        ),
        comes_back=_("It cannot come back into Symptrack."),
    )


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
        purpose=_("To keep everything outside of Symptrack, or to hand it to another program."),
        holds=_("It holds all entries, all notes, what is in the trash, and your choices."),
        comes_back=_("Symptrack can take it in again. It is not protected by a password."),
        file_kinds=_("Journal files (*.json)"),
    )


def _part_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.JSON,
        name=_("Part of the journal"),
        purpose=_("To give this part to another journal of Symptrack."),
        holds=_("It holds the entries of this time with all answers, PHQ-9 item 9 too."),
        comes_back=_(
            "Symptrack can take it in again, but it is not a backup: the rest is not in it."
        ),
        file_kinds=_("Journal files (*.json)"),
        asks_notes=True,
        asks_patient=True,
    )


def _csv_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.CSV,
        name=_("Tables for a spreadsheet"),
        purpose=_("To look at your numbers in LibreOffice, Excel or another program."),
        holds=_("It holds the entries and the totals of questionnaires, but not your name."),
        comes_back=_("It cannot come back into Symptrack: it is not a backup."),
        file_kinds=_("Zip files (*.zip)"),
        asks_notes=True,
        asks_answers=True,
    )


def _fhir_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.FHIR,
        name=_("For a clinic’s computer"),
        purpose=_("For a clinic that can read FHIR R4 files: ask them first."),
        holds=_("It holds sessions, check-ins, medicines and the totals of questionnaires."),
        comes_back=_("It cannot come back into Symptrack: it is not a backup."),
        file_kinds=_("FHIR files (*.fhir.json)"),
        asks_notes=True,
        asks_answers=True,
        asks_patient=True,
    )


def _calendar_entry() -> ExportEntry:
    return ExportEntry(
        kind=ExportKind.ICS,
        name=_("Calendar with alarms"),
        purpose=_("For your phone’s calendar: planned sessions and the check-ins to come."),
        holds=_("It holds times and one title for all entries, nothing else."),
        comes_back=_(
            "It cannot come back into Symptrack. Take a newer one into the same calendar, and "
            "entries that moved or were called off are put right."
        ),
        file_kinds=_("Calendar files (*.ics)"),
        asks_title=True,
    )
