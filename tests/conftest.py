"""What holds for every test: no screen, no way to the user's own files, each room covered."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests import room_coverage

# Before anything imports Qt, matplotlib or platformdirs. The workers of a parallel run inherit it.
if "PYTEST_XDIST_WORKER" not in os.environ:
    _home = Path(tempfile.mkdtemp(prefix="symptrack-tests-"))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "MPLCONFIGDIR": "matplotlib",
    }.items():
        (_home / folder).mkdir(exist_ok=True)
        os.environ[variable] = str(_home / folder)


def pytest_configure(config: pytest.Config) -> None:
    """Keep slow machines from failing property tests for time alone."""
    from hypothesis import settings

    settings.register_profile("symptrack", deadline=None)
    settings.load_profile("symptrack")
    config.pluginmanager.register(room_coverage.RoomCoverage(), "symptrack-room-coverage")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the tests' home folder."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(_home, ignore_errors=True)
