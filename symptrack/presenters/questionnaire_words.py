"""The words of questionnaires: how often, which band, what is missing, how it stands."""

from symptrack.analysis.questionnaire_standing import Standing
from symptrack.analysis.questionnaires import reliable_change
from symptrack.analysis.timing import is_late
from symptrack.charts import overlap_words as drawn
from symptrack.domain.instrument import Instrument, Item
from symptrack.domain.questionnaire import Response, Score
from symptrack.domain.words import TotalStatus
from symptrack.formatting import format_day_long, format_day_year, format_percent
from symptrack.presenters.words import first_upper
from symptrack.texts import _, ngettext

DAYS_A_WEEK = 7


def recall_words(instrument: Instrument) -> str:
    """Return what it is about: *About the last 2 weeks*; the period is the instrument's own."""
    return _("About the {period}").format(period=instrument.recall)


def overlap_words(instrument: Instrument) -> str:
    """Return the mark of one closer to the one before than its recall allows."""
    return first_upper(drawn.overlap_words(instrument))


def interval_words(days: int) -> str:
    """Return *Every 2 weeks* or *Every 10 days*."""
    if days % DAYS_A_WEEK:
        return ngettext("Every day", "Every {n} days", days).format(n=days)
    weeks = days // DAYS_A_WEEK
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)


def duration_words(instrument: Instrument) -> str:
    """Return about how long it takes."""
    minutes = instrument.minutes
    return ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)


def item_name(instrument: Instrument, item: Item) -> str:
    """Return *question 9*, as it is counted."""
    return _("question {number}").format(number=instrument.items.index(item) + 1)


def total_words(instrument: Instrument, score: Score) -> str:
    """Return *PHQ-9: 14 of 27*, marked where it is estimated."""
    if score.total is None:
        return _("{name}: no total").format(name=instrument.short_title)
    sentence = _("{name}: {total} of {highest}")
    if score.status is TotalStatus.ESTIMATED:
        sentence = _("{name}: {total} of {highest}, estimated")
    return sentence.format(name=instrument.short_title, total=score.total, highest=instrument.high)


def band_words(instrument: Instrument, total: int) -> str:
    """Return the published band of a total and whose it is: *Moderate (Kroenke 2001)*."""
    return _("{band} ({source})").format(
        band=instrument.band_of(total).label, source=instrument.bands_from
    )


def declined_words(instrument: Instrument, response: Response) -> str:
    """Return *Declined: question 9*, or nothing."""
    declined = [
        item_name(instrument, one) for one in instrument.items if one.key in response.declined
    ]
    return _("Declined: {questions}").format(questions=", ".join(declined)) if declined else ""


def missing_words(instrument: Instrument, response: Response) -> str:
    """Return how many items have no answer, declined ones among them, or nothing."""
    missing = len(instrument.items) - len(response.answers)
    if not missing:
        return ""
    return ngettext(
        "{n} of {all} questions was not answered",
        "{n} of {all} questions were not answered",
        missing,
    ).format(n=missing, all=len(instrument.items))


def marks_of(instrument: Instrument, response: Response, *, overlaps: bool) -> list[str]:
    """Return what a reader must know of one: what is missing or declined, that it overlaps."""
    marks = (
        missing_words(instrument, response),
        declined_words(instrument, response),
        overlap_words(instrument) if overlaps else "",
    )
    return [one for one in marks if one]


def score_lines(instrument: Instrument, found: Standing) -> tuple[str, ...]:
    """Return what is said below a total, each a sentence: facts, no judgement."""
    response = found.scored.response
    marks = marks_of(instrument, response, overlaps=found.scored.overlaps)
    lines = [*(_("{mark}.").format(mark=one) for one in marks), *_missing_rule(instrument, found)]
    if is_late(response):
        on = format_day_year(found.scored.on)
        lines.append(_("Filled in on {day}, and marked as entered late.").format(day=on))
    said = (*lines, baseline_words(found), threshold_words(instrument, found))
    return tuple(one for one in said if one)


def _missing_rule(instrument: Instrument, found: Standing) -> list[str]:
    status = found.scored.score.status
    if status is TotalStatus.ESTIMATED:
        return [
            _(
                "The total is estimated: what was answered stands on average for what was not. "
                "It is marked so wherever it appears."
            )
        ]
    if status is TotalStatus.COMPLETE:
        return []
    needed = len(instrument.items) - instrument.missing_max
    if instrument.missing_max:
        return [
            _("A total needs at least {n} of the {all} answers.").format(
                n=needed, all=len(instrument.items)
            )
        ]
    return [_("A total needs all {all} answers.").format(all=len(instrument.items))]


def baseline_words(found: Standing) -> str:
    """Return how a total stands to the baseline, in points and per cent; or nothing."""
    if found.is_baseline:
        return _("This is the baseline of the series: later ones are compared with it.")
    baseline = found.baseline
    if baseline is None or found.scored.score.total is None:
        return ""
    start = baseline.scored.score.total
    what = _("the baseline of {total} on {day}").format(
        total=start,
        day=(
            format_day_long(baseline.scored.on)
            if baseline.scored.on.year == found.scored.on.year
            else format_day_year(baseline.scored.on)
        ),
    )
    if baseline.after_start:
        what = _("{baseline}, after the first session").format(baseline=what)
    if found.points is None:
        return _("An estimated total is not compared with {baseline}.").format(baseline=what)
    if found.points == 0:
        return _("The same as {baseline}.").format(baseline=what)
    return _("{change} than {baseline}.").format(change=_change(found, found.points), baseline=what)


def threshold_words(instrument: Instrument, found: Standing) -> str:
    """Return how a change stands to the published one, as such and with its source; or nothing.

    The reliable change where one is published, else the smallest change that matters.
    """
    points, reliable = found.points, reliable_change(instrument, found.points)
    if not points:
        return ""
    if reliable is not None:
        sentence = _("That is less than a reliable change, which is {n} points ({source}).")
        if reliable:
            sentence = _("That is a reliable change, which is {n} points or more ({source}).")
        least, source = instrument.reliable_change_points, instrument.reliable_change_from
        return sentence.format(n=least, source=source)
    least, source = instrument.change_points, instrument.change_from
    if least is None:
        return ""
    sentence = _("That is less than the {n} points that are published as a change ({source}).")
    if abs(points) >= least:
        sentence = _("That is at least the {n} points that are published as a change ({source}).")
    return sentence.format(n=least, source=source)


def _change(found: Standing, points: int) -> str:
    sentence = ngettext("{n} point lower", "{n} points lower", abs(points))
    if points > 0:
        sentence = ngettext("{n} point higher", "{n} points higher", abs(points))
    words = sentence.format(n=abs(points))
    if found.fraction is None:
        return words
    return _("{points} ({percent})").format(
        points=words, percent=format_percent(abs(found.fraction))
    )
