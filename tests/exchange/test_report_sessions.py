"""The report's table of sessions and the notes that state its rules."""

from datetime import date
from typing import Any

import pytest

from symptrack.analysis.before_after import before_after
from symptrack.analysis.benefit import Benefit, BenefitKind, days_of_benefit
from symptrack.analysis.period import all_time
from symptrack.charts.benefit_words import benefit_words
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose, Vital
from symptrack.domain.words import (
    DoseUnit,
    Route,
    VitalMoment,
)
from symptrack.exchange.report_sessions import given, highest_blood_pressure
from symptrack.formatting import format_change
from tests import journals
from tests.builders import (
    make_check_in,
    make_journal,
    make_series,
    make_session,
)
from tests.exchange.reports import DESIGN_NOW, content_of, figure, glance, responses

PHQ9 = load_instruments()["phq9"]
NUMBER, _DATE, _GIVEN, BEFORE, AFTER, CHANGE, _PRESSURE, BENEFIT = range(8)


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


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"dose": Dose(value=35)}, "IV, 35 mg in 40 min"),
        ({"dose": Dose(value=0.5, unit=DoseUnit.MG_PER_KG)}, "IV, 0.5 mg/kg in 40 min"),
        ({"dose": Dose(value=84), "duration_min": None, "route": Route.NASAL}, "Nasal, 84 mg"),
        ({}, "IV, 40 min, dose not noted"),
        ({"duration_min": None, "route": Route.OTHER}, "Other route, dose not noted"),
    ],
)
def test_how_a_session_was_given(changes: dict[str, Any], words: str) -> None:
    assert given(make_session(**changes)) == words


@pytest.mark.parametrize(
    ("vitals", "words"),
    [
        ([], "not noted"),
        ([(VitalMoment.BEFORE, 122, 78)], "not noted"),
        ([(VitalMoment.PEAK, 146, None)], "not noted"),
        ([(VitalMoment.BEFORE, 122, 78), (VitalMoment.PEAK, 146, 90)], "146/90"),
        ([(VitalMoment.BEFORE, 150, 95), (VitalMoment.AFTER, 131, 80)], "150/95"),
    ],
)
def test_the_highest_blood_pressure_needs_more_than_the_one_before(
    vitals: list[tuple[VitalMoment, int, int | None]], words: str
) -> None:
    made = [Vital(moment=one, systolic=high, diastolic=low) for one, high, low in vitals]

    assert highest_blood_pressure(made) == words


@pytest.mark.parametrize(
    ("kind", "days", "words"),
    [
        (BenefitKind.ENDED, 1, "1 day"),
        (BenefitKind.ENDED, 10, "10 days"),
        (BenefitKind.NEXT_SESSION, 3, "3 days or more (next infusion)"),
        (BenefitKind.SO_FAR, 14, "14 days so far"),
        (BenefitKind.MISSING, 2, "at least 2 days, entries missing"),
        (BenefitKind.NOT_REACHED, None, "not reached"),
        (BenefitKind.NOT_KNOWN, None, "not known"),
        (BenefitKind.NOT_APPLICABLE, None, "not applicable"),
    ],
)
def test_days_of_benefit_say_how_they_are_to_be_read(
    kind: BenefitKind, days: int | None, words: str
) -> None:
    assert benefit_words(Benefit(make_session(), kind, days, None), infusions=True) == words


def test_sessions_between_two_series_are_left_out_of_the_ranges() -> None:
    first, second = make_series(name="Spring"), make_series(name="Autumn")
    journal = make_journal(
        series=[first, second],
        sessions=[make_session(series_id=first.id), make_session("2026-10-01 10:30")],
    )

    assert len(content_of(journal)["sessions"]["notes"]) == 1
