"""The program as a process: it starts, shows the journal, closes; and says why it cannot."""

from pathlib import Path

import pytest

from symptrack.storage.lock import JournalLock
from tests.gui.program_home import Home
from tests.gui.started_program import SECRET


@pytest.fixture
def home(tmp_path: Path) -> Home:
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)


def test_the_program_starts_shows_a_journal_and_closes(home: Home) -> None:
    ended = home.start("close", "--demo")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert any(line.startswith("Good ") for line in ended.stdout.splitlines())


def test_a_first_start_makes_a_journal_that_only_the_patient_can_read(home: Home) -> None:
    ended = home.start("close")
    assert (ended.returncode, ended.stderr) == (0, "")
    database = next(path for path in home.folder.rglob("symptrack.db"))
    assert database.stat().st_mode & 0o077 == 0
    assert b"SQLite format 3" not in database.read_bytes()[:16]


def test_nothing_is_left_outside_the_journals_folder(home: Home) -> None:
    home.start("close")
    assert {name.split("/")[0] for name in home.files()} <= {"data", "cache"}
    assert not any(name.endswith(".log") for name in home.files())


@pytest.mark.parametrize("script", ["quit", "interrupt"])
def test_the_program_ends_quietly_when_it_is_told_to(home: Home, script: str) -> None:
    ended = home.start(script)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_an_unexpected_error_is_told_and_logged_without_a_value(home: Home) -> None:
    ended = home.start("fail")
    assert ended.returncode == 0
    assert "Something went wrong in Symptrack." in ended.stdout
    (log,) = (path for path in home.folder.rglob("symptrack.log"))
    logged = log.read_text(encoding="utf-8")
    assert "ERROR unexpected ValueError at started_program.py:" in logged
    assert SECRET not in logged
    assert SECRET not in ended.stderr
    assert log.stat().st_mode & 0o077 == 0


def test_what_fails_aside_of_the_window_and_what_qt_says_leave_no_value_anywhere(
    home: Home,
) -> None:
    """Desktops keep what a program writes to standard error in a file."""
    ended = home.start("fail-aside")
    assert (ended.returncode, ended.stderr) == (0, "")
    (log,) = (path for path in home.folder.rglob("symptrack.log"))
    logged = log.read_text(encoding="utf-8")
    assert logged.count("ERROR unexpected ValueError at started_program.py:") == 2
    assert SECRET not in logged


def test_an_unexpected_error_is_told_where_no_log_can_be_written(home: Home) -> None:
    (home.folder / "state").write_text("in the way")
    ended = home.start("fail")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Something went wrong in Symptrack." in ended.stdout


@pytest.mark.parametrize(
    "screen",
    [{}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":99"}],
    ids=["none", "unreachable"],
)
def test_without_a_screen_there_is_one_plain_sentence(home: Home, screen: dict[str, str]) -> None:
    home.without("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE", **screen)
    ended = home.run("-m", "symptrack")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("Symptrack needs a screen")
    assert home.files() == set()


def test_without_a_screen_a_journal_is_let_go_as_it_was(home: Home) -> None:
    home.without("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    home.run("-m", "symptrack", "demo", "demo.db")
    before = (home.folder / "demo.db").read_bytes()
    assert home.run("-m", "symptrack", "--journal", "demo.db").returncode == 1
    assert (home.folder / "demo.db").read_bytes() == before
    lock = JournalLock.take(home.folder / "demo.lock")
    assert not lock.left_open
    lock.release(clean=True)


def test_a_clean_end_leaves_a_backup_of_what_no_backup_held(home: Home) -> None:
    home.run("-m", "symptrack", "demo", "demo.db")
    for old in (home.folder / "demo.backups").glob("*.db"):
        old.unlink()
    assert home.start("close", "--journal", "demo.db").returncode == 0
    assert len(list((home.folder / "demo.backups").glob("*.db"))) == 1


def test_without_a_screen_the_commands_work(home: Home) -> None:
    home.without("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ended = home.run("-m", "symptrack", "demo", "demo.db")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (home.folder / "demo.db").exists()


def test_a_missing_library_of_the_system_is_named_in_one_sentence(home: Home) -> None:
    program = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'PySide6.QtWidgets':\n"
        "            raise ImportError('libEGL.so.1: cannot open shared object file')\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from symptrack import app\n"
        "app.main([])\n"
    )
    ended = home.run("-c", program)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "libEGL.so.1" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_journal_that_cannot_be_opened_is_said_in_the_window(home: Home) -> None:
    (home.folder / "demo.db").write_bytes(b"not a journal at all" * 500)
    ended = home.start("close", "--journal", "demo.db")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Choose another file" in ended.stdout
    assert (home.folder / "demo.db").read_bytes() == b"not a journal at all" * 500
