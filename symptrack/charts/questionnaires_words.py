"""The words of the questionnaire chart: totals, published bands and thresholds, as such."""

from symptrack.analysis.questionnaire_course import (
    ClinicPanel,
    QuestionnaireCourse,
    ScorePanel,
    ScorePoint,
)
from symptrack.charts.common_words import day_in, short_day_in
from symptrack.charts.overlap_words import overlap_words
from symptrack.domain.instrument import Band, Instrument
from symptrack.domain.words import Direction
from symptrack.formatting import format_number, format_percent
from symptrack.texts import _, ngettext

_NAMED = 3


def title(course: QuestionnaireCourse) -> str:
    """Return what is shown: *PHQ-9 and GAD-7 totals, compared with before treatment*."""
    names = [panel.instrument.short_title for panel in course.panels]
    names += [panel.name for panel in course.clinic]
    if not names:
        return _("No questionnaire yet")
    if len(names) > _NAMED:
        listed = _("{name} and {count} other questionnaires").format(
            name=names[0], count=len(names) - 1
        )
    elif len(names) > 1:
        listed = _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
    else:
        listed = names[0]
    if any(panel.change.baseline for panel in course.panels):
        return _("{names}: totals, compared with before treatment").format(names=listed)
    return _("{names}: totals").format(names=listed)


def empty_text() -> str:
    """Return what starts this chart."""
    return _("This chart starts with one filled-in questionnaire, or one score from your clinic.")


def subtitle(course: QuestionnaireCourse) -> str:
    """Return how to read it: direction, where lines stop, what the marks are, whose bands."""
    sentences = []
    if any(panel.instrument.higher_is is Direction.WORSE for panel in course.panels):
        sentences.append(_("Lower means fewer symptoms."))
    if any(panel.missed_on for panel in course.panels):
        sentences.append(_("Cross: due and not filled in; the line stops there."))
    points = [point for panel in course.panels for point in panel.points]
    hollow = {
        overlap_words(panel.instrument): None
        for panel in course.panels
        if any(point.overlaps for point in panel.points)
    }
    sentences += [_("Hollow: {mark}.").format(mark=one) for one in hollow]
    if any(point.late for point in points):
        sentences.append(_("Hollow: entered more than 12 hours later."))
    if any(point.estimated for point in points):
        sentences.append(_("≈: estimated, as answers are missing."))
    if any(panel.response_at is not None for panel in course.panels):
        sentences.append(_("Response: half of the baseline."))
    sentences += filter(None, (_limit_words(panel) for panel in course.panels))
    sources = [
        _("{name}, {source}").format(
            name=panel.instrument.short_title, source=panel.instrument.bands_from
        )
        for panel in course.panels
    ]
    if sources:
        sentences.append(_("Published bands: {sources}.").format(sources="; ".join(sources)))
    return " ".join(sentences)


def summary(course: QuestionnaireCourse) -> str:
    """Return the chart in words, also for those who cannot see it.

    *PHQ-9 was 21 before treatment, on 30 August, and 7 on 8 November: 14 points lower (67 %).
    5 totals, 1 not filled in.*
    """
    said = [_score_summary(course, panel) for panel in course.panels]
    said += [_clinic_summary(course, panel) for panel in course.clinic]
    return " ".join(said) or empty_text()


def range_words(instrument: Instrument) -> str:
    """Return the ends of the scale: *0 to 27*."""
    return _("{low} to {high}").format(low=instrument.low, high=instrument.high)


def _limit_words(panel: ScorePanel) -> str:
    """Return that a baseline is too low to tell response and remission, or nothing."""
    baseline, limit = panel.change.baseline, panel.instrument.lowest_baseline
    if baseline is None or limit is None or panel.response_at is not None:
        return ""
    return _("{name}: points only, as the baseline is below {limit} (our limit).").format(
        name=panel.instrument.short_title, limit=limit
    )


def band_words(band: Band) -> tuple[str, str]:
    """Return a band's points and its name: *15–19*, *moderately severe*."""
    return f"{band.low}–{band.high}", _(band.label)[:1].lower() + _(band.label)[1:]


def bands_heading() -> str:
    """Return the heading of the bands."""
    return _("Band")


def baseline_words(course: QuestionnaireCourse, panel: ScorePanel) -> str:
    """Return what the baseline's line is: *baseline, 30 Aug: 21*."""
    found = panel.change.baseline
    assert found is not None
    words = _("baseline, {day}: {total}")
    if panel.change.baseline_after_start:
        words = _("baseline, after the start, {day}: {total}")
    return words.format(day=short_day_in(course.period, found.on), total=found.score.total)


def response_words(at: float) -> str:
    """Return what the response line is: *response: 10.5*."""
    return _("response: {value}").format(value=format_number(at))


def remission_words(below: int) -> str:
    """Return what the remission line is: *remission: below 5*."""
    return _("remission: below {value}").format(value=below)


def total_label(point: ScorePoint) -> str:
    """Return what stands beside a total: *15*, or *≈15* where it is estimated."""
    return _("≈{total}").format(total=point.total) if point.estimated else str(point.total)


def missed_words() -> str:
    """Return what stands at a questionnaire that was due and not filled in."""
    return _("not filled in")


def no_total_words() -> str:
    """Return what stands at a questionnaire with too few answers for a total."""
    return _("too few answers")


def safety_heading(panel: ScorePanel) -> tuple[str, str]:
    """Return the name of the line of the item about self-harm, and its scale."""
    instrument = panel.instrument
    assert panel.safety is not None
    number = [item.key for item in instrument.items].index(panel.safety.item.key) + 1
    low, high = instrument.options[0], instrument.options[-1]
    return (
        _("{questionnaire} item {number}").format(
            questionnaire=instrument.short_title, number=number
        ),
        _("{low} {low_words}, {high} {high_words}").format(
            low=low.value,
            low_words=low.text.lower(),
            high=high.value,
            high_words=high.text.lower(),
        ),
    )


def declined_words() -> str:
    """Return what stands at an item that was not answered by choice."""
    return _("declined")


def clinic_hint(panel: ClinicPanel) -> str:
    """Return the scale of a clinic's totals: *0 to 60, from the clinic*."""
    if not panel.range_known:
        return _("from the clinic, its range is not noted")
    words = _("{low} to {high}, from the clinic")
    if panel.higher_is is Direction.BETTER:
        words = _("{low} to {high}, higher is better, from the clinic")
    return words.format(low=format_number(panel.low), high=format_number(panel.high))


def _score_summary(course: QuestionnaireCourse, panel: ScorePanel) -> str:
    name, change = panel.instrument.short_title, panel.change
    first, last = change.baseline, change.latest
    if first is None and last is None:
        sentence = _("{name} has no complete total in this time.").format(name=name)
    elif first is None:
        assert last is not None
        sentence = _(
            "{name} was {last} on {day}; there is no total from shortly before treatment."
        ).format(name=name, last=last.score.total, day=day_in(course.period, last.on))
    elif last is None:
        sentence = _(
            "{name} was {first} before treatment, on {day}; there is no complete total since."
        ).format(name=name, first=first.score.total, day=day_in(course.period, first.on))
    else:
        words = _("{name} was {first} before treatment, on {first_day}, and {last} on {day}:")
        if change.baseline_after_start:
            words = _(
                "{name} was {first} just after treatment began, on {first_day}, "
                "and {last} on {day}:"
            )
        sentence = words.format(
            name=name,
            first=first.score.total,
            first_day=day_in(course.period, first.on),
            last=last.score.total,
            day=day_in(course.period, last.on),
        )
        sentence = f"{sentence} {_change_words(panel)}{_reliable_words(panel)}."
    return f"{sentence} {_count_words(panel)}"


def _change_words(panel: ScorePanel) -> str:
    points = panel.change.points or 0
    if points == 0:
        return _("no change")
    amount = ngettext("{n} point", "{n} points", abs(points)).format(n=abs(points))
    words = _("{points} lower") if points < 0 else _("{points} higher")
    if panel.change.percent is not None:
        percent = format_percent(abs(panel.change.percent) / 100)
        words = _("{points} lower ({percent})") if points < 0 else _("{points} higher ({percent})")
        return words.format(points=amount, percent=percent)
    return words.format(points=amount)


def _reliable_words(panel: ScorePanel) -> str:
    """Return how the change stands to the published reliable one, where there is one."""
    change, instrument = panel.change, panel.instrument
    if change.reliable is None or not change.points:
        return ""
    words = _(", less than a reliable change of {n} points ({source})")
    if change.reliable:
        words = _(", a reliable change of {n} points or more ({source})")
    return words.format(n=instrument.reliable_change_points, source=instrument.reliable_change_from)


def _count_words(panel: ScorePanel) -> str:
    n, missed = len(panel.points), len(panel.missed_on)
    totals = ngettext("{n} total", "{n} totals", n).format(n=n)
    if not missed:
        return _("{totals}.").format(totals=totals)
    return _("{totals}, {missed} not filled in.").format(totals=totals, missed=missed)


def _clinic_summary(course: QuestionnaireCourse, panel: ClinicPanel) -> str:
    first, last = panel.points[0], panel.points[-1]
    ends = {
        "name": panel.name,
        "first": format_number(first.total),
        "first_day": day_in(course.period, first.occurred_at.date()),
        "last": format_number(last.total),
        "day": day_in(course.period, last.occurred_at.date()),
        "n": len(panel.points),
    }
    if len(panel.points) == 1:
        return _("{name}, from the clinic, was {last} on {day} (1 score).").format(**ends)
    return _(
        "{name}, from the clinic, was {first} on {first_day} and {last} on {day} ({n} scores)."
    ).format(**ends)
