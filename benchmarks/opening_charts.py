"""From a press on Charts to the chart of ten years, against matplotlib drawing it alone."""

import sys
import time
from pathlib import Path
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch, PathPatch, Rectangle
from matplotlib.text import Text
from PySide6.QtCore import QTimer

from benchmarks.journals import CLOCK, make_ten_years
from benchmarks.measuring import Result, alternate, middle
from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready, start
from symptrack.charts.course import draw_course
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle
from symptrack.gui.pages.charts import ChartsPage
from symptrack.presenters.charts import ChartsPresenter
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.whole_app import NAME, settle, spin, whole_app

RUNS = 5
MS = 1000
QUIET_MS = 1500


def measure(folder: Path) -> Result:
    """Return both times; matplotlib is loaded before, as it is once Charts is pointed at."""
    home = folder / "home"
    journal = make_ten_years(folder / "journal").database.parent

    def run(which: str, *size: str) -> dict[str, float]:
        told = start("benchmarks.opening_charts", which, str(journal), *size, home=home).told
        return dict(told)

    size = {key: str(round(value)) for key, value in run("ours").items()}
    ours, floor = alternate(
        RUNS, lambda: run("ours"), lambda: run("alone", size["width"], size["height"])
    )
    return Result(
        what="Opening Charts, ten years",
        unit="ms",
        ours=middle([one["ms"] for one in ours]),
        floor=middle([one["ms"] for one in floor]),
        against="matplotlib drawing the same artists",
        limit=1.5,
    )


def open_charts(folder: Path) -> dict[str, float]:
    """Return the milliseconds from the press to the last drawing, and the size of the chart."""
    with whole_app(folder, NOW, ZONE) as front:
        window = front.window
        settle(window)
        window.sidebar.approached.emit("charts")
        spin(QUIET_MS)
        drawn: list[float] = []
        began = time.perf_counter()
        window.sidebar.buttons["charts"].click()
        page = window.page_stack.currentWidget()
        assert isinstance(page, ChartsPage)
        canvas = page.canvas
        canvas.drawn.connect(
            lambda: QTimer.singleShot(0, lambda: drawn.append(time.perf_counter()))
        )
        while not drawn or (time.perf_counter() - drawn[-1]) * MS < QUIET_MS:
            spin(20)
        size = {"width": canvas.width(), "height": canvas.height()}
        return {"ms": (drawn[-1] - began) * MS, "first_ms": (drawn[0] - began) * MS} | size


def draw_alone(folder: Path, width: int, height: int) -> dict[str, float]:
    """Return the milliseconds that matplotlib takes to make and draw the artists of that chart."""
    with Store.open(JournalPaths(folder / NAME), now=CLOCK.now) as store:
        presenter = ChartsPresenter(store, CLOCK.now)
        shown = presenter.view(presenter.read()).shown
    assert shown is not None
    model = new_figure(width, height)
    draw_course(model, shown.value, ChartStyle())
    began = time.perf_counter()
    figure = new_figure(width, height)
    canvas: Any = FigureCanvasAgg(figure)
    for artist in model.get_children():
        if artist is not model.patch:
            figure.add_artist(_made_again(artist))
    canvas.draw()
    return {"ms": (time.perf_counter() - began) * MS}


def _made_again(artist: Artist) -> Any:
    """Return a new artist like another, made by matplotlib alone."""
    made: Any
    if isinstance(artist, Line2D):
        made = Line2D(artist.get_xdata(), artist.get_ydata())
    elif isinstance(artist, Text):
        made = Text(*artist.get_position(), artist.get_text())
    elif isinstance(artist, Rectangle):
        made = Rectangle(artist.get_xy(), artist.get_width(), artist.get_height())
    elif isinstance(artist, FancyBboxPatch):
        box = artist.get_bbox()
        made = FancyBboxPatch(box.min, box.width, box.height, boxstyle=artist.get_boxstyle())
    elif isinstance(artist, PathPatch):
        made = PathPatch(artist.get_path())
    else:
        raise TypeError(f"a chart drew a {type(artist).__name__}")
    made.update_from(artist)
    if not isinstance(artist, Patch):
        made.set_transform(artist.get_transform())
    return made


def main() -> None:
    """Measure one of the two in this process."""
    which, folder = sys.argv[1], Path(sys.argv[2])
    if which == "ours":
        report_ready(**open_charts(folder))
    else:
        report_ready(**draw_alone(folder, int(sys.argv[3]), int(sys.argv[4])))


if __name__ == "__main__":
    main()
