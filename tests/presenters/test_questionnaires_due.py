"""What Today says of questionnaires: one at a time, what was begun first."""

from symptrack.domain.journal import Journal
from symptrack.domain.settings import Settings
from symptrack.domain.words import SessionStatus
from symptrack.presenters.questionnaires_due import (
    DueQuestionnaire,
    begun_questionnaires,
    due_questionnaire,
)
from tests.builders import at, make_journal, make_response, make_series, make_session
from tests.presenters.begun_questionnaire import Begun, answer_all

SERIES = make_series()
PLANNED = make_session("2026-09-01 10:30", series_id=SERIES.id, status=SessionStatus.PLANNED)


def journal(*filled_in: tuple[str, str], settings: Settings | None = None) -> Journal:
    return make_journal(
        series=[SERIES],
        sessions=[PLANNED],
        responses=[
            make_response(f"{on} 09:00", instrument=key, answers={"q1": 1}) for key, on in filled_in
        ],
        settings=settings or Settings(),
    )


def waiting(now: str, *filled_in: tuple[str, str], settings: Settings | None = None) -> str:
    found = due_questionnaire(journal(*filled_in, settings=settings), at(f"{now} 12:00"))
    return found.instrument if found else ""


def test_the_one_that_is_due_says_how_long_it_takes() -> None:
    assert due_questionnaire(journal(), at("2026-08-30 12:00")) == DueQuestionnaire(
        instrument="phq9",
        title="PHQ-9 is due, about 2 minutes",
        text="Every 2 weeks. You can stop at any point.",
        action="Fill in PHQ-9",
    )


def test_they_wait_one_at_a_time_in_the_order_of_the_catalogue() -> None:
    assert waiting("2026-08-30") == "phq9"
    assert waiting("2026-08-30", ("phq9", "2026-08-30")) == "gad7"
    both = (("phq9", "2026-08-30"), ("gad7", "2026-08-30"))
    assert waiting("2026-08-30", *both) == "pcl5"
    assert waiting("2026-08-30", *both, ("pcl5", "2026-08-30")) == ""
    assert waiting("2026-08-20") == "pcl5"


def test_what_is_not_to_be_asked_for_gives_way() -> None:
    off = Settings(interval_days={"phq9": 0, "gad7": 0})
    assert waiting("2026-08-30", settings=off) == "pcl5"


def test_the_words_follow_the_patients_own_interval() -> None:
    def text(days: int) -> str:
        found = due_questionnaire(
            journal(settings=Settings(interval_days={"phq9": days})), at("2026-09-01 12:00")
        )
        assert found is not None
        return found.text

    assert text(7) == "Every week. You can stop at any point."
    assert text(10) == "Every 10 days. You can stop at any point."
    assert text(1) == "Every day. You can stop at any point."


def test_one_that_was_begun_comes_first(begun: Begun) -> None:
    presenter = begun("gad7")
    answer_all(presenter, 1)
    keys = begun_questionnaires(begun.store)
    assert keys == ("gad7",)
    assert due_questionnaire(journal(), at("2026-08-30 12:00"), keys) == DueQuestionnaire(
        instrument="gad7",
        title="GAD-7 is not finished",
        text="Your answers so far are kept.",
        action="Go on with GAD-7",
    )
    assert due_questionnaire(make_journal(), at("2026-08-30 12:00")) is None
