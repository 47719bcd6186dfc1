"""A wrapped key comes back only with its secret."""

import json
from typing import Any

import pytest

from symptrack.storage.data_key import new_key
from symptrack.storage.key_wrapping import MOST_N, WrappedKey, WrongSecret, unwrap, wrap

SECRET, CONTEXT = b"secret of 128 bits", b"a test"
KEY = new_key()
WRAPPED = wrap(KEY, SECRET, CONTEXT)


def test_a_key_comes_back_with_its_secret_out_of_a_file() -> None:
    plain = json.loads(json.dumps(WRAPPED.as_plain()))
    assert unwrap(WrappedKey.from_plain(plain), SECRET, CONTEXT) == KEY
    assert KEY not in json.dumps(plain)


@pytest.mark.parametrize(("secret", "context"), [(b"another", CONTEXT), (SECRET, b"another")])
def test_with_another_secret_or_for_another_use_it_does_not(secret: bytes, context: bytes) -> None:
    with pytest.raises(WrongSecret):
        unwrap(WRAPPED, secret, context)


def test_a_key_that_was_changed_does_not_come_back() -> None:
    plain = WRAPPED.as_plain()
    sealed = bytearray.fromhex(plain["sealed"])
    sealed[3] ^= 1
    with pytest.raises(WrongSecret):
        unwrap(WrappedKey.from_plain(plain | {"sealed": sealed.hex()}), SECRET, CONTEXT)


def test_a_key_is_wrapped_anew_each_time() -> None:
    again = wrap(KEY, SECRET, CONTEXT)
    assert (again.salt, again.nonce, again.sealed) != (WRAPPED.salt, WRAPPED.nonce, WRAPPED.sealed)


def test_only_a_data_key_is_wrapped() -> None:
    with pytest.raises(ValueError, match="64 small hexadecimal"):
        wrap("abc", SECRET, CONTEXT)


def changed(path: str, value: Any) -> Any:
    plain = WRAPPED.as_plain()
    *way, last = path.split(".")
    inner: Any = plain
    for step in way:
        inner = inner[step]
    inner[last] = value
    return plain


@pytest.mark.parametrize(
    "plain",
    [
        None,
        {},
        [],
        changed("kdf", None),
        changed("kdf.name", "pbkdf2"),
        changed("kdf.n", MOST_N * 2),
        changed("kdf.n", 65_537),
        changed("kdf.n", 1),
        changed("kdf.n", True),
        changed("kdf.n", "65536"),
        changed("kdf.r", 1_000_000),
        changed("kdf.salt", ""),
        changed("kdf.salt", "xyz"),
        changed("kdf.salt", 5),
        changed("cipher.nonce", "00"),
        changed("cipher.name", "none"),
        changed("sealed", "00" * 1_000),
        changed("more", "than there is"),
    ],
)
def test_what_is_not_exactly_a_wrapped_key_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match=r"wrapped key|cost"):
        WrappedKey.from_plain(plain)
