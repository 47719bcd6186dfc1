"""What makes a data key of what a keys file holds.

An opener takes a :class:`HeldKey` and returns the key, or ``None`` where it is not for it. It never
raises for a wrong secret: what does not open stays locked.
"""

from collections.abc import Callable

from symptrack.storage.data_key import fingerprint_of
from symptrack.storage.held_key import HeldKey

Opener = Callable[[HeldKey], str | None]

PASSPHRASE_CONTEXT = b"symptrack-keys 1 passphrase"
RECOVERY_CONTEXT = b"symptrack-keys 1 recovery code"


def readable(held: HeldKey) -> str | None:
    """Open what nothing protects."""
    return held.readable


def by_itself(held: HeldKey) -> str | None:
    """Open what nothing protects, and what this computer's keyring opens."""
    if not held.keyring:
        return held.readable
    from symptrack.storage.keyring_copy import from_keyring

    return from_keyring(held)


def known(key: str) -> Opener:
    """Open with a key that is known already, as that of the journal that is open, and what is
    readable besides."""
    fingerprint = fingerprint_of(key)

    def opener(held: HeldKey) -> str | None:
        return key if held.fingerprint == fingerprint else held.readable

    return opener


def any_of(*openers: Opener) -> Opener:
    """Try several, one after the other."""

    def opener(held: HeldKey) -> str | None:
        return next((key for one in openers if (key := one(held)) is not None), None)

    return opener


def with_passphrase(passphrase: str) -> Opener:
    """Open with what the patient typed."""
    secret = passphrase_secret(passphrase)

    def opener(held: HeldKey) -> str | None:
        if held.passphrase is None:
            return held.readable
        from symptrack.storage.key_wrapping import WrongSecret, unwrap

        try:
            return _same(held, unwrap(held.passphrase, secret, PASSPHRASE_CONTEXT))
        except WrongSecret:
            return None

    return _remembering(opener)


def with_recovery_code(code: str) -> Opener:
    """Open with the recovery code.

    Raises
    ------
    RefusedRequest
        At once, where it is no code or has a slip in it.
    """
    from symptrack.storage.recovery_code import secret_of

    secret = secret_of(code)

    def opener(held: HeldKey) -> str | None:
        if held.recovery_code is None:
            return held.readable
        from symptrack.storage.key_wrapping import WrongSecret, unwrap

        try:
            return _same(held, unwrap(held.recovery_code, secret, RECOVERY_CONTEXT))
        except WrongSecret:
            return None

    return _remembering(opener)


def with_either(typed: str) -> Opener:
    """Open with what the patient typed, be it the passphrase or the recovery code."""
    from symptrack.domain.errors import RefusedRequest

    try:
        return any_of(with_recovery_code(typed), with_passphrase(typed))
    except RefusedRequest:
        return with_passphrase(typed)


def passphrase_secret(passphrase: str) -> bytes:
    """Return a passphrase as bytes, the same however a keyboard puts its letters together."""
    import unicodedata

    return unicodedata.normalize("NFKC", passphrase).encode()


def _same(held: HeldKey, key: str) -> str | None:
    return key if held.is_of(key) else None


def _remembering(opener: Opener) -> Opener:
    """Ask once for each: making the key of a secret is slow on purpose."""
    found: dict[HeldKey, str | None] = {}

    def remembering(held: HeldKey) -> str | None:
        if held not in found:
            found[held] = opener(held)
        return found[held]

    return remembering
