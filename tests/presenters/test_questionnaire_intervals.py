"""How often each questionnaire is asked for: only what differs is kept."""

from pathlib import Path

from symptrack.domain.settings import Settings
from symptrack.presenters.questionnaire_intervals import QuestionnaireIntervals
from tests.builders import make_journal
from tests.opened import SetClock, open_store


def test_each_stands_with_its_own_interval_and_what_can_be_chosen(tmp_path: Path) -> None:
    with open_store(tmp_path, SetClock("2026-09-01 09:00")) as store:
        rows = QuestionnaireIntervals(store).view()
    assert [(one.key, one.name, one.words, one.days) for one in rows] == [
        ("phq9", "PHQ-9", "Depressive symptoms", 14),
        ("gad7", "GAD-7", "Anxiety symptoms", 14),
        ("pcl5", "PCL-5", "Post-traumatic stress symptoms", 28),
    ]
    assert [(one.days, one.words) for one in rows[0].choices] == [
        (7, "Every week"),
        (14, "Every 2 weeks"),
        (21, "Every 3 weeks"),
        (28, "Every 4 weeks"),
        (0, "Do not ask"),
    ]


def test_a_choice_is_kept_and_the_instruments_own_is_not(tmp_path: Path) -> None:
    with open_store(tmp_path, SetClock("2026-09-01 09:00")) as store:
        intervals = QuestionnaireIntervals(store)
        intervals.choose("phq9", 7)
        intervals.choose("pcl5", 0)
        assert store.settings().interval_days == {"phq9": 7, "pcl5": 0}
        assert [one.days for one in intervals.view()] == [7, 14, 0]
        intervals.choose("phq9", 14)
        assert store.settings().interval_days == {"pcl5": 0}


def test_an_interval_from_elsewhere_is_shown_as_it_is(tmp_path: Path) -> None:
    journal = make_journal(settings=Settings(interval_days={"phq9": 10}))
    with open_store(tmp_path, SetClock("2026-09-01 09:00"), journal) as store:
        row = QuestionnaireIntervals(store).view()[0]
    assert (row.days, [one.words for one in row.choices][:3]) == (
        10,
        ["Every week", "Every 10 days", "Every 2 weeks"],
    )
