"""Cutting the power while the store saves, and looking at what the next start finds."""

import random
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from symptrack.storage.store import Store
from tests.storage.plain_store import SAFE, connect_plain, new_disk_content, store_on
from tests.storage.saving_process import check_in_number
from tests.storage.volatile_disk import PowerIsCutError, VolatileDisk, mounted

MOST_SAVES = 6
CALLS_OF_A_SAVE = 20

WEAKER: dict[str, Mapping[str, str]] = {
    # SQLite's defaults. In exclusive mode FULL would do: the journal file stays, its head zeroed.
    "synchronous=FULL": {
        "locking_mode": "NORMAL",
        "journal_mode": "DELETE",
        "synchronous": "FULL",
    },
    "WAL, synchronous=NORMAL": {"journal_mode": "WAL", "synchronous": "NORMAL"},
    "synchronous=OFF": {"journal_mode": "DELETE", "synchronous": "OFF"},
}
"""Settings that must be seen to lose something, or the proof would prove nothing."""


@dataclass
class Cuts:
    """How often the power was cut, and what was found then."""

    cuts: int = 0
    lost: int = 0
    damaged: int = 0

    @property
    def harmful(self) -> int:
        """How many cuts cost anything."""
        return self.lost + self.damaged


def cut_the_power(count: int, folder: Path, settings: Mapping[str, str] = SAFE) -> Cuts:
    """Cut the power so many times, each time at another moment of a run of saves."""
    chance = random.Random(2026)
    fresh = VolatileDisk()
    with mounted(fresh) as vfs:
        new_disk_content(folder, vfs, settings)
    files = {name: bytes(file.now) for name, file in fresh.files.items() if file.exists}
    found = Cuts()
    while found.cuts < count:
        disk = VolatileDisk(files)
        acknowledged = _saved_until_the_cut(disk, chance, folder, settings)
        if acknowledged is None:
            continue
        found.cuts += 1
        _look(VolatileDisk(disk.after_a_cut(chance)), acknowledged, folder, settings, found)
    return found


def _saved_until_the_cut(
    disk: VolatileDisk, chance: random.Random, folder: Path, settings: Mapping[str, str]
) -> int | None:
    """Return how many saves came back before the cut; ``None`` where it did not come."""
    last = chance.randrange(1, MOST_SAVES * CALLS_OF_A_SAVE)

    def cut(number: int) -> None:
        if number > last:
            raise PowerIsCutError

    acknowledged = 0
    with mounted(disk) as vfs:
        db = connect_plain(vfs, settings)
        disk.calls, disk.at_call = 0, cut
        try:
            store = store_on(db, folder)
            for number in range(MOST_SAVES):
                _save(store, number)
                acknowledged += 1
        except (PowerIsCutError, apsw.Error):
            return acknowledged
        finally:
            with suppress(PowerIsCutError, apsw.Error):
                db.close()
    return None


def _save(store: Store, number: int) -> None:
    store.save_draft("check-in", {"number": number})
    store.complete(check_in_number(number), draft="check-in")


def _look(
    disk: VolatileDisk,
    acknowledged: int,
    folder: Path,
    settings: Mapping[str, str],
    found: Cuts,
) -> None:
    with mounted(disk) as vfs:
        try:
            db = connect_plain(vfs, settings)
            sound = db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            there = store_on(db, folder).load().check_ins if sound else ()
            db.close()
        except apsw.Error:
            sound, there = False, ()
    whole = there == tuple(check_in_number(number) for number in range(len(there)))
    if not sound or not whole:
        found.damaged += 1
    elif not acknowledged <= len(there) <= acknowledged + 1:
        found.lost += 1
