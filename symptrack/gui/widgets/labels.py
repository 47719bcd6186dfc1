"""Texts and icons that are only shown. User text is plain text everywhere."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource

CENTRE = Qt.AlignmentFlag.AlignCenter


class WrappingLabel(QLabel):
    """A label whose lines break, and which asks for no more height than its width needs.

    Qt guesses a narrow, tall shape as the least size of such a label, which would make pages
    scroll that fit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one short line."""
        return QSize(40, self.fontMetrics().height())


def label(
    text: str,
    role: str = "body",
    *,
    wrap: bool = False,
    align: Qt.AlignmentFlag | None = None,
) -> QLabel:
    """Return a plain-text label; ``role`` names its place in the type scale."""
    made = WrappingLabel() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    if align is not None:
        made.setAlignment(align)
    return made


def key_cap(text: str) -> QLabel:
    """Return a key as it is printed on the keyboard."""
    made = label(text, "key", align=CENTRE)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class IconLabel(QLabel):
    """An icon beside words, ``size`` pixels at 100 % text; screen readers pass it over."""

    def __init__(
        self, theme: ThemeSource, name: str, *, size: int = 22, role: str = "text2"
    ) -> None:
        super().__init__()
        self._theme, self._name, self._size, self._role = theme, name, size, role
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        colour = self._theme.colour(self._role).name(QColor.NameFormat.HexRgb)
        size = self._theme.large(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(icons.pixmap(self._name, colour, size, self.devicePixelRatioF()))


def describe(widget: QWidget, name: str, description: str = "") -> QWidget:
    """Give a widget the words a screen reader says for it."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def announce(source: QObject, text: str) -> None:
    """Let a screen reader say something without moving the focus."""
    # Imported here: PySide would make all that Qt knows of accessibility at each start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
