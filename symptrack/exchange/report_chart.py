"""The course chart of the report, as SVG and in words."""

from typing import Any

from symptrack.analysis.course import Course, summarise_course
from symptrack.exchange.report_scope import ReportScope
from symptrack.texts import _

WIDTH_MM = 181.9
HEIGHT_MM = 84
MM_PER_INCH = 25.4


def course_chart(scope: ReportScope) -> dict[str, Any]:
    """Return the chart's heading, its SVG and the sentence that stands for it.

    Where nothing was rated there is a sentence instead of a chart.
    """
    from symptrack.charts import course_words

    course = summarise_course(
        scope.timeline, scope.period, symptoms=[symptom.key for symptom in scope.symptoms]
    )
    if not any(panel.points for panel in course.panels):
        return {
            "heading": course_words.title(course),
            "empty": _("No rating in this period."),
            "svg": "",
            "alt": "",
        }
    return {
        "heading": course_words.title(course),
        "empty": "",
        "svg": _svg(course),
        "alt": course_words.summary(course),
    }


def _svg(course: Course) -> str:
    from io import StringIO

    from matplotlib.figure import Figure

    from symptrack.charts.course import draw_course
    from symptrack.charts.style import ChartStyle, Layout

    figure = Figure(figsize=(WIDTH_MM / MM_PER_INCH, HEIGHT_MM / MM_PER_INCH))
    draw_course(figure, course, ChartStyle(layout=Layout.REPORT))
    drawn = StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()
