"""Saving a full check-in, against SQLCipher committing the same rows by itself."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.journals import CLOCK, copy_of, make_ten_years
from benchmarks.measuring import Result, alternate, middle
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.sqlcipher import connect
from symptrack.storage.store import Store
from tests.readable_keys import key_of

RUNS = 30
EFFECTS = ("nausea", "dizziness", "headache", "drowsiness", "numbness_tingling", "dissociation")
NOTE = "Slept well, went for a short walk, the fog is a little thinner than last week. " * 3
TABLES = ("check_in", "check_in_rating", "check_in_side_effect")
ROWS_OF = {
    "check_in": "SELECT * FROM check_in WHERE id = ?",
    "check_in_rating": "SELECT * FROM check_in_rating WHERE check_in_id = ?",
    "check_in_side_effect": "SELECT * FROM check_in_side_effect WHERE check_in_id = ?",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """What one save left in the database: the draft it took away, and its rows by table."""

    draft: str
    rows: dict[str, list[tuple[Any, ...]]]


def measure(folder: Path) -> Result:
    """Return the median time of a save and of the bare commit, on two copies of one journal."""
    journal = make_ten_years(folder / "made")
    given = iter(_saves(copy_of(journal, folder / "given"), RUNS + 1))
    bare = copy_of(journal, folder / "bare")
    with Store.open(copy_of(journal, folder / "ours"), now=CLOCK.now) as store:
        presenter = CheckInPresenter(store, CLOCK, load_side_effects())
        connection = connect(bare.database, key_of(bare)).conn
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA foreign_keys = ON")
        ours, floor = alternate(
            RUNS, lambda: _save(presenter), lambda: _commit(connection, next(given))
        )
        connection.close()
    return Result(
        what="Saving a full check-in",
        unit="ms",
        ours=middle(ours),
        floor=middle(floor),
        against="SQLCipher committing the same rows",
        limit=3,
    )


def _answer(presenter: CheckInPresenter) -> None:
    """Answer everything that a check-in asks."""
    presenter.begin()
    while not presenter.at_review:
        view = presenter.view()
        if hasattr(view, "key"):
            presenter.rate(view.key, 6)
        presenter.go_on()
    for effect in EFFECTS:
        presenter.toggle_effect(effect)
        presenter.set_severity(effect, 2)
        presenter.set_state(effect, EffectState.PRESENT)
    presenter.write_note(NOTE)


def _save(presenter: CheckInPresenter) -> float:
    """Return the milliseconds from the press on *Save* to the words *Saved*."""
    _answer(presenter)
    began = time.perf_counter()
    presenter.save()
    return (time.perf_counter() - began) * 1000


def _saves(paths: JournalPaths, count: int) -> list[Saved]:
    """Return what ``count`` saves put into a journal."""
    drafts = []
    with Store.open(paths, now=CLOCK.now) as store:
        presenter = CheckInPresenter(store, CLOCK, load_side_effects())
        for _ in range(count):
            _answer(presenter)
            draft = store.draft(DRAFT_NAME)
            assert draft is not None
            drafts.append(draft.content)
            presenter.save()
    connection = connect(paths.database, key_of(paths)).conn
    saved = [
        Saved(
            draft=json.dumps(draft),
            rows={
                table: [tuple(row) for row in connection.execute(ROWS_OF[table], (draft["id"],))]
                for table in TABLES
            },
        )
        for draft in drafts
    ]
    connection.close()
    return saved


def _commit(connection: Any, saved: Saved) -> float:
    """Return the milliseconds of one transaction with the rows of a save and no more."""
    connection.execute(
        "INSERT INTO draft (name, saved_at, content) VALUES (?, ?, ?)",
        (DRAFT_NAME, CLOCK.now().isoformat(), saved.draft),
    )
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        marks = ", ".join("?" * len(saved.rows[table][0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", saved.rows[table])
    connection.execute("DELETE FROM draft WHERE name = ?", (DRAFT_NAME,))
    connection.execute("COMMIT")
    return (time.perf_counter() - began) * 1000
