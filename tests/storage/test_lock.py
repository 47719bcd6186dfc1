import fcntl
import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from symptrack.domain.errors import JournalDamaged, JournalInUse, KeyMissing
from symptrack.storage import lock
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.lock import JournalLock
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of

ROOT = Path(__file__).parents[2]


def run(code: str, paths: JournalPaths) -> subprocess.CompletedProcess[str]:
    """Run code in another process with the journal open under the name ``open_it``."""
    prologue = (
        "import os, sys, time\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from symptrack.domain.errors import JournalUnavailable\n"
        "from symptrack.storage.journal_paths import JournalPaths\n"
        "from symptrack.storage.store import Store\n"
        "open_it = lambda: Store.open(\n"
        "    JournalPaths(Path(sys.argv[1])), now=lambda: datetime.now(UTC), create=True)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", prologue + code, str(paths.database)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_second_instance_leaves_within_two_seconds_with_a_sentence(
    store: Store, paths: JournalPaths
) -> None:
    second = run(
        "began = time.monotonic()\n"
        "try:\n"
        "    open_it()\n"
        "except JournalUnavailable as error:\n"
        "    print(type(error).__name__, error, time.monotonic() - began, sep='|')\n",
        paths,
    )
    assert second.stderr == ""
    name, sentence, seconds = second.stdout.strip().split("|")
    assert name == "JournalInUse"
    assert sentence == (
        "The journal is already open in another window or command; close that one first."
    )
    assert float(seconds) < 2
    store.add(make_check_in())  # the first one is not disturbed


def test_a_second_store_of_the_same_process_is_refused_too(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    with pytest.raises(JournalInUse):
        Store.open(paths, now=now)
    store.close()
    Store.open(paths, now=now).close()


def test_another_program_on_the_database_is_noticed_within_two_seconds(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    """Without our lock file: SQLite's own exclusive lock."""
    lock_file = paths.lock.with_name("elsewhere.lock")
    paths.lock.rename(lock_file)
    began = time.monotonic()
    with pytest.raises(JournalInUse):
        Store.open(paths, now=now)
    assert time.monotonic() - began < 2
    store.add(make_check_in())


def test_a_stale_lock_is_taken_over(paths: JournalPaths, now: Clock) -> None:
    died = run("store = open_it()\nprint('open', flush=True)\nos._exit(9)\n", paths)
    assert (died.stdout, died.returncode) == ("open\n", 9)
    assert paths.lock.read_bytes() == b"open\n"
    with Store.open(paths, now=now) as store:
        store.add(make_check_in())
    assert paths.lock.read_bytes() == b""


@pytest.mark.parametrize("sign", ["lock", "rollback"])
def test_after_an_unclean_end_everything_is_looked_over(
    store: Store, paths: JournalPaths, now: Clock, sign: str
) -> None:
    store.add(make_check_in())
    connection = connection_of(store)
    # An index that does not match its table: SQLite's quick check does not see it, the full does.
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX check_in_by_time ON check_in (time_zone)' "
        "WHERE name = 'check_in_by_time'"
    )
    store.close()
    Store.open(paths, now=now).close()  # a clean end: not looked for
    getattr(paths, sign).write_bytes(b"open\n")
    for _attempt in range(2):  # and it stays so until it is well
        with pytest.raises(JournalDamaged):
            Store.open(paths, now=now)
        paths.rollback.unlink(missing_ok=True)
        paths.lock.write_bytes(b"open\n")


def test_a_refused_start_leaves_the_note_of_the_last_end(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.close()
    paths.keys.unlink()
    paths.keys_copy.unlink()
    for note in (b"", b"open\n"):
        paths.lock.write_bytes(note)
        with pytest.raises(KeyMissing):
            Store.open(paths, now=now)
        assert paths.lock.read_bytes() == note


def test_a_lock_that_cannot_be_written_still_locks(
    paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> int:
        raise OSError(28, "No space left on device")

    paths.lock.parent.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        held = JournalLock.take(paths.lock)
    with pytest.raises(JournalInUse):
        JournalLock.take(paths.lock)
    held.release(clean=True)


class FakeMsvcrt(ModuleType):
    """Windows' lock by the byte, made of the lock of this system."""

    LK_NBLCK = 2

    def locking(self, handle: int, mode: int, length: int) -> None:
        """Lock at once, or raise ``PermissionError`` as Windows does."""
        assert (mode, length) == (self.LK_NBLCK, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None


def test_on_windows_a_byte_behind_the_content_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", FakeMsvcrt("msvcrt"))
    assert lock.__file__ is not None
    spec = importlib.util.spec_from_file_location("lock_on_windows", lock.__file__)
    assert spec is not None
    assert spec.loader is not None
    on_windows = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(on_windows)
    path = tmp_path / "symptrack.lock"
    held = on_windows.JournalLock.take(path)
    assert path.read_bytes() == b"open\n"
    with pytest.raises(JournalInUse):
        on_windows.JournalLock.take(path)
    held.release(clean=False)
    again = on_windows.JournalLock.take(path)
    assert again.left_open
    again.release(clean=True)
    assert path.read_bytes() == b""
