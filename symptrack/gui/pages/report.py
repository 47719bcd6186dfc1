"""Report: what goes in, the pages as they will be, saving and printing them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_report
from symptrack.gui.dialogs.print_report import Printing
from symptrack.gui.page import Page
from symptrack.gui.report_printing import ReportPrinting
from symptrack.gui.report_work import LaidOut, ReportWork
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.no_report import no_report
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.page_preview import PagePreview
from symptrack.gui.widgets.report_choices import ReportChoices
from symptrack.gui.widgets.side_scroll import SideScroll
from symptrack.gui.widgets.working import Working
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.report_choice import Offer, Selection
from symptrack.presenters.report_job import Preview
from symptrack.texts import _

AskWhere = Callable[[QWidget, str], Path | None]

MARGINS = (36, 28, 36, 16)
STACK_BELOW_PX = 820
LEAST_PREVIEW_PX = 420
EDGES_PX = 6
CHOICES_SHARE, PREVIEW_SHARE = 11, 16


class ReportPage(Page):
    """The report page; ``ask_where`` asks for the file to save, ``printing`` for the printer.

    ``laid_out`` is emitted once the preview shows what is chosen, ``offered`` once the choices are
    those of the period, ``written`` once the report was saved, printed or refused.
    """

    laid_out = Signal()
    offered = Signal()
    written = Signal()

    def __init__(
        self,
        presenter: ReportPresenter,
        theme: ThemeSource,
        ask_where: AskWhere = save_report.ask,
        printing: Printing | None = None,
    ) -> None:
        super().__init__(_("Report"))
        self._presenter, self._theme, self._ask_where = presenter, theme, ask_where
        self._printing = printing or Printing()
        self._background = Background(self)
        self._work = ReportWork(self, self._background)
        self._then: Callable[[LaidOut], None] | None = None
        self._offered: Selection | None = None
        self._printer_work = ReportPrinting(self, self._background)
        self.choices = ReportChoices(theme, presenter.today, presenter.with_dates)
        self.preview = PagePreview(theme, _("Preview"))
        self.working = Working(theme)
        self.notice = Notice(theme)
        self.save = Button(theme, _("Save PDF"), "primary", icon="report", big=True)
        self.print = Button(theme, _("Print"), "outline", icon="printer", big=True)
        self.page_setup = Button(theme, _("Page setup"), "quiet", big=True)
        self.others = Button(theme, _("Other files"), "quiet", icon="share", big=True)
        self.check_in = Button(theme, _("Check in now"), "primary", icon="edit", big=True)
        self._filled, self._empty = self._make_filled(), no_report(theme, self.check_in)
        self._lead = label("", "lead", wrap=True)
        self._bar = self._make_bar()
        head = self._make_head()
        self._scroll = PageScroll(column(head, 18, self._filled, (self._empty, 1), margins=MARGINS))
        self.setLayout(column((self._scroll, 1), self._bar))
        for part in (self._filled, self._empty, self._bar, self._others):
            part.hide()
        self._scroll.viewport().installEventFilter(self)
        self._filled.installEventFilter(self)
        self._connect()
        self._add_shortcuts()

    def refresh(self) -> None:
        """Show the journal as it is now; the old preview stays until the new one is ready."""
        # Ten years take longer to read than the window may be held up.
        self._background.run(
            self._presenter.read, lambda _read: self._show_journal(), self.notice.refuse
        )

    def _show_journal(self) -> None:
        view = self._presenter.view(self.choices.selection)
        filled = view.selection is not None
        for part in (self._filled, self._bar, self.page_setup):
            part.setVisible(filled)
        self._empty.setVisible(not filled)
        # What is there without a check-in leaves in a file too.
        self._others.show()
        self._lead.setText(view.lead)
        if view.selection is not None:
            self.choices.show_view(view, view.selection)
            self._offered = None
            self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the answer about item 9 and the password when the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.choices.forget_item9()
            self.choices.password.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give choices and preview the height that is in view, whatever stands above and below."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            above = self._filled.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
            above += self._scroll.verticalScrollBar().value()
            room = max(self._scroll.viewport().height() - above - MARGINS[3], LEAST_PREVIEW_PX)
            self._preview_card.setFixedHeight(room)
            self._choices_scroll.limit(None if self._filled.stacked else room - EDGES_PX)
        return super().eventFilter(watched, event)

    def _make_filled(self) -> Columns:
        shown = column(self.working, (self.preview, 1), margins=(22, 14, 22, 20))
        self._preview_card = card(shown)
        self._choices_scroll = SideScroll(column(self.choices))
        choices = card(column(self._choices_scroll, margins=(1, 1, 1, 1)))
        return Columns(
            self._theme,
            [
                (box(column(choices, STRETCH)), CHOICES_SHARE),
                (box(column(self._preview_card, STRETCH)), PREVIEW_SHARE),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=18,
        )

    def _make_head(self) -> QWidget:
        said = box(column(label(_("Report for your clinician"), "h1", wrap=True), 4, self._lead))
        self._others = box(row(self.others, self.page_setup, STRETCH, spacing=12))
        parts = [(said, 1), (self._others, 0)]
        return Columns(self._theme, parts, stack_below=STACK_BELOW_PX, spacing=8)

    def _make_bar(self) -> QWidget:
        buttons = row(STRETCH, self.print, self.save, spacing=12)
        return box(column(self.notice, 12, buttons, margins=(36, 0, 36, 20)))

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choices_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.print.clicked.connect(self._on_print_clicked)
        self.page_setup.clicked.connect(self._on_page_setup_clicked)
        self.others.clicked.connect(lambda: self.page_requested.emit("export"))
        self.check_in.clicked.connect(lambda: self.check_in_requested.emit(""))
        self._work.began.connect(self.working.begin)
        self._work.rested.connect(self.working.end)
        self._work.stepped.connect(self.working.show_step)
        self._work.done.connect(self._on_laid_out)
        self._work.stopped.connect(self._on_stopped)
        self._printer_work.stepped.connect(self.working.show_step)
        self._printer_work.done.connect(self._on_printed)
        self._printer_work.refused.connect(self._on_refused)
        self.working.appeared.connect(lambda: self.preview.say_still(_("Laying out the pages")))
        self.working.stop_asked.connect(self._on_stop_asked)

    def _add_shortcuts(self) -> None:
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl++", lambda: self.preview.zoom_by(1)),
            ("Ctrl+=", lambda: self.preview.zoom_by(1)),
            ("Ctrl+-", lambda: self.preview.zoom_by(-1)),
            ("Ctrl+0", self.preview.zoom_whole),
            ("Ctrl+P", self.print.click),
        )
        for keys, action in actions:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _lay_out(self) -> None:
        """Ask for the report as chosen, and for what there is to choose in its period."""
        selection = self.choices.selection
        if selection is None:
            return
        self.choices.ask_item9(self._presenter.asks_item9(selection))
        self.choices.dates.show_days(*self._presenter.days_of(selection))
        if selection != self._offered:
            self._offered = selection
            self._background.run(
                lambda: self._presenter.offer(selection),
                lambda offer: self._on_offered(selection, offer),
            )
        self._work.want(self._presenter.job(selection))

    def _on_offered(self, selection: Selection, offer: Offer) -> None:
        if selection == self.choices.selection:
            self.choices.show_offer(offer)
            self.offered.emit()

    def _on_laid_out(self, made: LaidOut) -> None:
        preview = made.preview
        self.preview.show_pages(preview.pages, made.small, preview.pages_words, preview.summary)
        then, self._then = self._then, None
        if then is not None:
            then(made)
        self.laid_out.emit()

    def _on_stopped(self) -> None:
        self._then = None
        self.preview.say_still(_("Stopped"))
        self.notice.say(_("Stopped. The pages are not those of what is chosen now."), kind="attn")

    def _on_stop_asked(self) -> None:
        self._printer_work.stop()
        self._work.stop()

    def _on_choices_changed(self) -> None:
        self.notice.still()
        self._lay_out()

    def _answered(self) -> Selection | None:
        """Return what is chosen, or ask first what has to be answered."""
        selection = self.choices.selection
        unanswered = self._presenter.still_to_answer(selection) if selection else ""
        if not unanswered:
            return selection
        self.notice.say(unanswered, kind="attn")
        self.choices.item9.buttons[0].setFocus()
        return None

    def _with_pages(self, then: Callable[[LaidOut], None]) -> None:
        """Go on with the pages of what is chosen, once they are there."""
        self._then = then
        self._lay_out()

    # Saving

    def _on_save_clicked(self) -> None:
        selection = self._answered()
        password = self.choices.password.read() if selection else None
        if selection is None or password is None:
            return
        path = self._ask_where(self, self._presenter.file_name())
        if path is not None:
            self._with_pages(lambda made: self._write(made.preview, selection, path, password))

    def _write(self, preview: Preview, selection: Selection, path: Path, password: str) -> None:
        if not password:
            self._keep(preview, selection, path)
            return
        self._background.run(
            lambda: replace(preview, pdf=self._presenter.protected(preview, password)),
            lambda made: self._keep(made, selection, path),
            self._on_refused,
        )

    def _keep(self, preview: Preview, selection: Selection, path: Path) -> None:
        try:
            sentence = self._presenter.save(preview, selection, path)
        except SymptrackError as error:
            self._on_refused(error)
            return
        self.choices.password.forget()
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.written.emit()

    # Printing

    def _on_print_clicked(self) -> None:
        if self._answered() is not None:
            self._with_pages(self._print)

    def _print(self, made: LaidOut) -> None:
        preview = made.preview
        try:
            printer = self._printing.ask(self, preview.paper, len(preview.pages))
        except SymptrackError as error:
            self._on_refused(error)
            return
        if printer is not None:
            self.notice.say(_("Printing."))
            self.working.begin()
            self._printer_work.start(made.job, printer)

    def _on_printed(self, whole: bool) -> None:
        self.working.end()
        self._tell(_("The pages are with the printer.") if whole else _("Printing was stopped."))

    def _on_page_setup_clicked(self) -> None:
        selection = self.choices.selection
        if selection is not None:
            self.notice.attempt(lambda: self._printing.set_up_page(self, selection.paper))

    def _on_refused(self, error: SymptrackError) -> None:
        self.working.end()
        self.notice.refuse(error)
        self.written.emit()
