"""A file from the patient is read, or it is said why not."""

from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.incoming_file import read_whole


def test_a_file_is_read_up_to_a_byte_more_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert read_whole(tmp_path / "file", 5) == b"12345"
    assert read_whole(tmp_path / "file", 3) == b"1234"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none", "There is no file none."),
        ("file/none", "There is no file none."),
        ("folder", "folder is a folder, not a file."),
        ("nul\0", "nul\0 could not be read."),
    ],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(RefusedFile) as caught:
        read_whole(tmp_path / name, 5)
    assert str(caught.value) == sentence


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_args: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(RefusedFile, match="secret may not be read"):
        read_whole(tmp_path / "secret", 5)
