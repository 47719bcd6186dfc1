from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue, JournalLocked, RefusedRequest
from symptrack.presenters.protection import (
    Change,
    Protection,
    ProtectionPresenter,
    Wanted,
    code_words,
    current_words,
    keeps_out_words,
    protection_ways,
)
from symptrack.storage.backups import listed
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import (
    Opener,
    by_itself,
    readable,
    with_passphrase,
    with_recovery_code,
)
from symptrack.storage.recovery_code import new_code
from symptrack.storage.store import Store
from tests.builders import at, make_check_in
from tests.keyrings import OfTheSystem, keyring_of_a_desktop, no_keyring
from tests.storage.protected import PASSPHRASE, SECRETS, protect, readable_keys_in

LATER = "another passphrase"
OPENER = with_passphrase(PASSPHRASE)


def now() -> object:
    return at("2026-09-01 21:00")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return a closed journal with a check-in and a backup."""
    path = tmp_path / "symptrack.db"
    with Store.open(JournalPaths(path), now=now, create=True) as store:  # type: ignore[arg-type]
        store.add(make_check_in())
        store.backups.make()
    return path


@pytest.fixture
def protected(journal: Path) -> Path:
    """Return the same journal under a passphrase."""
    protect(JournalPaths(journal), now)  # type: ignore[arg-type]
    return journal


@pytest.fixture
def desktop() -> Iterator[OfTheSystem]:
    with keyring_of_a_desktop() as backend:
        yield backend


def carry_out(journal: Path, wanted: Wanted, opener: Opener = OPENER) -> str:
    return Protection(journal, now, opener).carry_out(wanted)  # type: ignore[arg-type]


def opens(journal: Path, opener: Opener) -> bool:
    """Whether an opener opens the journal and all its backups, or none of them."""
    paths = JournalPaths(journal)
    backups = {one.holding is not None for one in listed(paths, opener)}
    try:
        Store.open(paths, now=now, opener=opener).close()  # type: ignore[arg-type]
    except JournalLocked:
        assert backups == {False}
        return False
    assert backups == {True}
    return True


def asked_for(journal: Path, change: Change, *, new_key: bool = False) -> Wanted:
    """Go through what a change asks for."""
    presenter = ProtectionPresenter(journal, change)
    if change is not Change.SET:
        presenter.give_current(PASSPHRASE)
    if change in {Change.SET, Change.RENEW}:
        presenter.give_new(LATER, LATER, new_key=new_key)
    if presenter.wanted.needs_code:
        presenter.take_code()
        assert presenter.wanted.code == presenter.code == presenter.sheet().code
    else:
        assert presenter.wanted.code == ""
    return presenter.wanted


def test_the_first_passphrase_protects_the_journal_and_its_backups(journal: Path) -> None:
    assert not protection_ways(journal).protected
    wanted = asked_for(journal, Change.SET)
    said = carry_out(journal, wanted, readable)
    assert "open with your passphrase or your recovery code only" in said
    assert protection_ways(journal).protected
    assert readable_keys_in(journal.parent) == []
    assert opens(journal, with_passphrase(LATER))
    assert opens(journal, with_recovery_code(wanted.code))
    assert not opens(journal, readable)


def test_a_new_passphrase_takes_the_place_of_the_old_one_and_the_code_stays(
    protected: Path,
) -> None:
    said = carry_out(protected, asked_for(protected, Change.RENEW))
    assert "the old one does not" in said
    assert opens(protected, with_passphrase(LATER))
    assert opens(protected, with_recovery_code(SECRETS.code))
    assert not opens(protected, OPENER)


def test_a_forgotten_passphrase_is_changed_with_the_recovery_code(protected: Path) -> None:
    presenter = ProtectionPresenter(protected, Change.RENEW)
    presenter.give_current(SECRETS.code.lower())
    presenter.give_new(LATER, LATER)
    carry_out(protected, presenter.wanted)
    assert opens(protected, with_passphrase(LATER))
    assert opens(protected, with_recovery_code(SECRETS.code))


def test_a_new_passphrase_can_come_with_a_new_key(protected: Path, desktop: OfTheSystem) -> None:
    carry_out(protected, Wanted(change=Change.KEYRING_ON))
    assert len(desktop.kept) == 1
    wanted = asked_for(protected, Change.RENEW, new_key=True)
    assert "open nothing here any more" in carry_out(protected, wanted)
    assert opens(protected, with_passphrase(LATER))
    assert opens(protected, with_recovery_code(wanted.code))
    assert not opens(protected, with_recovery_code(SECRETS.code))
    assert desktop.kept == {}


def test_a_new_code_takes_the_place_of_a_lost_sheet(protected: Path) -> None:
    wanted = asked_for(protected, Change.CODE)
    assert "the old one does not" in carry_out(protected, wanted)
    assert opens(protected, OPENER)
    assert opens(protected, with_recovery_code(wanted.code))
    assert not opens(protected, with_recovery_code(SECRETS.code))


@pytest.mark.parametrize("kept", [True, False])
def test_a_passphrase_can_be_removed(protected: Path, desktop: OfTheSystem, kept: bool) -> None:
    if kept:
        carry_out(protected, Wanted(change=Change.KEYRING_ON))
    said = carry_out(protected, asked_for(protected, Change.REMOVE))
    assert said.startswith("Your journal opens without a passphrase.")
    assert opens(protected, readable)
    assert desktop.kept == {}


def test_the_keyring_opens_it_on_this_computer_until_it_is_taken_back(
    protected: Path, desktop: OfTheSystem
) -> None:
    assert "by itself" in carry_out(protected, Wanted(change=Change.KEYRING_ON))
    assert protection_ways(protected).keyring
    assert opens(protected, by_itself)
    assert "asks for its passphrase again" in carry_out(
        protected, Wanted(change=Change.KEYRING_OFF)
    )
    assert not opens(protected, by_itself)
    assert opens(protected, OPENER)


def test_without_a_keyring_that_is_said_and_nothing_changes(protected: Path) -> None:
    with no_keyring(), pytest.raises(RefusedRequest, match="no keyring"):
        carry_out(protected, Wanted(change=Change.KEYRING_ON))
    assert not protection_ways(protected).keyring


def test_each_change_wants_the_present_passphrase(protected: Path) -> None:
    for change in (Change.RENEW, Change.CODE, Change.REMOVE):
        presenter = ProtectionPresenter(protected, change)
        assert presenter.change is change
        with pytest.raises(RefusedRequest, match="does not open"):
            presenter.give_current("not this one")
        with pytest.raises(RefusedRequest, match="does not open"):
            carry_out(
                protected,
                Wanted(change=change, current="not this one", passphrase=LATER, code=new_code()),
            )
    assert opens(protected, OPENER)


def test_a_new_passphrase_is_typed_twice(journal: Path) -> None:
    presenter = ProtectionPresenter(journal, Change.SET)
    with pytest.raises(InvalidValue, match="8 to 1000") as short:
        presenter.give_new("short", "short")
    assert short.value.field == "passphrase"
    with pytest.raises(InvalidValue, match="not the same") as differs:
        presenter.give_new(LATER, "another pasphrase")
    assert differs.value.field == "again"
    assert presenter.wanted.passphrase == ""


def test_the_page_of_the_code_says_what_it_opens_and_how(journal: Path) -> None:
    presenter = ProtectionPresenter(journal, Change.SET)
    sheet = presenter.sheet()
    assert presenter.code in sheet.text
    assert "I forgot my passphrase" in sheet.text
    assert presenter.wanted.code == ""


def test_it_is_said_what_a_change_comes_to() -> None:
    said = {current_words(change) for change in (Change.RENEW, Change.CODE, Change.REMOVE)}
    assert len(said) == 3
    assert any("kept nowhere" in words for words in (code_words(),))
    assert any("does not protect" in words for words in keeps_out_words())


def test_what_opens_it_after_a_change_is_known(journal: Path) -> None:
    wanted = asked_for(journal, Change.SET)
    protection = Protection(journal, now, readable)  # type: ignore[arg-type]
    protection.carry_out(wanted)
    assert opens(journal, protection.opener_after(wanted))
    assert protection.opener_after(Wanted(change=Change.KEYRING_ON)) is readable


@pytest.mark.parametrize("change", [Change.SET, Change.RENEW, Change.CODE, Change.REMOVE])
def test_every_page_has_a_name(journal: Path, change: Change) -> None:
    assert ProtectionPresenter(journal, change).title
