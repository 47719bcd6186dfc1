"""Every file that a command writes: whole or not there, for its owner only, over none unasked."""

import errno
import os

import pytest

from tests.cli.desk import Desk
from tests.failing_files import TROUBLE, refusing

WRITTEN = [
    ("export", "a.json"),
    ("export", "a.zip"),
    ("export", "a.fhir.json"),
    ("export", "a.ics"),
    ("report", "a.pdf"),
    ("chart course", "a.png"),
    ("chart side-effects", "a.svg"),
    ("chart days-after", "a.pdf"),
    ("backup", "a.symptrack"),
]


@pytest.mark.parametrize(("command", "name"), WRITTEN)
def test_a_file_is_whole_or_not_there_and_over_none_unasked(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    folder = (kept.folder / "files").resolve()
    folder.mkdir()
    file = folder / name
    argv = (*command.split(), str(file))
    for number, sentence in TROUBLE.items():
        with monkeypatch.context() as patched:
            patched.setattr(os, "open", refusing(folder, number))
            assert kept.refused(*argv) == sentence.format(name)
    assert kept.names("files") == set()

    assert kept.run(*argv).status == 0
    whole = file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600

    sentence = f"There is already a file {name}; nothing was written."
    assert kept.refused(*argv) == sentence
    file.write_bytes(b"mine")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refusing(folder, errno.ENOSPC))
        assert kept.refused(*argv, "--force") == TROUBLE[errno.ENOSPC].format(name)
    assert file.read_bytes() == b"mine"

    assert kept.run(*argv, "--force").status == 0
    assert len(file.read_bytes()) > len(whole) / 2
    assert kept.names("files") == {name}


@pytest.mark.parametrize(("command", "name"), WRITTEN)
def test_a_stick_that_was_removed_is_one_sentence(kept: Desk, command: str, name: str) -> None:
    sentence = kept.refused(*command.split(), kept.file(f"stick/{name}"))
    assert sentence == f"There is no folder {kept.folder / 'stick'}."
    assert kept.names() == {"data"}
