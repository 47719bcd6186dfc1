"""Finding in the Journal: words in its notes, one kind of entries, a series, the late ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.chips import Chips
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import IconLabel, announce, label
from symptrack.gui.widgets.line import Line
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.journal_filter import FilterOffers, JournalFilter, Shown
from symptrack.texts import _

WAIT_MS = 180
"""How long nothing is typed before the search is made."""
LONGEST = 200
ICON_LEFT_PX = 14
ICON_GAP_PX = 8
KINDS = tuple(Shown)
LATE, IMPORTED = "late", "imported"


class SearchLine(Line):
    """A line with a magnifying glass in it; Esc empties it."""

    emptied = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._glass = IconLabel(theme, "search")
        self._glass.setParent(self)
        self.setMaxLength(LONGEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the magnifying glass at the left edge."""
        super().resizeEvent(event)
        size, middle = self._glass.sizeHint(), self.height() // 2
        self._glass.setGeometry(
            ICON_LEFT_PX, middle - size.height() // 2, size.width(), size.height()
        )
        self.setTextMargins(size.width() + ICON_GAP_PX, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line by Esc; an empty one leaves the key to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class Finding(QWidget):
    """What is asked of the list, above it; ``changed`` follows every change."""

    changed = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.search = self._make_search()
        self.empty = self._make_empty()
        self.kinds = Choice(theme, [""] * len(KINDS), name=_("Show"), current=0, wraps=True)
        self.kinds.chosen.connect(self.changed)
        self.series = DropDown(theme, _("Series"))
        self.series.activated.connect(self.changed)
        self.only = Chips(
            theme,
            ((LATE, _("Only entered late")), (IMPORTED, _("Only from another app"))),
            name=_("Show"),
        )
        self.only.changed.connect(self.changed)
        self.reset = Button(theme, _("Show everything"), "quiet")
        self.reset.clicked.connect(self.show_everything)
        self._said = label("", "strong", wrap=True)
        self._found = box(row((self._said, 1), self.reset, spacing=12, margins=(0, 8, 0, 0)))
        self._found.hide()
        more = WrapRow(self.series, *self.only.buttons)
        more.setContentsMargins(0, 8, 0, 0)
        self._more = box(more)
        self._more.hide()
        self._series_ids: tuple[str, ...] = ("",)
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self.changed)
        self.setLayout(
            column(
                row((self.search, 1), self.empty, spacing=8),
                12,
                self.kinds,
                self._more,
                self._found,
            )
        )

    @property
    def wanted(self) -> JournalFilter:
        """Return what is asked for."""
        only = self.only.chosen
        place = max(self.series.currentIndex(), 0)
        return JournalFilter(
            shown=KINDS[self.kinds.current or 0],
            series_id=self._series_ids[place],
            late=LATE in only,
            imported=IMPORTED in only,
            asked=self.search.text(),
        )

    def show_offers(self, offers: FilterOffers) -> None:
        """Show what there is to choose from; what is chosen stays."""
        for button, (_kind, words) in zip(self.kinds.buttons, offers.kinds, strict=True):
            if button.accessibleName() != words:
                button.set_words(words)
        self._show_series(offers.series)
        chosen = self.only.chosen
        there = {LATE: offers.late, IMPORTED: offers.imported}
        for button in self.only.buttons:
            button.setVisible(there[button.key] or button.key in chosen)
        shown = [*there.values(), bool(offers.series), bool(chosen)]
        self._more.setVisible(any(shown))

    def say(self, words: str) -> None:
        """Say how many entries were found; nothing where all are shown."""
        self._found.setVisible(bool(words))
        if words and words != self._said.text():
            announce(self, words)
        self._said.setText(words)

    def empty_search(self) -> None:
        """Ask for no words any more."""
        self.search.setText("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_asked()

    def show_everything(self) -> None:
        """Ask for nothing any more."""
        self.search.setText("")
        self.kinds.choose(0)
        self.series.setCurrentIndex(0)
        self.only.choose(())
        self.kinds.setFocus()
        self._on_asked()

    def _make_search(self) -> SearchLine:
        made = SearchLine(self._theme)
        made.setPlaceholderText(_("Search your notes"))
        made.setAccessibleName(_("Search your notes"))
        made.edited.connect(self._on_typed)
        made.returnPressed.connect(self._on_asked)
        made.emptied.connect(self.empty_search)
        return made

    def _make_empty(self) -> Button:
        made = Button(self._theme, "", icon="x")
        made.setAccessibleName(_("Empty the search"))
        made.setFixedSize(48, 48)
        made.setStyleSheet("padding: 0")
        made.clicked.connect(self.empty_search)
        made.hide()
        return made

    def _show_series(self, series: Sequence[tuple[str, str]]) -> None:
        ids = ("", *(series_id for series_id, _name in series))
        names = [_("All series"), *(name or _("A series without a name") for _id, name in series)]
        shown = [self.series.itemText(place) for place in range(self.series.count())]
        self.series.setVisible(len(ids) > 1)
        if (ids, names) == (self._series_ids, shown):
            return
        chosen = self._series_ids[max(self.series.currentIndex(), 0)]
        self._series_ids = ids
        self.series.clear()
        self.series.addItems(names)
        self.series.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)

    def _on_typed(self) -> None:
        self.empty.setVisible(bool(self.search.text()))
        self._waiting.start()

    def _on_asked(self) -> None:
        self._waiting.stop()
        self.empty.setVisible(bool(self.search.text()))
        self.changed.emit()
