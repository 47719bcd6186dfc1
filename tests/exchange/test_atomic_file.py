"""A file is written whole or not at all, and never over another one unasked."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.exchange.atomic_file import FileAlreadyThere, check_target, write_chosen, write_whole
from tests.journals import DATA

DATA_WRITTEN = b"0123456789" * 1_000


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def failing(number: int) -> Callable[..., None]:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_file_is_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_whole(tmp_path / "new", DATA_WRITTEN, replace=False)
    finally:
        os.umask(old)
    assert (tmp_path / "new").read_bytes() == DATA_WRITTEN
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert names_in(tmp_path) == {"new"}


def test_a_file_is_replaced_only_where_that_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_bytes(b"old")
    with pytest.raises(FileAlreadyThere, match="There is already a file mine; nothing was written"):
        write_whole(target, DATA_WRITTEN, replace=False)
    assert target.read_bytes() == b"old"
    write_whole(target, DATA_WRITTEN, replace=True)
    assert target.read_bytes() == DATA_WRITTEN
    assert names_in(tmp_path) == {"mine"}


def test_a_name_without_its_ending_gets_one_and_then_replaces_nothing(tmp_path: Path) -> None:
    assert write_chosen(tmp_path / "mine", b"first", ".txt") == tmp_path / "mine.txt"
    with pytest.raises(FileAlreadyThere):
        write_chosen(tmp_path / "mine", b"second", ".txt")
    assert (tmp_path / "mine.txt").read_bytes() == b"first"
    assert write_chosen(tmp_path / "mine.TXT", b"third", ".txt") == tmp_path / "mine.TXT"
    assert write_chosen(tmp_path / "mine.txt", b"fourth", ".txt").read_bytes() == b"fourth"


def test_a_file_that_appears_meanwhile_is_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine"
    sync = os.fsync

    def someone_else_writes(handle: int) -> None:
        sync(handle)
        target.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", someone_else_writes)
    with pytest.raises(FileAlreadyThere):
        write_whole(target, DATA_WRITTEN, replace=False)
    assert target.read_bytes() == b"theirs"
    assert names_in(tmp_path) == {"mine"}


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_disk_without_links_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: bool
) -> None:
    target = tmp_path / "new"

    def no_links(*_args: object) -> None:
        if meanwhile:
            target.write_bytes(b"theirs")
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    if meanwhile:
        with pytest.raises(FileAlreadyThere):
            write_whole(target, DATA_WRITTEN, replace=False)
        assert target.read_bytes() == b"theirs"
    else:
        write_whole(target, DATA_WRITTEN, replace=False)
        assert target.read_bytes() == DATA_WRITTEN
    assert names_in(tmp_path) == {"new"}


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, DATA_WRITTEN, replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == DATA_WRITTEN


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "There is no room left for new; nothing was written."),
        (errno.EDQUOT, "There is no room left for new; nothing was written."),
        (errno.EROFS, "new cannot be written: the folder is read-only."),
        (errno.EIO, "new could not be written."),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "link"])
def test_trouble_with_the_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, sentence: str
) -> None:
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(RefusedRequest) as caught:
        write_whole(tmp_path / "new", DATA_WRITTEN, replace=False)
    monkeypatch.undo()
    assert str(caught.value) == sentence
    assert names_in(tmp_path) == set()


def test_what_was_there_stays_where_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(RefusedRequest):
        write_whole(tmp_path / "mine", DATA_WRITTEN, replace=True)
    assert (tmp_path / "mine").read_bytes() == b"old"
    assert names_in(tmp_path) == {"mine"}


def test_a_real_end_of_room_leaves_nothing(tmp_path: Path) -> None:
    program = f"""
import resource, signal
from pathlib import Path
from symptrack.domain.errors import RefusedRequest
from symptrack.exchange.atomic_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path({str(tmp_path / "new")!r}), b"x" * 100_000, replace=False)
except RefusedRequest as refusal:
    print(refusal)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(DATA.parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "There is no room left for new; nothing was written.\n"
    assert names_in(tmp_path) == set()


def test_a_target_that_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "file").write_bytes(b"")
    for name, sentence in {
        "folder": "folder is a folder, not a file.",
        "pipe": "pipe is not a file that can be replaced.",
        "circle": "circle is not a file that can be replaced.",
        "none/new": f"There is no folder {tmp_path / 'none'}.",
        "file/new": f"There is no folder {tmp_path / 'file'}.",
        "x" * 300: "The name of the file is too long.",
        "nul\0": "nul\0 is not a file that can be replaced.",
    }.items():
        with pytest.raises(RefusedRequest) as caught:
            write_whole(tmp_path / name, b"", replace=True)
        assert str(caught.value) == sentence
    assert names_in(tmp_path) == {"folder", "pipe", "circle", "file"}


def test_a_long_name_that_just_fits_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("x" * 255), DATA_WRITTEN, replace=False)
    assert names_in(tmp_path) == {"x" * 255}


def test_a_target_can_be_checked_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"old")
    assert check_target(tmp_path / "new", replace=False) == (tmp_path / "new").resolve()
    assert check_target(tmp_path / "mine", replace=True) == (tmp_path / "mine").resolve()
    with pytest.raises(FileAlreadyThere):
        check_target(tmp_path / "mine", replace=False)
