"""Charts: one of them at a time, read out value by value, as a table, and as a file."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.charts.style import ChartStyle
from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_picture
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.gui.widgets.chart_controls import ChartControls
from symptrack.gui.widgets.chart_drawing import Drawing
from symptrack.gui.widgets.chart_pager import ChartPager
from symptrack.gui.widgets.chart_saving import AskWhere, ChartSaving
from symptrack.gui.widgets.chart_tables import ChartTables
from symptrack.gui.widgets.charts_empty import ChartsEmpty
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.charts import ChartsPresenter, ChartsView, Snapshot
from symptrack.presenters.charts_choice import ChartKey, ChartsChoice
from symptrack.presenters.charts_kinds import EntryKind, ShownChart
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Place
    from symptrack.charts.picture import Measures, Picture


MARGINS = (36, 28, 36, 20)
STACK_BELOW_PX = 760
REHEARSED_PX = (950, 508)


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
        self._presenter, self._theme = presenter, theme
        self._background = Background(self)
        self._view = ChartsView()
        self._choice = ChartsChoice()
        self._wanted: tuple[Snapshot, ChartsChoice] | None = None
        self._prepared: Snapshot | None = None
        self.canvas = ChartCanvas(theme)
        self.tables = ChartTables(theme)
        self.read_out = label("", "body2", wrap=True)
        self.summary = label("", "body2", wrap=True)
        self.table_switch = Button(theme, _("Show as table"), "quiet", icon="table")
        self.notice = Notice(theme)
        self.saving = ChartSaving(self, presenter, theme, self.notice, ask_where)
        self.save, self.copy = self.saving.save, self.saving.copy
        self.controls = ChartControls(theme, presenter.today_on, self.notice)
        self.pager = ChartPager(theme)
        self.empty = ChartsEmpty(theme)
        self._filled = self._make_filled()
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
        self._view = self.saving.view = view
        self._choice = view.choice
        self._wanted = (wanted[0], view.choice)
        for part in (self._filled, self.controls.ranges, self.save, self.controls):
            part.setVisible(view.empty is None)
        self.empty.setVisible(view.empty is not None)
        if view.shown is not None:
            self.controls.show_view(view)
            self._show_chart(view.shown)
        elif view.empty is not None:
            self.empty.show_view(view.empty)
        self.shown.emit()

    def _make_content(self) -> QVBoxLayout:
        for part in (self._filled, self.empty, self.controls.ranges, self.save, self.controls):
            part.hide()
        head = Columns(
            self._theme,
            [(label(_("Charts"), "h1"), 1), (self.controls.ranges, 0), (self.save, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=10,
        )
        parts = ((self._filled, 1), (self.empty, 1))
        return column(head, 14, self.controls, 14, self.notice, *parts, margins=MARGINS)

    def _make_filled(self) -> QWidget:
        self._card = card(column(self.canvas, self.pager, spacing=8, margins=(12, 14, 12, 8)))
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
                (box(column(self.read_out, summary, STRETCH, spacing=10)), 1),
                (box(column(self.table_switch, self.copy, STRETCH)), 0),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        return box(column((self._card, 1), self._table_card, 10, below))

    def _connect(self) -> None:
        self.controls.chosen.connect(self._on_controls_chosen)
        self.table_switch.clicked.connect(self._on_table_switch_clicked)
        self.empty.check_in.clicked.connect(lambda: self.check_in_requested.emit(""))
        self.canvas.pointed.connect(self._on_canvas_pointed)
        self.canvas.opened.connect(self._on_canvas_opened)
        self.canvas.measured.connect(self._on_canvas_measured)
        self.canvas.drawn.connect(self._on_canvas_drawn)
        self.canvas.left_row.connect(self.pager.lead)
        self.pager.turned.connect(self._on_pager_turned)

    def _show_chart(self, shown: ShownChart) -> None:
        self.summary.setText(shown.summary)
        self.canvas.setAccessibleName(shown.title)
        drawing = _drawing(shown)
        self.canvas.show_chart(drawing)
        if not self.isVisible():
            # Pointed at, not yet gone to: a first drawing fills matplotlib's caches of letters and
            # shapes, so that the one that is waited for takes half the time.
            self._background.run(
                lambda: drawing.draw(ChartStyle(), *REHEARSED_PX, 1.0), lambda _picture: None
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

    def _on_pager_turned(self, until: int, led: int) -> None:
        """Show other sessions of a chart in which not all have room: those before a place."""
        shown = self._view.shown
        if shown is not None:
            self._view = self.saving.view = replace(self._view, until=until)
            self.canvas.show_chart(_drawing(shown, until), led)

    def _on_canvas_measured(self, measures: "Measures") -> None:
        self.pager.show_part(measures.part)

    def _on_canvas_drawn(self) -> None:
        """Work the other charts out as well, so that each is there when its tab is pressed."""
        if not self.canvas.places:
            self.read_out.setText("")
        if self._wanted is not None and self._wanted[0] is not self._prepared:
            self._prepared = self._wanted[0]
            self._prepare(*self._wanted, list(ChartKey))

    def _prepare(self, snapshot: Snapshot, choice: ChartsChoice, keys: Sequence[ChartKey]) -> None:
        # One after another: what is asked for in the meantime goes before the next.
        if not keys or snapshot is not self._prepared:
            return
        style, width = self.canvas.style_now, self.canvas.width_now

        def work_out() -> None:
            view = self._presenter.view(snapshot, replace(choice, chart=keys[0]))
            if view.shown is not None:
                _drawing(view.shown).measure(style, width)

        self._background.run(work_out, lambda _nothing: self._prepare(snapshot, choice, keys[1:]))

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
            EntryKind.CLINIC_SCORE: self.clinic_score_requested,
            EntryKind.SESSION: self.session_edit_requested,
            EntryKind.PAGE: self.page_requested,
        }
        asked[entry.kind].emit(entry.record_id)


def _drawing(shown: ShownChart, until: int | None = None) -> Drawing:
    """Return how a chart is drawn, of all sessions or of those before a place."""

    def measure(style: ChartStyle, width: int) -> "Measures":
        from symptrack.charts.picture import measures_of

        return measures_of(shown.chart(until), style, width)

    def draw(style: ChartStyle, width: int, height: int, ratio: float) -> "Picture":
        from symptrack.charts.picture import picture_of

        return picture_of(shown.chart(until), style, width, height, ratio)

    return Drawing(measure, draw)
