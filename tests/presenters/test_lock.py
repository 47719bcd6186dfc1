from collections.abc import Callable
from pathlib import Path

import pytest

from symptrack.domain.errors import JournalDamaged, JournalLocked, RefusedRequest
from symptrack.presenters.lock import (
    LONGEST_WAIT_S,
    LockDoors,
    LockPresenter,
    LockReason,
    locked_words,
)
from symptrack.storage.data_key import new_key
from symptrack.storage.openers import Opener
from symptrack.storage.protecting import WaysIn
from symptrack.storage.protection import hold
from symptrack.storage.recovery_code import new_code
from tests.storage.protected import PASSPHRASE, SECRETS

PATH = Path("symptrack.db")


class Door:
    """A journal that opens with its secrets, and a clock that is turned by hand."""

    def __init__(self) -> None:
        self.key = new_key()
        self.held = hold(self.key, SECRETS)
        self.tries = 0
        self.now_ms = 0.0
        self.ways = WaysIn(passphrase=True, recovery_code=True)
        self.damage: Exception | None = None

    def unlock(self, path: Path, opener: Opener) -> None:
        assert path == PATH
        self.tries += 1
        if opener(self.held) != self.key:
            raise JournalLocked("locked")
        if self.damage is not None:
            raise self.damage

    def presenter(self) -> LockPresenter:
        doors = LockDoors(
            ways_in=lambda _path: self.ways,
            unlock=self.unlock,
            lock=lambda: None,
            protect=lambda _path, _wanted: "",
        )
        return LockPresenter(PATH, doors, lambda: self.now_ms)


@pytest.fixture
def door() -> Door:
    return Door()


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedRequest) as caught:
        act()
    return str(caught.value)


def test_the_passphrase_and_the_code_let_in(door: Door) -> None:
    presenter = door.presenter()
    presenter.unlock(passphrase=PASSPHRASE)
    presenter.unlock(code=SECRETS.code.lower())
    assert door.tries == 2


def test_a_wrong_one_is_said_without_telling_anything(door: Door) -> None:
    presenter = door.presenter()
    said = refused(lambda: presenter.unlock(passphrase="my guess"))
    assert said == "This passphrase does not open the journal. Nothing was changed."
    said = refused(lambda: presenter.unlock(code=new_code()))
    assert said == "This recovery code belongs to another journal. Nothing was changed."
    assert "slip" in refused(lambda: presenter.unlock(code=SECRETS.code[:-1] + "?"))
    assert refused(presenter.unlock) == "Type the passphrase first."


def test_wrong_ones_slow_down_and_never_lock_out(door: Door) -> None:
    presenter = door.presenter()
    waits = []
    for number in range(1, 9):
        wait_s = 0
        while "wait" in refused(lambda: presenter.unlock(passphrase="my guess")):
            assert door.tries == number - 1  # not even tried
            door.now_ms += 1_000
            wait_s += 1
        assert door.tries == number
        waits.append(wait_s)
    assert waits == [0, 0, 0, 2, 4, 8, 16, LONGEST_WAIT_S]
    door.now_ms += 1_000 * LONGEST_WAIT_S
    presenter.unlock(passphrase=PASSPHRASE)


def test_the_wait_is_said_in_seconds_that_are_left(door: Door) -> None:
    presenter = door.presenter()
    for _each in range(3):
        refused(lambda: presenter.unlock(passphrase="my guess"))
    assert refused(lambda: presenter.unlock(passphrase=PASSPHRASE)) == (
        "Please wait 2 seconds, then try again."
    )
    door.now_ms += 1_500
    assert refused(lambda: presenter.unlock(passphrase=PASSPHRASE)) == (
        "Please wait 1 second, then try again."
    )
    door.now_ms += 500
    presenter.unlock(passphrase=PASSPHRASE)
    # Whoever got in begins anew.
    assert "does not open" in refused(lambda: presenter.unlock(passphrase="my guess"))
    assert "does not open" in refused(lambda: presenter.unlock(passphrase="my guess"))


def test_damage_behind_the_right_passphrase_is_no_wrong_passphrase(door: Door) -> None:
    door.damage = JournalDamaged("torn")
    with pytest.raises(JournalDamaged):
        door.presenter().unlock(passphrase=PASSPHRASE)


def test_the_page_says_why_it_is_locked_and_what_the_code_is_for(door: Door) -> None:
    presenter = door.presenter()
    assert presenter.view(LockReason.START).sentence == "Your passphrase opens your journal."
    asked = presenter.view(LockReason.ASKED)
    assert asked.sentence == "Nothing was lost. Your passphrase opens it where you were."
    away = presenter.view(LockReason.AWAY, after_min=15)
    assert away.sentence == "Locked after 15 minutes away. Nothing was lost."
    assert away.title == "Symptrack is locked"
    assert "Without passphrase and code nobody can open it" in away.forgotten
    assert away.by_code
    door.ways = WaysIn(passphrase=True)
    assert not presenter.view(LockReason.START).by_code
    assert "passphrase or its recovery code" in locked_words()
