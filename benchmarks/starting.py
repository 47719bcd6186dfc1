"""From a double click to Today, and what that holds in memory, against a bare window."""

from pathlib import Path

from benchmarks.journals import make_ten_years
from benchmarks.measuring import Result, alternate, middle
from benchmarks.processes import start

RUNS = 9
BARE = "bare Qt window that imported sqlite_utils"


def measure(folder: Path) -> list[Result]:
    """Return the time to a filled Today of a ten-year journal, and the resident memory then."""
    journal = make_ten_years(folder / "journal")
    home = folder / "home"
    home.mkdir(parents=True)
    ours, floor = alternate(
        RUNS,
        lambda: start("benchmarks.today_window", "--journal", str(journal.database), home=home),
        lambda: start("benchmarks.bare_window", home=home),
    )
    assert not any(started.told["heavy"] for started in ours), "something heavy loads at the start"
    return [
        Result(
            what="Start to a filled Today, ten years",
            unit="ms",
            ours=middle([started.ready_ms for started in ours]),
            floor=middle([started.ready_ms for started in floor]),
            against=BARE,
            limit=1.5,
        ),
        Result(
            what="Resident memory after the start",
            unit="MB",
            ours=middle([started.resident_mb for started in ours]),
            floor=middle([started.resident_mb for started in floor]),
            against=BARE,
            limit=1.3,
        ),
    ]
