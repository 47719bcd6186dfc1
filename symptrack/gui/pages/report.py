"""Report: what goes in, the page as it will be, and saving it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_report
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.page_preview import PagePreview, page_images
from symptrack.gui.widgets.pale_sheet import PaleSheet
from symptrack.gui.widgets.report_choices import ReportChoices
from symptrack.presenters.report import Preview, ReportJob, ReportPresenter
from symptrack.texts import _

AskWhere = Callable[[QWidget, str], Path | None]

MARGINS = (36, 28, 36, 16)
STACK_BELOW_PX = 820
STILL_AFTER_MS = 300
PREVIEW_PPI = 150.0
LEAST_PREVIEW_PX = 420
CHOICES_SHARE, PREVIEW_SHARE = 10, 16


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A report that was laid out, with its pages ready to be shown."""

    job: ReportJob
    preview: Preview
    images: tuple[QImage, ...]


class ReportPage(Page):
    """The report page; ``ask_where`` asks for the file to save.

    ``laid_out`` is emitted once the preview shows what is chosen.
    """

    laid_out = Signal()

    def __init__(
        self,
        presenter: ReportPresenter,
        theme: ThemeSource,
        ask_where: AskWhere = save_report.ask,
    ) -> None:
        super().__init__(_("Report"))
        self._presenter, self._theme, self._ask_where = presenter, theme, ask_where
        self._background = Background(self)
        self._wanted: ReportJob | None = None
        self._shown: LaidOut | None = None
        self._save_to: Path | None = None
        self.choices = ReportChoices(theme)
        self.preview = PagePreview(theme, _("Preview"))
        self.notice = Notice(theme)
        self.save = Button(theme, _("Save PDF"), "primary", icon="report", big=True)
        self.others = Button(theme, _("Other files"), "quiet", icon="share", big=True)
        self.check_in = Button(theme, _("Check in now"), "primary", icon="edit", big=True)
        self._filled, self._empty = self._make_filled(), self._make_empty()
        self._lead = label("", "lead", wrap=True)
        self._bar = box(
            column(self.notice, 12, row(self.others, STRETCH, self.save), margins=(36, 0, 36, 20))
        )
        head = column(label(_("Report for your clinician"), "h1", wrap=True), 4, self._lead)
        self._scroll = PageScroll(column(head, 18, self._filled, (self._empty, 1), margins=MARGINS))
        self.setLayout(column((self._scroll, 1), self._bar))
        for part in (self._filled, self._empty, self._bar):
            part.hide()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(STILL_AFTER_MS)
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
        for part in (self._filled, self._bar):
            part.setVisible(filled)
        self._empty.setVisible(not filled)
        self._lead.setText(view.lead)
        if view.selection is not None:
            self.choices.show_view(view, view.selection)
            self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the answer about item 9 when the page is left: it is asked each time."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.choices.forget_item9()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the preview the height that is in view, whatever stands above and below."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            above = self._filled.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
            above += self._scroll.verticalScrollBar().value()
            room = self._scroll.viewport().height() - above - MARGINS[3]
            self._preview_card.setFixedHeight(max(room, LEAST_PREVIEW_PX))
        return super().eventFilter(watched, event)

    def _make_filled(self) -> QWidget:
        self._preview_card = card(column((self.preview, 1), margins=(22, 14, 22, 20)))
        choices = card(column(self.choices))
        return Columns(
            self._theme,
            [
                (box(column(choices, STRETCH)), CHOICES_SHARE),
                (box(column(self._preview_card, STRETCH)), PREVIEW_SHARE),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=18,
        )

    def _make_empty(self) -> QWidget:
        content = column(
            STRETCH,
            row(STRETCH, PaleSheet(self._theme), STRETCH),
            20,
            label(_("No report yet"), "h2", wrap=True, align=CENTRE),
            8,
            label(
                _(
                    "One page for your clinician: your sessions, how your mood went, and side "
                    "effects. It starts with one check-in."
                ),
                "lead",
                wrap=True,
                align=CENTRE,
            ),
            28,
            row(STRETCH, self.check_in, STRETCH),
            STRETCH,
            margins=(28, 28, 28, 28),
        )
        return box(column((card(content), 1)))

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choices_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.others.clicked.connect(lambda: self.page_requested.emit("export"))
        self.check_in.clicked.connect(lambda: self.check_in_requested.emit(""))
        self._waiting.timeout.connect(lambda: self.preview.say_still(_("Laying out the page")))

    def _add_shortcuts(self) -> None:
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl++", lambda: self.preview.zoom_by(1)),
            ("Ctrl+=", lambda: self.preview.zoom_by(1)),
            ("Ctrl+-", lambda: self.preview.zoom_by(-1)),
            ("Ctrl+0", self.preview.zoom_whole),
        )
        for keys, action in actions:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _lay_out(self) -> None:
        """Ask for the report as chosen, unless that is what is shown or under way."""
        selection = self.choices.selection
        if selection is None:
            return
        self.choices.ask_item9(self._presenter.asks_item9(selection))
        self.choices.show_leaving(self._presenter.leaves(selection))
        job = self._presenter.job(selection)
        if self._shown is not None and job.makes_the_same_as(self._shown.job):
            self._take(self._shown)
        elif self._wanted is None or not job.makes_the_same_as(self._wanted):
            self._wanted = job
            self._waiting.start()
            # A job that is no longer wanted when its turn comes is not begun.
            self._background.run(
                lambda: _laid_out(job) if job is self._wanted else None,
                lambda made: self._take(made) if job is self._wanted else None,
            )

    def _take(self, made: LaidOut) -> None:
        self._waiting.stop()
        self._wanted, self._shown = made.job, made
        preview = made.preview
        self.preview.show_pages(made.images, preview.pages_words, preview.summary)
        if self._save_to is not None:
            self._write(preview, self._save_to)
        self.laid_out.emit()

    def _write(self, preview: Preview, path: Path) -> None:
        self._save_to = None
        selection = self.choices.selection
        if selection is None:
            return
        try:
            self.notice.say(self._presenter.save(preview, selection, path))
        except SymptrackError as error:
            self.notice.refuse(error)

    def _on_choices_changed(self) -> None:
        self.notice.still()
        self._lay_out()

    def _on_save_clicked(self) -> None:
        selection = self.choices.selection
        if selection is None:
            return
        unanswered = self._presenter.still_to_answer(selection)
        if unanswered:
            self.notice.say(unanswered, kind="attn")
            self.choices.item9.buttons[0].setFocus()
            return
        self._save_to = self._ask_where(self, self._presenter.file_name())
        if self._save_to is not None:
            self._lay_out()


def _laid_out(job: ReportJob) -> LaidOut:
    preview = job.run(PREVIEW_PPI)
    return LaidOut(job, preview, page_images(preview.pages))
