"""What every push button is made from: a screen reader's toggle counts as a press."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget


class PushButton(QPushButton):
    """A button that tells ``clicked`` however it is worked.

    Qt lets assistive technology only toggle what can be checked, which says nothing to who waits
    for ``clicked``. A change that comes neither from a press nor from ``setChecked`` is theirs.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._expected = False

    def setCheckable(self, on: bool) -> None:
        """Let the button be checked, also by assistive technology."""
        if on and not self.isCheckable():
            self.toggled.connect(self._on_toggled)
        super().setCheckable(on)

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
