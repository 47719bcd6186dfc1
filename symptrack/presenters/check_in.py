"""Decides what a check-in asks, keeps each answer in the draft at once, and saves it whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from symptrack.analysis.follow_ups import DueCheckIn, due_check_in
from symptrack.analysis.weekly_effects import weekly_keys
from symptrack.domain.check_in import CheckIn
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import Symptom, active_symptoms
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import EnteredBy, Moment
from symptrack.presenters.check_in_begin import new_draft, with_asked
from symptrack.presenters.check_in_draft import DRAFT_NAME, CheckInDraft, edited
from symptrack.presenters.check_in_draft_content import draft_content, read_draft
from symptrack.presenters.check_in_effects import EffectAnswers
from symptrack.presenters.check_in_help import help_line_wanted, help_reasons, with_help_read
from symptrack.presenters.check_in_pages import page_view
from symptrack.presenters.check_in_steps import (
    Page,
    Place,
    after_mood,
    moved_to,
    places_of,
    without_answer,
)
from symptrack.presenters.check_in_time import drafted_at, moment_choice, time_view
from symptrack.presenters.check_in_views import Heading, SavedView, StepView
from symptrack.presenters.check_in_words import (
    review_view,
    saved_view,
    subtitle_words,
    time_words,
    title_words,
)
from symptrack.presenters.chosen_time import MomentChoice, TimeView, TypedTime
from symptrack.presenters.clock import Clock
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.own_words import OwnWords
from symptrack.presenters.safety_lines import lasting_longer_line
from symptrack.presenters.words import session_noun
from symptrack.storage.store import Store
from symptrack.texts import _

RECENT = timedelta(days=9)
AT_REVIEW = 99
"""A place beyond the last page, which is the review."""


class CheckInPresenter(EffectAnswers):
    """One check-in from its first question to *Saved*.

    Every method that takes an answer returns after the draft is in the journal; a storage error
    leaves the former draft and reaches the page as a ``SymptrackError``. ``country`` returns the
    ISO 3166 code of the country whose help lines are shown.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: SideEffectCatalogue,
        country: Callable[[], str] = str,
    ) -> None:
        self._store = store
        self.help = HelpPresenter(store, load_help_lines(), country)
        self._own_words = OwnWords(store, clock)
        self._clock = clock
        self._catalogue = catalogue
        self._journal = Journal()
        self._symptoms: tuple[Symptom, ...] = ()
        self._due: DueCheckIn | None = None
        self._before_nothing = ()
        self._changes_one = False
        self._draft = new_draft(clock, self._journal)
        self.history = HistoryPresenter(store, clock)

    def has_draft(self) -> bool:
        """Whether a check-in was begun and not finished."""
        return self._store.draft(DRAFT_NAME) is not None

    def begin(self, *, effect: str = "") -> None:
        """Begin a check-in, or go on with the one that was begun.

        ``effect`` presets one side effect as still there.
        """
        self._changes_one = False
        kept = self._store.draft(DRAFT_NAME)
        if kept is None:
            self._load(self._clock.now())
            draft = new_draft(self._clock, self._journal)
            self._draft = with_asked(draft, self._journal, self._catalogue)
        else:
            saved = self._store.get(Kind.CHECK_INS, str(kept.content["id"]))
            self._draft = read_draft(kept.content, saved if isinstance(saved, CheckIn) else None)
            self._load(self._draft.occurred_at)
        if effect and effect not in {entry.effect for entry in self._draft.effects}:
            self._keep(self._draft.with_effect(effect))
        self._draft = replace(self._draft, step=min(self._draft.step, self._last_step))

    def edit(self, check_in_id: str) -> None:
        """Change a saved check-in; what it said before is kept."""
        saved = self._store.get(Kind.CHECK_INS, check_in_id)
        if isinstance(saved, CheckIn):
            self._load(saved.occurred_at)
            draft = edited(saved, weekly_keys(self._catalogue))
            self._keep(moved_to(draft, Place(Page.REVIEW), self._symptoms))

    def discard(self) -> Callable[[], None]:
        """Let the draft go; what is returned brings it back."""
        kept = self._store.draft(DRAFT_NAME)
        self._store.discard_draft(DRAFT_NAME)
        self._draft = new_draft(self._clock, self._journal)

        def take_back() -> None:
            if kept is not None:
                self._store.save_draft(DRAFT_NAME, kept.content)

        return take_back

    @property
    def heading(self) -> Heading:
        """Return what stands above each page."""
        return Heading(
            title=title_words(self._draft, self._due),
            subtitle=subtitle_words(
                self._draft, self._session(), self._number(), self._clock.now().date()
            ),
            when=time_words(self._draft, self._clock.now()),
            step=self._draft.step + 1,
            steps=self._last_step + 1,
        )

    def view(self) -> StepView:
        """Return the page the patient is on."""
        return page_view(
            self._catalogue,
            self._journal,
            self._draft,
            self._places,
            self._clock.now(),
            self._noun(),
        )

    @property
    def help_first(self) -> bool:
        """Whether the help panel comes before the next page, until it was acknowledged."""
        return bool(help_reasons(self._draft, self._journal.check_ins))

    def acknowledge_help(self) -> None:
        """Keep that the help panel was read, so that it comes once."""
        self._keep(with_help_read(self._draft, self._journal.check_ins))

    @property
    def help_line(self) -> str:
        """Return the line above the question after a low mood, later on a day, or nothing."""
        place = after_mood(self._places)
        wanted = help_line_wanted(self._draft, self._journal.check_ins, place)
        return self.help.line() if wanted else ""

    @property
    def at_review(self) -> bool:
        """Whether this is the last page, which saves."""
        return self._draft.step == self._last_step

    @property
    def at_start(self) -> bool:
        """Whether this is the first page."""
        return self._draft.step == 0

    @property
    def time(self) -> TimeView:
        """Return when the check-in is about, as the question for it starts."""
        return time_view(self._draft, self._clock.now())

    def moments(self, typed: TypedTime) -> MomentChoice | None:
        """Return the question *before or after* for a time, where it lies between two sessions."""
        return moment_choice(self._draft, typed, self._journal, self._clock)

    def choose_time(self, typed: TypedTime) -> None:
        """Say when the check-in is about.

        Raises
        ------
        InvalidValue
            For the field ``day`` or ``time``; what was chosen before stays.
        """
        if typed == self.time.typed:
            return
        draft = drafted_at(self._draft, typed, self._journal.sessions, self._clock)
        here = self._places[self._draft.step]
        self._load(draft.occurred_at)
        draft = with_asked(draft, self._journal, self._catalogue)
        self._keep(moved_to(draft, here, self._symptoms))

    def rate(self, key: str, value: int | None) -> None:
        """Rate a symptom 0 to 10, or take the rating back."""
        self._keep(self._draft.with_rating(key, value))

    def set_helper(self, helps: bool) -> None:
        """Say whether a helper enters this check-in."""
        who = EnteredBy.HELPER if helps else EnteredBy.PATIENT
        self._keep(replace(self._draft, entered_by=who))

    def write_note(self, text: str) -> None:
        """Keep the note as typed so far.

        Raises
        ------
        InvalidValue
            Where it is too long; the note kept before stays.
        """
        draft = replace(self._draft, note=text)
        draft.check_in(self._now())
        self._keep(draft)

    def skip(self) -> None:
        """Leave this page unanswered and go on."""
        self._keep(without_answer(self._draft, self._places[self._draft.step]))
        self.go_on()

    def go_on(self) -> None:
        """Show the next page; after the change of one answer, all of them again."""
        self.go_to(AT_REVIEW if self._changes_one else self._draft.step + 1)

    def go_back(self) -> None:
        """Show the page before; from the change of one answer, all of them again."""
        self.go_to(AT_REVIEW if self._changes_one else self._draft.step - 1)

    def change(self, step: int) -> None:
        """Show the page of one answer, which leads back to where all of them are shown."""
        self.go_to(step)
        self._changes_one = True

    def go_to(self, step: int) -> None:
        """Show a page by its place, kept within the pages there are."""
        draft = replace(self._draft, step=max(step, 0))
        last = len(places_of(draft, self._symptoms)) - 1
        self._keep(replace(draft, step=min(draft.step, last)))
        self._changes_one = False

    def save(self, *, from_today: bool = True) -> SavedView:
        """Save the check-in with all its answers, and let its draft go.

        Saving twice makes one entry. ``from_today`` says that it was begun on Today.

        Raises
        ------
        SymptrackError
            Where it cannot be saved; the draft stays.
        """
        check_in = self._draft.check_in(self._now())
        self._store.complete(check_in, draft=DRAFT_NAME)
        review = review_view(self._catalogue, self._journal, self._draft, self._places)
        return saved_view(
            check_in,
            review.rows,
            self._clock.now(),
            _("just now") if self._about_now else time_words(self._draft, self._clock.now()),
            session=self._session(),
            number=self._number(),
            follow_ups=self._journal.settings.follow_ups,
            line=self._lasting_longer(check_in),
            to_today=from_today and self._draft.original is None,
        )

    def _lasting_longer(self, check_in: CheckIn) -> str:
        """Return the line for the clinic, unless this check-in said it before it was changed."""
        others = [one for one in self._journal.check_ins if one.id != check_in.id]
        lines = [
            lasting_longer_line(
                replace(self._journal, check_ins=(*others, one)), one, self._catalogue
            )
            for one in (check_in, self._draft.original)
            if one is not None
        ]
        return "" if lines[0] in lines[1:] else lines[0]

    def _keep(self, draft: CheckInDraft) -> None:
        self._store.save_draft(DRAFT_NAME, draft_content(draft))
        self._draft = draft

    def _load(self, at: datetime) -> None:
        """Read what a check-in at an instant asks about and is compared with."""
        self._journal = self._store.load(since=min(at, self._clock.now()) - RECENT)
        self._symptoms = active_symptoms(self._journal.symptoms)
        self._due = due_check_in(self._journal, self._clock.now())
        self._before_nothing = ()

    @property
    def _places(self) -> tuple[Place, ...]:
        return places_of(self._draft, self._symptoms)

    @property
    def _last_step(self) -> int:
        return len(self._places) - 1

    def _now(self) -> datetime:
        return fixed_offset(self._clock.now().replace(microsecond=0))

    @property
    def _about_now(self) -> bool:
        return self._draft.is_about(self._clock.now())

    def _session(self) -> Session | None:
        sessions = self._journal.sessions
        return next((one for one in sessions if one.id == self._draft.session_id), None)

    def _number(self) -> int | None:
        session = self._session()
        return self._journal.numbers.get(session.id) if session else None

    def _noun(self) -> str:
        return session_noun(self._session()) if self._draft.moment is Moment.AFTER else ""
