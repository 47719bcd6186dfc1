"""The help panel: the order, the numbers, and what is said of them."""

from pathlib import Path

import pytest

from symptrack.domain.help_lines import CrisisLine, load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.presenters.countries import ELSEWHERE, countries, listed_country
from symptrack.presenters.help_panel import HelpPresenter, HelpRow, help_panel
from tests.builders import make_journal
from tests.opened import SetClock, open_store

LINES = load_help_lines()
FULL = Patient(
    trusted_contact="Ann, my sister: +1 (555) 010-0199",
    clinic_name="Harbour Clinic",
    clinic_phone=" 555 0142 ",
)


def rows_of(country: str, patient: Patient | None = None, own: OwnHelp | None = None) -> list[str]:
    """Return each row in one line."""
    view = help_panel(LINES, country, patient or Patient(), own or OwnHelp())
    return [f"{row.name} | {row.hint} | {row.number}" for row in view.rows]


def test_the_order_is_emergency_crisis_lines_trusted_person_clinic() -> None:
    assert rows_of("US", FULL) == [
        "Emergency | If you are in danger now | 911",
        "988 Suicide & Crisis Lifeline | Call or text | 988",
        "Crisis Text Line | Text | HOME to 741741",
        "Ann, my sister | Someone you trust | +1 (555) 010-0199",
        "Harbour Clinic | Your clinic | 555 0142",
    ]


def test_every_line_of_a_country_stands_there() -> None:
    assert rows_of("DE")[1:] == [
        "TelefonSeelsorge | Call | 0800 111 0 111",
        "TelefonSeelsorge | Call | 116 123",
    ]


def test_a_country_without_an_entry_says_what_to_do() -> None:
    (row,) = help_panel(LINES, ELSEWHERE, Patient(), OwnHelp()).rows
    assert row.number == ""
    assert row.hint == "Call your country’s emergency number. You can enter it in Settings."


def test_own_numbers_replace_those_of_the_country() -> None:
    own = OwnHelp(
        emergency="000",
        crisis=(CrisisLine(name="", call="1", text="HELP to 2"), CrisisLine(name="Mine", call="3")),
    )
    assert rows_of("US", own=own) == [
        "Emergency | If you are in danger now | 000",
        "Crisis line | Call | 1",
        "Crisis line | Text | HELP to 2",
        "Mine | Call | 3",
    ]


@pytest.mark.parametrize(
    ("contact", "row"),
    [
        ("Ann", HelpRow(icon="person", name="Someone you trust", hint="", number="Ann")),
        ("0301", HelpRow(icon="person", name="Someone you trust", hint="", number="0301")),
        (
            "Ann 555 0199\nor Bo 555 0188",
            HelpRow(
                icon="person",
                name="Someone you trust",
                hint="",
                number="Ann 555 0199 or Bo 555 0188",
            ),
        ),
        (
            "<b>Ann</b> 555 0199, after 18",
            HelpRow(
                icon="person",
                name="<b>Ann</b>, after 18",
                hint="Someone you trust",
                number="555 0199",
            ),
        ),
    ],
)
def test_a_number_is_taken_out_where_there_is_exactly_one(contact: str, row: HelpRow) -> None:
    assert help_panel(LINES, "ZZ", Patient(trusted_contact=contact), OwnHelp()).rows[1] == row


def test_a_clinic_without_a_name_is_your_clinic_and_one_without_a_number_is_left_out() -> None:
    assert rows_of("ZZ", Patient(clinic_phone="1"))[1:] == ["Your clinic |  | 1"]
    assert rows_of("ZZ", Patient(clinic_name="Harbour", clinic_phone=" "))[1:] == []


@pytest.mark.parametrize(
    ("country", "own", "said"),
    [
        ("US", OwnHelp(), "Numbers checked on 22 November 2026."),
        ("FR", OwnHelp(), "Numbers of 22 November 2026, not yet confirmed."),
        ("ZZ", OwnHelp(), ""),
        ("ZZ", OwnHelp(emergency="1"), "You entered your own numbers in Settings."),
        (
            "US",
            OwnHelp(emergency="1"),
            "Numbers checked on 22 November 2026. You entered your own numbers in Settings.",
        ),
        (
            "US",
            OwnHelp(emergency="1", crisis=(CrisisLine(name="", call="2"),)),
            "You entered your own numbers in Settings.",
        ),
    ],
)
def test_it_says_how_far_the_numbers_can_be_relied_on(
    country: str, own: OwnHelp, said: str
) -> None:
    assert help_panel(LINES, country, Patient(), own).checked == said


def test_it_says_that_nobody_sees_the_entries_and_wants_one_press() -> None:
    view = help_panel(LINES, "US", Patient(), OwnHelp(), after_answer=True)
    assert view.title == "If you need someone now"
    assert view.text.startswith("Nobody else can see what you enter, and Symptrack cannot call")
    assert view.saved == "Your answer is saved and can be changed."
    assert view.acknowledge == "I have read this"
    opened = help_panel(LINES, "US", Patient(), OwnHelp())
    assert (opened.saved, opened.acknowledge) == ("", "Go on")


def test_it_follows_the_journal_and_the_chosen_country(tmp_path: Path) -> None:
    chosen = "US"
    with open_store(tmp_path, SetClock("2026-09-01 09:00"), make_journal()) as store:
        presenter = HelpPresenter(store, LINES, lambda: chosen)
        store.save_patient(Patient(clinic_phone="555 0142"))
        assert [row.number for row in presenter.panel().rows][::3] == ["911", "555 0142"]
        assert presenter.items()[-1].reach == "555 0142"
        chosen = "GB"
        assert presenter.panel(after_answer=True).rows[0].number == "999"
        assert presenter.emergency() == "999"


def test_countries_end_with_another_one() -> None:
    offered = countries(LINES)
    assert (offered[0].code, offered[-1].name) == ("US", "Another country")
    assert [listed_country(LINES, code) for code in ("us", "PL", "BR", "")] == [
        "US",
        "EU",
        ELSEWHERE,
        ELSEWHERE,
    ]
