"""How long it takes from words to the list of ten years in which they stand."""

import time
from pathlib import Path

from benchmarks.journals import CLOCK, make_ten_years
from benchmarks.measuring import Result, middle
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.journal import JournalPresenter
from symptrack.presenters.journal_filter import JournalFilter
from symptrack.storage.store import Store

RUNS = 15
MS = 1000
ASKED = "s"
"""The beginning of many words."""


def measure(folder: Path) -> Result:
    """Return the time until the page knows its lines, the median of several searches."""
    with Store.open(make_ten_years(folder / "journal"), now=CLOCK.now) as store:
        presenter = JournalPresenter(store, CLOCK, load_side_effects())
        presenter.view()
        times = [_searched(presenter) for _run in range(RUNS)]
    return Result(what="Searching the notes of ten years", unit="ms", ours=middle(times), limit=50)


def _searched(presenter: JournalPresenter) -> float:
    began = time.perf_counter()
    assert presenter.view(JournalFilter(asked=ASKED)).listing.hits
    return (time.perf_counter() - began) * MS
