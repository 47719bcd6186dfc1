"""The rows of the page of visits and medicines, and the card of the next visit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.journal_pictures import RowPicture
from symptrack.gui.widgets.journal_rows import Record, RowButton
from symptrack.gui.widgets.text_lines import Paragraph
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.care import CareRow
from symptrack.presenters.medication import Change
from symptrack.texts import _

LEFT_PX = 10
STACK_BELOW_PX = 640


class CarePicture(RowPicture):
    """What a visit or a medicine is, and the lines below it."""

    def __init__(self, theme: ThemeSource, shown: CareRow) -> None:
        super().__init__(theme)
        self._shown = shown

    def left_width(self, _width: int) -> int:
        """Return where the words begin."""
        return LEFT_PX

    def left_height(self, _width: int) -> int:
        """Return nothing: there is nothing left of the words."""
        return 0

    def paint_left(self, painter: QPainter, size: QSize) -> None:
        """Paint nothing left of the words."""

    def paragraphs(self, _width: int) -> Sequence[Paragraph]:
        """Return the words."""
        lines = [Paragraph(line, 15, role="text3") for line in self._shown.lines]
        return [Paragraph(self._shown.title, 17, 600), *lines]


class CareRowView(QWidget):
    """A visit or a medicine: pressed it opens; its buttons stand beside it.

    ``opened`` carries what is to be done to it.
    """

    opened = Signal(object, object)
    delete_requested = Signal(object)

    def __init__(self, theme: ThemeSource, shown: CareRow) -> None:
        super().__init__()
        self._theme, self.shown = theme, shown
        self.record: Record = (shown.kind, shown.id)
        self.words = RowButton(theme, CarePicture(theme, shown), shown.spoken, self.record)
        self.words.clicked.connect(lambda: self.opened.emit(self.record, Change.EDIT))
        self.words.delete_pressed.connect(lambda: self.delete_requested.emit(self.record))
        self.delete = self._button(_("Delete"), icon="trash")
        self.delete.clicked.connect(lambda: self.delete_requested.emit(self.record))
        self.new_dose = self._button(_("Changed dose"))
        self.new_dose.clicked.connect(lambda: self.opened.emit(self.record, Change.DOSE))
        self.stopped = self._button(_("Stopped"))
        self.stopped.clicked.connect(lambda: self.opened.emit(self.record, Change.STOP))
        beside_it = [self.new_dose, self.stopped, self.delete] if shown.taken else [self.delete]
        buttons = box(column(STRETCH, WrapRow(*beside_it), STRETCH, margins=(0, 6, 0, 6)))
        stack_below = STACK_BELOW_PX if shown.taken else 0
        beside = Columns(theme, [(self.words, 1), (buttons, 0)], stack_below=stack_below, spacing=4)
        self.setLayout(column(beside))

    def _button(self, words: str, icon: str = "") -> Button:
        kind = "faint" if icon else "secondary"
        made = Button(self._theme, words, kind, icon=icon, ink="text3" if icon else "")
        made.setAccessibleDescription(self.shown.spoken)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made
