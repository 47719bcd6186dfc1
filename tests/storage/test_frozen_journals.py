"""A journal of every released version opens, with all that was in it."""

import shutil
from pathlib import Path

import pytest

from symptrack.domain.journal import Kind, Place
from symptrack.storage.imports import Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.plain import to_plain
from symptrack.storage.store import Store
from symptrack.storage.version import LATEST_VERSION
from tests.builders import make_check_in
from tests.storage.conftest import Clock
from tests.storage.frozen import version_1, version_2, version_3
from tests.storage.journal_folder import connection_of
from tests.strategies import unordered

FROZEN = Path(__file__).parent / "frozen"


def frozen(version: int, folder: Path) -> JournalPaths:
    """Copy a frozen journal, to be opened without touching it."""
    for name in (f"v{version}.db", f"v{version}.keys.json"):
        shutil.copyfile(FROZEN / name, folder / name)
    return JournalPaths(folder / f"v{version}.db")


def test_every_version_has_a_frozen_journal() -> None:
    assert sorted(path.name for path in FROZEN.glob("*.db")) == [
        f"v{version}.db" for version in range(1, LATEST_VERSION + 1)
    ]


def test_a_journal_of_version_1_opens_with_all_that_was_in_it(tmp_path: Path, now: Clock) -> None:
    with Store.open(frozen(1, tmp_path), now=now) as store:
        journal = store.load()
        assert journal == version_1.JOURNAL
        assert to_plain(journal) == to_plain(version_1.JOURNAL)  # wall times and offsets too
        (revision,) = store.history(Kind.VISITS, version_1.VISIT.id)
        assert revision.record == version_1.EARLIER_VISIT
        assert revision.revised_at == version_1.FIRST_WRITE_AT
        draft = store.draft("check-in")
        assert draft is not None
        assert draft.content == version_1.DRAFT
        assert store.check(full=True) == []


def test_a_journal_of_version_1_goes_on_from_there(tmp_path: Path, now: Clock) -> None:
    paths = frozen(1, tmp_path)
    with Store.open(paths, now=now) as store:
        store.restore(Kind.VISITS, version_1.DELETED_VISIT.id)
        store.complete(make_check_in(), draft="check-in")
        assert connection_of(store).execute("PRAGMA user_version").fetchone() == (LATEST_VERSION,)
    with Store.open(paths, now=now) as store:
        assert len(store.load().check_ins) == 3
        assert store.load().visits == (version_1.DELETED_VISIT, version_1.VISIT)


def test_an_old_journal_gets_the_shape_and_holds_the_content_of_a_new_one(
    tmp_path: Path, now: Clock
) -> None:
    version_1.write(tmp_path)
    elsewhere = tmp_path / "old"
    elsewhere.mkdir()
    with (
        Store.open(JournalPaths(tmp_path / "v1.db"), now=now) as new,
        Store.open(frozen(1, elsewhere), now=now) as old,
    ):
        assert new.load() == old.load()
        shapes = [
            connection_of(store).execute("SELECT name, sql FROM sqlite_master ORDER BY name")
            for store in (new, old)
        ]
        assert shapes[0].fetchall() == shapes[1].fetchall()


def test_in_a_journal_of_version_2_an_import_can_still_be_undone(
    tmp_path: Path, now: Clock
) -> None:
    with Store.open(frozen(2, tmp_path), now=now) as store:
        assert unordered(store.load()) == unordered(version_2.JOURNAL)
        (kept,) = Imports(store).all()
        assert (kept.file_name, kept.counts) == (version_2.FILE.name, {Kind.CHECK_INS: 1})
        assert Imports(store).file(kept.id) == version_2.FILE.content
        Imports(store).undo(kept.id)
        assert unordered(store.load()) == unordered(version_1.JOURNAL)
        assert store.check(full=True) == []


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_was_written_long_ago_is_found(version: int, tmp_path: Path, now: Clock) -> None:
    with Store.open(frozen(version, tmp_path), now=now) as store:
        found = {
            place: words for asked in ("frahm", "zeile") for place, words in _found(store, asked)
        }
        assert found == {
            (Kind.SESSIONS, version_1.SESSION.id): version_1.SESSION.note,
            (Kind.CHECK_INS, version_1.CHECK_IN.id): version_1.CHECK_IN.note,
        }
        assert [words for _place, words in _found(store, "end")] == [version_1.CHECK_IN.note]
        assert store.check(full=True) == []


def _found(store: Store, asked: str) -> list[tuple[Place, str]]:
    return [(one.place, one.words) for one in store.search(asked)]


def test_a_journal_of_version_3_opens_with_all_that_was_in_it(tmp_path: Path, now: Clock) -> None:
    with Store.open(frozen(3, tmp_path), now=now) as store:
        assert unordered(store.load()) == unordered(version_3.JOURNAL)
        assert [kept.file_name for kept in Imports(store).all()] == [version_2.FILE.name]
