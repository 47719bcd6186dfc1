"""Decides what the session form begins with and asks, keeps its draft, and saves it whole."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from symptrack.analysis.help_rules import is_low_mood, low_mood_recorded_on
from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.journal import Journal, Kind, Record
from symptrack.domain.session import Session, by_start
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import SessionStatus
from symptrack.presenters.clock import Clock
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.session_checks import questions
from symptrack.presenters.session_form import (
    CHANGE_DRAFT,
    NEW_DRAFT,
    SessionForm,
    form_of,
    read_content,
)
from symptrack.presenters.session_mood import mood_before, new_mood, revised_mood
from symptrack.presenters.session_proposal import Proposal
from symptrack.presenters.session_reading import (
    read_session,
    started_on,
)
from symptrack.presenters.session_views import SavedSession, SessionView, Unsaved
from symptrack.presenters.session_words import saved_view, session_view
from symptrack.presenters.stay_open import StayOpen
from symptrack.storage.store import Store
from symptrack.texts import _

MOOD_SOUGHT = timedelta(days=2)
"""How long before a session its check-ins are read."""


class SessionPresenter:
    """One session form from its first value to *Saved*.

    A new session and a change of a saved one have a draft each, so that neither is lost when the
    other is begun. A storage error leaves everything as it was and reaches the page as a
    ``SymptrackError``. ``country`` returns the ISO 3166 code of the country whose emergency number
    is shown.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: SideEffectCatalogue,
        country: Callable[[], str] = str,
        stay: StayOpen | None = None,
    ) -> None:
        self._stay = stay
        self._store, self._clock, self._catalogue = store, clock, catalogue
        self._help = HelpPresenter(store, load_help_lines(), country)
        self._emergency = ""
        self.series = SeriesPresenter(store, clock)
        self.history = HistoryPresenter(store, clock)
        self._journal = Journal()
        self._original: Session | None = None
        self._mood: CheckIn | None = None
        self._resumed_on: datetime | None = None
        self._asked: set[tuple[str, str]] = set()
        self._draft_name = NEW_DRAFT
        self._proposal = Proposal(self._journal, clock.now(), clock.time_zone())
        self._form = self._start = self._kept = self._proposal.form(SessionStatus.DONE)
        self._let_go = self._form

    @property
    def form(self) -> SessionForm:
        """Return the form as it stands."""
        return self._form

    @property
    def changed(self) -> bool:
        """Whether anything is typed or chosen that is not in the journal."""
        return self._form != self._start or self._resumed_on is not None

    @property
    def stay(self) -> StayOpen | None:
        """Return what keeps the journal open for the day, where the session just saved asks it."""
        saved, stay = self._original, self._stay
        return stay if stay is not None and saved is not None and stay.offered(saved) else None

    def has_draft(self) -> bool:
        """Whether a form was begun and not finished."""
        return any(self._store.draft(name) for name in (NEW_DRAFT, CHANGE_DRAFT))

    def begin(self) -> None:
        """Begin to log a session, or go on with the one that was begun.

        A session planned for today is taken to be the one.
        """
        if self._resume(NEW_DRAFT):
            return
        self._propose(SessionStatus.DONE)
        today = self._clock.now().date()
        planned = [
            one
            for one in by_start(self._journal.sessions)
            if one.status is SessionStatus.PLANNED and one.started_at.date() == today
        ]
        if planned:
            self.record(planned[0].id)

    def begin_planned(self) -> None:
        """Begin to plan a session; a session that was begun and is not yet saved comes first."""
        if not self._resume(NEW_DRAFT):
            self._propose(SessionStatus.PLANNED)

    def resume(self) -> None:
        """Go on with what was begun and not finished."""
        if not self._resume(NEW_DRAFT) and not self._resume(CHANGE_DRAFT):
            self._propose(SessionStatus.DONE)

    def edit(self, session_id: str) -> None:
        """Change a saved session, or go on changing it; what it said before is kept.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        draft = self._store.draft(CHANGE_DRAFT)
        if draft is not None and draft.content["id"] == session_id:
            self._resume(CHANGE_DRAFT)
            return
        saved = self._store.get(Kind.SESSIONS, session_id)
        if not isinstance(saved, Session):
            raise RefusedRequest(_("This session is no longer in the journal."))
        self._take_saved(saved)
        mood = self._mood.ratings[MOOD] if self._mood else None
        self._show(form_of(saved, mood_id=str(uuid.uuid4()), mood=mood), CHANGE_DRAFT)

    def record(self, session_id: str) -> None:
        """Say of a planned session that it took place; see :meth:`edit`."""
        self.edit(session_id)
        form = replace(self._form, status=SessionStatus.DONE)
        self._form = self._start = self._kept = form

    def another(self) -> None:
        """Begin the session after the one just saved, filled with its values."""
        self._propose(SessionStatus.DONE, self._original)

    def reload(self) -> None:
        """Read the journal again, such as after a series was made; what is typed stays."""
        self._journal = self._load()

    def change(self, **changes: Any) -> None:
        """Change values of the form by their names; they are in the draft after :meth:`keep`.

        Another route brings the last dose by that route along, unless a dose was typed.
        """
        route = changes.get("route", self._form.route)
        if route is not self._form.route:
            new = self._original is None
            changes = self._proposal.with_route(self._form, route, new=new) | changes
        self._form = replace(self._form, **changes)

    def keep(self) -> None:
        """Keep the form in its draft, where something was changed."""
        if self._form != self._kept:
            self._store.save_draft(self._draft_name, self._form.content())
            self._kept = self._form

    def discard(self) -> None:
        """Let the draft go."""
        self._store.discard_draft(self._draft_name)
        self._resumed_on = None
        self._form = self._kept = self._start

    def start_afresh(self) -> None:
        """Let a draft go that was taken up again, and begin with what is in the journal.

        :meth:`take_back` brings it back.
        """
        let_go = self._form
        self.discard()
        if self._original is None:
            self._propose(self._form.status)
        elif self._form.status is SessionStatus.DONE:
            self.record(self._form.id)
        else:
            self.edit(self._form.id)
        self._let_go = let_go

    def take_back(self) -> None:
        """Bring back the draft that was let go."""
        self._form = self._let_go
        self.keep()

    def view(self) -> SessionView:
        """Return what is around the form as it stands."""
        return session_view(
            self._form,
            self._journal,
            self._catalogue,
            self._clock.now(),
            original=self._original,
            mood_saved=self._mood is not None,
            resumed_on=self._resumed_on,
            emergency=self._emergency,
        )

    def brings_help(self) -> bool:
        """Whether the mood chosen brings the help panel: the first of 0 or 1 on this day."""
        today = self._clock.now().date()
        return (
            is_low_mood(self._form.mood)
            and started_on(self._form, self._clock.now()) == today
            and not low_mood_recorded_on(self._journal.check_ins, today)
        )

    def save(self) -> SavedSession | Unsaved:
        """Save the session and the mood just before it, and let the draft go.

        Saving twice makes one entry. What is strange but possible is asked about once: saved again
        as it is, it is kept.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        now = self._now()
        read = read_session(self._form, now, self._original)
        if read.session is None:
            return Unsaved(refused=read.refused)
        others = [one for one in self._journal.sessions if one.id != read.session.id]
        asked = questions(read.session, others, now, self._original)
        if not asked.items() <= self._asked:
            self._asked |= asked.items()
            return Unsaved(asked=asked)
        return self._complete(read.session, now)

    def delete(self) -> None:
        """Move the saved session to the trash; its check-ins stay."""
        self._store.delete(Kind.SESSIONS, self._form.id)
        self.discard()

    def restore(self) -> None:
        """Take the session out of the trash again."""
        self._store.restore(Kind.SESSIONS, self._form.id)

    def _complete(self, session: Session, now: datetime) -> SavedSession:
        former, form = self._original, self._form
        records: list[Record] = [session]
        mood = self._mood
        if session.done and form.mood is not None:
            if mood is None:
                mood = new_mood(form.mood_id, form.mood, session, now)
            else:
                mood = revised_mood(mood, form.mood, session, former or session)
            records.append(mood)
        self._store.complete(*records, draft=self._draft_name)
        self._original, self._mood = session, mood
        self._start = self._kept = form
        self._resumed_on = None
        self._asked = set()
        self._journal = self._load()
        following = Proposal(self._journal, self._clock.now(), form.time_zone, session)
        return saved_view(
            session,
            self._journal.numbers.get(session.id),
            changed=self._draft_name == CHANGE_DRAFT,
            planned=following.next_day(session) > self._clock.now().date(),
        )

    def _propose(self, status: SessionStatus, like: Session | None = None) -> None:
        self._original, self._mood = None, None
        self._journal = self._load()
        now, time_zone = self._clock.now(), self._clock.time_zone()
        self._proposal = Proposal(self._journal, now, time_zone, like)
        self._show(self._proposal.form(status), NEW_DRAFT)

    def _take_saved(self, saved: Session) -> None:
        self._original = saved
        self._journal = self._load()
        self._mood = mood_before(self._journal.check_ins, saved.id)

    def _show(self, form: SessionForm, draft_name: str) -> None:
        self._form = self._start = self._kept = form
        self._draft_name = draft_name
        self._resumed_on = None
        self._asked = set()

    def _resume(self, name: str) -> bool:
        draft = self._store.draft(name)
        if draft is None:
            return False
        self._propose(SessionStatus.DONE)
        form = read_content(draft.content, draft.saved_at.date())
        saved = self._store.get(Kind.SESSIONS, form.id)
        if isinstance(saved, Session):
            self._take_saved(saved)
        self._show(form, name)
        self._resumed_on = draft.saved_at
        return True

    def _load(self) -> Journal:
        self._emergency = self._help.emergency()
        since = self._original.started_at if self._original else self._clock.now()
        return self._store.load(since=since - MOOD_SOUGHT)

    def _now(self) -> datetime:
        return fixed_offset(self._clock.now().replace(microsecond=0))
