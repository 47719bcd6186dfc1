"""A data key as a keys file holds it, and what opens it."""

from dataclasses import replace

import pytest

from symptrack.domain.errors import InvalidValue, RefusedRequest
from symptrack.storage.data_key import new_key
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.openers import any_of, known, readable, with_passphrase, with_recovery_code
from symptrack.storage.protection import LEAST_LETTERS, Secrets, hold
from symptrack.storage.recovery_code import new_code
from tests.storage.protected import PASSPHRASE, SECRETS

OPENER = with_passphrase(PASSPHRASE)


@pytest.mark.parametrize("passphrase", ["", "x" * (LEAST_LETTERS - 1), "x" * 1_001])
def test_a_passphrase_that_protects_nothing_is_refused(passphrase: str) -> None:
    with pytest.raises(InvalidValue, match="it needs 8 to 1000 letters"):
        Secrets(passphrase, new_code())


def test_a_slip_in_the_code_is_said_before_anything_is_tried() -> None:
    with pytest.raises(RefusedRequest, match="slip"):
        with_recovery_code(SECRETS.code[:-1] + ("0" if SECRETS.code[-1] != "0" else "1"))


def test_an_opener_takes_only_the_key_that_the_file_names() -> None:
    key, other = new_key(), new_key()
    held = hold(key, SECRETS)
    lying = replace(held, fingerprint=readable_key(other).fingerprint)
    for opener in (OPENER, with_recovery_code(SECRETS.code)):
        assert opener(held) == key
        assert opener(readable_key(other)) == other
    assert known(key)(held) == key
    assert known(other)(held) is None
    assert any_of(known(other), OPENER)(held) == key
    assert any_of(known(other), readable)(held) is None
    assert OPENER(lying) is None
    assert with_recovery_code(SECRETS.code)(lying) is None


def plain(**changes: object) -> dict[str, object]:
    return hold(new_key(), SECRETS, keyring=True).as_plain() | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"fingerprint": "xyz"},
        {"fingerprint": 5},
        {"readable": "short"},
        {"readable": 5},
        {"readable": "0" * 64},
        {"passphrase": {}},
        {"other": 1},
        {"passphrase": None, "recovery_code": None},
    ],
    ids=str,
)
def test_a_held_key_that_is_not_whole_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"key|fingerprint|opens"):
        HeldKey.from_plain(plain(**changes))


def test_a_held_key_is_read_as_it_was_written() -> None:
    for held in (hold(new_key(), SECRETS, keyring=True), readable_key(new_key())):
        assert HeldKey.from_plain(held.as_plain()) == held
    with pytest.raises(ValueError, match="no held key"):
        HeldKey.from_plain([])
