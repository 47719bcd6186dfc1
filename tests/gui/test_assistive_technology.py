"""What assistive technology does without a key or a pointer: it toggles, and sets texts."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symptrack.domain.patient import Patient
from symptrack.domain.symptom import active_symptoms
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.fields import Stepper, line
from symptrack.gui.widgets.line import Editor
from symptrack.gui.widgets.page_preview import PagePreview
from symptrack.gui.widgets.rating_scale import RatingScale
from symptrack.gui.widgets.sidebar import Place, Sidebar
from symptrack.gui.widgets.tick import Tick
from tests.gui.assistive_technology import role_of, set_text, toggle
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, button


def told_by(editor: Editor) -> list[str]:
    """Return what an editor tells from now on."""
    told: list[str] = []
    editor.edited.connect(lambda: told.append("edited"))
    editor.finished.connect(lambda: told.append("finished"))
    return told


def test_a_toggle_is_a_press_of_what_is_on_or_off(shown: Shown, theme: ThemeSource) -> None:
    one = Button(theme, "Nausea", "choice")
    one.setCheckable(True)
    told: list[bool] = []
    one.clicked.connect(lambda on: told.append(on))  # noqa: PLW0108 - or it is told nothing
    toggle(shown(one))
    toggle(one)
    assert told == [True, False]
    assert not one.isChecked()


def test_a_toggle_is_a_press_of_one_of_a_set(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    toggle(choice.buttons[1])
    assert told == [1]
    assert choice.current == 1
    assert role_of(choice.buttons[1]) is QAccessible.Role.RadioButton


def test_what_is_checked_from_the_code_is_no_press(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    choice.choose(1)
    choice.choose_nothing()
    QApplication.processEvents()
    assert told == []


def test_a_press_by_key_tells_once(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    QTest.keyClick(choice.buttons[1], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert told == [1]


def test_a_toggle_is_a_press_of_a_switch(shown: Shown, theme: ThemeSource) -> None:
    tick = shown(Tick(theme, "Pain"))
    told: list[bool] = []
    tick.clicked.connect(lambda on: told.append(on))  # noqa: PLW0108 - or it is told nothing
    tick.setChecked(True)
    QApplication.processEvents()
    assert told == []
    toggle(tick)
    toggle(tick)
    assert told == [False, True]


def test_a_toggle_shows_the_page_of_a_thumbnail(
    shown: Shown, theme: ThemeSource, tmp_path: Path
) -> None:
    preview = shown(PagePreview(theme, "Preview"))
    page = QImage(QSize(100, 141), QImage.Format.Format_RGB32)
    file = tmp_path / "page.png"
    page.save(str(file))
    preview.show_pages([file.read_bytes()] * 2, [page, page], "2 pages", "")
    toggle(preview.thumbnails[1])
    assert preview.current == 1
    toggle(preview.thumbnails[1])
    assert [one.isChecked() for one in preview.thumbnails] == [False, True]


def test_ratings_and_pages_are_sets_of_which_one_is_chosen(
    shown: Shown, theme: ThemeSource
) -> None:
    scale = shown(RatingScale(theme, "Mood", None))
    told: list[object] = []
    scale.chosen.connect(told.append)
    toggle(scale.tiles[7])
    pages = shown(Sidebar(theme, [Place("today", "Today", "today")]))
    pages.chosen.connect(told.append)
    toggle(pages.buttons["today"])
    assert told == [7, "today"]
    assert role_of(scale.tiles[7]) is role_of(pages.buttons["today"])


def test_a_text_that_is_set_is_told_like_one_that_is_typed(
    shown: Shown, theme: ThemeSource
) -> None:
    for editor in (
        line(),
        DateField(theme, date(2026, 9, 12)),
        Stepper(theme, "Number", low=1, high=9),
    ):
        told = told_by(shown(editor))
        set_text(editor.field, "3")
        assert (editor.field.text(), told) == ("3", ["edited", "finished"])


def test_what_is_typed_is_finished_with_enter(shown: Shown) -> None:
    editor = shown(line())
    told = told_by(editor)
    QTest.keyClicks(editor, "40")
    assert told == ["edited", "edited"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told == ["edited", "edited", "finished"]


def test_a_text_from_the_code_is_not_told(shown: Shown) -> None:
    editor = shown(line("40"))
    told = told_by(editor)
    editor.setText("38")
    assert told == []


def test_a_text_that_is_set_in_the_session_form_is_kept(window: OpenedWindow) -> None:
    window.open(None, "2026-09-02 09:30")
    window.press(button(window.today, "Log an infusion"))
    body = window.main.flows.session.body
    assert body is not None
    fields = body.card.fields
    set_text(body.card.day.field, "yesterday")
    set_text(body.card.duration.field, "55")
    set_text(fields["dose"].editor, "40")
    window.rest()
    window.main.flows.settle()
    draft = window.store.draft("session")
    assert draft is not None
    assert body.card.day.text == "yesterday"
    kept = draft.content
    assert (kept["date"], kept["duration"], kept["dose"]) == ("yesterday", "55", "40")


def settings_of(window: OpenedWindow) -> SettingsPage:
    window.open(None, "2026-09-12 09:30")
    window.press(button(window.main, "Settings"))
    (page,) = window.main.findChildren(SettingsPage)
    return page


def test_a_text_that_is_set_in_the_settings_is_kept_at_once(window: OpenedWindow) -> None:
    page = settings_of(window)
    weight, born = (page.person.fields[key] for key in ("weight_kg", "date_of_birth"))
    set_text(page.clinic.fields["clinic_name"].line, "Harbour")
    weight.line.setFocus()
    set_text(weight.line, "72,5")
    set_text(born.line, "3.4.1985")
    set_text(page.help.fields["emergency"].line, "999")
    assert window.store.patient() == Patient(
        clinic_name="Harbour", weight_kg=72.5, date_of_birth=date(1985, 4, 3)
    )
    assert (weight.line.text(), born.line.text()) == ("72.5", "3 April 1985")
    assert window.store.settings().help.emergency == "999"
    set_text(weight.line, "heavy")
    assert weight.sentence.startswith("“heavy” is not a number")


def test_a_switch_that_is_toggled_in_the_settings_is_kept(window: OpenedWindow) -> None:
    page = settings_of(window)
    toggle(page.rated.ticks["pain"])
    assert "Pain" in [one.label for one in active_symptoms(window.store.load().symptoms)]


def test_a_drop_down_list_says_what_it_is_about(shown: Shown, theme: ThemeSource) -> None:
    box = shown(DropDown(theme, "Where you live"))
    box.setAccessibleDescription("For the help numbers.")
    begins = "Where you live " if sys.platform == "linux" else ""
    assert box.accessibleDescription() == f"{begins}For the help numbers."
    assert box.view().accessibleName() == "Where you live"
