"""The fixed sentences about safety."""

import pytest

from symptrack.analysis.timeline import Timeline
from symptrack.domain.patient import Patient
from symptrack.domain.session import Vital
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.words import VitalMoment
from symptrack.presenters.safety_lines import lasting_longer_line, pressure_line, urgent_line
from tests.builders import make_check_in, make_effect, make_journal, make_session

CATALOGUE = load_side_effects()
URGENT = "This can need medical help now. Call 911. If you can, have someone with you."


def test_the_urgent_text_names_the_emergency_number_or_says_which_it_is() -> None:
    assert urgent_line("911") == URGENT
    assert "Call your emergency number." in urgent_line("")


@pytest.mark.parametrize(
    ("moment", "systolic", "diastolic", "said"),
    [
        (VitalMoment.BEFORE, 139, 89, ""),
        (VitalMoment.BEFORE, 140, 80, "Above 140/90. Your clinic can say what is usual for you."),
        (VitalMoment.PEAK, 170, 100, ""),
        (VitalMoment.PEAK, 180, 100, URGENT),
        (VitalMoment.AFTER, 150, 120, URGENT),
    ],
)
def test_a_blood_pressure_gets_one_line_or_none(
    moment: VitalMoment, systolic: int, diastolic: int, said: str
) -> None:
    vital = Vital(moment=moment, systolic=systolic, diastolic=diastolic)
    assert pressure_line(vital, "911") == said


@pytest.mark.parametrize(
    ("patient", "clinic"),
    [
        (Patient(), "your clinic."),
        (Patient(clinic_phone=" 555 0142 "), "your clinic: 555 0142."),
        (
            Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142"),
            "your clinic: Harbour Clinic, 555 0142.",
        ),
    ],
)
def test_what_lasts_longer_is_said_once_with_the_clinic(patient: Patient, clinic: str) -> None:
    first = make_check_in(
        "2026-09-01 18:00",
        side_effects=(make_effect("dissociation"), make_effect("visual_changes"), make_effect()),
    )
    again = make_check_in("2026-09-01 19:00", side_effects=(make_effect("dissociation"),))
    journal = make_journal(
        patient=patient,
        side_effects=[OwnSideEffect(key="humming", label="Humming")],
        sessions=[make_session()],
        check_ins=[first, again],
    )
    said = lasting_longer_line(Timeline(journal), first, CATALOGUE)
    assert said == (
        "Felt disconnected, Blurred vision, Nausea. "
        f"This is lasting longer than most people report. You may want to tell {clinic}"
    )
    assert lasting_longer_line(journal, again, CATALOGUE) == ""
