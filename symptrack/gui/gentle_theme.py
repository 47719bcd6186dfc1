"""The look of gentle mode: warm and dark, whatever the window wears; with larger words."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import GENTLE, Tokens
from symptrack.presenters.preferences import ThemeChoice
from symptrack.resources import resource_path


class GentleTheme(ThemeSource):
    """Gives a part of the window these colours; ``own_sheet`` is its style sheet.

    Its words are larger than others at every text size, so they grow half as fast: an answer is
    26 px where others have 17 px, and at 200 % text 39 px where others have 34 px.
    """

    def __init__(self, base: ThemeSource, parent: QObject) -> None:
        QObject.__init__(self, parent)
        self._base = base
        self._own_rules = resource_path("gentle.qss").read_text(encoding="utf-8")
        base.changed.connect(self.changed)

    @property
    def tokens(self) -> Tokens:
        """Return the colours of gentle mode."""
        return GENTLE

    @property
    def choice(self) -> ThemeChoice:
        """Return what the patient chose for the rest of the window."""
        return self._base.choice

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        return self._base.text_size

    @property
    def scale(self) -> float:
        """Return the factor on every text size, 1.0 to 2.0."""
        return self._base.scale

    def large_font(self, px: int, weight: int = 400) -> QFont:
        """Return the typeface of a large word, for painted text."""
        font = self.font(px, weight)
        font.setPixelSize(self.large(px))
        return font

    def own_sheet(self) -> str:
        """Return the style sheet of a part that wears this look."""
        return self.sheet()

    @property
    def rules(self) -> str:
        """Return the window's style sheet, and after it what only gentle mode has."""
        return self._base.rules + self._own_rules
