"""What surrounds the sessions: medications and follow-up visits."""

from dataclasses import dataclass
from datetime import date

from symptrack.domain.limits import check_date, check_id, check_note, check_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Medication:
    """A medicine the patient takes, as they would say it."""

    id: str
    name: str
    dose: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        check_text("dose", self.dose)
        check_date("started_on", self.started_on)
        check_date("ended_on", self.ended_on)
        check_note("note", self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A follow-up appointment and what the patient wants to ask there."""

    id: str
    visited_on: date
    with_whom: str = ""
    questions: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_date("visited_on", self.visited_on)
        check_text("with", self.with_whom)
        check_note("questions", self.questions)
        check_note("note", self.note)
