"""The session page through its widgets: logging, planning, changing, the trash."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from symptrack.domain.patient import Patient
from symptrack.domain.session import Dose
from symptrack.domain.words import DoseUnit, Moment, Route, SessionStatus
from symptrack.gui.dialogs.calendar import CalendarDialog
from symptrack.gui.widgets.session_card import ROUTES
from symptrack.gui.widgets.session_done import SessionDone
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import at, make_journal, make_session
from tests.gui.session_pages import SessionWindow
from tests.presenters.forms import series_with_sessions

DONE, PLANNED, MISSED = range(3)


def route(form: SessionWindow, one: Route) -> QAbstractButton:
    return form.body.card.route.buttons[ROUTES.index(one)]


def test_a_first_session_is_logged_with_the_mouse(qtbot: QtBot, form: SessionWindow) -> None:
    page = form.open()
    assert page.save.accessibleName() == "Save session"
    form.press(route(form, Route.IV))
    form.write("time", "10:30")
    form.write("dose", "38")
    form.press(form.body.mood.scale.tiles[3])
    with qtbot.waitSignal(page.saved):
        form.press(page.save)
    (session,) = form.sessions
    assert session.started_at == at("2026-09-15 10:30")
    assert (session.route, session.dose) == (Route.IV, Dose(value=38))
    (before,) = form.store.load().check_ins
    assert (before.moment, before.ratings) == (Moment.BEFORE, {"mood": 3})
    assert form.done.accessibleName() == "Saved in your journal"
    assert in_the_middle(form.done)
    with qtbot.waitSignal(page.left):
        form.press(form.done.finish)


def in_the_middle(done: SessionDone) -> bool:
    """Whether what followed the form leaves as much room above as below, left as right."""
    shown = done.childrenRect()
    middle = done.rect().center() - shown.center()
    return abs(middle.x()) <= 2 and abs(middle.y()) <= 2 and shown.top() > 100


def test_every_route_has_its_icon_and_all_stand_in_one_line(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    page.resize(1280, 780)
    form.rest()
    buttons = form.body.card.route.buttons
    assert len({one.y() for one in buttons}) == 1
    pictures = [one.icon().pixmap(one.iconSize()).toImage() for one in buttons]
    for place, picture in enumerate(pictures):
        assert not picture.isNull()
        assert picture not in pictures[:place]


def test_the_whole_form_works_with_the_keyboard_alone(form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    form.type(*"13 sep", Qt.Key.Key_Return)
    assert form.line("date").text() == "13 sep"
    assert form.page.save.accessibleName() == "Save session 2"
    form.body.card.route.buttons[0].setFocus()
    form.type(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert form.line("dose").text() == ""
    form.line("dose").setFocus()
    form.type("4", "0")
    form.body.mood.scale.focus_chosen()
    form.type("1", "0")
    form.type(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    session = form.sessions[-1]
    assert session.started_at == at("2026-09-13 10:30")
    assert (session.route, session.dose) == (Route.IM, Dose(value=40))
    assert form.store.load().check_ins[0].ratings == {"mood": 10}
    form.type(Qt.Key.Key_Return)
    assert form.body.card.day.text == "15 September 2026"


def test_tab_reaches_everything_in_reading_order(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.line("date").setFocus()
    reached = []
    for _step in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName())
        form.type(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is form.line("date"):
            break
    wanted = [
        "Date",
        "Date: calendar",
        "Start",
        "Series",
        "Make a series",
        "Change this series",
        "Clinic",
        "IV",
        "Dose",
        "Unit of the dose",
        "Lasted (minutes): less",
        "Lasted (minutes)",
        "Lasted (minutes): more",
        "Blood pressure before",
        "Highest blood pressure",
        "Pulse before",
        "More vital signs",
        "Add it now",
        "0 of 10",
        "Cancel",
        "Save and finish later",
        "Save session 2",
    ]
    assert [name for name in reached if name in wanted] == wanted
    assert page.save.isVisible()


def test_every_control_has_a_name_and_room_for_a_finger(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.card.more)
    form.press(form.body.later.unfold)
    shown = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.text() for one in shown if not one.accessibleName()] == []
    small = [one.accessibleName() for one in shown if min(one.width(), one.height()) < 44]
    assert small == []


def test_six_old_sessions_take_a_few_presses(form: SessionWindow) -> None:
    form.open(series_with_sessions(), now="2026-11-20 19:00")
    form.write("date", "1 Sep")
    form.write("time", "10:30")
    form.press(route(form, Route.IV))
    form.write("dose", "38")
    presses = 0
    for _again in range(5):
        form.press(form.page.save)
        form.press(form.done.another)
        presses += 2
    form.press(form.page.save)
    assert [one.started_at.day for one in form.sessions] == [1, 4, 8, 11, 15, 18]
    assert form.done.accessibleName() == "Session 6 is in your journal"
    assert presses == 10


def test_a_double_press_makes_one_entry(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    page.save.click()
    page.save.click()
    assert len(form.sessions) == 2


def test_a_press_on_a_page_just_shown_does_nothing(qtbot: QtBot, form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.body.card.day.field.setFocus()
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.done.finish, Qt.MouseButton.LeftButton)
    assert page.done is not None
    with qtbot.waitSignal(page.left):
        form.rest()
        form.press(form.done.finish)


def test_planning_asks_for_less(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.status.buttons[PLANNED])
    assert page.save.accessibleName() == "Save the plan"
    assert not form.body.mood.isVisible()
    assert not form.line("before_pressure").isVisible()
    assert form.body.later.fields["note"].isVisible()
    form.write("date", "18 Sep")
    form.press(page.save)
    assert form.sessions[-1].status is SessionStatus.PLANNED
    assert form.sessions[-1].started_at == at("2026-09-18 10:30")
    form.press(form.done.another)
    assert form.body.status.current == PLANNED
    form.press(form.body.status.buttons[MISSED])
    assert not form.line("dose").isVisible()


def test_planning_and_going_on_have_their_own_beginnings(form: SessionWindow) -> None:
    page = form.open()
    page.begin_planned()
    form.write("clinic", "Harbour")
    page.settle()
    page.resume()
    assert form.body.status.current == PLANNED
    assert form.line("clinic").text() == "Harbour"


def test_a_planned_session_is_said_to_have_taken_place(form: SessionWindow) -> None:
    planned = make_session("2026-09-14 10:30", status=SessionStatus.PLANNED)
    page = form.open(make_journal(sessions=[planned]))
    page.record(planned.id)
    form.rest()
    assert form.body.status.current == DONE
    form.press(page.save)
    assert form.sessions[0].done


def test_a_saved_session_is_changed(qtbot: QtBot, form: SessionWindow) -> None:
    journal = series_with_sessions("2026-09-11")
    session = replace(journal.sessions[0], experience=("insight",), note="First.")
    page = form.open(replace(journal, sessions=(session,)))
    page.edit(session.id)
    form.rest()
    later = form.body.later
    assert later.experiences.chosen == ("insight",)
    form.press(later.experiences.buttons[0])
    form.write("medicines", "Ondansetron 4 mg")
    form.press(page.save)
    (changed,) = form.sessions
    assert changed.experience == ("relaxation", "insight")
    assert (changed.medicines, changed.note) == ("Ondansetron 4 mg", "First.")
    assert form.done.another is None
    assert form.done.finish.accessibleName() == "Done"


def test_a_session_moved_to_the_trash_can_be_brought_back(
    qtbot: QtBot, form: SessionWindow
) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    assert not page.delete.isVisible()
    page.edit(form.sessions[0].id)
    form.rest()
    with qtbot.waitSignal(page.saved):
        form.press(page.delete)
    assert form.sessions == []
    assert form.done.accessibleName() == "Deleted"
    with qtbot.waitSignal(page.saved):
        form.press(form.done.undo)
    assert len(form.sessions) == 1
    assert page.delete.isVisible()


def test_a_dose_by_weight_asks_for_the_weight(form: SessionWindow) -> None:
    form.open(make_journal(patient=Patient(weight_kg=76)))
    assert not form.line("weight").isVisible()
    form.press(route(form, Route.IV))
    unit = form.body.card.unit
    unit.setFocus()
    form.type(Qt.Key.Key_Down)
    assert form.line("weight").isVisible()
    form.write("dose", "0.5")
    form.press(route(form, Route.LOZENGE))
    assert not form.line("weight").isVisible()
    assert unit.count() == 1
    form.press(route(form, Route.IV))
    form.press(form.page.save)
    assert form.sessions[0].dose is None


def test_a_weight_is_kept_with_a_dose_by_weight(form: SessionWindow) -> None:
    form.open(make_journal(patient=Patient(weight_kg=76)))
    form.press(route(form, Route.IV))
    form.body.card.unit.setFocus()
    form.type(Qt.Key.Key_Down)
    form.write("dose", "0.5")
    form.press(form.page.save)
    assert form.sessions[0].dose == Dose(value=0.5, unit=DoseUnit.MG_PER_KG)
    assert form.sessions[0].weight_kg == 76


def test_steps_change_how_long_it_lasted(form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    more = form.body.card.duration.findChildren(QAbstractButton)[1]
    form.press(more)
    form.press(form.page.save)
    assert form.sessions[-1].duration_min == 45


def test_the_rest_of_the_vital_signs_is_one_press_away(form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    assert not form.line("after_spo2").isVisible()
    form.press(form.body.card.more)
    assert form.line("after_pressure").hasFocus()
    form.write("after_spo2", "97")
    form.press(form.page.save)
    assert form.sessions[-1].vitals[0].spo2 == 97
    form.page.edit(form.sessions[-1].id)
    form.rest()
    assert form.line("after_spo2").isVisible()


@pytest.mark.parametrize(
    ("place", "typed", "chosen"),
    [(DONE, "13 Sep", "12 September 2026"), (PLANNED, "13 Sep", "12 September 2027")],
)
def test_a_day_is_chosen_from_the_calendar(
    form: SessionWindow, place: int, typed: str, chosen: str
) -> None:
    form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.status.buttons[place])
    form.write("date", typed)

    def take_the_day_before() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CalendarDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Left)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, form.page, take_the_day_before)
    form.press(form.body.card.day.open)
    assert form.line("date").text() == chosen
    form.press(form.page.save)
    assert form.done.accessibleDescription().count(chosen) == 1


@pytest.mark.parametrize("text_size", [100, 200])
def test_choosing_the_mood_moves_nothing_away_under_the_pointer(
    form: SessionWindow, text_size: int
) -> None:
    form.theme.choose(ThemeChoice.LIGHT, text_size)
    form.open()
    mood = form.body.mood
    places = [tile.mapTo(mood, QPoint()) for tile in mood.scale.tiles]
    form.press(mood.scale.tiles[7])
    assert mood.clear.isVisible()
    assert [tile.mapTo(mood, QPoint()) for tile in mood.scale.tiles] == places
