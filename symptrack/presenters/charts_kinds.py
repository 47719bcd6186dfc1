"""Each chart of the page: its value, its words, its tables, and what is read out at a place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from symptrack.analysis.benefit_course import summarise_benefit
from symptrack.analysis.care_marks import CareMark
from symptrack.analysis.course import summarise_course
from symptrack.analysis.days_after import SessionDay, summarise_days_after
from symptrack.analysis.effect_hours import summarise_hours_after
from symptrack.analysis.effect_map import summarise_side_effects
from symptrack.analysis.period import Period
from symptrack.analysis.questionnaire_course import ScorePoint, summarise_questionnaires
from symptrack.analysis.timeline import Timeline
from symptrack.charts import (
    benefit_words,
    care_words,
    course_words,
    days_after_words,
    hours_after_words,
    questionnaires_words,
    side_effects_words,
)
from symptrack.domain.instrument import load_instruments
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import MOOD
from symptrack.presenters import charts_care, charts_effects, charts_moods, charts_scores
from symptrack.presenters.charts_choice import ALL_SYMPTOMS, ChartKey
from symptrack.presenters.charts_table import ChartTable

if TYPE_CHECKING:
    from symptrack.charts.chart import Chart, Place


class EntryKind(StrEnum):
    """What kind of record a value of a chart comes from, or that it has a page."""

    CHECK_IN = "check_in"
    RESPONSE = "response"
    CLINIC_SCORE = "clinic_score"
    SESSION = "session"
    PAGE = "page"


class Entry(NamedTuple):
    """The record that a value of a chart comes from, by its id, or its page by the key."""

    kind: EntryKind
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChart:
    """One chart over a period.

    ``value`` is what analysis found; ``make`` gives the chart, without the answers about self-harm
    where it is told so (it loads matplotlib, so it is called where it is drawn); ``entry`` names
    the record behind a place; ``self_harm`` says that there are such answers to ask about.
    """

    value: Any
    title: str
    summary: str
    make: "Callable[[bool], Chart]" = field(repr=False)
    tables: Callable[[], tuple[ChartTable, ...]] = field(repr=False)
    read_out: "Callable[[Place], str]" = field(repr=False)
    entry: "Callable[[Place], Entry | None]" = field(default=lambda _place: None, repr=False)
    takes_symptom: bool = False
    self_harm: bool = False

    def chart(self, until: int | None = None, *, self_harm: bool = True) -> "Chart":
        """Return the chart to draw, of all sessions or, where it has parts, of those before."""
        whole = self.make(self_harm)
        return whole if until is None or whole.ending is None else whole.ending(until)


def shown_chart(
    key: ChartKey, timeline: Timeline, period: Period, now: datetime, symptom: str
) -> ShownChart:
    """Return one of the charts over a period; ``symptom`` counts where a chart takes one."""
    if key is ChartKey.COURSE:
        return _course(timeline, period, symptom)
    if key is ChartKey.QUESTIONNAIRES:
        return _questionnaires(timeline, period, now)
    if key is ChartKey.SIDE_EFFECTS:
        return _side_effects(timeline, period)
    if key is ChartKey.HOURS_AFTER:
        return _hours_after(timeline, period)
    if key is ChartKey.DAYS_AFTER:
        return _days_after(timeline, period, now, symptom or MOOD)
    return _benefit(timeline, period, now)


def chart_maker(name: str, now: datetime) -> "Callable[[Timeline, Period], Chart]":
    """Return what makes a chart by its name, with all ratings, or the mood where it takes one.

    The answers about self-harm stay out: a picture may end up anywhere, and nobody was asked.
    """
    key = ChartKey(name)
    return lambda timeline, period: shown_chart(key, timeline, period, now, ALL_SYMPTOMS).make(
        False
    )


def _course(timeline: Timeline, period: Period, symptom: str) -> ShownChart:
    chosen = None if symptom == ALL_SYMPTOMS else [symptom]
    course = summarise_course(timeline, period, symptoms=chosen)

    def make(_self_harm: bool) -> "Chart":
        from symptrack.charts.course import course_chart

        return course_chart(course)

    return ShownChart(
        value=course,
        title=course_words.title(course),
        summary=care_words.summary(course),
        make=make,
        tables=lambda: charts_care.tables(course),
        read_out=lambda place: charts_care.read_out(course, place),
        entry=_entry_of,
        takes_symptom=True,
    )


def _entry_of(place: "Place") -> Entry:
    if isinstance(place.point, CareMark):
        return Entry(EntryKind.PAGE, "care")
    return Entry(EntryKind.CHECK_IN, place.point.check_in_id)


def _questionnaires(timeline: Timeline, period: Period, now: datetime) -> ShownChart:
    found = summarise_questionnaires(timeline, period, now, load_instruments())

    def make(self_harm: bool) -> "Chart":
        from symptrack.charts.questionnaires import questionnaires_chart

        return questionnaires_chart(found, item9=self_harm)

    return ShownChart(
        value=found,
        title=questionnaires_words.title(found),
        summary=questionnaires_words.summary(found),
        make=make,
        tables=lambda: charts_scores.tables(found),
        read_out=lambda place: charts_scores.read_out(found, place.panel, place.point),
        entry=_total_of,
        self_harm=any(one.safety is not None and one.safety.answers for one in found.panels),
    )


def _side_effects(timeline: Timeline, period: Period) -> ShownChart:
    found = summarise_side_effects(timeline, period, load_side_effects())

    def make(_self_harm: bool) -> "Chart":
        from symptrack.charts.side_effects import side_effects_chart

        return side_effects_chart(found)

    return ShownChart(
        value=found,
        title=side_effects_words.title(found),
        summary=side_effects_words.summary(found),
        make=make,
        tables=lambda: charts_effects.map_tables(found),
        read_out=lambda place: charts_effects.read_cell(found, place.panel, place.point),
        entry=_session_of,
    )


def _hours_after(timeline: Timeline, period: Period) -> ShownChart:
    found = summarise_hours_after(timeline, period, load_side_effects())

    def make(_self_harm: bool) -> "Chart":
        from symptrack.charts.hours_after import hours_after_chart

        return hours_after_chart(found)

    return ShownChart(
        value=found,
        title=hours_after_words.title(found),
        summary=hours_after_words.summary(found),
        make=make,
        tables=lambda: (charts_effects.hours_table(found),),
        read_out=lambda place: charts_effects.read_bin(found, place.panel, place.point),
    )


def _days_after(timeline: Timeline, period: Period, now: datetime, symptom: str) -> ShownChart:
    found = summarise_days_after(timeline, period, now, symptom)

    def make(_self_harm: bool) -> "Chart":
        from symptrack.charts.days_after import days_after_chart

        return days_after_chart(found)

    return ShownChart(
        value=found,
        title=days_after_words.title(found),
        summary=days_after_words.summary(found),
        make=make,
        tables=lambda: charts_moods.days_tables(found),
        read_out=lambda place: charts_moods.read_day(found, place.panel, place.point),
        entry=_day_of,
        takes_symptom=True,
    )


def _benefit(timeline: Timeline, period: Period, now: datetime) -> ShownChart:
    found = summarise_benefit(timeline, period, now)

    def make(_self_harm: bool) -> "Chart":
        from symptrack.charts.benefit import benefit_chart

        return benefit_chart(found)

    return ShownChart(
        value=found,
        title=benefit_words.title(found),
        summary=benefit_words.summary(found),
        make=make,
        tables=lambda: (charts_moods.benefit_table(found),),
        read_out=lambda place: charts_moods.read_benefit(found, place.point),
        entry=_session_of,
    )


def _total_of(place: "Place") -> Entry | None:
    if isinstance(place.point, ClinicScore):
        return Entry(EntryKind.CLINIC_SCORE, place.point.id)
    if not isinstance(place.point, ScorePoint):
        return None
    return Entry(EntryKind.RESPONSE, place.point.scored.response.id)


def _day_of(place: "Place") -> Entry | None:
    if not isinstance(place.point, SessionDay):
        return None
    return Entry(EntryKind.CHECK_IN, place.point.check_in_id)


def _session_of(place: "Place") -> Entry:
    return Entry(EntryKind.SESSION, place.point.session.id)
