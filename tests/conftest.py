"""What holds for every test: no screen, no network, no way to the user's own files."""

import os
import shutil
import socket
import sys
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


def _refuse_the_internet(event: str, arguments: tuple[object, ...]) -> None:
    """Let no test, and nothing that it runs here, make a socket that leads out of the computer."""
    if event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6}:
        raise PermissionError("a test asked for the network")


sys.addaudithook(_refuse_the_internet)


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
