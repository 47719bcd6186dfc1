"""How long the window stands still, at most, while a patient checks in on ten years."""

import sys
from pathlib import Path

from benchmarks.journals import make_ten_years
from benchmarks.measuring import Result, middle
from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready, start
from benchmarks.pulse import Pulse
from tests.whole_app import settle, spin, walk_check_in, whole_app

RUNS = 5
AFTER_MS = 1000
LOOK_MS = 500
"""Nobody presses sooner after Today is there."""


def measure(folder: Path) -> Result:
    """Return the longest block of a whole check-in, the median of several."""
    home = folder / "home"
    longest = []
    for run in range(RUNS):
        journal = make_ten_years(folder / f"journal-{run}")
        done = start("benchmarks.answering", str(journal.database.parent), home=home)
        longest.append(float(done.told["longest_ms"]))
    return Result(
        what="Longest block of the window during a check-in",
        unit="ms",
        ours=middle(longest),
        limit=100,
    )


def main() -> None:
    """Check in once, from Today to Today, and tell the longest block."""
    with whole_app(Path(sys.argv[1]), NOW, ZONE) as front:
        settle(front.window)
        spin(LOOK_MS)
        pulse = Pulse()
        for _page in walk_check_in(front.window):
            pass
        spin(AFTER_MS)
        report_ready(longest_ms=pulse.longest_ms)


if __name__ == "__main__":
    main()
