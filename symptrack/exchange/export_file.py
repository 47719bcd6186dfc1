"""The files that a journal, or a part of it, can be written to, apart from the report."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.domain.limits import check_text
from symptrack.domain.patient import Patient
from symptrack.exchange.selection import Wanted, part_of


class ExportKind(StrEnum):
    """What is written, by the name of its format on the command line."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"
    ICS = "ics"


ENDINGS = {
    ExportKind.JSON: ".json",
    ExportKind.CSV: ".zip",
    ExportKind.FHIR: ".fhir.json",
    ExportKind.ICS: ".ics",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """What goes into a file.

    ``notes`` says whether the patient's own words go in, ``answers`` whether the single answers of
    questionnaires do, PHQ-9 item 9 among them; a journal file without a range always holds both,
    and one with a range the answers. ``label`` and ``date_of_birth`` say whether FHIR and a journal
    file with a range name the patient; ``title`` is for the calendar, ``None`` the one that is
    kept, empty the name of the program.
    """

    kind: ExportKind
    wanted: Wanted = field(default_factory=Wanted)
    notes: bool = False
    answers: bool = True
    label: bool = False
    date_of_birth: bool = False
    title: str | None = None

    def __post_init__(self) -> None:
        check_text("title", self.title or "")

    @property
    def whole_journal(self) -> bool:
        """Whether the file holds all there is, and so can be taken in again as it was."""
        return self.kind is ExportKind.JSON and self.wanted.everything


def export_file(
    recorded: Recorded, choice: ExportChoice, now: datetime, *, app_version: str
) -> bytes:
    """Return the file; libraries load when first used, so this may run in any thread.

    Raises
    ------
    RefusedRequest
        Where there is no such series, the range ends before it begins, or nothing lies in it.
    """
    match choice.kind:
        case ExportKind.JSON:
            return _journal_file(recorded, choice, now, app_version)
        case ExportKind.ICS:
            from symptrack.exchange.calendar_file import calendar_file

            kept = timeline_of(recorded).journal.settings.calendar_title
            title = kept if choice.title is None else choice.title
            return calendar_file(recorded, now, choice.wanted, title=title)
    from symptrack.exchange.outgoing import outgoing

    leaving = outgoing(
        recorded, choice.wanted, now.date(), notes=choice.notes, answers=choice.answers
    )
    if choice.kind is ExportKind.CSV:
        from symptrack.exchange.csv_archive import csv_archive

        return csv_archive(leaving)
    from symptrack.exchange.fhir_bundle import FhirChoice, fhir_bundle

    patient = FhirChoice(label=choice.label, date_of_birth=choice.date_of_birth)
    return fhir_bundle(leaving, now, app_version=app_version, choice=patient)


def _journal_file(
    recorded: Recorded, choice: ExportChoice, now: datetime, app_version: str
) -> bytes:
    from symptrack.exchange.journal_file import write_journal

    journal = timeline_of(recorded).journal
    whole = choice.wanted.everything
    if not whole:
        part = part_of(journal, choice.wanted, now.date(), notes=choice.notes)
        journal = replace(part, patient=_as_chosen(part.patient, choice))
    return write_journal(journal, exported_at=now, app_version=app_version, numbers=whole)


def _as_chosen(patient: Patient, choice: ExportChoice) -> Patient:
    """Return the patient with their name and date of birth only where these were chosen."""
    return replace(
        patient,
        label=patient.label if choice.label else "",
        date_of_birth=patient.date_of_birth if choice.date_of_birth else None,
    )
