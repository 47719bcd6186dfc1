"""Decides what the Charts page shows: chart, range and symptom, or what is still missing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from symptrack.analysis.timeline import Timeline
from symptrack.charts.empty_words import empty_words, enough_to_draw
from symptrack.domain.symptom import active_symptoms, known_symptoms
from symptrack.domain.words import Route
from symptrack.exchange.atomic_file import write_whole
from symptrack.presenters.charts_choice import (
    ALL_SESSIONS,
    ALL_SYMPTOMS,
    ChartKey,
    ChartsChoice,
    RangeChoice,
    range_choices,
    ranges_of,
)
from symptrack.presenters.charts_kinds import ShownChart, shown_chart
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from symptrack.texts import _

CSV_ENDING = ".csv"
FIRST_CHOICE = ChartsChoice()


@dataclass(frozen=True, slots=True)
class SymptomChoice:
    """A symptom to choose, or all of them."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A journal as it was read, in order, and the day on which it was."""

    timeline: Timeline
    today_on: date


@dataclass(frozen=True, slots=True)
class EmptyCharts:
    """What stands in the charts' place: what starts them, and what there is so far."""

    heading: str
    text: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView:
    """The page as it is now: a chart with its words, or ``empty``.

    ``choice`` is what is shown, which may be less than was asked for, and ``symptom`` the one of
    it that is; ``until`` counts the sessions before which the part ends that a picture shows,
    ``None`` for the latest; ``label`` is what the patient chose to be called, which a saved picture
    may bear.
    """

    choice: ChartsChoice = FIRST_CHOICE
    ranges: tuple[RangeChoice, ...] = ()
    symptoms: tuple[SymptomChoice, ...] = ()
    symptom: str = ALL_SYMPTOMS
    today_on: date = date.min
    shown: ShownChart | None = None
    until: int | None = None
    label: str = ""
    empty: EmptyCharts | None = None


class ChartsPresenter:
    """Makes the page from the journal, and saves its picture."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], whole: WholeJournal | None = None
    ) -> None:
        self._whole = whole or WholeJournal(store)
        self._now = now
        self._known: tuple[Snapshot, dict[ChartsChoice, ChartsView]] | None = None

    @property
    def today_on(self) -> date:
        """Return the day it is."""
        return self._now().date()

    def read(self) -> Snapshot:
        """Return the journal and the day; snapshots are equal until one of them changes.

        This alone touches the journal; all else here works on values and may run beside the
        window.
        """
        return Snapshot(self._whole.read(), self._now().date())

    def view(self, snapshot: Snapshot, choice: ChartsChoice = FIRST_CHOICE) -> ChartsView:
        """Return the page for a choice; a range that is no more there becomes all sessions.

        What was worked out is kept until the snapshot is another. To be called by one thread.
        """
        if self._known is None or self._known[0] != snapshot:
            self._known = (snapshot, {})
        known = self._known[1]
        if choice not in known:
            known[choice] = self._view(snapshot, choice)
        return known[choice]

    def _view(self, snapshot: Snapshot, choice: ChartsChoice) -> ChartsView:
        timeline, today_on = snapshot.timeline, snapshot.today_on
        ranges = ranges_of(timeline, today_on, choice)
        rated = sum(1 for check_in in timeline.check_ins if check_in.ratings)
        if not ranges or not _begun(timeline, rated):
            return ChartsView(choice=choice, today_on=today_on, empty=_empty(timeline, rated))
        symptoms = _symptoms(timeline, choice.chart)
        if choice.range_key not in ranges:
            choice = replace(choice, range_key=ALL_SESSIONS)
        if choice.symptom not in {ALL_SYMPTOMS, *(one.key for one in symptoms)}:
            choice = replace(choice, symptom=ALL_SYMPTOMS)
        # A chart of one symptom shows the first of them, and leaves the choice of all as it was.
        symptom = choice.symptom or symptoms[0].key
        period = ranges[choice.range_key]
        return ChartsView(
            choice=replace(choice, first_on=period.first_on, last_on=period.last_on),
            ranges=range_choices(timeline, ranges),
            symptoms=symptoms,
            symptom=symptom,
            today_on=today_on,
            shown=shown_chart(choice.chart, timeline, period, self._now(), symptom),
            label=timeline.journal.patient.label,
        )

    def picture_name(self, ending: str) -> str:
        """Return a name for the file that says nothing of the patient or the illness."""
        return _("chart-{day}.{ending}").format(day=self._now().date().isoformat(), ending=ending)

    def save(
        self,
        view: ChartsView,
        path: Path,
        *,
        with_label: bool,
        with_self_harm: bool = False,
        replace: bool = True,
    ) -> None:
        """Save the chart of a view as PNG, SVG or PDF, or its tables as CSV, as the ending says.

        The answers about self-harm stand in it only where that is asked for. A file of that name is
        replaced only with ``replace``: where the file dialog has asked about it. It touches no
        journal and may run beside the window.

        Raises
        ------
        RefusedRequest
            Where the ending is another, or the file cannot be written.
        """
        shown = view.shown
        if shown is None:
            return
        if path.suffix.lower() == CSV_ENDING:
            tables = [one for one in shown.tables() if with_self_harm or not one.self_harm]
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            text = "\ufeff" + "\r\n".join(table.as_csv() for table in tables)
            write_whole(path, text.encode(), replace=replace)
            return
        from symptrack.charts.export import picture_format

        chosen = picture_format(path)
        data = self._picture(view, shown, chosen.value, with_label, with_self_harm)
        write_whole(path, data, replace=replace)

    def picture(self, view: ChartsView) -> bytes:
        """Return the chart of a view as PNG, without the label and answers about self-harm."""
        assert view.shown is not None
        return self._picture(view, view.shown, "png", with_label=False, with_self_harm=False)

    def _picture(
        self,
        view: ChartsView,
        shown: ShownChart,
        ending: str,
        with_label: bool,
        with_self_harm: bool,
    ) -> bytes:
        from symptrack.charts.export import PictureFormat, chart_picture
        from symptrack.charts.heading import Source

        source = Source(saved_on=self._now().date(), label=view.label if with_label else "")
        chart = shown.chart(view.until, self_harm=with_self_harm)
        return chart_picture(chart, PictureFormat(ending), source)


def _begun(timeline: Timeline, rated: int) -> bool:
    scored = timeline.journal.responses or timeline.journal.clinic_scores
    return bool(scored) or enough_to_draw(len(timeline.sessions), rated)


def _symptoms(timeline: Timeline, chart: ChartKey) -> tuple[SymptomChoice, ...]:
    """Return the symptoms to choose from: those asked, and those rated at some time."""
    recorded = timeline.journal.symptoms
    rated = {key for check_in in timeline.check_ins for key in check_in.ratings}
    active = {symptom.key for symptom in active_symptoms(recorded)}
    known = [one for one in known_symptoms(recorded) if one.key in rated | active]
    single = tuple(SymptomChoice(one.key, one.label) for one in known)
    if chart is not ChartKey.COURSE:
        return single
    return (SymptomChoice(ALL_SYMPTOMS, _("All ratings")), *single)


def _empty(timeline: Timeline, rated: int) -> EmptyCharts:
    sessions = timeline.sessions
    infusions = all(session.route is Route.IV for session in sessions)
    heading, text = empty_words(len(sessions), rated, infusions=infusions)
    return EmptyCharts(heading, text, _("Check in now"))
