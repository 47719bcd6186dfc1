"""What the export command writes, and what it refuses to."""

import zipfile
from dataclasses import replace

import pytest

from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.exchange.journal_file import read_journal
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_session
from tests.cli.desk import NOW, Desk
from tests.exchange.fhir_r4 import of_type, valid_resources
from tests.journals import DATA
from tests.strategies import unordered


@pytest.mark.parametrize("name", ["first-series.json", "design-series.json"])
def test_what_was_imported_comes_out_equal(desk: Desk, name: str) -> None:
    desk.run("import", str(DATA / name))
    ran = desk.run("export", desk.file("out.json"))
    assert ran.out == f"Wrote the whole journal to {desk.file('out.json')}.\n"
    assert unordered(read_journal((desk.folder / "out.json").read_bytes())) == unordered(
        read_journal((DATA / name).read_bytes())
    )
    assert desk.run("--journal", desk.file("b.db"), "import", desk.file("out.json")).status == 0
    desk.run("export", desk.file("again.json"), "--journal", desk.file("b.db"))
    assert (desk.folder / "again.json").read_bytes() == (desk.folder / "out.json").read_bytes()


def test_an_export_is_for_its_owner_only_and_replaces_only_with_force(kept: Desk) -> None:
    out = kept.folder / "out.json"
    out.write_text("mine")
    assert kept.refused("export", str(out)) == (
        "There is already a file out.json; nothing was written."
    )
    assert out.read_text() == "mine"
    assert kept.run("export", str(out), "--force").status == 0
    assert out.read_text().startswith("{")
    assert out.stat().st_mode & 0o777 == 0o600
    assert kept.names() == {"data", "out.json"}


def test_a_part_of_a_journal_says_that_it_is_no_backup(kept: Desk) -> None:
    ran = kept.run("export", kept.file("part.json"), "--series", "Maintenance")
    assert (
        ran.out == f"Wrote a part of the journal to {kept.file('part.json')}; it is not a backup.\n"
    )
    part = read_journal((kept.folder / "part.json").read_bytes())
    assert [one.name for one in part.series] == ["Maintenance"]
    assert len(part.sessions) == 2
    assert part.patient.label == "J. M."


def test_dates_are_included_at_both_ends(kept: Desk) -> None:
    kept.run("export", kept.file("p.json"), "--from", "2026-09-04", "--until", "2026-09-08")
    part = read_journal((kept.folder / "p.json").read_bytes())
    assert [str(one.started_at.date()) for one in part.sessions] == ["2026-09-04", "2026-09-08"]


def test_a_date_has_a_shape(kept: Desk) -> None:
    assert "it is not a date" in kept.misused("export", kept.file("p.json"), "--from", "4.9.2026")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("out.zip", "Wrote the tables to {}; a CSV file is not a backup.\n"),
        ("out.fhir.json", "Wrote the entries for a clinic's system to {}; not a backup.\n"),
        ("out.ics", "Wrote what is to come to the calendar file {}.\n"),
    ],
)
def test_each_ending_is_a_format_and_says_what_it_is(kept: Desk, name: str, said: str) -> None:
    ran = kept.run("export", kept.file(name))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == said.format(kept.file(name))
    first = (kept.folder / name).read_bytes()
    assert (kept.folder / name).stat().st_mode & 0o777 == 0o600
    assert kept.refused("export", kept.file(name)).startswith("There is already a file")
    assert kept.run("export", kept.file(name), "--force").status == 0
    assert (kept.folder / name).read_bytes() == first


def test_tables_hold_the_series_and_the_days_asked_for_notes_only_where_asked(kept: Desk) -> None:
    def tables(*options: str) -> str:
        kept.run("export", kept.file("out.zip"), "--force", *options)
        with zipfile.ZipFile(kept.folder / "out.zip") as archive:
            return archive.read("series.csv").decode("utf-8-sig")

    assert "First series" in tables()
    assert "part-time work" not in tables()
    assert "part-time work" in tables("--notes")
    assert "First series" not in tables("--series", "Maintenance")
    assert tables("--until", "2026-09-10").count("\n") == 2


def test_a_part_leaves_for_a_clinics_system_too(kept: Desk) -> None:
    kept.run("export", kept.file("p.fhir.json"), "--from", "2026-09-04", "--until", "2026-09-08")
    found = valid_resources((kept.folder / "p.fhir.json").read_bytes())
    assert len(of_type(found, "Procedure")) == 2


def test_the_calendar_carries_the_title_that_the_patient_chose(kept: Desk) -> None:
    with Store.open(JournalPaths(kept.journal), now=lambda: NOW) as store:
        store.save_settings(replace(store.settings(), calendar_title="Water the plants"))
    kept.run("export", kept.file("out.ics"))
    lines = (kept.folder / "out.ics").read_text().splitlines()
    assert {line for line in lines if line.startswith("SUMMARY")} == {"SUMMARY:Water the plants"}


def test_the_demo_leaves_in_every_format_without_a_journal(desk: Desk) -> None:
    for name in ("a.json", "a.zip", "a.fhir.json", "a.ics"):
        assert desk.run("export", desk.file(name), "--demo").status == 0
    assert desk.names() == {"a.json", "a.zip", "a.fhir.json", "a.ics"}


@pytest.mark.parametrize("name", ["out.json", "out.zip", "out.fhir.json", "out.ics"])
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--series", "Second"], "There is no series of that name."),
        (["--from", "2026-09-02", "--until", "2026-09-01"], "The range ends before it begins."),
    ],
)
def test_what_cannot_be_exported_is_told(
    kept: Desk, name: str, options: list[str], sentence: str
) -> None:
    assert kept.refused("export", kept.file(name), *options) == sentence
    assert kept.names() == {"data"}


def test_a_format_that_is_not_said_and_not_named_is_wrong_usage(kept: Desk) -> None:
    assert "--format" in kept.misused("export", kept.file("out.txt"))
    assert kept.run("export", kept.file("out.txt"), "--format", "json").status == 0


@pytest.mark.parametrize("name", ["symptrack.db", "symptrack.keys.json", "symptrack.lock"])
def test_an_export_never_replaces_the_journal_itself(kept: Desk, name: str) -> None:
    before = (kept.folder / "data" / name).read_bytes()
    sentence = kept.refused("export", kept.file(f"data/{name}"), "--format", "json", "--force")
    assert sentence == f"{name} is a part of the journal."
    assert (kept.folder / "data" / name).read_bytes() == before


def test_a_folder_that_is_missing_is_told(kept: Desk) -> None:
    sentence = kept.refused("export", kept.file("none/out.json"))
    assert sentence == f"There is no folder {kept.file('none')}."


def test_everything_a_journal_can_hold_passes_through_the_commands(desk: Desk) -> None:
    session = make_session("1970-01-01 12:00", time_known=False, note="=cmd|'/c calc'!A0\x00")
    check_in = make_check_in(session_id=session.id, note="Ω≈ç 🌙 \u202eshalom שלום", ratings={})
    journal = JournalPaths(desk.journal)
    with Store.open(journal, now=lambda: NOW, create=True) as store:
        store.save_patient(Patient(label="O'Brien; DROP TABLE"))
        store.add(session)
        store.add(check_in)
        store.delete(Kind.SESSIONS, session.id)
    desk.run("export", desk.file("a.json"))
    assert desk.run("import", desk.file("a.json"), "--journal", desk.file("b.db")).status == 0
    assert desk.load(desk.folder / "b.db") == desk.load()
