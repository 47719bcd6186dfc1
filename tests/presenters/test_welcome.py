"""The first run: the country, the clinic, the first series, or a journal file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.words import SeriesKind
from symptrack.presenters.countries import ELSEWHERE
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.welcome import FirstSeries, WelcomePresenter
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_series
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-09-01 09:00")
DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty open journal."""
    with open_store(tmp_path / "journal", CLOCK) as opened:
        yield opened


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    """Return preferences in which nothing is chosen."""
    return PreferencesFile(tmp_path / "preferences.json")


@pytest.fixture
def presenter(store: Store, preferences: PreferencesFile) -> WelcomePresenter:
    """Return the first run on a German desktop."""
    return WelcomePresenter(store, preferences, load_help_lines(), CLOCK.clock, "DE")


def test_the_first_run_is_wanted_while_nothing_is_there(presenter: WelcomePresenter) -> None:
    assert presenter.wanted


def test_it_is_not_wanted_once_a_country_is_chosen(presenter: WelcomePresenter) -> None:
    presenter.finish()
    assert not presenter.wanted


def test_it_is_not_wanted_on_a_journal_that_holds_something(
    store: Store, presenter: WelcomePresenter
) -> None:
    store.add(make_check_in())
    assert not presenter.wanted
    store.add(make_series())
    assert not presenter.wanted


def test_the_desktop_s_country_is_proposed(
    store: Store, preferences: PreferencesFile, presenter: WelcomePresenter
) -> None:
    assert presenter.likely_country == "DE"
    lines = load_help_lines()
    assert WelcomePresenter(store, preferences, lines, CLOCK.clock, "PL").likely_country == "EU"
    elsewhere = WelcomePresenter(store, preferences, lines, CLOCK.clock, "")
    assert elsewhere.likely_country == ELSEWHERE
    elsewhere.finish()
    assert preferences.current.country == ELSEWHERE


def test_every_country_with_help_lines_can_be_chosen(presenter: WelcomePresenter) -> None:
    codes = [country.code for country in presenter.countries]
    assert codes[:2] == ["US", "CA"]
    assert codes[-1] == ELSEWHERE
    assert presenter.help_of("GB")[0].reach == "999"
    assert presenter.checked_on.startswith("Numbers checked on 22 November 2026.")


def test_country_and_clinic_are_kept(
    store: Store, preferences: PreferencesFile, presenter: WelcomePresenter
) -> None:
    presenter.choose_help("GB", " Harbour Clinic ", "555 0142")
    assert store.patient() == Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142")
    assert preferences.current.country == "GB"
    presenter.finish()
    assert preferences.current.country == "GB"


def test_an_overlong_clinic_is_refused_and_nothing_is_kept(
    store: Store, preferences: PreferencesFile, presenter: WelcomePresenter
) -> None:
    with pytest.raises(InvalidValue, match="clinic_phone"):
        presenter.choose_help("GB", "Harbour", "5" * 201)
    assert store.patient() == Patient()
    assert preferences.current.country == ""


def test_the_first_series_is_made_as_typed(store: Store, presenter: WelcomePresenter) -> None:
    presenter.make_series(FirstSeries(name=" Spring ", planned="4", begins="3 September 2026"))
    (series,) = store.load().series
    assert (series.name, series.kind) == ("Spring", SeriesKind.INDUCTION)
    assert (series.planned_sessions, series.started_on) == (4, date(2026, 9, 3))


def test_what_is_left_empty_stays_open(store: Store, presenter: WelcomePresenter) -> None:
    presenter.make_series(FirstSeries(name="", planned=" ", begins=""))
    (series,) = store.load().series
    assert series.name == presenter.proposed_series.name == "First series"
    assert series.planned_sessions is None
    assert series.started_on is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (FirstSeries(name="x", planned="many", begins=""), "planned"),
        (FirstSeries(name="x", planned="0", begins=""), "planned"),
        (FirstSeries(name="x", planned="6", begins="soon"), "begins"),
        (FirstSeries(name="x", planned="6", begins="3.9.1826"), "begins"),
        (FirstSeries(name="x" * 201, planned="6", begins=""), "name"),
    ],
)
def test_a_wrong_field_is_named_and_no_series_is_made(
    store: Store, presenter: WelcomePresenter, typed: FirstSeries, field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        presenter.make_series(typed)
    assert refused.value.field == field
    assert store.load().series == ()
