"""The card on top of Today: what is waiting, and the buttons that begin it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.today_views import CardKind, WaitingCard
from symptrack.texts import _

STACK_BELOW_PX = 760
MOST_OF_IT = 1000


def left_aligned(asked: QWidget) -> QHBoxLayout:
    """Return tiles at the left, as wide as they may be."""
    return row((asked, MOST_OF_IT), (box(column()), 1))


class WaitingView(QFrame):
    """Shows the card; with ``asked`` the tiles of an evening's mood stand in it."""

    check_in_wanted = Signal()
    gentle_wanted = Signal()
    session_wanted = Signal()
    draft_discarded = Signal()

    def __init__(
        self, theme: ThemeSource, waiting: WaitingCard, log: str, asked: QWidget | None
    ) -> None:
        super().__init__()
        self.setProperty("card", "soft")
        self._theme, self._waiting = theme, waiting
        self.log = self._button(log, "drip", main=waiting.kind is CardKind.START)
        self.log.clicked.connect(self.session_wanted)
        leads = waiting.kind in {CardKind.DRAFT, CardKind.DUE, CardKind.QUIET}
        self.start = self._button(waiting.action, "edit", main=leads and not waiting.gentle_first)
        self.start.clicked.connect(self.check_in_wanted)
        self.gentle = self._gentle_button()
        items: list[Item] = [
            label(waiting.title, "softtitle", wrap=True),
            6,
            label(waiting.text, "soft", wrap=True),
        ]
        if asked is not None:
            items += [16, left_aligned(asked)]
        items += [20, self._buttons()]
        self.setLayout(column(*items, margins=(32, 22, 28, 24)))

    @property
    def first(self) -> Button:
        """Return the main button."""
        if self.gentle is not None and self._waiting.gentle_first:
            return self.gentle
        return self.log if self._waiting.kind is CardKind.START else self.start

    def _button(self, text: str, icon: str, *, main: bool) -> Button:
        return Button(self._theme, text, "primary" if main else "outline", icon=icon, big=True)

    def _gentle_button(self) -> Button | None:
        words = self._waiting.gentle
        if not words:
            return None
        if self._waiting.gentle_first:
            button = self._button(words, "moon", main=True)
        else:
            button = Button(self._theme, words, "quiet", icon="moon")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.gentle_wanted)
        return button

    def _buttons(self) -> QWidget:
        order = [self.start, self.log]
        if self._waiting.kind is CardKind.START:
            order.reverse()
        if self._waiting.kind is CardKind.DRAFT:
            away = self._button(_("Begin again"), "", main=False)
            away.clicked.connect(self.draft_discarded)
            order.append(away)
        if self.gentle is None:
            return box(WrapRow(*order, gap=12))
        if self._waiting.gentle_first:
            return box(WrapRow(self.gentle, *order, gap=12))
        return Columns(
            self._theme,
            [(box(WrapRow(*order, gap=12)), 1), (box(column(STRETCH, self.gentle, STRETCH)), 0)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
