"""Commands on a journal that a passphrase protects."""

import io

import pytest

from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from tests.cli.desk import NOW, Desk
from tests.storage.protected import PASSPHRASE, protect


class Keyboard(io.StringIO):
    """Standard input at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def locked(kept: Desk) -> Desk:
    """Return a desk with a journal under a passphrase."""
    protect(JournalPaths(kept.journal), lambda: NOW)
    return kept


def give(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_the_passphrase_comes_from_the_first_line(
    locked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, PASSPHRASE)
    ran = locked.run("check", "--passphrase-stdin")
    assert ran.status == 0
    assert "check-ins" in ran.out
    assert PASSPHRASE not in ran.out + ran.err


def test_without_it_a_command_refuses_and_says_how_to_give_it(
    locked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch)
    assert "--passphrase-stdin" in locked.refused("check")


def test_a_wrong_one_is_refused_in_one_sentence(
    locked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "not this one")
    said = locked.refused("check", "--passphrase-stdin")
    assert said == "This passphrase does not open the journal; nothing was changed."


@pytest.mark.parametrize(("typed", "status"), [(PASSPHRASE, 0), ("not this one", 1)])
def test_at_a_terminal_it_is_asked_for_once(
    locked: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, status: int
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: typed)
    ran = locked.run("check")
    assert ran.status == status
    assert ("does not open" in ran.err) == bool(status)


def test_a_backup_is_put_back_with_the_passphrase(
    locked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backups_in(JournalPaths(locked.journal).backups)[0].path
    give(monkeypatch)
    assert "--passphrase-stdin" in locked.refused("restore", str(backup))
    give(monkeypatch, PASSPHRASE)
    ran = locked.run("restore", str(backup), "--passphrase-stdin")
    assert ran.status == 0
    assert ran.out.endswith("Put back. There was nothing here before.\n") or "Put back" in ran.out


def test_a_copy_elsewhere_needs_no_code_of_its_own(
    locked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, PASSPHRASE)
    ran = locked.run("backup", locked.file("mine.symptrack"), "--passphrase-stdin")
    assert ran.out.endswith("The journal's passphrase or its recovery code opens it.\n")
