"""What a copy holds, and what putting it back would change, in words."""

from pathlib import Path

from symptrack.domain.journal import Kind
from symptrack.presenters.backup_words import (
    difference_lines,
    holding_words,
    preview_of,
    restored_words,
)
from symptrack.storage.backup_files import next_backup
from symptrack.storage.comparing import Difference
from symptrack.storage.copies import CopyContent
from symptrack.storage.holding import Holding
from symptrack.storage.restoring import Restored
from tests.builders import at, make_check_in, make_journal, make_visit

NOW = at("2026-11-22 12:00")
HOLDING = Holding({Kind.SESSIONS: 4, Kind.CHECK_INS: 30}, at("2026-11-21 18:02"))


def test_a_copy_says_what_it_holds_and_how_new_it_is() -> None:
    assert holding_words(HOLDING, NOW) == (
        "It holds 4 sessions, 30 check-ins; the newest entry: yesterday, 18:02."
    )
    assert holding_words(Holding({Kind.VISITS: 1}, None), NOW) == "It holds 1 visit."
    assert holding_words(Holding({}, None), NOW) == "It is empty."


def test_each_thing_that_would_change_has_a_line() -> None:
    lines = difference_lines(
        Difference({Kind.CHECK_INS: 2}, {Kind.SESSIONS: 1}, {Kind.VISITS: 3}, choices=True)
    )
    assert lines == [
        "Not in the copy, so out of the journal then: 2 check-ins.",
        "Back in the journal then: 1 session.",
        "As they were before a change: 3 visits.",
        "As they were: what you say of yourself, and your choices.",
    ]


def test_where_nothing_would_change_that_is_said() -> None:
    assert difference_lines(Difference()) == ["The journal holds the same; nothing would change."]


def test_a_preview_compares_with_a_journal_that_opens() -> None:
    journal = make_journal(check_ins=[make_check_in()])
    content = CopyContent(HOLDING, make_journal(visits=[make_visit()]))
    assert len(preview_of(content, journal, NOW).lines) == 3
    assert len(preview_of(content, None, NOW).lines) == 1


def test_a_restore_says_where_the_former_journal_is() -> None:
    undo = next_backup(Path("symptrack.backups"), NOW, 1)
    assert undo.path.name in restored_words(Restored(undo, None))
    aside = Path("symptrack.damaged") / "2026-11-22T170000Z_x"
    assert aside.name in restored_words(Restored(None, aside))
    assert restored_words(Restored(None, None)) == "Put back. There was nothing here before."
