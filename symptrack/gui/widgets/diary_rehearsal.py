"""What bringing a file in would come to: what comes, and each thing that stays out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, add, clear, column
from symptrack.gui.widgets.labels import label
from symptrack.presenters.bring_in import RehearsalView
from symptrack.texts import ngettext

FEW = 6
LINES_SHOWN = 8


class DiaryRehearsal(QWidget):
    """Lines on a file; a long list of what stays out scrolls by itself."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        # It has the focus while it is read; Tab goes on from it to the first question.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._layout = column()
        self.setLayout(self._layout)
        self.long_list: QPlainTextEdit | None = None

    def show_view(self, view: RehearsalView) -> None:
        """Show what is found in place of what was found before."""
        clear(self._layout)
        self.long_list = None
        self.setAccessibleName(" ".join((view.title, *view.lines)))
        items: list[Item] = [label(view.title, "h3", wrap=True)]
        for line in view.lines:
            items += [6, label(line, "body", wrap=True)]
        if view.left_out:
            items += [14, *self._left_out(view.left_out)]
        for item in items:
            add(self._layout, item)

    def _left_out(self, lines: tuple[str, ...]) -> list[Item]:
        if len(lines) <= FEW:
            return [part for line in lines for part in (4, label(line, "body2", wrap=True))]
        n = len(lines)
        name = ngettext("{n} line on what stays out", "{n} lines on what stays out", n).format(n=n)
        shown = QPlainTextEdit()
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setPlainText("\n".join(lines))
        shown.setAccessibleName(name)
        shown.setFixedHeight(shown.fontMetrics().lineSpacing() * LINES_SHOWN + 24)
        self.long_list = shown
        return [label(name, "strong", wrap=True), 6, shown]
