"""The first run, through its widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from symptrack.domain.help_lines import load_help_lines
from symptrack.gui.pages.welcome import STEPS, WelcomePage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll
from symptrack.gui.widgets.fields import Stepper
from symptrack.presenters.preferences import PreferencesFile, ThemeChoice
from symptrack.presenters.welcome import WelcomePresenter
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-09-01 09:00")
DATA = Path(__file__).parent.parent / "data"


class FirstRun:
    """A first run on an American desktop."""

    def __init__(self, folder: Path, theme: ThemeSource) -> None:
        self.store: Store = open_store(folder / "journal", CLOCK)
        self.preferences = PreferencesFile(folder / "preferences.json")
        presenter = WelcomePresenter(
            self.store, self.preferences, load_help_lines(), CLOCK.clock, "US"
        )
        self.page = WelcomePage(presenter, CLOCK.clock, theme)

    def type(self, key: str, text: str) -> None:
        """Type into a field."""
        self._line(key).setText(text)

    def text(self, key: str) -> str:
        """Return what stands in a field."""
        return self._line(key).text()

    def _line(self, key: str) -> QLineEdit:
        editor = self.page.fields[key].editor
        field = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        return field


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path, theme: ThemeSource) -> Iterator[FirstRun]:
    """Return a first run on screen."""
    made = FirstRun(tmp_path, theme)
    qtbot.addWidget(made.page)
    made.page.resize(1280, 780)
    made.page.show()
    yield made
    made.store.close()


def test_three_presses_make_the_usual_first_series(qtbot: QtBot, run: FirstRun) -> None:
    for _step in range(2):
        run.page.main.click()
    with qtbot.waitSignal(run.page.finished):
        run.page.main.click()
    (series,) = run.store.load().series
    assert (series.name, series.planned_sessions) == ("First series", 6)
    assert run.preferences.current.country == "US"


def test_country_and_clinic_are_told_and_kept(qtbot: QtBot, run: FirstRun) -> None:
    run.page.main.click()
    run.page.country.setCurrentIndex(run.page.country.findData("GB"))
    run.type("clinic_name", "<b>Harbour</b> & Co")
    run.type("clinic_phone", "555 0142")
    with qtbot.waitSignal(run.page.help_changed) as told:
        run.page.main.click()
    assert told.args == ["GB"]
    assert run.store.patient().clinic_name == "<b>Harbour</b> & Co"


def test_the_series_can_be_left_for_later(qtbot: QtBot, run: FirstRun) -> None:
    run.page.main.click()
    run.page.main.click()
    with qtbot.waitSignal(run.page.finished):
        run.page.later.click()
    assert run.store.load().series == ()


def test_what_was_entered_is_still_there_after_going_back(run: FirstRun) -> None:
    run.page.main.click()
    run.page.country.setCurrentIndex(run.page.country.findData("GB"))
    run.type("clinic_name", "Harbour & Co")
    run.page.back.click()
    run.page.main.click()
    assert run.page.country.currentData() == "GB"
    assert run.text("clinic_name") == "Harbour & Co"
    run.page.main.click()
    run.type("name", "Spring")
    run.type("planned", "8")
    run.page.back.click()
    run.page.main.click()
    assert (run.text("name"), run.text("planned")) == ("Spring", "8")


def test_each_step_begins_at_its_top_and_enter_goes_on_from_its_fields(
    run: FirstRun, theme: ThemeSource
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    run.page.resize(1024, 540)
    run.page.activateWindow()
    for step in range(STEPS):
        for _turn in range(4):
            QApplication.processEvents()
        (scroll,) = run.page.findChildren(PageScroll)
        assert run.page.step == step
        assert scroll.verticalScrollBar().maximum() > 0
        assert scroll.verticalScrollBar().value() == 0
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert [one.name for one in run.store.load().series] == ["First series"]


def test_back_goes_back(run: FirstRun) -> None:
    run.page.main.click()
    run.page.back.click()
    assert run.page.step == 0


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [("planned", "0", "0 is outside 1-200"), ("begins", "soon", "“soon” is not a date")],
)
def test_a_wrong_field_says_so_and_keeps_what_was_typed(
    run: FirstRun, key: str, text: str, sentence: str
) -> None:
    run.page.main.click()
    run.page.main.click()
    run.type(key, text)
    run.page.main.click()
    field = run.page.fields[key]
    assert field.sentence.startswith(sentence)
    assert getattr(field.editor, "field").text() == text  # noqa: B009 - of either editor
    assert run.page.step == 2
    assert run.store.load().series == ()


def test_the_stepper_steps_and_stays_within_its_range(run: FirstRun) -> None:
    run.page.main.click()
    run.page.main.click()
    stepper = run.page.fields["planned"].editor
    assert isinstance(stepper, Stepper)
    assert stepper.text == "6"


def test_an_old_diary_ends_the_first_run_and_leads_to_its_page(qtbot: QtBot, run: FirstRun) -> None:
    with qtbot.waitSignal(run.page.diary_wanted):
        run.page.diary.click()
    assert run.preferences.current.country == "US"


def test_where_the_first_run_cannot_be_ended_no_diary_is_asked_for(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    (tmp_path / "preferences.json").mkdir()
    with qtbot.assertNotEmitted(run.page.diary_wanted):
        run.page.diary.click()
    assert not run.page.notice.isHidden()


def test_the_picture_leaves_the_room_to_words(run: FirstRun) -> None:
    assert run.page.art.isVisible()
    run.page.resize(900, 600)
    assert not run.page.art.isVisible()


def test_a_failed_save_is_said_and_nothing_moves(run: FirstRun, tmp_path: Path) -> None:
    run.page.main.click()
    (tmp_path / "preferences.json").mkdir()
    run.page.main.click()
    assert run.page.step == 1
    assert not run.page.notice.isHidden()
