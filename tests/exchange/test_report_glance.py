"""The report's lines at a glance: sessions, item 9, the longest side effect, completeness."""

from datetime import timedelta
from typing import Any

import pytest

from symptrack.analysis.completeness import completeness
from symptrack.analysis.effect_duration import Duration
from symptrack.analysis.period import all_time
from symptrack.analysis.questionnaires_due import due_and_missed
from symptrack.charts.effect_words import duration_words
from symptrack.domain.instrument import load_instruments
from symptrack.domain.words import (
    EffectState,
    EnteredBy,
    SessionStatus,
)
from tests import journals
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_series,
    make_session,
)
from tests.exchange.reports import (
    DESIGN_NOW,
    content_of,
    figure,
    glance,
    pdf_of,
    responses,
    text_of,
)

PHQ9 = load_instruments()["phq9"]
NUMBER, _DATE, _GIVEN, BEFORE, AFTER, CHANGE, _PRESSURE, BENEFIT = range(8)


def test_completeness_counts_days_late_entries_and_missed_questionnaires() -> None:
    journal = journals.design_series()
    period = all_time(journal, DESIGN_NOW.date())
    assert period is not None
    found = completeness(journal, period)
    due = due_and_missed(journal, PHQ9, period, DESIGN_NOW)

    assert glance(content_of(journal))["How complete"] == (
        f"Check-ins on {found.days_with_check_in} of {found.days} days. None entered late. "
        f"{due.missed} of {due.due} PHQ-9 not filled in."
    )


def test_late_entries_are_counted_with_the_mark_they_carry() -> None:
    late = make_check_in("2026-09-02 18:00", entered_at=at("2026-09-04 09:00"))
    content = content_of(make_journal(check_ins=[late, make_check_in("2026-09-03 18:00")]))

    assert (
        "1 of 2 check-ins entered late (over 12 h, hollow in the chart)."
        in (glance(content)["How complete"])
    )


def test_what_a_helper_entered_is_counted() -> None:
    helped = make_check_in("2026-09-02 18:00", entered_by=EnteredBy.HELPER)
    content = content_of(make_journal(check_ins=[helped, make_check_in("2026-09-03 18:00")]))

    assert glance(content)["How complete"].endswith(
        "None entered late. 1 of 2 check-ins entered by a helper."
    )


def test_item_9_goes_in_only_when_it_is_chosen() -> None:
    journal = journals.design_series()

    assert "self-harm" in text_of(pdf_of(journal))
    assert "self-harm" not in text_of(pdf_of(journal, item9=False))
    assert "item 9" not in text_of(pdf_of(journal, item9=False))


def item9_of(*values: int | None) -> str:
    return glance(content_of(make_journal(responses=responses(*values))))["PHQ-9 item 9"]


def test_item_9_names_a_refusal_to_answer() -> None:
    assert item9_of(1, None).endswith("1 on 1 June, declined on 15 June.")


def test_item_9_joins_equal_answers_in_a_row() -> None:
    assert item9_of(2, 2, 0).endswith("2 from 1 June to 15 June, 0 on 29 June.")


def test_a_long_history_of_item_9_gives_highest_latest_and_how_often() -> None:
    assert item9_of(1, 0, 3, 0, 1, 0, 1, 0).endswith(
        "highest 3 on 29 June, latest 0 on 7 September, above 0 in 4 of 8."
    )


def effects_content(*entries: Any, now: str = "2026-09-20 12:00") -> dict[str, Any]:
    """Return a report on one infusion with a check-in per group of entries, 2 hours apart."""
    series = make_series()
    check_ins = [
        make_check_in(
            occurred_at=at("2026-09-01 11:10") + timedelta(hours=2 * place), side_effects=said
        )
        for place, said in enumerate(entries, 1)
    ]
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=check_ins
    )
    return content_of(journal, at(now))


def test_a_side_effect_that_ended_has_its_hours() -> None:
    gone = make_effect(severity=None, state=EffectState.GONE)
    content = effects_content((make_effect(severity=2),), (gone,))

    assert glance(content)["Longest side effect"] == (
        "Nausea for 2 to 4 h after session 1, moderate (2). Gone since."
    )
    assert figure(content, 3) == ("2", "after session 1")


def test_a_side_effect_without_an_end_says_so() -> None:
    content = effects_content((make_effect(severity=None),))

    assert glance(content)["Longest side effect"] == (
        "Nausea for 2 h or more after session 1, strength not noted. Its end was not noted."
    )
    assert figure(content, 3)[0] == "strength not noted"


def test_a_side_effect_that_is_open_says_so() -> None:
    content = effects_content((make_effect(),), now="2026-09-02 12:00")

    assert glance(content)["Longest side effect"].endswith("Still there at the last word on it.")


def test_a_check_in_that_answers_with_nothing_is_no_side_effect() -> None:
    series = make_series()
    nothing = make_check_in("2026-09-01 13:00", nothing_to_report=True)
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=[nothing]
    )
    content = content_of(journal)

    assert glance(content)["Longest side effect"] == "No side effect."
    assert figure(content, 3)[0] == "0"


def test_a_skipped_side_effect_page_is_not_noted() -> None:
    content = effects_content(())

    assert glance(content)["Longest side effect"] == "Nothing noted either way."
    assert figure(content, 3)[0] == "not noted"


def test_a_side_effect_without_hours_is_no_duration() -> None:
    series = make_series()
    found = make_check_in(
        "2026-09-02 12:00", time_known=False, side_effects=(make_effect(),), entered_at=None
    )
    journal = make_journal(
        series=[series], sessions=[make_session(series_id=series.id)], check_ins=[found]
    )

    assert glance(content_of(journal))["Longest side effect"] == (
        "How long they lasted was not noted."
    )


def test_an_unfinished_series_is_stated_without_comment() -> None:
    series = make_series(planned_sessions=6)
    missed = make_session("2026-09-04 10:30", series_id=series.id, status=SessionStatus.MISSED)
    done = make_session("2026-09-01 10:30", series_id=series.id)
    content = content_of(make_journal(series=[series], sessions=[done, missed]))

    assert glance(content)["Sessions"] == (
        "1 on 1 September 2026. First series: 1 of 6 planned (1 missed)."
    )


def test_more_sessions_than_planned_are_stated_as_such() -> None:
    series = make_series(planned_sessions=1)
    sessions = [make_session(f"2026-09-0{day} 10:30", series_id=series.id) for day in (1, 4)]
    content = content_of(make_journal(series=[series], sessions=sessions))

    assert glance(content)["Sessions"].endswith("First series: 2, 1 planned.")


def test_many_series_are_listed_up_to_a_few() -> None:
    many = [make_series(name=f"Series {number}", planned_sessions=None) for number in range(1, 8)]
    sessions = [
        make_session(
            started_at=at("2026-01-05 10:00") + timedelta(days=14 * place), series_id=one.id
        )
        for place, one in enumerate(many)
    ]
    content = content_of(make_journal(series=many, sessions=sessions))

    assert glance(content)["Sessions"].endswith("Series 4: 1 and 3 more.")


def test_the_goal_is_clipped_at_a_word() -> None:
    series = make_series(goal="word " * 100)
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    goal = glance(content_of(journal))["Patient’s goal"]

    assert goal.endswith("word…")
    assert len(goal) <= 220


def test_a_goal_of_one_endless_word_is_clipped_too() -> None:
    series = make_series(goal="w" * 500)
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])

    assert glance(content_of(journal))["Patient’s goal"] == "w" * 219 + "…"


@pytest.mark.parametrize(
    ("least_h", "most_h", "words"),
    [
        (2, 4, "2 to 4 h"),
        (2.2, 2.4, "2 h"),
        (0, 6, "up to 6 h"),
        (0, 0.2, "up to 1 h"),
        (6, None, "6 h or more"),
        (47, None, "47 h or more"),
        (48, None, "2 days or more"),
        (30, 72, "1 to 3 days"),
        (71, 73, "3 days"),
        (0, 72, "up to 3 days"),
    ],
)
def test_durations_read_as_ranges(least_h: float, most_h: float | None, words: str) -> None:
    assert duration_words(Duration(least_h, most_h)) == words
