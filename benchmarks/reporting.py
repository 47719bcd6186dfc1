"""The report of a six-session series against its parts run alone; ten years against that."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from benchmarks.measuring import Result, alternate, middle
from benchmarks.moment import NOW
from benchmarks.processes import report_ready, start
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal
from tests.journals import first_series
from tests.long_journal import long_journal

RUNS = 5
IMPORTS = (
    "babel.dates",
    "babel.numbers",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "typst",
    "symptrack.charts.course",
    "symptrack.charts.course_words",
    "symptrack.charts.questionnaires",
    "symptrack.exchange.report",
)
MS = 1000
JOURNALS: dict[str, Callable[[], Journal]] = {
    "first": first_series,
    "long": lambda: long_journal(ends_on=NOW.date()),
}


def measure(folder: Path) -> list[Result]:
    """Return the report of one series as a ratio, and how much longer ten years take."""
    home = folder / "home"

    def run(*arguments: str) -> float:
        return float(start("benchmarks.reporting", *arguments, home=home).told["ms"])

    first, parts = alternate(RUNS, lambda: run("ours", "first"), lambda: run("parts", "first"))
    long, _again = alternate(RUNS, lambda: run("ours", "long"), lambda: run("ours", "first"))
    return [
        Result(
            what="The report of a six-session series",
            unit="ms",
            ours=middle(first),
            floor=middle(parts),
            against="its imports, drawings and typst alone",
            limit=1.3,
        ),
        Result(
            what="The report of ten years, more than that of six sessions",
            unit="ms",
            ours=middle(long) - middle(first),
            limit=3000,
        ),
    ]


def report(name: str) -> float:
    """Return the milliseconds from an open journal to the file of its report."""
    timeline = Timeline(JOURNALS[name]())
    began = time.perf_counter()
    from symptrack.analysis.period import all_time
    from symptrack.exchange.report import ReportChoice, render_report, report_content

    choice = ReportChoice(period=all_time(timeline, NOW.date()))
    render_report(report_content(timeline, choice, NOW), NOW)
    return (time.perf_counter() - began) * MS


def parts_alone(name: str) -> float:
    """Return the milliseconds of loading all that is needed, of matplotlib drawing and of typst."""
    timeline = Timeline(JOURNALS[name]())
    began = time.perf_counter()
    for module in IMPORTS:
        import_module(module)
    taken = time.perf_counter() - began
    import typst
    from matplotlib.figure import Figure

    from benchmarks.made_again import made_again

    content, figures = _made(timeline)
    began = time.perf_counter()
    for model in figures:
        figure = Figure(figsize=model.get_size_inches())
        for artist in model.get_children():
            if artist is not model.patch:
                figure.add_artist(made_again(artist))
        figure.savefig(StringIO(), format="svg", metadata={"Date": None})
    taken += time.perf_counter() - began
    began = time.perf_counter()
    _set(typst, content)
    return (taken + time.perf_counter() - began) * MS


def _made(timeline: Timeline) -> tuple[dict[str, Any], list[Any]]:
    """Return what is printed of a journal, and the figures in it."""
    from symptrack.analysis.course import summarise_course
    from symptrack.analysis.period import all_time
    from symptrack.charts.questionnaires import questionnaires_chart
    from symptrack.domain.settings import Paper
    from symptrack.exchange.report import ReportChoice, report_content, report_scope
    from symptrack.exchange.report_blocks import chart_figure
    from symptrack.exchange.report_chart import course_figure
    from symptrack.exchange.report_questionnaires import questionnaire_course

    period = all_time(timeline, NOW.date())
    assert period is not None
    scope = report_scope(timeline, period, NOW)
    symptoms = [symptom.key for symptom in scope.symptoms]
    figures = [course_figure(summarise_course(timeline, period, symptoms=symptoms), Paper.A4)]
    course = questionnaire_course(scope)
    for panel in course.panels:
        alone = replace(course, panels=(panel,), clinic=())
        figures.append(chart_figure(questionnaires_chart(alone, item9=False), Paper.A4))
    return report_content(timeline, ReportChoice(period=period), NOW), figures


def _set(typst: Any, content: dict[str, Any]) -> None:
    """Set the page as typst does by itself."""
    from symptrack.resources import resource_path

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resource_path("fonts"))],
    )
    inputs = {"content": json.dumps(content, ensure_ascii=False)}
    compiler = typst.Compiler(font_paths=fonts, sys_inputs=inputs)
    template = resource_path("report", "report.typ").read_bytes()
    compiler.compile(template, format="pdf", pdf_standards=["ua-1"])


def main() -> None:
    """Measure one of them in this process."""
    which, name = sys.argv[1:]
    report_ready(ms=report(name) if which == "ours" else parts_alone(name))


if __name__ == "__main__":
    main()
