"""Erasing everything: what goes, what stays, and a word that is typed before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from symptrack.domain.errors import InvalidValue
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import Field, line
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.reading_width import read_at_the_left
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.erase import ErasePresenter
from symptrack.texts import _

MARGINS, CARD_MARGINS = (36, 28, 36, 26), (22, 18, 22, 20)
WIDTH_PX, ICON_PX = 720, 20


class ErasePage(Page):
    """Reached from the settings; *Cancel* has the focus, and Enter in the field erases nothing."""

    belongs_to = "settings"

    def __init__(self, presenter: ErasePresenter, theme: ThemeSource) -> None:
        self._presenter, self._theme = presenter, theme
        self._view = presenter.view()
        super().__init__(self._view.title)
        self.setAccessibleDescription(self._view.lead)
        self.notice = Notice(theme)
        self.copy = Button(theme, _("Save a copy elsewhere first"))
        self.copy.clicked.connect(lambda: self.page_requested.emit("backups"))
        self.typed = line()
        self.word = Field(theme, self._view.asked, self.typed)
        self.typed.textEdited.connect(lambda _text: self.word.accept())
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.erase = Button(theme, self._view.title, big=True)
        self.erase.clicked.connect(self._on_erase_clicked)
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show nothing new."""

    def _lay_out(self) -> None:
        view = self._view
        content = column(
            label(view.title, "h1", wrap=True),
            6,
            label(view.lead, "lead", wrap=True),
            18,
            self._list(_("This goes"), "x", view.goes),
            16,
            self._list(_("This stays, and only you can remove it"), "info", view.stays, self.copy),
            16,
            card(
                column(
                    self.word,
                    10,
                    WrapRow(self.cancel, self.erase, gap=12),
                    margins=CARD_MARGINS,
                )
            ),
            STRETCH,
            margins=MARGINS,
        )
        body = read_at_the_left(self._theme, content, WIDTH_PX)
        notice = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((body, 1), notice))

    def _list(self, title: str, icon: str, lines: tuple[str, ...], *below: Button) -> QFrame:
        items: list[Item] = [label(title, "h3", wrap=True)]
        for words in lines:
            mark = column(IconLabel(self._theme, icon, size=ICON_PX), STRETCH, margins=(0, 2, 0, 0))
            items += [8, row(mark, (label(words, "body2", wrap=True), 1), spacing=12)]
        for button in below:
            items += [14, WrapRow(button)]
        return card(column(*items, margins=CARD_MARGINS))

    def _on_cancel_clicked(self) -> None:
        self.typed.clear()
        self.word.accept()
        self.page_requested.emit(self.belongs_to)

    def _on_erase_clicked(self) -> None:
        try:
            self._presenter.check(self.typed.text())
        except InvalidValue as error:
            self.word.refuse(error.reason)
        else:
            self.erase_requested.emit()
