"""What every button is made from: a screen reader's toggle counts as a press."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton

if TYPE_CHECKING:
    _Kind = QAbstractButton
else:
    # A second class of Qt's among the bases is more than its bindings can take.
    _Kind = object


class ToggleIsPress(_Kind):
    """Stands before a button's own class, and lets it tell ``clicked`` however it is worked.

    Qt lets assistive technology only toggle what can be checked, which says nothing to who waits
    for ``clicked``. A change that comes neither from a press nor from ``setChecked`` is theirs.
    """

    _expected = False

    def setCheckable(self, on: bool) -> None:
        """Let the button be checked, also by assistive technology."""
        if on and not self.isCheckable():
            self.take_toggles()
        super().setCheckable(on)

    def take_toggles(self) -> None:
        """Take toggles for presses; for what can be checked from its making on."""
        self.toggled.connect(self._on_toggled)

    def setChecked(self, on: bool) -> None:
        """Check the button, or not, without its counting as pressed."""
        self._expected = True
        super().setChecked(on)
        self._expected = False

    def nextCheckState(self) -> None:
        """Take the state that a press brings."""
        self._expected = True
        super().nextCheckState()
        self._expected = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab lead to the one of several that is chosen."""
        super().focusInEvent(event)
        by_tab = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        chosen = self._chosen_of_several() if by_tab else None
        if chosen is not None and chosen is not self:
            chosen.setFocus(event.reason())

    def _chosen_of_several(self) -> QAbstractButton | None:
        if not self.isCheckable() or not self._is_one_of_several():
            return None
        if self.group() is not None:
            return self.group().checkedButton()
        parent = self.parentWidget()
        beside = parent.children() if parent is not None else []
        buttons = (one for one in beside if isinstance(one, QAbstractButton))
        return next((one for one in buttons if one.autoExclusive() and one.isChecked()), None)

    def _on_toggled(self, on: bool) -> None:
        if self._expected or (self._is_one_of_several() and not on):
            return
        # Later, for what follows may take the button away while it is still being toggled.
        QTimer.singleShot(0, self, self._press_again)

    def _is_one_of_several(self) -> bool:
        group = self.group()
        return self.autoExclusive() if group is None else group.exclusive()

    def _press_again(self) -> None:
        """Press what was only toggled; one of several stays chosen when it is pressed again."""
        if not self._is_one_of_several():
            self.setChecked(not self.isChecked())
        self.click()


class PushButton(ToggleIsPress, QPushButton):
    """A push button for all purposes."""
