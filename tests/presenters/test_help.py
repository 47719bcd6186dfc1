"""The help line: who can be reached, always in the same order."""

import pytest

from symptrack.domain.help_lines import CrisisLine, load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.presenters.help import help_items

LINES = load_help_lines()


def test_the_order_is_emergency_crisis_trusted_person_clinic() -> None:
    patient = Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142", trusted_contact="Ann")
    items = help_items(LINES, "us", patient, OwnHelp())
    assert [item.reach for item in items] == ["911", "988, call or text", "Ann", "555 0142"]
    assert items[3].name == "Harbour Clinic"


def test_an_unknown_country_says_the_emergency_number_in_words() -> None:
    items = help_items(LINES, "", Patient(), OwnHelp())
    assert [item.reach for item in items] == ["Call your emergency number"]


def test_a_country_of_the_union_without_an_entry_has_the_european_number() -> None:
    items = help_items(LINES, "PL", Patient(), OwnHelp())
    assert [item.reach for item in items] == ["112", "116 123"]


def test_own_lines_replace_those_of_the_country() -> None:
    own = OwnHelp(emergency="000", crisis=(CrisisLine(name="Mine", text="HELP to 1"),))
    items = help_items(LINES, "US", Patient(clinic_phone="1"), own)
    assert [item.reach for item in items] == ["000", "text HELP to 1", "1"]
    assert items[2].name == "Your clinic"


def test_whom_one_trusts_is_named_beside_their_number() -> None:
    patient = Patient(trusted_contact="Ann, my sister 555 0199")
    item = help_items(LINES, "", patient, OwnHelp())[1]
    assert (item.name, item.reach) == ("Ann, my sister", "555 0199")


def test_the_line_stays_short_the_panel_has_it_whole() -> None:
    patient = Patient(
        trusted_contact="Call Ann " * 200, clinic_name="Harbour " * 20, clinic_phone="555 0142"
    )
    trusted, clinic = help_items(LINES, "", patient, OwnHelp())[1:]
    assert len(trusted.reach) <= 40
    assert trusted.reach.endswith("…")
    assert len(clinic.name) <= 28
    assert clinic.reach == "555 0142"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("reception 555 0142, at the weekend 555 0143", "reception 555 0142, at the weekend…"),
        ("0800 111 222 / 0800 333 444 / 0800 555 666", "0800 111 222 / 0800 333 444…"),
        ("555 0142, ask for the nurse on duty, please", "555 0142, ask for the nurse on duty, pl…"),
        ("5" * 41, "5" * 39 + "…"),
    ],
)
def test_no_number_is_cut_in_two_where_the_line_is_short(written: str, shown: str) -> None:
    (_danger, clinic) = help_items(LINES, "", Patient(clinic_phone=written), OwnHelp())
    assert clinic.reach == shown
