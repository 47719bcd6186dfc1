"""The figures at the top of the report: the numbers of the analysis, and what they rest on."""

from datetime import datetime
from typing import Any

import pytest

from symptrack.analysis.last_week import recent_median
from symptrack.analysis.period import all_time, series_period
from symptrack.analysis.questionnaires import questionnaire_change
from symptrack.analysis.reference import reference
from symptrack.analysis.side_effects import worst_after
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import (
    SeriesKind,
)
from symptrack.formatting import format_number
from tests import journals
from tests.builders import (
    make_check_in,
    make_effect,
    make_journal,
    make_response,
    make_series,
    make_session,
)
from tests.exchange.reports import DESIGN_NOW, content_of, figure, glance

PHQ9 = load_instruments()["phq9"]
NUMBER, _DATE, _GIVEN, BEFORE, AFTER, CHANGE, _PRESSURE, BENEFIT = range(8)


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


def test_a_session_s_worst_that_is_missing_is_said_below() -> None:
    series = make_series()
    sessions = [
        make_session(day, series_id=series.id) for day in ("2026-09-01 10:30", "2026-09-08 10:30")
    ]
    found = make_check_in("2026-09-01 18:00", side_effects=(make_effect(severity=3),))
    content = content_of(make_journal(series=[series], sessions=sessions, check_ins=[found]))

    assert figure(content, 3) == ("3", "after session 1; after session 2 (1 of 2 noted) not noted")


def test_a_maintenance_series_alone_names_the_series_it_is_compared_with() -> None:
    journal = journals.design_series()
    maintenance = next(one for one in journal.series if one.kind is SeriesKind.MAINTENANCE)
    period = series_period(journal, maintenance.id, DESIGN_NOW.date())
    content = content_of(journal, period=period)

    assert figure(content, 1)[1].startswith("week before First series")
    assert len(content["sessions"]["rows"]) == 2
