"""The help panel: who can be reached now, each number large and ready to be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.labels import IconLabel, announce, label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.help_panel import HelpPanelView, HelpRow
from symptrack.texts import _

PANEL_WIDTH_PX = 780
STACK_BELOW_PX = 560
LARGE_UP_TO = 20
"""How many characters a number may have to be shown large; the patient's own words may be long."""


class HelpPanel(QWidget):
    """Title, what nobody sees, the ways to reach someone, and how old the numbers are."""

    def __init__(self, theme: ThemeSource, view: HelpPanelView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.text)
        self.copies: list[Button] = []
        self.notice = Notice(theme)
        items: list[Item] = [
            label(view.title, "question", wrap=True),
            10,
            label(view.text, "lead", wrap=True),
            20,
        ]
        for place, line in enumerate(view.rows):
            items += [10, self._card(line)] if place else [self._card(line)]
        items += [12, self.notice]
        for words in (view.saved, view.checked):
            if words:
                items += [12, label(words, "body2", wrap=True)]
        middle = box(column(*items))
        middle.setMaximumWidth(PANEL_WIDTH_PX + round(300 * (theme.scale - 1)))
        self.setLayout(row((box(row()), 1), (middle, 100), (box(row()), 1)))

    def speak(self) -> None:
        """Let a screen reader say the panel at once, numbers and all."""
        said = [self._view.title, self._view.text]
        said += [f"{line.name}: {line.number or line.hint}" for line in self._view.rows]
        announce(self, ". ".join(said))

    def _card(self, line: HelpRow) -> QFrame:
        words: list[Item] = [label(line.name, "h3", wrap=True)]
        if line.hint:
            words.append(label(line.hint, "body2", wrap=True))
        who = row(
            IconLabel(self._theme, line.icon, size=24),
            (column(STRETCH, *words, STRETCH, spacing=2), 1),
            spacing=16,
        )
        parts: list[tuple[QWidget, int]] = [(box(who), 1)]
        if line.number:
            parts.append((self._number(line), 0))
        beside = Columns(self._theme, parts, stack_below=STACK_BELOW_PX, spacing=12)
        return card(column(beside, margins=(24, 11, 18, 11)))

    def _number(self, line: HelpRow) -> QWidget:
        large = len(line.number) <= LARGE_UP_TO
        number = label(line.number, "h1" if large else "h3", wrap=not large)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(f"{line.name}: {line.number}")
        copy = Button(self._theme, _("Copy"), icon="copy")
        copy.setAccessibleName(_("Copy {number}").format(number=line.number))
        copy.setAccessibleDescription(line.name)
        copy.clicked.connect(lambda: self._on_copy_clicked(line.number))
        self.copies.append(copy)
        if large:
            return box(row((number, 1), copy, spacing=24))
        number.setMinimumWidth(280)
        return box(row((number, 1), column(STRETCH, copy, STRETCH), spacing=24))

    def _on_copy_clicked(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self.notice.say(_("Copied: {number}").format(number=number))


class HelpStep(Step):
    """The panel among the pages of a check-in, where one press goes on.

    ``opened`` says that the patient opened it, rather than an answer brought it.
    """

    def __init__(self, theme: ThemeSource, view: HelpPanelView, *, opened: bool = False) -> None:
        super().__init__(theme)
        self.opened = opened
        self.hints = ((("Enter",), _("go on")), (("Esc",), _("finish later")))
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.text)
        self.panel = HelpPanel(theme, view)
        self.setLayout(column(STRETCH, self.panel, STRETCH, margins=(32, 24, 32, 20)))

    def focus_first(self) -> bool:
        """Leave the focus to the one press that goes on, and say the panel."""
        self.panel.speak()
        return False
