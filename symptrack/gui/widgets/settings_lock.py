"""The settings' part on the lock."""

from PySide6.QtCore import Qt, Signal

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, add, box, clear, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section, setting_row
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.lock_choices import LockChoices, LockChoicesView
from symptrack.presenters.protection import Change, Wanted
from symptrack.texts import _


class LockSection(Section):
    """``page_wanted`` carries a change that asks for more; ``protection_requested`` a whole one."""

    page_wanted = Signal(str)
    protection_requested = Signal(object)

    def __init__(self, theme: ThemeSource, presenter: LockChoices) -> None:
        super().__init__(theme, _("Lock and passphrase"))
        self._presenter = presenter
        self.changes: dict[Change, Button] = {}
        self._shown: LockChoicesView | None = None
        self._content = column()
        self.after = DropDown(theme, _("Lock the journal"))
        self.after.activated.connect(self._on_after_activated)
        self.by_itself = Tick(theme, _("Open by itself on this computer"))
        self.by_itself.clicked.connect(self._on_by_itself_clicked)
        self._when = setting_row(
            theme,
            "clock",
            _("Lock the journal"),
            _("When nobody is at the computer. Ctrl+L locks it at once."),
            self.after,
        )
        self._keyring = setting_row(
            theme,
            "computer",
            _("Open by itself on this computer"),
            _("The key lies in this computer’s keyring too: who is logged in needs no passphrase."),
            self.by_itself,
        )
        for one in (self._when, self._keyring):
            one.setContentsMargins(0, 10, 0, 0)
        self.lay_out(box(self._content), self._when, self._keyring)
        self.show_lock()

    def show_lock(self) -> None:
        """Show what protects the journal now."""
        view = self._presenter.view()
        if view != self._shown:
            self._shown = view
            self._show(view)

    def focus_first(self) -> None:
        """Give the focus to the first of what can be changed."""
        next(iter(self.changes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, view: LockChoicesView) -> None:
        clear(self._content)
        self.changes = {}
        for change, words in view.changes:
            kind = "primary" if change is Change.SET else "secondary"
            button = Button(self._theme, words, kind)
            button.clicked.connect(lambda _checked, change=change: self._on_change(change))
            self.changes[change] = button
        parts: tuple[Item, ...] = (
            label(view.title, "strong", wrap=True),
            label(view.does, "body2", wrap=True),
            label(view.does_not, "body2", wrap=True),
            WrapRow(*self.changes.values(), gap=12),
        )
        for part in parts:
            add(self._content, part)
            add(self._content, 10 if part is not parts[-1] else 0)
        for widget in (self._when, self._keyring):
            widget.setVisible(view.protected)
        self.by_itself.setChecked(bool(view.keyring))
        self.after.clear()
        for choice in view.after:
            self.after.addItem(choice.words, choice.minutes)
        self.after.setCurrentIndex(self.after.findData(view.after_min))
        self.rebuilt.emit()

    def _on_change(self, change: Change) -> None:
        self.page_wanted.emit(f"protect-{change.value}")

    def _on_after_activated(self) -> None:
        minutes = int(self.after.currentData())
        self.do(lambda: self._presenter.lock_after(minutes))

    def _on_by_itself_clicked(self) -> None:
        wanted = self.by_itself.isChecked()
        change = Change.KEYRING_ON if wanted else Change.KEYRING_OFF
        self.protection_requested.emit(Wanted(change=change))
