"""Other files: what each kind of file is for, which can come back in, and saving it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_file
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.export_card import ExportCard, PictureCard
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.range_picker import RangePicker
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.export import ExportPresenter, ExportView, FileJob
from symptrack.presenters.export_range import ExportRange
from symptrack.texts import _

AskWhere = Callable[[QWidget, str, str, str], Path | None]

MARGINS = (36, 28, 36, 26)
STACK_BELOW_PX = 820


class ExportPage(Page):
    """The kinds of files, reached from the report.

    ``shown`` is emitted once the journal was looked at, ``written`` once a file was written or
    refused. ``ask_where`` asks for the file: with the window, a title, the name to propose and
    what the dialog lists.
    """

    belongs_to = "report"
    shown = Signal()
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
        self._chosen = ExportRange()
        self._stop: Event | None = None
        self.notice = Notice(theme)
        self.part = RangePicker(theme, presenter.today_on, self.notice)
        self.cards = tuple(ExportCard(theme, entry) for entry in presenter.entries())
        self.picture = PictureCard(theme, presenter.picture_entry())
        self.back = Button(theme, _("Back"), "quiet", icon="arrow-left")
        self.setLayout(column((PageScroll(self._content()), 1), self.notice.place((36, 8, 36, 12))))
        self._connect()
        arrange_tab_order(self)

    def refresh(self) -> None:
        """Show the journal as it is now; what is shown stays until it is read."""
        # Ten years take longer to read than the window may be held up.
        chosen = self._chosen
        self._background.run(
            lambda: self._presenter.view(chosen),
            lambda view: self._take(view) if chosen == self._chosen else None,
            self.notice.refuse,
        )

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the ticks back when the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            if self._stop is None:
                self.notice.still()
            for one in self.cards:
                one.untick()

    def _content(self) -> QVBoxLayout:
        """Return the page: which part of the journal, then the files, the widest one last."""
        pairs = [self.cards[place : place + 2] for place in range(0, len(self.cards), 2)]
        rows = [
            Columns(self._theme, [(one, 1) for one in pair], stack_below=STACK_BELOW_PX, spacing=18)
            for pair in pairs
        ]
        part = column(self.part, 8, label(_part_words(), "small", wrap=True))
        return column(
            row(self.back, STRETCH),
            8,
            label(_("Other files"), "h1", wrap=True),
            4,
            label(self._presenter.lead(), "lead", wrap=True),
            18,
            card(column(part, margins=(24, 16, 24, 16))),
            18,
            rows[0],
            18,
            rows[1],
            18,
            self.picture,
            14,
            label(_others_words(), "small", wrap=True),
            STRETCH,
            margins=MARGINS,
        )

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.part.chosen.connect(self._on_part_chosen)
        for one in self.cards:
            one.wanted.connect(lambda one=one: self._on_wanted(one))
        self.picture.wanted.connect(self._on_picture_wanted)

    def _take(self, view: ExportView) -> None:
        self._chosen = view.part.chosen
        self.part.show_view(view.part)
        for one, entry in zip(self.cards, view.entries, strict=True):
            one.show_entry(entry, named=view.named, born=view.born)
            one.show_title(view.title)
        self.shown.emit()

    def _on_part_chosen(self, chosen: ExportRange) -> None:
        self._chosen = chosen
        self.refresh()

    def _on_wanted(self, chosen: ExportCard) -> None:
        try:
            entry, choice = chosen.entry, chosen.choice
        except InvalidValue as error:
            chosen.title_field.refuse(error.reason)
            return
        chosen.title_field.accept()
        self._write(
            chosen.save,
            self._presenter.job(choice, self._chosen),
            (entry.name, self._presenter.file_name(entry.kind), entry.file_kinds),
            lambda: self._presenter.keep(choice),
        )

    def _on_picture_wanted(self) -> None:
        one = self.picture
        job = self._presenter.picture_job(one.chart, one.ending, self._chosen)
        name = self._presenter.picture_name(one.ending)
        self._write(one.save, job, (one.accessibleName(), name, one.file_kinds))

    def _write(
        self,
        save: Button,
        job: FileJob,
        asked: tuple[str, str, str],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask where, then make and write the file beside the window; one at a time."""
        if self._stop is not None:
            return
        self.notice.still()
        path = self._ask_where(self, *asked)
        if path is None:
            return
        stop = self._stop = Event()
        self.notice.say(_("Writing the file."), action=_("Stop"), then=stop.set)
        self._background.run(
            lambda: job.run(path, stop.is_set),
            lambda sentence: self._on_written(sentence, then),
            self._on_refused,
            ended=lambda: self._on_ended(save),
        )

    def _on_ended(self, save: Button) -> None:
        self._stop = None
        if self.notice.isAncestorOf(self.focusWidget() or self):
            # The button that stops goes; the focus goes back to where it came from.
            save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, sentence: str, then: Callable[[], None]) -> None:
        then()
        self.notice.say(sentence)
        self.written.emit()

    def _on_refused(self, error: SymptrackError) -> None:
        self.notice.refuse(error)
        self.written.emit()


def _part_words() -> str:
    return _("This holds for every file below but the calendar, which is about what is to come.")


def _others_words() -> str:
    return _(
        "Charts with your name, and as tables, are saved on the page Charts; the report on the "
        "page Report; an encrypted copy of the journal under Backups in the settings."
    )
