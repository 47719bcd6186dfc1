"""Works widgets as assistive technology does: through the accessibility tree, without any key."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget


def role_of(widget: QWidget) -> QAccessible.Role:
    """Return what a widget says that it is."""
    return QAccessible.queryAccessibleInterface(widget).role()


def toggle(widget: QAbstractButton) -> None:
    """Toggle a button."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")
    QApplication.processEvents()


def set_text(editor: QWidget, text: str) -> None:
    """Put a text in the place of what stands in a line."""
    assert isinstance(editor, QLineEdit)
    found = QAccessible.queryAccessibleInterface(editor)
    found.editableTextInterface().replaceText(0, len(editor.text()), text)
    QApplication.processEvents()
