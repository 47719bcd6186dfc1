"""A session of the Journal with its entries, or a month with those before any session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from symptrack.domain.journal import Kind
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.journal_pictures import EntryPicture, RowPicture, SessionPicture
from symptrack.gui.widgets.journal_rows import Record, RowButton
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.presenters.journal_views import DueRow, EntryRow, JournalCard, SessionHead
from symptrack.texts import _

STACK_BELOW_PX = 520


class JournalCardView(QFrame):
    """One card; ``opened`` and those asked for a record carry its kind and id.

    ``changes_requested`` asks for its earlier versions, which only those have that were changed.

    ``intact`` is false once a record was hidden; the card is then made anew.
    """

    opened = Signal(object, str)
    delete_requested = Signal(object, str)
    changes_requested = Signal(object, str)
    check_in_requested = Signal()

    def __init__(self, theme: ThemeSource, view: JournalCard) -> None:
        super().__init__()
        self._theme = theme
        self.view = view
        self.intact = True
        self.rows: list[RowButton] = []
        self._parts: dict[Record, list[QWidget]] = {}
        self.setProperty("card", "plain")
        self.setAccessibleName(view.title)
        items: list[Item] = []
        if view.session is not None:
            items.append(self._session(view.session))
        else:
            items += [10, label(view.title, "h3", wrap=True), 8]
        if view.due is not None:
            items += [hairline(), 10, self._due(view.due), 10]
        for entry in view.rows:
            line = hairline()
            items += [line, self._entry(entry, line)]
        self.setLayout(column(*items, margins=(22, 10, 10, 10)))

    def hide_record(self, record: Record) -> None:
        """Show a record no more: an entry's row, or all of the card with its session."""
        for part in self._parts.get(record, []):
            self.intact = False
            part.hide()

    def _session(self, head: SessionHead) -> QHBoxLayout:
        record = (Kind.SESSIONS, head.id)
        words = self._opening(SessionPicture(self._theme, head), head.spoken, record)
        self._parts[record] = [self]
        return row((words, 1), self._beside(record, head.spoken), spacing=4)

    def _entry(self, entry: EntryRow, line: QWidget) -> QHBoxLayout:
        record = (entry.kind, entry.id)
        picture = EntryPicture(self._theme, entry)
        words = self._opening(picture, entry.spoken, record)
        beside = self._beside(record, entry.spoken)
        self._parts[record] = [line, words, beside]
        return row((words, 1), beside, spacing=4)

    def _opening(self, picture: RowPicture, spoken: str, record: Record) -> RowButton:
        made = RowButton(self._theme, picture, spoken, record)
        made.clicked.connect(lambda: self.opened.emit(*record))
        made.delete_pressed.connect(lambda: self.delete_requested.emit(*record))
        self.rows.append(made)
        return made

    def _beside(self, record: Record, spoken: str) -> QWidget:
        """Return what can be done with a record: delete it, look at what it was before."""
        delete = self._action(_("Delete"), "trash", spoken)
        delete.clicked.connect(lambda: self.delete_requested.emit(*record))
        if record not in self.view.revised:
            return delete
        changes = self._action(_("Earlier"), "clock", spoken)
        changes.setAccessibleName(_("Earlier versions"))
        changes.clicked.connect(lambda: self.changes_requested.emit(*record))
        return box(column(row(delete, STRETCH), row(changes, STRETCH)))

    def _action(self, words: str, icon: str, spoken: str) -> Button:
        made = Button(self._theme, words, "faint", icon=icon, ink="text3")
        made.setAccessibleDescription(spoken)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def _due(self, due: DueRow) -> QWidget:
        check_in = Button(self._theme, due.action, "primary")
        check_in.clicked.connect(self.check_in_requested)
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
