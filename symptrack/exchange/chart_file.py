"""A chart as a file, from the whole journal to the picture's bytes."""

from collections.abc import Callable
from datetime import date

from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Timeline
from symptrack.charts.chart import Chart
from symptrack.charts.empty_words import empty_words, enough_to_draw
from symptrack.charts.export import PictureFormat, chart_picture, empty_picture
from symptrack.charts.heading import Source
from symptrack.domain.journal import Journal
from symptrack.domain.words import Route


def chart_file(
    journal: Journal,
    period: Period | None,
    picture_format: PictureFormat,
    today_on: date,
    make: Callable[[Timeline, Period], Chart],
) -> bytes:
    """Return the chart that ``make`` gives over a period, or its empty state without any data.

    The picture names nobody: it may end up anywhere.
    """
    timeline = Timeline(journal)
    sessions = timeline.sessions
    rated = sum(bool(one.ratings) for one in timeline.check_ins)
    scored = journal.responses or journal.clinic_scores
    if period is None or not (scored or enough_to_draw(len(sessions), rated)):
        infusions = all(one.route is Route.IV for one in sessions)
        heading, text = empty_words(len(sessions), rated, infusions=infusions)
        return empty_picture(picture_format, heading, text)
    return chart_picture(make(timeline, period), picture_format, Source(saved_on=today_on))
