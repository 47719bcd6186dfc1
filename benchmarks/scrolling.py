"""How long the window stands still, at most, while ten years of the Journal are scrolled."""

import sys
from pathlib import Path

from benchmarks.journals import make_ten_years
from benchmarks.measuring import Result, middle
from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready, start
from benchmarks.pulse import Pulse
from symptrack.gui.pages.journal import JournalPage
from tests.whole_app import settle, spin, whole_app

RUNS = 5
STEPS = 200
STEP_PX = 120
"""What one notch of a mouse wheel scrolls."""


def measure(folder: Path) -> Result:
    """Return the longest block of many steps down, the median of several."""
    journal = make_ten_years(folder / "journal").database.parent
    longest = [
        float(start("benchmarks.scrolling", str(journal), home=folder / "home").told["longest_ms"])
        for _run in range(RUNS)
    ]
    return Result(
        what="Longest block of the window while the Journal of ten years scrolls",
        unit="ms",
        ours=middle(longest),
        limit=100,
    )


def main() -> None:
    """Scroll down the Journal, and tell the longest block."""
    with whole_app(Path(sys.argv[1]), NOW, ZONE) as front:
        front.window.go_to("journal")
        settle(front.window)
        page = front.window.page_stack.findChild(JournalPage)
        assert isinstance(page, JournalPage)
        bar = page.area.verticalScrollBar()
        pulse = Pulse()
        for _step in range(STEPS):
            bar.setValue(bar.value() + STEP_PX)
            spin(1)
        report_ready(longest_ms=pulse.longest_ms)


if __name__ == "__main__":
    main()
