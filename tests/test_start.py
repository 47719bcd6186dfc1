"""A start without a command: the window, at once."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from symptrack import app
from symptrack.domain.errors import RefusedRequest
from symptrack.surroundings import JOURNAL_NAME, Surroundings
from tests.builders import ZONE, at


@pytest.fixture
def opened() -> list[Path]:
    """Return the journals that a window was opened on."""
    return []


@pytest.fixture
def places(tmp_path: Path, opened: list[Path]) -> Surroundings:
    def open_window(journal: Path, _places: Surroundings) -> int:
        opened.append(journal)
        return 0

    return Surroundings(
        now=lambda: at("2026-09-01 10:00"),
        time_zone=lambda: ZONE,
        data_dir=tmp_path / "data",
        config_dir=tmp_path / "config",
        log_dir=tmp_path / "log",
        open_window=open_window,
    )


def test_the_journal_of_the_user_s_own_folder_is_opened(
    places: Surroundings, opened: list[Path]
) -> None:
    assert app.run([], places) == 0
    assert opened == [places.data_dir / JOURNAL_NAME]


@pytest.mark.parametrize("argv", [["--journal", "other.db"], ["--journal=other.db"]])
def test_a_journal_that_is_named_is_opened_however_it_is_named(
    places: Surroundings, opened: list[Path], argv: list[str]
) -> None:
    assert app.run(argv, places) == 0
    assert opened == [Path("other.db")]


def test_what_is_no_plain_start_is_read_as_a_command(
    places: Surroundings, opened: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(["--journal", "--version"], places) == 0
    assert opened == [Path("--version")]
    assert app.run(["--version"], places) == 0
    assert capsys.readouterr().out.startswith("symptrack ")
    assert app.run(["--journal"], places) == 2


def test_a_window_that_cannot_be_opened_is_one_sentence(
    places: Surroundings, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_journal: Path, _places: Surroundings) -> int:
        raise RefusedRequest("A part of the system is missing.")

    assert app.run([], replace(places, open_window=refuse)) == 1
    assert capsys.readouterr().err == "A part of the system is missing.\n"


def test_nothing_that_reads_commands_is_loaded_for_it() -> None:
    script = "import sys; from symptrack import app; print('click' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
