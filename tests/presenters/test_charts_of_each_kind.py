"""What the tables and the reading out of each chart say where something is missing or apart."""

from symptrack.charts.chart import Place, Spot
from symptrack.domain.series import Series
from symptrack.domain.words import Route
from symptrack.presenters import charts_effects, charts_moods, charts_scores
from symptrack.presenters.charts_table import ChartTable
from tests.analysis.test_chart_values import (
    benefit_of,
    days_of,
    hours_of,
    nausea,
    sessions_with,
)
from tests.analysis.test_effect_map import map_of
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_journal,
    make_response,
    make_series,
    make_session,
)
from tests.charts.questionnaires import one_series_with, phq9, questionnaires_of


def rows(table: ChartTable) -> list[tuple[str, ...]]:
    return [table.row(place) for place in range(table.count)]


def test_totals_carry_their_band_change_and_remarks() -> None:
    answers = {f"q{item}": 1 for item in range(1, 9)}
    course = questionnaires_of(
        one_series_with(
            [
                phq9("2026-08-30 09:00", 21),
                phq9("2026-09-03 09:00", 18, entered_at=at("2026-09-05 09:00")),
                make_response("2026-09-13 09:00", answers=answers, declined=("q9",)),
                make_response("2026-09-20 09:00", answers={"q1": 1}),
            ],
            clinic_scores=[make_clinic_score(total=28.5)],
        )
    )
    scores, safety, clinic = charts_scores.tables(course)
    assert rows(scores)[:4] == [
        ("30 Aug 2026", "21", "severe", "", "baseline"),
        (
            "3 Sep 2026",
            "18",
            "moderately severe",
            "–3",
            "overlaps the two weeks before, entered late",
        ),
        ("13 Sep 2026", "≈9", "mild", "", "estimated, answers missing"),
        ("20 Sep 2026", "", "", "", "too few answers"),
    ]
    assert rows(safety)[2:] == [("13 Sep 2026", "", "declined"), ("20 Sep 2026", "", "")]
    assert safety.self_harm
    assert rows(clinic) == [("31 Aug 2026", "28.5")]
    panel = course.panels[0]
    assert panel.safety is not None
    assert charts_scores.read_out(course, panel.safety, panel.safety.answers[0]) == (
        "PHQ-9 item 9: 0, 30 August"
    )
    assert charts_scores.read_out(course, panel, panel.points[0]) == (
        "PHQ-9 21, severe, 30 August, baseline"
    )
    assert charts_scores.read_out(course, course.clinic[0], course.clinic[0].points[0]) == (
        "MADRS 28.5, from the clinic, 31 August"
    )


def test_what_is_first_reached_and_first_lost_stands_among_the_remarks() -> None:
    totals = (20, 10, 4, 8, 12)
    days = ("08-30", "09-13", "09-27", "10-11", "10-25")
    journal = one_series_with(
        [phq9(f"2026-{day} 09:00", total) for day, total in zip(days, totals, strict=True)]
    )
    scores, _safety = charts_scores.tables(questionnaires_of(journal))
    assert [row[4] for row in rows(scores)[:5]] == [
        "baseline",
        "response first reached",
        "remission first reached",
        "remission first lost",
        "response first lost",
    ]


def test_without_a_baseline_no_change_is_told() -> None:
    course = questionnaires_of(one_series_with([phq9("2026-10-30 09:00", 9)]))
    scores, _safety = charts_scores.tables(course)
    assert rows(scores)[0] == ("30 Oct 2026", "9", "mild", "", "")


def test_side_effects_are_told_with_what_was_not_noted() -> None:
    journal = make_journal(
        sessions=[make_session("2026-09-01 10:30"), make_session("2026-09-20 10:30")],
        check_ins=[
            make_check_in(
                "2026-09-01 13:10", side_effects=(make_effect(), make_effect("dizziness", None))
            ),
            make_check_in("2026-09-20 13:00"),
        ],
    )
    found = map_of(journal)
    severities, longest = charts_effects.map_tables(found)
    assert severities.headings[:4] == ("Session", "Date", "Dizzy", "Nausea")
    assert rows(severities)[0][:4] == ("", "1 Sep 2026", "strength not noted", "1")
    assert rows(severities)[1][:4] == ("", "20 Sep 2026", "not noted", "not noted")
    assert rows(longest)[:2] == [
        ("Dizzy", "1", "1", "2 h or more"),
        ("Nausea", "1", "1", "2 h or more"),
    ]
    assert rows(longest)[2][3] == ""
    row = found.rows[1]
    assert charts_effects.read_cell(found, row, row.after[0]) == (
        "Nausea after a session, 1 September: mild (1), for 2 h or more"
    )
    assert charts_effects.read_cell(found, row, row.after[1]) == (
        "Nausea after a session, 20 September: not noted"
    )


def test_a_bin_of_two_sessions_has_no_middle_value() -> None:
    found = hours_of(
        sessions_with(nausea("2026-09-01 12:30", 1), nausea("2026-09-08 12:30", 2), sessions=2)
    )
    (row,) = rows(charts_effects.hours_table(found))
    assert row == ("Nausea", "1–3 h", "2", "", "1", "2")
    effect = found.effects[0]
    assert charts_effects.read_bin(found, effect, effect.bins[0]) == (
        "Nausea, 1–3 h after, from 1 to 2, 2 infusions"
    )


def test_days_are_told_with_their_entries_and_lateness() -> None:
    late = make_check_in("2026-09-03 09:00", entered_at=at("2026-09-05 12:00"))
    journal = sessions_with(
        make_check_in("2026-09-02 09:00"), make_check_in("2026-09-02 19:00"), late
    )
    found = days_of(journal)
    medians, days = charts_moods.days_tables(found)
    assert rows(medians) == [("1", "1", ""), ("2", "1", "")]
    assert rows(days) == [
        ("1", "2 Sep 2026", "1", "5", "2", ""),
        ("1", "3 Sep 2026", "2", "5", "1", "entered late"),
    ]
    assert days.order(4) == [1, 0]
    assert days.order(5, descending=True) == [1, 0]
    session = found.sessions[0]
    said = [charts_moods.read_day(found, session.mark, day) for day in session.days]
    assert said == [
        "Mood 5, day 1 after infusion 1, 2 September, 2 entries",
        "Mood 5, day 2 after infusion 1, 3 September, entered late",
    ]


def test_a_session_without_a_number_is_told_without_one() -> None:
    journal = make_journal(
        sessions=[make_session("2026-09-01 10:30", route=Route.NASAL)],
        check_ins=[make_check_in("2026-09-02 18:00")],
    )
    days = days_of(journal)
    _medians, table = charts_moods.days_tables(days)
    assert rows(table)[0][0] == ""
    mark = days.sessions[0].mark
    assert charts_moods.read_day(days, mark, days.sessions[0].days[0]).startswith(
        "Mood 5, day 1 after session, "
    )
    found = benefit_of(journal)
    assert rows(charts_moods.benefit_table(found)) == [
        ("", "1 Sep 2026", "", "", "not known: mood not noted in the week before", "", "1")
    ]
    assert charts_moods.read_benefit(found, found.benefits[0]).startswith("Session, 1 September: ")


def test_benefit_is_told_with_its_days_and_where_it_started() -> None:
    series: Series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[
            make_check_in("2026-08-31 18:00", ratings={"mood": 2}),
            *(make_check_in(f"2026-09-{day:02} 18:00") for day in (1, 2)),
            *(make_check_in(f"2026-09-{day:02} 18:00", ratings={"mood": 2}) for day in (3, 4)),
        ],
    )
    assert rows(charts_moods.benefit_table(benefit_of(journal))) == [
        ("1", "1 Sep 2026", "", "2", "2 days", "started at 2 (from 1 entry)", "4")
    ]


def test_numbers_are_sorted_as_numbers_and_empty_cells_come_last() -> None:
    cells = [
        ("a", "x", "10"),
        ("b", "x", "–2"),
        ("c", "x", ""),
        ("d", "x", "≈9"),
        ("e", "x", "word"),
    ]
    table = ChartTable("t", ("1", "2", "3"), len(cells), cells.__getitem__, in_order=frozenset())
    assert [cells[place][0] for place in table.order(2)] == ["b", "d", "a", "e", "c"]
    assert [cells[place][0] for place in table.order(2, descending=True)] == list("eadbc")
    assert [cells[place][0] for place in table.order(0, descending=True)] == list("edcba")


def test_a_table_as_csv_has_no_formula() -> None:
    cells = [("=1+1", "+2"), ("a, b", "–3")]
    table = ChartTable("@title", ("x", "y"), 2, cells.__getitem__)
    assert table.as_csv() == "'@title\r\nx,y\r\n'=1+1,+2\r\n\"a, b\",–3\r\n"


def test_a_spot_is_a_place() -> None:
    place: Place = Spot("row", "point", 1.0, 2.0)
    assert (place.panel, place.point, place.x, place.y) == ("row", "point", 1.0, 2.0)
