"""A second start leaves soon with a sentence, and the first window comes to the front."""

import time
from pathlib import Path

import pytest

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.lock import JournalLock
from tests.gui.program_home import Home

MOST_S = 2.0


@pytest.fixture
def home(tmp_path: Path) -> Home:
    folder = tmp_path / "home"
    folder.mkdir()
    made = Home(folder)
    made.run("-m", "symptrack", "demo", "demo.db")
    return made


def test_the_second_leaves_within_two_seconds_and_the_first_comes_forward(home: Home) -> None:
    with home.begin("wait-aside", "--journal", "demo.db") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "aside\n"
        began = time.monotonic()
        second = home.run("-m", "symptrack", "--journal", "demo.db")
        assert time.monotonic() - began < MOST_S
        assert second.returncode == 1
        assert second.stderr == ("The journal is open already; its window comes to the front.\n")
        assert first.stdout.readline() == "back\n"
        assert first.wait() == 0
    assert not JournalPaths(home.folder / "demo.db").knock.exists()


def test_where_a_command_holds_the_journal_the_window_says_so(home: Home) -> None:
    held = JournalLock.take(home.folder / "demo.lock")
    ended = home.start("close", "--journal", "demo.db")
    held.release(clean=True)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Your journal is open already" in ended.stdout


def test_a_stale_lock_is_taken_over(home: Home) -> None:
    (home.folder / "demo.lock").write_bytes(b"open\n")
    ended = home.start("close", "--journal", "demo.db")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Your journal is open already" not in ended.stdout
