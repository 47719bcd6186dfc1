"""A journal under a passphrase, made cheap to open: every guess costs little in a test."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_held
from symptrack.storage.openers import readable
from symptrack.storage.protecting import change_data_key
from symptrack.storage.protection import Secrets
from symptrack.storage.recovery_code import new_code

PASSPHRASE = "Grüße an den Morgen"
SECRETS = Secrets(PASSPHRASE, new_code(), cost=16)


def protect(paths: JournalPaths, now: Callable[[], datetime]) -> None:
    """Give a journal that is not open its first passphrase."""
    change_data_key(paths, opener=readable, secrets=SECRETS, now=now)


def readable_keys_in(folder: Path) -> list[str]:
    """Return the names of the files that hold a key nothing protects, anywhere in a folder."""
    return [
        keys.name
        for keys in folder.rglob("*.json")
        if any(not one.protected for one in read_held(keys))
    ]
