"""What the report says: the numbers of the analysis, each with what it rests on."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from symptrack.analysis.before_after import before_after
from symptrack.analysis.benefit import days_of_benefit
from symptrack.analysis.completeness import completeness
from symptrack.analysis.last_week import recent_median
from symptrack.analysis.period import all_time, series_period
from symptrack.analysis.questionnaires import questionnaire_change
from symptrack.analysis.questionnaires_due import due_and_missed
from symptrack.analysis.reference import reference
from symptrack.analysis.side_effects import worst_after
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import EffectState, Route, SeriesKind, SessionStatus
from symptrack.formatting import format_change, format_number
from tests import journals
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.exchange.reports import DESIGN_NOW, content_of, figure, glance, pdf_of, text_of

PHQ9 = load_instruments()["phq9"]
NUMBER, DATE, GIVEN, BEFORE, AFTER, CHANGE, PRESSURE, BENEFIT = range(8)


def numbers_only(text: str) -> str:
    return text.replace("not noted", "–")


@pytest.mark.parametrize("journal", [journals.first_series(), journals.design_series()])
def test_the_figures_are_those_of_the_analysis(journal: Journal) -> None:
    period = all_time(journal, DESIGN_NOW.date())
    assert period is not None
    series, catalogue = period.series[0], load_side_effects()
    content = content_of(journal)

    change = questionnaire_change(journal, PHQ9, series, period)
    assert change.baseline is not None
    assert change.latest is not None
    assert change.points is not None
    value, note = figure(content, 0)
    assert value == f"{change.baseline.score.total} to {change.latest.score.total}"
    assert f"down {-change.points} points ({round(-(change.percent or 0))} %)" in note
    for place, symptom in ((1, "mood"), (2, "anxiety")):
        before = reference(journal, series, symptom)
        recent = recent_median(journal, symptom, period.last_on)
        value, note = figure(content, place)
        expected = [format_number(one.value) for one in (before, recent) if one is not None]
        assert value == " to ".join(expected)
        assert all(f"{one.n}" in note for one in (before, recent) if one is not None)
    worst = [worst_after(journal, one, catalogue) for one in period.sessions]
    assert figure(content, 3)[0] == f"{worst[0]} to {worst[-1]}"


@pytest.mark.parametrize("journal", [journals.first_series(), journals.design_series()])
def test_the_table_is_that_of_the_analysis(journal: Journal) -> None:
    period = all_time(journal, DESIGN_NOW.date())
    assert period is not None
    rows = content_of(journal)["sessions"]["rows"]

    assert len(rows) == len(period.sessions)
    for session, row in zip(period.sessions, rows, strict=True):
        mood = before_after(journal, session, "mood")
        cells = [row["number"], *row["cells"]]
        assert cells[NUMBER] == str(journal.numbers[session.id])
        assert cells[BEFORE] == ("not noted" if mood.before is None else str(mood.before))
        assert cells[AFTER] == ("not noted" if mood.after is None else str(mood.after))
        assert cells[CHANGE] == ("" if mood.change is None else format_change(mood.change))
        days = days_of_benefit(journal, session, DESIGN_NOW).days
        assert days is None or str(days) in cells[BENEFIT]


@pytest.mark.parametrize("journal", [journals.first_series(), journals.design_series()])
def test_everything_said_is_in_the_text_of_the_file(journal: Journal) -> None:
    content, text = content_of(journal), text_of(pdf_of(journal))

    said = [content["title"], *content["facts"], content["chart"]["heading"]]
    said += [line["text"] for line in content["glance"]]
    said += [one["note"] for one in content["figures"]]
    said += [cell for row in content["sessions"]["rows"] for cell in row["cells"]]
    said += content["sessions"]["notes"]
    assert [words for words in said if words not in text] == []


def test_the_design_series_reads_as_designed() -> None:
    content = content_of(journals.design_series())

    assert content["who"] == "J. M."
    assert content["facts"] == ["25 August to 20 November 2026", "for Dr A. Okafor, Harbour Clinic"]
    assert figure(content, 0)[0] == "21 to 7"
    assert figure(content, 0)[1] == "30 Aug, then 8 Nov: down 14 points (67 %). 5 totals."
    assert glance(content)["PHQ-9 item 9"] == (
        "Thoughts of self-harm, 0 to 3: 2 on 30 August, 1 on 13 September, 0 since 27 September."
    )
    assert glance(content)["Sessions"] == (
        "8 from 1 September to 6 November 2026. First series: 6 of 6 planned; Maintenance: 2."
    )
    assert content["sessions"]["notes"][1] == (
        "Sessions 1 to 6: First series. Sessions 7 and 8: Maintenance."
    )


def test_completeness_counts_days_late_entries_and_missed_questionnaires() -> None:
    journal = journals.design_series()
    period = all_time(journal, DESIGN_NOW.date())
    assert period is not None
    found = completeness(journal, period)
    due = due_and_missed(journal, PHQ9, period, DESIGN_NOW)

    assert glance(content_of(journal))["How complete"] == (
        f"Check-ins on {found.days_with_check_in} of {found.days} days. None entered late. "
        f"{due.missed} of {due.due} PHQ-9 not filled in."
    )


def test_late_entries_are_counted_with_the_mark_they_carry() -> None:
    late = make_check_in("2026-09-02 18:00", entered_at=at("2026-09-04 09:00"))
    content = content_of(make_journal(check_ins=[late, make_check_in("2026-09-03 18:00")]))

    assert (
        "1 of 2 check-ins entered late (over 12 h, hollow in the chart)."
        in (glance(content)["How complete"])
    )


def test_item_9_goes_in_only_when_it_is_chosen() -> None:
    journal = journals.design_series()

    assert "self-harm" in text_of(pdf_of(journal))
    assert "self-harm" not in text_of(pdf_of(journal, item9=False))
    assert "item 9" not in text_of(pdf_of(journal, item9=False))


def responses(*values: int | None) -> list[Any]:
    start = at("2026-06-01 09:00")
    made = []
    for place, value in enumerate(values):
        answers = {f"q{number}": 1 for number in range(1, 9)}
        if value is not None:
            answers["q9"] = value
        declined = ("q9",) if value is None else ()
        day = start + timedelta(days=14 * place)
        made.append(make_response(occurred_at=day, answers=answers, declined=declined))
    return made


def item9_of(*values: int | None) -> str:
    return glance(content_of(make_journal(responses=responses(*values))))["PHQ-9 item 9"]


def test_item_9_names_a_refusal_to_answer() -> None:
    assert item9_of(1, None).endswith("1 on 1 June, declined on 15 June.")


def test_item_9_joins_equal_answers_in_a_row() -> None:
    assert item9_of(2, 2, 0).endswith("2 from 1 June to 15 June, 0 on 29 June.")


def test_a_long_history_of_item_9_gives_highest_latest_and_how_often() -> None:
    assert item9_of(1, 0, 3, 0, 1, 0, 1, 0).endswith(
        "highest 3 on 29 June, latest 0 on 7 September, above 0 in 4 of 8."
    )


def test_without_a_questionnaire_the_report_says_so() -> None:
    content = content_of(make_journal(check_ins=[make_check_in()]))

    assert figure(content, 0) == ("no questionnaire yet", "")
    assert glance(content)["PHQ-9 item 9"] == "No PHQ-9 in this period."


def test_a_questionnaire_with_gaps_is_not_called_missing() -> None:
    gaps = make_response("2026-08-30 09:00", answers={"q1": 1})

    assert figure(content_of(make_journal(responses=[gaps])), 0)[0] == "no complete questionnaire"


def with_responses(*made: Any) -> dict[str, Any]:
    series = make_series()
    sessions = [make_session("2026-09-01 10:30", series_id=series.id)]
    return content_of(make_journal(series=[series], sessions=sessions, responses=list(made)))


def test_one_questionnaire_before_treatment_stands_alone() -> None:
    content = with_responses(make_response("2026-08-30 09:00"))

    assert figure(content, 0) == ("18", "30 Aug. None since.")


def test_a_questionnaire_without_baseline_says_so() -> None:
    content = with_responses(make_response("2026-09-20 09:00"))

    assert figure(content, 0) == ("18", "20 Sep. None shortly before treatment.")


def test_a_first_questionnaire_after_the_start_says_so() -> None:
    lower = {f"q{number}": 1 for number in range(1, 10)}
    content = with_responses(
        make_response("2026-09-02 09:00"), make_response("2026-09-20 09:00", answers=lower)
    )

    assert figure(content, 0)[1] == (
        "2 Sep, then 20 Sep: down 9 points (50 %). The first was filled in after treatment began. "
        "2 totals."
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (1, 1, "no change"),
        (1, 2, "up 9 points (100 %)"),
        (0, 1, "up 9 points."),
    ],
)
def test_a_change_is_said_in_points_and_per_cent(first: int, last: int, words: str) -> None:
    before, after = ({f"q{n}": value for n in range(1, 10)} for value in (first, last))
    content = with_responses(
        make_response("2026-08-30 09:00", answers=before),
        make_response("2026-09-20 09:00", answers=after),
    )

    assert words in figure(content, 0)[1]


def test_a_reference_from_one_rating_says_so() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[make_check_in("2026-08-31 18:00", ratings={"mood": 3})],
    )
    content = content_of(journal, datetime(2026, 9, 20, 12, tzinfo=DESIGN_NOW.tzinfo))

    assert figure(content, 1) == (
        "3",
        "week before the first infusion (from 1 rating); 7 days to 20 Sep not noted",
    )
    assert "(from 1 rating)" in content["sessions"]["notes"][0]


def test_a_figure_without_reference_says_what_is_missing() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[make_check_in("2026-09-03 18:00")],
    )
    content = content_of(journal, datetime(2026, 9, 4, 12, tzinfo=DESIGN_NOW.tzinfo))

    assert figure(content, 1) == (
        "5",
        "week before the first infusion not noted; 7 days to 4 Sep (1)",
    )
    assert content["sessions"]["notes"] == [
        "No mood was noted in the week before the first infusion to count from."
    ]


def test_ratings_without_sessions_give_the_last_week_alone() -> None:
    journal = make_journal(check_ins=[make_check_in("2026-09-03 18:00")])
    content = content_of(journal, datetime(2026, 9, 4, 12, tzinfo=DESIGN_NOW.tzinfo))

    assert figure(content, 1) == ("5", "7 days to 3 Sep (1)")
    assert figure(content, 3) == ("no session yet", "")
    assert content["sessions"]["empty"] == "No session in this period."
    assert content["sessions"]["notes"] == []


def test_the_second_symptom_is_the_next_that_is_asked() -> None:
    symptoms = (Symptom(key="anxiety", active=False), Symptom(key="dread", label="Dread"))
    content = content_of(make_journal(symptoms=symptoms, check_ins=[make_check_in()]))

    assert [one["name"] for one in content["figures"][1:3]] == ["Mood, 0 to 10", "Dread, 0 to 10"]


def effects_content(*entries: Any, now: str = "2026-09-20 12:00") -> dict[str, Any]:
    """Return a report on one infusion with a check-in per group of entries, 2 hours apart."""
    series = make_series()
    check_ins = [
        make_check_in(
            occurred_at=at("2026-09-01 11:10") + timedelta(hours=2 * place), side_effects=said
        )
        for place, said in enumerate(entries, 1)
    ]
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=check_ins
    )
    return content_of(journal, at(now))


def test_a_side_effect_that_ended_has_its_hours() -> None:
    gone = make_effect(severity=None, state=EffectState.GONE)
    content = effects_content((make_effect(severity=2),), (gone,))

    assert glance(content)["Longest side effect"] == (
        "Nausea for 2 to 4 h after session 1, moderate (2). Gone since."
    )
    assert figure(content, 3) == ("2", "after session 1")


def test_a_side_effect_without_an_end_says_so() -> None:
    content = effects_content((make_effect(severity=None),))

    assert glance(content)["Longest side effect"] == (
        "Nausea for 2 h or more after session 1, strength not noted. Its end was not noted."
    )
    assert figure(content, 3)[0] == "strength not noted"


def test_a_side_effect_that_is_open_says_so() -> None:
    content = effects_content((make_effect(),), now="2026-09-02 12:00")

    assert glance(content)["Longest side effect"].endswith("Still there at the last word on it.")


def test_a_check_in_that_answers_with_nothing_is_no_side_effect() -> None:
    series = make_series()
    nothing = make_check_in("2026-09-01 13:00", nothing_to_report=True)
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=[nothing]
    )
    content = content_of(journal)

    assert glance(content)["Longest side effect"] == "No side effect."
    assert figure(content, 3)[0] == "0"


def test_a_skipped_side_effect_page_is_not_noted() -> None:
    content = effects_content(())

    assert glance(content)["Longest side effect"] == "Nothing noted either way."
    assert figure(content, 3)[0] == "not noted"


def test_a_side_effect_without_hours_is_no_duration() -> None:
    series = make_series()
    found = make_check_in(
        "2026-09-02 12:00", time_known=False, side_effects=(make_effect(),), entered_at=None
    )
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=[found]
    )

    assert glance(content_of(journal))["Longest side effect"] == (
        "How long they lasted was not noted."
    )


def test_a_session_s_worst_that_is_missing_is_said_below() -> None:
    series = make_series()
    sessions = [
        make_session(day, series_id=series.id) for day in ("2026-09-01 10:30", "2026-09-08 10:30")
    ]
    found = make_check_in("2026-09-01 18:00", side_effects=(make_effect(severity=3),))
    content = content_of(make_journal(series=[series], sessions=sessions, check_ins=[found]))

    assert figure(content, 3) == ("3", "after session 1; after session 2 (1 of 2 noted) not noted")


def test_an_unfinished_series_is_stated_without_comment() -> None:
    series = make_series(planned_sessions=6)
    missed = make_session("2026-09-04 10:30", series_id=series.id, status=SessionStatus.MISSED)
    done = make_session("2026-09-01 10:30", series_id=series.id)
    content = content_of(make_journal(series=[series], sessions=[done, missed]))

    assert glance(content)["Sessions"] == (
        "1 on 1 September 2026. First series: 1 of 6 planned (1 missed)."
    )


def test_more_sessions_than_planned_are_stated_as_such() -> None:
    series = make_series(planned_sessions=1)
    sessions = [make_session(f"2026-09-0{day} 10:30", series_id=series.id) for day in (1, 4)]
    content = content_of(make_journal(series=[series], sessions=sessions))

    assert glance(content)["Sessions"].endswith("First series: 2, 1 planned.")


def test_sessions_of_no_series_have_no_number_and_are_counted_apart() -> None:
    series = make_series(planned_sessions=None)
    sessions = [
        make_session("2026-09-01 10:30", series_id=series.id),
        make_session("2026-09-10 10:30"),
    ]
    content = content_of(make_journal(series=[series], sessions=sessions))

    assert glance(content)["Sessions"].endswith("First series: 1; outside a series: 1.")
    assert [row["number"] for row in content["sessions"]["rows"]] == ["1", ""]
    assert (
        "session 1; after the session of 10 Sep"
        in figure(
            content_of(
                make_journal(
                    series=[series],
                    sessions=sessions,
                    check_ins=[make_check_in("2026-09-01 18:00", nothing_to_report=True)],
                )
            ),
            3,
        )[1]
    )


def test_a_journal_of_sessions_without_series_is_reported() -> None:
    journal = make_journal(
        sessions=[make_session()],
        check_ins=[make_check_in("2026-08-31 18:00", ratings={"mood": 2})],
    )
    content = content_of(journal)

    assert glance(content)["Sessions"] == "1 on 1 September 2026."
    assert figure(content, 1)[0] == "2"


def test_several_series_name_each_reference() -> None:
    first = make_series(name="Spring")
    second = make_series(name="Autumn", started_on=date(2026, 10, 1))
    journal = make_journal(
        series=[first, second],
        sessions=[
            make_session("2026-05-01 10:30", series_id=first.id),
            make_session("2026-10-01 10:30", series_id=second.id),
        ],
        check_ins=[
            make_check_in("2026-04-30 18:00", ratings={"mood": 2}),
            make_check_in("2026-09-30 18:00", ratings={"mood": 4}),
        ],
    )
    content = content_of(journal)

    assert "2 (from 1 rating, Spring), 4 (from 1 rating, Autumn)" in content["sessions"]["notes"][0]
    assert content["sessions"]["notes"][1] == "Session 1: Spring. Session 1: Autumn."
    assert figure(content, 1)[1].startswith("week before Spring (from 1 rating)")


def test_a_maintenance_series_alone_names_the_series_it_is_compared_with() -> None:
    journal = journals.design_series()
    maintenance = next(one for one in journal.series if one.kind is SeriesKind.MAINTENANCE)
    period = series_period(journal, maintenance.id, DESIGN_NOW.date())
    content = content_of(journal, period=period)

    assert figure(content, 1)[1].startswith("week before First series")
    assert len(content["sessions"]["rows"]) == 2


def test_many_series_are_listed_up_to_a_few() -> None:
    many = [make_series(name=f"Series {number}", planned_sessions=None) for number in range(1, 8)]
    sessions = [
        make_session(
            started_at=at("2026-01-05 10:00") + timedelta(days=14 * place), series_id=one.id
        )
        for place, one in enumerate(many)
    ]
    content = content_of(make_journal(series=many, sessions=sessions))

    assert glance(content)["Sessions"].endswith("Series 4: 1 and 3 more.")


def test_a_period_over_two_years_writes_the_years() -> None:
    series = make_series()
    sessions = [
        make_session(day, series_id=series.id) for day in ("2025-12-20 10:30", "2026-01-10 10:30")
    ]
    content = content_of(
        make_journal(series=[series], sessions=sessions, responses=responses(1, 0))
    )

    assert [row["cells"][0] for row in content["sessions"]["rows"]] == [
        "20 Dec 2025",
        "10 Jan 2026",
    ]
    assert "1 on 1 June 2026" in glance(content)["PHQ-9 item 9"]


def test_words_for_other_routes_speak_of_sessions() -> None:
    series = make_series()
    sessions = [
        make_session(day, series_id=series.id, route=Route.NASAL)
        for day in ("2026-09-01 10:30", "2026-09-04 10:30", "2026-09-08 10:30")
    ]
    ratings = [
        make_check_in("2026-08-31 18:00", ratings={"mood": 2}),
        make_check_in("2026-09-02 18:00", ratings={"mood": 6}),
        make_check_in("2026-09-03 18:00", ratings={"mood": 6}),
    ]
    content = content_of(make_journal(series=[series], sessions=sessions, check_ins=ratings))

    assert content["sessions"]["rows"][0]["cells"][BENEFIT - 1] == "2 days or more (next session)"
    assert "before the first session" in content["sessions"]["notes"][0]
    without = content_of(make_journal(series=[series], sessions=sessions))
    assert "before the first session to count from" in without["sessions"]["notes"][0]


def test_the_goal_is_clipped_at_a_word() -> None:
    series = make_series(goal="word " * 100)
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    goal = glance(content_of(journal))["Patient’s goal"]

    assert goal.endswith("word…")
    assert len(goal) <= 220


def test_a_goal_of_one_endless_word_is_clipped_too() -> None:
    series = make_series(goal="w" * 500)
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])

    assert glance(content_of(journal))["Patient’s goal"] == "w" * 219 + "…"


def test_the_reader_is_the_latest_visit_s_clinician_and_the_clinic() -> None:
    visits = [
        make_visit(visited_on=date(2026, 9, 30), with_whom="Dr B"),
        make_visit(visited_on=date(2026, 10, 2), with_whom="Dr C"),
        make_visit(visited_on=date(2026, 11, 2)),
    ]
    session = make_session(clinic="Bay Clinic")

    assert content_of(make_journal(visits=visits, sessions=[session]))["facts"][1:] == [
        "for Dr C, Bay Clinic"
    ]
    assert content_of(make_journal(visits=visits))["facts"][1:] == ["for Dr C"]
    assert content_of(make_journal(sessions=[session]))["facts"][1:] == ["for Bay Clinic"]
    assert content_of(make_journal())["facts"] == ["20 November 2026"]


def test_the_label_is_left_out_where_it_is_not_chosen() -> None:
    patient = Patient(label="J. M.", date_of_birth=date(1987, 3, 14))
    journal = make_journal(patient=patient, check_ins=[make_check_in()])

    text = text_of(pdf_of(journal, label=False))

    assert "J. M." not in text
    assert "Saved 20 Nov 2026" in text
    assert content_of(journal, label=False, date_of_birth=True)["who"] == "Born 1987"
    unborn = replace(journal, patient=Patient(label="J. M."))
    assert content_of(unborn, date_of_birth=True)["who"] == "J. M."


def test_no_rating_in_the_period_is_said_instead_of_a_chart() -> None:
    chart = content_of(make_journal(sessions=[make_session()]))["chart"]

    assert chart["svg"] == ""
    assert chart["empty"] == "No rating in this period."
