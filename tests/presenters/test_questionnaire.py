"""A questionnaire from its first item to its review: every answer kept, nothing reworded."""

import tomllib

import pytest

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.domain.instrument import load_instruments, read_instruments
from symptrack.domain.questionnaire import Response
from symptrack.domain.words import EnteredBy
from symptrack.presenters.questionnaire_draft import draft_name
from symptrack.presenters.questionnaire_views import IntroView
from tests.builders import make_journal, make_response
from tests.gui.trouble import refuse_writes
from tests.presenters.begun_questionnaire import (
    TEXT,
    WRITTEN,
    Begun,
    answer_all,
    finished,
    item,
    review,
)


@pytest.mark.parametrize("key", ["phq9", "gad7", "pcl5"])
def test_every_item_is_asked_word_for_word_in_its_order(begun: Begun, key: str) -> None:
    presenter, written = begun(key), WRITTEN[key]
    options = [
        (one["value"], one["text"])
        for one in tomllib.loads(TEXT)["responses"][written["responses"]]["options"]
    ]
    if "instruction" in written:
        intro = presenter.view()
        assert intro == IntroView(title=written["title"], instruction=written["instruction"])
        presenter.go_on()
    for place, one in enumerate(written["items"], start=1):
        shown = item(presenter.view())
        assert (shown.stem, shown.question) == (written["stem"], one["text"])
        assert [(option.value, option.text) for option in shown.options] == options
        assert presenter.heading.count == f"{place} of {len(written['items'])}"
        presenter.go_on()
    assert presenter.at_review


@pytest.mark.parametrize(
    ("key", "recall"),
    [("phq9", "the last 2 weeks"), ("gad7", "the last 2 weeks"), ("pcl5", "the past month")],
)
def test_the_recall_period_stands_on_every_page(begun: Begun, key: str, recall: str) -> None:
    presenter = begun(key)
    while not presenter.at_review:
        assert presenter.heading.subtitle == f"About {recall}"
        presenter.go_on()
    assert presenter.heading.subtitle == f"About {recall}"


def test_the_difficulty_item_comes_last_where_any_problem_was_named(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    shown = item(presenter.view())
    written = WRITTEN["phq9"]["unscored_items"][0]
    assert (shown.stem, shown.question) == ("", written["text"])
    assert [one.text for one in shown.options] == [
        "Not difficult at all",
        "Somewhat difficult",
        "Very difficult",
        "Extremely difficult",
    ]
    assert presenter.heading.count == "One more question"
    presenter.answer(2)
    presenter.go_on()
    assert presenter.save().total == "1"
    assert begun.saved.difficulty == 2
    assert "q10" not in begun.saved.answers


def test_without_any_problem_the_difficulty_is_not_asked(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    assert presenter.at_review
    assert len(review(presenter.view()).rows) == 9


def test_the_gad_7_has_no_difficulty_item_here(begun: Begun) -> None:
    presenter = begun("gad7")
    answer_all(presenter, *[3] * 7)
    assert presenter.at_review


def test_each_answer_is_in_the_draft_at_once(begun: Begun) -> None:
    presenter = begun()
    presenter.answer(2)
    draft = begun.store.draft(draft_name("phq9"))
    assert draft is not None
    assert draft.content["answers"] == {"q1": 2}
    presenter.answer(3)
    again = begun.again()
    assert item(again.view()).value == 3


def test_a_new_start_goes_on_where_it_was_left(begun: Begun) -> None:
    answer_all(begun(), 1, 2)
    begun.clock.set("2026-09-14 08:00")
    again = begun.again()
    assert again.resumed
    assert again.said_first == "You began this yesterday, 19:00. Your answers are kept."
    assert again.heading.count == "3 of 9"
    again.go_back()
    assert item(again.view()).value == 2


def test_two_questionnaires_can_be_begun_beside_each_other(begun: Begun) -> None:
    answer_all(begun(), 1)
    answer_all(begun.again("gad7"), 3, 3)
    assert begun.again().heading.count == "2 of 9"
    assert begun.again("gad7").heading.count == "3 of 7"


def test_starting_over_can_be_taken_back(begun: Begun) -> None:
    answer_all(begun(), 1, 2)
    again = begun.again()
    again.start_over()
    assert (again.heading.count, item(again.view()).value) == ("1 of 9", None)
    assert begun.store.draft(draft_name("phq9")) is None
    again.take_back()
    assert again.heading.count == "3 of 9"
    assert begun.again().heading.count == "3 of 9"
    again.take_back()
    assert again.heading.count == "3 of 9"


def test_what_was_skipped_is_not_answered(begun: Begun) -> None:
    presenter = begun()
    presenter.answer(2)
    presenter.skip()
    presenter.go_back()
    assert item(presenter.view()).value is None
    finished(presenter, None, 1, 1, 1, 1, 1, 1, 1, 0)
    assert "q1" not in begun.saved.answers
    assert begun.saved.declined == ()


def test_the_difficulty_can_be_skipped_too(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[1] * 8, 0)
    presenter.answer(3)
    presenter.skip()
    presenter.save()
    assert begun.saved.difficulty is None


def test_an_answer_that_is_not_on_offer_is_never_saved(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 4, *[0] * 8)
    presenter.skip()
    with pytest.raises(InvalidValue):
        presenter.save()
    assert begun.store.load().responses == ()


def test_nothing_can_be_answered_on_the_review(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    presenter.answer(3)
    presenter.decline()
    presenter.skip()
    assert {row.answer for row in review(presenter.view()).rows} == {"Not at all (0)"}


def test_the_review_shows_all_answers_with_the_credit(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 0, 1, 2, 3, 0, 0, 0, None, 0, 1)
    shown = review(presenter.view())
    assert [row.label for row in shown.rows[:9]] == [
        one["text"] for one in WRITTEN["phq9"]["items"]
    ]
    assert [row.answer for row in shown.rows] == [
        "Not at all (0)",
        "Several days (1)",
        "More than half the days (2)",
        "Nearly every day (3)",
        *["Not at all (0)"] * 3,
        "Not answered",
        "Not at all (0)",
        "Somewhat difficult (1)",
    ]
    assert shown.credit == WRITTEN["phq9"]["credit"]
    assert presenter.heading.count == "All questions"


def test_a_helper_who_enters_it_is_kept_with_it(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    presenter.set_helper(True)
    again = begun.again()
    assert review(again.view()).by_helper
    again.save()
    entered_by = [begun.saved.entered_by]
    again.edit(begun.saved.id)
    again.set_helper(False)
    again.save()
    assert [*entered_by, begun.saved.entered_by] == [EnteredBy.HELPER, EnteredBy.PATIENT]


def test_back_goes_one_item_back_and_stops_at_the_first(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, 1)
    presenter.go_back()
    assert presenter.at_start
    presenter.go_back()
    assert presenter.heading.count == "1 of 9"


def test_saving_keeps_one_entry_of_the_moment_and_lets_the_draft_go(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    begun.clock.set("2026-09-15 08:30")
    presenter.save()
    presenter.save()
    saved = begun.saved
    assert (saved.instrument, saved.occurred_at.isoformat()) == (
        "phq9",
        "2026-09-15T08:30:00-04:00",
    )
    assert saved.entered_at == saved.occurred_at
    assert begun.store.draft(draft_name("phq9")) is None


def test_a_save_that_fails_keeps_the_draft(begun: Begun) -> None:
    presenter = begun()
    answer_all(presenter, *[0] * 9)
    refuse_writes(begun.store)
    with pytest.raises(SymptrackError):
        presenter.save()
    with pytest.raises(SymptrackError):
        presenter.change("q1")
    assert presenter.at_review
    assert begun.again().at_review


def test_the_last_date_is_told_but_never_the_last_score(begun: Begun) -> None:
    presenter = begun(journal=make_journal(responses=[make_response("2026-08-30 09:00")]))
    pages = []
    while not presenter.at_review:
        pages.append(f"{presenter.heading} {presenter.view()} {presenter.said_first}")
        presenter.go_on()
    pages.append(f"{presenter.heading} {presenter.view()}")
    assert presenter.heading.subtitle == "About the last 2 weeks. Last time: 30 August"
    assert not any("18" in page for page in pages)


def test_the_last_date_has_its_year_where_that_is_another(begun: Begun) -> None:
    presenter = begun(journal=make_journal(responses=[make_response("2025-12-30 09:00")]))
    assert presenter.heading.subtitle == "About the last 2 weeks. Last time: 30 December 2025"


NEW = """
[[instrument]]
key = "spare"
title = "Spare Scale (SPARE-2)"
construct = "test"
higher_is = "worse"
min = 0
max = 6
recall = "last 5 days"
recall_days = 5
suggested_interval_days = 10
min_interval_days = 5
minutes = 1
instruction = "Read each line."
stem = "In the last 5 days:"
responses = "phq_frequency"
items = [
  { key = "a", text = "First line" },
  { key = "b", text = "Second line", may_decline = true },
]
unscored_items = [{ key = "c", responses = "phq_difficulty", text = "How hard was it?" }]
loinc_panel = ""
loinc_total = ""
missing_max = 0
bands = [{ min = 0, max = 2, label = "Low" }, { min = 3, max = 6, label = "High" }]
bands_from = "Nobody 2026"
licence = "Free."
credit = "Made up for a test."
"""


def test_a_new_instrument_is_a_new_table_and_no_code(begun: Begun) -> None:
    instruments = read_instruments(TEXT + NEW)
    presenter = begun("spare", instruments=instruments, now="2026-09-03 09:00")
    assert presenter.view() == IntroView(
        title="Spare Scale (SPARE-2)", instruction="Read each line."
    )
    assert presenter.heading.count == "2 questions"
    presenter.go_on()
    assert item(presenter.view()).stem == "In the last 5 days:"
    presenter.answer(3)
    presenter.go_on()
    presenter.answer(1)
    presenter.go_on()
    assert item(presenter.view()).question == "How hard was it?"
    presenter.answer(3)
    presenter.go_on()
    score = presenter.save()
    assert (score.total, score.of, score.band) == ("4", "of 6", "High")
    assert score.band_from == "Published band, 3 to 6 points (Nobody 2026)"
    assert begun.saved == Response(
        id=begun.saved.id,
        instrument="spare",
        occurred_at=begun.saved.occurred_at,
        time_zone="America/New_York",
        entered_at=begun.saved.entered_at,
        answers={"a": 3, "b": 1},
        difficulty=3,
    )
    begun.clock.set("2026-09-06 09:00")
    presenter.begin("spare")
    assert presenter.said_first.endswith("“Overlaps the 5 days before”.")


def test_the_shipped_instruments_are_offered(begun: Begun) -> None:
    assert begun().heading.name == load_instruments()["phq9"].title
