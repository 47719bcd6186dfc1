"""Drawing for tests: a course of a journal, its figure, and what stands on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from symptrack.analysis.course import Course, summarise_course
from symptrack.analysis.period import all_time
from symptrack.charts.course import CourseArtists, draw_course
from symptrack.charts.course_layout import course_height
from symptrack.charts.heading import Source
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle
from symptrack.domain.journal import Journal
from tests.builders import make_check_in, make_journal, make_series, make_session

TODAY = date(2026, 11, 20)
SCREEN_PX = 952


def course_of(journal: Journal, today_on: date = TODAY, **choice: Any) -> Course:
    """Return the course of everything in a journal."""
    period = all_time(journal, today_on)
    assert period is not None
    return summarise_course(journal, period, **choice)


def drawn(
    course: Course,
    style: ChartStyle | None = None,
    *,
    width: float = SCREEN_PX,
    source: Source | None = None,
) -> tuple[Figure, CourseArtists]:
    """Return a figure with the course drawn at its best height, and its artists."""
    style = style or ChartStyle()
    figure = new_figure(width, course_height(course, style, width))
    return figure, draw_course(figure, course, style, source)


def texts(figure: Figure) -> list[Text]:
    """Return every text on a figure that says something."""
    found: list[Text] = figure.findobj(Text)
    return [text for text in found if text.get_text()]


def words(figure: Figure) -> list[str]:
    """Return what every text on a figure says."""
    return [text.get_text() for text in texts(figure)]


def data_of(line: Line2D) -> list[tuple[float, float]]:
    """Return a line's or a set of markers' own data, as days and ratings."""
    across = np.asarray(line.get_xdata(), dtype=np.float64).tolist()
    up = np.asarray(line.get_ydata(), dtype=np.float64).tolist()
    return list(zip(across, up, strict=True))


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts that share ground, apart from a hair's breadth."""
    boxes = [(text.get_text(), _inner(text.get_window_extent())) for text in texts(figure)]
    return [
        (one, other)
        for place, (one, box) in enumerate(boxes)
        for other, other_box in boxes[place + 1 :]
        if _share(box, other_box)
    ]


def outside(figure: Figure) -> list[str]:
    """Return the texts that stick out of a figure."""
    width, height = figure.bbox.width, figure.bbox.height
    return [
        text.get_text()
        for text in texts(figure)
        for box in [_inner(text.get_window_extent())]
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]


def one_series(
    *check_ins: Any, sessions: Iterable[str] = ("2026-09-01 10:30",), **rest: Any
) -> Journal:
    """Return a journal of one series with some sessions and check-ins."""
    series = make_series()
    return make_journal(
        series=[series],
        sessions=[make_session(started, series_id=series.id) for started in sessions],
        check_ins=list(check_ins),
        **rest,
    )


def rated(occurred: str, mood: int, **changes: Any) -> Any:
    """Return a check-in that rates mood alone."""
    return make_check_in(occurred, ratings={"mood": mood}, **changes)


def _inner(box: Bbox) -> Bbox:
    """Take the empty room above small letters and below baselines off a text's box."""
    spare = 0.15 * box.height
    return Bbox.from_extents(box.x0 + 1, box.y0 + spare, box.x1 - 1, box.y1 - spare)


def _share(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1)
