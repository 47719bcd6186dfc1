"""One kind of file that can leave: what it is for, what goes in, and saving it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from symptrack.exchange.export_file import ExportChoice
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, box, card, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.line import Line
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.export import ExportEntry
from symptrack.texts import _

TICK_PX = 18


class ExportCard(QWidget):
    """Shows an entry and its choices; ``wanted`` says that it is to be saved."""

    wanted = Signal()

    def __init__(self, theme: ThemeSource, entry: ExportEntry) -> None:
        super().__init__()
        self.entry = entry
        self._theme = theme
        self.setAccessibleName(entry.name)
        self.notes = Tick(theme, _("Your notes"))
        self.name = Tick(theme, _("Your name"))
        self.born = Tick(theme, _("Your date of birth"))
        self.title = Line()
        hint = _("Others may see it. Empty: Symptrack.")
        self.title_field = Field(theme, _("Title of the entries"), self.title, hint=hint)
        self.save = Button(theme, _("Save the file"), icon="download")
        self.save.setAccessibleDescription(entry.name)
        self.save.clicked.connect(self.wanted)
        self.title.returnPressed.connect(self.wanted)
        self.setLayout(column(card(column(*self._items(), margins=(24, 20, 24, 20)))))

    @property
    def choice(self) -> ExportChoice:
        """Return what is chosen."""
        return ExportChoice(
            kind=self.entry.kind,
            notes=self.notes.isChecked(),
            label=self.name.isChecked(),
            date_of_birth=self.born.isChecked(),
            title=self.title.text().strip(),
        )

    def show_title(self, title: str) -> None:
        """Show what calendar entries are called, unless it is being typed."""
        if not self.title.hasFocus():
            self.title.setText(title)

    def untick(self) -> None:
        """Take the ticks back: nothing goes in but what is chosen each time."""
        for tick in (self.notes, self.name, self.born):
            tick.setChecked(False)

    def _items(self) -> list[Item]:
        entry = self.entry
        items: list[Item] = [
            label(entry.name, "h2", wrap=True),
            6,
            label(entry.purpose, "body", wrap=True),
            10,
            self._with_icon("info", entry.holds),
            6,
            self._with_icon("refresh", entry.comes_back),
            12,
        ]
        if entry.asks_notes or entry.asks_patient:
            items += [hairline(), 4]
        if entry.asks_notes:
            items.append(_tick_row(_("Your notes"), self.notes))
        if entry.asks_patient:
            items.append(_tick_row(_("Your name"), self.name))
            items.append(_tick_row(_("Your date of birth"), self.born))
        if entry.asks_title:
            items += [self.title_field, 4]
        return [*items, STRETCH, 8, row(STRETCH, self.save)]

    def _with_icon(self, icon: str, words: str) -> QLayout:
        picture = column(2, IconLabel(self._theme, icon, size=TICK_PX), STRETCH)
        return row((picture, 0), (label(words, "body2", wrap=True), 1), spacing=8)


def _tick_row(title: str, tick: Tick) -> QWidget:
    return box(row((label(title, "h3", wrap=True), 1), tick))
