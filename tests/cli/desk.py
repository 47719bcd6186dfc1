"""A folder with a journal's place in it, and the command line beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from symptrack import cli
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.journals import DATA
from tests.strategies import unordered

ZONE = "America/New_York"
NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo(ZONE))
FIRST = str(DATA / "first-series.json")
DESIGN = str(DATA / "design-series.json")


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status and what it said."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Desk:
    """A folder with a journal's place in it, and the command line beside it."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    opened: list[tuple[Path, bool]]

    @property
    def journal(self) -> Path:
        """Where the journal of the user's own folder lies."""
        return self.folder / "data" / "symptrack.db"

    def file(self, name: str) -> str:
        """Return the path of a file in the folder."""
        return str(self.folder / name)

    def run(self, *argv: str) -> Ran:
        """Run a command."""
        self.capture.readouterr()
        status = cli.run(list(argv), surroundings(self.folder, self._open_window))
        said = self.capture.readouterr()
        return Ran(status, said.out, said.err)

    def refused(self, *argv: str) -> str:
        """Run a command that is refused; return its one sentence."""
        ran = self.run(*argv)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.count("\n") == 1
        return ran.err.strip()

    def misused(self, *argv: str) -> str:
        """Run a command in a wrong way; return what it said."""
        ran = self.run(*argv)
        assert (ran.status, ran.out) == (2, "")
        return ran.err

    def load(self, path: Path | None = None) -> dict[str, Any]:
        """Return what a journal holds."""
        paths = JournalPaths(path or self.journal)
        with Store.open(paths, now=lambda: NOW) as store:
            return unordered(store.load())

    def names(self, folder: str = "") -> set[str]:
        """Return the names in a folder."""
        return {path.name for path in (self.folder / folder).iterdir()}

    def _open_window(self, path: Path, _places: cli.Surroundings) -> int:
        self.opened.append((path, path.exists()))
        return 0


def surroundings(
    folder: Path, open_window: Callable[[Path, cli.Surroundings], int]
) -> cli.Surroundings:
    return cli.Surroundings(
        now=lambda: NOW,
        time_zone=lambda: ZONE,
        data_dir=folder / "data",
        config_dir=folder / "config",
        log_dir=folder / "log",
        open_window=open_window,
    )
