"""Journal: one kind of entries, a series, the late ones, and words in the notes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from symptrack.domain.journal import Journal, Kind
from symptrack.domain.words import Source
from symptrack.presenters.journal_filter import JournalFilter, Shown
from symptrack.presenters.journal_views import LineKind, Marked
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.presenters.listed_journal import FIRST, SECOND, SERIES, ListedJournal, cards_of

LATER = make_series(name="Maintenance", started_on=date(2026, 10, 1))
THIRD = make_session("2026-10-02 10:30", series_id=LATER.id, note="Music, then rain")
CHECK_IN = make_check_in("2026-09-08 18:00", note="Slept")
LATE = make_check_in("2026-09-09 18:00", entered_at=at("2026-09-10 18:00"), ratings={"mood": 7})
IMPORTED = make_check_in("2026-09-10 18:00", source=Source.DAYLIO, ratings={"mood": 2})
RESPONSE = make_response("2026-09-11 18:00")
SCORE = make_clinic_score(occurred_at=at("2026-09-12 18:00"))
VISIT = make_visit(visited_on=date(2026, 9, 13), with_whom="Dr A")
ASKED = make_visit(visited_on=date(2026, 9, 14), with_whom="Dr B", questions="May I drive?")
JOURNAL = make_journal(
    series=[SERIES, LATER],
    sessions=[FIRST, SECOND, THIRD],
    check_ins=[CHECK_IN, LATE, IMPORTED],
    responses=[RESPONSE],
    clinic_scores=[SCORE],
    visits=[VISIT, ASKED],
    medications=[make_medication(note="With food, not at night")],
)
NOW = "2026-10-03 09:00"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def listed(opened: ListedJournal, journal: Journal = JOURNAL, **wanted: Any) -> list[str]:
    """Return the ids of the entries that are listed, without the heads above them."""
    view = opened(journal, NOW).view(JournalFilter(**wanted))
    lines = view.listing.lines
    return [line.place[1] for line in lines if line.place and line.kind is LineKind.ENTRY]


@pytest.mark.parametrize(
    ("wanted", "records"),
    [
        ({}, [ASKED, VISIT, SCORE, RESPONSE, IMPORTED, LATE, CHECK_IN]),
        ({"shown": Shown.SESSIONS}, []),
        ({"shown": Shown.CHECK_INS}, [IMPORTED, LATE, CHECK_IN]),
        ({"shown": Shown.QUESTIONNAIRES}, [SCORE, RESPONSE]),
        ({"shown": Shown.VISITS}, [ASKED, VISIT]),
        ({"shown": Shown.NOTES}, [ASKED, CHECK_IN]),
        ({"late": True}, [LATE]),
        ({"imported": True}, [IMPORTED]),
        ({"late": True, "imported": True}, []),
        ({"series_id": LATER.id}, []),
        ({"series_id": SERIES.id, "shown": Shown.VISITS}, [ASKED, VISIT]),
        ({"asked": "slept"}, [CHECK_IN]),
        ({"asked": "slept", "shown": Shown.VISITS}, []),
    ],
)
def test_only_what_is_wanted_is_listed(
    opened: ListedJournal, wanted: dict[str, Any], records: list[Any]
) -> None:
    assert listed(opened, **wanted) == [one.id for one in records]


def test_sessions_alone_stand_without_their_entries(opened: ListedJournal) -> None:
    cards = opened.cards(JOURNAL, NOW, shown=Shown.SESSIONS)
    assert [card.title.split(",")[0] for card in cards] == ["Session 1", "Session 2", "Session 1"]


def test_a_series_is_listed_whole_with_what_is_due(opened: ListedJournal) -> None:
    (card,) = opened.cards(JOURNAL, NOW, series_id=LATER.id)
    assert card.title == "Session 1, Friday 2 October"
    assert card.due is not None


def test_an_entry_that_is_wanted_stands_under_its_session(opened: ListedJournal) -> None:
    (card,) = opened.cards(JOURNAL, NOW, late=True)
    assert card.title.startswith("Session 1")
    assert card.due is None


def test_a_session_that_was_logged_late_is_one_of_the_late_ones(opened: ListedJournal) -> None:
    logged = replace(FIRST, entered_at=FIRST.started_at + timedelta(days=2))
    cards = opened.cards(make_journal(sessions=[logged, SECOND]), NOW, late=True)
    assert [card.title.split(",")[0] for card in cards] == ["Session"]


def test_what_there_is_none_of_is_not_offered(opened: ListedJournal) -> None:
    offers = opened(make_journal(series=[SERIES], sessions=[FIRST])).view().offers
    assert (offers.series, offers.late, offers.imported) == ((), False, False)
    assert [words for _kind, words in offers.kinds] == [
        "Everything",
        "Infusions",
        "Check-ins",
        "Questionnaires",
        "Visits",
        "Notes",
    ]


def test_what_there_is_can_be_chosen(opened: ListedJournal) -> None:
    offers = opened(JOURNAL, NOW).view().offers
    assert offers.series == ((SERIES.id, "First series"), (LATER.id, "Maintenance"))
    assert (offers.late, offers.imported) == (True, True)


def test_where_the_latest_was_no_infusion_they_are_sessions(opened: ListedJournal) -> None:
    nasal = make_session("2026-09-12 10:30", route="nasal")
    offers = opened(make_journal(sessions=[FIRST, nasal])).view().offers
    assert offers.kinds[1][1] == "Sessions"


@pytest.mark.parametrize(
    ("wanted", "said", "nothing"),
    [
        ({}, "", ""),
        ({"asked": "  "}, "", ""),
        ({"asked": "slept"}, "1 entry found", ""),
        ({"shown": Shown.CHECK_INS}, "3 entries found", ""),
        ({"shown": Shown.SESSIONS}, "3 entries found", ""),
        (
            {"asked": "zebra"},
            "0 entries found",
            "No word in your notes begins like this. Fewer letters find more.",
        ),
        (
            {"asked": "slept", "late": True},
            "0 entries found",
            "No such word stands in the entries chosen above.",
        ),
        ({"late": True, "imported": True}, "0 entries found", "There are no such entries."),
    ],
)
def test_how_much_was_found_is_said(
    opened: ListedJournal, wanted: dict[str, Any], said: str, nothing: str
) -> None:
    view = opened(JOURNAL, NOW).view(JournalFilter(**wanted))
    assert (view.said, view.nothing, view.empty) == (said, nothing, False)


def test_what_was_found_stands_marked_in_place_of_the_note(opened: ListedJournal) -> None:
    (card,) = opened.cards(JOURNAL, NOW, asked="slep")
    (row,) = card.rows
    assert (row.text, row.lines) == ("Mood only", ())
    assert row.found == (Marked("“Slept”", ((1, 6),)),)
    assert row.spoken.endswith("Mood only. “Slept”")


def test_a_session_is_found_by_its_own_note(opened: ListedJournal) -> None:
    (card,) = opened.cards(JOURNAL, NOW, asked="rain")
    assert card.session is not None
    assert card.session.lines == ("IV, 40 min",)
    assert card.session.found == (Marked("“Music, then rain”", ((13, 17),)),)


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("drive", Marked("What I want to ask: “May I drive?”", ((27, 32),))),
        ("sleep", Marked("Goal: “Sleep through”", ((7, 12),))),
        ("let", Marked("Intention: “Let go”", ((12, 15),))),
    ],
)
def test_where_a_text_stands_is_said_with_it(
    opened: ListedJournal, asked: str, marked: Marked
) -> None:
    journal = replace(
        JOURNAL,
        series=(replace(SERIES, goal="Sleep through"), LATER),
        sessions=(FIRST, replace(SECOND, intention="Let go"), THIRD),
    )
    (card,) = opened.cards(journal, NOW, asked=asked)
    found = card.session.found if card.session is not None else ()
    assert (found or card.rows[0].found) == (marked,)


def test_series_and_medicines_in_which_something_is_found_stand_first(
    opened: ListedJournal,
) -> None:
    journal = replace(
        JOURNAL, series=(replace(SERIES, name="", goal="No more night shifts"), LATER)
    )
    (card,) = opened.cards(journal, NOW, asked="night")
    assert card.title == "Series and medicines"
    assert [(row.kind, row.when, row.text) for row in card.rows] == [
        (Kind.SERIES, "Series", ""),
        (Kind.MEDICATIONS, "Medicine", "Sertraline, 100 mg daily"),
    ]
    assert card.rows[0].spoken == "Series. Goal: “No more night shifts”"


@pytest.mark.parametrize("wanted", [{"late": True}, {"imported": True}, {"series_id": SERIES.id}])
def test_they_are_left_out_where_they_cannot_be_meant(
    opened: ListedJournal, wanted: dict[str, Any]
) -> None:
    assert opened.cards(JOURNAL, NOW, asked="night", **wanted) == ()


def test_a_note_alone_that_is_found_is_called_a_note(opened: ListedJournal) -> None:
    note = make_check_in("2026-09-08 18:00", ratings={}, note="Slept")
    (card,) = opened.cards(make_journal(check_ins=[note]), asked="slept")
    assert card.rows[0].text == "Note"


def test_a_long_text_is_cut_around_what_was_found(opened: ListedJournal) -> None:
    note = f"{'before ' * 100}zebra\n{'after ' * 100}zebra"
    (card,) = opened.cards(make_journal(check_ins=[make_check_in(note=note)]), asked="zeb")
    (found,) = card.rows[0].found
    assert found.text.startswith("“…before before")
    assert "zebra after" in found.text
    assert found.text.endswith("…”")
    assert len(found.text) <= 164
    assert [found.text[first:last] for first, last in found.marks] == ["zebra"]


def test_a_word_that_is_longer_than_the_cut_is_marked_to_its_end(opened: ListedJournal) -> None:
    note = "z" * 500
    (card,) = opened.cards(make_journal(check_ins=[make_check_in(note=note)]), asked="zz")
    (found,) = card.rows[0].found
    assert found.text == f"“{'z' * 160}…”"
    assert found.marks == ((1, 161),)


def test_a_text_that_cannot_be_marked_is_shown_from_its_beginning(opened: ListedJournal) -> None:
    check_in = make_check_in(note="\ufdd0 zebra")
    (card,) = opened.cards(make_journal(check_ins=[check_in]), asked="zeb")
    assert card.rows[0].found == (Marked("“\ufdd0 zebra”", ()),)


def test_what_lies_in_the_trash_is_not_found(opened: ListedJournal) -> None:
    presenter = opened(JOURNAL, NOW)
    wanted = JournalFilter(asked="slept")
    assert len(cards_of(presenter.view(wanted).listing)) == 1
    presenter.delete(Kind.CHECK_INS, CHECK_IN.id)
    assert cards_of(presenter.view(wanted).listing) == ()
    presenter.restore(Kind.CHECK_INS, CHECK_IN.id)
    assert len(cards_of(presenter.view(wanted).listing)) == 1
