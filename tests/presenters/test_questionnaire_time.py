"""A questionnaire that was filled in on paper before: its time, its lateness, what it overlaps."""

from dataclasses import replace
from datetime import date

import pytest

from symptrack.analysis.questionnaires import scored_responses
from symptrack.analysis.timing import is_late
from symptrack.domain.errors import InvalidValue
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.words import TotalStatus
from symptrack.presenters.chosen_time import TimeKind, TypedTime
from symptrack.presenters.questionnaire import QuestionnairePresenter
from tests.builders import at, make_journal, make_response
from tests.presenters.begun_questionnaire import Begun, answer_all, finished

PHQ9 = load_instruments()["phq9"]
OVERLAPS = "“Overlaps the two weeks before”"


def paper(day: str = "10 September 2026", time: str = "21:15") -> TypedTime:
    """Return what is typed for one from paper; without a time the day alone."""
    return TypedTime(kind=TimeKind.OTHER, day=day, time=time, time_known=bool(time))


def finished_on(presenter: QuestionnairePresenter, typed: TypedTime) -> tuple[str, ...]:
    """Say when it was filled in, answer all items with 1, and return the lines below the score."""
    presenter.choose_time(typed)
    return finished(presenter, *[1] * 9).lines


def kept(*days: str) -> Journal:
    return make_journal(responses=[make_response(f"{day} 09:00") for day in days])


def test_it_is_about_now_until_another_time_is_said(begun: Begun) -> None:
    presenter = begun()
    assert presenter.heading.when == "Now"
    view = presenter.time
    assert (view.question, view.typed.kind) == ("When was it filled in?", TimeKind.NOW)
    assert view.today == date(2026, 9, 13)
    assert presenter.moments(view.typed) is None
    presenter.choose_time(view.typed)
    begun.clock.set("2026-09-13 19:05")
    finished(presenter, *[0] * 9)
    assert begun.saved.occurred_at == begun.saved.entered_at == at("2026-09-13 19:05")
    assert not is_late(begun.saved)


def test_one_from_paper_keeps_its_own_time_and_counts_as_late(begun: Begun) -> None:
    presenter = begun()
    lines = finished_on(presenter, paper())
    saved = begun.saved
    assert (saved.occurred_at, saved.time_known) == (at("2026-09-10 21:15"), True)
    assert (saved.time_zone, saved.entered_at) == ("America/New_York", at("2026-09-13 19:00"))
    assert is_late(saved)
    assert "Filled in on 10 September 2026, and marked as entered late." in lines


def test_of_one_from_paper_the_day_alone_is_enough_and_lateness_is_not_told(begun: Begun) -> None:
    presenter = begun()
    lines = finished_on(presenter, paper(time=""))
    assert (begun.saved.occurred_at, begun.saved.time_known) == (at("2026-09-10 12:00"), False)
    assert not is_late(begun.saved)
    assert not any("late" in one for one in lines)


def test_within_twelve_hours_it_is_not_late(begun: Begun) -> None:
    presenter = begun()
    finished_on(presenter, paper("today", "07:00"))
    assert not is_late(begun.saved)


def test_its_time_is_kept_in_the_draft_over_a_new_start(begun: Begun) -> None:
    begun().choose_time(paper())
    presenter = begun.again()
    assert presenter.heading.when == "10 Sep, 21:15"
    assert presenter.time.typed == paper()
    finished(presenter, *[0] * 9)
    assert begun.saved.occurred_at == at("2026-09-10 21:15")


def test_it_can_be_set_back_to_now(begun: Begun) -> None:
    presenter = begun()
    presenter.choose_time(paper())
    presenter.choose_time(TypedTime(kind=TimeKind.NOW))
    assert presenter.heading.when == "Now"
    finished(presenter, *[0] * 9)
    assert begun.saved.occurred_at == at("2026-09-13 19:00")


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (paper("", ""), "day", "Write the day, like 13 September 2026."),
        (paper("soon"), "day", "“soon” is not a date; write it like 13 September 2026."),
        (paper("14 Sep 2026"), "day", "14 September 2026 is still to come; it must be today or"),
        (paper("today", "19:01"), "time", "19:01 is still to come; it must be now or earlier."),
        (paper(time="late"), "time", "“late” is not a time; write it like 10:30."),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_the_one_before_stays(
    begun: Begun, typed: TypedTime, field: str, sentence: str
) -> None:
    presenter = begun()
    presenter.choose_time(paper())
    with pytest.raises(InvalidValue) as refused:
        presenter.choose_time(typed)
    assert refused.value.field == field
    assert refused.value.reason.startswith(sentence)
    assert presenter.time.typed == paper()


def test_the_one_before_is_that_before_its_own_time(begun: Begun) -> None:
    presenter = begun(journal=kept("2026-08-20", "2026-09-12"))
    assert presenter.heading.subtitle == "About the last 2 weeks. Last time: 12 September"
    presenter.choose_time(paper("2 Sep"))
    assert presenter.heading.subtitle == "About the last 2 weeks. Last time: 20 August"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        # The minimum interval of the PHQ-9 is 7 days; the paper is from 10 September.
        ("2026-09-03", ""),
        (
            "2026-09-04",
            (
                "The one before is from 4 September, only a few days earlier. "
                f"This one will be marked {OVERLAPS}."
            ),
        ),
        (
            "2026-09-12",
            f"The one of 12 September came only a few days later and will be marked {OVERLAPS}.",
        ),
    ],
)
def test_what_its_time_brings_too_close_is_said_and_comes_true(
    begun: Begun, other: str, said: str
) -> None:
    presenter = begun(journal=kept(other))
    presenter.choose_time(paper())
    assert presenter.said_of_time == said
    answer_all(presenter, *[1] * 9)
    presenter.skip()
    presenter.save()
    scored = scored_responses(begun.store.load(), PHQ9)
    assert [one.overlaps for one in scored] == [False, bool(said)]


def test_one_without_a_total_brings_nothing_too_close(begun: Begun) -> None:
    later = make_response("2026-09-12 09:00", answers={"q1": 1})
    presenter = begun(journal=make_journal(responses=[later]))
    presenter.choose_time(paper())
    assert presenter.said_of_time == ""


def test_of_a_saved_one_the_time_can_be_changed_too(begun: Begun) -> None:
    saved = make_response("2026-08-30 09:00")
    presenter = begun(journal=make_journal(responses=[saved]))
    presenter.edit(saved.id)
    assert presenter.heading.when == "30 Aug, 09:00"
    assert presenter.said_first == ""
    presenter.choose_time(paper("28 Aug 2026", "20:00"))
    presenter.save()
    assert begun.saved == replace(saved, occurred_at=at("2026-08-28 20:00"))


def test_a_saved_one_is_made_one_of_now_only_where_that_is_said(begun: Begun) -> None:
    saved = make_response("2026-08-30 09:00")
    presenter = begun(journal=make_journal(responses=[saved]))
    presenter.edit(saved.id)
    presenter.choose_time(TypedTime(kind=TimeKind.NOW))
    presenter.save()
    assert begun.saved.occurred_at == at("2026-09-13 19:00")


def test_a_changed_time_that_comes_too_close_is_said_of_a_saved_one_too(begun: Begun) -> None:
    journal = kept("2026-08-30", "2026-09-13")
    presenter = begun(journal=journal)
    presenter.edit(journal.responses[1].id)
    presenter.choose_time(paper("1 Sep"))
    assert presenter.said_first == presenter.said_of_time
    assert OVERLAPS in presenter.said_first
    assert scored_responses(journal, PHQ9)[1].score.status is TotalStatus.COMPLETE


def test_starting_over_lets_its_time_go_and_undo_brings_it_back(begun: Begun) -> None:
    presenter = begun()
    presenter.choose_time(paper())
    presenter.start_over()
    assert presenter.heading.when == "Now"
    presenter.take_back()
    assert presenter.heading.when == "10 Sep, 21:15"
