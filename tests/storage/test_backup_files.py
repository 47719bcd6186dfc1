"""What backups are called, which is the newest, and which stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from symptrack.storage.backup_files import Backup, backups_in, next_backup, surplus

MADE_AT = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)


def made(number: int, made_at: datetime) -> Backup:
    return Backup(number, made_at, 1, Path(f"{number:06}.db"))


def every(hours: int, count: int, *, end_at: datetime = MADE_AT) -> list[Backup]:
    """Return backups made at equal distances, the newest first."""
    return [made(count - place, end_at - timedelta(hours=hours * place)) for place in range(count)]


def staying(backups: list[Backup]) -> list[Backup]:
    over = surplus(backups, UTC)
    return [one for one in backups if one not in over]


def test_a_backup_says_its_number_its_instant_and_its_version(tmp_path: Path) -> None:
    first = next_backup(tmp_path, MADE_AT, 3)
    assert first.path == tmp_path / "000001_2026-11-22T101500Z_v3.db"
    assert first.keys == tmp_path / "000001_2026-11-22T101500Z_v3.keys.json"
    first.path.touch()
    assert backups_in(tmp_path) == [first]
    assert next_backup(tmp_path, MADE_AT - timedelta(days=365), 3).number == 2


def test_numbers_give_the_order_also_where_the_clock_was_set_back(tmp_path: Path) -> None:
    for days in (0, -365, 1):
        next_backup(tmp_path, MADE_AT + timedelta(days=days), 1).path.touch()
    assert [one.number for one in backups_in(tmp_path)] == [3, 2, 1]
    assert backups_in(tmp_path)[1].made_at.year == 2025


@pytest.mark.parametrize(
    "name",
    [
        "000001_2026-11-22T101500Z_v3.new",
        "000001_2026-11-22T101500Z_v3.keys.json",
        "000001_2026-13-22T101500Z_v3.db",
        "1_2026-11-22T101500Z_v3.db",
        "copy of 000001_2026-11-22T101500Z_v3.db",
        "symptrack.keys.json",
    ],
)
def test_other_files_are_no_backups(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert backups_in(tmp_path) == []


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "none") == []


def test_the_last_ten_stay() -> None:
    assert surplus(every(0, 10), UTC) == []
    eleven = every(0, 11)
    assert staying(eleven) == eleven[:10]


def test_of_backups_three_times_a_day_the_last_of_each_day_week_and_month_stay() -> None:
    backups = every(8, 3 * 500)
    kept = staying(backups)
    assert kept[:10] == backups[:10]
    days = [one.made_at.date() for one in kept]
    assert len(set(days[:16])) >= 7
    assert len({one.isocalendar()[:2] for one in days}) >= 4
    assert len({(one.year, one.month) for one in days}) == 12
    assert 10 < len(kept) <= 10 + 7 + 4 + 12


def test_after_a_long_pause_nothing_goes_because_of_its_age() -> None:
    old = every(24, 8, end_at=MADE_AT - timedelta(days=2_000))
    new = made(9, MADE_AT)
    assert surplus([new, *old], UTC) == []


def test_the_clock_set_back_a_year_makes_no_backup_go_that_would_stay() -> None:
    before = every(24, 30)
    wrong = [made(31 + place, MADE_AT - timedelta(days=365 - place)) for place in range(3)]
    over = surplus([*reversed(wrong), *before], UTC)
    assert not set(over) & {*before[:7], *wrong}


def test_the_oldest_go_first() -> None:
    over = surplus(every(0, 14), UTC)
    assert [one.number for one in over] == [1, 2, 3, 4]


def test_days_are_those_of_the_patient() -> None:
    # 22:30 and 23:30 in UTC are two days in Berlin and one in UTC.
    from zoneinfo import ZoneInfo

    evenings = [
        made(
            40 - place, MADE_AT.replace(hour=22 + place % 2, minute=30) - timedelta(days=place // 2)
        )
        for place in range(1, 40)
    ]
    assert surplus(evenings, ZoneInfo("Europe/Berlin")) != surplus(evenings, UTC)
