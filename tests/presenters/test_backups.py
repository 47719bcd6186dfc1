"""What is said of the backups, and a copy out of the journal and into a file."""

import errno
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from symptrack.domain.errors import DiskFull, JournalUnavailable, RefusedRequest
from symptrack.exchange.atomic_file import FileAlreadyThere
from symptrack.presenters.backups import BackupLine, BackupsPresenter, last_backup_line
from symptrack.presenters.recovery_sheet import write_sheet
from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at, make_check_in


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = at("2026-11-21 18:02")

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def store(tmp_path: Path, hands: Hands) -> Iterator[Store]:
    paths = JournalPaths(tmp_path / "journal" / "symptrack.db")
    with Store.open(paths, now=hands, create=True) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store, hands: Hands) -> BackupsPresenter:
    return BackupsPresenter(store, hands)


def test_the_line_says_how_old_the_last_backup_is(
    presenter: BackupsPresenter, store: Store, hands: Hands
) -> None:
    assert presenter.line() == BackupLine(
        "No backup yet; the first is made with the first entry.", False
    )
    store.add(make_check_in())
    assert presenter.back_up_now() == BackupLine("Last backup: today, 18:02.", False)
    hands.time += timedelta(days=1)
    assert last_backup_line(store, hands()) == BackupLine("Last backup: yesterday, 18:02.", False)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "there is no room left on the disk."),
        (errno.EROFS, "its folder cannot be written."),
        (errno.EIO, "the disk did not take it."),
    ],
)
def test_a_backup_that_could_not_be_made_is_told(
    presenter: BackupsPresenter,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    reason: str,
) -> None:
    def broken(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    store.add(make_check_in())
    for before in ("There is none yet.", "Last good one: today, 18:02."):
        with monkeypatch.context() as trouble:
            trouble.setattr("os.fsync", broken)
            with pytest.raises(JournalUnavailable):
                presenter.back_up_now()
        assert presenter.line() == BackupLine(
            f"The last backup could not be made: {reason} {before}", True
        )
        presenter.back_up_now()


def test_each_backup_is_listed_with_what_it_holds(
    presenter: BackupsPresenter, store: Store
) -> None:
    store.backups.make()
    store.add(make_check_in("2026-11-20 08:00"))
    store.backups.make()
    backups_in(store.paths.backups)[1].path.write_bytes(b"torn")
    good, torn = presenter.rows()
    assert (good.when, good.sound) == ("Today, 18:02", True)
    assert good.words == "It holds 1 check-in; the newest entry: yesterday, 08:00."
    assert (torn.words, torn.sound) == ("It cannot be opened; it stays as it is.", False)


def test_a_copy_is_written_read_back_and_opened_by_its_code(
    presenter: BackupsPresenter, store: Store, tmp_path: Path
) -> None:
    store.add(make_check_in())
    saved = presenter.elsewhere.save(tmp_path / "mine")
    assert saved.file == tmp_path / "mine.symptrack"
    before = saved.file.read_bytes()
    with pytest.raises(FileAlreadyThere):
        presenter.elsewhere.save(tmp_path / "mine")
    assert saved.file.read_bytes() == before
    store.add(make_check_in())
    assert presenter.preview(saved.file, saved.code).lines[1] == (
        "Not in the copy, so out of the journal then: 1 check-in."
    )
    with pytest.raises(RefusedRequest):
        presenter.preview(saved.file, "ABCD")


def test_the_name_of_a_copy_says_nothing_of_the_patient(presenter: BackupsPresenter) -> None:
    assert presenter.elsewhere.proposed_name() == "journal-2026-11-21.symptrack"


def test_where_a_copy_cannot_be_written_that_is_told(
    presenter: BackupsPresenter, tmp_path: Path
) -> None:
    with pytest.raises(RefusedRequest, match="no folder"):
        presenter.elsewhere.save(tmp_path / "none" / "mine.symptrack")


def test_without_room_no_copy_is_written(
    presenter: BackupsPresenter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(DiskFull):
        presenter.elsewhere.save(tmp_path / "mine.symptrack")
    assert not (tmp_path / "mine.symptrack").exists()


@pytest.mark.parametrize(
    ("name", "written"), [("code.txt", "code.txt"), ("code.pdf", "code.pdf"), ("a", "a.pdf")]
)
def test_the_page_of_the_code_is_a_text_or_a_pdf(
    presenter: BackupsPresenter, tmp_path: Path, name: str, written: str
) -> None:
    saved = presenter.elsewhere.save(tmp_path / "mine.symptrack")
    sheet = presenter.elsewhere.sheet(saved)
    write_sheet(sheet, tmp_path / name, b"%PDF")
    content = (tmp_path / written).read_bytes()
    assert content == (sheet.text.encode() if name.endswith(".txt") else b"%PDF")
    assert saved.code in sheet.text
    assert "the copy mine.symptrack of 21 November 2026" in sheet.text
    assert "Move a journal here" in sheet.text
