"""The keys of a page that fills the window and asks one thing at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from symptrack.gui.widgets.press_guard import PressGuard, focused_text_field

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def take_key(
    event: QKeyEvent,
    guard: PressGuard,
    *,
    leave: Callable[[], object],
    go_on: Callable[[], object],
    answer: Callable[[str], object],
) -> None:
    """Take Esc and Enter, and as an ``answer`` what is printed on the page, in capitals.

    A key that was not meant does nothing. While something is typed only Esc is taken.
    """
    key = event.key()
    if event.isAutoRepeat() or guard.too_soon() or guard.repeated(key):
        return
    if key == Qt.Key.Key_Escape:
        leave()
    elif focused_text_field():
        return
    elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        go_on()
    elif event.text() and not event.modifiers() & _COMMANDS:
        answer(event.text().upper())


def add_shortcut(page: QWidget, keys: str, then: Callable[[], object]) -> None:
    """Let keys that are held down count once, on a page and in all it holds.

    They come before what has the focus: before a chosen answer takes the arrow for moving on to
    the one beside it, and before a note takes Enter.
    """
    made = QShortcut(QKeySequence(keys), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(False)
    made.activated.connect(then)
