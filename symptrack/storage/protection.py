"""What the patient protects the journal with, and how a data key is held under it."""

from dataclasses import dataclass

from symptrack.domain.errors import InvalidValue
from symptrack.storage.data_key import fingerprint_of
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.key_wrapping import N, WrappedKey, wrap
from symptrack.storage.openers import PASSPHRASE_CONTEXT, RECOVERY_CONTEXT, passphrase_secret
from symptrack.storage.recovery_code import secret_of
from symptrack.texts import _

LEAST_LETTERS, MOST_LETTERS = 8, 1_000


@dataclass(frozen=True, slots=True)
class Secrets:
    """A passphrase and the recovery code that opens what the passphrase does.

    ``cost`` is what every guess at one of them costs: scrypt's N.

    Raises
    ------
    InvalidValue
        Where the passphrase is too short to protect anything, or too long to be one.
    """

    passphrase: str
    code: str
    cost: int = N

    def __post_init__(self) -> None:
        check_passphrase(self.passphrase)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect anything, or too long to be one.

    Raises
    ------
    InvalidValue
        Of the field ``passphrase``.
    """
    if not LEAST_LETTERS <= len(passphrase) <= MOST_LETTERS:
        raise InvalidValue(
            "passphrase",
            _("it needs {least} to {most} letters, digits or spaces").format(
                least=LEAST_LETTERS, most=MOST_LETTERS
            ),
        )


def wrapped_passphrase(key: str, passphrase: str, *, cost: int = N) -> WrappedKey:
    """Return a data key wrapped by a passphrase; ``cost`` is what every guess at it costs."""
    return wrap(key, passphrase_secret(passphrase), PASSPHRASE_CONTEXT, cost=cost)


def wrapped_code(key: str, code: str, *, cost: int = N) -> WrappedKey:
    """Return a data key wrapped by a recovery code."""
    return wrap(key, secret_of(code), RECOVERY_CONTEXT, cost=cost)


def hold(key: str, secrets: Secrets | None, *, keyring: bool = False) -> HeldKey:
    """Return how a data key is to be held: wrapped by both secrets, or readable without.

    Takes some tenths of a second, as every guess at the passphrase does.
    """
    if secrets is None:
        return readable_key(key)
    return HeldKey(
        fingerprint_of(key),
        passphrase=wrapped_passphrase(key, secrets.passphrase, cost=secrets.cost),
        recovery_code=wrapped_code(key, secrets.code, cost=secrets.cost),
        keyring=keyring,
    )
