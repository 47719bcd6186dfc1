"""Gentle mode in the window, as a patient works it, and a walk through every page of it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.words import Mode
from symptrack.gui.pages.gentle import GentlePage
from symptrack.gui.widgets.gentle_steps import GentleStep
from tests.builders import make_journal, make_series, make_session
from tests.gui.every_page import State
from tests.gui.opened_window import OpenedWindow, button
from tests.gui.trouble import let_write, refuse_writes

AFTERNOON = "2026-09-01 13:00"
PATIENT = Patient(
    label="Jo",
    clinic_name="Harbour Clinic",
    clinic_phone="555 0142",
    trusted_contact="Sam 555 0199",
)


def after_session() -> Journal:
    """Return a journal on the afternoon of a session, with everyone who can be reached."""
    series = make_series()
    return make_journal(
        patient=PATIENT, series=[series], sessions=[make_session(series_id=series.id)]
    )


def gentle_of(window: OpenedWindow) -> GentlePage:
    """Return gentle mode, which is on screen."""
    page = window.main.stack.currentWidget()
    assert isinstance(page, GentlePage)
    return page


def step_of(window: OpenedWindow) -> GentleStep:
    """Return the page of gentle mode that is shown."""
    step = gentle_of(window).step
    assert step is not None
    return step


def in_gentle(window: OpenedWindow) -> bool:
    """Whether gentle mode is on screen."""
    return isinstance(window.main.stack.currentWidget(), GentlePage)


def tile(window: OpenedWindow, name: str) -> QAbstractButton:
    """Return a button of gentle mode by its name."""
    return button(gentle_of(window), name)


def press(window: OpenedWindow, *names: str) -> None:
    """Press buttons of gentle mode with the mouse."""
    for name in names:
        window.press(tile(window, name))


def begin(window: OpenedWindow) -> None:
    """Open gentle mode with its key."""
    window.type(Qt.Key.Key_F2)
    assert in_gentle(window)


def entries(window: OpenedWindow) -> list[CheckIn]:
    """Return the check-ins of gentle mode in the journal, by time and then by mood."""
    found = (one for one in window.store.load().check_ins if one.mode is Mode.GENTLE)
    return sorted(found, key=lambda one: (one.occurred_at, one.ratings.get("mood", 0)))


def gentle_states(window: OpenedWindow) -> Iterator[State]:
    """Yield every page of gentle mode: empty, answered, with the urgent text, the panel."""
    window.open(after_session(), AFTERNOON)
    begin(window)
    page = gentle_of(window)
    yield "gentle, mood", page
    press(window, "10 of 10", "Next")
    yield "gentle, effects", page
    press(window, "Nausea")
    yield "gentle, effects chosen", page
    if page.foot.next.accessibleName() == "Next":
        press(window, "Next", "Headache")
        yield "gentle, more effects", page
    press(window, "Something worse")
    yield "gentle, worse", page
    while page.foot.next.accessibleName() == "Next":
        press(window, "Next")
        yield "gentle, more of worse", page
    last = page.step
    assert last is not None
    flags = [one for one in last.findChildren(QAbstractButton) if one.isVisible()]
    window.press(flags[0])
    yield "gentle, urgent", page
    window.press(flags[-1])
    yield "gentle, help", page
    press(window, "I have read this")
    while not page.step or page.step.accessibleName() != "How is your mood?":
        press(window, "Back")
    yield from _refused_states(window)
    press(window, "Stop for now")


def _refused_states(window: OpenedWindow) -> Iterator[State]:
    refuse_writes(window.store)
    press(window, "2 of 10")
    yield "gentle, refused", gentle_of(window)
    let_write(window.store)
    press(window, "3 of 10")
