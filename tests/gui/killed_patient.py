"""The real program is killed while a scripted patient answers, and what it leaves is looked at."""

import random
from datetime import UTC, datetime
from pathlib import Path

from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.gui.program_home import Home
from tests.gui.started_program import RATINGS

MOST_ANSWERS, MOST_SPINS = 6, 2_000_000
JOURNAL = "demo.db"


def fresh_home(folder: Path) -> Home:
    """Return a home with a filled journal in it."""
    folder.mkdir()
    home = Home(folder)
    home.run("-m", "symptrack", "demo", JOURNAL)
    return home


def kill_while_answering(home: Home, chance: random.Random) -> int:
    """Kill the program after some answers; return how many it had told of.

    Each of them must be in the draft, the last one or the one that was being given then; there is
    one draft, and no check-in of it.
    """
    with home.begin("keep-answering", "--journal", JOURNAL) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _each in range(chance.randint(1, MOST_ANSWERS))]
        for _spin in range(chance.randrange(MOST_SPINS)):  # a part of the next answer
            pass
        program.kill()
        # A line torn by the kill was not read by anyone as an answer that is kept.
        told += [line for line in program.stdout if line.endswith("\n")]
    _look(home, int(told[-1]))
    return len(told)


def _look(home: Home, last: int) -> None:
    paths = JournalPaths(home.folder / JOURNAL)
    with Store.open(paths, now=lambda: datetime.now(UTC)) as store:
        assert store.check(full=True) == []
        draft = store.draft(DRAFT_NAME)
        assert draft is not None
        assert draft.content["ratings"] in ({"mood": last}, {"mood": (last + 1) % RATINGS})
        ids = [one.id for one in store.load().check_ins]
        assert draft.content.get("id") not in ids
        store.discard_draft(DRAFT_NAME)
