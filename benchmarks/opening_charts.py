"""From a press to each chart of ten years, against matplotlib drawing it alone."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from PySide6.QtCore import QTimer

from benchmarks.journals import CLOCK, make_ten_years
from benchmarks.made_again import made_again
from benchmarks.measuring import Result, alternate, middle
from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready, start
from symptrack.charts.chart import Chart
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.presenters.charts import ChartsPresenter
from symptrack.presenters.charts_choice import ChartKey, ChartsChoice
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.whole_app import NAME, settle, spin, whole_app

RUNS = 5
MS = 1000
QUIET_MS = 1500


def measure(folder: Path) -> list[Result]:
    """Return both times of each chart; matplotlib is loaded before, as Charts was pointed at."""
    home = folder / "home"
    journal = make_ten_years(folder / "journal").database.parent

    def run(which: str, *sizes: str) -> Mapping[str, dict[str, float]]:
        told: Mapping[str, dict[str, float]] = start(
            "benchmarks.opening_charts", which, str(journal), *sizes, home=home
        ).told["charts"]
        return told

    sizes = [f"{one['width']:.0f}x{one['height']:.0f}" for one in run("ours").values()]
    ours, floor = alternate(RUNS, lambda: run("ours"), lambda: run("alone", *sizes))
    return [
        Result(
            what=f"Opening the chart {key}, ten years",
            unit="ms",
            ours=middle([one[key]["ms"] for one in ours]),
            floor=middle([one[key]["ms"] for one in floor]),
            against="matplotlib drawing the same artists",
            limit=1.5,
        )
        for key in ChartKey
    ]


def open_charts(folder: Path) -> dict[str, dict[str, float]]:
    """Return of each chart the milliseconds from the press to the last drawing, and its size.

    The first is opened by the press on Charts, the others by those on their tabs.
    """
    with whole_app(folder, NOW, ZONE) as front:
        window = front.window
        settle(window)
        window.sidebar.approached.emit("charts")
        spin(QUIET_MS)
        page = window.page_stack.findChild(ChartsPage)
        assert isinstance(page, ChartsPage)
        presses: list[Callable[[], None]] = [window.sidebar.buttons["charts"].click]
        presses += [tab.click for tab in page.controls.tabs.buttons[1:]]
        return {
            key.value: _opened(press, page.canvas)
            for key, press in zip(ChartKey, presses, strict=True)
        }


def _opened(press: Callable[[], None], canvas: ChartCanvas) -> dict[str, float]:
    drawn: list[float] = []
    began = time.perf_counter()
    listening = canvas.drawn.connect(
        lambda: QTimer.singleShot(0, lambda: drawn.append(time.perf_counter()))
    )
    press()
    while not drawn or (time.perf_counter() - drawn[-1]) * MS < QUIET_MS:
        spin(20)
    canvas.drawn.disconnect(listening)
    taken = {"ms": (drawn[-1] - began) * MS, "drawings": float(len(drawn))}
    return taken | {"width": float(canvas.width()), "height": float(canvas.height())}


def draw_alone(folder: Path, sizes: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return the milliseconds that matplotlib takes to make and draw the artists of each chart."""
    with Store.open(JournalPaths(folder / NAME), now=CLOCK.now) as store:
        presenter = ChartsPresenter(store, CLOCK.now)
        snapshot = presenter.read()
        views = [presenter.view(snapshot, ChartsChoice(chart=key)) for key in ChartKey]
    taken = {}
    for view, size in zip(views, sizes, strict=True):
        assert view.shown is not None
        width, height = (int(number) for number in size.split("x"))
        taken[view.choice.chart.value] = {"ms": _drawn_alone(view.shown.chart(), width, height)}
    return taken


def _drawn_alone(chart: Chart, width: int, height: int) -> float:
    model = new_figure(width, height)
    chart.draw(model, ChartStyle(), None)
    began = time.perf_counter()
    figure = new_figure(width, height)
    canvas: Any = FigureCanvasAgg(figure)
    for artist in model.get_children():
        if artist is not model.patch:
            figure.add_artist(made_again(artist))
    canvas.draw()
    return (time.perf_counter() - began) * MS


def main() -> None:
    """Measure one of the two in this process."""
    which, folder = sys.argv[1], Path(sys.argv[2])
    charts = open_charts(folder) if which == "ours" else draw_alone(folder, sys.argv[3:])
    report_ready(charts=charts)


if __name__ == "__main__":
    main()
