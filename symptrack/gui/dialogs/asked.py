"""Waiting for a dialog, also while it stands aside."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QDialog

from symptrack.gui.widgets.press_echo import echo_over


def wait_for(dialog: QDialog) -> bool:
    """Show a dialog over the window and wait for its end; tell whether it was accepted.

    ``QDialog.exec`` takes a dialog that is hidden for one that was closed. While gentle mode is
    on screen a dialog is hidden and has to be there again afterwards, with what was typed.
    A double press that ends it is not handed on to what lies below.
    """
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.setModal(True)
    dialog.show()
    echo = echo_over(dialog.parentWidget())
    if echo is not None:
        echo.watch(dialog)
    loop.exec()
    return dialog.result() == QDialog.DialogCode.Accepted
