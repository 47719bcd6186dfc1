"""The course chart of the report, as SVG and in words."""

from typing import TYPE_CHECKING, Any

from symptrack.analysis.course import Course, summarise_course
from symptrack.domain.settings import Paper
from symptrack.exchange.report_scope import ReportScope, printable
from symptrack.texts import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MM_PER_INCH = 25.4
PX_PER_INCH = 100
WIDTH_MM = {Paper.A4: 176, Paper.LETTER: 181.9}
# What fills the page with a table of USUAL_SESSIONS rows below; a table that is longer or shorter
# takes from the chart or leaves to it, within the limits in which it reads well.
HEIGHT_MM = {Paper.A4: 92, Paper.LETTER: 76}
LEAST_MM, MOST_MM = 62, 100
USUAL_SESSIONS = 8
ROW_MM = 6.9


def course_chart(scope: ReportScope, paper: Paper) -> dict[str, Any]:
    """Return the chart's heading, its SVG, how to read it, and the sentence that stands for it.

    Where nothing was rated there is a sentence instead of a chart.
    """
    from symptrack.charts import course_words

    course = summarise_course(
        scope.timeline, scope.period, symptoms=[symptom.key for symptom in scope.symptoms]
    )
    rated = any(panel.points for panel in course.panels)
    return {
        "heading": printable(course_words.title(course)),
        "empty": "" if rated else _("No rating in this period."),
        "svg": svg_of(course_figure(course, paper)) if rated else "",
        "alt": printable(course_words.summary(course)),
        "note": printable(course_words.subtitle(course)),
    }


def chart_height_mm(paper: Paper, sessions: int) -> float:
    """Return how high the chart is above a table of so many rows."""
    height = HEIGHT_MM[paper] - ROW_MM * (sessions - USUAL_SESSIONS)
    # A table that goes on to a further page in any case takes nothing from the chart.
    return min(height, MOST_MM) if height >= LEAST_MM else HEIGHT_MM[paper]


def width_in(paper: Paper) -> float:
    """Return how wide a chart is, in inches: as wide as what is written."""
    return WIDTH_MM[paper] / MM_PER_INCH


def svg_of(figure: "Figure") -> str:
    """Return a figure as SVG."""
    from io import StringIO

    drawn = StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()


def course_figure(course: Course, paper: Paper) -> "Figure":
    """Return the course chart as it stands on page 1."""
    from matplotlib.figure import Figure

    from symptrack.charts.course import draw_course
    from symptrack.charts.style import ChartStyle, Layout

    height_mm = chart_height_mm(paper, len(course.sessions))
    figure = Figure(figsize=(width_in(paper), height_mm / MM_PER_INCH))
    draw_course(figure, course, ChartStyle(layout=Layout.REPORT))
    return figure
