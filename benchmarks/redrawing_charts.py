"""How long the window stands still while charts of ten years are drawn again."""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.journals import make_ten_years
from benchmarks.measuring import Result, middle
from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready, start
from benchmarks.pulse import Pulse
from symptrack.gui.front import Front
from symptrack.gui.pages.charts import ChartsPage
from symptrack.presenters.preferences import ThemeChoice
from tests.whole_app import settle, spin, whole_app

RUNS = 5
DRAWN_MS = 600
STEP_MS = 16
WIDTHS = range(1280, 1480, 10)
WHAT = {
    "resize": "Longest block of the window while a chart of ten years is resized",
    "theme": "Longest block of the window while a chart of ten years changes its theme",
}


def measure(folder: Path) -> list[Result]:
    """Return the longest blocks over all six charts, the medians of several runs."""
    home = folder / "home"
    journal = str(make_ten_years(folder / "journal").database.parent)
    told = [start("benchmarks.redrawing_charts", journal, home=home).told for _run in range(RUNS)]
    return [
        Result(what=what, unit="ms", ours=middle([float(one[key]) for one in told]), limit=100)
        for key, what in WHAT.items()
    ]


def longest_block(front: Front, act: Callable[[Front], None]) -> float:
    """Return the longest block over all charts while something is done to each."""
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, ChartsPage)
    longest = 0.0
    for tab in page.controls.tabs.buttons:
        tab.click()
        spin(DRAWN_MS)
        pulse = Pulse()
        act(front)
        spin(DRAWN_MS)
        longest = max(longest, pulse.longest_ms)
    return longest


def resize(front: Front) -> None:
    """Drag the window's edge."""
    for width in WIDTHS:
        front.window.resize(width, 832)
        spin(STEP_MS)


def change_theme(front: Front) -> None:
    """Go to the dark theme and back."""
    for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        front.theme.choose(theme, 100)
        spin(DRAWN_MS)


def main() -> None:
    """Draw each chart again, and tell the longest blocks."""
    with whole_app(Path(sys.argv[1]), NOW, ZONE) as front:
        settle(front.window)
        front.window.sidebar.buttons["charts"].click()
        settle(front.window)
        report_ready(resize=longest_block(front, resize), theme=longest_block(front, change_theme))


if __name__ == "__main__":
    main()
