"""What leaves the journal apart from the report: the kinds, their words, making and writing."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind
from symptrack.exchange.atomic_file import FileAlreadyThere
from symptrack.exchange.export_file import ExportChoice, ExportKind
from symptrack.exchange.journal_file import read_journal
from symptrack.presenters.charts_choice import DATES, SINCE_VISIT, ChartKey
from symptrack.presenters.export import PICTURE_KINDS, ExportPresenter, FileJob
from symptrack.presenters.export_range import ExportRange
from symptrack.storage.store import Store
from tests.exchange.fhir_r4 import of_type, valid_resources
from tests.journals import design_series
from tests.opened import SetClock, open_store
from tests.strategies import unordered

CLOCK = SetClock("2026-11-22 18:00")
HEALTH_WORDS = ("symptrack", "ketamine", "infusion", "mood", "health", "symptom", "phq", "fhir-")
ALL = ExportRange()
SEPTEMBER = ExportRange(DATES, date(2026, 9, 1), date(2026, 9, 30))


def go_on() -> bool:
    return False


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, design_series()) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> ExportPresenter:
    return ExportPresenter(store, CLOCK.now)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "files"
    made.mkdir()
    return made


def jobs(presenter: ExportPresenter, chosen: ExportRange = ALL) -> dict[str, FileJob]:
    """Return the making of every kind of file, by the name to propose."""
    files = {
        presenter.file_name(kind): presenter.job(ExportChoice(kind=kind), chosen)
        for kind in ExportKind
    }
    pictures = {
        presenter.picture_name(ending): presenter.picture_job(ChartKey.COURSE, ending, chosen)
        for ending in PICTURE_KINDS
    }
    return files | pictures


def made(job: FileJob, path: Path) -> bytes:
    job.run(path, go_on)
    return path.read_bytes()


def test_each_kind_says_what_it_is_for_and_whether_it_can_come_back(
    presenter: ExportPresenter,
) -> None:
    assert presenter.lead().startswith("Nothing leaves this computer until")
    assert presenter.today_on == date(2026, 11, 22)
    assert presenter.view().entries == presenter.entries()
    assert [entry.kind for entry in presenter.entries()] == list(ExportKind)
    for entry in (*presenter.entries(), presenter.picture_entry()):
        for words in (entry.purpose, entry.holds, entry.comes_back):
            assert words.endswith(".")
    back = [entry.kind for entry in presenter.entries() if "take it in again" in entry.comes_back]
    assert back == [ExportKind.JSON]


def test_a_part_of_the_journal_says_that_it_is_no_backup_and_asks_for_notes(
    presenter: ExportPresenter,
) -> None:
    part = presenter.view(SEPTEMBER).entries[0]
    assert "not a backup" in part.comes_back
    assert part.asks_notes
    assert not presenter.view().entries[0].asks_notes
    assert "item 9" in part.holds


def test_file_names_say_nothing_of_the_patient_or_the_illness(presenter: ExportPresenter) -> None:
    assert list(jobs(presenter)) == [
        "journal-2026-11-22.json",
        "tables-2026-11-22.zip",
        "entries-2026-11-22.fhir.json",
        "calendar-2026-11-22.ics",
        "chart-2026-11-22.png",
        "chart-2026-11-22.svg",
        "chart-2026-11-22.pdf",
    ]
    assert not any(word in name for word in HEALTH_WORDS for name in jobs(presenter))


@pytest.mark.parametrize("chosen", [ALL, SEPTEMBER])
def test_a_job_writes_a_file_for_its_owner_only_and_says_so(
    presenter: ExportPresenter, folder: Path, chosen: ExportRange
) -> None:
    for name, job in jobs(presenter, chosen).items():
        assert name in job.run(folder / name, go_on)
        assert (folder / name).stat().st_size > 0
        assert (folder / name).stat().st_mode & 0o777 == 0o600
    assert len(list(folder.iterdir())) == 7


def test_the_journal_file_is_everything_and_a_part_says_that_it_is_not(
    presenter: ExportPresenter, store: Store, folder: Path
) -> None:
    choice = ExportChoice(kind=ExportKind.JSON)
    whole = presenter.job(choice, ALL)
    assert whole.run(folder / "a.json", go_on) == "Wrote the whole journal to a.json."
    assert unordered(read_journal((folder / "a.json").read_bytes())) == unordered(store.load())
    said = presenter.job(choice, SEPTEMBER).run(folder / "b.json", go_on)
    assert said == "Wrote a part of the journal to b.json; it is not a backup."
    part = read_journal((folder / "b.json").read_bytes())
    assert [one.name for one in part.series] == ["First series"]
    assert not any(one.note for one in part.check_ins)
    assert (part.patient.label, part.patient.date_of_birth) == ("", None)
    named = replace(choice, label=True, date_of_birth=True)
    whose = read_journal(made(presenter.job(named, SEPTEMBER), folder / "b.json")).patient
    assert (whose.label, whose.date_of_birth) == ("J. M.", store.load().patient.date_of_birth)


def test_what_can_be_chosen_says_what_it_holds(presenter: ExportPresenter, store: Store) -> None:
    view = presenter.view().part
    assert [one.label for one in view.ranges] == [
        "Everything",
        "Maintenance, 2 Oct to 22 Nov",
        "First series, 25 Aug to 8 Oct",
        "Since the last visit, 30 Oct to 22 Nov",
        "Dates to choose",
    ]
    assert view.wanted.everything
    assert view.holds.startswith("Everything recorded: 2 series, 8 sessions, 90 check-ins")
    series = store.load().series[0]
    one = presenter.view(ExportRange(series.id)).part
    assert one.holds == (
        "25 August 2026 to 8 October 2026: 1 series, 6 sessions, 50 check-ins, 6 questionnaires, "
        "3 medicines, 1 visit."
    )
    since = presenter.view(ExportRange(SINCE_VISIT)).part
    assert (since.wanted.first_on, since.wanted.last_on) == (date(2026, 10, 30), date(2026, 11, 22))
    dates = presenter.view(ExportRange(DATES)).part
    assert (dates.chosen.first_on, dates.chosen.by_dates) == (date(2026, 8, 25), True)
    assert not presenter.view(SEPTEMBER).part.wanted.everything
    early = ExportRange(DATES, date(2020, 1, 1), date(2020, 1, 2))
    assert presenter.view(early).part.holds == "1 January 2020 to 2 January 2020: nothing."


def test_an_empty_journal_has_everything_to_choose_and_nothing_in_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty", CLOCK, Journal()) as store:
        view = ExportPresenter(store, CLOCK.now).view(SEPTEMBER)
    assert [one.label for one in view.part.ranges] == ["Everything"]
    assert view.part.holds == "Nothing is recorded yet."
    assert (view.named, view.born) == (False, False)


def test_an_empty_journal_can_leave_in_every_format(tmp_path: Path, folder: Path) -> None:
    with open_store(tmp_path / "empty", CLOCK, Journal()) as store:
        for name, job in jobs(ExportPresenter(store, CLOCK.now)).items():
            assert made(job, folder / name)


def test_a_series_that_is_gone_does_not_become_everything(
    presenter: ExportPresenter, store: Store, folder: Path
) -> None:
    series = store.load().series[0]
    job = presenter.job(ExportChoice(kind=ExportKind.CSV), ExportRange(series.id))
    for session in store.load().sessions:
        store.delete(Kind.SESSIONS, session.id)
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        job.run(folder / "a.zip", go_on)
    assert list(folder.iterdir()) == []
    assert presenter.view(ExportRange(series.id)).part.chosen == ALL


def test_the_patient_is_named_where_that_is_ticked(
    presenter: ExportPresenter, folder: Path
) -> None:
    named = ExportChoice(kind=ExportKind.FHIR, label=True, date_of_birth=True, notes=True)
    data = made(presenter.job(named, ALL), folder / "a.fhir.json")
    [patient] = of_type(valid_resources(data), "Patient")
    assert {"name", "birthDate"} <= patient.keys()
    unnamed = ExportChoice(kind=ExportKind.FHIR, answers=False)
    found = valid_resources(made(presenter.job(unnamed, ALL), folder / "b.fhir.json"))
    [patient] = of_type(found, "Patient")
    assert patient.keys() == {"resourceType", "identifier"}
    assert of_type(found, "QuestionnaireResponse") == []
    view = presenter.view()
    assert (view.named, view.born) == (True, True)


def test_the_title_of_the_calendar_is_kept_for_the_next_time(
    presenter: ExportPresenter, folder: Path
) -> None:
    assert presenter.view().title == ""
    presenter.keep(ExportChoice(kind=ExportKind.CSV, title="not of a calendar"))
    assert presenter.view().title == ""
    choice = ExportChoice(kind=ExportKind.ICS, title="Water the plants")
    assert b"SUMMARY:Water the plants" in made(presenter.job(choice, SEPTEMBER), folder / "b.ics")
    presenter.keep(choice)
    presenter.keep(choice)
    assert presenter.view().title == "Water the plants"


def test_a_name_without_its_ending_gets_one_and_then_replaces_nothing(
    presenter: ExportPresenter, folder: Path
) -> None:
    for name, job in jobs(presenter).items():
        bare = name.removesuffix(job.ending)
        if bare.startswith("chart") and job.ending != ".png":
            continue
        assert name in job.run(folder / bare, go_on)
        before = (folder / name).read_bytes()
        with pytest.raises(FileAlreadyThere):
            job.run(folder / bare, go_on)
        assert (folder / name).read_bytes() == before
        job.run(folder / name, go_on)


@pytest.mark.parametrize("asked_until_stopped", [1, 2])
def test_a_job_that_is_stopped_writes_nothing(
    presenter: ExportPresenter, folder: Path, asked_until_stopped: int
) -> None:
    for name, job in jobs(presenter).items():
        answers = iter([False] * (asked_until_stopped - 1) + [True])
        with pytest.raises(RefusedRequest, match=r"^Stopped; nothing was written\.$"):
            job.run(folder / name, lambda answers=answers: next(answers))  # type: ignore[misc]
    assert list(folder.iterdir()) == []


def test_a_removed_stick_is_one_sentence(presenter: ExportPresenter, tmp_path: Path) -> None:
    gone = tmp_path / "stick"
    for name, job in jobs(presenter).items():
        with pytest.raises(RefusedRequest, match=f"^There is no folder {gone}.$"):
            job.run(gone / name, go_on)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "There is no room left for {}; nothing was written."),
        (errno.EROFS, "{} cannot be written: the folder is read-only."),
        (errno.EIO, "{} could not be written."),
    ],
)
def test_trouble_with_the_disk_is_one_sentence_and_leaves_what_was_there(
    presenter: ExportPresenter,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    made_ready = jobs(presenter)
    for name in made_ready:
        (folder / name).write_bytes(b"mine")
    monkeypatch.setattr(os, "fsync", fail)
    for name, job in made_ready.items():
        with pytest.raises(RefusedRequest) as caught:
            job.run(folder / name, go_on)
        assert str(caught.value) == sentence.format(name)
    assert {one.name for one in folder.iterdir()} == set(made_ready)
    assert {one.read_bytes() for one in folder.iterdir()} == {b"mine"}


def test_nothing_in_the_time_chosen_is_told(presenter: ExportPresenter, folder: Path) -> None:
    early = replace(SEPTEMBER, first_on=date(2020, 1, 1), last_on=date(2020, 1, 2))
    job = presenter.job(ExportChoice(kind=ExportKind.CSV), early)
    assert "tables" in job.run(folder / "a.zip", go_on)
