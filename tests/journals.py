"""The two example journals: real-shaped series of an invented patient."""

from functools import cache
from pathlib import Path

from symptrack.domain.journal import Journal
from symptrack.exchange.journal_file import read_journal

DATA = Path(__file__).parent / "data"


def first_series() -> Journal:
    """Return the journal of one finished first series with all five symptoms."""
    return _read("first-series.json")


def design_series() -> Journal:
    """Return the journal behind the design's pictures: eight sessions, 25 August to 20 November."""
    return _read("design-series.json")


@cache
def _read(name: str) -> Journal:
    return read_journal((DATA / name).read_bytes())
