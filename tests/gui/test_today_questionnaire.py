"""A questionnaire that is due, on Today: said once the page stands, begun and gone on with."""

from datetime import date

from PySide6.QtCore import Qt

from symptrack.domain.journal import Journal
from symptrack.domain.settings import Settings
from symptrack.domain.words import SessionStatus
from tests.builders import (
    make_check_in,
    make_effect,
    make_journal,
    make_response,
    make_series,
    make_session,
)
from tests.gui.opened_window import OpenedWindow, button, words

SERIES = make_series(started_on=date(2026, 9, 1))
PLANNED = make_session("2026-09-01 10:30", series_id=SERIES.id, status=SessionStatus.PLANNED)
BEFORE = "2026-08-30 09:00"


def journal(**changes: object) -> Journal:
    return make_journal(**{"series": [SERIES], "sessions": [PLANNED]} | changes)


def opened(window: OpenedWindow, recorded: Journal, now: str = BEFORE) -> OpenedWindow:
    """Open a journal and wait until Today has come to rest."""
    window.open(recorded, now)
    window.qtbot.waitUntil(lambda: window.today._at_rest)
    window.rest()
    return window


def asked(window: OpenedWindow) -> bool:
    """Whether Today asks for a questionnaire."""
    return window.today.questionnaire is not None


def test_the_one_that_is_due_is_said_and_begun(window: OpenedWindow) -> None:
    opened(window, journal())
    assert {
        "PHQ-9 is due, about 2 minutes",
        "Every 2 weeks. You can stop at any point.",
    } <= set(words(window.today))
    window.press(button(window.today, "Fill in PHQ-9"))
    page = window.main.flows.questionnaire
    assert window.main.stack.currentWidget() is page
    window.type("2")
    window.type(Qt.Key.Key_Escape)
    assert "PHQ-9 is not finished" in words(window.today)
    window.press(button(window.today, "Go on with PHQ-9"))
    assert "You began this today, 09:00. Your answers are kept." in words(page)


def test_once_it_is_filled_in_the_next_one_waits(window: OpenedWindow) -> None:
    filled_in = make_response("2026-08-29 09:00")
    opened(window, journal(responses=[filled_in]))
    assert "GAD-7 is due, about 2 minutes" in words(window.today)


def test_nothing_is_said_where_none_is_due_or_wanted(window: OpenedWindow) -> None:
    none = Settings(interval_days={"phq9": 0, "gad7": 0, "pcl5": 0})
    opened(window, journal(settings=none))
    assert not asked(window)
    opened(window, make_journal())
    assert not asked(window)


def test_it_has_gone_from_today_when_it_is_not_wanted_any_more(window: OpenedWindow) -> None:
    opened(window, journal())
    assert asked(window)
    window.store.save_settings(Settings(interval_days={"phq9": 0, "gad7": 0, "pcl5": 0}))
    window.today.refresh()
    assert not asked(window)
    assert "PHQ-9 is due, about 2 minutes" not in words(window.today)


def test_in_the_hours_after_a_session_none_is_asked_for(window: OpenedWindow) -> None:
    session = make_session("2026-09-01 10:30", series_id=SERIES.id)
    opened(window, journal(sessions=[session]), "2026-09-01 12:00")
    assert not asked(window)
    opened(window, journal(sessions=[session]), "2026-09-01 16:00")
    assert asked(window)


def test_it_gives_way_where_three_things_wait(window: OpenedWindow) -> None:
    session = make_session("2026-09-01 10:30", series_id=SERIES.id)
    three = make_check_in(
        "2026-09-01 18:00",
        side_effects=tuple(make_effect(key) for key in ("nausea", "dizziness", "headache")),
    )
    opened(window, journal(sessions=[session], check_ins=[three]), "2026-09-02 09:00")
    assert not asked(window)
