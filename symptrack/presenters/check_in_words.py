"""The words of a check-in's pages."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from symptrack.analysis.follow_ups import DAILY_FOR_DAYS, DAY_HOURS, DueCheckIn, DueKind
from symptrack.analysis.timing import hours_after, hours_known
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.session import Session
from symptrack.domain.settings import FollowUpTimes
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD, Symptom
from symptrack.domain.words import EnteredBy, Moment
from symptrack.presenters.check_in_draft import CheckInDraft
from symptrack.presenters.check_in_steps import Page, Place
from symptrack.presenters.check_in_views import (
    NoteView,
    RatingView,
    ReviewRow,
    ReviewView,
    SavedView,
)
from symptrack.presenters.words import (
    effect_words,
    first_upper,
    hours_after_words,
    session_name,
    severity_word,
    weekday_words,
    when_words,
)
from symptrack.texts import _


def time_words(draft: CheckInDraft, now: datetime) -> str:
    """Return when the check-in is about: *Now* or *Yesterday, 20:00*."""
    if draft.is_about(now):
        return _("Now")
    there = now.astimezone(ZoneInfo(draft.time_zone))
    at = draft.occurred_at.astimezone(there.tzinfo)
    return first_upper(when_words(at, there, time_known=draft.time_known))


def title_words(draft: CheckInDraft, due: DueCheckIn | None) -> str:
    """Return what the check-in is; ``due`` is the one that is waiting now."""
    if draft.original is not None:
        return _("Change a check-in")
    if draft.time_chosen:
        before = draft.moment is Moment.BEFORE
        return _("Check-in before the session") if before else _("Check-in")
    # After a later session it answers for that one, whatever was due after the one before.
    if due is None or due.session.id != draft.session_id:
        return _("Check-in")
    if due.kind is DueKind.BEFORE:
        return _("Check-in before the session")
    if due.kind is DueKind.EVENING:
        return _("Evening check-in")
    return _("{hours}-hour check-in").format(hours=due.hours or DAY_HOURS)


def subtitle_words(
    draft: CheckInDraft, session: Session | None, number: int | None, today: date
) -> str:
    """Return which session the check-in precedes or follows, or its day."""
    if session is None:
        return weekday_words(draft.occurred_at.date(), today)
    day = weekday_words(session.started_at.date(), today)
    if draft.moment is Moment.BEFORE:
        return _("Before the session on {day}").format(day=day)
    return _("After {session}, {day}").format(session=session_name(number), day=day)


def rating_view(symptom: Symptom, draft: CheckInDraft, *, now: bool) -> RatingView:
    """Return the page that asks one rating. The last value is never shown: it would lead."""
    low, high = end_words(symptom)
    return RatingView(
        key=symptom.key,
        question=_question_now(symptom) if now else _question_then(symptom),
        lead=_("There is no right answer. A rough guess is fine."),
        low=low,
        high=high,
        value=draft.ratings.get(symptom.key),
    )


def _question_now(symptom: Symptom) -> str:
    asked = {
        MOOD: _("How is your mood right now?"),
        "anxiety": _("How anxious are you right now?"),
        "sleep": _("How did you sleep?"),
        "energy": _("How much energy do you have right now?"),
        "pain": _("How much pain do you have right now?"),
    }
    return asked.get(symptom.key) or _("{symptom}, right now").format(symptom=symptom.label)


def _question_then(symptom: Symptom) -> str:
    asked = {
        MOOD: _("How was your mood?"),
        "anxiety": _("How anxious were you?"),
        "sleep": _("How did you sleep?"),
        "energy": _("How much energy did you have?"),
        "pain": _("How much pain did you have?"),
    }
    return asked.get(symptom.key) or _("{symptom}, at that time").format(symptom=symptom.label)


def end_words(symptom: Symptom) -> tuple[str, str]:
    """Return the words at both ends of a scale."""
    if symptom.key == MOOD and (symptom.low, symptom.high) == (_("worst"), _("best")):
        return _("Worst I have felt"), _("Best I have felt")
    return first_upper(symptom.low), first_upper(symptom.high)


def note_view(draft: CheckInDraft) -> NoteView:
    """Return the note page."""
    return NoteView(
        question=_("Anything you want to note?"),
        lead=_("Only if you like. You choose later whether a note goes into a report."),
        text=draft.note,
    )


def review_view(
    catalogue: SideEffectCatalogue,
    journal: Journal,
    draft: CheckInDraft,
    places: Sequence[Place],
) -> ReviewView:
    """Return the page with all answers."""
    rows: list[ReviewRow] = []
    for step, place in enumerate(places):
        if place.symptom is not None:
            answer = _rating_words(draft, place.symptom.key)
            rows.append(ReviewRow(label=place.symptom.label, answer=answer, step=step))
        elif place.page is Page.EFFECTS:
            rows += _effect_rows(catalogue, journal, draft, step)
        elif place.page is Page.WEEKLY:
            rows += _weekly_rows(catalogue, draft, step)
        elif place.page is Page.NOTE:
            note = draft.note.strip() or _("none")
            rows.append(ReviewRow(label=_("Note"), answer=note, step=step))
    return ReviewView(
        question=_("Is this right?"),
        lead=_("You can change each answer here, now or later."),
        rows=tuple(rows),
        by_helper=draft.entered_by is EnteredBy.HELPER,
    )


def _rating_words(draft: CheckInDraft, key: str) -> str:
    rating = draft.ratings.get(key)
    return _("not answered") if rating is None else _("{rating} of 10").format(rating=rating)


def _effect_rows(
    catalogue: SideEffectCatalogue, journal: Journal, draft: CheckInDraft, step: int
) -> list[ReviewRow]:
    heading = _("Side effects")
    if not draft.chosen:
        answer = _("nothing to report") if draft.nothing_to_report else _("not answered")
        return [ReviewRow(label=heading, answer=answer, step=step)]
    return [
        ReviewRow(
            label=heading if place == 0 else "",
            answer=_effect_answer(
                entry, catalogue.name_of(entry.effect, journal.own_effect_labels), draft
            ),
            step=step,
            severity=entry.severity,
        )
        for place, entry in enumerate(draft.chosen)
    ]


def _effect_answer(entry: SideEffectEntry, name: str, draft: CheckInDraft) -> str:
    if entry.effect in draft.unanswered:
        return _("{effect}, no answer, so still there").format(effect=name)
    words = effect_words(entry, name)
    return words if entry.ask_again else _("{effect}, not asked again").format(effect=words)


def _weekly_rows(catalogue: SideEffectCatalogue, draft: CheckInDraft, step: int) -> list[ReviewRow]:
    heading = _("Once a week")
    if not draft.weekly:
        return [ReviewRow(label=heading, answer=_("not answered"), step=step)]
    return [
        ReviewRow(
            label=heading if place == 0 else "",
            answer=_("{effect}: {severity} ({number})").format(
                effect=_(catalogue.effects[key].label),
                severity=severity_word(severity).lower(),
                number=severity,
            ),
            step=step,
            severity=severity,
        )
        for place, (key, severity) in enumerate(draft.weekly.items())
    ]


def saved_view(
    check_in: CheckIn,
    rows: tuple[ReviewRow, ...],
    now: datetime,
    when: str,
    *,
    session: Session | None,
    number: int | None,
    follow_ups: FollowUpTimes,
    line: str,
    to_today: bool,
) -> SavedView:
    """Return what is shown once the check-in is in the journal; ``line`` is for the clinic.

    ``to_today`` says that it leads back to Today, rather than to where it was opened.
    """
    card_title = _("Check-in")
    after = session is not None and check_in.moment is Moment.AFTER
    if session is not None and after and hours_known(session, check_in):
        card_title = _("{time} after {session}").format(
            time=hours_after_words(hours_after(session, check_in.occurred_at)),
            session=session_name(number),
        )
    elif session is not None and check_in.moment is Moment.BEFORE:
        card_title = _("Before the session")
    change = _("You can change this one at any time.")
    coming = _coming(session, now, follow_ups)
    return SavedView(
        check_in_id=check_in.id,
        title=_("Saved in your journal"),
        lead=f"{coming} {change}" if coming else change,
        card_title=card_title,
        when=when,
        rows=(*rows, *_who(check_in)),
        line=line,
        leave=_("Back to Today") if to_today else _("Done"),
    )


def _who(check_in: CheckIn) -> list[ReviewRow]:
    if check_in.entered_by is EnteredBy.PATIENT:
        return []
    return [ReviewRow(label=_("Entered by"), answer=_("a helper"), step=0)]


def _coming(session: Session | None, now: datetime, follow_ups: FollowUpTimes) -> str:
    """Say when the next evening check-in is, while they are daily."""
    if session is None or not session.done:
        return ""
    if (now.date() - session.started_at.date()).days >= DAILY_FOR_DAYS:
        return ""
    if not follow_ups.evening:
        return ""
    if now.hour * 60 + now.minute < follow_ups.evening_minute:
        return _("The next check-in is this evening.")
    return _("The next check-in is tomorrow evening.")
