"""The real program, killed in the middle of a check-in: the answer that was given is there."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from symptrack.domain.words import Mode
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.gui.killed_patient import fresh_home, kill_while_answering
from tests.gui.program_home import Home

KILLS = 10


@pytest.fixture
def home(tmp_path: Path) -> Home:
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)


def answer_and_kill(home: Home, script: str) -> Store:
    """Let the program take an answer, kill it at once, and open what it leaves."""
    home.run("-m", "symptrack", "demo", "demo.db")
    with home.begin(script, "--journal", "demo.db") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "answered\n"
        program.kill()
    return Store.open(JournalPaths(home.folder / "demo.db"), now=lambda: datetime.now(UTC))


def test_an_answer_of_gentle_mode_is_in_the_journal(home: Home) -> None:
    with answer_and_kill(home, "answer-gentle") as store:
        assert store.check(full=True) == []
        latest = store.load().check_ins[-1]
    assert latest.mode is Mode.GENTLE
    assert latest.ratings == {"mood": 6}


def test_an_answer_of_a_full_check_in_is_in_its_draft(home: Home) -> None:
    with answer_and_kill(home, "answer-full") as store:
        draft = store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["ratings"] == {"mood": 6}


def test_killed_while_the_patient_goes_on_answering_every_answer_told_of_is_kept(
    tmp_path: Path,
) -> None:
    home, chance = fresh_home(tmp_path / "home"), random.Random(7)
    assert sum(kill_while_answering(home, chance) for _kill in range(KILLS)) > KILLS
