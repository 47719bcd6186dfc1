"""A copy out and back in, through the commands."""

import io
import re
from pathlib import Path

import pytest

from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.cli.desk import FIRST, NOW, Desk


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Return what stands in for the keyboard."""
    keys = io.StringIO()
    monkeypatch.setattr("sys.stdin", keys)
    return keys


def answer(typed: io.StringIO, line: str) -> None:
    typed.seek(0)
    typed.truncate()
    typed.write(f"{line}\n")
    typed.seek(0)


def backed_up(desk: Desk) -> str:
    """Write a copy and return its recovery code."""
    out = desk.run("backup", desk.file("mine.symptrack")).out
    found = re.search(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}", out)
    assert found is not None
    return found[0]


def test_a_copy_goes_out_and_comes_in_on_another_computer(kept: Desk, typed: io.StringIO) -> None:
    before = kept.load()
    answer(typed, backed_up(kept).lower())
    other = kept.folder / "other" / "other.db"
    ran = kept.run("restore", kept.file("mine.symptrack"), "--journal", str(other))
    assert ran.status == 0
    assert ran.out.startswith("It holds ")
    assert ran.out.endswith("Put back. There was nothing here before.\n")
    assert "Recovery code" in ran.err
    assert kept.load(other) == before


def test_a_copy_is_not_written_over_a_file_unasked(kept: Desk) -> None:
    backed_up(kept)
    assert "already a file" in kept.refused("backup", kept.file("mine.symptrack"))
    assert kept.run("backup", kept.file("mine.symptrack"), "--force").status == 0
    assert kept.names() == {"data", "mine.symptrack"}


def test_copies_are_known_by_their_names(kept: Desk) -> None:
    assert ".symptrack" in kept.misused("backup", kept.file("mine.db"))
    assert ".symptrack, .db" in kept.misused("restore", kept.file("mine.csv"))


def test_without_a_journal_there_is_no_copy(desk: Desk) -> None:
    assert "no journal" in desk.refused("backup", desk.file("mine.symptrack"))
    assert desk.names() == set()


def test_a_wrong_code_is_one_sentence(kept: Desk, typed: io.StringIO) -> None:
    backed_up(kept)
    answer(typed, "ABCD")
    ran = kept.run("restore", kept.file("mine.symptrack"))
    assert ran.status == 1
    assert "7 groups of 4" in ran.err


def test_what_a_restore_would_change_is_said_first(kept: Desk, typed: io.StringIO) -> None:
    code = backed_up(kept)
    kept.run("import", FIRST)
    before = kept.load()
    answer(typed, code)
    ran = kept.run("restore", kept.file("mine.symptrack"), "--dry-run")
    assert "Not in the copy, so out of the journal then: 1 series" in ran.out
    assert "Put back" not in ran.out
    assert kept.load() == before


def test_a_restore_says_how_it_is_undone_and_is(kept: Desk, typed: io.StringIO) -> None:
    code = backed_up(kept)
    first = kept.load()
    kept.run("import", FIRST)
    both = kept.load()
    answer(typed, code)
    out = kept.run("restore", kept.file("mine.symptrack")).out
    assert kept.load() == first
    name = out.split("the backup ")[1].strip().rstrip(".")
    backup = kept.journal.parent / "symptrack.backups" / name
    assert kept.run("restore", str(backup)).status == 0
    assert kept.load() == both


def test_a_damaged_journal_is_put_back_and_lies_aside(kept: Desk) -> None:
    paths = JournalPaths(kept.journal)
    with Store.open(paths, now=lambda: NOW) as store:
        backup = store.backups.make()
    before = kept.load()
    kept.journal.write_bytes(b"torn")
    out = kept.run("restore", str(backup.path)).out
    assert "lies in the folder 2026-11-22T140000Z_" in out
    assert kept.load() == before
    assert backups_in(paths.backups) == [backup]


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 1_000])
def test_what_is_no_copy_is_one_sentence(kept: Desk, content: bytes) -> None:
    file = Path(kept.file("mine.db"))
    file.write_bytes(content)
    before = kept.load()
    assert "is not a copy of this journal" in kept.refused("restore", str(file))
    assert kept.load() == before


def test_a_file_that_is_not_there_is_one_sentence(kept: Desk) -> None:
    assert kept.refused("restore", kept.file("none.db")) == "none.db cannot be read."
