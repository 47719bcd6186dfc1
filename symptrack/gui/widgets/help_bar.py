"""The help line, in the same place on every page: along the lower edge of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.help import HelpItem
from symptrack.texts import _

GAP_PX, BESIDE_PX = 32, 10
LINE_PX = 30
MOST_LINES = 2
ALWAYS = 2
"""Emergency and crisis line, which come first, are never left to the panel."""
LEAST_NUMBER_PX = 200


class HelpBar(QWidget):
    """Who can be reached, as plain words that can be selected and copied.

    Where they would need more than two lines, the last of them are left to the panel, and the
    button that opens it says so. ``panel_requested`` says that the patient wants the help panel.
    """

    panel_requested = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._items: tuple[HelpItem, ...] = ()
        self._entries: list[_Entry] = []
        self._order: list[QWidget] = []
        self._has_panel = True
        self.setObjectName("helpbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Who can be reached"))
        self._line = WrapRow(gap=GAP_PX, line_gap=4, centred=True)
        # With a button of 48 px the bar is 52 px high, hairline included.
        self._line.setContentsMargins(20, 2, 20, 1)
        self.setLayout(self._line)
        self.open = Button(theme, _("If you need someone"), "quiet")
        self.open.setAccessibleDescription(_("Shows every number, large and ready to be copied."))
        self.open.clicked.connect(self.panel_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange([self.open])

    def show_items(self, items: Sequence[HelpItem]) -> None:
        """Show these ways to reach someone."""
        self._items = tuple(items)
        former = self._entries
        self._entries = [_Entry(self._theme, item) for item in items]
        for one in self._entries:
            one.setParent(self)
        self._fit()
        for one in former:
            one.deleteLater()
        spoken = ". ".join(f"{item.name} {item.reach}" for item in items)
        self.setAccessibleDescription(spoken)

    def offer_panel(self, there: bool) -> None:
        """Offer the panel; it belongs to a journal, and there is none while that is not open."""
        self._has_panel = there
        self._fit()

    def wear(self, theme: ThemeSource) -> None:
        """Wear another look."""
        self._theme = theme
        self.setStyleSheet(theme.own_sheet())
        self.show_items(self._items)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: a long number goes on in a next line."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many have room at the new width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Find out again when the words have another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Show as many as two lines have room for; the rest is in the panel."""
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        sizes = [one.fit(room) for one in self._entries]
        whole, more = _("If you need someone"), _("More help")
        if _lines([self._button_size(whole), *sizes], room) <= MOST_LINES:
            shown = len(sizes)
        else:
            fewer = range(len(sizes) - 1, ALWAYS, -1)
            fits = (n for n in fewer if self._has_room([*sizes[:n], self._button_size(more)], room))
            shown = next(fits, min(ALWAYS, len(sizes)))
        left_out = shown < len(sizes)
        entries: list[QWidget] = list(self._entries[:shown])
        panel = [self.open] if self._has_panel else []
        self._arrange([*entries, *panel] if left_out else [*panel, *entries])
        words = more if left_out else whole
        if self.open.accessibleName() != words:
            self.open.set_words(words)

    def _has_room(self, sizes: Sequence[tuple[int, int]], room: int) -> bool:
        return _lines(sizes, room) <= MOST_LINES

    def _button_size(self, words: str) -> tuple[int, int]:
        """Return how wide the button is with other words, and that it takes one line."""
        metrics = QFontMetrics(self.open.font())
        other = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self.open.text())
        return self.open.sizeHint().width() + other, 1

    def _arrange(self, order: list[QWidget]) -> None:
        """Put these in order; the button stays what it is, with the focus it may have."""
        if order == self._order:
            return
        self._order = order
        while self._line.takeAt(0) is not None:
            pass
        for one in order:
            self._line.addWidget(one)
            one.show()
        for entry in (self.open, *self._entries):
            entry.setVisible(entry in order)
        self._line.invalidate()
        self.updateGeometry()


class _Entry(QWidget):
    """One way to reach someone; a number that is wider than the window goes on below."""

    def __init__(self, theme: ThemeSource, item: HelpItem) -> None:
        super().__init__()
        self._name, self._number = label(item.name, "help"), label(item.reach, "strong")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._number.setAccessibleName(f"{item.name} {item.reach}")
        self._icon = IconLabel(theme, item.icon, size=20)
        self.setLayout(row(self._icon, self._name, self._number, spacing=BESIDE_PX))
        self.setMinimumHeight(LINE_PX)

    def fit(self, room: int) -> tuple[int, int]:
        """Take at most ``room`` pixels; return the width and how many lines it takes."""
        beside = self._icon.width() + self._name.sizeHint().width() + 2 * BESIDE_PX
        self._number.ensurePolished()
        metrics = QFontMetrics(self._number.font())
        whole = metrics.horizontalAdvance(self._number.text()) + 2
        wraps = beside + whole > room
        width = max(room - beside, LEAST_NUMBER_PX) if wraps else whole
        self._number.setWordWrap(wraps)
        height = self._number.heightForWidth(width) if wraps else metrics.height()
        if self._number.minimumSize() != QSize(width, height):
            self._number.setFixedSize(width, height)
        return beside + width, max(round(height / metrics.height()), 1)


def _lines(sizes: Sequence[tuple[int, int]], room: int) -> int:
    """Return how many lines these take, broken as the layout breaks them."""
    lines, used, height = 0, 0, 0
    for width, needed in sizes:
        if used and used + width > room:
            lines, used, height = lines + height, 0, 0
        used += width + GAP_PX
        height = max(height, needed)
    return lines + height
