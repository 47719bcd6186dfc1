"""What leaves the journal apart from the report: the kinds, their words, making and writing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.exchange.atomic_file import FileAlreadyThere
from symptrack.exchange.export_file import ExportChoice, ExportKind
from symptrack.exchange.journal_file import read_journal
from symptrack.exchange.selection import Wanted
from symptrack.presenters.export import ExportPresenter
from symptrack.storage.store import Store
from tests.exchange.fhir_r4 import of_type, valid_resources
from tests.journals import design_series
from tests.opened import SetClock, open_store
from tests.strategies import unordered

CLOCK = SetClock("2026-11-22 18:00")
HEALTH_WORDS = ("symptrack", "ketamine", "infusion", "mood", "health", "symptom", "phq", "fhir-")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, design_series()) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> ExportPresenter:
    return ExportPresenter(store, CLOCK.now)


def test_each_kind_says_what_it_is_for_and_whether_it_can_come_back(
    presenter: ExportPresenter,
) -> None:
    view = presenter.view()
    assert [entry.kind for entry in view.entries] == list(ExportKind)
    for entry in view.entries:
        for words in (entry.purpose, entry.holds, entry.comes_back):
            assert words.endswith(".")
    back = [entry.kind for entry in view.entries if "can take it in again" in entry.comes_back]
    assert back == [ExportKind.JSON]
    assert "item 9" in view.entries[1].holds


def test_file_names_say_nothing_of_the_patient_or_the_illness(presenter: ExportPresenter) -> None:
    names = [presenter.file_name(kind) for kind in ExportKind]
    assert names == [
        "journal-2026-11-22.json",
        "tables-2026-11-22.zip",
        "entries-2026-11-22.fhir.json",
        "calendar-2026-11-22.ics",
    ]
    assert not any(word in name for word in HEALTH_WORDS for name in names)


@pytest.mark.parametrize("kind", list(ExportKind))
def test_a_job_makes_what_is_then_written(
    presenter: ExportPresenter, tmp_path: Path, kind: ExportKind
) -> None:
    choice = ExportChoice(kind=kind)
    path = tmp_path / presenter.file_name(kind)
    data = presenter.job(choice).run()
    assert path.name in presenter.save(data, choice, path)
    assert path.read_bytes() == data
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_journal_file_is_everything_and_a_part_says_that_it_is_not(
    presenter: ExportPresenter, store: Store, tmp_path: Path
) -> None:
    choice = ExportChoice(kind=ExportKind.JSON)
    data = presenter.job(choice).run()
    assert unordered(read_journal(data)) == unordered(store.load())
    assert presenter.save(data, choice, tmp_path / "a.json") == "Wrote the whole journal to a.json."
    part = ExportChoice(kind=ExportKind.JSON, wanted=Wanted(first_on=date(2026, 11, 1)))
    said = presenter.save(presenter.job(part).run(), part, tmp_path / "b.json")
    assert said == "Wrote a part of the journal to b.json; it is not a backup."


def test_the_patient_is_named_where_that_is_ticked(presenter: ExportPresenter) -> None:
    named = ExportChoice(kind=ExportKind.FHIR, label=True, date_of_birth=True, notes=True)
    [patient] = of_type(valid_resources(presenter.job(named).run()), "Patient")
    assert {"name", "birthDate"} <= patient.keys()
    unnamed = ExportChoice(kind=ExportKind.FHIR)
    [patient] = of_type(valid_resources(presenter.job(unnamed).run()), "Patient")
    assert patient.keys() == {"resourceType", "identifier"}


def test_the_title_of_the_calendar_is_kept_for_the_next_time(
    presenter: ExportPresenter, tmp_path: Path
) -> None:
    assert presenter.view().title == ""
    choice = ExportChoice(kind=ExportKind.ICS, title="Water the plants")
    presenter.save(presenter.job(choice).run(), choice, tmp_path / "a.ics")
    assert presenter.view().title == "Water the plants"
    again = ExportChoice(kind=ExportKind.ICS, title="Water the plants")
    presenter.save(presenter.job(again).run(), again, tmp_path / "b.ics")
    assert b"SUMMARY:Water the plants" in (tmp_path / "b.ics").read_bytes()


def test_a_name_without_its_ending_gets_one_and_then_replaces_nothing(
    presenter: ExportPresenter, tmp_path: Path
) -> None:
    choice = ExportChoice(kind=ExportKind.CSV)
    data = presenter.job(choice).run()
    presenter.save(data, choice, tmp_path / "a")
    assert (tmp_path / "a.zip").read_bytes() == data
    with pytest.raises(FileAlreadyThere):
        presenter.save(data, choice, tmp_path / "a")
    presenter.save(data, choice, tmp_path / "a.zip")


def test_trouble_is_one_sentence_and_nothing_is_written(
    presenter: ExportPresenter, tmp_path: Path
) -> None:
    choice = ExportChoice(kind=ExportKind.ICS, title="Other")
    with pytest.raises(RefusedRequest, match="There is no folder"):
        presenter.save(presenter.job(choice).run(), choice, tmp_path / "none" / "a.ics")
    assert presenter.view().title == ""
    unknown = ExportChoice(kind=ExportKind.CSV, wanted=Wanted(series="No such"))
    with pytest.raises(RefusedRequest, match="There is no series of that name"):
        presenter.job(unknown).run()
