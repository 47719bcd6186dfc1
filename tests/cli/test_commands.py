"""The commands as the front door calls them: the app, import, demo, check."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from symptrack import __version__
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.cli.desk import FIRST, NOW, Desk
from tests.journals import DATA, first_series
from tests.strategies import unordered

COMMANDS = ("backup", "chart", "check", "demo", "export", "import", "report", "restore")


def test_the_version_is_one_line(desk: Desk) -> None:
    assert desk.run("--version").out == f"symptrack {__version__}\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself_and_takes_a_journal(desk: Desk, command: str) -> None:
    ran = desk.run(*command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    for option in ("--journal", "--demo", "--passphrase-stdin"):
        assert option in ran.out


def test_without_a_command_the_app_opens_on_the_journal(desk: Desk) -> None:
    assert desk.run().status == 0
    assert desk.run("--journal", desk.file("other.db")).status == 0
    assert desk.opened == [(desk.journal, False), (desk.folder / "other.db", False)]


def test_the_app_opens_on_a_throw_away_demo(desk: Desk) -> None:
    assert desk.run("--demo").status == 0
    [(path, was_there)] = desk.opened
    assert was_there
    assert not path.parent.exists()
    assert desk.names() == set()


@pytest.mark.parametrize(
    "argv",
    [["nothing"], ["import"], ["check", "--nothing"], ["--journal", "a.db", "check", "--demo"]],
)
def test_wrong_usage_is_status_2(desk: Desk, argv: list[str]) -> None:
    assert desk.misused(*argv).startswith("Usage: symptrack")


def test_an_import_makes_the_journal_and_says_what_it_added(desk: Desk) -> None:
    ran = desk.run("import", FIRST)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == (
        "Added: 1 series, 6 sessions, 36 check-ins, 8 questionnaires, 2 medicines."
    )
    assert desk.load() == unordered(first_series())


def test_importing_a_file_twice_changes_nothing(desk: Desk) -> None:
    desk.run("import", FIRST)
    assert desk.run("import", FIRST).out == (
        "Already there, skipped: 1 series, 6 sessions, 36 check-ins, 8 questionnaires, "
        "2 medicines.\n"
    )
    assert desk.load() == unordered(first_series())


def test_a_rehearsal_makes_no_journal_and_says_the_same(desk: Desk) -> None:
    ran = desk.run("import", FIRST, "--dry-run")
    assert ran.status == 0
    assert ran.out.startswith("To add: 1 series, 6 sessions")
    assert desk.names() == set()


def test_a_rehearsal_leaves_a_journal_as_it_is(kept: Desk) -> None:
    before = kept.load()
    ran = kept.run("import", FIRST, "--dry-run")
    assert ran.out.startswith("To add: 1 series, 6 sessions")
    assert kept.load() == before
    assert kept.run("import", FIRST).out.startswith("Added: 1 series, 6 sessions")


def test_an_import_into_the_demo_is_thrown_away(desk: Desk) -> None:
    assert desk.run("import", FIRST, "--demo").out.startswith("Added: 1 series, 6 sessions")
    assert desk.names() == set()


def test_where_only_keys_are_left_an_import_uses_them(desk: Desk) -> None:
    desk.run("import", FIRST)
    keys = JournalPaths(desk.journal).keys.read_bytes()
    desk.journal.unlink()
    assert desk.run("import", FIRST, "--dry-run").out.startswith("To add")
    assert not desk.journal.exists()
    assert desk.run("import", FIRST).status == 0
    assert JournalPaths(desk.journal).keys.read_bytes() == keys


def test_a_refused_file_makes_no_journal(desk: Desk) -> None:
    document = json.loads(Path(FIRST).read_bytes())
    document["check_ins"][12]["ratings"]["mood"] = 14
    bad = desk.folder / "bad.json"
    bad.write_text(json.dumps(document))
    for extra in ((), ("--dry-run",)):
        sentence = desk.refused("import", str(bad), *extra)
        assert sentence == "check_ins[12].ratings.mood: 14 is outside 0-10"
    assert desk.names() == {"bad.json"}


@pytest.mark.parametrize(
    "options", [["--mood", "rad"], ["--mood", "rad=11"], ["--mood", "=3"], ["--time-zone", "Moon"]]
)
def test_what_another_trackers_file_means_has_a_shape(desk: Desk, options: list[str]) -> None:
    assert "Invalid value" in desk.misused("import", FIRST, *options)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("none.json", "There is no file none.json."), ("", "is a folder, not a file.")],
)
def test_a_file_that_is_not_there_is_told(desk: Desk, name: str, sentence: str) -> None:
    assert sentence in desk.refused("import", desk.file(name))


@pytest.mark.parametrize(
    "argv",
    [["check"], ["export", "x.json"], ["report", "x.pdf"], ["chart", "course", "x.png"]],
)
def test_a_command_that_only_reads_makes_no_journal(desk: Desk, argv: list[str]) -> None:
    argv = [desk.file(one) if one.startswith("x.") else one for one in argv]
    assert desk.refused(*argv) == "There is no journal named symptrack.db there."
    assert desk.names() == set()


def test_a_demo_journal_ends_yesterday(desk: Desk) -> None:
    ran = desk.run("demo", desk.file("demo.db"))
    assert ran.out == f"Wrote the demo journal {desk.file('demo.db')}.\n"
    sessions = desk.load(desk.folder / "demo.db")["sessions"].values()
    assert max(one.started_at for one in sessions).date().isoformat() == "2026-11-21"


def test_a_demo_never_destroys_a_journal(desk: Desk) -> None:
    desk.run("import", FIRST)
    assert "already a journal" in desk.refused("demo", str(desk.journal))
    assert desk.load() == unordered(first_series())
    ran = desk.run("demo", str(desk.journal), "--force")
    aside = Path(re.findall(r"now lies in (.*)\.$", ran.out, re.MULTILINE)[0])
    assert len(desk.load()["sessions"]) == 8
    assert desk.load(aside / "symptrack.db") == unordered(first_series())


def test_a_journal_in_use_is_told_at_once(kept: Desk) -> None:
    with Store.open(JournalPaths(kept.journal), now=lambda: NOW):
        assert "already open in another window" in kept.refused("check")


def test_a_sound_journal_is_counted(kept: Desk) -> None:
    assert kept.run("check").out.startswith("The journal is sound; it holds 2 series, 8 sessions,")


def test_a_damaged_journal_is_told_and_left_as_it_is(kept: Desk) -> None:
    data = bytearray(kept.journal.read_bytes())
    data[len(data) // 2] ^= 1
    kept.journal.write_bytes(data)
    assert "cannot be read" in kept.refused("check")
    assert kept.journal.read_bytes() == data


def test_a_lost_copy_of_the_keys_is_a_problem_or_mended(kept: Desk) -> None:
    JournalPaths(kept.journal).keys_copy.unlink()
    assert kept.run("check").status == 0
    assert JournalPaths(kept.journal).keys_copy.exists()


def test_a_passphrase_line_is_taken_before_anything_else(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = tmp_path / "lines"
    lines.write_text("passphrase\npassword\n")
    with lines.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert kept.run("check", "--passphrase-stdin").status == 0
        assert stdin.readline() == "password\n"


def test_commands_run_without_qt_and_simple_ones_without_heavy_libraries(tmp_path: Path) -> None:
    program = f"""
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from symptrack import cli

folder = Path({str(tmp_path)!r})
places = cli.Surroundings(
    now=lambda: datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("UTC")), time_zone=lambda: "UTC",
    data_dir=folder, config_dir=folder, log_dir=folder, open_window=lambda path, places: 3,
)
assert cli.run(["import", {FIRST!r}], places) == 0
assert cli.run(["export", str(folder / "out.json")], places) == 0
assert cli.run(["check"], places) == 0
assert cli.run([], places) == 3
for heavy in ("matplotlib", "typst"):
    assert heavy not in sys.modules, heavy
assert cli.run(["chart", "course", str(folder / "c.png")], places) == 0
assert cli.run(["report", str(folder / "page.pdf")], places) == 0
assert not any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(DATA.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_help_of_the_commands_is_translated(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("symptrack.cli_options._", str.upper)
    monkeypatch.setattr("symptrack.cli_options.language", lambda: "loud")
    said = desk.run("check", "--help").out
    assert "LOOK THE JOURNAL OVER." in said
    assert "USE A THROW-AWAY JOURNAL" in said
    monkeypatch.undo()
    assert "Look the journal over." in desk.run("check", "--help").out
