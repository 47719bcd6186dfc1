"""Charts: one of them at a time, read out value by value, as a table, and as a file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.charts.style import ChartStyle
from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_picture
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.gui.widgets.chart_controls import ChartControls
from symptrack.gui.widgets.chart_tables import ChartTables
from symptrack.gui.widgets.labels import CENTRE, IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.charts import ChartsPresenter, ChartsView, Snapshot
from symptrack.presenters.charts_choice import ChartsChoice
from symptrack.presenters.charts_kinds import EntryKind, ShownChart
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Place
    from symptrack.charts.picture import Picture


MARGINS = (36, 28, 36, 20)
STACK_BELOW_PX = 760
EMPTY_HEIGHT_PX = 190
REHEARSED_PX = (950, 508)


class AskWhere(Protocol):
    """Asks where to save a chart, and what goes into the file."""

    def __call__(
        self,
        theme: ThemeSource,
        patient: str,
        name_for: Callable[[str], str],
        parent: QWidget,
        *,
        self_harm: bool = False,
    ) -> PictureChoice | None:
        """Return the choice, ``None`` where there is to be no file."""


class ChartsPage(Page):
    """The charts page; ``ask_where`` asks for a file to save the picture in.

    ``shown`` is emitted once a view has been worked out; its chart is drawn after that.
    """

    shown = Signal()

    def __init__(
        self,
        presenter: ChartsPresenter,
        theme: ThemeSource,
        ask_where: AskWhere = save_picture.ask,
    ) -> None:
        super().__init__(_("Charts"))
        self._presenter, self._theme, self._ask_where = presenter, theme, ask_where
        self._background = Background(self)
        self._view = ChartsView()
        self._choice = ChartsChoice()
        self._wanted: tuple[Snapshot, ChartsChoice] | None = None
        self.save = Button(theme, _("Save picture"), icon="download")
        self.canvas = ChartCanvas(theme)
        self.tables = ChartTables(theme)
        self.read_out = label("", "body2", wrap=True)
        self.summary = label("", "body2", wrap=True)
        self.table_switch = Button(theme, _("Show as table"), "quiet", icon="table")
        self.copy = Button(theme, _("Copy picture"), "quiet", icon="copy")
        self.notice = Notice(theme)
        self.controls = ChartControls(theme, presenter.today_on, self.notice)
        self.check_in = Button(theme, _("Check in now"), "primary", icon="edit", big=True)
        self.empty_canvas = ChartCanvas(theme)
        self.empty_canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty_heading = label("", "h2", wrap=True, align=CENTRE)
        self._empty_text = label("", "lead", wrap=True, align=CENTRE)
        self._range_and_save = box(row(self.controls.ranges, self.save, spacing=10))
        self._filled, self._empty = self._make_filled(), self._make_empty()
        self.setLayout(column(PageScroll(self._make_content())))
        self._connect()

    def refresh(self) -> None:
        """Show the journal as it is now; what is shown stays until that is worked out."""
        # Ten years take longer to read than the window may be held up.
        self._background.run(self._presenter.read, self._on_journal_read, self.notice.refuse)

    def get_ready(self) -> None:
        """Read the journal and work the view out; the chart is drawn once its size is known."""
        self.refresh()

    def _on_journal_read(self, snapshot: Snapshot) -> None:
        wanted = (snapshot, self._choice)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._background.run(
            lambda: self._presenter.view(*wanted), lambda view: self._take(view, wanted)
        )

    def _take(self, view: ChartsView, wanted: tuple[Snapshot, ChartsChoice]) -> None:
        if wanted != self._wanted:
            return  # the answer to an earlier question
        self._view = view
        self._choice = view.choice
        self._wanted = (wanted[0], view.choice)
        for part in (self._filled, self._range_and_save, self.controls):
            part.setVisible(view.empty is None)
        self._empty.setVisible(view.empty is not None)
        if view.shown is not None:
            self.controls.show_view(view)
            self._show_chart(view.shown)
        elif view.empty is not None:
            self._empty_heading.setText(view.empty.heading)
            self.empty_canvas.setAccessibleName(view.empty.heading)
            self._empty_text.setText(view.empty.text)
            self.check_in.set_words(view.empty.action)
            self.empty_canvas.show_chart(_draw_empty, grows=False)
        self.shown.emit()

    def _make_content(self) -> QVBoxLayout:
        for part in (self._filled, self._empty, self._range_and_save, self.controls):
            part.hide()
        head = Columns(
            self._theme,
            [(label(_("Charts"), "h1"), 1), (self._range_and_save, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        parts = ((self._filled, 1), (self._empty, 1))
        return column(head, 14, self.controls, 14, self.notice, *parts, margins=MARGINS)

    def _make_filled(self) -> QWidget:
        self._card = card(column(self.canvas, margins=(12, 14, 12, 8)))
        self._table_card = card(column(self.tables))
        self._table_card.hide()
        summary = row(
            (column(IconLabel(self._theme, "info", size=20), STRETCH), 0),
            (self.summary, 1),
            spacing=10,
        )
        below = Columns(
            self._theme,
            [
                (box(column(summary, STRETCH)), 1),
                (box(column(self.table_switch, self.copy, STRETCH)), 0),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        return box(column((self._card, 1), self._table_card, 10, self.read_out, 10, below))

    def _make_empty(self) -> QWidget:
        content = column(
            STRETCH,
            self.empty_canvas,
            20,
            self._empty_heading,
            8,
            self._empty_text,
            28,
            row(STRETCH, self.check_in, STRETCH),
            STRETCH,
            margins=(28, 28, 28, 28),
        )
        return box(column((card(content), 1)))

    def _connect(self) -> None:
        self.controls.chosen.connect(self._on_controls_chosen)
        self.save.clicked.connect(self._on_save_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.table_switch.clicked.connect(self._on_table_switch_clicked)
        self.check_in.clicked.connect(lambda: self.check_in_requested.emit(""))
        self.canvas.pointed.connect(self._on_canvas_pointed)
        self.canvas.opened.connect(self._on_canvas_opened)

    def _show_chart(self, shown: ShownChart) -> None:
        self.summary.setText(shown.summary)
        self.canvas.setAccessibleName(shown.title)

        def draw(style: ChartStyle, width: int, height: int, ratio: float) -> "Picture":
            from symptrack.charts.picture import picture_of

            return picture_of(shown.make(True), style, width, height, ratio)

        self.canvas.show_chart(draw)
        if not self.isVisible():
            # Pointed at, not yet gone to: a first drawing fills matplotlib's caches of letters and
            # shapes, so that the one that is waited for takes half the time.
            self._background.run(
                lambda: draw(ChartStyle(), *REHEARSED_PX, 1.0), lambda _picture: None
            )
        self._on_canvas_pointed(None)
        if self._table_card.isVisibleTo(self):
            self.tables.show_tables(shown.tables())

    def _show_as_table(self, on: bool) -> None:
        if on and self._view.shown is not None:
            self.tables.show_tables(self._view.shown.tables())
        self._card.setVisible(not on)
        self.read_out.setVisible(not on)
        self._table_card.setVisible(on)
        self.table_switch.set_words(_("Show as chart") if on else _("Show as table"))

    def _on_controls_chosen(self, choice: ChartsChoice) -> None:
        self._choice = choice
        self.refresh()

    def _on_table_switch_clicked(self) -> None:
        self._show_as_table(self._card.isVisibleTo(self))

    def _on_canvas_pointed(self, place: "Place | None") -> None:
        shown = self._view.shown
        if shown is None:
            return
        if place is None:
            self.read_out.setText(_("Point at a value, or press the arrow keys, to read it here."))
            self.canvas.setAccessibleDescription(shown.summary)
            return
        words = shown.read_out(place)
        self.read_out.setText(words)
        self.canvas.setAccessibleDescription(words)
        # A screen reader says it without moving the focus.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))

    def _on_canvas_opened(self, place: "Place") -> None:
        entry = self._view.shown.entry(place) if self._view.shown is not None else None
        if entry is None:
            return
        asked = {
            EntryKind.CHECK_IN: self.check_in_edit_requested,
            EntryKind.RESPONSE: self.questionnaire_edit_requested,
            EntryKind.SESSION: self.session_edit_requested,
        }
        asked[entry.kind].emit(entry.record_id)

    def _on_save_clicked(self) -> None:
        view = self._view
        choice = self._ask_where(
            self._theme,
            view.label,
            self._presenter.picture_name,
            self,
            self_harm=view.shown is not None and view.shown.self_harm,
        )
        if choice is None:
            return
        self.save.setEnabled(False)
        self._background.run(
            lambda: self._presenter.save(
                view,
                choice.path,
                with_label=choice.with_label,
                with_self_harm=choice.with_self_harm,
            ),
            lambda _nothing: self._on_picture_saved(choice),
            self.notice.refuse,
            ended=lambda: self.save.setEnabled(True),
        )

    def _on_copy_clicked(self) -> None:
        view = self._view
        self.copy.setEnabled(False)
        self._background.run(
            lambda: self._presenter.picture(view),
            lambda picture: self._on_picture_made(picture, view),
            ended=lambda: self.copy.setEnabled(True),
        )

    def _on_picture_made(self, picture: bytes, view: ChartsView) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))
        without = view.shown is not None and view.shown.self_harm
        self.notice.say(
            _("Copied, without the answers to item 9.") if without else _("Copied as a picture.")
        )

    def _on_picture_saved(self, choice: PictureChoice) -> None:
        self.notice.say(_("Saved as {name}.").format(name=choice.path.name))


def _draw_empty(style: ChartStyle, width: int, _height: int, ratio: float) -> "Picture":
    from symptrack.charts.picture import picture_of_empty

    return picture_of_empty(style, width, EMPTY_HEIGHT_PX, ratio)
