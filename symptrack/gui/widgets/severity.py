"""How strong a side effect was: always a glyph, a number and a word."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.painted import Painted, paint_severity
from symptrack.gui.widgets.push_button import PushButton
from symptrack.presenters.words import severity_word
from symptrack.texts import _


class SeverityGlyph(Painted):
    """The glyph alone, beside words that say the severity; a dot where none was noted."""

    def __init__(self, theme: ThemeSource, severity: int | None, size: int = 22) -> None:
        super().__init__(theme)
        self._severity = severity
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the glyph."""
        painter = QPainter(self)
        paint_severity(painter, QRectF(self.rect()), self._severity, self._theme.colour("text"))
        painter.end()


class SeverityButton(PushButton):
    """One answer of four: glyph and number above the word."""

    def __init__(self, theme: ThemeSource, severity: int, effect: str) -> None:
        super().__init__()
        self._theme, self._severity = theme, severity
        self.setProperty("kind", "painted")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            _("{severity}, {number} of 3").format(severity=severity_word(severity), number=severity)
        )
        self.setAccessibleDescription(effect)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        number, word = self._heights()
        width = QFontMetrics(self._theme.font(15, 600)).horizontalAdvance(
            severity_word(self._severity)
        )
        return QSize(max(width + 16, 64), max(number + word + 14, 60))

    def minimumSizeHint(self) -> QSize:
        """Keep the word whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the answer; chosen, it wears the severity's own ground."""
        tokens = self._theme.tokens
        shade = tokens.severity[self._severity]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = shade.fill if on else (tokens.hover if self.underMouse() else tokens.surface)
        ink = QColor(shade.ink if on else tokens.text)
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.control), 2.5 if on else 1))
        painter.setBrush(QColor(ground))
        area = QRectF(self.rect()).adjusted(1.25, 1.25, -1.25, -1.25)
        painter.drawRoundedRect(area, 10, 10)
        number, word = self._heights()
        top = (self.height() - number - word) / 2
        middle = self.width() / 2
        paint_severity(
            painter, QRectF(middle - 24, top + (number - 20) / 2, 20, 20), self._severity, ink
        )
        painter.setPen(ink)
        painter.setFont(self._theme.font(18, 600))
        painter.drawText(
            QRectF(middle + 4, top, self.width() / 2, number),
            Qt.AlignmentFlag.AlignVCenter,
            str(self._severity),
        )
        painter.setFont(self._theme.font(15, 600 if on else 500))
        painter.drawText(
            QRectF(0, top + number, self.width(), word),
            Qt.AlignmentFlag.AlignCenter,
            severity_word(self._severity),
        )
        painter.end()

    def _heights(self) -> tuple[int, int]:
        number = QFontMetrics(self._theme.font(18, 600)).height()
        return max(number, 22), QFontMetrics(self._theme.font(15, 600)).height()


class SeverityRow(QWidget):
    """The four answers beside each other; ``chosen`` carries 0 to 3."""

    chosen = Signal(int)

    def __init__(self, theme: ThemeSource, effect: str) -> None:
        super().__init__()
        self.setAccessibleName(effect)
        self.buttons = [SeverityButton(theme, level, effect) for level in range(4)]
        for level, button in enumerate(self.buttons):
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked, level=level: self.chosen.emit(level))
        self.setLayout(row(*self.buttons, spacing=8))

    def choose(self, severity: int | None) -> None:
        """Show a severity, or none, without telling."""
        if severity is not None:
            self.buttons[severity].setChecked(True)
            return
        # Qt keeps one of an exclusive set checked; nothing is chosen before the patient does.
        for button in self.buttons:
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
