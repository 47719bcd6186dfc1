"""The chart's words say what is shown, with the n it rests on, and never what it means."""

from datetime import date

import pytest

from symptrack.charts import common_words, course_words
from symptrack.charts.empty_words import empty_words, enough_to_draw
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import Route, Source
from tests.builders import at, make_check_in, make_journal, make_series, make_session
from tests.charts.drawing import course_of, one_series, rated
from tests.journals import design_series, first_series

SEPTEMBER = date(2026, 9, 30)


def test_the_title_says_what_is_shown_and_of_which_sessions() -> None:
    assert course_words.title(course_of(design_series())) == (
        "Mood and anxiety at each check-in, with infusions 1 to 8"
    )
    assert course_words.title(course_of(first_series())) == (
        "Mood and 3 other ratings at each check-in, with infusions 1 to 6"
    )


def test_the_title_names_up_to_three_symptoms_and_a_single_session() -> None:
    journal = one_series(rated("2026-09-01 18:00", 5))
    assert course_words.title(course_of(journal, symptoms=["mood"])) == (
        "Mood at each check-in, with infusion 1"
    )
    assert course_words.title(course_of(journal, symptoms=["pain", "sleep", "mood"])) == (
        "Pain, sleep and mood at each check-in, with infusion 1"
    )


def test_the_title_counts_sessions_whose_numbers_do_not_run_on() -> None:
    loose = make_journal(
        sessions=[make_session(route=Route.NASAL)], check_ins=[rated("2026-09-01 18:00", 5)]
    )
    assert course_words.title(course_of(loose, symptoms=["mood"])) == (
        "Mood at each check-in, with 1 session"
    )
    first, second = make_series(), make_series()
    twice = make_journal(
        series=[first, second],
        sessions=[
            make_session(series_id=first.id),
            make_session("2026-09-08 10:30", series_id=second.id),
        ],
    )
    assert course_words.title(course_of(twice, symptoms=["mood"])) == (
        "Mood at each check-in, with 2 infusions"
    )


def test_the_title_does_without_sessions_and_without_symptoms() -> None:
    journal = make_journal(check_ins=[rated("2026-09-01 18:00", 5)])
    assert course_words.title(course_of(journal, symptoms=["mood"])) == "Mood at each check-in"
    assert course_words.title(course_of(journal, symptoms=[])) == "No rating is switched on"


def test_a_symptoms_own_name_stays_as_typed_within_a_sentence() -> None:
    own = Symptom(key="own", label="ANGST am Morgen")
    journal = one_series(make_check_in(ratings={"own": 3}), symptoms=[own])
    assert course_words.title(course_of(journal, symptoms=["mood", "own"])).startswith(
        "Mood and ANGST am Morgen at"
    )


def test_the_subtitle_gives_scale_rule_and_band() -> None:
    assert course_words.subtitle(course_of(design_series())) == (
        "Both scales 0 to 10. Lines stop where a day has no check-in. "
        "Grey band: the week before the first infusion."
    )
    assert course_words.subtitle(course_of(first_series())).startswith("All scales 0 to 10.")


def test_the_subtitle_explains_hollow_marks_only_where_there_are_some() -> None:
    late = rated("2026-09-02 10:00", 4, entered_at=at("2026-09-03 10:00"))
    mapped = rated("2026-09-03 10:00", 4, mapped=True, source=Source.DAYLIO)
    said = course_words.subtitle(course_of(one_series(late, mapped), symptoms=["mood"]))
    assert said == (
        "Scale 0 to 10. Lines stop where a day has no check-in. "
        "Hollow: entered more than 12 hours later. "
        "Hollow grey: made from another tracker’s words, in no number."
    )


def test_the_subtitle_gives_the_weekly_rule_where_lines_follow_it() -> None:
    weekly = [rated(f"2026-10-{day:02} 18:00", 5) for day in (1, 8, 15)]
    said = course_words.subtitle(course_of(one_series(*weekly), symptoms=["mood"]))
    assert "8 days have none later than 4 weeks after the latest infusion" in said


def test_the_summary_says_where_ratings_stood_and_on_how_many_entries() -> None:
    said = course_words.summary(course_of(design_series()))
    assert said == (
        "Mood stood at 3 before the first infusion (7 entries) and at 5 at the last entry, "
        "on 20 November. 24 hours after, it was between 3 and 7 (noted after 7 of 8 infusions). "
        "Anxiety stood at 7 before the first infusion (7 entries) and at 6 at the last entry, "
        "on 20 November. 74 of 88 days have a check-in."
    )


def test_the_summary_counts_late_entries() -> None:
    late = rated("2026-09-02 10:00", 4, entered_at=at("2026-09-03 10:00"))
    said = course_words.summary(course_of(one_series(late), date(2026, 9, 2), symptoms=["mood"]))
    assert said == (
        "Mood stood at 4 at the last entry, on 2 September. "
        "24 hours after, it was 4 (noted after 1 of 1 infusion). "
        "1 of 9 days have a check-in. 1 of 1 check-ins was entered late."
    )


def test_the_summary_says_the_year_where_there_are_two() -> None:
    journal = one_series(rated("2026-12-28 18:00", 5), rated("2027-01-08 18:00", 5))
    assert "on 8 January 2027" in course_words.summary(course_of(journal, date(2027, 1, 9)))


def test_the_summary_says_that_a_symptom_was_not_rated() -> None:
    mapped = rated("2026-09-02 10:00", 4, mapped=True, source=Source.DAYLIO)
    said = course_words.summary(course_of(one_series(mapped), SEPTEMBER))
    assert "Mood was not rated in this time." in said
    assert "24 hours after" not in said


def test_a_summary_without_mood_names_the_others() -> None:
    said = course_words.summary(course_of(design_series(), symptoms=["anxiety"]))
    assert said.startswith("Anxiety stood at 7")
    assert "24 hours after" not in said


@pytest.mark.parametrize("route", [route for route in Route if route is not Route.IV])
def test_what_is_no_infusion_is_called_a_session(route: Route) -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id, route=route)],
        check_ins=[rated("2026-08-31 18:00", 3)],
    )
    course = course_of(journal)
    found = course.panels[0].reference
    assert found is not None
    assert course_words.reference_words(course, found) == (
        "before first session: 3",
        "from 1 entry",
    )
    assert "infusion" not in course_words.title(course) + course_words.summary(course)


def test_words_never_judge() -> None:
    for journal in (design_series(), first_series()):
        course = course_of(journal)
        said = " ".join(
            [
                course_words.title(course),
                course_words.subtitle(course),
                course_words.summary(course),
            ]
        ).lower()
        for verdict in ("improve", "better", "worse ", "respon", "remission", "good", "relapse"):
            assert verdict not in said


def test_the_source_line_names_the_patient_only_where_wanted() -> None:
    course = course_of(design_series())
    assert common_words.source_words(course.period, "J. M.") == (
        "Patient J. M., 25 August to 20 November 2026. Reported by the patient, not a diagnosis."
    )
    assert common_words.source_words(course.period, "") == (
        "25 August to 20 November 2026. Reported by the patient, not a diagnosis."
    )
    assert common_words.saved_words(date(2026, 11, 20)) == "Symptrack, saved 20 Nov 2026"


def test_charts_start_with_one_session_and_two_check_ins() -> None:
    assert enough_to_draw(1, 2)
    assert not enough_to_draw(1, 1)
    assert not enough_to_draw(0, 5)


def test_the_empty_state_says_what_there_is_so_far() -> None:
    assert empty_words(1, 0, infusions=True) == (
        "No chart yet",
        (
            "Charts start with one infusion and two check-ins. "
            "You have one infusion and no check-in so far."
        ),
    )
    assert empty_words(0, 3, infusions=True)[1].endswith(
        "You have no infusion and 3 check-ins so far."
    )
    assert empty_words(2, 1, infusions=False)[1] == (
        "Charts start with one session and two check-ins. "
        "You have 2 sessions and one check-in so far."
    )
    assert "no session and" in empty_words(0, 0, infusions=False)[1]
