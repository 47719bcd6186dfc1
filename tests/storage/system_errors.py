"""Every call that the system answers for files fails, at its N-th time: ``strace`` lets it.

``python -m tests.storage.system_errors NAME CALL HOW`` is what runs under ``strace``: it reads the
number of a call and a journal's path, forks, and lets the operation meet the error at that call.
``strace`` counts for each process and fails its ``LIMIT``-th call; a process that is to meet the
error at its N-th call first makes all but N of them in vain. So one ``strace`` serves all trials.
"""

import errno
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from symptrack.domain.errors import SymptrackError
from symptrack.storage.journal_paths import JournalPaths
from tests.storage.operations import OPERATIONS, Operation, trial_folder
from tests.storage.trials import FAULT, REFUSED

ROOT = Path(__file__).parents[2]
LIMIT = 2_000
NO_HANDLE, NOWHERE = 1 << 20, "/nowhere/at/all"

IN_VAIN: dict[str, Callable[[], object]] = {
    "pread64": lambda: os.pread(NO_HANDLE, 1, 0),
    "pwrite64": lambda: os.pwrite(NO_HANDLE, b"x", 0),
    "fsync": lambda: os.fsync(NO_HANDLE),
    "fdatasync": lambda: os.fdatasync(NO_HANDLE),
    "ftruncate": lambda: os.ftruncate(NO_HANDLE, 0),
    "unlink": lambda: os.unlink(NOWHERE),  # noqa: PTH108 - the call itself is what counts
    "rename": lambda: os.rename(NOWHERE, NOWHERE),  # noqa: PTH104
    "link": lambda: os.link(NOWHERE, NOWHERE),
    "mkdir": lambda: os.mkdir(NOWHERE),  # noqa: PTH102
}
"""The calls, each made so that it does nothing."""


@dataclass
class Seen:
    """How the trials ended, and what must not be."""

    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def fail_each_call(name: str, call: str, *, for_good: bool) -> Seen:
    """Let an operation's N-th call of a kind fail, once or from then on, for each N."""
    operation, seen = OPERATIONS[name](), Seen()
    folder = trial_folder()
    operation.prepare(JournalPaths(folder / "template" / "symptrack.db"))
    with _under_strace(name, call, for_good=for_good) as run:
        to_come = -_ran(run, folder, LIMIT - 1, lambda _paths, _status: None)
        if to_come <= 0:
            raise OverflowError(f"{name} makes more than {LIMIT} calls of {call}")
        count = LIMIT - 1 - to_come
        for number in range(1, count + 1):
            _ran(run, folder, number, lambda paths, status: _look(operation, paths, status, seen))
    shutil.rmtree(folder)
    return seen


def _ran(
    run: Callable[[int, Path], int],
    folder: Path,
    number: int,
    look: Callable[[JournalPaths, int], None],
) -> int:
    journal = folder / str(number)
    shutil.copytree(folder / "template", journal)
    paths = JournalPaths(journal / "symptrack.db")
    answer = run(number, paths.database)
    look(paths, answer)
    shutil.rmtree(journal)
    return answer


def _look(operation: Operation, paths: JournalPaths, status: int, seen: Seen) -> None:
    if status not in {0, REFUSED}:
        seen.faults.append(f"ended with {status}")
    try:
        with operation.surrounding():
            ended = operation.look(paths)
    except (SymptrackError, AssertionError) as error:
        seen.faults.append(f"{type(error).__name__}: {error}")
        return
    if status == 0 and ended == "before":
        seen.faults.append("acknowledged, and not there")
    seen.found[ended] += 1


@contextmanager
def _under_strace(name: str, call: str, *, for_good: bool) -> Iterator[Callable[[int, Path], int]]:
    when = f"{LIMIT}+" if for_good else f"{LIMIT}"
    command = [
        *("strace", "-f", "--seccomp-bpf", "-o", os.devnull, "-e", f"trace={call}"),
        *("-e", f"inject={call}:error=EIO:when={when}"),
        *(sys.executable, "-m", "tests.storage.system_errors", name, call),
        "for good" if for_good else "once",
    ]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        asked, answers = server.stdin, server.stdout

        def run(number: int, database: Path) -> int:
            asked.write(f"{number} {database}\n")
            asked.flush()
            return int(answers.readline())

        yield run
        asked.close()


def _serve(name: str, call: str, *, for_good: bool) -> None:
    operation = OPERATIONS[name]()
    for line in sys.stdin:
        number, database = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            _answer(operation, call, int(number), JournalPaths(Path(database)), for_good=for_good)
        os.waitpid(child, 0)


def _answer(
    operation: Operation, call: str, number: int, paths: JournalPaths, *, for_good: bool
) -> None:
    """Run the operation so that its N-th call of a kind fails, and answer how it ended.

    Where the error is still to come the answer is minus how many calls more that takes; only the
    first run is meant to end so, by which the calls are counted.
    """
    status = FAULT
    try:
        assert not any(_fails(call) for _each in range(LIMIT - number))
        with operation.surrounding():
            operation.run(paths)
        status = 0
    except SymptrackError:
        status = REFUSED
    finally:
        more = 1
        while more <= number and not _fails(call):
            more += 1
        to_come = more > 1 if for_good else more <= number
        sys.stdout.write(f"{-more if to_come else status}\n")
        sys.stdout.flush()
        os._exit(0)


def _fails(call: str) -> bool:
    try:
        IN_VAIN[call]()
    except OSError as error:
        return error.errno == errno.EIO
    return False


if __name__ == "__main__":
    os.umask(0o077)
    _serve(sys.argv[1], sys.argv[2], for_good=sys.argv[3] == "for good")
