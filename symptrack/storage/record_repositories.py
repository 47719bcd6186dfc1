"""The repository of each kind of record."""

from typing import Any

from symptrack.domain.journal import Kind
from symptrack.storage.care_repository import MedicationRepository, VisitRepository
from symptrack.storage.check_in_repository import CheckInRepository
from symptrack.storage.questionnaire_repository import ClinicScoreRepository, ResponseRepository
from symptrack.storage.repository import Repository
from symptrack.storage.series_repository import SeriesRepository
from symptrack.storage.session_repository import SessionRepository
from symptrack.storage.sqlcipher import Database


def record_repositories(db: Database) -> dict[Kind, Repository[Any]]:
    """Return the repositories of a journal; what others refer to comes first."""
    return {
        Kind.SERIES: SeriesRepository(db),
        Kind.SESSIONS: SessionRepository(db),
        Kind.CHECK_INS: CheckInRepository(db),
        Kind.RESPONSES: ResponseRepository(db),
        Kind.CLINIC_SCORES: ClinicScoreRepository(db),
        Kind.MEDICATIONS: MedicationRepository(db),
        Kind.VISITS: VisitRepository(db),
    }
