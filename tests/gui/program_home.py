"""An empty home folder, and the program run in it as a process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_S = 60


class Home:
    """An empty home folder, and the program run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python with arguments until it ends by itself."""
        return subprocess.run(
            [sys.executable, "-W", "error", *arguments],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=MOST_S,
            check=False,
        )

    def start(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Start the window and play a script in it."""
        return self.run("-m", "tests.gui.started_program", script, *arguments)

    def begin(self, script: str, *arguments: str) -> "subprocess.Popen[str]":
        """Start the window, play a script in it, and let it be read while it runs."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.gui.started_program", script, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def without(self, *variables: str, **others: str) -> "Home":
        """Leave out or change some of the environment."""
        kept = {key: value for key, value in self.environment.items() if key not in variables}
        self.environment = {**kept, **others}
        return self

    def files(self) -> set[str]:
        """Return every file that was written, by its path."""
        return {
            str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()
        }
