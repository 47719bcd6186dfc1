"""The report's questionnaires and the scores that a clinic gave."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from symptrack.analysis.questionnaire_course import (
    ClinicPanel,
    QuestionnaireCourse,
    ScorePanel,
    summarise_questionnaires,
)
from symptrack.analysis.questionnaires import (
    RESPONSE_PERCENT,
    QuestionnaireChange,
    ScoredResponse,
    difference,
    scored_responses,
)
from symptrack.analysis.timing import is_late, recorded_on
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.settings import Paper
from symptrack.domain.words import Direction, EnteredBy, TotalStatus
from symptrack.exchange.report_blocks import (
    Block,
    Cell,
    chart,
    column,
    heading,
    paragraphs,
    section,
    table,
)
from symptrack.exchange.report_scope import ReportScope, printable
from symptrack.formatting import format_number, format_percent
from symptrack.texts import _, ngettext


def questionnaire_course(scope: ReportScope) -> QuestionnaireCourse:
    """Return the totals of every questionnaire and clinic score of the period."""
    return summarise_questionnaires(scope.timeline, scope.period, scope.now, load_instruments())


def used_instruments(scope: ReportScope) -> list[Instrument]:
    """Return the instruments that were filled in within the period."""
    return [
        instrument
        for instrument in load_instruments().values()
        if any(scope.period.holds(one.on) for one in scored_responses(scope.timeline, instrument))
    ]


def questionnaires_section(
    scope: ReportScope, course: QuestionnaireCourse, paper: Paper, *, item9: bool
) -> dict[str, Any]:
    """Return each questionnaire: its chart, what became of it, and its totals in a table."""
    blocks: list[Block | None] = []
    for panel in course.panels:
        blocks += _instrument_blocks(scope, course, panel, paper, item9=item9)
    return section(_("Questionnaires"), *blocks)


def clinic_scores_section(scope: ReportScope, course: QuestionnaireCourse) -> dict[str, Any]:
    """Return the scores that a clinic gave, as they were typed in."""
    columns = [
        column(_("Scale"), share=1),
        column(_("Date")),
        column(_("Score"), align="center"),
        column(_("Range")),
        column(_("Higher means")),
    ]
    rows = [row for panel in course.clinic for row in _clinic_rows(scope, panel)]
    return section(_("Scores from the clinic"), table(columns, rows))


def _instrument_blocks(
    scope: ReportScope,
    course: QuestionnaireCourse,
    panel: ScorePanel,
    paper: Paper,
    *,
    item9: bool,
) -> Iterator[Block | None]:
    from symptrack.charts.questionnaires import questionnaires_chart

    instrument = panel.instrument
    yield heading(
        _("{questionnaire} total, {low} to {high}").format(
            questionnaire=instrument.short_title, low=instrument.low, high=instrument.high
        )
    )
    if panel.points:
        alone = replace(course, panels=(panel,), clinic=())
        yield chart(questionnaires_chart(alone, item9=False), paper)
    yield paragraphs(
        _from_baseline(scope, panel.change),
        _reached(scope, panel.change),
        [(_safety_name(panel), _safety_line(scope, panel))] if item9 else [],
    )
    yield _totals(scope, panel)


# What became of it


def _from_baseline(scope: ReportScope, change: QuestionnaireChange) -> Iterator[tuple[str, str]]:
    if change.baseline is None:
        yield _("Baseline"), _("None shortly before treatment.")
        return
    start = _("{total} on {day}.")
    if change.baseline_after_start:
        start = _("{total} on {day}, after treatment began.")
    yield _("Baseline"), start.format(**_when(scope, change.baseline))
    if change.latest is None or change.best is None:
        return
    yield _("Best"), _("{total} on {day}.").format(**_when(scope, change.best))
    latest = _("{total} on {day}: {change}.")
    compared = difference_words(change, change.latest)
    yield _("Latest"), latest.format(**_when(scope, change.latest), change=compared)


def _when(scope: ReportScope, one: ScoredResponse) -> dict[str, str]:
    return {"total": str(one.score.total), "day": scope.day_long(one.on)}


def difference_words(change: QuestionnaireChange, one: ScoredResponse) -> str:
    """Return how a total compares with the baseline: *14 points lower (67 %)*."""
    found = difference(change, one)
    if found is None:
        return ""
    if found.points == 0:
        return _("no change")
    amount = ngettext("{n} point", "{n} points", abs(found.points)).format(n=abs(found.points))
    words = _("{points} lower") if found.points < 0 else _("{points} higher")
    if found.percent is not None:
        words = (
            _("{points} lower ({percent})")
            if found.points < 0
            else _("{points} higher ({percent})")
        )
    percent = format_percent(abs(found.percent or 0) / 100)
    return words.format(points=amount, percent=percent)


def _reached(scope: ReportScope, change: QuestionnaireChange) -> Iterator[tuple[str, str]]:
    if change.baseline is None or change.latest is None:
        return
    instrument = change.instrument
    if change.response is None:
        if instrument.lowest_baseline is not None:
            words = _("Not told: the baseline is under {limit} (Symptrack’s limit).")
            yield _("Response"), words.format(limit=instrument.lowest_baseline)
        return
    name = _("Response, at least {percent} lower").format(
        percent=format_percent(RESPONSE_PERCENT / 100)
    )
    days = (change.response_first_on, change.response_lost_on)
    yield name, _reached_words(scope, change.response, *days)
    if instrument.remission_below is not None and change.remission is not None:
        name = _("Remission, below {limit}").format(limit=instrument.remission_below)
        days = (change.remission_first_on, change.remission_lost_on)
        yield name, _reached_words(scope, change.remission, *days)


def _reached_words(
    scope: ReportScope, reached: bool, first_on: date | None, lost_on: date | None
) -> str:
    """Return whether the latest total is there, when one first was, and when it was lost."""
    if first_on is None:
        return _("No.")
    first = scope.day_long(first_on)
    if lost_on is None:
        return _("Yes, since {first}.").format(first=first)
    words = (
        _("Yes; first on {first}, lost on {lost}, reached again.")
        if reached
        else _("No; first on {first}, lost on {lost}.")
    )
    return words.format(first=first, lost=scope.day_long(lost_on))


def _safety_name(panel: ScorePanel) -> str:
    from symptrack.charts.questionnaires_words import safety_heading

    return safety_heading(panel)[0] if panel.safety else ""


def _safety_line(scope: ReportScope, panel: ScorePanel) -> str:
    """Return every answer to the item about self-harm, which is here by the patient's choice."""
    if panel.safety is None:
        return ""
    answers = []
    for one in panel.safety.answers:
        value = _("declined") if one.declined else _("not answered")
        said = value if one.value is None else format_number(one.value)
        answers.append(_("{day}: {answer}").format(day=scope.day(one.on), answer=said))
    return _(
        "Thoughts of self-harm, 0 to 3: {answers}. Included because the patient chose to."
    ).format(answers=", ".join(answers))


# Totals


def _totals(scope: ReportScope, panel: ScorePanel) -> Block | None:
    columns = [
        column(_("Date")),
        column(_("Total"), align="center"),
        column(_("Band")),
        column(_("Against the baseline")),
        column(_("Remarks"), share=1),
    ]
    scored = [
        one
        for one in scored_responses(scope.timeline, panel.instrument)
        if scope.period.holds(one.on)
    ]
    rows: list[tuple[date, list[Cell]]] = [
        (one.on, _total_row(scope, panel, one)) for one in scored
    ]
    rows += _missed_rows(scope, panel.missed_on, [one.on for one in scored])
    return table(columns, [row for _on, row in sorted(rows, key=lambda found: found[0])])


def _missed_rows(
    scope: ReportScope, missed_on: Sequence[date], filled_on: Sequence[date]
) -> Iterator[tuple[date, list[Cell]]]:
    """Yield the days that were missed, those in a row together: a pause is one line."""
    for _place, run in groupby(missed_on, key=lambda on: bisect_left(filled_on, on)):
        days = list(run)
        n = len(days)
        words = scope.day(days[0])
        if n > 1:
            words = _("{first} to {last}").format(first=words, last=scope.day(days[-1]))
        said = ngettext("not filled in", "not filled in, {n} times", n).format(n=n)
        yield days[0], [words, "", "", "", said]


def _total_row(scope: ReportScope, panel: ScorePanel, one: ScoredResponse) -> list[Cell]:
    from symptrack.charts.questionnaires_words import band_words

    total = one.score.total
    return [
        scope.day(one.on),
        _("none") if total is None else str(total),
        "" if total is None else " ".join(band_words(panel.instrument.band_of(total))),
        difference_words(panel.change, one),
        ", ".join(_remarks(panel, one)),
    ]


def _remarks(panel: ScorePanel, one: ScoredResponse) -> Iterator[str]:
    if panel.change.baseline == one:
        yield _("baseline")
    missing = len(panel.instrument.items) - len(one.response.answers)
    if one.score.status is TotalStatus.ESTIMATED:
        yield ngettext(
            "estimated, {n} answer missing", "estimated, {n} answers missing", missing
        ).format(n=missing)
    if one.score.status is TotalStatus.NONE:
        yield _("too few answers for a total")
    if one.overlaps:
        yield _("overlaps with the one before")
    if is_late(one.response):
        yield _("entered late")
    if one.response.entered_by is EnteredBy.HELPER:
        yield _("entered by a helper")


def _clinic_rows(scope: ReportScope, panel: ClinicPanel) -> Iterator[list[Cell]]:
    for one in panel.points:
        yield [
            printable(one.name),
            scope.day(recorded_on(one)),
            format_number(one.total, 2),
            _range(one),
            _direction(one.higher_is),
        ]


def _range(one: ClinicScore) -> str:
    if one.min is None or one.max is None:
        return _("not noted")
    return _("{low} to {high}").format(
        low=format_number(one.min, 2), high=format_number(one.max, 2)
    )


def _direction(higher_is: Direction | None) -> str:
    if higher_is is None:
        return _("not noted")
    return _("better") if higher_is is Direction.BETTER else _("worse")
