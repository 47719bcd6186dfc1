"""Changing what protects a journal: its data key, or only what that is wrapped by.

The journal must not be open. A new data key goes this way: a verified copy under the new key is
made beside the journal; both keys files hold the new key and the former one; the copy takes the
journal's place in one step and opens; then every backup follows, and only then the former key
leaves the keys files. Cut short at any moment, the journal opens with what it opened with before
or with what was just set, and the next opening goes on from there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from symptrack.domain.errors import JournalUnavailable
from symptrack.storage.backup_writing import write_backup
from symptrack.storage.copying import finish_copy, removed_on_failure, write_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.durable import sync_folder
from symptrack.storage.failure import translated
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import held_by, read_keys, write_held, write_keys
from symptrack.storage.lock import JournalLock
from symptrack.storage.openers import Opener, any_of, known
from symptrack.storage.opening import OpenJournal, open_under
from symptrack.storage.protection import Secrets, hold
from symptrack.storage.rotating import keys_files_beside, rotate

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What opens a journal that is protected; all false where nothing protects it."""

    passphrase: bool = False
    recovery_code: bool = False
    keyring: bool = False

    @property
    def protected(self) -> bool:
        """Whether it takes a secret to open the journal."""
        return self.passphrase or self.recovery_code


def ways_in(paths: JournalPaths) -> WaysIn:
    """Return what opens the journal beside which these keys files lie; only reads them."""
    held = next((one for one in read_keys(paths).candidates if one.protected), None)
    if held is None:
        return WaysIn()
    return WaysIn(held.passphrase is not None, held.recovery_code is not None, held.keyring)


def change_data_key(
    paths: JournalPaths, *, opener: Opener, secrets: Secrets | None, now: Clock
) -> HeldKey:
    """Give the journal and all its backups a new data key, held under ``secrets``.

    Nothing that opened the journal or a backup before opens any of them afterwards.

    Raises
    ------
    JournalUnavailable
        Where it cannot be done. The journal opens as before, or, where only some backups could
        not follow for want of room, with the new secrets; the next opening goes on with those.
    """
    with translated(), _opened(paths, opener, now) as journal:
        former = journal.held
        key = new_key()
        held = hold(key, secrets)
        if secrets is not None:
            _wrap_what_was_moved_aside(paths, secrets)
        new = paths.database.with_name(f"{paths.database.name}.rekeyed")
        rows = write_copy(journal.db, new)
        journal.db.close()
        with removed_on_failure(new):
            finish_copy(new, journal.key, rows, new_key=key)
            write_keys(paths, held, former, *_under_both(journal, secrets))
            new.replace(paths.database)
            sync_folder(paths.database.parent)
        both = any_of(known(key), known(journal.key))
        again = open_under(journal.lock, paths, now=now, opener=known(key))
        try:
            write_backup(again.db, key, held, paths, now())
        finally:
            again.db.close()
        rotate(paths, key, held, both)
        write_keys(paths, held)
        return held


def change_secrets(
    paths: JournalPaths,
    *,
    opener: Opener,
    now: Clock,
    held_anew: Callable[[str, HeldKey], HeldKey],
) -> HeldKey:
    """Hold the journal's data key in another way, and beside each backup it opens.

    Parameters
    ----------
    held_anew
        Takes the key and how it is held, and returns how it is to be held.

    Raises
    ------
    JournalUnavailable
        Where it cannot be done; each of the files is as it was or as it is to be.
    """
    with translated(), _opened(paths, opener, now) as journal:
        journal.db.close()
        held = held_anew(journal.key, journal.held)
        for keys in keys_files_beside(paths):
            if any(one.is_of(journal.key) for one in held_by(keys)):
                write_held(keys, held)
        write_keys(paths, held)
        return held


def go_on_changing(paths: JournalPaths, journal: OpenJournal, opener: Opener) -> bool:
    """Bring to its end a change of the data key that was cut short; whether that is done.

    A journal that opened with the former key has not changed; with the new one, its backups may
    have to follow still. Where there is no room for it, the next opening tries again.
    """
    first, *others = read_keys(paths).candidates or (journal.held,)
    if first != journal.held or not others:
        return True
    try:
        with translated():
            rotate(paths, journal.key, journal.held, any_of(known(journal.key), opener))
    except JournalUnavailable:
        return False
    return True


def _under_both(journal: OpenJournal, secrets: Secrets | None) -> tuple[HeldKey, ...]:
    """Return how the former key is held for the one who has the new secrets only."""
    return (hold(journal.key, secrets),) if journal.held.protected else ()


def _wrap_what_was_moved_aside(paths: JournalPaths, secrets: Secrets) -> None:
    """Leave no readable key beside what lies in the folder of damaged files."""
    for keys in keys_files_beside(paths):
        if keys.parent == paths.backups:
            continue
        readable = [one.readable for one in held_by(keys) if one.readable is not None]
        if readable:
            write_held(keys, hold(readable[0], secrets))


@contextmanager
def _opened(paths: JournalPaths, opener: Opener, now: Clock) -> Iterator[OpenJournal]:
    """Open the journal under its lock for the time being."""
    lock = JournalLock.take(paths.lock)
    try:
        journal = open_under(lock, paths, now=now, opener=opener)
    except BaseException:
        lock.release(clean=not lock.left_open)
        raise
    clean = False
    try:
        yield journal
        clean = True
    finally:
        journal.db.close()
        lock.release(clean=clean)
