"""Buttons: their kinds, their icons, and choosing one of a few."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QSizePolicy, QWidget

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.push_button import PushButton
from symptrack.gui.widgets.wrap_row import WrapRow

ICON_PX, CHOICE_ICON_PX = 22, 20
CHOICE_EDGES_PX, ICON_EDGES_PX = 24, 18
"""Padding and border of an answer, left and right together, and of one with an icon."""
BESIDE_PX = 4
"""What Qt puts between a button's icon and its words."""
_ICON_ROLES = {
    "primary": "on_primary",
    "quiet": "primary",
    "outline": "on_soft",
    "nav": "text2",
}


class Button(PushButton):
    """A push button of one of the style sheet's kinds; its accessible name is its words.

    Parameters
    ----------
    kind
        ``primary``, ``secondary``, ``outline``, ``quiet``, ``faint``, ``nav``, ``tile``,
        ``choice``, ``seg``.
    icon
        The name of an icon, drawn before the words, or after them with ``icon_after``.
    big
        56 px high instead of 48.
    ink
        The role of the icon's colour where it is not the kind's own.
    """

    def __init__(
        self,
        theme: ThemeSource,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        icon_after: bool = False,
        big: bool = False,
        ink: str = "",
    ) -> None:
        # A mnemonic would swallow "&" in the patient's own words.
        super().__init__(text.replace("&", "&&"))
        self._theme, self._kind, self._ink = theme, kind, ink
        self._icon_name, self._icon_after = icon, icon_after
        self.setProperty("kind", kind)
        if big:
            self.setProperty("sz", "big")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # In a dialog Enter is for its own main button, never for an answer that has the focus.
        self.setAutoDefault(False)
        if icon:
            self.setProperty("glyph", "yes")
            if icon_after:
                self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self.set_words(text)
            theme.changed.connect(self._draw_icon)
            self.toggled.connect(self._draw_icon)
            self._draw_icon()

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        shown = text.replace("&", "&&")
        if self._icon_name and shown:
            # Answers stand many in a row, and sit closer.
            gap = "\u00a0" if self._kind == "choice" else "\u00a0\u00a0"
            shown = shown + gap if self._icon_after else gap + shown
        self.setText(shown)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Leave an answer room for the heavier letters it wears when it is chosen."""
        hint = super().sizeHint()
        if self._kind == "choice":
            heavier = QFontMetrics(self._theme.font(16, 600)).horizontalAdvance(self.text())
            icon = self._icon_px + BESIDE_PX + ICON_EDGES_PX
            hint.setWidth(
                max(hint.width(), heavier + (icon if self._icon_name else CHOICE_EDGES_PX))
            )
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button too; on an answer it is left to the page, where it goes on."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enters and not self.isCheckable() and not event.isAutoRepeat():
            self.click()
        elif enters:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def _icon_px(self) -> int:
        return self._theme.large(CHOICE_ICON_PX if self._kind == "choice" else ICON_PX)

    def _draw_icon(self) -> None:
        self.setIconSize(QSize(self._icon_px, self._icon_px))
        role = self._ink or _ICON_ROLES.get(self._kind, "text")
        if self.isChecked():
            role = {"nav": "primary", "choice": "on_soft"}.get(self._kind, role)
        colour, disabled = (
            self._theme.colour(one).name(QColor.NameFormat.HexRgb) for one in (role, "text3")
        )
        self.setIcon(icons.icon(self._icon_name, colour, self._icon_px, disabled))


class Choice(QWidget):
    """A row of buttons of which one is chosen; ``chosen`` carries its place.

    With ``kind="seg"`` it is a set of tabs on a track, with ``kind="choice"`` a row of answers;
    ``wraps`` lets either go on in a next line. ``icons`` stand before the texts.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: ThemeSource,
        texts: Sequence[str],
        *,
        name: str,
        kind: str = "choice",
        current: int | None = None,
        wraps: bool = False,
        icons: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons = [
            Button(theme, text, kind, icon=icon)
            for text, icon in zip(texts, icons or [""] * len(texts), strict=True)
        ]
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)  # for screen readers: one of a set, not a check box
            button.setAccessibleDescription(name)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, place)
        if current is not None:
            self.buttons[current].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        track = QFrame()
        if kind == "seg":
            track.setObjectName("segbox")
            track.setLayout(self._track(wraps=wraps))
        elif wraps:
            track.setLayout(WrapRow(*self.buttons))
        else:
            track.setLayout(row(*self.buttons, spacing=8))
        self.setLayout(row(track))

    def _track(self, *, wraps: bool) -> QLayout:
        if not wraps:
            return row(*self.buttons, spacing=2, margins=(3, 3, 3, 3))
        track = WrapRow(*self.buttons, gap=2, line_gap=2)
        track.setContentsMargins(3, 3, 3, 3)
        return track

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        """Give the focus to the chosen button, or to the first."""
        self.buttons[self.current or 0].setFocus(reason)

    @property
    def current(self) -> int | None:
        """Return the place of the chosen button, or ``None``."""
        place = self._group.checkedId()
        return None if place < 0 else place

    def choose(self, place: int) -> None:
        """Choose a button without telling."""
        self.buttons[place].setChecked(True)

    def choose_nothing(self) -> None:
        """Take the choice back without telling."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
