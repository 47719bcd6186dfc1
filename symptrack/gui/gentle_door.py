"""The key that opens gentle mode in the window and in its dialogs, and the way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.sidebar import GENTLE_KEY

MARK = "gentlekey"
Wear = Callable[[ThemeSource], None]


class GentleDoor(QObject):
    """``wanted`` says that the key was pressed; dialogs stand aside meanwhile, as they were left.

    Parameters
    ----------
    wearers
        What lets the parts of the window that stay on screen wear a look.
    """

    wanted = Signal()

    def __init__(self, window: QWidget, theme: ThemeSource, wearers: Sequence[Wear]) -> None:
        super().__init__(window)
        self._window, self._theme, self._wearers = window, theme, wearers
        self._aside: list[QWidget] = []
        self._focus: QWidget | None = None
        self._look: ThemeSource | None = None
        theme.changed.connect(self._on_theme_changed)
        self._add_key(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def remember(self) -> None:
        """Remember where the patient is."""
        self._focus = QApplication.focusWidget()

    def leave(self, look: ThemeSource) -> None:
        """Let dialogs stand aside, and wear another look."""
        dialog = QApplication.activeModalWidget()
        while dialog is not None and dialog not in self._aside:
            _show(dialog, visible=False)
            self._aside.append(dialog)
            dialog = QApplication.activeModalWidget()
        self._wear(look)

    def come_back(self) -> bool:
        """Go back to where the patient was; false where that is not there any more."""
        self._wear(None)
        while self._aside:
            dialog = self._aside.pop()
            if isValid(dialog):
                _show(dialog, visible=True)
                dialog.activateWindow()
        focus, self._focus = self._focus, None
        if focus is None or not isValid(focus) or not focus.isVisible():
            return False
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _wear(self, look: ThemeSource | None) -> None:
        self._look = look
        for wear in self._wearers:
            wear(look or self._theme)

    def _on_theme_changed(self) -> None:
        if self._look is not None:  # the text size may be another
            self._wear(self._look)

    def _add_key(self, top: QWidget) -> None:
        top.setProperty(MARK, True)
        shortcut = QShortcut(QKeySequence(GENTLE_KEY), top)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.wanted)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give the key to a dialog of the window; a modal one hides the window's own."""
        top = now.window() if now is not None else None
        if top is not None and not top.property(MARK) and self._is_over(top):
            self._add_key(top)

    def _is_over(self, top: QWidget) -> bool:
        """Whether a window is a dialog of this one, or a dialog of such a dialog."""
        parent = top.parentWidget()
        while parent is not None and parent is not self._window:
            parent = parent.parentWidget()
        return parent is not None


def _show(dialog: QWidget, *, visible: bool) -> None:
    """Show or hide a dialog that somebody waits for.

    Its own ``setVisible`` would take being hidden for being closed, and what was typed would go.
    """
    QWidget.setVisible(dialog, visible)
