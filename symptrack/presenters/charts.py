"""Decides what the Charts page shows: the range, the course in it, or what is still missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from symptrack.analysis.course import Course, CoursePanel, CoursePoint, summarise_course
from symptrack.analysis.period import Period, all_time, series_period
from symptrack.analysis.timeline import Timeline
from symptrack.charts import course_words
from symptrack.charts.empty_words import empty_words, enough_to_draw
from symptrack.domain.series import Series
from symptrack.domain.words import Route
from symptrack.exchange.atomic_file import write_whole
from symptrack.formatting import format_day, format_month_year
from symptrack.presenters.charts_table import ChartTable, ratings_table, sessions_table
from symptrack.presenters.charts_words import read_out
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _

ALL_SESSIONS = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A journal as it was read, in order, and the day on which it was."""

    timeline: Timeline
    today_on: date


@dataclass(frozen=True, slots=True)
class RangeChoice:
    """A range to choose: ``key`` is the series' id, or ``ALL_SESSIONS``."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class EmptyCharts:
    """What stands in the charts' place: what starts them, and what there is so far."""

    heading: str
    text: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView:
    """The page as it is now: a course with its words, or ``empty``.

    ``label`` is what the patient chose to be called, which a saved picture may bear.
    """

    ranges: tuple[RangeChoice, ...] = ()
    chosen: str = ALL_SESSIONS
    course: Course | None = None
    title: str = ""
    summary: str = ""
    label: str = ""
    empty: EmptyCharts | None = None


class ChartsPresenter:
    """Makes the page from the journal, and saves its picture."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], whole: WholeJournal | None = None
    ) -> None:
        self._whole = whole or WholeJournal(store)
        self._now = now

    def read(self) -> Snapshot:
        """Return the journal and the day; snapshots are equal until one of them changes.

        This alone touches the journal; all else here works on values and may run beside the
        window.
        """
        return Snapshot(self._whole.read(), self._now().date())

    def view(self, snapshot: Snapshot, range_key: str = ALL_SESSIONS) -> ChartsView:
        """Return the page for a range; one that is no more there becomes all sessions."""
        timeline, today_on = snapshot.timeline, snapshot.today_on
        period = all_time(timeline, today_on)
        rated = sum(1 for check_in in timeline.check_ins if check_in.ratings)
        if period is None or not enough_to_draw(len(timeline.sessions), rated):
            return ChartsView(empty=_empty(timeline, rated))
        choices = {ALL_SESSIONS: (_("All sessions"), period)}
        for series in _latest_first(timeline):
            found = series_period(timeline, series.id, today_on)
            if found is not None and found.sessions:
                choices[series.id] = (series.name or _("Series without a name"), found)
        if len(choices) == 2:
            choices = {ALL_SESSIONS: choices[ALL_SESSIONS]}
        chosen = range_key if range_key in choices else ALL_SESSIONS
        course = summarise_course(timeline, choices[chosen][1])
        return ChartsView(
            ranges=tuple(
                RangeChoice(key, _range_label(name, one)) for key, (name, one) in choices.items()
            ),
            chosen=chosen,
            course=course,
            title=course_words.title(course),
            summary=course_words.summary(course),
            label=timeline.journal.patient.label,
        )

    def tables(self, course: Course) -> tuple[ChartTable, ChartTable]:
        """Return the numbers of a course: the sessions', and every rating."""
        return sessions_table(course), ratings_table(course)

    def read_out(self, course: Course, panel: CoursePanel, point: CoursePoint) -> str:
        """Return one rating in words."""
        return read_out(course, panel, point)

    def picture_name(self, ending: str) -> str:
        """Return a name for the file that says nothing of the patient or the illness."""
        return _("chart-{day}.{ending}").format(day=self._now().date().isoformat(), ending=ending)

    def save_picture(self, view: ChartsView, path: Path, *, with_label: bool) -> None:
        """Save the course of a view as PNG, SVG or PDF, as the file's ending says.

        Replaces a file of that name, about which the file dialog has asked. It touches no journal
        and may run beside the window.

        Raises
        ------
        RefusedRequest
            Where the ending is another, or the file cannot be written.
        """
        from symptrack.charts.course import course_chart
        from symptrack.charts.export import chart_picture, picture_format
        from symptrack.charts.heading import Source

        if view.course is None:
            return
        chosen = picture_format(path)
        source = Source(saved_on=self._now().date(), label=view.label if with_label else "")
        write_whole(path, chart_picture(course_chart(view.course), chosen, source), replace=True)


def _latest_first(timeline: Timeline) -> list[Series]:
    series = [one for one in timeline.journal.series if timeline.sessions_of(one)]
    return sorted(
        series, key=lambda one: (timeline.sessions_of(one)[-1].started_at, one.id), reverse=True
    )


def _range_label(name: str, period: Period) -> str:
    written = format_day if period.first_on.year == period.last_on.year else format_month_year
    return _("{range}, {first} to {last}").format(
        range=name, first=written(period.first_on), last=written(period.last_on)
    )


def _empty(timeline: Timeline, rated: int) -> EmptyCharts:
    sessions = timeline.sessions
    infusions = all(session.route is Route.IV for session in sessions)
    heading, text = empty_words(len(sessions), rated, infusions=infusions)
    return EmptyCharts(heading, text, _("Check in now"))
