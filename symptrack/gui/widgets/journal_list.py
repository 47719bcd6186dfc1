"""The Journal's list: thousands of lines, of which only those near the view are made."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.in_view import InView
from symptrack.gui.widgets.journal_lines import JournalLine
from symptrack.gui.widgets.journal_rows import Record, RowButton
from symptrack.gui.widgets.painted import paint_card
from symptrack.gui.widgets.row_heights import RowHeights
from symptrack.presenters.journal_listing import Listing, card_of, card_starts
from symptrack.presenters.journal_views import Line, LineKind
from symptrack.texts import _

GAP_PX = 16
LEAST_WIDTH_PX = 100
AHEAD = 0.75
"""How many heights of the view are made ahead, above and below it."""
SOON_MS = 30
ROUNDS = 4
"""What is measured moves what is in view; after so many looks that is settled."""
_GUESSES = {LineKind.TITLE: 56, LineKind.SESSION: 76, LineKind.DUE: 80, LineKind.ENTRY: 72}


class JournalList(InView):
    """The lines as cards below each other, as wide as the page; they are made when looked at.

    ``made`` tells of a new line, which a guard of presses must know. Tab comes to the lines from
    the widget that they ``follow``.
    """

    opened = Signal(object)
    delete_requested = Signal(object)
    more_requested = Signal(object)
    check_in_requested = Signal()
    made = Signal(QWidget)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._follows: QWidget | None = None
        self._listing: Listing | None = None
        self._keys: list[str] = []
        self._hidden: set[int] = set()
        self._starts: list[int] = []
        self._heights = RowHeights()
        self._lines: dict[int, JournalLine] = {}
        self._filling = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._fill)
        self._settling = QTimer(self, singleShot=True, interval=SOON_MS)
        self._settling.timeout.connect(self.updateGeometry)
        self.setAccessibleName(_("Entries"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def follow(self, widget: QWidget) -> None:
        """Let Tab come to the lines from a widget."""
        self._follows = widget

    @property
    def rows(self) -> list[RowButton]:
        """Return the rows that are made and open something, from top to bottom."""
        return [one.row for one in self._ordered() if one.row is not None]

    @property
    def lines(self) -> list[JournalLine]:
        """Return the lines that are made, from top to bottom."""
        return self._ordered()

    def parts(self) -> Sequence[QWidget]:
        """Return the lines that are made, as they are read."""
        return self._ordered()

    def show_listing(self, listing: Listing) -> bool:
        """Show other lines; tell whether anything is different now. What says the same stays."""
        former = {one.line.key: one for one in self._lines.values()}
        keys = [line.key for line in listing.lines]
        changed = keys != self._keys or bool(self._hidden)
        self._listing, self._keys, self._starts = listing, keys, card_starts(listing.lines)
        self._lines, self._hidden = {}, set()
        for at, key in enumerate(keys):
            known = former.get(key)
            if known is not None and self._says_the_same(known, at):
                self._lines[at] = former.pop(key)
        for old in former.values():
            old.hide()
            old.deleteLater()
        self._begin_heights()
        self.settle()
        self._fill()
        self.update()
        return changed or bool(former)

    def hide_record(self, record: Record) -> None:
        """Show a record no more until the journal was read anew; a session takes its card along."""
        listing = self._listing
        at = listing.find(record) if listing is not None else None
        if listing is None or at is None:
            return
        last = at
        while listing.lines[at].kind is LineKind.SESSION and not listing.lines[last].ends:
            last += 1
        gone = range(at, last + 1)
        self._hidden |= set(gone)
        self._heights.measure({one: GAP_PX if listing.lines[one].ends else 0 for one in gone})
        for one in gone:
            line = self._lines.pop(one, None)
            if line is not None:
                line.hide()
                line.deleteLater()
        self._fill()
        self.settle()
        self.update()

    def reveal(self, at: int, *, focus: bool = True) -> None:
        """Bring a line to the top of the view; its row gets the focus."""
        self._make([at])
        for _look in range(2):  # what is above may turn out to be higher
            self.scroll_to(self._heights.top(at) - GAP_PX)
            self._fill()
        row = self._lines[at].row
        if focus and row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_record(self, record: Record) -> bool:
        """Give the focus to a record's row; false where it is not listed."""
        at = self._listing.find(record) if self._listing is not None else None
        if at is None:
            return False
        self._make([at])
        self._focus(at)
        return True

    def step(self, record: Record, rows: int) -> None:
        """Give the focus to the row so many below a record's, or to the last on the way."""
        if self._listing is None:
            return
        here = self._listing.find(record)
        openable = [at for at, line in enumerate(self._listing.lines) if line.place is not None]
        if here is not None:
            place = openable.index(here) + rows
            at = openable[min(max(place, 0), len(openable) - 1)]
            self._make([at])
            self._focus(at)

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        return QSize(LEAST_WIDTH_PX, self._heights.total)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all lines."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew where the width changed; what stands at the top of the view stays there."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_anew()

    def on_scrolled(self) -> None:
        """Make what is seen at once; what is ahead may come a moment later."""
        if self._filling or not self._count():
            return
        top, bottom = self.in_view()
        seen = range(self._heights.at(top), self._heights.at(bottom) + 1)
        if any(at in self._lines for at in seen):
            self._fill()
        else:
            self._fill(ahead=0)
            self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards behind the lines."""
        if self._starts:
            painter = QPainter(self)
            ends = [*self._starts[1:], self._count()]
            seen = event.rect()
            first = card_of(self._starts, self._heights.at(seen.top()))
            last = card_of(self._starts, self._heights.at(seen.bottom()))
            for card in range(first, last + 1):
                top = self._heights.top(self._starts[card])
                bottom = self._heights.top(ends[card]) - GAP_PX
                paint_card(painter, self._theme, QRect(0, top, self.width(), bottom - top))
            painter.end()

    def _ordered(self) -> list[JournalLine]:
        return [self._lines[at] for at in sorted(self._lines)]

    def _count(self) -> int:
        return len(self._listing) if self._listing is not None else 0

    def _first(self, at: int) -> bool:
        assert self._listing is not None
        return at == 0 or self._listing.lines[at - 1].ends

    def _says_the_same(self, known: JournalLine, at: int) -> bool:
        assert self._listing is not None
        line = self._listing.lines[at]
        here = known.line == line and known.first == self._first(at)
        return here and known.words == self._listing.words(at)

    def _begin_heights(self) -> None:
        lines: Sequence[Line] = self._listing.lines if self._listing is not None else ()
        self._heights = RowHeights(
            [
                round(_GUESSES[line.kind] * self._theme.scale) + (GAP_PX if line.ends else 0)
                for line in lines
            ]
        )

    def _measure_anew(self) -> None:
        top, _bottom = self.in_view()
        anchor = self._heights.at(top) if self._count() else 0
        within = top - self._heights.top(anchor)
        self._begin_heights()
        self._fill()
        if top > 0 and self._count():
            self.scroll_to(self._heights.top(anchor) + within)

    def _fill(self, ahead: float = AHEAD) -> None:
        """Make what is near the view and let go of the rest; what is in view stays in its place."""
        if self._filling or not self._count() or self.width() < LEAST_WIDTH_PX:
            return
        self._filling = True
        top, bottom = self.in_view()
        further = round((bottom - top) * ahead)
        anchor = self._heights.at(top)
        within = top - self._heights.top(anchor)
        moved = False
        near = range(0)
        for _round in range(ROUNDS):
            start = self._heights.top(anchor) + within
            first = self._heights.at(start - further)
            near = range(first, self._heights.at(start + (bottom - top) + further) + 1)
            if not self._make(near):
                break
            moved = True
        self._let_go(near)
        self._place()
        drift = self._heights.top(anchor) + within - top
        if drift and top > 0:
            self.scroll_by(drift)
        elif moved:
            self._settling.start()  # below what is seen: no hurry
        self._filling = False

    def _make(self, wanted: Sequence[int]) -> bool:
        """Make and measure lines; tell whether any height turned out other than was guessed."""
        assert self._listing is not None
        wanted = [at for at in wanted if at not in self._hidden]
        new = [at for at in wanted if at not in self._lines]
        for at in new:
            line = JournalLine(
                self._theme, self._listing.lines[at], self._listing.words(at), first=self._first(at)
            )
            line.opened.connect(self.opened)
            line.delete_requested.connect(self.delete_requested)
            line.more_requested.connect(self.more_requested)
            line.check_in_requested.connect(self.check_in_requested)
            if line.row is not None:
                line.row.step_pressed.connect(
                    lambda rows, record=line.row.record: self.step(record, rows)
                )
            line.setParent(self)
            self._lines[at] = line
            self.made.emit(line)
        moved = self._heights.measure(
            {at: self._measured(at) for at in wanted if not self._heights.known(at)}
        )
        if new:
            self._place()
            for at in new:
                self._lines[at].show()
            self._put_in_order()
        return moved

    def _measured(self, at: int) -> int:
        line = self._lines[at]
        line.ensurePolished()
        return line.high(self.width()) + (GAP_PX if line.line.ends else 0)

    def _let_go(self, near: range) -> None:
        focus = QApplication.focusWidget()
        for at in [one for one in self._lines if one not in near]:
            if focus is None or not self._lines[at].isAncestorOf(focus):
                gone = self._lines.pop(at)
                gone.hide()
                gone.deleteLater()

    def _place(self) -> None:
        for at, line in self._lines.items():
            gap = GAP_PX if line.line.ends else 0
            height = self._heights.height(at) - gap
            line.setGeometry(0, self._heights.top(at), self.width(), height)

    def _put_in_order(self) -> None:
        """Let Tab and a screen reader go from line to line."""
        former = self._follows
        for line in self._ordered():
            line.raise_()
            for stop in line.stops:
                if former is not None:
                    QWidget.setTabOrder(former, stop)
                former = stop

    def _focus(self, at: int) -> None:
        row = self._lines[at].row
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_theme_changed(self) -> None:
        self._measure_anew()
        self.update()
