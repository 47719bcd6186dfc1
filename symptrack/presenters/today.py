"""Decides what Today says: what is waiting, how far the series is, the last mood, what is open."""

from dataclasses import replace
from datetime import datetime, timedelta

from symptrack.analysis.follow_ups import DAY_HOURS, DueCheckIn, DueKind, due_check_in
from symptrack.analysis.open_effects import OpenEffect, open_effects
from symptrack.analysis.timing import hours_after
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.session import Session, by_start
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import SessionStatus
from symptrack.formatting import format_time, format_weekday
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.clock import Clock
from symptrack.presenters.today_mood import mood_card
from symptrack.presenters.today_series import first_shown_at, series_card
from symptrack.presenters.today_views import (
    CardKind,
    OpenEffectRow,
    PassedSession,
    TodayView,
    WaitingCard,
)
from symptrack.presenters.words import (
    day_words,
    hours_after_words,
    log_words,
    session_name,
    session_noun,
    severity_word,
)
from symptrack.storage.store import Store
from symptrack.texts import _

MORNING, AFTERNOON, EVENING = 5, 12, 18
MOST_OPEN_SHOWN = 3
USUALLY_ENOUGH_DAYS = 300
"""Seven monthly sessions: what Today shows of most journals, read at once."""


class TodayPresenter:
    """Makes the page from the journal, and records what can be answered on it in one press."""

    def __init__(self, store: Store, clock: Clock, catalogue: SideEffectCatalogue) -> None:
        self._store = store
        self._clock = clock
        self._catalogue = catalogue
        self._asked_later: set[str] = set()

    def view(self) -> TodayView:
        """Return the page as it is now."""
        now = self._clock.now()
        journal = self._load(now)
        due = due_check_in(journal, now)
        return TodayView(
            day=format_weekday(now.date()),
            greeting=_greeting(journal.patient.label, now),
            card=self._card(journal, due, now),
            log=log_words(journal.sessions),
            passed=self._passed(journal, now),
            series=series_card(journal, due, now),
            mood=mood_card(journal, due, now),
            open_effects=tuple(
                self._open_row(journal, effect)
                for effect in open_effects(journal, now, self._catalogue)[:MOST_OPEN_SHOWN]
            ),
            footer=_(
                "Your journal stays on this computer. "
                "Symptrack records; it does not diagnose and does not send anything."
            ),
        )

    def ask_later(self, session_id: str) -> None:
        """Do not ask about a planned session again before the next start."""
        self._asked_later.add(session_id)

    def mark_missed(self, session_id: str) -> Session | None:
        """Record that a planned session did not take place; return it as it was, to take back."""
        found = self._store.get(Kind.SESSIONS, session_id)
        if not isinstance(found, Session):
            return None
        self._store.revise(replace(found, status=SessionStatus.MISSED))
        return found

    def mark_gone(self, row: OpenEffectRow) -> CheckIn | None:
        """Record that an open side effect has gone by now.

        The end is kept on the entry that last named it: a new check-in naming one side effect
        would say that all others are absent, which nobody said.

        Returns
        -------
        CheckIn or None
            The check-in as it was, for :meth:`take_back`; ``None`` where it is there no more.
        """
        found = self._store.get(Kind.CHECK_INS, row.check_in_id)
        if not isinstance(found, CheckIn):
            return None
        now = fixed_offset(self._clock.now().replace(microsecond=0))
        entries = tuple(
            replace(entry, ended_at=now) if entry.effect == row.effect else entry
            for entry in found.side_effects
        )
        self._store.revise(replace(found, side_effects=entries))
        return found

    def take_back(self, former: CheckIn | Session) -> None:
        """Put an entry back as it was."""
        self._store.revise(former)

    def _load(self, now: datetime) -> Journal:
        """Load only as far back as the page looks: ten years must open like ten days."""
        since = now - timedelta(days=USUALLY_ENOUGH_DAYS)
        journal = self._store.load(since=since)
        earliest = first_shown_at(journal)
        if earliest is not None and earliest < since:
            journal = self._store.load(since=earliest)
        return journal

    def _card(self, journal: Journal, due: DueCheckIn | None, now: datetime) -> WaitingCard:
        draft = self._store.draft(DRAFT_NAME)
        if draft is not None:
            started = draft.saved_at.astimezone(now.tzinfo)
            return WaitingCard(
                kind=CardKind.DRAFT,
                title=_("A check-in is not finished"),
                text=_("Your answers from {day}, {time} are kept. Go on where you stopped.").format(
                    day=day_words(started.date(), now.date()), time=format_time(started)
                ),
                action=_("Go on with it"),
            )
        if due is not None:
            return _due_card(journal, due, now)
        if not journal.sessions and not journal.check_ins:
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
        return WaitingCard(
            kind=CardKind.QUIET,
            title=_("Nothing is waiting"),
            text=_("You can check in whenever you like. About two minutes."),
            action=_("Check in now"),
        )

    def _passed(self, journal: Journal, now: datetime) -> PassedSession | None:
        passed = [
            session
            for session in by_start(journal.sessions)
            if session.status is SessionStatus.PLANNED
            and session.id not in self._asked_later
            and _is_over(session, now)
        ]
        if not passed:
            return None
        start = passed[0].started_at.astimezone(now.tzinfo)
        when = format_weekday(start.date())
        if passed[0].time_known:
            when = _("{day}, {time}").format(day=when, time=format_time(start))
        return PassedSession(
            session_id=passed[0].id,
            question=_("Did the {session} take place?").format(session=session_noun(passed[0])),
            meta=_("It was planned for {when}.").format(when=when),
        )

    def _open_row(self, journal: Journal, effect: OpenEffect) -> OpenEffectRow:
        name = self._catalogue.name_of(effect.effect, journal.own_effect_labels)
        title = name
        if effect.severity is not None:
            title = _("{effect}, {severity} ({number})").format(
                effect=name,
                severity=severity_word(effect.severity).lower(),
                number=effect.severity,
            )
        return OpenEffectRow(
            effect=effect.effect,
            title=title,
            meta=_("Noted {time} after {session}").format(
                time=hours_after_words(hours_after(effect.session, effect.noted_at)),
                session=session_name(journal.numbers.get(effect.session.id)),
            ),
            severity=effect.severity,
            check_in_id=effect.check_in_id,
        )


def _is_over(session: Session, now: datetime) -> bool:
    if not session.time_known:
        return session.started_at.astimezone(now.tzinfo).date() < now.date()
    return session.started_at + timedelta(minutes=session.duration_min or 0) < now


def _greeting(label: str, now: datetime) -> str:
    greeting = _("Good evening")
    if MORNING <= now.hour < AFTERNOON:
        greeting = _("Good morning")
    elif AFTERNOON <= now.hour < EVENING:
        greeting = _("Good afternoon")
    if not label:
        return greeting
    return _("{greeting}, {name}").format(greeting=greeting, name=label)


def _due_card(journal: Journal, due: DueCheckIn, now: datetime) -> WaitingCard:
    session = due.session
    name = session_name(journal.numbers.get(session.id))
    minutes = _("About two minutes, and you can stop at any point.")
    if due.kind is DueKind.BEFORE:
        title = _("Your check-in before the {session} is due").format(session=session_noun(session))
        text = _("It starts at {time}.").format(
            time=format_time(session.started_at.astimezone(now.tzinfo))
        )
    elif due.kind is DueKind.EVENING:
        title = _("Your evening check-in is due")
        text = _session_was(name, session.started_at, now)
    else:
        title = _("Your {hours}-hour check-in is due").format(hours=due.hours or DAY_HOURS)
        text = _session_was(name, session.started_at, now)
    return WaitingCard(
        kind=CardKind.DUE, title=title, text=f"{text} {minutes}", action=_("Check in now")
    )


def _session_was(name: str, started_at: datetime, now: datetime) -> str:
    day = started_at.astimezone(now.tzinfo).date()
    words = day_words(day, now.date())
    sentence = _("{session} was {day}.")
    if (now.date() - day).days > 1:
        sentence = _("{session} was on {day}.")
    return sentence.format(session=_first_upper(name), day=words)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
