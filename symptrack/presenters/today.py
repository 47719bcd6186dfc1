"""Decides what Today says: what is waiting, how far the series is, the last mood, what is open."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from symptrack.analysis.follow_ups import MOST_WAITING, DueKind, waiting_check_ins
from symptrack.analysis.gentle_hours import gentle_session
from symptrack.analysis.open_effects import open_effects
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.session import Session, by_start
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import SessionStatus
from symptrack.formatting import format_time, format_weekday
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.clock import Clock
from symptrack.presenters.today_after_care import after_care, hide_after_care
from symptrack.presenters.today_card import evening_mood_asked, waiting_card
from symptrack.presenters.today_mood import mood_card
from symptrack.presenters.today_series import first_shown_at, series_card
from symptrack.presenters.today_views import (
    CardKind,
    Done,
    OpenEffectRow,
    PassedSession,
    TodayView,
)
from symptrack.presenters.words import log_words, session_noun
from symptrack.storage.store import Store
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.presenters.backups import BackupLine
    from symptrack.presenters.questionnaires_due import DueQuestionnaire
    from symptrack.presenters.today_presses import TodayPresses

MORNING, AFTERNOON, EVENING = 5, 12, 18
OVERDUE_AFTER = timedelta(minutes=5)
USUALLY_ENOUGH_DAYS = 300
"""Seven monthly sessions: what Today shows of most journals, read at once."""
_WAITS = {CardKind.DRAFT, CardKind.DUE, CardKind.EVENING, CardKind.GENTLE}


class TodayPresenter:
    """Makes the page from the journal, and records what can be answered on it in one press."""

    def __init__(self, store: Store, clock: Clock, catalogue: SideEffectCatalogue) -> None:
        self._store = store
        self._clock = clock
        self._catalogue = catalogue
        self._asked_later: set[str] = set()
        self._pressed: set[tuple[str, str]] = set()
        self._backup_due_since: datetime | None = None

    def view(self) -> TodayView:
        """Return the page as it is now."""
        now = self._clock.now()
        journal = self._load(now)
        timeline = Timeline(journal)
        waiting = waiting_check_ins(timeline, now)
        due = next((one for one in waiting if one.kind is not DueKind.MOOD), None)
        gentle = gentle_session(journal, now)
        asks_mood = due is None and gentle is None and bool(waiting)
        draft = self._store.draft(DRAFT_NAME)
        card = waiting_card(timeline, draft, due, gentle, now, evening=asks_mood)
        passed = self._passed(journal, now)
        room = MOST_WAITING - (card.kind in _WAITS) - (passed is not None)
        if asks_mood and card.kind is not CardKind.EVENING:
            room -= 1
        return TodayView(
            day=format_weekday(now.date()),
            greeting=_greeting(journal.patient.label, now),
            card=card,
            log=log_words(journal.sessions),
            evening=evening_mood_asked() if asks_mood else None,
            after_care=after_care(self._store, journal, now),
            passed=passed,
            series=series_card(timeline, due, now),
            mood=mood_card(timeline, due, now, evening=asks_mood),
            open_effects=self._open_effects(timeline, now)[:room],
            footer=_(
                "Your journal stays on this computer. "
                "Symptrack records; it does not diagnose and does not send anything."
            ),
        )

    def questionnaire(self, view: TodayView) -> "DueQuestionnaire | None":
        """Return the questionnaire that waits, where the page has room for one more thing.

        Asked for once the page stands, for what it needs takes long to load. In the hours in which
        gentle mode is offered none is.
        """
        waiting = [
            view.card.kind in _WAITS,
            view.evening is not None and view.card.kind is not CardKind.EVENING,
            view.passed is not None,
            *(True for _effect in view.open_effects),
        ]
        if sum(waiting) >= MOST_WAITING:
            return None
        from symptrack.presenters.questionnaires_due import begun_questionnaires, due_questionnaire

        now = self._clock.now()
        journal = self._load(now)
        if gentle_session(journal, now) is not None:
            return None
        return due_questionnaire(journal, now, begun_questionnaires(self._store))

    def backup_line(self) -> "BackupLine":
        """Return how old the last good backup is; asked for once the page stands.

        One that is due is made within a minute. Where it still is not, that is said.
        """
        from symptrack.presenters.backups import last_backup_line

        now = self._clock.now()
        if not self._store.backups.due():
            self._backup_due_since = None
        elif self._backup_due_since is None:
            self._backup_due_since = now
        since = self._backup_due_since
        overdue = since is not None and now - since >= OVERDUE_AFTER
        return last_backup_line(self._store, now, overdue=overdue)

    def rate_mood(self, rating: int) -> Done:
        """Record the mood of the evening, 0 to 10."""
        return self._presses().rate_mood(rating)

    def say_gone(self, row: OpenEffectRow) -> Done | None:
        """Record that an open side effect has gone; ``None`` where it is there no more."""
        return self._presses().say_gone(row)

    def say_still_there(self, row: OpenEffectRow) -> Done | None:
        """Record that an open side effect is still there; ``None`` where it is there no more."""
        done = self._presses().say_still_there(row)
        if done is None:
            return None
        pressed = (row.effect, done.check_in_id)
        self._pressed.add(pressed)

        def take_back() -> None:
            done.take_back()
            self._pressed.discard(pressed)

        return done._replace(take_back=take_back)

    def do_not_ask(self, row: OpenEffectRow) -> Done | None:
        """Record that an open side effect is not to be asked about; ``None`` as above."""
        return self._presses().do_not_ask(row)

    def hide_after_care(self) -> Done:
        """Put the after-care card away for the day."""
        return hide_after_care(self._store, self._clock.now())

    def ask_later(self, session_id: str) -> None:
        """Do not ask about a planned session again before the next start."""
        self._asked_later.add(session_id)

    def say_missed(self, session_id: str) -> Done | None:
        """Record that a planned session did not take place; ``None`` where it is there no more."""
        found = self._store.get(Kind.SESSIONS, session_id)
        if not isinstance(found, Session):
            return None
        self._store.revise(replace(found, status=SessionStatus.MISSED))
        return Done(_("Saved: it did not take place."), lambda: self._store.revise(found))

    def _load(self, now: datetime) -> Journal:
        """Load only as far back as the page looks: ten years must open like ten days."""
        since = now - timedelta(days=USUALLY_ENOUGH_DAYS)
        journal = self._store.load(since=since)
        earliest = first_shown_at(journal)
        if earliest is not None and earliest < since:
            journal = self._store.load(since=earliest)
        return journal

    def _presses(self) -> "TodayPresses":
        from symptrack.presenters.today_presses import TodayPresses

        return TodayPresses(self._store, self._clock, self._catalogue)

    def _open_effects(self, timeline: Timeline, now: datetime) -> tuple[OpenEffectRow, ...]:
        found = open_effects(timeline, now, self._catalogue)
        if not found:
            return ()
        from symptrack.presenters.today_effects import effect_rows

        return tuple(effect_rows(timeline, found, now, self._catalogue, self._pressed))

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
