"""A chart as a file, from the whole journal to the picture's bytes."""

from datetime import date

from symptrack.analysis.course import summarise_course
from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Timeline
from symptrack.charts.course import course_chart
from symptrack.charts.empty_words import empty_words, enough_to_draw
from symptrack.charts.export import PictureFormat, chart_picture, empty_picture
from symptrack.charts.heading import Source
from symptrack.domain.journal import Journal
from symptrack.domain.words import Route


def course_file(
    journal: Journal, period: Period | None, picture_format: PictureFormat, today_on: date
) -> bytes:
    """Return the course chart of a period, or its empty state where there is too little to draw.

    The picture names nobody: it may end up anywhere.
    """
    timeline = Timeline(journal)
    sessions = timeline.sessions
    rated = sum(bool(one.ratings) for one in timeline.check_ins)
    if period is None or not enough_to_draw(len(sessions), rated):
        infusions = all(one.route is Route.IV for one in sessions)
        heading, text = empty_words(len(sessions), rated, infusions=infusions)
        return empty_picture(picture_format, heading, text)
    return chart_picture(
        course_chart(summarise_course(timeline, period)), picture_format, Source(saved_on=today_on)
    )
