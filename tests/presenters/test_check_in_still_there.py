"""What was there before is asked first, and what is skipped is not ended unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.analysis.open_effects import open_effects
from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.words import EffectState, Mode
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import (
    Again,
    EffectsView,
    RatingView,
    ReviewView,
    StillThereView,
)
from symptrack.presenters.chosen_time import TimeKind, TypedTime
from tests.builders import make_check_in, make_effect, make_journal, make_series, make_session
from tests.presenters.opened_check_in import CATALOGUE, OpenedCheckIn, view_of

STILL_THERE, MOOD, ANXIETY, EFFECTS, NOTE, REVIEW = range(6)
EVENING = make_check_in(
    "2026-09-01 18:10",
    side_effects=(
        make_effect("nausea", 2),
        make_effect("numbness_tingling", None),
        make_effect("itching", 1),
    ),
)
GONE = EffectState.GONE


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedCheckIn]:
    """Return what opens a journal with a check-in on it."""
    made = OpenedCheckIn(tmp_path)
    yield made
    made.close()


def treated(*check_ins: object) -> Journal:
    """Return a journal with an infusion on 1 September, 10:30 to 11:10, and an own side effect."""
    series = make_series()
    return make_journal(
        side_effects=[OwnSideEffect(key="itching", label="Itching")],
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=list(check_ins) or [EVENING],
    )


@pytest.fixture
def presenter(opened: OpenedCheckIn) -> CheckInPresenter:
    """Return the check-in of the morning after, at its first page."""
    made = opened(treated())
    made.begin()
    return made


def entries(opened: OpenedCheckIn) -> dict[str, SideEffectEntry]:
    """Return what the latest check-in names."""
    return {entry.effect: entry for entry in opened.saved[-1].side_effects}


def chosen(presenter: CheckInPresenter) -> list[tuple[str, EffectState, int | None]]:
    """Return what stands among the chosen ones on the page with the tiles."""
    presenter.go_to(EFFECTS)
    view = view_of(presenter, EffectsView)
    return [(one.key, one.state, one.severity) for one in view.chosen]


def test_it_begins_with_what_was_there_at_the_last_word(presenter: CheckInPresenter) -> None:
    view = view_of(presenter, StillThereView)
    assert view.question == "Still there?"
    assert [(row.name, row.meta, row.letters) for row in view.rows] == [
        ("Nausea", "Noted yesterday, 18:10", "ABC"),
        ("Numb or tingling", "Noted yesterday, 18:10", "DEF"),
        ("Itching", "Noted yesterday, 18:10", "GHI"),
    ]
    assert [row.strength for row in view.rows] == [
        "How strong?",
        "How strong was it at its worst?",
        "How strong?",
    ]
    assert (presenter.heading.step, presenter.heading.steps) == (1, 6)
    presenter.go_on()
    assert view_of(presenter, RatingView).key == "mood"


def test_what_was_said_of_its_strength_is_not_shown(presenter: CheckInPresenter) -> None:
    rows = view_of(presenter, StillThereView).rows
    assert [(row.answer, row.severity, row.asks_severity) for row in rows] == [
        (None, None, True)
    ] * 3


def test_without_anything_open_it_begins_with_the_mood(opened: OpenedCheckIn) -> None:
    presenter = opened(treated(make_check_in("2026-09-01 18:10")))
    presenter.begin()
    view_of(presenter, RatingView)
    assert presenter.heading.steps == 5


def test_each_answer_is_named_in_the_check_in(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("nausea", Again.STILL_THERE)
    presenter.set_severity("nausea", 1)
    presenter.answer_again("numbness_tingling", Again.GONE)
    presenter.set_severity("numbness_tingling", 3)
    presenter.answer_again("itching", Again.DO_NOT_ASK)
    rows = view_of(presenter, StillThereView).rows
    assert [row.answer for row in rows] == [Again.STILL_THERE, Again.GONE, Again.DO_NOT_ASK]
    presenter.go_to(REVIEW)
    answers = [row.answer for row in view_of(presenter, ReviewView).rows]
    assert answers[2:5] == [
        "Nausea, mild (1), still there",
        "Numb or tingling, severe (3), it has gone",
        "Itching, still there, not asked again",
    ]
    presenter.save()
    assert entries(opened) == {
        "nausea": make_effect("nausea", 1),
        "numbness_tingling": make_effect("numbness_tingling", 3, state=GONE),
        "itching": make_effect("itching", None, ask_again=False),
    }
    assert open_now(opened) == ["nausea"]


def open_now(opened: OpenedCheckIn) -> list[str]:
    """Return what is open in the journal now."""
    found = open_effects(opened.store.load(), opened.clock.now(), CATALOGUE)
    return [one.effect for one in found]


def test_the_strength_of_what_has_gone_is_asked_only_where_it_was_never_said(
    presenter: CheckInPresenter,
) -> None:
    presenter.set_severity("nausea", 2)
    presenter.answer_again("nausea", Again.GONE)
    presenter.answer_again("numbness_tingling", Again.GONE)
    rows = view_of(presenter, StillThereView).rows
    assert [row.asks_severity for row in rows] == [False, True, True]
    assert rows[0].severity is None


def test_a_strength_alone_presumes_that_it_is_still_there(presenter: CheckInPresenter) -> None:
    presenter.set_severity("nausea", 2)
    row = view_of(presenter, StillThereView).rows[0]
    assert (row.answer, row.severity) == (Again.STILL_THERE, 2)


def test_the_later_page_shows_them_as_already_chosen(presenter: CheckInPresenter) -> None:
    presenter.answer_again("nausea", Again.GONE)
    presenter.answer_again("numbness_tingling", Again.STILL_THERE)
    assert chosen(presenter) == [
        ("nausea", GONE, None),
        ("numbness_tingling", EffectState.PRESENT, None),
    ]
    tiles = {tile.key: tile.chosen for tile in view_of(presenter, EffectsView).tiles}
    assert [key for key, on in tiles.items() if on] == ["nausea", "numbness_tingling"]


def test_a_core_effect_that_was_skipped_is_not_ended_by_naming_another(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.skip()
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("headache")
    assert chosen(presenter) == [
        ("headache", EffectState.PRESENT, None),
        ("nausea", EffectState.PRESENT, None),
        ("numbness_tingling", EffectState.PRESENT, None),
    ]
    presenter.go_to(REVIEW)
    answers = [row.answer for row in view_of(presenter, ReviewView).rows]
    assert "Nausea, no answer, so still there" in answers
    presenter.save()
    assert entries(opened)["nausea"] == make_effect("nausea", None)
    # The longer list stays open unnamed, and what was asked stays to be asked.
    assert "itching" not in entries(opened)
    assert open_now(opened) == ["nausea", "headache", "numbness_tingling", "itching"]


def test_where_nothing_is_named_what_was_skipped_is_not_named_either(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.skip()
    presenter.go_to(REVIEW)
    presenter.save()
    assert opened.saved[-1].side_effects == ()
    assert not opened.saved[-1].nothing_to_report


def test_what_was_skipped_can_be_taken_back_and_chosen_again(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("numbness_tingling", Again.STILL_THERE)
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("nausea")
    assert [key for key, _state, _strength in chosen(presenter)] == ["numbness_tingling"]
    presenter.toggle_effect("numbness_tingling")
    assert chosen(presenter) == []
    presenter.set_severity("nausea", 1)
    assert chosen(presenter) == [("nausea", EffectState.PRESENT, 1)]
    presenter.save()
    assert set(entries(opened)) == {"nausea"}


def test_skipping_the_tiles_keeps_what_was_answered_first(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("nausea", Again.GONE)
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("headache")
    presenter.skip()
    presenter.save()
    assert list(entries(opened)) == ["nausea", "numbness_tingling"]


def test_skipping_the_first_page_takes_its_answers_back(presenter: CheckInPresenter) -> None:
    presenter.answer_again("nausea", Again.GONE)
    presenter.skip()
    assert chosen(presenter) == []


def test_nothing_to_report_ends_them_all_and_gives_them_back(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("nausea", Again.STILL_THERE)
    presenter.go_to(EFFECTS)
    presenter.report_nothing(True)
    assert chosen(presenter) == []
    presenter.report_nothing(False)
    assert [key for key, _state, _strength in chosen(presenter)] == ["nausea", "numbness_tingling"]
    presenter.report_nothing(True)
    presenter.save()
    assert opened.saved[-1].nothing_to_report
    assert open_now(opened) == []


def test_the_answers_outlive_a_new_start(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("nausea", Again.DO_NOT_ASK)
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("numbness_tingling")
    presenter.go_to(STILL_THERE)
    again = opened.again()
    again.begin()
    rows = view_of(again, StillThereView).rows
    assert [row.answer for row in rows] == [Again.DO_NOT_ASK, None, None]
    assert [key for key, _state, _strength in chosen(again)] == ["nausea"]


def test_today_presets_one_as_still_there(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin(effect="nausea")
    rows = view_of(presenter, StillThereView).rows
    assert [row.answer for row in rows] == [Again.STILL_THERE, None, None]


def test_what_gentle_mode_left_open_is_asked_and_a_strength_told_before_is_not(
    opened: OpenedCheckIn,
) -> None:
    told = make_check_in("2026-09-01 12:00", side_effects=(make_effect("nausea", 2),))
    gentle = make_check_in(
        "2026-09-01 14:00",
        mode=Mode.GENTLE,
        ratings={},
        side_effects=(make_effect("nausea", None), make_effect("dizziness", None)),
    )
    presenter = opened(treated(told, gentle))
    presenter.begin()
    rows = view_of(presenter, StillThereView).rows
    assert [(row.name, row.strength) for row in rows] == [
        ("Nausea", "How strong?"),
        ("Dizzy", "How strong was it at its worst?"),
    ]
    assert [place.symptom.key for place in presenter._places if place.symptom] == [
        "mood",
        "anxiety",
    ]


def test_another_time_asks_what_was_open_then_and_stays_on_its_page(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.go_to(NOTE)
    early = TypedTime(kind=TimeKind.OTHER, day="1 September 2026", time="17:00")
    presenter.choose_time(early)
    assert (presenter.heading.step, presenter.heading.steps) == (4, 5)
    evening = TypedTime(kind=TimeKind.OTHER, day="1 September 2026", time="20:00")
    presenter.choose_time(evening)
    assert presenter.heading.step == NOTE + 1
    presenter.go_to(STILL_THERE)
    view = view_of(presenter, StillThereView)
    assert view.question == "Was it still there?"
    presenter.choose_time(early)
    assert presenter.heading.step == 1


def test_a_saved_check_in_that_is_changed_does_not_ask_anew(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.answer_again("nausea", Again.GONE)
    saved = presenter.save()
    presenter.edit(saved.check_in_id)
    assert presenter.heading.steps == 5
    presenter.save()
    assert set(entries(opened)) == {"nausea", "numbness_tingling"}


def test_more_than_eight_are_all_asked_the_last_ones_without_a_key(opened: OpenedCheckIn) -> None:
    named = tuple(make_effect(key, 1) for key in list(CATALOGUE.effects)[:10])
    presenter = opened(treated(make_check_in("2026-09-01 18:10", side_effects=named)))
    presenter.begin()
    letters = [row.letters for row in view_of(presenter, StillThereView).rows]
    assert len(letters) == 10
    assert letters[7:] == ["VWX", "", ""]
