"""The earlier versions of an entry, what was changed side by side, and back to one of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from symptrack.domain.journal import Place, Record
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    Columns,
    PageScroll,
    add,
    box,
    card,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.history import HistoryPresenter, VersionView
from symptrack.presenters.record_fields import Change
from symptrack.texts import _

SIZE_PX = (760, 680)
STACK_BELOW_PX = 460
AT_ONCE = 10
"""How many versions are shown before more are asked for."""


class HistoryDialog(QDialog):
    """``former`` is what the entry said until an earlier version was brought back."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: HistoryPresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        self._view = presenter.view()
        self._guard = PressGuard(self, milliseconds)
        self.former: Record | None = None
        self.setWindowTitle(_("Earlier versions"))
        self.setAccessibleDescription(f"{self._view.title}. {self._view.now}")
        self.notice = Notice(theme)
        self.backs: list[Button] = []
        self.more = Button(theme, _("Show earlier changes"), icon="down")
        self.more.clicked.connect(self._show_more)
        self.close_button = Button(theme, _("Close"), big=True)
        self.close_button.clicked.connect(self.reject)
        self._versions = column(spacing=14)
        self._lay_out()
        self._show_more()
        self._ring = FocusRing(self, theme)
        take_room(self, theme, SIZE_PX)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        view = self._view
        unsaved = Notice(self._theme)
        if view.unsaved:
            unsaved.say(view.unsaved, kind="attn")
        nothing = label(_("Nothing was changed yet."), "body2", wrap=True)
        nothing.setVisible(not view.versions)
        content = column(
            label(_("Earlier versions"), "h1", wrap=True),
            6,
            label(view.title, "strong", wrap=True),
            2,
            label(view.now, "body2", wrap=True),
            16,
            unsaved,
            nothing,
            self._versions,
            14,
            row(STRETCH, self.more, STRETCH),
            STRETCH,
            margins=(32, 24, 32, 12),
        )
        buttons = row(STRETCH, self.close_button)
        foot = box(column(self.notice, 8, buttons, margins=(32, 8, 32, 20)))
        self.setLayout(column((PageScroll(content), 1), foot))

    def _show_more(self) -> None:
        begin = len(self.backs)
        for place, version in enumerate(self._view.versions[begin : begin + AT_ONCE], start=begin):
            self._versions.addWidget(self._card(place, version))
        self.more.setVisible(len(self.backs) < len(self._view.versions))
        arrange_tab_order(self)
        if begin and begin < len(self.backs):
            self.backs[begin].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, place: int, version: VersionView) -> QFrame:
        spoken = ". ".join((version.title, *(one.spoken for one in version.changes)))
        back = Button(self._theme, _("Bring back how it was before"))
        back.setAccessibleDescription(spoken)
        back.clicked.connect(lambda: self._on_back_clicked(place))
        self.backs.append(back)
        back.installEventFilter(self._guard)
        inner = column(label(version.title, "h3", wrap=True), 8)
        for one in version.changes:
            for part in (hairline(), 8, self._change(one), 8):
                add(inner, part)
        if not version.changes:
            add(inner, label(_("Nothing that is shown here."), "body2", wrap=True))
        add(inner, 6)
        add(inner, row(back, STRETCH))
        if version.also:
            add(inner, label(version.also, "small", wrap=True))
        inner.setContentsMargins(20, 14, 20, 16)
        made = card(inner)
        made.setAccessibleName(spoken)
        return made

    def _change(self, change: Change) -> QWidget:
        columns = Columns(
            self._theme,
            [
                (box(column(label(change.field, "strong", wrap=True), STRETCH)), 3),
                (self._side(_("Before"), change.before, "sunken"), 4),
                (self._side(_("After"), change.after, "soft"), 4),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=10,
        )
        columns.setAccessibleName(change.spoken)
        return columns

    def _side(self, name: str, words: str, kind: str) -> QWidget:
        content = column(
            label(name, "small"),
            2,
            label(words, "soft" if kind == "soft" else "body", wrap=True),
            STRETCH,
            margins=(12, 6, 12, 8),
        )
        return card(content, kind)

    def _on_back_clicked(self, place: int) -> None:
        if self.notice.attempt(lambda: self._bring_back(place)):
            self.accept()

    def _bring_back(self, place: int) -> None:
        self.former = self._presenter.bring_back(place)


def ask(
    theme: ThemeSource, presenter: HistoryPresenter, place: Place, parent: QWidget
) -> Record | None:
    """Show the earlier versions of an entry.

    Return what it said until one was brought back, or ``None`` where it stays as it is.

    Raises
    ------
    SymptrackError
        Where it is no longer in the journal or cannot be read.
    """
    presenter.begin(*place)
    dialog = HistoryDialog(theme, presenter, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.former
