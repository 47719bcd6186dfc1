from pathlib import Path

from symptrack.storage.journal_paths import JournalPaths


def test_everything_of_a_journal_lies_beside_it_and_is_named_after_it() -> None:
    paths = JournalPaths(Path("/home/me/other.db"))
    assert paths.keys == Path("/home/me/other.keys.json")
    assert paths.backups == Path("/home/me/other.backups")
    assert paths.keys_copy == Path("/home/me/other.backups/other.keys.json")
    assert paths.damaged == Path("/home/me/other.damaged")
    assert paths.lock == Path("/home/me/other.lock")
    assert paths.rollback == Path("/home/me/other.db-journal")


def test_two_journals_in_one_folder_keep_apart() -> None:
    one, other = (JournalPaths(Path("/home/me") / name) for name in ("a.db", "b.db"))
    for place in ("keys", "keys_copy", "backups", "damaged", "lock", "rollback"):
        assert getattr(one, place) != getattr(other, place)
