"""The left navigation."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLabel, QSizePolicy, QWidget

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import key_cap, label
from symptrack.texts import _

WIDTH_PX = 232
LOGO_PX = 30
GENTLE_KEY = "F2"
"""Opens gentle mode from anywhere."""
LOCK_KEY = "Ctrl+L"
"""Locks a protected journal from anywhere."""
KEY_UP_TO_SCALE = 1.25


@dataclass(frozen=True, slots=True)
class Place:
    """One page that can be gone to."""

    key: str
    name: str
    icon: str


def all_places() -> tuple[Place, ...]:
    """Return every page beside the navigation, in its order."""
    return (
        Place("today", _("Today"), "today"),
        Place("journal", _("Journal"), "journal"),
        Place("charts", _("Charts"), "charts"),
        Place("report", _("Report"), "report"),
        Place("settings", _("Settings"), "settings"),
    )


class Sidebar(QWidget):
    """The pages by name, and gentle mode; ``approached`` says that a page is pointed at or focused.

    ``gentle`` stands below, and is no page: it fills the window until the patient is done. ``lock``
    is there where a passphrase protects the journal.
    """

    chosen = Signal(str)
    approached = Signal(str)
    gentle_requested = Signal()
    lock_requested = Signal()

    def __init__(self, theme: ThemeSource, places: Sequence[Place]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pages"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        for place in places:
            self.buttons[place.key] = self._page_button(place)
        head = row(8, self._logo(), label("Symptrack", "brand"), STRETCH, spacing=10)
        self.gentle = Button(theme, _("Gentle mode"), "nav", icon="moon")
        self.gentle.setAccessibleDescription(
            _("Two questions in large words, dark and warm. Key {key}.").format(key=GENTLE_KEY)
        )
        self.gentle.clicked.connect(self.gentle_requested)
        self._key = key_cap(GENTLE_KEY)
        self.lock = Button(theme, _("Lock"), "nav", icon="lock")
        self.lock.setAccessibleDescription(
            _("Closes the journal; its passphrase opens it. Key {key}.").format(key=LOCK_KEY)
        )
        self.lock.clicked.connect(self.lock_requested)
        self.lock.hide()
        below = row((self.gentle, 1), self._key, 10)
        items: list[Item] = [head, 22, *self.buttons.values(), STRETCH, self.lock, below]
        self.setLayout(column(*items, spacing=4, margins=(16, 24, 16, 16)))
        self.setMinimumWidth(WIDTH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add_keys(self, within: QWidget) -> None:
        """Let Ctrl and a number go to a page, from anywhere within a widget."""
        for place, key in enumerate(self.buttons, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), within)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.chosen.emit(key))

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        self.buttons[key].setChecked(True)

    def focus_current(self) -> None:
        """Give the focus to the page that is shown."""
        current = self._group.checkedButton()
        if current is not None:
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when a page is pointed at or focused, so that it can get ready."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn}:
            for key, button in self.buttons.items():
                if button is watched:
                    self.approached.emit(key)
        return False

    def _page_button(self, place: Place) -> Button:
        button = Button(self._theme, place.name, "nav", icon=place.icon)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # for screen readers: one of a set, not a check box
        button.clicked.connect(lambda _checked, key=place.key: self.chosen.emit(key))
        button.installEventFilter(self)
        self._group.addButton(button)
        return button

    def _on_theme_changed(self) -> None:
        """Print the key where it costs the pages no width."""
        self._key.setVisible(self._theme.scale <= KEY_UP_TO_SCALE)

    def _logo(self) -> QLabel:
        logo = QLabel()
        logo.setPixmap(icons.pixmap("logo", "", LOGO_PX, self.devicePixelRatioF()))
        logo.setFixedSize(LOGO_PX, LOGO_PX)
        return logo
