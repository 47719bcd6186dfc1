"""Journal: what can be done with an entry, and another check-in like one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind, Record, place_of
from symptrack.domain.words import EffectState
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.journal_actions import Action
from tests.builders import at, make_check_in, make_effect, make_response, make_visit
from tests.presenters.listed_journal import FIRST, SECOND, ListedJournal, treated

EVENING = make_check_in(
    "2026-09-09 20:00",
    ratings={"mood": 6},
    side_effects=(make_effect("nausea", 2), make_effect("dizziness", state=EffectState.GONE)),
    note="Slept",
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


@pytest.mark.parametrize(
    ("record", "actions"),
    [
        (make_check_in("2026-09-09 08:00"), [Action.OPEN, Action.ANOTHER, Action.DELETE]),
        (
            make_check_in("2026-09-11 20:00"),
            [Action.OPEN, Action.ANOTHER, Action.MOVE, Action.DELETE],
        ),
        (make_response(), [Action.OPEN, Action.DELETE]),
        (make_visit(), [Action.OPEN, Action.DELETE]),
    ],
)
def test_what_fits_an_entry_is_offered(
    opened: ListedJournal, record: Record, actions: list[Action]
) -> None:
    presenter = opened(treated())
    opened.store.add(record)
    offered = presenter.actions.actions(place_of(record))
    assert offered.title == "What do you want to do with this entry?"
    assert [action for action, _words in offered.actions] == actions


def test_earlier_versions_are_offered_where_there_are_any(opened: ListedJournal) -> None:
    presenter = opened(treated())
    opened.store.revise(replace(FIRST, note="Other"))
    offered = presenter.actions.actions(place_of(FIRST)).actions
    assert [words for _action, words in offered] == [
        "Open and change",
        "Earlier versions",
        "Delete",
    ]
    assert Action.EARLIER not in dict(presenter.actions.actions(place_of(SECOND)).actions)


def begun(opened: ListedJournal, check_in: CheckIn, now: str) -> CheckInPresenter:
    """Begin another one like a check-in, and open the form on it."""
    presenter = opened(treated(check_in), now)
    presenter.actions.begin_another(check_in.id)
    form = CheckInPresenter(opened.store, opened.clock.clock, presenter._catalogue)
    form.begin()
    return form


def test_another_one_is_about_the_next_day_and_rates_anew(opened: ListedJournal) -> None:
    form = begun(opened, EVENING, "2026-09-20 12:00")
    form.rate("mood", 4)
    form.save()
    (made,) = [one for one in opened.store.load().check_ins if one.id != EVENING.id]
    assert made.occurred_at == at("2026-09-10 20:00")
    assert made.ratings == {"mood": 4}
    assert [(one.effect, one.severity) for one in made.side_effects] == [("nausea", 2)]
    assert made.note == ""


def test_where_that_is_still_to_come_it_is_about_now(opened: ListedJournal) -> None:
    form = begun(opened, EVENING, "2026-09-10 12:00")
    assert form.time.typed.day == "10 September 2026"
    assert form.time.typed.time == "12:00"


def test_a_day_without_a_time_is_followed_by_another(opened: ListedJournal) -> None:
    day = replace(EVENING, occurred_at=at("2026-09-09 12:00"), time_known=False)
    form = begun(opened, day, "2026-09-20 12:00")
    assert (form.time.typed.day, form.time.typed.time_known) == ("10 September 2026", False)


def test_what_is_begun_already_is_not_lost(opened: ListedJournal) -> None:
    presenter = opened(treated(EVENING), "2026-09-20 12:00")
    presenter.actions.begin_another(EVENING.id)
    kept = opened.store.draft("check-in")
    with pytest.raises(RefusedRequest, match="A check-in is begun and not saved yet"):
        presenter.actions.begin_another(EVENING.id)
    assert opened.store.draft("check-in") == kept


def test_another_one_like_what_is_gone_is_refused(opened: ListedJournal) -> None:
    presenter = opened(treated(EVENING))
    opened.store.delete(Kind.CHECK_INS, EVENING.id)
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        presenter.actions.begin_another(EVENING.id)
