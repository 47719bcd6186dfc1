"""Everything that a patient recorded or chose, as one value."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.limits import check_instant
from symptrack.domain.patient import Patient
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Session, session_numbers
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom

Record = Series | Session | CheckIn | Response | ClinicScore | Medication | Visit


class Kind(StrEnum):
    """The lists of records in a journal, by their name in the journal file."""

    SERIES = "series"
    SESSIONS = "sessions"
    CHECK_INS = "check_ins"
    RESPONSES = "responses"
    CLINIC_SCORES = "clinic_scores"
    MEDICATIONS = "medications"
    VISITS = "visits"


RECORD_TYPES: dict[Kind, type[Record]] = {
    Kind.SERIES: Series,
    Kind.SESSIONS: Session,
    Kind.CHECK_INS: CheckIn,
    Kind.RESPONSES: Response,
    Kind.CLINIC_SCORES: ClinicScore,
    Kind.MEDICATIONS: Medication,
    Kind.VISITS: Visit,
}
KIND_OF: dict[type[Record], Kind] = {kind_type: kind for kind, kind_type in RECORD_TYPES.items()}
Place = tuple[Kind, str]
"""Where a record is found: its kind and its id."""


def place_of(record: Record) -> Place:
    """Return where a record is found."""
    return KIND_OF[type(record)], record.id


def named_by(record: Record) -> Place | None:
    """Return what a record names: a check-in its session, a session its series."""
    if isinstance(record, CheckIn) and record.session_id is not None:
        return Kind.SESSIONS, record.session_id
    if isinstance(record, Session) and record.series_id is not None:
        return Kind.SERIES, record.series_id
    return None


def naming_nothing(record: Record) -> Record:
    """Return a record that stands by itself, by its time."""
    if isinstance(record, CheckIn):
        return replace(record, session_id=None)
    return replace(record, series_id=None) if isinstance(record, Session) else record


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedRecord:
    """A record that lies in the trash."""

    kind: Kind
    deleted_at: datetime
    record: Record

    def __post_init__(self) -> None:
        check_instant("deleted_at", self.deleted_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A whole journal, or the part of one that a page needs.

    Records stand in no promised order.
    """

    patient: Patient = field(default_factory=Patient)
    symptoms: tuple[Symptom, ...] = ()
    side_effects: tuple[OwnSideEffect, ...] = ()
    series: tuple[Series, ...] = ()
    sessions: tuple[Session, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    responses: tuple[Response, ...] = ()
    clinic_scores: tuple[ClinicScore, ...] = ()
    medications: tuple[Medication, ...] = ()
    visits: tuple[Visit, ...] = ()
    settings: Settings = field(default_factory=Settings)
    deleted: tuple[DeletedRecord, ...] = ()

    @property
    def numbers(self) -> dict[str, int]:
        """Return the number of each done session of a series, by session id."""
        return session_numbers(self.series, self.sessions)

    @property
    def own_effect_labels(self) -> dict[str, str]:
        """Return the patient's own side effects: label by key."""
        return {effect.key: effect.label for effect in self.side_effects}
