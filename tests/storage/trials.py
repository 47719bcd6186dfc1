"""The operations on a journal are cut short in every way: ``python -m tests.storage.trials``.

Each trial runs in a process of its own, on its own copy of the same folder; what is left is then
opened as the next start would open it. A process of its own does all that, so that it has one
thread and can be forked. It writes what it found as JSON.
"""

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from symptrack.domain.errors import SymptrackError
from symptrack.storage.journal_paths import JournalPaths
from tests.storage.operations import OPERATIONS, trial_folder

STEPS = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate", "os.rmdir"}
REFUSED, FAULT, DONE_ALL_THE_SAME = 3, 4, 5
FULL_DISK_STEP = 16_384
SOON_S = 3e-4


class Trials:
    """Trials of one operation; ``found`` counts how they ended, ``faults`` what must not be."""

    def __init__(self, name: str) -> None:
        self._operation = OPERATIONS[name]()
        self._folder = trial_folder()
        self._template = self._folder / "template"
        self._number = 0
        self.found: Counter[str] = Counter()
        self.faults: list[str] = []
        self._operation.prepare(JournalPaths(self._template / "symptrack.db"))
        self.duration_s = self._timed()

    def _timed(self) -> float:
        durations = []
        for _each in range(3):  # the first one loads what is loaded when first used
            with self._copy() as paths, self._operation.surrounding():
                began = time.perf_counter()
                self._operation.run(paths)
                durations.append(time.perf_counter() - began)
        return min(durations)

    @contextmanager
    def _copy(self) -> Iterator[JournalPaths]:
        self._number += 1
        folder = self._folder / str(self._number)
        shutil.copytree(self._template, folder)
        try:
            yield JournalPaths(folder / "symptrack.db")
        finally:
            shutil.rmtree(folder)

    def run(self, hinder: Callable[[], "Steps | None"]) -> bool:
        """Run the operation in a process of its own; return whether anything hindered it."""
        with self._copy() as paths:
            child = os.fork()
            if child == 0:
                self._in_child(paths, hinder)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if status not in {0, REFUSED, DONE_ALL_THE_SAME, -signal.SIGALRM, -signal.SIGKILL}:
                self.faults.append(f"ended with {status}")
            with self._operation.surrounding():
                self._look(paths, done=status in {0, DONE_ALL_THE_SAME})
        return status != 0

    def _in_child(self, paths: JournalPaths, hinder: Callable[[], "Steps | None"]) -> None:
        status = 0
        try:
            with self._operation.surrounding():
                steps = hinder()
                self._operation.run(paths)
                if steps is not None and steps.reached:
                    status = DONE_ALL_THE_SAME
        except SymptrackError:
            status = REFUSED
        except BaseException as error:  # noqa: BLE001 - told as a fault
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            status = FAULT
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            os._exit(status)

    def _look(self, paths: JournalPaths, *, done: bool) -> None:
        try:
            ended = self._operation.look(paths)
        except (SymptrackError, AssertionError) as error:
            self.faults.append(f"{type(error).__name__}: {error}")
            return
        if done and ended == "before":
            self.faults.append("acknowledged, and not there")
        self.found["done" if done else ended] += 1

    def close(self) -> None:
        shutil.rmtree(self._folder)


def kill_at_random(trials: Trials, count: int) -> None:
    """Kill at so many moments of chance; those that came after the end do not count."""
    chance = random.Random(7)
    killed = 0
    while killed < count:
        after_s = chance.uniform(0.0001, trials.duration_s)
        killed += trials.run(partial(_die_in, after_s))


def _die_in(after_s: float) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process like a kill, wherever it is
    signal.setitimer(signal.ITIMER_REAL, after_s)


def at_each_step(trials: Trials, act: Callable[[], None], *, for_good: bool = False) -> None:
    """Let something happen at the N-th call that opens, renames, syncs, …, for each N."""
    number = 1
    while trials.run(partial(Steps, number, act, for_good=for_good)):
        number += 1


class Steps:
    """Counts the calls of this process that change files, and acts at one of them."""

    def __init__(self, number: int, act: Callable[[], None], *, for_good: bool) -> None:
        self._number, self._act, self._for_good = number, act, for_good
        self._calls = 0
        self._sync = os.fsync
        os.fsync = self._synced  # type: ignore[assignment]
        sys.addaudithook(self._heard)

    @property
    def reached(self) -> bool:
        """Whether there were so many calls."""
        return self._calls >= self._number

    def _heard(self, event: str, _arguments: Any) -> None:
        if event in STEPS:
            self._count()

    def _synced(self, handle: int) -> None:
        self._count()
        self._sync(handle)

    def _count(self) -> None:
        self._calls += 1
        if self._calls == self._number or (self._for_good and self.reached):
            self._act()


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_soon() -> None:
    """Be killed in the middle of what comes next."""
    _die_in(random.uniform(1e-6, SOON_S))


def fail(code: int) -> Callable[[], None]:
    def failing() -> None:
        raise OSError(code, os.strerror(code))

    return failing


def with_little_room(trials: Trials) -> None:
    """Let no file grow beyond a size, for each size up to where all is well."""
    size = 0
    while trials.run(partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))):
        size += FULL_DISK_STEP


WAYS: dict[str, Callable[[Trials, int], None]] = {
    "killed at random": kill_at_random,
    "killed at each step": lambda trials, _kills: at_each_step(trials, kill),
    "killed just after each step": lambda trials, _kills: at_each_step(trials, die_soon),
    "error at each step": lambda trials, _kills: at_each_step(trials, fail(errno.EIO)),
    "error from each step on": lambda trials, _kills: at_each_step(
        trials, fail(errno.EIO), for_good=True
    ),
    "disk full from each step on": lambda trials, _kills: at_each_step(
        trials, fail(errno.ENOSPC), for_good=True
    ),
    "no room to grow": lambda trials, _kills: with_little_room(trials),
}


def main(name: str, kills: int) -> dict[str, Any]:
    """Run every kind of trial of one operation."""
    told = {}
    for way, run in WAYS.items():
        trials = Trials(name)
        run(trials, kills)
        trials.close()
        told[way] = {"found": dict(trials.found), "faults": trials.faults}
    return told


def only_run(name: str, database: Path) -> int:
    """Prepare an operation, or run it on what was prepared: for who hinders it from outside."""
    operation, paths = OPERATIONS[name](), JournalPaths(database)
    if not paths.database.exists():
        operation.prepare(paths)
        return 0
    try:
        with operation.surrounding():
            operation.run(paths)
    except SymptrackError:
        return REFUSED
    return 0


if __name__ == "__main__":
    os.umask(0o077)
    if sys.argv[2].isdecimal():
        json.dump(main(sys.argv[1], int(sys.argv[2])), sys.stdout)
    else:
        sys.exit(only_run(sys.argv[1], Path(sys.argv[2])))
