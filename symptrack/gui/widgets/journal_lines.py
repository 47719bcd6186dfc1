"""The lines of the Journal's list: a session, a month, what is due, an entry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, box, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.journal_pictures import EntryPicture, RowPicture, SessionPicture
from symptrack.gui.widgets.journal_rows import Record, RowButton
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.presenters.journal_listing import UNDATED
from symptrack.presenters.journal_views import DueRow, EntryRow, Line, SessionHead, Words
from symptrack.texts import _

STACK_BELOW_PX = 520
EDGE_PX = 10
LEFT_PX = 22
MORE_PX = 48


class JournalLine(QWidget):
    """One line of a card; what is asked for carries the record's kind and id.

    ``words`` is what it says, ``first`` and ``line.ends`` where it stands in its card; ``stops``
    are what Tab comes to in it.
    """

    opened = Signal(object)
    delete_requested = Signal(object)
    more_requested = Signal(object)
    check_in_requested = Signal()

    def __init__(self, theme: ThemeSource, line: Line, words: Words, *, first: bool) -> None:
        super().__init__()
        self._theme = theme
        self.line, self.words, self.first = line, words, first
        self.row: RowButton | None = None
        self.stops: list[QWidget] = []
        top = EDGE_PX if first else 0
        content = column(margins=(LEFT_PX, top, EDGE_PX, EDGE_PX if line.ends else 0))
        if not first:
            content.addWidget(hairline())
        content.addLayout(self._content(words))
        self.setLayout(content)

    def high(self, width: int) -> int:
        """Return its height at a width."""
        layout = self.layout()
        assert layout is not None
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    def _content(self, words: Words) -> QLayout:
        if isinstance(words, str):
            return column(10, label(words, "h3", wrap=True), 10)
        if isinstance(words, DueRow):
            return column(10, self._due(words), 10)
        if isinstance(words, SessionHead):
            return self._opening(SessionPicture(self._theme, words), words)
        return self._opening(EntryPicture(self._theme, words), words)

    def _opening(self, picture: RowPicture, words: SessionHead | EntryRow) -> QLayout:
        record = self.line.place
        assert record is not None
        made = RowButton(self._theme, picture, words.spoken, record)
        made.clicked.connect(lambda: self.opened.emit(record))
        made.delete_pressed.connect(lambda: self.delete_requested.emit(record))
        made.more_pressed.connect(lambda: self.more_requested.emit(record))
        self.row = made
        self.stops.append(made)
        if record[0] in UNDATED:
            return row((made, 1))
        return row((made, 1), self._more(record, words.spoken), spacing=4)

    def _more(self, record: Record, spoken: str) -> Button:
        more = Button(self._theme, "", "faint", icon="more", ink="text3")
        more.setAccessibleName(_("More"))
        more.setAccessibleDescription(spoken)
        more.setStyleSheet("padding: 0")
        more.setFixedSize(MORE_PX, MORE_PX)
        more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        more.clicked.connect(lambda: self.more_requested.emit(record))
        self.stops.append(more)
        return more

    def _due(self, due: DueRow) -> QWidget:
        check_in = Button(self._theme, due.action, "primary")
        check_in.clicked.connect(self.check_in_requested)
        self.stops.append(check_in)
        when = column(label(due.when, "strong", wrap=True), label(due.at, "small", wrap=True))
        words = row(
            (when, 1),
            IconLabel(self._theme, "clock"),
            (label(due.text, "strong", wrap=True), 4),
            spacing=16,
        )
        return Columns(
            self._theme, [(box(words), 1), (check_in, 0)], stack_below=STACK_BELOW_PX, spacing=10
        )


def record_of(widget: QWidget | None) -> Record | None:
    """Return the record whose line a widget is in, or ``None``."""
    while widget is not None and not isinstance(widget, JournalLine):
        widget = widget.parentWidget()
    return widget.line.place if isinstance(widget, JournalLine) else None
