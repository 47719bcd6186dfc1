"""The tables behind a chart hold its numbers, and nothing else."""

from datetime import date

from symptrack.analysis.course import SessionMark
from symptrack.domain.symptom import Symptom
from symptrack.formatting import format_change
from symptrack.presenters.charts_table import ratings_table, sessions_table
from symptrack.presenters.charts_words import day_after_words
from tests import journals
from tests.builders import make_check_in, make_journal, make_session
from tests.charts.drawing import course_of, one_series


def test_the_sessions_table_holds_the_numbers_of_the_chart() -> None:
    course = course_of(journals.design_series())
    table = sessions_table(course)
    assert table.headings[:5] == (
        "Session",
        "Date",
        "Mood before",
        "Mood 24 h after",
        "Mood change",
    )
    assert table.row(0)[0] == "week before"
    assert table.row(0)[2] == "3, from 7 entries (2 to 3)"
    for place, mark in enumerate(course.sessions):
        row = table.row(place + 1)
        assert row[0] == str(mark.number)
        for index, panel in enumerate(course.panels):
            found = panel.before_after[place]
            expected = (
                "not noted" if found.before is None else str(found.before),
                "not noted" if found.after is None else str(found.after),
                "" if found.change is None else format_change(found.change),
            )
            assert row[2 + 3 * index : 5 + 3 * index] == expected
    assert table.count == 9


def test_the_ratings_table_holds_every_rating_once() -> None:
    course = course_of(journals.design_series())
    table = ratings_table(course)
    assert table.headings == ("Date", "Time", "Mood", "Anxiety", "After", "Remarks")
    assert table.count == 90
    shown = [table.row(index)[2] for index in range(table.count)]
    assert shown == [str(point.value) for point in course.panels[0].points]
    assert table.row(0) == ("25 Aug 2026", "18:00", "3", "7", "", "")


def test_a_table_leaves_open_what_was_not_rated_and_what_has_no_number() -> None:
    journal = make_journal(
        sessions=[make_session()],
        check_ins=[
            make_check_in("2026-09-01 18:00", ratings={"mood": 4}),
            make_check_in("2026-09-02 18:00", ratings={"anxiety": 4}),
        ],
    )
    course = course_of(journal)
    sessions, ratings = sessions_table(course), ratings_table(course)
    assert ratings.row(0)[2:4] == ("4", "")
    assert ratings.row(1)[2:4] == ("", "4")
    assert sessions.row(0)[2] == "not noted"
    assert sessions.row(1)[:2] == ("", "1 Sep 2026")


def test_a_reference_of_one_entry_says_so_in_the_table() -> None:
    course = course_of(journals.first_series())
    table = sessions_table(course)
    assert table.row(0)[2] == "3, from 1 entry"


def test_a_table_is_copied_with_tabs_and_no_heading_becomes_a_formula() -> None:
    journal = one_series(
        make_check_in("2026-09-01 18:00", ratings={"mood": 4, "own": 2}),
        make_check_in("2026-09-02 18:00", ratings={"mood": 5, "own": 2}),
        symptoms=[Symptom(key="own", label="=1+1\tx")],
    )
    course = course_of(journal)
    table = ratings_table(course)
    lines = table.as_text().split("\n")
    assert lines[0].split("\t") == [
        "Date",
        "Time",
        "Mood",
        "Anxiety",
        "'=1+1 x",
        "After",
        "Remarks",
    ]
    assert lines[1].split("\t")[:5] == ["1 Sep 2026", "18:00", "4", "", "2"]
    assert len(lines) == 3


def test_a_day_is_told_by_the_session_before_it() -> None:
    marks = [
        SessionMark(make_session("2026-09-01 10:30"), 1),
        SessionMark(make_session("2026-09-08 10:30"), None),
    ]
    days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 10))
    assert [day_after_words(marks, day) for day in days] == [
        "",
        "on the day of infusion 1",
        "1 day after infusion 1",
        "2 days after a session",
    ]
