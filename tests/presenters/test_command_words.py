"""The commands say what they did."""

from symptrack.domain.journal import Journal, Kind
from symptrack.presenters.command_words import holding_words, import_lines, problem_words
from symptrack.storage.checks import CheckName, Problem
from symptrack.storage.merging import Conflict, MergeResult
from tests.builders import make_check_in, make_journal, make_visit

RESULT = MergeResult(
    added={Kind.CHECK_INS: 2, Kind.SERIES: 1},
    skipped={Kind.SESSIONS: 1},
    kept=(Conflict(Kind.VISITS, "a"), Conflict(Kind.VISITS, "b")),
    in_trash={Kind.RESPONSES: 1},
    added_to_trash={Kind.MEDICATIONS: 3},
    choices_filled=True,
)


def test_each_thing_that_an_import_did_has_a_line() -> None:
    assert import_lines(RESULT, rehearsed=False) == [
        "Added: 1 series, 2 check-ins.",
        "Already there, skipped: 1 session.",
        "Differs from the journal, which is left as it is: 2 visits.",
        "In the journal's trash, left there: 1 questionnaire.",
        "Added to the trash: 3 medicines.",
        "Filled in where the journal had nothing yet: what you say of yourself, choices.",
    ]


def test_a_rehearsal_speaks_of_what_is_still_to_do() -> None:
    lines = import_lines(RESULT, rehearsed=True)
    assert lines[0] == "To add: 1 series, 2 check-ins."
    assert lines[4] == "To add to the trash: 3 medicines."
    assert lines[5].startswith("To fill in")


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert import_lines(MergeResult(), rehearsed=False) == ["There is nothing in the file to add."]


def test_a_sound_journal_is_counted() -> None:
    journal = make_journal(check_ins=[make_check_in(), make_check_in()], visits=[make_visit()])
    assert holding_words(journal) == "The journal is sound; it holds 2 check-ins, 1 visit."
    assert holding_words(Journal()) == "The journal is sound; it is empty."


def test_what_is_wrong_with_a_journal_is_one_sentence() -> None:
    problems = [Problem(CheckName.STRUCTURE, 3), Problem(CheckName.KEYS, 1)]
    assert problem_words(problems) == (
        "The journal is not as it should be (its structure, its keys file); nothing was changed."
    )
