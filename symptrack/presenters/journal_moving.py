"""Puts a check-in under another session near it; numbers go by its time and stay as they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import in_utc, reckoned_start
from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.session import Session
from symptrack.domain.words import Moment, SessionStatus
from symptrack.formatting import format_day
from symptrack.presenters.asking import Question
from symptrack.presenters.journal_order import JUST_BEFORE, named_session
from symptrack.presenters.words import session_name
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class Move:
    """A session that a check-in can stand under, and what the patient chooses it by."""

    check_in: CheckIn
    words: str


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """What is asked, and what each answer comes to."""

    question: Question
    moves: tuple[Move, ...]


class MovingPresenter:
    """Moves check-ins from session to session."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def choice(self, check_in_id: str) -> MoveChoice | None:
        """Return the other sessions that a check-in may stand under; ``None`` where none is near.

        Raises
        ------
        RefusedRequest
            Where the check-in is no longer in the journal.
        """
        check_in = self._check_in(check_in_id)
        timeline = Timeline(self._store.load(since=check_in.occurred_at))
        moves = tuple(_moves(check_in, timeline))
        if not moves:
            return None
        question = Question(
            title=_("Which session does this check-in belong to?"),
            lines=(
                _(
                    "It moves in your journal. Charts and the report go by its time, "
                    "so they stay as they are."
                ),
            ),
            answers=tuple(one.words for one in moves),
        )
        return MoveChoice(question, moves)

    def move(self, move: Move) -> CheckIn:
        """Put a check-in under the chosen session; return it as it was before.

        Raises
        ------
        SymptrackError
            Where it is no longer in the journal or cannot be changed.
        """
        before = self._check_in(move.check_in.id)
        self._store.revise(
            replace(before, session_id=move.check_in.session_id, moment=move.check_in.moment)
        )
        return before

    def take_back(self, before: CheckIn) -> None:
        """Put it where it was.

        Raises
        ------
        SymptrackError
            Where it is no longer in the journal or cannot be changed.
        """
        now = self._check_in(before.id)
        self._store.revise(replace(now, session_id=before.session_id, moment=before.moment))

    def _check_in(self, check_in_id: str) -> CheckIn:
        found = self._store.get(Kind.CHECK_INS, check_in_id)
        if not isinstance(found, CheckIn):
            raise RefusedRequest(_("This entry is no longer in the journal."))
        return found


def stands_under(check_in: CheckIn, timeline: Timeline) -> Session | None:
    """Return the session under which a check-in is listed."""
    return named_session(check_in, timeline) or timeline.session_followed(check_in)


def _moves(check_in: CheckIn, timeline: Timeline) -> Iterator[Move]:
    """Yield what can be chosen: only what then shows, and not where it stands already."""
    here = stands_under(check_in, timeline)
    for session, moment in _near(check_in, timeline):
        moved = replace(check_in, session_id=session.id, moment=moment)
        if session is not here and stands_under(moved, timeline) is session:
            pattern = _("Before {session}, {day}") if moment is Moment.BEFORE else None
            pattern = pattern or _("After {session}, {day}")
            name = session_name(timeline.numbers.get(session.id))
            day = format_day(session.started_at.date())
            yield Move(moved, pattern.format(session=name, day=day))


def _near(check_in: CheckIn, timeline: Timeline) -> Iterator[tuple[Session, Moment]]:
    """Yield the sessions to come soon, then the latest two before."""
    at = in_utc(check_in.occurred_at)
    for session in timeline.journal.sessions:
        ahead = in_utc(session.started_at) - at
        soon = ahead.total_seconds() >= 0 and ahead <= JUST_BEFORE
        if soon and session.status is not SessionStatus.MISSED:
            yield session, Moment.BEFORE
    latest = timeline.session_followed(check_in)
    former = timeline.session_before(reckoned_start(latest)) if latest is not None else None
    for past in (latest, former):
        if past is not None:
            yield past, Moment.AFTER
