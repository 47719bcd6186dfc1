"""What the export command writes, and what it refuses to."""

import pytest

from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.exchange.journal_file import read_journal
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_session
from tests.cli.desk import NOW, Desk
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


def test_dates_are_included_at_both_ends(kept: Desk) -> None:
    kept.run("export", kept.file("p.json"), "--from", "2026-09-04", "--until", "2026-09-08")
    part = read_journal((kept.folder / "p.json").read_bytes())
    assert [str(one.started_at.date()) for one in part.sessions] == ["2026-09-04", "2026-09-08"]


def test_a_date_has_a_shape(kept: Desk) -> None:
    assert "it is not a date" in kept.misused("export", kept.file("p.json"), "--from", "4.9.2026")


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("out.zip", [], "The format CSV is not available yet."),
        ("out.fhir.json", [], "The format FHIR is not available yet."),
        ("out.ics", [], "The format ICS is not available yet."),
        ("out.json", ["--format", "csv"], "The format CSV is not available yet."),
        ("out.json", ["--series", "Second"], "There is no series of that name."),
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
