"""A recovery code is printed, saved, copied for a while, and typed back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from symptrack.domain.errors import RefusedRequest
from symptrack.gui.sheet_printing import print_sheet, sheet_document, sheet_pdf
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.recovery_code import RecoveryCode
from symptrack.presenters.recovery_sheet import FORGOTTEN_AFTER_S, RecoverySheet
from tests.gui.conftest import Shown
from tests.gui.opened_window import button, words

CODE = "0A1B-22CC-33DD-44EE-55FF-66GG-77HH"
SHEET = RecoverySheet("Symptrack: recovery code", CODE, "Keep it.", ("It opens <b>one</b> copy.",))


class Patient:
    """Someone with a code in front of them."""

    def __init__(self, shown: Shown, theme: ThemeSource) -> None:
        self.saved: list[tuple[Path, bytes]] = []
        self.said: list[str] = []
        self.refused: list[str] = []
        self.had: list[bool] = []
        self.view = shown(RecoveryCode(theme, self._save), 900, 500)
        self.view.told.connect(self.said.append)
        self.view.refused.connect(self.refused.append)
        self.view.had.connect(lambda: self.had.append(True))
        self.view.show_code(SHEET, "This is the code of your copy.")

    def _save(self, _sheet: RecoverySheet, file: Path, pdf: bytes) -> None:
        if file.name == "refused.pdf":
            raise RefusedRequest("There is no room left for refused.pdf; nothing was written.")
        self.saved.append((file, pdf))

    def press(self, target: QAbstractButton) -> None:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type_back(self, *groups: str) -> None:
        for field, group in zip(self.view.fields.values(), groups, strict=True):
            field.editor.setFocus()
            QTest.keyClicks(field.editor, group)


@pytest.fixture
def patient(shown: Shown, theme: ThemeSource) -> Patient:
    return Patient(shown, theme)


def right_groups(patient: Patient) -> list[str]:
    return [CODE.split("-")[place] for place in patient.view.fields]


def test_where_there_is_no_printer_that_is_one_sentence(patient: Patient) -> None:
    patient.press(patient.view.print)
    assert patient.refused == [
        "This computer has no printer set up. Save the file and print it where there is one."
    ]
    with pytest.raises(RefusedRequest, match="no printer"):
        print_sheet(patient.view, SHEET)


def test_the_page_is_plain_text_whatever_is_in_it() -> None:
    text = sheet_document(SHEET).toPlainText()
    assert text == f"Symptrack: recovery code\n\n{CODE}\n\nIt opens <b>one</b> copy."
    assert sheet_pdf(SHEET).startswith(b"%PDF")


def test_the_page_is_saved_where_it_was_chosen(
    patient: Patient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = ["", str(tmp_path / "refused.pdf"), str(tmp_path / "code.pdf")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen.pop(0), ""))
    for _each in range(3):
        patient.press(patient.view.save)
    assert [file.name for file, _pdf in patient.saved] == ["code.pdf"]
    assert patient.refused == ["There is no room left for refused.pdf; nothing was written."]
    assert patient.said == ["The page is saved. Keep it."]


def test_a_copied_code_leaves_the_clipboard_after_a_minute(patient: Patient) -> None:
    clipboard = QApplication.clipboard()
    patient.press(patient.view.copy)
    assert clipboard.text() == CODE
    timer = patient.view.forgetting
    assert timer.interval() == FORGOTTEN_AFTER_S * 1000
    assert timer.isActive()
    timer.timeout.emit()
    assert clipboard.text() == ""
    clipboard.setText("something else by then")
    timer.timeout.emit()
    assert clipboard.text() == "something else by then"
    clipboard.clear()


def test_two_groups_typed_back_say_that_the_patient_has_it(patient: Patient) -> None:
    patient.press(patient.view.have_it)
    assert CODE not in words(patient.view)
    assert next(iter(patient.view.fields.values())).editor.hasFocus()
    patient.type_back(*right_groups(patient))
    QTest.keyClick(tuple(patient.view.fields.values())[-1].editor, Qt.Key.Key_Return)
    assert patient.had == [True]
    assert patient.view.fields == {}


def test_a_wrong_group_is_said_where_it_was_typed_and_stays(patient: Patient) -> None:
    patient.press(patient.view.have_it)
    first, _second = right_groups(patient)
    patient.type_back(first, "XXXX")
    patient.press(button(patient.view, "Check"))
    one, two = patient.view.fields.values()
    assert one.sentence == ""
    assert "This is not what stands there" in two.sentence
    assert patient.had == []
    patient.press(button(patient.view, "Show the code again"))
    assert patient.view.code is not None
    assert patient.view.code.text() == CODE
