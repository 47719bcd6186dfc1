"""Settings on screen: kept when a field is left, refused where it was typed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.help_lines import CrisisLine, load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp, Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom, active_symptoms
from symptrack.domain.words import Direction
from symptrack.gui.dialogs import calendar
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.settings_person import FieldsSection
from symptrack.presenters.preferences import PreferencesFile, ThemeChoice
from symptrack.presenters.settings import SettingsPresenter
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds, button, words
from tests.gui.trouble import let_write, refuse_writes
from tests.opened import SetClock, open_store

HOSTILE = "<b>x</b> & $\\frac{1}{0}$"
WIDE, SMALL = (1048, 780), (740, 588)
ENTER = Qt.Key.Key_Return


class OpenedSettings:
    """The page, shown, on a journal of its own."""

    def __init__(
        self,
        shown: Shown,
        qtbot: QtBot,
        theme: ThemeSource,
        folder: Path,
        milliseconds: SetMilliseconds,
    ) -> None:
        self.theme, self.qtbot, self.milliseconds = theme, qtbot, milliseconds
        self.clock = SetClock("2026-09-12 09:30")
        self.store = open_store(folder, self.clock)
        self.preferences = PreferencesFile(folder / "preferences.json")
        self._shown = shown

    def __call__(self, size: tuple[int, int] = WIDE) -> SettingsPage:
        presenter = SettingsPresenter(
            self.store, self.clock.clock, self.preferences, load_help_lines(), "US"
        )
        page = SettingsPage(presenter, self.theme, self.milliseconds)
        self.page = self._shown(page, *size)
        self.rest()
        return self.page

    def rest(self) -> None:
        """Let the layouts settle and the guarded time go by."""
        for _turn in range(3):
            QApplication.processEvents()
        self.milliseconds.pass_by()

    def press(self, target: QAbstractButton | str) -> None:
        """Press a button, or the one with a name, with the mouse."""
        found = button(self.page, target) if isinstance(target, str) else target
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.rest()

    @property
    def asked(self) -> list[str]:
        """Return what a check-in asks."""
        return [symptom.label for symptom in active_symptoms(self.store.load().symptoms)]


@pytest.fixture
def opened(
    shown: Shown,
    qtbot: QtBot,
    theme: ThemeSource,
    tmp_path: Path,
    milliseconds: SetMilliseconds,
) -> Iterator[OpenedSettings]:
    """Return what opens the settings."""
    made = OpenedSettings(shown, qtbot, theme, tmp_path, milliseconds)
    yield made
    made.store.close()


def write(line: QLineEdit, text: str, then: Qt.Key = ENTER) -> None:
    """Type a text over what stands in a line and go on with a key."""
    line.setFocus()
    line.selectAll()
    if text:
        QTest.keyClicks(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, then)


def line_of(section: FieldsSection, key: str) -> QLineEdit:
    return section.fields[key].line


def test_what_is_typed_is_kept_on_enter_and_on_leaving(opened: OpenedSettings) -> None:
    page = opened()
    with opened.qtbot.waitSignal(page.changed):
        write(line_of(page.person, "label"), HOSTILE)
    with opened.qtbot.waitSignal(page.changed):
        write(line_of(page.clinic, "clinic_phone"), "555 0142", Qt.Key.Key_Tab)
    assert opened.store.patient() == Patient(label=HOSTILE, clinic_phone="555 0142")
    assert line_of(page.person, "label").text() == HOSTILE


def test_leaving_a_line_as_it_was_keeps_nothing(opened: OpenedSettings) -> None:
    opened.store.save_patient(Patient(trusted_contact="Ann\n555 0199"))
    page = opened()
    before = opened.store.changes
    with opened.qtbot.assertNotEmitted(page.changed):
        line_of(page.person, "trusted_contact").setFocus()
        QTest.keyClick(line_of(page.person, "trusted_contact"), Qt.Key.Key_Tab)
    assert opened.store.changes == before


def test_what_is_refused_stays_as_typed_and_the_focus_goes_on(opened: OpenedSettings) -> None:
    page = opened()
    field = page.person.fields["weight_kg"]
    write(field.line, "heavy", Qt.Key.Key_Tab)
    assert field.sentence == "“heavy” is not a number; write it like 38 or 0.5."
    assert field.line.text() == "heavy"
    assert not field.line.hasFocus()
    assert opened.store.patient() == Patient()
    page.refresh()
    assert field.line.text() == "heavy"
    write(field.line, "72,5")
    assert field.sentence == ""
    assert field.line.text() == "72.5"
    assert opened.store.patient().weight_kg == 72.5


def test_taking_back_what_was_refused_takes_the_sentence_back(opened: OpenedSettings) -> None:
    page = opened()
    field = page.person.fields["weight_kg"]
    write(field.line, "5000")
    assert field.sentence == "5,000 kg cannot be kept; it must be 20 to 400 kg."
    write(field.line, "")
    assert field.sentence == ""


def test_a_date_of_birth_is_typed_or_chosen(
    opened: OpenedSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    field = page.person.fields["date_of_birth"]
    write(field.line, "3.4.1985", Qt.Key.Key_Tab)
    assert field.line.text() == "3 April 1985"
    monkeypatch.setattr(calendar, "ask", lambda *_arguments: date(1985, 4, 4))
    opened.press("Date of birth: calendar")
    assert opened.store.patient().date_of_birth == date(1985, 4, 4)


def test_what_is_being_typed_is_kept_when_the_page_settles(opened: OpenedSettings) -> None:
    page = opened()
    line_of(page.clinic, "clinic_name").setFocus()
    QTest.keyClicks(line_of(page.clinic, "clinic_name"), "Harbour")
    assert opened.store.patient().clinic_name == ""
    page.settle()
    assert opened.store.patient().clinic_name == "Harbour"


def test_a_full_disk_is_said_and_nothing_that_was_typed_is_lost(opened: OpenedSettings) -> None:
    page = opened()
    refuse_writes(opened.store)
    label = line_of(page.person, "label")
    write(label, "A. B.")
    assert page.notice.accessibleName().endswith(".")
    assert label.text() == "A. B."
    opened.press("Pain")
    assert not page.rated.ticks["pain"].isChecked()
    opened.press("Add a side effect")
    write(page.effects.form.label, "Itching")
    assert page.effects.form.isVisible()
    assert page.effects.form.label.text() == "Itching"
    let_write(opened.store)
    write(label, "A. B.", Qt.Key.Key_Tab)
    assert (opened.store.patient().label, page.notice.isVisible()) == ("A. B.", False)


def test_the_look_changes_at_once_and_is_kept(opened: OpenedSettings) -> None:
    page = opened()
    opened.press("Dark")
    assert opened.theme.choice is ThemeChoice.DARK
    assert not page.look.smaller.isEnabled()
    for size in (125, 150, 175, 200):
        opened.press("Larger text")
        assert opened.theme.text_size == size
        assert page.look.size_shown.text() == f"{size} %"
    assert not page.look.larger.isEnabled()
    assert page.look.smaller.hasFocus()
    kept = PreferencesFile(opened.preferences._path).current
    assert (kept.theme, kept.text_size) == (ThemeChoice.DARK, 200)
    for _step in range(4):
        opened.press("Smaller text")
    assert opened.theme.text_size == 100
    assert page.look.larger.hasFocus()


def test_a_look_chosen_elsewhere_is_shown(opened: OpenedSettings) -> None:
    page = opened()
    opened.theme.choose(ThemeChoice.SYSTEM, 125)
    assert page.look.themes.current == 2
    assert page.look.size_shown.text() == "125 %"


def test_a_switch_changes_what_is_asked(opened: OpenedSettings) -> None:
    page = opened()
    assert "mood" not in page.rated.ticks
    assert "Always asked" in words(page)
    with opened.qtbot.waitSignal(page.changed):
        opened.press("Pain")
    opened.press("Anxiety")
    assert opened.asked == ["Mood", "Pain"]
    opened.press("Anxiety")
    assert opened.asked == ["Mood", "Anxiety", "Pain"]


def test_a_switch_pressed_twice_by_shaky_hands_moves_once(opened: OpenedSettings) -> None:
    page = opened()
    for _press in range(2):
        QTest.mouseClick(page.rated.ticks["pain"], Qt.MouseButton.LeftButton)
        opened.milliseconds.pass_by(200)
    assert opened.asked == ["Mood", "Anxiety", "Pain"]


def test_an_own_symptom_is_added_by_keys_alone(opened: OpenedSettings) -> None:
    page = opened()
    page.rated.add.setFocus()
    QTest.keyClick(page.rated.add, ENTER)
    opened.rest()
    form = page.rated.form
    assert form.label.hasFocus()
    write(form.label, HOSTILE)
    assert form.fields["higher_is"].sentence == "Choose whether 10 is the good or the bad end."
    assert form.directions.buttons[0].hasFocus()
    QTest.keyClick(form.directions.buttons[1], Qt.Key.Key_Space)
    write(form.high, "a lot")
    opened.rest()
    assert opened.asked == ["Mood", "Anxiety", HOSTILE]
    (symptom,) = opened.store.load().symptoms
    assert (symptom.key, symptom.high, symptom.higher_is) == (
        "b_x_b_frac_1_0",
        "a lot",
        Direction.WORSE,
    )
    assert HOSTILE in words(page)
    assert not form.isVisible()
    assert button(page, f"Change {HOSTILE}").hasFocus()


def test_an_own_symptom_is_changed_or_left_as_it_was(opened: OpenedSettings) -> None:
    opened.store.save_symptom(
        Symptom(key="hope", label="Hope", low="no", high="yes", higher_is=Direction.BETTER)
    )
    page = opened()
    opened.press("Change Hope")
    form = page.rated.form
    assert (form.label.text(), form.low.text(), form.directions.current) == ("Hope", "no", 0)
    write(form.label, "", Qt.Key.Key_Tab)
    opened.press("Keep")
    assert form.fields["label"].sentence == "Write what it is called."
    opened.press("Cancel")
    assert page.rated.changes["hope"].hasFocus()
    opened.press("Change Hope")
    assert form.fields["label"].sentence == ""
    write(form.label, "Trust", Qt.Key.Key_Tab)
    opened.press("Keep")
    assert opened.asked[-1] == "Trust"
    assert opened.store.load().symptoms[0].key == "hope"


def test_cancelling_a_new_one_adds_nothing(opened: OpenedSettings) -> None:
    page = opened()
    opened.press("Add your own")
    assert not page.rated.add.isVisible()
    opened.press("Cancel")
    assert page.rated.add.hasFocus()
    assert opened.store.load().symptoms == ()


def test_a_double_press_on_add_adds_one(opened: OpenedSettings) -> None:
    page = opened()
    opened.press("Add a side effect")
    QTest.keyClicks(page.effects.form.label, "Itching")
    for _press in range(2):
        QTest.mouseClick(page.effects.form.save, Qt.MouseButton.LeftButton)
        opened.milliseconds.pass_by(100)
    opened.rest()
    assert [effect.key for effect in opened.store.load().side_effects] == ["itching"]
    opened.press("Change Itching")
    write(page.effects.form.label, "Itching arms")
    assert [effect.label for effect in opened.store.load().side_effects] == ["Itching arms"]
    opened.rest()
    assert "Itching arms" in words(page)


def test_another_country_shows_its_numbers(opened: OpenedSettings) -> None:
    page = opened()
    box = page.help.country
    assert box.currentText() == "United States"
    with opened.qtbot.waitSignal(page.changed):
        box.setFocus()
        QTest.keyClicks(box, "U")
        QTest.keyClick(box, Qt.Key.Key_Down)
    chosen = opened.preferences.current.country
    assert chosen == box.currentData()
    box.setCurrentIndex(box.findData("GB"))
    box.activated.emit(box.currentIndex())
    assert any(text.startswith("Emergency: 999, Samaritans: 116 123") for text in words(page))
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    assert "Emergency: not known" in words(page)
    assert not any("Numbers checked" in text for text in words(page))


def test_own_numbers_can_be_let_go_and_brought_back(opened: OpenedSettings) -> None:
    own = OwnHelp(emergency="000", crisis=(CrisisLine(name=HOSTILE, call="1"),))
    opened.store.save_settings(Settings(help=own))
    page = opened()
    assert line_of(page.help, "crisis_name").text() == HOSTILE
    opened.press("Use the numbers of the country")
    assert opened.store.settings().help == OwnHelp()
    assert not page.help.reset.isVisible()
    assert line_of(page.help, "emergency").text() == ""
    assert page.notice.action is not None
    assert page.notice.action.hasFocus()
    opened.press(page.notice.action)
    assert opened.store.settings().help == own
    assert line_of(page.help, "emergency").text() == "000"
    assert not page.notice.isVisible()


def test_own_numbers_are_typed_in(opened: OpenedSettings) -> None:
    page = opened()
    name = page.help.fields["crisis_name"]
    write(name.line, "Mine")
    assert name.sentence == "Write its number first; a name alone cannot be called."
    write(line_of(page.help, "crisis_call"), "116 123")
    write(name.line, "Mine!")
    assert opened.store.settings().help.crisis == (CrisisLine(name="Mine!", call="116 123"),)


def test_the_page_names_licences_and_notices(opened: OpenedSettings) -> None:
    said = " ".join(words(opened()))
    assert "MIT licence" in said
    assert "This material contains content from LOINC (http://loinc.org)." in said
    assert "Changes are saved at once." in said


@pytest.mark.parametrize(("size", "text_size"), [(WIDE, 100), (SMALL, 100), (SMALL, 200)])
def test_everything_fits_the_width_and_is_large_enough(
    opened: OpenedSettings, size: tuple[int, int], text_size: int
) -> None:
    opened.theme.choose(ThemeChoice.LIGHT, text_size)
    opened.store.save_symptom(Symptom(key="own", label=HOSTILE * 4))
    opened.store.save_own_effect(OwnSideEffect(key="own", label=HOSTILE * 4))
    page = opened(size)
    for section in (page.rated, page.effects):
        section.begin("own")
    opened.rest()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    content = scroll.widget()
    assert content is not None
    assert content.width() <= scroll.viewport().width()
    every: list[QWidget] = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    controls = [one for one in every if one.isVisible()]
    assert len(controls) > 20
    for one in controls:
        assert one.accessibleName(), one
        assert one.height() >= 44, one.accessibleName()
        right = one.mapTo(content, one.rect().topRight()).x()
        assert right < content.width(), one.accessibleName()


def test_tab_reaches_the_fields_in_the_order_they_are_read(opened: OpenedSettings) -> None:
    page = opened()
    opened.press("Add your own")
    page.look.themes.buttons[0].setFocus()
    reached = []
    for _press in range(60):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName())
    expected = ["Larger text", "Name or initials", "Pain", "What do you want to rate?", "Add"]
    places = [reached.index(name) for name in expected]
    assert places == sorted(places)
