"""How the report is to be read: what its numbers mean, and whose bands and limits it shows."""

from collections.abc import Iterator
from typing import Any

from symptrack.analysis.before_after import AFTER_H, BEFORE_H
from symptrack.analysis.benefit import HIGHEST_REFERENCE, LAST_DAY_TO_START, POINTS_UP
from symptrack.analysis.completeness import completeness
from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS
from symptrack.analysis.period import DAYS_BEFORE_FIRST_SESSION
from symptrack.analysis.questionnaires import (
    BASELINE_DAYS_AFTER,
    BASELINE_DAYS_BEFORE,
    RESPONSE_PERCENT,
)
from symptrack.analysis.timing import LATE_AFTER_H
from symptrack.domain.instrument import Instrument
from symptrack.exchange.report_blocks import lines, section, small
from symptrack.exchange.report_questionnaires import used_instruments
from symptrack.exchange.report_scope import ReportScope, sentences
from symptrack.formatting import format_percent
from symptrack.texts import _, ngettext


def reading_section(scope: ReportScope) -> dict[str, Any]:
    """Return the definitions, each with its source or as Symptrack's own."""
    instruments = used_instruments(scope)
    return section(
        _("How to read this"),
        lines(
            (_("Whose record this is"), _record(scope)),
            (_("Before and 24 h after"), _before_after()),
            (_("Where it started"), _reference()),
            (_("How long mood stayed up"), _benefit()),
            (_("Side effects"), _side_effects()),
            *((_("Questionnaires"), one) for one in _questionnaires(instruments)),
        ),
        small(*dict.fromkeys(_credit(one) for one in instruments)),
    )


def _record(scope: ReportScope) -> str:
    found = completeness(scope.timeline, scope.period)
    counts = ngettext(
        "Reported by the patient, not a diagnosis: check-ins on {n} of {days} day.",
        "Reported by the patient, not a diagnosis: check-ins on {n} of {days} days.",
        found.days,
    ).format(n=found.days_with_check_in, days=found.days)
    gaps = _(
        "Days without an entry are left out and never filled in. Late: entered more than {hours} h "
        "after its time. Ratings go from 0 to 10; a change of a point or two can be day-to-day "
        "variation."
    ).format(hours=LATE_AFTER_H)
    return sentences((counts, gaps))


def _before_after() -> str:
    first_h, _wanted_h, last_h = AFTER_H
    return _(
        "Before: the last rating in the {before} h before the session’s start. After: the rating "
        "nearest 24 h among those {first} to {last} h after its end and before the next session."
    ).format(before=BEFORE_H, first=first_h, last=last_h)


def _reference() -> str:
    return _(
        "The middle value (median) of the ratings in the {days} days before the first session of "
        "the series. A maintenance series is compared with the series before it."
    ).format(days=DAYS_BEFORE_FIRST_SESSION)


def _benefit() -> str:
    return _(
        "A day counts as up where its middle mood is at least {points} points above where it "
        "started; not applicable where that was above {highest}. The count starts at the first "
        "such day among days 0 to {last} and ends at the last. One lower or one unrated day "
        "between is bridged; two lower days in a row end it; two unrated days in a row end what is "
        "known (“at least”). Symptrack’s definition."
    ).format(points=POINTS_UP, highest=HIGHEST_REFERENCE, last=LAST_DAY_TO_START)


def _side_effects() -> str:
    return _(
        "Worst: the highest strength noted in the {days} days after a session, or until the next. "
        "Duration: from the session’s end to between the last check-in that found it there and the "
        "first that found it gone. A dot: nothing noted either way. Symptrack’s definitions."
    ).format(days=DAYS_FOR_SIDE_EFFECTS)


# Questionnaires


def _questionnaires(instruments: list[Instrument]) -> Iterator[str]:
    if not instruments:
        return
    yield _(
        "Baseline: the last complete total in the {before} days before the first session, else the "
        "first within {after} days after it. Estimated totals (answers missing) and overlapping "
        "ones (too soon after the one before) are marked, and never a baseline."
    ).format(before=BASELINE_DAYS_BEFORE, after=BASELINE_DAYS_AFTER)
    for one in instruments:
        yield sentences((_bands(one), _outcomes(one), _changes(one)))


def _bands(instrument: Instrument) -> str:
    from symptrack.charts.questionnaires_words import band_words

    bands = ", ".join(" ".join(band_words(band)) for band in instrument.bands)
    return _("{questionnaire}, about the {recall}: {bands} ({source}).").format(
        questionnaire=instrument.short_title,
        recall=_(instrument.recall),
        bands=bands,
        source=instrument.bands_from,
    )


def _outcomes(instrument: Instrument) -> str:
    """Return what response and remission are, where both are told of an instrument."""
    if instrument.lowest_baseline is None or instrument.remission_below is None:
        return ""
    return _(
        "Response: at least {percent} lower; remission: below {below} ({source}); both told only "
        "from a baseline of {limit} on (our limit)."
    ).format(
        percent=format_percent(RESPONSE_PERCENT / 100),
        below=instrument.remission_below,
        source=_(instrument.outcome_from),
        limit=instrument.lowest_baseline,
    )


def _changes(instrument: Instrument) -> str:
    said = []
    if instrument.change_points is not None:
        said.append(
            _("A change of {points} points is one that matters ({source}).").format(
                points=instrument.change_points, source=instrument.change_from
            )
        )
    if instrument.reliable_change_points is not None:
        said.append(
            _("A reliable change is {points} points ({source}).").format(
                points=instrument.reliable_change_points, source=instrument.reliable_change_from
            )
        )
    return sentences(said)


def _credit(instrument: Instrument) -> str:
    return _("{questionnaire}: {credit}").format(
        questionnaire=instrument.short_title, credit=instrument.credit
    )
