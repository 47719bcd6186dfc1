"""The questionnaire chart as tables, and its totals read out."""

from collections.abc import Sequence
from typing import Any

from symptrack.analysis.questionnaire_course import (
    ClinicPanel,
    QuestionnaireCourse,
    SafetyHistory,
    ScorePanel,
    ScorePoint,
)
from symptrack.analysis.questionnaires import ItemAnswer, difference
from symptrack.charts import questionnaires_words as words
from symptrack.charts.common_words import day_in
from symptrack.charts.overlap_words import overlap_words
from symptrack.domain.questionnaire import ClinicScore
from symptrack.formatting import format_change, format_day_year_short, format_number
from symptrack.presenters.charts_table import ChartTable, Row
from symptrack.presenters.charts_words import day_after_words
from symptrack.texts import _


def tables(course: QuestionnaireCourse) -> tuple[ChartTable, ...]:
    """Return a table of each scale's totals, and one of the answers about self-harm."""
    found: list[ChartTable] = []
    for panel in course.panels:
        found.append(_scores_table(panel))
        if panel.safety is not None and panel.safety.answers:
            found.append(_safety_table(panel, panel.safety))
    return (*found, *(_clinic_table(panel) for panel in course.clinic))


def read_out(course: QuestionnaireCourse, row: Any, point: Any) -> str:
    """Return a value with its date and what is to be known of it.

    *PHQ-9 15, moderately severe, 13 September, 2 days after infusion 4, –6 from the baseline*.
    """
    if isinstance(point, ScorePoint):
        parts = [
            _("{name} {total}").format(
                name=row.instrument.short_title, total=words.total_label(point)
            ),
            words.band_words(row.instrument.band_of(point.total))[1],
            day_in(course.period, point.on),
            day_after_words(course.sessions, point.on),
            _compared(row, point),
            *_remarks(row, point),
        ]
    elif isinstance(point, ItemAnswer):
        panel = next(one for one in course.panels if one.safety is row)
        parts = [
            _("{name}: {answer}").format(name=words.safety_heading(panel)[0], answer=point.value),
            day_in(course.period, point.on),
            day_after_words(course.sessions, point.on),
        ]
    else:
        parts = [
            _("{name} {total}").format(name=row.name, total=format_number(point.total)),
            _("from the clinic"),
            day_in(course.period, point.occurred_at.date()),
            day_after_words(course.sessions, point.occurred_at.date()),
        ]
    return ", ".join(part for part in parts if part)


def _scores_table(panel: ScorePanel) -> ChartTable:
    rows: list[tuple[Any, Row]] = [(one.on, _score_row(panel, one)) for one in panel.points]
    rows += [(on, _gap_row(on, words.missed_words())) for on in panel.missed_on]
    rows += [(on, _gap_row(on, words.no_total_words())) for on in panel.without_total_on]
    ordered = [row for _on, row in sorted(rows, key=lambda pair: pair[0])]
    instrument = panel.instrument
    title = _("{name}, {range}; bands: {source}").format(
        name=instrument.short_title,
        range=words.range_words(instrument),
        source=instrument.bands_from,
    )
    headings = (_("Date"), _("Total"), _("Band"), _("From the baseline"), _("Remarks"))
    return _table(title, headings, ordered)


def _score_row(panel: ScorePanel, point: ScorePoint) -> Row:
    return (
        format_day_year_short(point.on),
        words.total_label(point),
        words.band_words(panel.instrument.band_of(point.total))[1],
        _change(panel, point),
        ", ".join(_remarks(panel, point)),
    )


def _gap_row(on: Any, remark: str) -> Row:
    return format_day_year_short(on), "", "", "", remark


def _safety_table(panel: ScorePanel, safety: SafetyHistory) -> ChartTable:
    rows = [
        (
            format_day_year_short(one.on),
            "" if one.value is None else str(one.value),
            words.declined_words() if one.declined else "",
        )
        for one in safety.answers
    ]
    headings = (_("Date"), _("Answer"), _("Remarks"))
    return _table(", ".join(words.safety_heading(panel)), headings, rows, self_harm=True)


def _clinic_table(panel: ClinicPanel) -> ChartTable:
    rows = [_clinic_row(one) for one in panel.points]
    title = _("{name}, {range}").format(name=panel.name, range=words.clinic_hint(panel))
    return _table(title, (_("Date"), _("Total")), rows)


def _clinic_row(one: ClinicScore) -> Row:
    return format_day_year_short(one.occurred_at.date()), format_number(one.total)


def _table(
    title: str, headings: Row, rows: Sequence[Row], *, self_harm: bool = False
) -> ChartTable:
    return ChartTable(
        title, headings, len(rows), rows.__getitem__, in_order=frozenset({0}), self_harm=self_harm
    )


def _change(panel: ScorePanel, point: ScorePoint) -> str:
    found = difference(panel.change, point.scored)
    return format_change(found.points) if found is not None else ""


def _compared(panel: ScorePanel, point: ScorePoint) -> str:
    change = _change(panel, point)
    return _("{change} from the baseline").format(change=change) if change else ""


def _remarks(panel: ScorePanel, point: ScorePoint) -> list[str]:
    baseline = panel.change.baseline
    remarks = []
    if baseline is not None and point.scored == baseline:
        remarks.append(_("baseline"))
    if point.overlaps:
        remarks.append(overlap_words(panel.instrument))
    if point.late:
        remarks.append(_("entered late"))
    if point.estimated:
        remarks.append(_("estimated, answers missing"))
    return remarks + _turns(panel, point)


def _turns(panel: ScorePanel, point: ScorePoint) -> list[str]:
    """Return what is first reached, or first lost, with a total."""
    change = panel.change
    turns = (
        (change.response_first_on, _("response first reached")),
        (change.response_lost_on, _("response first lost")),
        (change.remission_first_on, _("remission first reached")),
        (change.remission_lost_on, _("remission first lost")),
    )
    return [said for on, said in turns if on == point.on and point.scored.complete]
