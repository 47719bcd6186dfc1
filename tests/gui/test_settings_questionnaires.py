"""The settings of the questionnaires: how often each is asked for, kept at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from symptrack.domain.settings import Settings
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.settings_questionnaires import QuestionnairesSection
from symptrack.presenters.questionnaire_intervals import QuestionnaireIntervals
from tests.gui.conftest import Shown
from tests.gui.trouble import refuse_writes
from tests.opened import SetClock, open_store


def test_each_is_chosen_by_itself_and_kept_at_once(
    shown: Shown, qtbot: QtBot, theme: ThemeSource, tmp_path: Path
) -> None:
    with open_store(tmp_path, SetClock("2026-09-01 09:00")) as store:
        section = shown(QuestionnairesSection(theme, QuestionnaireIntervals(store)), 520, 420)
        phq9, pcl5 = section.intervals["phq9"], section.intervals["pcl5"]
        assert (phq9.currentText(), pcl5.currentText()) == ("Every 2 weeks", "Every 4 weeks")
        assert phq9.accessibleName() == "How often: PHQ-9"
        phq9.setFocus()
        with qtbot.waitSignal(section.changed):
            QTest.keyClick(phq9, Qt.Key.Key_Up)
        assert store.settings() == Settings(interval_days={"phq9": 7})
        with qtbot.waitSignal(section.changed):
            QTest.keyClick(pcl5, Qt.Key.Key_End)
        assert store.settings().interval_days == {"phq9": 7, "pcl5": 0}
        store.save_settings(Settings(interval_days={"phq9": 10}))
        section.show_intervals()
        assert (phq9.currentText(), pcl5.currentText()) == ("Every 10 days", "Every 4 weeks")


def test_what_cannot_be_kept_is_said(
    shown: Shown, qtbot: QtBot, theme: ThemeSource, tmp_path: Path
) -> None:
    with open_store(tmp_path, SetClock("2026-09-01 09:00")) as store:
        section = shown(QuestionnairesSection(theme, QuestionnaireIntervals(store)), 520, 420)
        refuse_writes(store)
        with qtbot.waitSignal(section.failed):
            QTest.keyClick(section.intervals["gad7"], Qt.Key.Key_Up)
