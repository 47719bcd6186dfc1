"""The words of the course chart: what it shows, never what it means."""

import itertools

from symptrack.analysis.before_after import BeforeAfter
from symptrack.analysis.course import JOINED_WITHIN, Course, CoursePanel
from symptrack.analysis.reference import Reference
from symptrack.charts import common_words
from symptrack.domain.symptom import MOOD, Symptom
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext

_NAMED_SYMPTOMS = 3


def title(course: Course) -> str:
    """Return what is shown: *Mood and anxiety at each check-in, with infusions 1 to 8*."""
    if not course.panels:
        return _("No rating is switched on")
    symptoms = _symptoms(course)
    numbers = [mark.number for mark in course.sessions]
    if not numbers:
        return _("{symptoms} at each check-in").format(symptoms=symptoms)
    first, last = numbers[0], numbers[-1]
    if first is None or last is None or numbers != list(range(first, last + 1)):
        return ngettext(
            "{symptoms} at each check-in, with {count} {session}",
            "{symptoms} at each check-in, with {count} {sessions}",
            len(numbers),
        ).format(
            symptoms=symptoms,
            count=len(numbers),
            session=session_word(course),
            sessions=sessions_word(course),
        )
    if first == last:
        return _("{symptoms} at each check-in, with {session} {number}").format(
            symptoms=symptoms, session=session_word(course), number=first
        )
    return _("{symptoms} at each check-in, with {sessions} {first} to {last}").format(
        symptoms=symptoms, sessions=sessions_word(course), first=first, last=last
    )


def subtitle(course: Course) -> str:
    """Return how to read it: the scale, where lines stop, what the marks are, and the n."""
    sentences = [_scales(course), _line_rule(course)]
    if any(panel.reference is not None for panel in course.panels):
        sentences.append(
            _("Grey band: the week before the first {session}.").format(
                session=session_word(course)
            )
        )
    points = [point for panel in course.panels for point in panel.points]
    if any(point.late and not point.mapped for point in points):
        sentences.append(_("Hollow: entered more than 12 hours later."))
    if any(point.mapped for point in points):
        sentences.append(_("Hollow grey: made from another tracker’s words, in no number."))
    return " ".join(sentences)


def summary(course: Course) -> str:
    """Return the chart in words, also for those who cannot see it.

    *Mood stood at 3 before the first infusion (6 entries) and at 5 at the last entry, on
    20 November. … 74 of 88 days have a check-in.*
    """
    sentences = [_stood(course, panel) for panel in course.panels]
    mood = next((panel for panel in course.panels if panel.symptom.key == MOOD), None)
    if mood is not None:
        after = _day_after(course, mood)
        if after:
            sentences.insert(course.panels.index(mood) + 1, after)
    sentences.append(completeness_words(course))
    return " ".join(sentences)


def completeness_words(course: Course) -> str:
    """Return how complete the period is: *74 of 88 days have a check-in.*, and late ones."""
    found = course.completeness
    counted = ngettext(
        "{noted} of {days} day has a check-in.",
        "{noted} of {days} days have a check-in.",
        found.days,
    ).format(noted=format_number(found.days_with_check_in), days=format_number(found.days))
    if not found.late:
        return counted
    late = ngettext(
        "{count} of {all} check-ins was entered late.",
        "{count} of {all} check-ins were entered late.",
        found.late,
    ).format(count=format_number(found.late), all=format_number(found.check_ins))
    return f"{counted} {late}"


def session_word(course: Course) -> str:
    """Return *infusion* where every session shown was one, else *session*."""
    return common_words.session_word(mark.session for mark in course.sessions)


def sessions_word(course: Course) -> str:
    """Return *infusions* where every session shown was one, else *sessions*."""
    return common_words.sessions_word(mark.session for mark in course.sessions)


def scale_hint(symptom: Symptom) -> str:
    """Return which end of the scale is which: *10 is best*."""
    return _("10 is {word}").format(word=symptom.high)


def reference_words(course: Course, reference: Reference) -> tuple[str, ...]:
    """Return what stands beside the reference line: *before first infusion: 3*, *from 1 entry*."""
    words = _("before first {session}: {value}").format(
        session=session_word(course), value=format_number(reference.value)
    )
    if not reference.scant:
        return (words,)
    basis = ngettext("from {count} entry", "from {count} entries", reference.n)
    return words, basis.format(count=reference.n)


def nothing_rated() -> str:
    """Return what an empty panel says."""
    return _("not rated in this time")


def side_heading() -> str:
    """Return the heading of each session's before and after."""
    return _("Just before, and 24 hours after")


def side_legend() -> tuple[str, str]:
    """Return the names of the open and the filled mark."""
    return _("before"), _("24 h after")


def latest_shown(course: Course, shown: int) -> str:
    """Return that there are more sessions than stand here: *the latest 12 of 120 infusions*."""
    return common_words.latest_shown_words(shown, len(course.sessions), sessions_word(course))


def symptom_in_sentence(symptom: Symptom) -> str:
    """Return a symptom's name as it stands within a sentence; the patient's own as typed."""
    within = {
        _("Mood"): _("mood"),
        _("Anxiety"): _("anxiety"),
        _("Sleep"): _("sleep"),
        _("Energy"): _("energy"),
        _("Pain"): _("pain"),
    }
    return within.get(symptom.label, symptom.label)


def _symptoms(course: Course) -> str:
    symptoms = [panel.symptom for panel in course.panels]
    first, rest = symptoms[0].label, [symptom_in_sentence(one) for one in symptoms[1:]]
    if not rest:
        return first
    if len(symptoms) > _NAMED_SYMPTOMS:
        return _("{first} and {count} other ratings").format(first=first, count=len(rest))
    return _("{symptoms} and {last}").format(symptoms=", ".join([first, *rest[:-1]]), last=rest[-1])


def _scales(course: Course) -> str:
    if len(course.panels) == 1:
        return _("Scale 0 to 10.")
    if len(course.panels) == 2:
        return _("Both scales 0 to 10.")
    return _("All scales 0 to 10.")


def _line_rule(course: Course) -> str:
    pairs = (
        pair
        for panel in course.panels
        for segment in panel.segments
        for pair in itertools.pairwise(segment)
    )
    if any(later.at - earlier.at > JOINED_WITHIN for earlier, later in pairs):
        return _(
            "Lines stop where a day has no check-in, "
            "or where 8 days have none later than 4 weeks after the latest {session}."
        ).format(session=session_word(course))
    return _("Lines stop where a day has no check-in.")


def _stood(course: Course, panel: CoursePanel) -> str:
    """Return where a symptom stood before and at the last entry that enters a number."""
    name = panel.symptom.label
    counted = [point for point in panel.points if not point.mapped]
    found = panel.reference
    if not counted:
        return _("{symptom} was not rated in this time.").format(symptom=name)
    last = {
        "last": counted[-1].value,
        "day": common_words.day_in(course.period, counted[-1].at.date()),
    }
    if found is None:
        return _("{symptom} stood at {last} at the last entry, on {day}.").format(
            symptom=name, **last
        )
    return ngettext(
        "{symptom} stood at {before} before the first {session} ({count} entry) "
        "and at {last} at the last entry, on {day}.",
        "{symptom} stood at {before} before the first {session} ({count} entries) "
        "and at {last} at the last entry, on {day}.",
        found.n,
    ).format(
        symptom=name,
        before=format_number(found.value),
        session=session_word(course),
        count=found.n,
        **last,
    )


def _day_after(course: Course, panel: CoursePanel) -> str:
    """Return the range of the ratings 24 hours after, and how many sessions have one."""
    after = _noted_after(panel.before_after)
    if not after:
        return ""
    words = {"noted": len(after), "count": len(panel.before_after), "low": min(after)}
    if min(after) == max(after):
        return _(
            "24 hours after, it was {low} (noted after {noted} of {count} {sessions})."
        ).format(sessions=_counted_word(course, panel), **words)
    return _(
        "24 hours after, it was between {low} and {high} "
        "(noted after {noted} of {count} {sessions})."
    ).format(high=max(after), sessions=_counted_word(course, panel), **words)


def _counted_word(course: Course, panel: CoursePanel) -> str:
    return session_word(course) if len(panel.before_after) == 1 else sessions_word(course)


def _noted_after(found: tuple[BeforeAfter, ...]) -> list[int]:
    return [one.after for one in found if one.after is not None]
