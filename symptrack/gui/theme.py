"""The window's look: colours, typeface, text size, and who is told when they change."""

import re
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from symptrack.gui.tokens import DARK, LIGHT, Tokens
from symptrack.presenters.preferences import TEXT_SIZES, ThemeChoice
from symptrack.resources import resource_path

FAMILY = "Atkinson Hyperlegible Next"
FALLBACKS = ("Inter", "DejaVu Sans")
_SCALED = re.compile(r"(\d+)([fg]x)")


class ThemeSource(QObject):
    """The one place that knows the look; ``changed`` is emitted after the look changed.

    Parameters
    ----------
    app
        The application whose palette and font follow the look, and its style sheet until a window
        wears that.
    choice
        Light, dark, or the desktop's own.
    text_size
        Text size in per cent, 100 to 200.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_size: int = 100,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_size = text_size
        self._window: QWidget | None = None
        self._style_sheet = resource_path("style.qss").read_text(encoding="utf-8")
        self._tokens = self._chosen_tokens()
        load_fonts()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_scheme_changed)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """Return what the patient chose."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        return self._text_size

    @property
    def scale(self) -> float:
        """Return the factor on every text size, 1.0 to 2.0."""
        return self._text_size / 100

    def dress(self, window: QWidget) -> None:
        """Let a window wear the style sheet, with all that opens from it, in place of the program.

        The program's sheet Qt puts on every widget once for each that it lies in: a change of the
        theme would hold a full window up for a tenth of a second.
        """
        self._window = window
        self._app.setStyleSheet("")
        window.setStyleSheet(self.sheet())

    def choose(self, choice: ThemeChoice, text_size: int) -> None:
        """Change the theme or the text size; sizes outside 100 to 200 are clamped."""
        text_size = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
        if (choice, text_size) == (self._choice, self._text_size):
            return
        self._choice, self._text_size = choice, text_size
        self._refresh()

    def px(self, size: int) -> int:
        """Return a text size in pixels at the chosen text size."""
        return round(size * self.scale)

    def large(self, size: int) -> int:
        """Return the size of a large word or an icon in pixels: it may grow half as fast."""
        return round(size * (1 + (self.scale - 1) / 2))

    def colour(self, role: str) -> QColor:
        """Return a colour by its role."""
        return QColor(str(getattr(self.tokens, role)))

    def font(self, px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return the typeface at ``px`` (before scaling), for painted text."""
        font = base_font(self.px(px))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def own_sheet(self) -> str:
        """Return the style sheet of a part that wears this look: none, it has the window's."""
        return ""

    def sheet(self) -> str:
        """Return the style sheet in the colours and at the text size in force."""
        return self.coloured(self.rules)

    @property
    def rules(self) -> str:
        """Return the style sheet as it is written, before colours and sizes are put in."""
        return self._style_sheet

    def coloured(self, rules: str) -> str:
        """Return rules of a style sheet with the colours and text sizes put in."""
        sizes = {"fx": self.px, "gx": self.large}
        coloured = Template(rules).substitute(self.tokens.colours())
        return _SCALED.sub(lambda match: f"{sizes[match[2]](int(match[1]))}px", coloured)

    def _chosen_tokens(self) -> Tokens:
        if self._choice is ThemeChoice.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _on_desktop_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and self._chosen_tokens() is not self._tokens:
            self._refresh()

    def _refresh(self) -> None:
        self._tokens = self._chosen_tokens()
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(base_font(self.px(16)))
        wearer = self._window if self._window is not None and isValid(self._window) else self._app
        wearer.setStyleSheet(self.sheet())


def load_fonts() -> None:
    """Make the bundled typeface known to Qt."""
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def base_font(px: int) -> QFont:
    """Return the typeface at a size in pixels, unhinted as it was drawn."""
    font = QFont([FAMILY, *FALLBACKS])
    font.setPixelSize(px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _palette(tokens: Tokens) -> QPalette:
    """Colour what the style sheet does not reach: menus, placeholders, selections."""
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.Highlight: tokens.primary,
        QPalette.ColorRole.HighlightedText: tokens.on_primary,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
