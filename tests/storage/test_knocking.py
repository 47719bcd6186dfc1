"""A second start knocks at the window that holds the journal."""

from pathlib import Path
from threading import Thread

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.knocking import bring_forward, take_knock
from symptrack.storage.lock import JournalLock
from symptrack.storage.store import Store


def test_a_window_that_takes_the_knock_comes_forward(store: Store, paths: JournalPaths) -> None:
    def answer() -> None:
        while not take_knock(paths):
            pass

    window = Thread(target=answer)
    window.start()
    assert bring_forward(paths)
    window.join()
    assert not paths.knock.exists()


def test_who_does_not_answer_is_no_window_and_no_knock_is_left(
    store: Store, paths: JournalPaths
) -> None:
    assert not bring_forward(paths)
    assert not take_knock(paths)


def test_where_nobody_holds_the_journal_nobody_is_asked(paths: JournalPaths) -> None:
    assert not bring_forward(paths)
    paths.lock.parent.mkdir()
    paths.lock.write_bytes(b"open\n")  # by a crash
    assert not bring_forward(paths)
    assert paths.lock.read_bytes() == b"open\n"
    JournalLock.take(paths.lock).release(clean=True)


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert not bring_forward(JournalPaths(in_the_way / "symptrack.db"))
