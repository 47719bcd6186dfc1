"""Other files: what each kind of file is for, which can come back in, and saving it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_file
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.export_card import ExportCard
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.export import ExportPresenter
from symptrack.texts import _

AskWhere = Callable[[QWidget, str, str, str], Path | None]

MARGINS = (36, 28, 36, 26)
STACK_BELOW_PX = 820


class ExportPage(Page):
    """The kinds of files, reached from the report.

    ``written`` is emitted once a file was written or refused. ``ask_where`` asks for the file:
    with the window, a title, the name to propose and what the dialog lists.
    """

    belongs_to = "report"
    written = Signal()

    def __init__(
        self,
        presenter: ExportPresenter,
        theme: ThemeSource,
        ask_where: AskWhere = save_file.ask,
    ) -> None:
        super().__init__(_("Other files"))
        self._presenter, self._theme, self._ask_where = presenter, theme, ask_where
        self._background = Background(self)
        view = presenter.view()
        self.cards = tuple(ExportCard(theme, entry) for entry in view.entries)
        self.back = Button(theme, _("Back"), "quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.notice = Notice(theme)
        for one in self.cards:
            one.wanted.connect(lambda one=one: self._on_wanted(one))
        self._lay_out(view.lead)
        self.refresh()

    def refresh(self) -> None:
        """Show the title of calendar entries as it is kept."""
        title = self._presenter.view().title
        for one in self.cards:
            one.show_title(title)

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the ticks back when the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.notice.still()
            for one in self.cards:
                one.untick()

    def _lay_out(self, lead: str) -> None:
        pairs = [self.cards[place : place + 2] for place in range(0, len(self.cards), 2)]
        rows = [
            Columns(self._theme, [(one, 1) for one in pair], stack_below=STACK_BELOW_PX, spacing=18)
            for pair in pairs
        ]
        others = _(
            "Pictures of charts are saved on the page Charts, the report on the page Report."
        )
        content = column(
            row(self.back, STRETCH),
            8,
            label(_("Other files"), "h1", wrap=True),
            4,
            label(lead, "lead", wrap=True),
            18,
            rows[0],
            18,
            rows[1],
            14,
            label(others, "small", wrap=True),
            STRETCH,
            margins=MARGINS,
        )
        notice = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((PageScroll(content), 1), notice))

    def _on_wanted(self, chosen: ExportCard) -> None:
        # The job reads the choices as they are now; later presses make other files.
        if not chosen.save.isEnabled():
            return
        self.notice.still()
        entry, choice = chosen.entry, chosen.choice
        name = self._presenter.file_name(entry.kind)
        path = self._ask_where(self, entry.name, name, entry.file_kinds)
        if path is None:
            return
        self.notice.say(_("Writing the file."))
        chosen.save.setEnabled(False)
        self._background.run(
            self._presenter.job(choice).run,
            lambda data: self._on_made(self._presenter.save(data, choice, path)),
            self._on_refused,
            ended=lambda: chosen.save.setEnabled(True),
        )

    def _on_made(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.written.emit()

    def _on_refused(self, error: Exception) -> None:
        self.notice.say(str(error), kind="attn")
        self.written.emit()
