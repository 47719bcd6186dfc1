"""What goes into the report: the choices, and the list of what leaves with the file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.domain.settings import Paper, ReportPart
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, box, clear, column, hairline, row
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.report_dates import ReportDates
from symptrack.gui.widgets.report_notes import ReportNotes
from symptrack.gui.widgets.report_password import ReportPassword
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.tick_row import tick_row
from symptrack.presenters.report_choice import (
    DATES,
    PAPER_NAMES,
    Offer,
    PartEntry,
    ReportView,
    Selection,
)
from symptrack.texts import _

PERIOD_LETTERS = 14
PAPERS = tuple(Paper)
PUT_IN, LEAVE_OUT = 0, 1

ReadDates = Callable[[Selection, str, str], Selection]


class ReportChoices(QWidget):
    """Shows the choices of a view; ``changed`` follows the patient's press.

    ``read_dates`` takes a selection and two typed days and returns the selection with them.
    """

    changed = Signal()

    def __init__(self, theme: ThemeSource, today: date, read_dates: ReadDates) -> None:
        super().__init__()
        self._theme, self._read_dates = theme, read_dates
        self._selection: Selection | None = None
        self.period = DropDown(theme, _("Period"))
        self.period.setMinimumContentsLength(PERIOD_LETTERS)
        self.period.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dates = ReportDates(theme, today)
        self.name = Tick(theme, _("Your name"))
        self.born = Tick(theme, _("Your year of birth"))
        self.item9 = Choice(
            theme,
            (_("Put it in"), _("Leave it out")),
            name=_("PHQ-9 item 9 in the report"),
            wraps=True,
        )
        papers = [PAPER_NAMES[paper] for paper in PAPERS]
        self.paper = Choice(theme, papers, name=_("Paper"), kind="seg", wraps=True)
        self.parts: dict[ReportPart, Tick] = {}
        self._entries: tuple[PartEntry, ...] = ()
        self.notes, self.password = ReportNotes(theme), ReportPassword(theme)
        self._name_words, self._born_words = label("", "body2", wrap=True), label("", "body2")
        self._name_row = tick_row(_("Your name"), self._name_words, self.name)
        self._born_row = tick_row(_("Your year of birth"), self._born_words, self.born)
        self._item9_row = self._make_item9_row()
        self.leaving: list[QLabel] = []
        self._parts, self._leaving = _plain_column(0), _plain_column(6)
        self.setLayout(self._make_layout())
        self._connect()

    @property
    def selection(self) -> Selection | None:
        """Return what is chosen, ``None`` where there is nothing to choose."""
        return self._selection

    def show_view(self, view: ReportView, selection: Selection) -> None:
        """Show what can be chosen, without telling."""
        self._selection = selection
        self.period.offer([(one.words, one.key) for one in view.periods], selection.period)
        self.dates.setVisible(selection.period == DATES)
        self.name.setChecked(selection.label)
        self.born.setChecked(selection.date_of_birth)
        self._name_words.setText(view.label)
        self._name_row.setVisible(bool(view.label))
        self._born_words.setText(view.born)
        self._born_row.setVisible(bool(view.born))
        self.paper.choose(PAPERS.index(selection.paper))
        if selection.item9 is None:
            self.item9.choose_nothing()
        else:
            self.item9.choose(PUT_IN if selection.item9 else LEAVE_OUT)

    def show_offer(self, offer: Offer) -> None:
        """Show the parts and notes that there are, and what leaves."""
        if self._selection is None:
            return
        self._show_parts(offer.parts, self._selection)
        self.notes.show_entries(offer.notes, offer.questions, self._selection.notes)
        self._show_leaving(offer.leaving)

    def forget_item9(self) -> None:
        """Take back the answer about item 9, without telling."""
        if self._selection is not None:
            self._selection = replace(self._selection, item9=None)
            self.item9.choose_nothing()

    def ask_item9(self, on: bool) -> None:
        """Ask about item 9, or not where there is none."""
        self._item9_row.setVisible(on)

    def _show_parts(self, entries: Sequence[PartEntry], selection: Selection) -> None:
        if self._entries != tuple(entries):
            self._entries = tuple(entries)
            clear(self._parts)
            self.parts = {}
            for entry in entries:
                tick = Tick(self._theme, entry.name)
                tick.clicked.connect(lambda on, part=entry.part: self._choose_part(part, on=on))
                self.parts[entry.part] = tick
                self._parts.addWidget(tick_row(entry.name, entry.holds, tick))
        for part, tick in self.parts.items():
            tick.setChecked(part not in selection.left_out)

    def _show_leaving(self, lines: Sequence[str]) -> None:
        if [line.text() for line in self.leaving] == list(lines):
            return
        clear(self._leaving)
        self.leaving = [label(line, "body2", wrap=True) for line in lines]
        for words in self.leaving:
            tick = column(2, IconLabel(self._theme, "check", size=18), STRETCH)
            self._leaving.addLayout(row((tick, 0), (words, 1), spacing=8))

    def _make_layout(self) -> QVBoxLayout:
        return column(
            label(_("What goes in"), "h2"),
            14,
            label(_("Period"), "h3"),
            6,
            self.period,
            self.dates,
            14,
            hairline(),
            6,
            self._name_row,
            self._born_row,
            self._item9_row,
            tick_row(_("Summary and chart"), _("Page 1, always"), None),
            self._parts,
            self.notes,
            8,
            row((label(_("Paper"), "h3"), 1), (self.paper, 1), spacing=12),
            8,
            self.password,
            10,
            hairline(),
            14,
            label(_("This leaves with the file"), "h3", wrap=True),
            8,
            self._leaving,
            STRETCH,
            margins=(22, 18, 18, 18),
        )

    def _make_item9_row(self) -> QWidget:
        return box(
            column(
                label(_("PHQ-9 item 9"), "h3"),
                label(_("Thoughts of self-harm. Asked each time."), "body2", wrap=True),
                8,
                self.item9,
                margins=(0, 6, 0, 6),
            )
        )

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(lambda _index: self._on_period_chosen())
        self.dates.asked.connect(self._on_dates_asked)
        self.name.clicked.connect(lambda on: self._choose(label=on))
        self.born.clicked.connect(lambda on: self._choose(date_of_birth=on))
        self.item9.chosen.connect(lambda place: self._choose(item9=place == PUT_IN))
        self.paper.chosen.connect(lambda place: self._choose(paper=PAPERS[place]))
        self.notes.changed.connect(lambda: self._choose(notes=self.notes.chosen))

    def _on_period_chosen(self) -> None:
        self.dates.setVisible(self.period.currentData() == DATES)
        self._choose(period=self.period.currentData())

    def _on_dates_asked(self, first: str, last: str) -> None:
        if self._selection is None:
            return
        try:
            self._selection = self._read_dates(self._selection, first, last)
        except InvalidValue as error:
            self.dates.refuse(error)
            return
        self.changed.emit()

    def _choose_part(self, part: ReportPart, *, on: bool) -> None:
        if self._selection is not None:
            left_out = self._selection.left_out
            self._choose(left_out=left_out - {part} if on else left_out | {part})

    def _choose(self, **change: object) -> None:
        if self._selection is None:
            return
        self._selection = replace(self._selection, **change)  # type: ignore[arg-type]  # one field
        self.changed.emit()


def _plain_column(spacing: int) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made
