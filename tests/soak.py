"""The long proof that nothing is lost: ``python -m tests.soak``, or ``--short`` for a taste of it.

It prints one line a row: how often, what was found, and how often something was found that must
not be. It ends with status 1 where any of those is not zero, or where weaker settings were not
seen to lose anything. What its processes run is in ``tests/storage``.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from symptrack.domain.errors import JournalUnavailable
from symptrack.presenters.journal_problem import Recovery, problem_view
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at
from tests.journals import first_series
from tests.storage.damage import HARM, flipped
from tests.storage.plain_store import SAFE
from tests.storage.power_cuts import WEAKER, cut_the_power
from tests.storage.trials import OPERATIONS, REFUSED, WAYS, Trials, kill_at_random

ROOT = Path(__file__).parents[1]
FILE_CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "link")
ANSWERED_WITHIN_S = 5.0
Told = tuple[str, int, str, int]
"""A row: what was done, how often, what was found, how many faults."""


def kills_of_saves(count: int) -> Iterator[Told]:
    trials = Trials("save")
    kill_at_random(trials, count)
    trials.close()
    yield _row("save, killed at random", trials)


def trials_of_everything(kills: int) -> Iterator[Told]:
    for name in OPERATIONS:
        for way, run in WAYS.items():
            trials = Trials(name)
            run(trials, kills)
            trials.close()
            yield _row(f"{name}, {way}", trials)


def power_cuts(count: int) -> Iterator[Told]:
    folder = Path(tempfile.mkdtemp(prefix="symptrack-soak-"))
    found = cut_the_power(count, folder, SAFE)
    yield "power cuts", count, f"{found.lost} lost, {found.damaged} damaged", found.harmful
    for name, settings in WEAKER.items():
        found = cut_the_power(count, folder, settings)
        said = f"{found.lost} lost, {found.damaged} damaged, as must be seen"
        yield f"power cuts, {name}", count, said, int(found.harmful == 0)
    shutil.rmtree(folder)


def bit_flips(count: int) -> Iterator[Told]:
    chance = random.Random(2026)
    yield _damaged("bit flips", lambda whole: (flipped(whole, chance) for _each in range(count)))


def damaged_files(_count: int) -> Iterator[Told]:
    yield _damaged("kinds of damaged file", lambda whole: (harm(whole) for harm in HARM.values()))


def errors_of_the_system(short: int, *names: str) -> Iterator[Told]:
    """Let every file call of SQLCipher and Python fail, where ``strace`` is there to do it."""
    if shutil.which("strace") is None:
        yield "errors of the system", 0, "not run: strace is not installed", 0
        return
    for name in names:
        for call in FILE_CALLS[:2] if short else FILE_CALLS:
            for for_good in (False, True):
                yield _system_errors(name, call, for_good=for_good)


def _system_errors(name: str, call: str, *, for_good: bool) -> Told:
    operation, found, faults = OPERATIONS[name](), Counter[str](), 0
    number, hindered = 0, True
    while hindered:
        number += 1
        folder = Path(tempfile.mkdtemp(prefix="symptrack-soak-"))
        paths = JournalPaths(folder / "symptrack.db")
        operation.prepare(paths)
        log = folder / "calls"
        when = f"{number}+" if for_good else f"{number}"
        ran = subprocess.run(
            [
                *("strace", "-f", "-o", str(log), "-e", f"trace={call}"),
                *("-e", f"inject={call}:error=EIO:when={when}"),
                *(sys.executable, "-m", "tests.storage.trials", name, str(paths.database)),
            ],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        hindered = "INJECTED" in log.read_text()
        try:
            with operation.surrounding():
                found[operation.look(paths)] += 1
        except (AssertionError, JournalUnavailable):
            faults += 1
        faults += ran.returncode not in {0, REFUSED}
        shutil.rmtree(folder)
    said = ", ".join(f"{how} {n}" for how, n in sorted(found.items()))
    how = "fails from the N-th on" if for_good else "fails once"
    return f"{name}, {call} {how}", number - 1, said, faults


def _row(what: str, trials: Trials) -> Told:
    found = ", ".join(f"{how} {n}" for how, n in sorted(trials.found.items()))
    for fault in sorted(set(trials.faults)):
        sys.stderr.write(f"{what}: {fault}\n")
    return what, sum(trials.found.values()) + len(trials.faults), found, len(trials.faults)


def _damaged(what: str, harm: Callable[[bytes], Iterator[bytes]]) -> Told:
    """Open each damaged file; a fault is one that opens, changes, or takes long to answer."""
    folder = Path(tempfile.mkdtemp(prefix="symptrack-soak-"))
    paths = JournalPaths(folder / "symptrack.db")
    with Store.open(paths, now=_now, create=True) as store:
        store.merge(first_series())
        backup = store.backups.make()
    count, faults, longest_s = 0, 0, 0.0
    for harmed in harm(paths.database.read_bytes()):
        count += 1
        paths.database.write_bytes(harmed)
        began = time.perf_counter()
        try:
            Store.open(paths, now=_now, create=True).close()
            faults += 1
        except JournalUnavailable as error:
            offers = problem_view(error, Recovery(paths.database, _now)).offers
            longest_s = max(longest_s, time.perf_counter() - began)
            faults += [offer.path for offer in offers] != [backup.path]
        faults += paths.database.read_bytes() != harmed
    shutil.rmtree(folder)
    return (
        what,
        count,
        f"slowest answer {longest_s:.2f} s",
        faults + (longest_s > ANSWERED_WITHIN_S),
    )


def _now() -> Any:
    return at("2026-11-22 12:00")


def main(arguments: list[str]) -> int:
    """Run all rows and print their figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a taste: some minutes")
    short = parser.parse_args(arguments).short
    everything = ("save",) if short else tuple(OPERATIONS)
    rows: list[tuple[Callable[..., Iterator[Told]], int, tuple[str, ...]]] = [
        (kills_of_saves, 200 if short else 10_000, ()),
        (trials_of_everything, 30 if short else 500, ()),
        (power_cuts, 2_000, ()),
        (bit_flips, 1_000, ()),
        (damaged_files, 0, ()),
        (errors_of_the_system, int(short), everything),
    ]
    failed = 0
    for run, count, more in rows:
        began = time.monotonic()
        for what, times, found, faults in run(count, *more):
            failed += faults
            sys.stdout.write(f"{what:58}{times:7,}  faults {faults}  ({found})\n")
            sys.stdout.flush()
        sys.stdout.write(f"{'':58}{time.monotonic() - began:7.0f} s\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
