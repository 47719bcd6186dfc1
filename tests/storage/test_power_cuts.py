"""The power is cut while the store saves: nothing acknowledged is lost, by these settings alone."""

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests.storage.plain_store import connect_plain, new_disk_content, store_on
from tests.storage.power_cuts import WEAKER, Cuts, cut_the_power
from tests.storage.saving_process import check_in_number
from tests.storage.volatile_disk import VolatileDisk, mounted

CUTS = 200


def test_a_power_cut_costs_nothing(tmp_path: Path) -> None:
    assert cut_the_power(CUTS, tmp_path) == Cuts(cuts=CUTS)


@pytest.mark.parametrize("settings", WEAKER)
def test_with_weaker_settings_the_same_cuts_are_seen_to_cost_something(
    tmp_path: Path, settings: str
) -> None:
    assert cut_the_power(CUTS, tmp_path, WEAKER[settings]).harmful > 0


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """Return the files of a journal that holds one check-in."""
    disk = VolatileDisk()
    with mounted(disk) as vfs:
        new_disk_content(tmp_path, vfs)
        db = connect_plain(vfs)
        store_on(db, tmp_path).add(check_in_number(0))
        db.close()
    return whole(disk)


def whole(disk: VolatileDisk) -> dict[str, bytes]:
    return {name: bytes(file.now) for name, file in disk.files.items() if file.exists}


def check_ins_on(disk: VolatileDisk, folder: Path) -> int:
    with mounted(disk) as vfs:
        db = connect_plain(vfs)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        there = store_on(db, folder).load().check_ins
        db.close()
    assert there == tuple(check_in_number(number) for number in range(len(there)))
    return len(there)


@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError])
@pytest.mark.parametrize("for_good", [False, True])
def test_an_error_at_any_call_of_a_save_leaves_it_whole_or_undone(
    files: dict[str, bytes], tmp_path: Path, error: type[Exception], for_good: bool
) -> None:
    outcomes = []
    for number in range(1, 200):
        disk = VolatileDisk(files)
        saved = hindered_save(disk, tmp_path, failing(number, error, for_good=for_good))
        reached = disk.calls >= number
        there = check_ins_on(VolatileDisk(whole(disk)), tmp_path)
        assert there in {1, 2}
        assert there == 2 or not saved
        outcomes.append(there)
        if not reached:
            break
    assert not reached
    assert {1, 2} == set(outcomes)


def failing(number: int, error: type[Exception], *, for_good: bool) -> Callable[[int], None]:
    def act(call: int) -> None:
        if call == number or (for_good and call > number):
            raise error("as asked for")

    return act


def hindered_save(disk: VolatileDisk, folder: Path, at_call: Callable[[int], None]) -> bool:
    with mounted(disk) as vfs:
        db = connect_plain(vfs)
        store = store_on(db, folder)
        disk.calls, disk.at_call = 0, at_call
        try:
            store.complete(check_in_number(1), draft="check-in")
        except apsw.Error:
            return False
        else:
            return True
        finally:
            disk.at_call = lambda _call: None
            db.close()
