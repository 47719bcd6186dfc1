"""Journals with questionnaires, for the tests of their chart and of what it shows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from symptrack.analysis.period import all_time
from symptrack.analysis.questionnaire_course import QuestionnaireCourse, summarise_questionnaires
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from tests.builders import at, make_check_in, make_response, make_series, make_session
from tests.builders import make_journal as journal_of

NOW = at("2026-11-20 19:00")


def phq9(occurred: str, total: int, **changes: Any) -> Response:
    """Return a PHQ-9 with a total; item 9 is answered last."""
    answers = {f"q{item}": min(3, max(0, total - 3 * (item - 1))) for item in range(1, 10)}
    return make_response(occurred, **{"answers": answers} | changes)


def one_series_with(
    responses: Sequence[Response], sessions: Sequence[str] = ("2026-09-01 10:30",), **rest: Any
) -> Journal:
    """Return a journal of one series with some questionnaires and a check-in at its end."""
    series = make_series()
    return journal_of(
        series=[series],
        sessions=[make_session(one, series_id=series.id) for one in sessions],
        responses=list(responses),
        check_ins=[make_check_in("2026-08-20 18:00"), make_check_in("2026-11-19 18:00")],
        **rest,
    )


def questionnaires_of(journal: Journal, now: datetime = NOW) -> QuestionnaireCourse:
    """Return the totals of everything in a journal."""
    period = all_time(journal, now.date())
    assert period is not None
    return summarise_questionnaires(journal, period, now, load_instruments())
