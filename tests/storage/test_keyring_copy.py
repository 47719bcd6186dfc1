from collections.abc import Iterator

import keyring
import pytest

from symptrack.domain.errors import JournalLocked, RefusedRequest
from symptrack.storage.data_key import new_key
from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keyring_copy import (
    from_keyring,
    keep_in_keyring,
    keyring_of_this_computer,
    remove_from_keyring,
)
from symptrack.storage.openers import with_passphrase
from symptrack.storage.protecting import change_secrets
from symptrack.storage.protection import hold
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.keyrings import OfTheSystem, PlainFile, keyring_of_a_desktop
from tests.storage.conftest import Clock
from tests.storage.protected import PASSPHRASE, SECRETS, protect


@pytest.fixture
def desktop() -> Iterator[OfTheSystem]:
    with keyring_of_a_desktop() as backend:
        yield backend


def test_a_journal_opens_by_itself_with_the_copy_in_the_keyring(
    store: Store, paths: JournalPaths, now: Clock, desktop: OfTheSystem
) -> None:
    store.add(make_check_in())
    store.close()
    protect(paths, now)

    def with_copy(key: str, _held: object) -> object:
        held = hold(key, SECRETS, keyring=True)
        keep_in_keyring(held, key)
        return held

    opener = with_passphrase(PASSPHRASE)
    change_secrets(paths, opener=opener, now=now, held_anew=with_copy)  # type: ignore[arg-type]
    with Store.open(paths, now=now, opener=from_keyring) as opened:
        assert len(opened.load().check_ins) == 1
    desktop.kept.clear()  # the keyring is lost, the journal is not
    with pytest.raises(JournalLocked):
        Store.open(paths, now=now, opener=from_keyring)
    with Store.open(paths, now=now, opener=opener) as opened:
        assert len(opened.load().check_ins) == 1


def test_what_is_not_in_the_keyring_or_is_another_key_stays_locked(desktop: OfTheSystem) -> None:
    key = new_key()
    held = hold(key, SECRETS, keyring=True)
    assert from_keyring(held) is None
    keep_in_keyring(held, key)
    assert from_keyring(held) == key
    assert from_keyring(hold(key, SECRETS)) is None  # nobody asked for it
    desktop.broken = True
    assert from_keyring(held) is None
    desktop.broken = False
    (place,) = desktop.kept
    for other in (new_key(), "not a key"):
        desktop.kept[place] = other
        assert from_keyring(held) is None
    remove_from_keyring(held)
    assert desktop.kept == {}
    remove_from_keyring(held)  # one that is gone already is no error
    readable = readable_key(key)
    assert from_keyring(readable) == key


def test_a_keyring_that_does_not_keep_the_key_is_said(desktop: OfTheSystem) -> None:
    key = new_key()
    desktop.forgetful = True
    with pytest.raises(RefusedRequest, match="no keyring"):
        keep_in_keyring(hold(key, SECRETS, keyring=True), key)
    desktop.broken = True
    with pytest.raises(RefusedRequest, match="no keyring"):
        keep_in_keyring(hold(key, SECRETS, keyring=True), key)


def test_only_a_keyring_of_the_system_is_one(desktop: OfTheSystem) -> None:
    assert keyring_of_this_computer() is desktop
    keyring.set_keyring(PlainFile())
    assert keyring_of_this_computer() is None
    key = new_key()
    with pytest.raises(RefusedRequest, match="no keyring"):
        keep_in_keyring(hold(key, SECRETS, keyring=True), key)
    held = hold(key, SECRETS, keyring=True)
    assert from_keyring(held) is None
    remove_from_keyring(held)
