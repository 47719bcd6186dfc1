"""The long proof that nothing is lost: ``python -m tests.soak``, or ``--short`` for a taste of it.

It prints one line a row: how often, what was found, and how often something was found that must
not be; at the end the table of the README, which ``--readme`` puts there. It ends with status 1
where any fault is not zero, or where weaker settings were not seen to lose anything. What its
processes run is in ``tests/storage`` and ``tests/gui``.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from symptrack.domain.errors import JournalUnavailable
from symptrack.presenters.journal_problem import Recovery, problem_view
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at
from tests.gui.killed_patient import fresh_home, kill_while_answering
from tests.journals import first_series
from tests.soak_table import README, Row, put_table, soak_table
from tests.storage.damage import HARM, flipped
from tests.storage.operations import OPERATIONS
from tests.storage.plain_store import SAFE
from tests.storage.power_cuts import WEAKER, cut_the_power
from tests.storage.system_errors import IN_VAIN, fail_each_call
from tests.storage.test_state_machine import JournalMachine
from tests.storage.trials import WAYS, Trials, kill_at_random

ANSWERED_WITHIN_S = 5.0
STEPS_OF_A_RUN = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each is tried."""

    saves_killed: int = 10_000
    kills: int = 500
    patients_killed: int = 200
    power_cuts: int = 2_000
    bit_flips: int = 1_000
    steps: int = 10_000
    hindered: tuple[str, ...] = tuple(OPERATIONS)


SHORT = Counts(
    saves_killed=200, kills=30, patients_killed=5, power_cuts=200, steps=500, hindered=("save",)
)


def kills_of_saves(counts: Counts) -> Iterator[Row]:
    trials = Trials("save")
    kill_at_random(trials, counts.saves_killed)
    trials.close()
    yield _row("save, killed at random moments", trials, "`kill -9` at random moments of saving")


def kills_of_patients(counts: Counts) -> Iterator[Row]:
    folder, chance, faults = Path(tempfile.mkdtemp(prefix="symptrack-soak-")), random.Random(7), 0
    home, answers = fresh_home(folder / "home"), 0
    for _kill in range(counts.patients_killed):
        try:
            answers += kill_while_answering(home, chance)
        except (AssertionError, JournalUnavailable) as error:
            _tell("window killed", repr(error))
            faults += 1
    shutil.rmtree(folder)
    what = "`kill -9` of the window while a scripted patient answers"
    yield Row(what, what, counts.patients_killed, f"{answers:,} answers kept", faults)


def trials_of_everything(counts: Counts) -> Iterator[Row]:
    for name in OPERATIONS:
        for way, run in WAYS.items():
            trials = Trials(name)
            run(trials, counts.kills)
            trials.close()
            how = (
                "killed at random moments, at each step and just after it"
                if "killed" in way
                else "error or full disk at each step"
            )
            yield _row(f"{name}, {way}", trials, f"{name}: {how}")


def errors_of_the_system(counts: Counts) -> Iterator[Row]:
    """Let every file call of SQLCipher and Python fail, where ``strace`` is there to do it."""
    if shutil.which("strace") is None:
        _tell("errors of the system", "not run: strace is not installed")
        return
    for name in counts.hindered:
        for call in IN_VAIN:
            for for_good in (False, True):
                seen = fail_each_call(name, call, for_good=for_good)
                how = "fails from the N-th on" if for_good else "fails once"
                what = f"{name}, {call} {how}"
                for fault in sorted(set(seen.faults)):
                    _tell(what, fault)
                said = ", ".join(f"{how} {n}" for how, n in sorted(seen.found.items()))
                number = seen.found.total() + len(seen.faults)
                group = f"{name}: error of the system at each file call, once and for good"
                yield Row(what, group, number, said, len(seen.faults))


def power_cuts(counts: Counts) -> Iterator[Row]:
    folder = Path(tempfile.mkdtemp(prefix="symptrack-soak-"))
    found = cut_the_power(counts.power_cuts, folder, SAFE)
    what = "power cut at a random call of saving"
    yield Row(what, what, counts.power_cuts, f"{found.harmful} harmful", found.harmful)
    for name, weaker in WEAKER.items():
        found = cut_the_power(counts.power_cuts, folder, weaker)
        said = f"{found.lost} lost, {found.damaged} damaged, as must be seen"
        what = f"the same with {name}, which must fail"
        yield Row(what, what, counts.power_cuts, said, int(found.harmful == 0))
    shutil.rmtree(folder)


def bit_flips(counts: Counts) -> Iterator[Row]:
    chance = random.Random(2026)
    yield _damaged(
        "a flipped bit in the file",
        lambda whole: (flipped(whole, chance) for _each in range(counts.bit_flips)),
    )


def damaged_files(_counts: Counts) -> Iterator[Row]:
    yield _damaged("kinds of damaged file", lambda whole: (harm(whole) for harm in HARM.values()))


def state_machine(counts: Counts) -> Iterator[Row]:
    runs = settings(
        max_examples=counts.steps // STEPS_OF_A_RUN,
        stateful_step_count=STEPS_OF_A_RUN,
        deadline=None,
        database=None,
    )
    faults = 0
    try:
        run_state_machine_as_test(JournalMachine, settings=runs)
    except AssertionError as error:
        _tell("state machine", repr(error))
        faults = 1
    what = "steps of the repositories against a dictionary"
    yield Row(what, what, counts.steps, "equal at each step", faults)


def _row(what: str, trials: Trials, group: str) -> Row:
    found = ", ".join(f"{how} {n}" for how, n in sorted(trials.found.items()))
    for fault in sorted(set(trials.faults)):
        _tell(what, fault)
    number = trials.found.total() + len(trials.faults)
    return Row(what, group, number, found, len(trials.faults))


def _tell(what: str, fault: str) -> None:
    sys.stderr.write(f"{what}: {fault}\n")


def _damaged(what: str, harm: Callable[[bytes], Iterator[bytes]]) -> Row:
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
    faults += longest_s > ANSWERED_WITHIN_S
    said = f"each noticed, slowest answer {longest_s:.2f} s"
    return Row(what, what, count, said, faults)


def _now() -> Any:
    return at("2026-11-22 12:00")


PARTS: tuple[Callable[[Counts], Iterator[Row]], ...] = (
    kills_of_saves,
    trials_of_everything,
    errors_of_the_system,
    power_cuts,
    bit_flips,
    damaged_files,
    state_machine,
    kills_of_patients,
)


def main(arguments: list[str]) -> int:
    """Run all rows and print their figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a taste: some minutes")
    parser.add_argument("--readme", action="store_true", help="put the table into the README")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    for run in PARTS:
        began = time.monotonic()
        for row in run(SHORT if chosen.short else Counts()):
            rows.append(row)
            sys.stdout.write(f"{row.what:58}{row.times:7,}  faults {row.faults}  ({row.found})\n")
            sys.stdout.flush()
        sys.stdout.write(f"{'':58}{time.monotonic() - began:7.0f} s\n")
    table = soak_table(rows)
    sys.stdout.write(f"\n{table}\n")
    if chosen.readme:
        put_table(README, table)
    return int(any(row.faults for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
