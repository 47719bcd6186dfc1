"""Moving to a new computer, step by step: one file out here, one file in there."""

from PySide6.QtCore import Qt

from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, card, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.copy_elsewhere import CopyElsewhereView
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.numbered import numbered
from symptrack.gui.widgets.reading_width import read_at_the_left
from symptrack.presenters.copy_elsewhere import CopyElsewhere
from symptrack.texts import _

MARGINS, CARD_MARGINS = (36, 28, 36, 26), (22, 18, 22, 20)
WIDTH_PX = 900


class MovePage(Page):
    """Reached from the settings of the old computer."""

    belongs_to = "settings"

    def __init__(self, presenter: CopyElsewhere, theme: ThemeSource) -> None:
        super().__init__(_("Move to a new computer"))
        self._theme = theme
        self.notice = Notice(theme)
        self.back = Button(theme, _("Back to the settings"), "quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.elsewhere = CopyElsewhereView(theme, presenter, self.notice)
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the first step."""
        self.elsewhere.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show nothing new: what was begun here goes on."""

    def _lay_out(self) -> None:
        content = column(
            row(self.back, STRETCH),
            8,
            label(_("Move to a new computer"), "h1", wrap=True),
            6,
            label(_("One file out here, one file in there."), "lead", wrap=True),
            18,
            card(column(*self._steps(), margins=CARD_MARGINS)),
            STRETCH,
            margins=MARGINS,
        )
        body = read_at_the_left(self._theme, content, WIDTH_PX)
        notice = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((body, 1), notice))

    def _steps(self) -> list[Item]:
        steps: tuple[tuple[str, str, tuple[Item, ...]], ...] = (
            (
                _("Save your journal as one file"),
                _("Put it on a stick, for example. It is encrypted; its recovery code opens it."),
                (12, self.elsewhere),
            ),
            (
                _("Take the file and the code to the new computer"),
                _("Keep them apart on the way: whoever has both can read your journal."),
                (),
            ),
            (
                _("Put it in there"),
                _(
                    "Install Symptrack on the new computer, start it, and choose "
                    "“Move a journal here”. It asks for the file, then for the code."
                ),
                (),
            ),
            (
                _("Then go on there only"),
                _(
                    "The journal on this computer stays as it is. "
                    "What you enter in one does not reach the other."
                ),
                (),
            ),
        )
        items: list[Item] = []
        for place, (title, words, below) in enumerate(steps):
            if place:
                items += [16, hairline(), 16]
            items.append(numbered(self._theme, place + 1, title, words, *below))
        return items
