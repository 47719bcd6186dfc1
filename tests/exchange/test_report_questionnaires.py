"""The appendix's questionnaires: every total as analysis has it, and what marks it."""

from symptrack.analysis.questionnaires import difference, questionnaire_change, scored_responses
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from symptrack.domain.settings import ReportPart
from symptrack.domain.words import Direction, EnteredBy
from tests import journals
from tests.builders import (
    at,
    make_clinic_score,
    make_journal,
    make_response,
    make_series,
    make_session,
)
from tests.exchange.reports import cells, choose, said, sections

PART = ReportPart.QUESTIONNAIRES
PHQ9 = load_instruments()["phq9"]
SERIES = make_series()
SESSION = make_session("2026-09-01 10:30", series_id=SERIES.id)


def filled(when: str, points: int, answered: int = 9, **changes: object) -> Response:
    answers = {f"q{number}": points for number in range(1, answered + 1)}
    return make_response(when, answers=answers, **changes)


def journal_of(*responses: Response) -> Journal:
    return make_journal(series=[SERIES], sessions=[SESSION], responses=list(responses))


def totals(*responses: Response) -> list[list[str]]:
    blocks = sections(journal_of(*responses), PART)["Questionnaires"]
    return cells(next(block for block in blocks if block["kind"] == "table"))


def outcome(*responses: Response, item9: bool = False) -> dict[str, str]:
    blocks = sections(journal_of(*responses), PART, item9=item9)["Questionnaires"]
    return said(next(block for block in blocks if block["kind"] == "lines"))


def test_every_total_and_change_is_that_of_analysis() -> None:
    journal = journals.design_series()
    period = choose(journal).period
    assert period is not None
    change = questionnaire_change(journal, PHQ9, period.series[0], period)
    blocks = sections(journal, PART)["Questionnaires"]
    shown = cells(blocks[[block["kind"] for block in blocks].index("table")])

    expected = []
    for one in scored_responses(journal, PHQ9):
        compared = difference(change, one)
        words = "" if compared is None else f"{-compared.points} points lower"
        expected.append((str(one.score.total), words))
    filled_in = [row for row in shown if row[4] != "not filled in"]
    assert [(row[1], row[3].partition(" (")[0]) for row in filled_in] == expected
    assert shown[0] == ["30 Aug", "21", "20–27 severe", "", "baseline"]
    assert shown[1][2:4] == ["15–19 moderately severe", "6 points lower (29 %)"]
    assert shown[4] == ["25 Oct", "", "", "", "not filled in"]


def test_each_instrument_has_its_chart_its_outcome_and_its_totals() -> None:
    blocks = sections(journals.design_series(), PART)["Questionnaires"]

    assert [block["kind"] for block in blocks] == ["heading", "chart", "lines", "table"] * 2
    assert blocks[1]["alt"].startswith("PHQ-9 was 21 before treatment")
    assert blocks[5]["alt"].startswith("GAD-7 was 15 before treatment")
    assert said(blocks[2]) == {
        "Baseline": "21 on 30 August.",
        "Best": "7 on 8 November.",
        "Latest": "7 on 8 November: 14 points lower (67 %).",
        "Response, at least 50 % lower": "Yes, since 27 September.",
        "Remission, below 5": "No.",
        "PHQ-9 item 9": (
            "Thoughts of self-harm, 0 to 3: 30 Aug: 2, 13 Sep: 1, 27 Sep: 0, 11 Oct: 0, 8 Nov: 0. "
            "Included because the patient chose to."
        ),
    }


def test_without_item_9_nothing_of_it_is_there() -> None:
    blocks = sections(journals.design_series(), PART, item9=False)["Questionnaires"]

    assert "PHQ-9 item 9" not in said(blocks[2])
    assert "item 9" not in str(blocks)


def test_an_item_9_that_was_not_answered_says_so() -> None:
    declined = filled("2026-08-30 09:00", 2, 8, declined=("q9",))
    left_out = filled("2026-09-14 09:00", 2, 8)

    words = outcome(declined, left_out, item9=True)["PHQ-9 item 9"]

    assert "30 Aug: declined, 14 Sep: not answered." in words


def test_what_is_no_usual_total_is_marked() -> None:
    rows = totals(
        filled("2026-08-30 09:00", 2),
        filled("2026-09-02 09:00", 2, 8),
        filled("2026-09-20 09:00", 2, 3),
        filled("2026-10-04 09:00", 1, entered_at=at("2026-10-05 09:00")),
        filled("2026-10-18 09:00", 2, entered_by=EnteredBy.HELPER),
    )
    rows = [row for row in rows if row[4] != "not filled in"]

    assert [row[1] for row in rows] == ["18", "18", "none", "9", "18"]
    assert [row[3] for row in rows] == ["", "", "", "9 points lower (50 %)", "no change"]
    assert [row[4] for row in rows] == [
        "baseline",
        "estimated, 1 answer missing, overlaps with the one before",
        "too few answers for a total",
        "entered late",
        "entered by a helper",
    ]


def test_a_total_that_rose_from_0_has_points_and_no_percentage() -> None:
    rows = totals(filled("2026-08-30 09:00", 0), filled("2026-09-14 09:00", 1))

    assert rows[1][3] == "9 points higher"


def test_a_pause_in_which_many_were_missed_is_one_line() -> None:
    rows = totals(filled("2026-08-30 09:00", 2), filled("2026-11-08 09:00", 2))

    assert [(row[0], row[4]) for row in rows[1:-1]] == [
        ("13 Sep to 25 Oct", "not filled in, 4 times")
    ]


def test_without_a_baseline_it_says_so() -> None:
    assert outcome(filled("2026-10-01 09:00", 2)) == {"Baseline": "None shortly before treatment."}


def test_a_baseline_after_the_start_says_so_and_may_stand_alone() -> None:
    assert outcome(filled("2026-09-02 09:00", 2)) == {
        "Baseline": "18 on 2 September, after treatment began."
    }


def test_a_low_baseline_tells_neither_response_nor_remission() -> None:
    words = outcome(filled("2026-08-30 09:00", 1), filled("2026-09-14 09:00", 0))

    assert words["Response"] == "Not told: the baseline is under 10 (Symptrack’s limit)."
    assert "Remission, below 5" not in words


def test_a_response_that_was_lost_says_when() -> None:
    lost = [filled("2026-08-30 09:00", 2), filled("2026-09-14 09:00", 0)]
    lost.append(filled("2026-09-28 09:00", 2))

    words = outcome(*lost)
    again = outcome(*lost, filled("2026-10-12 09:00", 0))

    name = "Response, at least 50 % lower"
    assert words[name] == "No; first on 14 September, lost on 28 September."
    assert again[name] == "Yes; first on 14 September, lost on 28 September, reached again."


def test_one_with_too_few_answers_has_no_chart() -> None:
    blocks = sections(journal_of(filled("2026-09-14 09:00", 2, 3)), PART)["Questionnaires"]

    assert [block["kind"] for block in blocks] == ["heading", "lines", "table"]


def test_scores_from_the_clinic_stand_with_their_range() -> None:
    journal = make_journal(
        clinic_scores=[
            make_clinic_score(higher_is=Direction.WORSE),
            make_clinic_score(name="Own", min=None, max=None, total=12.25),
            make_clinic_score(name="Up", min=0, max=10, total=4, higher_is=Direction.BETTER),
        ]
    )

    blocks = sections(journal, ReportPart.CLINIC_SCORES)["Scores from the clinic"]

    assert cells(blocks[0]) == [
        ["MADRS", "31 Aug", "28", "0 to 60", "worse"],
        ["Own", "31 Aug", "12.25", "not noted", "not noted"],
        ["Up", "31 Aug", "4", "0 to 10", "better"],
    ]
