"""The pages of gentle mode: the mood, a few side effects, what may need help."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from symptrack.gui.gentle_theme import GentleTheme
from symptrack.gui.widgets.boxes import STRETCH, Item, PageScroll, box, card, column, row
from symptrack.gui.widgets.gentle_board import GentleBoard
from symptrack.gui.widgets.gentle_tile import GentleTile
from symptrack.gui.widgets.help_panel import HelpPanel
from symptrack.gui.widgets.labels import CENTRE, IconLabel, announce, label
from symptrack.gui.widgets.rating_scale import GAP_PX, RatingScale
from symptrack.presenters.check_in_views import EffectTile
from symptrack.presenters.gentle_views import GentleEffectsView, GentleMoodView, GentleWorseView
from symptrack.presenters.help_panel import HelpPanelView

WIDE_FROM_PX = 1180
MARGINS_PX = (48, 24)
LEAST_PX, BEST_PX = 76, 124
RATINGS, ENDS_PX = 11, 14
BETWEEN_PX = {True: 24, False: 10}
"""The room between the question and its answers: where there is plenty, and where there is not."""
PLENTY_FROM_PX = 520


class GentleStep(QWidget):
    """One page; its signals carry the answers: a tile by its key, a mood, nothing to say or not."""

    pressed = Signal(str)
    rated = Signal(int)
    nothing_said = Signal(bool)
    worse_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.setAccessibleName(name)

    def fit(self, width: int, height: int) -> None:
        """Take this much room, or more height where that is not enough."""

    def take_key(self, text: str) -> None:
        """Take a typed character, in capitals."""

    def focus_first(self) -> bool:
        """Give the focus to where an answer begins; false where that is the main button."""
        return False

    def _lay_out(self, items: Sequence[Item], width: int, height: int) -> None:
        """Place the items once; after that only their room changes."""
        margin = MARGINS_PX[0] if width >= WIDE_FROM_PX else MARGINS_PX[1]
        layout = self.layout()
        if layout is None:
            layout = column(STRETCH, *items, STRETCH)
            self.setLayout(layout)
        layout.setContentsMargins(margin, 0, margin, 0)
        layout.setSpacing(BETWEEN_PX[height >= PLENTY_FROM_PX])


class GentleMoodStep(GentleStep):
    """The mood from 0 to 10, in tiles as large as there is room."""

    def __init__(
        self, theme: GentleTheme, view: GentleMoodView, milliseconds: Callable[[], float]
    ) -> None:
        super().__init__(view.question)
        self.question = label(view.question, "gentlequestion", wrap=True, align=CENTRE)
        self.scale = RatingScale(theme, view.question, view.value, milliseconds, large=True)
        self.scale.chosen.connect(self.rated)
        self._low = label(view.low, "gentleend")
        ends = row(self._low, STRETCH, label(view.high, "gentleend"))
        self._answers = box(column(self.scale, ends, spacing=ENDS_PX))
        self._answers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self, width: int, height: int) -> None:
        """Make the tiles as high as there is room; in two lines where one would be too narrow."""
        self._lay_out([self.question, self._answers], width, height)
        layout = self.layout()
        assert layout is not None
        margin = layout.contentsMargins().left()
        inner = width - 2 * margin
        lines = 1 if inner >= RATINGS * LEAST_PX + (RATINGS - 1) * GAP_PX else 2
        self.scale.fold(-(-RATINGS // lines))
        others = self.question.heightForWidth(inner) + layout.spacing()
        others += ENDS_PX + self._low.sizeHint().height() + (lines - 1) * GAP_PX
        room = (height - others) // lines
        tile = min(max(room, LEAST_PX), BEST_PX)
        self.scale.setFixedHeight(lines * tile + (lines - 1) * GAP_PX)

    def focus_first(self) -> bool:
        """Give the focus to the scale."""
        self.scale.focus_chosen()
        return True

    def take_key(self, text: str) -> None:
        """Take a digit."""
        if len(text) == 1 and text in "0123456789":
            self.scale.type_digit(int(text))


class GentleEffectsStep(GentleStep):
    """A few side effects to choose from, *No, nothing* before them, *Something worse* after."""

    def __init__(self, theme: GentleTheme, view: GentleEffectsView) -> None:
        super().__init__(view.question)
        self.question = label(view.question, "gentlequestion", wrap=True, align=CENTRE)
        self.hint = label(view.hint, "gentle", wrap=True, align=CENTRE)
        self.tiles = [_tile(self, theme, tile) for tile in view.tiles]
        self.worse = GentleTile(theme, view.worse, opens=True)
        self.worse.clicked.connect(self.worse_wanted)
        self.nothing: GentleTile | None = None
        if view.nothing is not None:
            self.nothing = nothing = GentleTile(theme, view.nothing, centred=True)
            nothing.clicked.connect(self.nothing_said)
        self._board = GentleBoard(self.tiles, self.nothing, self.worse)

    def show_view(self, view: GentleEffectsView) -> None:
        """Show what is chosen; every tile stays where it is."""
        for button, tile in zip(self.tiles, view.tiles, strict=True):
            button.show_tile(tile)
        self.worse.show_tile(view.worse)
        if self.nothing is not None and view.nothing is not None:
            self.nothing.show_tile(view.nothing)
        self.hint.setText(view.hint)

    def fit(self, width: int, height: int) -> None:
        """Place the tiles as the room allows."""
        self._lay_out([self.question, self._board, self.hint], width, height)
        _fit_board(self, self._board, [self.question, self.hint], width, height)

    def focus_first(self) -> bool:
        """Give the focus to the first answer."""
        (self.nothing or self.tiles[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, text: str) -> None:
        """Press the tile with this key printed on it."""
        _press_key([*self.tiles, self.worse, *([self.nothing] if self.nothing else [])], text)


class GentleWorseStep(GentleStep):
    """The red flags; once one is chosen, what to do stands in the place of the question."""

    def __init__(self, theme: GentleTheme, view: GentleWorseView) -> None:
        super().__init__(view.question)
        self.question = label(view.question, "gentlequestion", wrap=True, align=CENTRE)
        self.tiles = [_tile(self, theme, tile, smaller=True) for tile in view.tiles]
        self._board = GentleBoard(self.tiles)
        self._urgent = label("", "gentleurgent", wrap=True)
        self._clinic = label("", "gentleurgent", wrap=True)
        for line in (self._urgent, self._clinic):
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = column(self._urgent, self._clinic, spacing=2)
        self._icon = IconLabel(theme, "alert", size=28, role="attn_text")
        self._card = card(row(self._icon, (words, 1), spacing=16, margins=(18, 10, 18, 10)), "attn")
        self._room = (0, 0)
        self.show_view(view)

    def show_view(self, view: GentleWorseView) -> None:
        """Show what is chosen, and the urgent text where something is."""
        for button, tile in zip(self.tiles, view.tiles, strict=True):
            button.show_tile(tile)
        said = bool(view.urgent) and self._card.isHidden()
        self._urgent.setText(view.urgent)
        self._clinic.setText(view.clinic)
        self._clinic.setVisible(bool(view.clinic))
        self._card.setVisible(bool(view.urgent))
        self.question.setVisible(not view.urgent)
        if self._room[0]:
            self.fit(*self._room)
        if said:
            announce(self, view.urgent)

    def fit(self, width: int, height: int) -> None:
        """Place the tiles as the room allows."""
        self._room = (width, height)
        self._lay_out([self.question, self._card, self._board], width, height)
        above: QWidget = self.question if self._card.isHidden() else self._card
        _fit_board(self, self._board, [above], width, height)

    def focus_first(self) -> bool:
        """Give the focus to the first answer."""
        self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, text: str) -> None:
        """Press the tile with this key printed on it."""
        _press_key(self.tiles, text)


class GentleHelpStep(GentleStep):
    """The help panel, which an answer brought; one press goes on."""

    def __init__(self, theme: GentleTheme, view: HelpPanelView) -> None:
        super().__init__(view.title)
        self.setAccessibleDescription(view.text)
        self.panel = HelpPanel(theme, view)
        self.setLayout(column(STRETCH, self.panel, STRETCH, margins=(32, 8, 32, 8)))

    def focus_first(self) -> bool:
        """Leave the focus to the one press that goes on, and say the panel."""
        self.panel.speak()
        return False


class GentleBody(PageScroll):
    """What lies between top and foot; ``resized`` is called when it has another size."""

    def __init__(self, resized: Callable[[], None]) -> None:
        super().__init__()
        self._resized = resized

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page fit its answers into the new size."""
        super().resizeEvent(event)
        self._resized()


def _tile(
    step: GentleStep, theme: GentleTheme, tile: EffectTile, *, smaller: bool = False
) -> GentleTile:
    made = GentleTile(theme, tile, smaller=smaller)
    made.clicked.connect(lambda: step.pressed.emit(made.key))
    return made


def _press_key(tiles: Sequence[GentleTile], text: str) -> None:
    for tile in tiles:
        if text and text == tile.letter:
            tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
            tile.click()


def _fit_board(
    step: GentleStep,
    board: GentleBoard,
    others: Sequence[QLabel | QWidget],
    width: int,
    height: int,
) -> None:
    """Give the tiles what the words above and below them leave."""
    layout = step.layout()
    assert layout is not None
    inner = width - 2 * layout.contentsMargins().left()
    taken = sum(_height_at(one, inner) + layout.spacing() for one in others)
    board.arrange(inner, height - taken)


def _height_at(widget: QWidget, width: int) -> int:
    return (
        widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    )
