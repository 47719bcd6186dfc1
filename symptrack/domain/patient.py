"""The one patient of a journal."""

from dataclasses import dataclass
from datetime import date

from symptrack.domain.limits import check_date, check_note, check_range, check_text

WEIGHT_KG = (20, 400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """What the patient chose to say of themselves; all of it optional.

    ``weight_kg`` is 20 to 400; ``trusted_contact`` is free text (a name and a number).
    """

    label: str = ""
    date_of_birth: date | None = None
    weight_kg: float | None = None
    clinic_name: str = ""
    clinic_phone: str = ""
    trusted_contact: str = ""

    def __post_init__(self) -> None:
        check_text("label", self.label)
        check_date("date_of_birth", self.date_of_birth)
        check_range("weight_kg", self.weight_kg, *WEIGHT_KG)
        check_text("clinic_name", self.clinic_name)
        check_text("clinic_phone", self.clinic_phone)
        check_note("trusted_contact", self.trusted_contact)
