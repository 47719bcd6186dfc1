"""Decides what a questionnaire asks, keeps each answer in the draft at once, and scores it."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from symptrack.analysis.questionnaire_standing import standing
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.instrument import Instrument, Item, load_instruments
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.questionnaire import Response, check_response
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import EnteredBy
from symptrack.presenters.chosen_time import MomentChoice, TimeView, TypedTime
from symptrack.presenters.clock import Clock
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.questionnaire_draft import (
    INTRO,
    REVIEW,
    QuestionnaireDraft,
    change_name,
    changed_draft,
    draft_name,
    read_draft,
)
from symptrack.presenters.questionnaire_heading import heading, said_first
from symptrack.presenters.questionnaire_pages import (
    answers_view,
    intro_view,
    item_view,
    score_view,
)
from symptrack.presenters.questionnaire_time import (
    Neighbours,
    drafted_at,
    neighbours,
    overlap_lines,
    time_view,
)
from symptrack.presenters.questionnaire_views import QuestionnaireHeading, QuestionView, ScoreView
from symptrack.storage.store import Store
from symptrack.texts import _


class QuestionnairePresenter:
    """One questionnaire from its first item to its score.

    Every method that takes an answer returns after the draft is in the journal; a storage error
    leaves the former draft and reaches the page as a ``SymptrackError``. ``country`` returns the
    ISO 3166 code of the country whose help lines are shown.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        country: Callable[[], str] = str,
        instruments: Mapping[str, Instrument] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self.help = HelpPresenter(store, load_help_lines(), country)
        self.history = HistoryPresenter(store, clock)
        self._instruments = load_instruments() if instruments is None else instruments
        self._instrument = next(iter(self._instruments.values()))
        self._around = Neighbours()
        self._former: QuestionnaireDraft | None = None
        self._resumed = False
        self._draft = self._new_draft()

    def begin(self, key: str) -> None:
        """Begin a questionnaire, or go on with the one of its kind that was begun."""
        self._instrument = self._instruments[key]
        kept = self._store.draft(draft_name(key))
        self._resumed, self._former = kept is not None, None
        self._draft = read_draft(kept.content, None) if kept is not None else self._new_draft()
        self._look_up()

    def edit(self, response_id: str) -> None:
        """Change a saved questionnaire; what it said before is kept.

        Raises
        ------
        RefusedRequest
            Where it is not in the journal.
        """
        saved = self._store.get(Kind.RESPONSES, response_id)
        if not isinstance(saved, Response):
            raise RefusedRequest(_("This entry is no longer in the journal."))
        self._instrument = self._instruments[saved.instrument]
        kept = self._store.draft(change_name(response_id))
        self._resumed, self._former = kept is not None, None
        if kept is not None:
            self._draft = read_draft(kept.content, saved)
        else:
            self._draft = changed_draft(saved, self._now())
        self._look_up()

    def start_over(self) -> None:
        """Let all answers go and begin again; :meth:`take_back` brings them back."""
        former = self._draft
        self._store.discard_draft(former.name)
        self._former, self._resumed = former, False
        self._draft = (
            changed_draft(former.original, self._now()) if former.original else self._new_draft()
        )
        self._look_up()

    def take_back(self) -> None:
        """Bring back the answers that were let go."""
        if self._former is not None:
            self._keep(self._former)
            self._former = None
            self._look_up()

    @property
    def heading(self) -> QuestionnaireHeading:
        """Return what stands above each page; never a former score."""
        return heading(self._instrument, self._step, self._draft, self._around, self._clock.now())

    @property
    def said_first(self) -> str:
        """Return what is said once, above the page that is shown first, or nothing."""
        return said_first(
            self._instrument, self._draft, self._around, self._now(), resumed=self._resumed
        )

    @property
    def time(self) -> TimeView:
        """Return when it was filled in, as the question for it starts."""
        return time_view(self._draft, self._clock.now())

    def moments(self, _typed: TypedTime) -> MomentChoice | None:
        """Return nothing to ask: a questionnaire stands by its time alone."""
        return None

    def choose_time(self, typed: TypedTime) -> None:
        """Keep when it was filled in.

        Raises
        ------
        InvalidValue
            For the field ``day`` or ``time``; what was chosen before stays.
        """
        if typed != self.time.typed:
            self._keep(drafted_at(self._draft, typed, self._clock))
            self._look_up()

    @property
    def said_of_time(self) -> str:
        """Return what its time brings: that it, or the next one, overlaps; or nothing."""
        return " ".join(overlap_lines(self._instrument, self._draft, self._around, self._now()))

    @property
    def resumed(self) -> bool:
        """Whether it was begun before, so that it can be started over."""
        return self._resumed

    def view(self) -> QuestionView:
        """Return the page the patient is on."""
        if self._step == INTRO:
            return intro_view(self._instrument)
        item = self._item
        if item is None:
            return answers_view(self._instrument, self._draft)
        return item_view(self._instrument, self._draft, item)

    @property
    def help_first(self) -> bool:
        """Whether the help panel comes before anything else, until it was acknowledged."""
        return self._draft.wants_help(self._instrument)

    def acknowledge_help(self) -> None:
        """Keep that the help panel was read, so that it comes once."""
        self._keep(replace(self._draft, help_read=True))

    @property
    def at_review(self) -> bool:
        """Whether this is the last page, which saves."""
        return self._step == REVIEW

    @property
    def at_start(self) -> bool:
        """Whether this is the first page."""
        return self._step == self._steps[0] and not self._draft.returning

    @property
    def returning(self) -> bool:
        """Whether one answer is being changed, and the review comes next."""
        return self._draft.returning

    def answer(self, value: int) -> None:
        """Answer the item that is shown with one of its printed values."""
        if self._item is not None:
            self._keep(self._draft.with_answer(self._item, self._instrument, value))

    def decline(self) -> None:
        """Say that the item that is shown will not be answered."""
        if self._item is not None and self._item.may_decline:
            self._keep(self._draft.with_declined(self._item))

    def set_helper(self, helps: bool) -> None:
        """Say whether a helper enters this questionnaire."""
        who = EnteredBy.HELPER if helps else EnteredBy.PATIENT
        self._keep(replace(self._draft, entered_by=who))

    def skip(self) -> None:
        """Leave the item that is shown unanswered and go on."""
        if self._item is not None:
            self._keep(self._draft.without_answer(self._item, self._instrument))
        self.go_on()

    def go_on(self) -> None:
        """Show the next page: the review again where one answer was being changed."""
        steps, step = self._steps, self._step
        if self._draft.returning and not self._newly_asked(steps):
            self._show(REVIEW)
        else:
            place = min(steps.index(step) + 1, len(steps) - 1)
            self._show(self._difficulty_key if self._draft.returning else steps[place])

    def go_back(self) -> None:
        """Show the page before: the review where one answer was being changed."""
        if self._draft.returning:
            self._show(REVIEW)
        else:
            self._show(self._steps[max(self._steps.index(self._step) - 1, 0)])

    def change(self, step: str) -> None:
        """Show one item again, to come back to the review from it."""
        self._show(step, returning=True)

    def save(self) -> ScoreView:
        """Save it with all its answers, let its draft go, and return its score.

        Saving twice makes one entry.

        Raises
        ------
        SymptrackError
            Where it cannot be saved; the draft stays.
        """
        response = self._draft.response(self._instrument, self._now(), self._clock.time_zone())
        check_response(self._instrument, response)
        self._store.complete(response, draft=self._draft.name)
        found = standing(self._journal(), self._instrument, response.id)
        return score_view(self._instrument, found, changed=self._draft.original is not None)

    @property
    def _step(self) -> str:
        """Return the page the patient is on; one that is asked no more gives way to the review."""
        return self._draft.step if self._draft.step in self._steps else REVIEW

    @property
    def _steps(self) -> list[str]:
        return self._draft.steps(self._instrument)

    @property
    def _item(self) -> Item | None:
        shown = [*self._instrument.items, self._instrument.difficulty]
        return next((one for one in shown if one is not None and one.key == self._step), None)

    @property
    def _difficulty_key(self) -> str:
        return self._instrument.difficulty.key if self._instrument.difficulty else ""

    def _newly_asked(self, steps: list[str]) -> bool:
        """Whether the change of an answer brings the unscored item for the first time."""
        return self._difficulty_key in steps and not self._draft.difficulty_seen

    def _show(self, step: str, *, returning: bool | None = None) -> None:
        seen = self._draft.difficulty_seen or step == self._difficulty_key
        kept = self._draft.returning and step != REVIEW
        self._keep(
            replace(
                self._draft,
                step=step,
                difficulty_seen=seen,
                returning=kept if returning is None else returning,
            )
        )

    def _keep(self, draft: QuestionnaireDraft) -> None:
        self._store.save_draft(draft.name, draft.content())
        self._draft = draft

    def _new_draft(self) -> QuestionnaireDraft:
        draft = QuestionnaireDraft(
            id=str(uuid.uuid4()),
            instrument=self._instrument.key,
            begun_at=self._now(),
            step="",
        )
        return replace(draft, step=draft.steps(self._instrument)[0])

    def _now(self) -> datetime:
        return fixed_offset(self._clock.now().replace(microsecond=0))

    def _look_up(self) -> None:
        """Find when those around it were filled in; nothing else of them is ever told."""
        self._around = neighbours(self._journal(), self._instrument, self._draft, self._now())

    def _journal(self) -> Journal:
        """Return every questionnaire and session; ten years of check-ins would take too long."""
        responses = self._store.all_of(Kind.RESPONSES)
        told = (one for one in responses if isinstance(one, Response))
        return replace(self._store.load(since=self._clock.now()), responses=tuple(told))
