"""Journal: everything by session, newest first, to the trash and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.words import (
    Moment,
    Route,
    SessionStatus,
)
from symptrack.presenters.journal_filter import JournalFilter
from symptrack.presenters.journal_listing import card_of, card_starts
from symptrack.presenters.journal_views import CareLine, DueRow
from tests.builders import (
    at,
    make_check_in,
    make_journal,
    make_session,
    make_visit,
)
from tests.journals import design_series
from tests.long_journal import long_journal
from tests.presenters.listed_journal import (
    FIRST,
    MARKUP,
    SECOND,
    SERIES,
    ListedJournal,
    cards_of,
    treated,
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def test_an_empty_journal_has_no_cards(opened: ListedJournal) -> None:
    view = opened(make_journal()).view()
    assert (view.listing.lines, view.empty, view.log) == ([], True, "Log an infusion")
    assert (view.said, view.nothing) == ("", "")


def test_sessions_stand_newest_first_with_their_entries_under_them(opened: ListedJournal) -> None:
    cards = opened.cards(
        treated(
            make_check_in("2026-09-08 12:30", ratings={"mood": 4}),
            make_check_in("2026-09-10 10:00", ratings={"mood": 5}),
            make_check_in("2026-09-11 17:30", ratings={"mood": 6}),
        )
    )
    assert [card.title for card in cards] == [
        "Session 2, Friday 11 September",
        "Session 1, Tuesday 8 September",
    ]
    assert [(row.when, row.at, row.mood) for row in cards[0].rows] == [("+6 h", "17:30", "6")]
    assert [(row.when, row.at, row.mood) for row in cards[1].rows] == [
        ("Day 2", "10 Sep, 10:00", "5"),
        ("+1 h", "12:30", "4"),
    ]
    head = cards[0].session
    assert head is not None
    assert head.number == "2"
    assert head.lines == ("IV, 38 mg over 40 min",)


def test_a_planned_session_stands_first_and_a_missed_one_in_its_place(
    opened: ListedJournal,
) -> None:
    journal = make_journal(
        series=[SERIES],
        sessions=[
            FIRST,
            make_session("2026-09-10 10:30", status=SessionStatus.MISSED, series_id=SERIES.id),
            SECOND,
            make_session("2026-09-15 10:30", status=SessionStatus.PLANNED, series_id=SERIES.id),
        ],
        check_ins=[make_check_in("2026-09-10 20:00")],
    )
    cards = opened.cards(journal)
    assert [card.title.split(",")[0] for card in cards] == [
        "Planned session",
        "Session 2",
        "Missed session",
        "Session 1",
    ]
    assert [len(card.rows) for card in cards] == [0, 0, 0, 1]


def test_what_came_before_any_session_stands_under_its_month(opened: ListedJournal) -> None:
    journal = make_journal(
        sessions=[SECOND],
        check_ins=[
            make_check_in("2026-09-01 20:00"),
            make_check_in("2026-08-31 20:00"),
            make_check_in("2026-08-02 12:00", time_known=False),
        ],
    )
    _session, september, august = opened.cards(journal)
    assert (september.title, september.session) == ("September 2026", None)
    assert august.title == "August 2026"
    assert [(row.when, row.at) for row in august.rows] == [("31 Aug", "20:00"), ("2 Aug", "")]
    assert august.rows[1].spoken == "2 Aug. Mood 5 of 10. Mood only"


def test_a_check_in_before_its_session_stands_under_that_one(opened: ListedJournal) -> None:
    named = make_check_in("2026-09-11 09:30", session_id=SECOND.id, moment=Moment.BEFORE)
    cards = opened.cards(treated(named))
    assert [(row.when, row.at) for row in cards[0].rows] == [("Before", "09:30")]
    assert cards[1].rows == ()


@pytest.mark.parametrize(
    ("occurred", "session_id"),
    [
        ("2026-09-11 11:30", SECOND.id),
        ("2026-09-09 10:29", SECOND.id),
        ("2026-09-11 09:30", "00000000-0000-4000-8000-000000000000"),
        ("2026-09-11 09:30", None),
    ],
    ids=["of the second, after it", "of the second, before it", "of none there", "of none"],
)
def test_what_a_check_in_says_of_its_session_never_beats_the_time(
    opened: ListedJournal, occurred: str, session_id: str | None
) -> None:
    named = make_check_in(occurred, session_id=session_id, moment=Moment.BEFORE)
    cards = opened.cards(treated(named))
    followed = cards[0] if at(occurred) > SECOND.started_at else cards[1]
    assert len(followed.rows) == 1


def test_a_visit_stands_under_the_session_before_it(opened: ListedJournal) -> None:
    visit = make_visit(visited_on=date(2026, 9, 8), with_whom=MARKUP, note="Bring the page.")
    cards = opened.cards(treated(visits=[visit]))
    (row,) = cards[1].rows
    assert (row.when, row.at) == ("That day", "8 Sep")
    assert (row.text, row.lines) == (f"Visit, {MARKUP}", ("“Bring the page.”",))
    assert row.kind is Kind.VISITS


def test_a_visit_says_what_is_planned_and_opens(opened: ListedJournal) -> None:
    visit = make_visit(visited_on=date(2026, 9, 13), with_whom="Dr A", questions="Why?\nWhen?")
    view = opened(treated(visits=[visit])).view()
    row = cards_of(view.listing)[0].rows[0]
    assert (row.text, row.lines) == ("Planned visit, Dr A", ("2 questions noted",))
    assert view.care == CareLine(
        visit="Next visit: Sunday 13 September, with Dr A", questions="2 questions noted"
    )


def test_a_visit_is_changed_from_its_row(opened: ListedJournal) -> None:
    visit = make_visit(visited_on=date(2026, 9, 8), with_whom="Dr A")
    assert opened(treated(visits=[visit])).visit(visit.id).form.with_whom == "Dr A"


def test_a_visit_before_any_session_stands_under_its_month(opened: ListedJournal) -> None:
    visit = make_visit(visited_on=date(2026, 9, 2), with_whom="", note="")
    cards = opened.cards(treated(visits=[visit]))
    assert cards[-1].title == "September 2026"
    assert (cards[-1].rows[0].when, cards[-1].rows[0].text) == ("2 Sep", "Visit")


@pytest.mark.parametrize(
    ("now", "when"), [("2026-09-12 09:30", "24 hours"), ("2026-09-11 20:30", "This evening")]
)
def test_the_check_in_that_is_due_stands_in_its_session(
    opened: ListedJournal, now: str, when: str
) -> None:
    cards = opened.cards(treated(), now)
    assert cards[0].due == DueRow(
        when=when, at="due today", text="Check-in is due", action="Check in now"
    )
    assert cards[1].due is None


def test_the_check_in_before_a_planned_session_is_due_there(opened: ListedJournal) -> None:
    planned = make_session("2026-09-12 14:00", status=SessionStatus.PLANNED)
    cards = opened.cards(make_journal(sessions=[planned]))
    assert cards[0].due is not None
    assert cards[0].due.when == "Before"


def test_the_button_follows_how_the_latest_session_was_given(opened: ListedJournal) -> None:
    journal = make_journal(sessions=[FIRST, make_session("2026-09-11 10:30", route=Route.NASAL)])
    assert opened(journal).view().log == "Log a session"


def test_a_deleted_entry_goes_at_once_and_comes_back(opened: ListedJournal) -> None:
    check_in = make_check_in("2026-09-11 17:30")
    journal = opened(treated(check_in))
    shown = cards_of(journal.view().listing)
    journal.delete(Kind.CHECK_INS, check_in.id)
    assert [card.rows for card in cards_of(journal.view().listing)] == [(), ()]
    assert len(opened.store.load().deleted) == 1
    with pytest.raises(RefusedRequest):
        journal.delete(Kind.CHECK_INS, check_in.id)
    journal.restore(Kind.CHECK_INS, check_in.id)
    assert cards_of(journal.view().listing) == shown


def test_the_entries_of_a_deleted_session_go_to_the_one_before(opened: ListedJournal) -> None:
    journal = opened(treated(make_check_in("2026-09-11 17:30", session_id=SECOND.id)))
    journal.delete(Kind.SESSIONS, SECOND.id)
    (card,) = cards_of(journal.view().listing)
    assert card.title == "Session 1, Tuesday 8 September"
    assert [row.when for row in card.rows] == ["Day 3"]


def test_ten_years_are_listed_whole_and_put_into_words_line_by_line(opened: ListedJournal) -> None:
    view = opened(long_journal(), "2026-11-20 21:00").view()
    stored = opened.store.load()
    kept = (stored.sessions, stored.check_ins, stored.responses, stored.visits)
    assert len([line for line in view.listing.lines if line.place]) == sum(map(len, kept))
    assert view.listing.words(0) is view.listing.words(0)
    places = [line.place for line in view.listing.lines if line.place is not None]
    assert len(set(places)) == len(places)


def test_the_designs_series_reads_as_in_its_picture(opened: ListedJournal) -> None:
    journal = design_series()
    until = at("2026-09-12 09:30")
    cards = opened.cards(
        replace(
            journal,
            sessions=tuple(one for one in journal.sessions if one.started_at < until),
            check_ins=tuple(one for one in journal.check_ins if one.occurred_at < until),
        )
    )
    head = cards[0].session
    assert head is not None
    assert head.title == "Session 4, Friday 11 September"
    assert head.lines[0] == "IV, 38 mg over 40 min, mood before 4"
    assert cards[0].due is not None


def test_a_series_is_changed_from_where_it_was_found(opened: ListedJournal) -> None:
    form = opened(treated()).series()
    form.begin(SERIES.id)
    assert form.form.name == "First series"


def test_what_is_in_order_is_not_ordered_again_for_another_part(opened: ListedJournal) -> None:
    presenter = opened(treated(make_check_in("2026-09-11 17:30")))
    assert presenter.view().days is presenter.view(JournalFilter(late=True)).days


def test_each_line_is_in_a_card(opened: ListedJournal) -> None:
    lines = opened(treated(make_check_in("2026-09-08 17:30"))).view().listing.lines
    starts = card_starts(lines)
    assert [card_of(starts, at_line) for at_line in range(len(lines))] == [0, 0, 1, 1]
