"""What the patient protects the journal with, and how a data key is held under it."""

from dataclasses import dataclass

from symptrack.domain.errors import InvalidValue
from symptrack.storage.data_key import fingerprint_of
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.key_wrapping import N, wrap
from symptrack.storage.openers import PASSPHRASE_CONTEXT, RECOVERY_CONTEXT, passphrase_secret
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
        if not LEAST_LETTERS <= len(self.passphrase) <= MOST_LETTERS:
            raise InvalidValue(
                _("passphrase"),
                _("it needs {least} to {most} letters, digits or spaces").format(
                    least=LEAST_LETTERS, most=MOST_LETTERS
                ),
            )


def hold(key: str, secrets: Secrets | None, *, keyring: bool = False) -> HeldKey:
    """Return how a data key is to be held: wrapped by both secrets, or readable without.

    Takes some tenths of a second, as every guess at the passphrase does.
    """
    if secrets is None:
        return readable_key(key)
    from symptrack.storage.recovery_code import secret_of

    return HeldKey(
        fingerprint_of(key),
        passphrase=wrap(
            key, passphrase_secret(secrets.passphrase), PASSPHRASE_CONTEXT, cost=secrets.cost
        ),
        recovery_code=wrap(key, secret_of(secrets.code), RECOVERY_CONTEXT, cost=secrets.cost),
        keyring=keyring,
    )
