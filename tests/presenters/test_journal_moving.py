"""Journal: a check-in put under another session near it, and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.words import Moment, SessionStatus
from symptrack.presenters.journal_moving import MovingPresenter
from tests.builders import make_check_in, make_journal, make_session
from tests.presenters.listed_journal import FIRST, SECOND, ListedJournal, cards_of, treated

EVENING = make_check_in("2026-09-11 20:00", session_id=SECOND.id, moment=Moment.AFTER)
BETWEEN = make_check_in("2026-09-10 20:00", session_id=FIRST.id, moment=Moment.AFTER)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def offered(opened: ListedJournal, journal: Journal, check_in: CheckIn) -> list[str]:
    """Return the sessions that are offered, in words."""
    opened(journal)
    choice = MovingPresenter(opened.store).choice(check_in.id)
    return [one.words for one in choice.moves] if choice is not None else []


def under(opened: ListedJournal, check_in: CheckIn) -> str:
    """Return the title of the card in which a check-in stands."""
    view = opened.presenter.view()
    return next(
        card.title.split(",")[0]
        for card in cards_of(view.listing)
        if check_in.id in {row.id for row in card.rows}
    )


@pytest.mark.parametrize(
    ("check_in", "words"),
    [
        (EVENING, ["After session 1, 8 Sep"]),
        (BETWEEN, ["Before session 2, 11 Sep"]),
        (replace(EVENING, session_id=None), ["After session 1, 8 Sep"]),
        (make_check_in("2026-09-01 20:00"), []),
        (make_check_in("2026-09-07 20:00"), ["Before session 1, 8 Sep"]),
        (make_check_in("2026-09-09 08:00"), []),
    ],
    ids=["the one before", "the next", "named by none", "none near", "before all", "48 h ahead"],
)
def test_the_sessions_near_it_are_offered(
    opened: ListedJournal, check_in: CheckIn, words: list[str]
) -> None:
    assert offered(opened, treated(check_in), check_in) == words


def test_a_missed_session_is_not_offered_and_a_planned_one_is(opened: ListedJournal) -> None:
    planned = make_session("2026-09-12 10:30", status=SessionStatus.PLANNED)
    missed = make_session("2026-09-12 11:30", status=SessionStatus.MISSED)
    journal = make_journal(sessions=[SECOND, planned, missed], check_ins=[EVENING])
    assert offered(opened, journal, EVENING) == ["Before the session, 12 Sep"]


def test_what_moves_stands_there_says_so_and_goes_back(opened: ListedJournal) -> None:
    presenter = opened(treated(EVENING))
    moving = presenter.actions.moving
    choice = moving.choice(EVENING.id)
    assert choice is not None
    assert choice.question.title == "Which session does this check-in belong to?"
    assert choice.question.lines == (
        "It moves in your journal. Charts and the report go by its time, so they stay as they are.",
    )
    before = moving.move(choice.moves[0])
    assert under(opened, EVENING) == "Session 1"
    assert len(opened.store.history(Kind.CHECK_INS, EVENING.id)) == 1
    back = moving.choice(EVENING.id)
    assert back is not None
    assert [one.words for one in back.moves] == ["After session 2, 11 Sep"]
    moving.take_back(before)
    assert under(opened, EVENING) == "Session 2"
    assert opened.store.get(Kind.CHECK_INS, EVENING.id) == EVENING


def test_what_moves_ahead_stands_before_that_session(opened: ListedJournal) -> None:
    moving = opened(treated(BETWEEN)).actions.moving
    choice = moving.choice(BETWEEN.id)
    assert choice is not None
    moving.move(choice.moves[0])
    assert under(opened, BETWEEN) == "Session 2"


def test_a_session_that_was_logged_afterwards_gets_the_check_ins_after_it(
    opened: ListedJournal,
) -> None:
    logged = replace(SECOND, entered_at=EVENING.occurred_at + timedelta(days=1))
    named_first = replace(EVENING, session_id=FIRST.id)
    opened(make_journal(sessions=[FIRST, logged], check_ins=[named_first]))
    assert under(opened, EVENING) == "Session"


def test_where_it_is_not_known_when_it_was_entered_the_time_says_where_it_stands(
    opened: ListedJournal,
) -> None:
    unknown = replace(EVENING, session_id=FIRST.id, entered_at=None)
    opened(treated(unknown))
    assert under(opened, EVENING) == "Session 2"


def test_what_is_gone_meanwhile_is_refused(opened: ListedJournal) -> None:
    moving = opened(treated(EVENING)).actions.moving
    choice = moving.choice(EVENING.id)
    assert choice is not None
    opened.store.delete(Kind.CHECK_INS, EVENING.id)
    for attempt in (
        lambda: moving.choice(EVENING.id),
        lambda: moving.move(choice.moves[0]),
        lambda: moving.take_back(EVENING),
    ):
        with pytest.raises(RefusedRequest, match="no longer in the journal"):
            attempt()


def test_what_was_moved_is_seen_from_where_it_stands(opened: ListedJournal) -> None:
    moved = replace(EVENING, session_id=FIRST.id)
    (row,) = [row for card in opened.cards(treated(moved)) for row in card.rows]
    assert (row.when, row.at) == ("Day 3", "11 Sep, 20:00")
