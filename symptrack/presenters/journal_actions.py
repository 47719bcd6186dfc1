"""What can be done with an entry of the journal."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import InvalidValue, RefusedRequest
from symptrack.domain.journal import Kind, Place
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.formatting import format_day_year, format_time
from symptrack.presenters.check_in_begin import new_draft, with_asked
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.check_in_draft_content import draft_content
from symptrack.presenters.check_in_time import drafted_at
from symptrack.presenters.chosen_time import TimeKind, TypedTime
from symptrack.presenters.clock import Clock
from symptrack.presenters.journal_moving import MovingPresenter
from symptrack.storage.store import Store
from symptrack.texts import _


class Action(StrEnum):
    """What the patient may want."""

    OPEN = "open"
    ANOTHER = "another"
    MOVE = "move"
    EARLIER = "earlier"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class EntryActions:
    """What is asked, and the answers in words."""

    title: str
    actions: tuple[tuple[Action, str], ...]


class ActionsPresenter:
    """Offers what fits an entry, and begins another check-in like one."""

    def __init__(self, store: Store, clock: Clock, catalogue: SideEffectCatalogue) -> None:
        self._store, self._clock, self._catalogue = store, clock, catalogue
        self.moving = MovingPresenter(store)

    def actions(self, place: Place) -> EntryActions:
        """Return what can be done with an entry.

        Raises
        ------
        SymptrackError
            Where it is no longer in the journal.
        """
        kind, record_id = place
        words = [(Action.OPEN, _("Open and change"))]
        if kind is Kind.CHECK_INS:
            words.append((Action.ANOTHER, _("Add another like this")))
            if self.moving.choice(record_id) is not None:
                words.append((Action.MOVE, _("Move to another session")))
        if self._store.history(kind, record_id):
            words.append((Action.EARLIER, _("Earlier versions")))
        words.append((Action.DELETE, _("Delete")))
        return EntryActions(_("What do you want to do with this entry?"), tuple(words))

    def begin_another(self, check_in_id: str) -> None:
        """Begin a check-in at the same time of the next day, with the side effects of a former one.

        What was rated is asked anew: an answer that is shown leads the next one. Where that time is
        still to come, it is about now.

        Raises
        ------
        SymptrackError
            Where a check-in is begun already, this one is gone, or nothing can be written.
        """
        if self._store.draft(DRAFT_NAME) is not None:
            raise RefusedRequest(
                _("A check-in is begun and not saved yet. Finish it first, or begin it again.")
            )
        former = self._store.get(Kind.CHECK_INS, check_in_id)
        if not isinstance(former, CheckIn):
            raise RefusedRequest(_("This entry is no longer in the journal."))
        journal = self._store.load()
        draft = new_draft(self._clock, journal)
        day = former.occurred_at.date() + timedelta(days=1)
        typed = TypedTime(
            kind=TimeKind.OTHER,
            day=format_day_year(day),
            time=format_time(former.occurred_at),
            time_known=former.time_known,
        )
        with suppress(InvalidValue):  # still to come
            draft = drafted_at(draft, typed, journal.sessions, self._clock)
        draft = with_asked(draft, journal, self._catalogue)
        for entry in former.side_effects:
            if entry.present:
                draft = draft.with_effect(entry.effect, severity=entry.severity)
        self._store.save_draft(DRAFT_NAME, draft_content(draft))
