"""Keyrings of a desktop, in memory."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring


class OfTheSystem(KeyringBackend):
    """A keyring as a desktop has one."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = self.forgetful = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise OSError("no bus")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise OSError("no bus")
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


OfTheSystem.__module__ = "keyring.backends.of_the_test"


class PlainFile(OfTheSystem):
    """One that keeps secrets where everybody can read them."""


PlainFile.__module__ = "keyrings.alt.file"


@contextmanager
def keyring_of_a_desktop() -> Iterator[OfTheSystem]:
    """Yield the keyring that this computer has for the time of a test."""
    backend = OfTheSystem()
    with _keyring(backend):
        yield backend


@contextmanager
def no_keyring() -> Iterator[None]:
    """Be on a computer without a keyring for the time of a test."""
    with _keyring(Keyring()):  # type: ignore[no-untyped-call]
        yield


@contextmanager
def _keyring(backend: KeyringBackend) -> Iterator[None]:
    former = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(former)
