"""The card on top of Today: what is waiting, first of all."""

from datetime import datetime

from symptrack.analysis.follow_ups import DAY_HOURS, DueCheckIn, DueKind
from symptrack.analysis.timeline import Timeline
from symptrack.domain.session import Session
from symptrack.formatting import format_time
from symptrack.presenters.today_views import CardKind, EveningMood, WaitingCard
from symptrack.presenters.words import day_words, first_upper, session_name, session_noun
from symptrack.storage.draft_repository import Draft
from symptrack.texts import _


def waiting_card(
    timeline: Timeline,
    draft: Draft | None,
    due: DueCheckIn | None,
    gentle: Session | None,
    now: datetime,
    *,
    evening: bool,
) -> WaitingCard:
    """Return the card: a check-in not finished, the one that is due, the mood of the ``evening``.

    ``gentle`` is the session in whose hours gentle mode comes first.
    """
    journal = timeline.journal
    if draft is None and due is None and not (evening or journal.sessions or journal.check_ins):
        return _start_card()
    if draft is not None:
        card = _draft_card(draft, now)
    elif due is not None:
        card = _due_card(timeline, due, now, gentle=gentle is not None)
    elif gentle is not None:
        card = _gentle_card(gentle)
    else:
        card = _evening_card() if evening else _quiet_card()
    if gentle is not None:
        return card._replace(gentle=_("Check in gently"), gentle_first=True)
    return card._replace(gentle=_("Drowsy? Use gentle mode"))


def evening_mood_asked() -> EveningMood:
    """Return what an evening asks; the last answer is never shown, for it would lead."""
    return EveningMood(
        question=_("How is your mood this evening?"),
        hint=_("One press saves it, or type 0 to 10."),
        low=_("Worst I have felt"),
        high=_("Best I have felt"),
    )


def _start_card() -> WaitingCard:
    return WaitingCard(
        kind=CardKind.START,
        title=_("Start with your first session"),
        text=_(
            "Already had one or more? Add them in any order; a date is enough. "
            "If your first is still to come, record how you feel now. "
            "That becomes the baseline in your charts."
        ),
        action=_("Record how I feel now"),
    )


def _draft_card(draft: Draft, now: datetime) -> WaitingCard:
    started = draft.saved_at.astimezone(now.tzinfo)
    return WaitingCard(
        kind=CardKind.DRAFT,
        title=_("A check-in is not finished"),
        text=_("Your answers from {day}, {time} are kept. Go on where you stopped.").format(
            day=day_words(started.date(), now.date()), time=format_time(started)
        ),
        action=_("Go on with it"),
    )


def _gentle_card(session: Session) -> WaitingCard:
    title = _("How are you now?")
    if session.done:
        title = _("How are you after the {session}?").format(session=session_noun(session))
    return WaitingCard(
        kind=CardKind.GENTLE,
        title=title,
        text=_two_questions(),
        action=_("Full check-in"),
    )


def _evening_card() -> WaitingCard:
    return WaitingCard(
        kind=CardKind.EVENING,
        title=evening_mood_asked().question,
        text=evening_mood_asked().hint,
        action=_("Full check-in"),
    )


def _quiet_card() -> WaitingCard:
    return WaitingCard(
        kind=CardKind.QUIET,
        title=_("No check-in is waiting"),
        text=_("You can check in whenever you like. About two minutes."),
        action=_("Check in now"),
    )


def _due_card(timeline: Timeline, due: DueCheckIn, now: datetime, *, gentle: bool) -> WaitingCard:
    session = due.session
    name = session_name(timeline.numbers.get(session.id))
    if due.kind is DueKind.BEFORE:
        title = _("Your check-in before the {session} is due").format(session=session_noun(session))
        text = _session_starts(session, now)
    elif due.kind is DueKind.EVENING:
        title = _("Your evening check-in is due")
        text = _session_was(name, session.started_at, now)
    else:
        title = _("Your {hours}-hour check-in is due").format(hours=due.hours or DAY_HOURS)
        text = _session_was(name, session.started_at, now)
    minutes = _("About two minutes, and you can stop at any point.")
    return WaitingCard(
        kind=CardKind.DUE,
        title=title,
        text=f"{text} {_two_questions() if gentle else minutes}",
        action=_("Full check-in") if gentle else _("Check in now"),
    )


def _two_questions() -> str:
    return _("Two questions in large words, and you can stop at any point.")


def _session_starts(session: Session, now: datetime) -> str:
    """Say when a session of the next 24 hours is; the evening before, that it is tomorrow."""
    start = session.started_at.astimezone(now.tzinfo)
    today = start.date() == now.date()
    if not session.time_known:
        return _("It is planned for today.") if today else _("It is planned for tomorrow.")
    sentence = _("It starts at {time}.") if today else _("It starts tomorrow at {time}.")
    return sentence.format(time=format_time(start))


def _session_was(name: str, started_at: datetime, now: datetime) -> str:
    day = started_at.astimezone(now.tzinfo).date()
    words = day_words(day, now.date())
    sentence = _("{session} was {day}.")
    if (now.date() - day).days > 1:
        sentence = _("{session} was on {day}.")
    return sentence.format(session=first_upper(name), day=words)
