"""The published reliable change, at each of its edges."""

import pytest

from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires import questionnaire_change, reliable_change
from symptrack.domain.instrument import load_instruments
from tests.builders import make_journal, make_response, make_series, make_session

INSTRUMENTS = load_instruments()


@pytest.mark.parametrize(
    ("key", "points", "reliable"),
    [
        # GAD-7: 6 points, Bischoff 2020 (doi 10.5964/pch.v8i1.309).
        ("gad7", -5, False),
        ("gad7", -6, True),
        ("gad7", 5, False),
        ("gad7", 6, True),
        ("gad7", 0, False),
        # PCL-5: 15 points, Marx 2022, the lower of its two samples.
        ("pcl5", -14, False),
        ("pcl5", -15, True),
        ("pcl5", 14, False),
        ("pcl5", 15, True),
        # None is published for the PHQ-9; its 5 points are another idea (Löwe 2004).
        ("phq9", -20, None),
        ("gad7", None, None),
    ],
)
def test_a_change_is_reliable_from_the_published_points_on_up_or_down(
    key: str, points: int | None, reliable: bool | None
) -> None:
    assert reliable_change(INSTRUMENTS[key], points) is reliable


@pytest.mark.parametrize(("last", "reliable"), [(1, True), (2, False)])
def test_the_latest_total_is_held_to_it(last: int, reliable: bool) -> None:
    gad7, series = INSTRUMENTS["gad7"], make_series()
    session = make_session("2026-09-01 10:30", series_id=series.id)
    first = make_response(instrument="gad7", answers={f"q{n}": 1 for n in range(1, 8)})
    answers = {f"q{n}": 1 if n <= last else 0 for n in range(1, 8)}
    later = make_response("2026-09-13 09:00", instrument="gad7", answers=answers)
    journal = make_journal(series=[series], sessions=[session], responses=[first, later])
    period = Period(first.occurred_at.date(), later.occurred_at.date())
    assert questionnaire_change(journal, gad7, series, period).reliable is reliable


def test_without_a_baseline_nothing_is_reliable() -> None:
    journal = make_journal(responses=[make_response(instrument="gad7", answers={"q1": 1})])
    period = Period(make_response().occurred_at.date(), make_response().occurred_at.date())
    assert questionnaire_change(journal, INSTRUMENTS["gad7"], None, period).reliable is None
