"""A process that saves check-ins until it is killed: ``python -m tests.storage.saving_process``.

It writes the number of each check-in to standard output once the store has acknowledged it.
"""

import sys
import uuid
from datetime import timedelta
from itertools import count
from pathlib import Path

from symptrack.domain.check_in import CheckIn
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at, make_check_in, make_effect

NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
EFFECTS = ("nausea", "dizziness", "headache", "drowsiness")


def check_in_number(number: int) -> CheckIn:
    """Return the check-in of a number: always the same, with a row in each of its tables."""
    return make_check_in(
        id=str(uuid.uuid5(NAMESPACE, str(number))),
        occurred_at=at("2026-09-01 18:00") + timedelta(minutes=number),
        ratings={"mood": number % 11, "anxiety": 3, "sleep": 5},
        side_effects=tuple(make_effect(effect, number % 4) for effect in EFFECTS),
        note=f"number {number} " * 40,
    )


def save_from(first: int, database: Path) -> None:
    """Save check-ins as the form does, a draft first, from number ``first`` on."""
    with Store.open(JournalPaths(database), now=lambda: at("2026-09-01 21:00")) as store:
        for number in count(first):
            store.save_draft("check-in", {"number": number, "note": "typing " * 20})
            store.complete(check_in_number(number), draft="check-in")
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    save_from(int(sys.argv[2]), Path(sys.argv[1]))
