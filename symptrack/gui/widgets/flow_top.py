"""What stands above each page of a flow: what it is, how far it is, when, and the way out."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.progress import Progress
from symptrack.presenters.history import HistoryPresenter
from symptrack.texts import _

STACK_BELOW_PX = 340


class TopHeading(Protocol):
    """The words: which flow it is, a line about it, when it was, and how far it is."""

    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def when(self) -> str: ...
    @property
    def count(self) -> str: ...
    @property
    def step(self) -> int: ...
    @property
    def steps(self) -> int: ...


class FlowTop(QWidget):
    """``when`` changes the time, ``leave`` finishes later."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title, self._subtitle = label("", "h3", wrap=True), label("", "meta", wrap=True)
        self._count = label("", "strong", align=CENTRE)
        self._progress = Progress(theme)
        self.when = Button(theme, "", "quiet", icon="clock")
        self.when.setAccessibleDescription(_("Change the time"))
        self.leave = Button(theme, _("Save and finish later"), "quiet")
        words = box(column(STRETCH, self._title, self._subtitle, STRETCH, spacing=2))
        self._beside = row(STRETCH)
        left = Columns(
            theme, [(words, 1), (box(self._beside), 0)], stack_below=STACK_BELOW_PX, spacing=0
        )
        middle = box(
            column(STRETCH, self._count, row(STRETCH, self._progress, STRETCH), STRETCH, spacing=6)
        )
        right = Columns(
            theme,
            [(box(row(STRETCH, self.when)), 1), (box(row(STRETCH, self.leave)), 0)],
            stack_below=STACK_BELOW_PX,
            spacing=0,
        )
        self.setLayout(row((left, 1), middle, (right, 1), spacing=12, margins=(32, 12, 24, 12)))

    def changes(
        self,
        history: HistoryPresenter,
        notice: Notice,
        *,
        before: Callable[[], object],
        then: Callable[[str], object],
    ) -> ChangesButton:
        """Return the way to earlier versions, beside what it is, or below with little width."""
        made = ChangesButton(self._theme, history, notice, before=before, then=then)
        self._beside.insertWidget(0, made)
        return made

    def show_heading(self, heading: TopHeading) -> None:
        """Show what it is and how far it is."""
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self.when.set_words(heading.when)
        self._count.setText(heading.count)
        self._progress.show_step(heading.step, heading.steps)
