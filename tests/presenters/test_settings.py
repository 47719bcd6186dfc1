"""Settings: each change is checked, and kept at once or refused with one sentence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.help_lines import CrisisLine, load_help_lines
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp, Settings
from symptrack.presenters.preferences import PreferencesFile, ThemeChoice
from symptrack.presenters.settings import SettingsPresenter
from symptrack.storage.store import Store
from tests.builders import make_journal
from tests.opened import SetClock, open_store

HOSTILE = "<b>x</b> & $\\frac{1}{0}$"


class Opened:
    """A journal with its settings, closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(self, journal: Journal | None = None, country: str = "US") -> SettingsPresenter:
        clock = SetClock("2026-09-12 09:30")
        self.store = open_store(self._folder, clock)
        self._stores.append(self.store)
        if journal is not None:
            self.store.save_patient(journal.patient)
            self.store.save_settings(journal.settings)
        self.preferences = PreferencesFile(self._folder / "preferences.json")
        return SettingsPresenter(
            self.store, clock.clock, self.preferences, load_help_lines(), country
        )

    @property
    def own_help(self) -> OwnHelp:
        return self.store.settings().help

    def close(self) -> None:
        for store in self._stores:
            store.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Return what opens a journal with its settings."""
    made = Opened(tmp_path)
    yield made
    made.close()


def refusal(presenter: SettingsPresenter, field: str, text: str) -> str:
    """Return the sentence with which a field refuses a text."""
    with pytest.raises(InvalidValue) as refused:
        presenter.keep(field, text)
    assert refused.value.field == field
    return refused.value.reason


def test_what_is_typed_of_the_patient_is_kept_field_by_field(opened: Opened) -> None:
    presenter = opened()
    presenter.keep("label", f"  {HOSTILE} ")
    presenter.keep("date_of_birth", "3.4.1985")
    presenter.keep("weight_kg", "72,5")
    presenter.keep("trusted_contact", "Ann 555 0199")
    presenter.keep("clinic_name", "Harbour Clinic")
    presenter.keep("clinic_phone", "555 0142")
    assert opened.store.patient() == Patient(
        label=HOSTILE,
        date_of_birth=date(1985, 4, 3),
        weight_kg=72.5,
        trusted_contact="Ann 555 0199",
        clinic_name="Harbour Clinic",
        clinic_phone="555 0142",
    )
    typed = presenter.view().typed
    assert typed["label"] == HOSTILE
    assert typed["date_of_birth"] == "3 April 1985"
    assert typed["weight_kg"] == "72.5"


@pytest.mark.parametrize(
    "field",
    [
        "label",
        "date_of_birth",
        "weight_kg",
        "trusted_contact",
        "clinic_name",
        "clinic_phone",
        "emergency",
        "crisis_call",
        "crisis_text",
        "crisis_name",
    ],
)
def test_an_emptied_field_takes_back_what_was_there(opened: Opened, field: str) -> None:
    patient = Patient(
        label="A",
        date_of_birth=date(1985, 4, 3),
        weight_kg=70,
        trusted_contact="B",
        clinic_name="C",
        clinic_phone="1",
    )
    line = CrisisLine(name="D", call="2", text="3")
    settings = Settings(help=OwnHelp(emergency="4", crisis=(line,)))
    presenter = opened(make_journal(patient=patient, settings=settings))
    before = presenter.view().typed
    assert before[field]
    presenter.keep(field, "  ")
    assert presenter.view().typed == {**before, field: ""}


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("weight_kg", "heavy", "“heavy” is not a number; write it like 38 or 0.5."),
        ("weight_kg", "19.9", "19.9 kg cannot be kept; it must be 20 to 400 kg."),
        ("weight_kg", "400.1", "400.1 kg cannot be kept; it must be 20 to 400 kg."),
        ("weight_kg", "7" * 100_000, "This has 100,000 characters; at most 40 can be kept."),
        ("date_of_birth", "1.1.1826", "The year 1,826 cannot be kept; it must be 1900 to 2200."),
        ("date_of_birth", "13 September 2026", "13 September 2026 is still to come."),
        ("date_of_birth", "soon", "“soon” is not a date; write it like 12 September 2026."),
        ("label", "x" * 201, "This has 201 characters; at most 200 can be kept."),
        (
            "trusted_contact",
            "x" * 20_001,
            "This has 20,001 characters; at most 20,000 can be kept.",
        ),
        ("clinic_name", "\udc80", "This holds half of a character; please write it again."),
        ("crisis_name", "Mine", "Write its number first; a name alone cannot be called."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_not_kept(
    opened: Opened, field: str, text: str, sentence: str
) -> None:
    presenter = opened()
    before = presenter.view()
    assert refusal(presenter, field, text) == sentence.replace("1,826", "1826")
    assert presenter.view() == before


@pytest.mark.parametrize("weight", ["20", "400"])
def test_the_ends_of_what_a_weight_can_be_are_kept(opened: Opened, weight: str) -> None:
    presenter = opened()
    presenter.keep("weight_kg", weight)
    assert presenter.view().typed["weight_kg"] == weight


def test_today_is_a_date_of_birth_that_can_be(opened: Opened) -> None:
    presenter = opened()
    presenter.keep("date_of_birth", "12 September 2026")
    assert opened.store.patient().date_of_birth == presenter.today == date(2026, 9, 12)


def test_the_look_is_kept_in_the_preferences(opened: Opened) -> None:
    presenter = opened()
    presenter.choose_look(ThemeChoice.DARK, 150)
    assert (presenter.look.theme, presenter.look.text_size) == (ThemeChoice.DARK, 150)
    assert opened.preferences.current.text_size == 150


def test_the_numbers_are_those_of_the_desktops_country_until_another_is_chosen(
    opened: Opened,
) -> None:
    presenter = opened(country="de")
    numbers = presenter.view().help_numbers
    assert (numbers.country, numbers.emergency) == ("DE", "112")
    assert numbers.crisis == "TelefonSeelsorge: 0800 111 0 111, TelefonSeelsorge: 116 123"
    assert numbers.checked == "Numbers checked on 22 November 2026."
    presenter.choose_country("FR")
    numbers = presenter.view().help_numbers
    assert (numbers.country, numbers.emergency) == ("FR", "112")
    assert numbers.checked == "Numbers of 22 November 2026, not yet confirmed."


def test_another_country_has_no_numbers_and_stays_chosen(opened: Opened) -> None:
    presenter = opened()
    presenter.choose_country("ZZ")
    numbers = presenter.view().help_numbers
    assert numbers.countries[-1].code == numbers.country == "ZZ"
    assert (numbers.emergency, numbers.crisis, numbers.checked) == ("", "", "")


def test_own_numbers_stand_beside_those_of_the_country(opened: Opened) -> None:
    presenter = opened()
    presenter.keep("emergency", " 000 ")
    presenter.keep("crisis_text", "HELP to 1")
    presenter.keep("crisis_call", "2")
    presenter.keep("crisis_name", HOSTILE)
    line = CrisisLine(name=HOSTILE, call="2", text="HELP to 1")
    assert opened.own_help == OwnHelp(emergency="000", crisis=(line,))
    numbers = presenter.view().help_numbers
    assert numbers.own
    assert numbers.emergency == "911"
    assert numbers.checked == "You entered your own numbers in Settings."


def test_a_line_that_nobody_can_reach_goes_and_the_others_stay(opened: Opened) -> None:
    lines = (CrisisLine(name="A", call="1"), CrisisLine(name="B", call="2"))
    presenter = opened(make_journal(settings=Settings(help=OwnHelp(crisis=lines))))
    presenter.keep("crisis_call", "3")
    assert [line.call for line in opened.own_help.crisis] == ["3", "2"]
    presenter.keep("crisis_call", "")
    assert opened.own_help.crisis == lines[1:]
    assert presenter.view().typed["crisis_name"] == "B"


def test_going_back_to_the_countrys_numbers_can_be_undone(opened: Opened) -> None:
    own = OwnHelp(emergency="000", crisis=(CrisisLine(name="A", call="1"),))
    presenter = opened(make_journal(settings=Settings(help=own)))
    former = presenter.use_country_numbers()
    assert opened.own_help == OwnHelp()
    assert not presenter.view().help_numbers.own
    presenter.put_back_numbers(former)
    assert opened.own_help == own
