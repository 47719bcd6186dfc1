"""Killed at any moment: what was acknowledged is there, and nothing is there by half."""

import random
import subprocess
import sys
from pathlib import Path

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at
from tests.storage.conftest import Clock
from tests.storage.saving_process import check_in_number

ROOT = Path(__file__).parents[2]
KILLS = 20


def saved_until_killed(paths: JournalPaths, first: int, chance: random.Random) -> list[int]:
    """Let another process save, kill it at a moment of chance, return what it acknowledged."""
    command = [sys.executable, "-m", "tests.storage.saving_process"]
    with subprocess.Popen(
        [*command, str(paths.database), str(first)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(chance.randrange(1, 12))]
        for _spin in range(chance.randrange(20_000)):  # a part of a save, without sleeping
            pass
        process.kill()
        # A line torn by the kill was not read by anyone as an acknowledgement.
        acknowledged += [line for line in process.stdout if line.endswith("\n")]
    return [int(line) for line in acknowledged]


def test_a_kill_during_saves_loses_nothing_acknowledged(paths: JournalPaths, now: Clock) -> None:
    chance = random.Random(7)
    Store.open(paths, now=now, create=True).close()
    first, drafts_left = 0, 0
    for _kill in range(KILLS):
        acknowledged = saved_until_killed(paths, first, chance)
        with Store.open(paths, now=now) as store:
            assert store.check(full=True) == []
            there = store.load().check_ins
            drafts_left += store.draft("check-in") is not None
        # At most the one that was being saved came on top of the acknowledged ones.
        assert len(there) in (acknowledged[-1] + 1, acknowledged[-1] + 2)
        assert there == tuple(check_in_number(number) for number in range(len(there)))
        first = len(there)
    assert first >= KILLS
    assert at("2026-09-01 18:00") == there[0].occurred_at
    assert 0 <= drafts_left <= KILLS
