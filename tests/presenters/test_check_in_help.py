"""The help panel in a check-in: once, before the next page, and later that day a line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import Symptom
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_effect, make_journal
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
EFFECTS, REVIEW = 2, 4
LINE = "If you need someone now: 911, 988"


class Begun:
    """A check-in that was begun on a journal; the journal is closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(
        self, journal: Journal | None = None, now: str = "2026-09-02 09:30", country: str = "US"
    ) -> CheckInPresenter:
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self._stores.append(self.store)
        presenter = CheckInPresenter(self.store, self.clock.clock, CATALOGUE, lambda: country)
        presenter.begin()
        return presenter

    def close(self) -> None:
        for store in self._stores:
            store.close()


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Begun]:
    """Return what begins a check-in on a journal."""
    made = Begun(tmp_path)
    yield made
    made.close()


def with_mood(mood: int, occurred: str = "2026-09-02 08:00", **changes: object) -> CheckIn:
    return make_check_in(occurred, ratings={"mood": mood}, **changes)


@pytest.mark.parametrize(("mood", "first"), [(0, True), (1, True), (2, False), (10, False)])
def test_a_first_low_mood_brings_the_panel(begun: Begun, mood: int, first: bool) -> None:
    presenter = begun()
    presenter.rate("mood", mood)
    assert presenter.help_first is first


def test_nothing_brings_the_panel_before_an_answer(begun: Begun) -> None:
    presenter = begun()
    assert not presenter.help_first
    presenter.rate("anxiety", 0)
    assert not presenter.help_first
    presenter.rate("mood", 0)
    presenter.rate("mood", None)
    assert not presenter.help_first


def test_it_wants_one_acknowledgement_which_lasts_over_a_new_start(begun: Begun) -> None:
    presenter = begun()
    presenter.rate("mood", 0)
    presenter.acknowledge_help()
    presenter.go_on()
    assert not presenter.help_first
    assert presenter.help_line == ""
    presenter.go_back()
    presenter.rate("mood", 1)
    assert not presenter.help_first
    again = CheckInPresenter(begun.store, begun.clock.clock, CATALOGUE)
    again.begin()
    assert not again.help_first


def test_leaving_before_the_acknowledgement_brings_it_at_the_next_start(begun: Begun) -> None:
    begun().rate("mood", 0)
    again = CheckInPresenter(begun.store, begun.clock.clock, CATALOGUE)
    again.begin()
    assert again.help_first


def test_a_check_in_begun_anew_has_not_shown_it(begun: Begun) -> None:
    presenter = begun()
    presenter.rate("mood", 0)
    presenter.acknowledge_help()
    presenter.discard()
    presenter.begin()
    presenter.rate("mood", 0)
    assert presenter.help_first


def test_later_that_day_it_is_a_line_above_the_next_question(begun: Begun) -> None:
    presenter = begun(make_journal(check_ins=[with_mood(1)]))
    presenter.rate("mood", 0)
    assert not presenter.help_first
    assert presenter.help_line == ""
    presenter.go_on()
    assert presenter.help_line == LINE
    presenter.go_on()
    assert presenter.help_line == ""


def test_a_better_mood_later_that_day_has_no_line(begun: Begun) -> None:
    presenter = begun(make_journal(check_ins=[with_mood(1)]))
    presenter.rate("mood", 2)
    presenter.go_on()
    assert presenter.help_line == ""


def test_the_next_day_it_comes_again(begun: Begun) -> None:
    presenter = begun(make_journal(check_ins=[with_mood(0, "2026-09-01 23:59")]))
    presenter.rate("mood", 0)
    assert presenter.help_first


def test_changing_a_low_mood_that_was_saved_does_not_bring_it_again(begun: Begun) -> None:
    old = with_mood(0, "2026-06-01 08:00")
    presenter = begun(make_journal(check_ins=[old]))
    presenter.edit(old.id)
    assert not presenter.help_first
    presenter.rate("mood", 1)
    assert not presenter.help_first


def test_changing_another_mood_into_a_low_one_brings_it(begun: Begun) -> None:
    saved = with_mood(6)
    presenter = begun(make_journal(check_ins=[saved]))
    presenter.edit(saved.id)
    presenter.rate("mood", 1)
    assert presenter.help_first


def test_the_self_harm_flag_brings_it_each_time_it_is_chosen(begun: Begun) -> None:
    earlier = make_check_in(
        "2026-09-02 08:00", ratings={"mood": 0}, side_effects=(make_effect("suicidal"),)
    )
    presenter = begun(make_journal(check_ins=[earlier]))
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("suicidal")
    assert presenter.help_first
    presenter.acknowledge_help()
    assert not presenter.help_first


def test_a_low_mood_that_was_acknowledged_does_not_stand_for_the_flag(begun: Begun) -> None:
    presenter = begun()
    presenter.rate("mood", 0)
    presenter.acknowledge_help()
    presenter.toggle_effect("suicidal")
    assert presenter.help_first
    presenter.acknowledge_help()
    assert not presenter.help_first


def test_a_flag_that_was_saved_does_not_bring_it_again_when_something_else_changes(
    begun: Begun,
) -> None:
    saved = make_check_in("2026-09-02 08:00", side_effects=(make_effect("suicidal"),))
    presenter = begun(make_journal(check_ins=[saved]))
    presenter.edit(saved.id)
    assert not presenter.help_first


def test_the_entry_is_kept_as_it_was_answered(begun: Begun) -> None:
    presenter = begun()
    presenter.rate("mood", 0)
    presenter.acknowledge_help()
    presenter.go_to(REVIEW)
    presenter.save()
    (saved,) = begun.store.load().check_ins
    assert saved.ratings == {"mood": 0}


def test_the_panel_is_that_of_the_country(begun: Begun) -> None:
    presenter = begun(country="GB")
    assert presenter.help.panel(after_answer=True).rows[0].number == "999"


def test_where_no_number_is_known_the_line_says_so_much(begun: Begun) -> None:
    presenter = begun(make_journal(check_ins=[with_mood(1)]), country="ZZ")
    presenter.rate("mood", 0)
    presenter.go_on()
    assert presenter.help_line == "If you need someone now"


def test_without_the_mood_among_the_questions_nothing_changes(begun: Begun) -> None:
    presenter = begun(make_journal(symptoms=[Symptom(key="mood", active=False)]))
    presenter.rate("anxiety", 0)
    presenter.go_on()
    assert not presenter.help_first
    assert presenter.help_line == ""
