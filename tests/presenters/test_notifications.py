"""What is said outside of the window: once, of what became due meanwhile, and nothing more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.presenters.notifications import Notifications
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_journal, make_session
from tests.opened import SetClock, open_store


class Running:
    """The program with an infusion on 1 September, 10:30 to 11:10."""

    def __init__(self, folder: Path, now: str) -> None:
        self.clock = SetClock(now)
        self.store: Store = open_store(
            folder, self.clock, make_journal(sessions=[make_session("2026-09-01 10:30")])
        )
        self.preferences = PreferencesFile(folder / "preferences.json")
        self.notifications = Notifications(self.store, self.clock.clock, self.preferences)

    def said(self, now: str, *, active: bool = False) -> bool:
        """Whether something is said at a time."""
        self.clock.set(now)
        return self.notifications.look(active=active) is not None


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Return the program, started at noon of that day."""
    made = Running(tmp_path, "2026-09-01 12:00")
    yield made
    made.store.close()


def test_it_says_nothing_of_the_journal(running: Running) -> None:
    running.clock.set("2026-09-01 12:40")
    assert running.notifications.look(active=False) == (
        "Symptrack",
        "Something is waiting for you.",
    )


def test_it_says_once_that_something_became_due(running: Running) -> None:
    assert not running.said("2026-09-01 12:39")
    assert running.said("2026-09-01 12:40")
    assert not running.said("2026-09-01 12:41")
    assert not running.said("2026-09-01 19:59")
    assert running.said("2026-09-01 20:00")
    assert not running.said("2026-09-01 20:01")


def test_what_became_due_while_the_window_is_looked_at_is_not_said(running: Running) -> None:
    assert not running.said("2026-09-01 12:40", active=True)
    assert not running.said("2026-09-01 12:41")


def test_what_was_due_before_the_program_began_is_not_said(tmp_path: Path) -> None:
    late = Running(tmp_path, "2026-09-01 13:00")
    assert not late.said("2026-09-01 13:01")
    late.store.close()


def test_after_the_computer_slept_it_is_said_once(running: Running) -> None:
    assert running.said("2026-09-02 08:00")
    assert not running.said("2026-09-02 08:01")


def test_what_was_answered_meanwhile_is_not_said(running: Running) -> None:
    running.store.add(make_check_in("2026-09-02 07:30"))
    assert not running.said("2026-09-02 08:00")


def test_it_can_be_switched_off(running: Running) -> None:
    running.preferences.change(notifications=False)
    assert not running.said("2026-09-01 12:40")
    running.preferences.change(notifications=True)
    assert not running.said("2026-09-01 12:41")
    assert running.said("2026-09-01 20:00")


def test_what_the_patient_does_not_want_to_be_asked_is_not_said(running: Running) -> None:
    running.store.save_settings(Settings(follow_ups=FollowUpTimes(hours_after=(), evening=False)))
    assert not running.said("2026-09-01 21:00")
