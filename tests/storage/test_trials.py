"""Killed, failed or out of room at any call: before or after, never between, and never a fault."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.storage.operations import OPERATIONS
from tests.storage.trials import WAYS

ROOT = Path(__file__).parents[2]
KILLS = {"save": 100}
USUAL_KILLS = 20


def tried(name: str, kills: int) -> dict[str, Any]:
    """Run the trials of an operation in a process of its own, which forks one for each."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storage.trials", name, str(kills)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_cut_short_leaves_what_was_before_or_what_comes_after(name: str) -> None:
    kills = KILLS.get(name, USUAL_KILLS)
    told = tried(name, kills)
    assert told.keys() == WAYS.keys()
    for way, one in told.items():
        assert one["faults"] == [], way
    assert sum(told["killed at random"]["found"].values()) >= kills
    steps = told["killed at each step"]["found"]
    assert steps["before"] > 0
    assert steps["after"] > 0  # some kills came after it was acknowledged inside
    assert steps["done"] == 1  # the first run with more steps than there are
    refused = told["no room to grow"]["found"].get("before", 0) > 0
    assert refused is OPERATIONS[name].needs_room
