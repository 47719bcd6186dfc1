"""What is said once a questionnaire is saved: its total, its band, and what it stands beside."""

from dataclasses import replace

import pytest

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from tests.builders import make_journal, make_response, make_series, make_session
from tests.presenters.begun_questionnaire import WRITTEN, Begun, finished


def test_the_score_has_its_published_band_and_source(begun: Begun) -> None:
    score = finished(begun(), 3, 3, 3, 2, 1, 1, 1, 0, 0)
    assert (score.total, score.of, score.band, score.band_from) == (
        "14",
        "of 27",
        "Moderate",
        "Published band, 10 to 14 points (Kroenke 2001)",
    )
    assert score.lines == ()
    assert score.caution == "Only your clinician can say what the number means for you."
    assert score.credit == WRITTEN["phq9"]["credit"]


def test_an_estimated_total_is_marked(begun: Begun) -> None:
    score = finished(begun(), None, 2, 2, 2, 2, 2, 2, 2, 0)
    assert (score.total, score.of) == ("16", "of 27, estimated")
    assert score.lines == (
        "1 of 9 questions was not answered.",
        (
            "The total is estimated: what was answered stands on average for what was not. "
            "It is marked so wherever it appears."
        ),
    )


@pytest.mark.parametrize(
    ("key", "values", "lines"),
    [
        (
            "phq9",
            (None, None, None, 1, 1, 1, 1, 1, 0),
            (
                "3 of 9 questions were not answered.",
                "A total needs at least 7 of the 9 answers.",
            ),
        ),
        (
            "gad7",
            (None, *[1] * 6),
            ("1 of 7 questions was not answered.", "A total needs all 7 answers."),
        ),
        (
            "pcl5",
            (*[1] * 19, None),
            ("1 of 20 questions was not answered.", "A total needs all 20 answers."),
        ),
    ],
)
def test_without_enough_answers_there_is_no_total(
    begun: Begun, key: str, values: tuple[int | None, ...], lines: tuple[str, ...]
) -> None:
    score = finished(begun(key), *values)
    assert (score.total, score.of, score.band, score.band_from) == ("", "No total", "", "")
    assert (score.lines, score.caution) == (lines, "")


SERIES = make_series()
SESSION = make_session("2026-09-01 10:30", series_id=SERIES.id)


def in_series(*responses: Response) -> Journal:
    return make_journal(series=[SERIES], sessions=[SESSION], responses=list(responses))


def with_total(total: int, occurred: str = "2026-08-30 09:00") -> Response:
    answers: dict[str, int] = {}
    for n in range(1, 10):
        answers[f"q{n}"] = min(3, total - sum(answers.values()))
    return make_response(occurred, answers=answers)


@pytest.mark.parametrize(
    ("baseline", "values", "said"),
    [
        (18, [1] * 8 + [0], "10 points lower (56 %) than the baseline of 18 on 30 August."),
        (7, [1] * 8 + [0], "1 point higher (14 %) than the baseline of 7 on 30 August."),
        (8, [1] * 8 + [0], "The same as the baseline of 8 on 30 August."),
        (0, [1] * 8 + [0], "8 points higher than the baseline of 0 on 30 August."),
        (
            18,
            [None] + [1] * 7 + [0],
            "An estimated total is not compared with the baseline of 18 on 30 August.",
        ),
    ],
)
def test_the_score_says_how_it_stands_to_the_baseline(
    begun: Begun, baseline: int, values: list[int | None], said: str
) -> None:
    score = finished(begun(journal=in_series(with_total(baseline))), *values)
    assert said in score.lines


def test_without_a_total_there_is_nothing_to_compare(begun: Begun) -> None:
    score = finished(begun(journal=in_series(with_total(18))), *[None] * 9)
    assert score.lines == (
        "9 of 9 questions were not answered.",
        "A total needs at least 7 of the 9 answers.",
    )


def test_a_baseline_after_the_first_session_says_so(begun: Begun) -> None:
    after = with_total(18, "2026-09-02 09:00")
    score = finished(begun(journal=in_series(after)), *[2] * 8, 0)
    assert score.lines[0] == (
        "2 points lower (11 %) than the baseline of 18 on 2 September, after the first session."
    )


PHQ9_LESS = "That is less than the 5 points that are published as a change (Löwe 2004)."
PHQ9_MORE = "That is at least the 5 points that are published as a change (Löwe 2004)."
GAD7_LESS = "That is less than a reliable change, which is 6 points (Bischoff 2020)."
GAD7_MORE = "That is a reliable change, which is 6 points or more (Bischoff 2020)."
PCL5_LESS = "That is less than a reliable change, which is 15 points (Marx 2022)."
PCL5_MORE = "That is a reliable change, which is 15 points or more (Marx 2022)."


@pytest.mark.parametrize(
    ("key", "lower", "said"),
    [
        ("phq9", 4, PHQ9_LESS),
        ("phq9", 5, PHQ9_MORE),
        ("gad7", 5, GAD7_LESS),
        ("gad7", 6, GAD7_MORE),
        ("pcl5", 14, PCL5_LESS),
        ("pcl5", 15, PCL5_MORE),
    ],
)
def test_a_change_is_held_to_the_published_one(
    begun: Begun, key: str, lower: int, said: str
) -> None:
    count = len(load_instruments()[key].items)
    before = make_response(instrument=key, answers={f"q{n}": 2 for n in range(1, count + 1)})
    values = [max(0, 2 - max(0, lower - 2 * place)) for place in range(count)]
    assert finished(begun(key, in_series(before)), *values).lines[-1] == said


def test_where_nothing_is_published_or_changed_nothing_is_said_of_it(begun: Begun) -> None:
    spare = {"phq9": replace(load_instruments()["phq9"], change_points=None)}
    journal = in_series(make_response())
    changed = finished(begun(journal=journal, instruments=spare), *[1] * 9)
    assert changed.lines == ("9 points lower (50 %) than the baseline of 18 on 30 August.",)
    assert finished(begun(journal=journal), *[2] * 9).lines == (
        "The same as the baseline of 18 on 30 August.",
    )


def test_a_baseline_of_another_year_has_its_year(begun: Begun) -> None:
    old = with_total(18, "2025-12-30 09:00")
    session = make_session("2026-01-02 10:30", series_id=SERIES.id)
    journal = make_journal(series=[SERIES], sessions=[session], responses=[old])
    score = finished(begun(journal=journal), *[2] * 9)
    assert score.lines == ("The same as the baseline of 18 on 30 December 2025.",)


def test_the_baseline_says_that_it_is_one(begun: Begun) -> None:
    saved = with_total(18)
    presenter = begun(journal=in_series(saved))
    presenter.edit(saved.id)
    assert presenter.save().lines == (
        "This is the baseline of the series: later ones are compared with it.",
    )


@pytest.mark.parametrize(("before", "early"), [("2026-09-06", False), ("2026-09-07", True)])
def test_one_under_the_minimum_interval_is_allowed_and_said(
    begun: Begun, before: str, early: bool
) -> None:
    presenter = begun(journal=make_journal(responses=[make_response(f"{before} 23:00")]))
    assert presenter.said_first == (
        "The last one was only a few days ago. "
        "This one will be marked “Overlaps the two weeks before”."
        if early
        else ""
    )
    score = finished(presenter, *[1] * 8, 0)
    assert ("Overlaps the two weeks before." in score.lines) is early


def test_one_without_a_total_overlaps_nothing(begun: Begun) -> None:
    unscored = make_response("2026-09-12 09:00", answers={"q1": 1})
    presenter = begun(journal=make_journal(responses=[unscored]))
    assert presenter.said_first == ""
    assert presenter.heading.subtitle.endswith("Last time: 12 September")
