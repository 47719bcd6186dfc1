"""Starts the real program and uses every feature of it with one word: a driver, not a test.

``python -m tests.gui.leaving_patient FOLDER ARGUMENT…``: what is saved by the patient goes into
``FOLDER``, where a diary lies that is brought in. Each step that is done goes to standard output,
and at last what the process had loaded that could reach a network.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow

from symptrack import app
from symptrack.gui.dialogs.question import QuestionDialog
from symptrack.gui.dialogs.save_picture import SavePictureDialog
from symptrack.gui.main_window import MainWindow
from symptrack.gui.page import Page
from symptrack.gui.pages.backups import BackupsPage
from symptrack.gui.pages.bring_in import BringInPage
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.pages.export import ExportPage
from symptrack.gui.pages.lock import LockPage
from symptrack.gui.pages.protect import ProtectPage
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.protect_steps import CodeStep, NewStep
from symptrack.gui.widgets.question_steps import NoteStep
from tests.gui.started_program import Looking
from tests.whole_app import GUARDED_MS, settle, spin, walk_check_in

CANARY = "Kanarie7f3a"
"""What the patient writes everywhere; no font, library or list has it."""
PASSPHRASE = f"{CANARY} opens it"
DIARY = "diary.csv"
AnyPage = TypeVar("AnyPage", bound=Page)
LOOK_MS = 50
NETWORK = re.compile(r"lib(?:Qt6(?:Network|WebSockets|WebEngineCore|Quick)|curl|nghttp2|soup)\b")


class Patient:
    """Uses the window, and answers each dialog: yes, and a place in the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._saved = 0

    def play(self, shown: QMainWindow) -> None:
        """Do everything, one after the other, then leave in the middle of a note."""
        assert isinstance(shown, MainWindow)
        self.window = shown
        self._dialogs = QTimer(shown)
        self._dialogs.timeout.connect(self._answer_dialog)
        self._dialogs.start(LOOK_MS)
        steps: tuple[Callable[[], None], ...] = (
            self.bring_in, self.check_in, self.change_settings, self.look_at_every_page,
            self.save_chart, self.save_report, self.save_other_files, self.save_elsewhere,
            self.protect, self.lock, self.write_a_draft,
        )  # fmt: skip
        for step in steps:
            step()
            settle(self.window)
            print(step.__name__, flush=True)
        self._tell_what_is_loaded()
        self.window.close()

    def _answer_dialog(self) -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, QFileDialog):
            self._saved += 1
            asked.findChildren(QLineEdit)[0].setText(str(self.folder / f"saved-{self._saved}"))
            asked.accept()
        elif isinstance(asked, SavePictureDialog):
            asked.with_label.setChecked(True)
            asked.save.click()
        elif isinstance(asked, QuestionDialog):
            asked.answers[0].click()

    def bring_in(self) -> None:
        page = self._page("bring_in", BringInPage)
        page.take(self.folder / DIARY)
        settle(self.window)
        page.bring.click()

    def check_in(self) -> None:
        for name in walk_check_in(self.window):
            if name == "check-in-note":
                self._write_note()

    def write_a_draft(self) -> None:
        self.window.open_check_in()
        page = self.window.check_in
        while not isinstance(page.step, NoteStep):
            spin(GUARDED_MS)
            page.next.click()
        self._write_note()

    def _write_note(self) -> None:
        step = self.window.check_in.step
        assert isinstance(step, NoteStep)
        step.field.setPlainText(f"{CANARY} in a note")

    def change_settings(self) -> None:
        page = self._page("settings", SettingsPage)
        for section in (page.person, page.clinic):
            for field in section.fields.values():
                if not field.line.text().isdecimal():
                    field.line.setText(f"{CANARY} typed")
        page.settle()

    def look_at_every_page(self) -> None:
        for key in ("journal", "care", "charts", "report", "trash", "today"):
            self.window.go_to(key)
            settle(self.window)

    def save_chart(self) -> None:
        page = self._page("charts", ChartsPage)
        page.saving.copy.click()
        settle(self.window)
        page.saving.save.click()

    def save_report(self) -> None:
        page = self._page("report", ReportPage)
        page.choices.name.click()
        settle(self.window)
        page.save.click()

    def save_other_files(self) -> None:
        page = self._page("export", ExportPage)
        for card in page.cards:
            card.save.click()
            settle(self.window)

    def save_elsewhere(self) -> None:
        page = self._page("backups", BackupsPage)
        page.now.click()
        settle(self.window)
        page.elsewhere.save.click()

    def protect(self) -> None:
        page = self._page("protect-set", ProtectPage)
        assert isinstance(page.step, NewStep)
        for typed in (page.step.passphrase, page.step.again):
            typed.setText(PASSPHRASE)
        page.next.click()
        settle(self.window)
        assert isinstance(page.step, CodeStep)
        shown = page.step.code
        assert shown.code is not None
        groups = shown.code.text().split("-")
        shown.copy.click()
        shown.have_it.click()
        for place, field in shown.fields.items():
            written = line_of(field.editor)
            assert written is not None
            written.setText(groups[place])
        shown.check.click()
        former = self.window.today
        page.next.click()
        # The page goes with the journal that it was made for: nothing of it can be waited for.
        self._until(lambda: self.window.today is not former and self.window.isEnabled())

    def lock(self) -> None:
        self.window.lock_requested.emit()
        self._until(lambda: isinstance(self.window.stack.currentWidget(), LockPage))
        settle(self.window)
        page = self.window.stack.currentWidget()
        assert isinstance(page, LockPage)
        page.secret.field.setText("not this one")
        page.unlock.click()
        settle(self.window)
        page.secret.field.setText(PASSPHRASE)
        page.unlock.click()
        self._until(lambda: not self.window.shows_problem)

    def _until(self, there: Callable[[], bool]) -> None:
        while not there():
            spin(LOOK_MS)

    def _page(self, key: str, kind: type[AnyPage]) -> AnyPage:
        self.window.go_to(key)
        settle(self.window)
        page = self.window.page_stack.currentWidget()
        assert isinstance(page, kind)
        return page

    def _tell_what_is_loaded(self) -> None:
        maps = Path("/proc/self/maps")
        mapped = maps.read_text(encoding="utf-8") if maps.exists() else ""
        for found in sorted({*NETWORK.findall(mapped), *{"PySide6.QtNetwork"} & {*sys.modules}}):
            print(f"loaded {found}")


def main() -> None:
    """Wait for the window with what belongs into it, then play."""
    patient = Patient(Path(sys.argv[1]))
    _looking = Looking(patient.play)  # kept: its timer ends with it
    app.main(sys.argv[2:])


if __name__ == "__main__":
    main()
