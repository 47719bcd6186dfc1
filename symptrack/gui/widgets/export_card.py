"""One kind of file that can leave: what it is for, what goes in, and saving it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from symptrack.exchange.export_file import ExportChoice
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, box, card, column, hairline, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.line import Line
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.charts_choice import ChartKey, chart_labels
from symptrack.presenters.export import PICTURE_KINDS
from symptrack.presenters.export_words import ExportEntry, FileWords
from symptrack.texts import _

TICK_PX = 18


class FileCard(QWidget):
    """The words of a kind of file, and saving it: ``wanted`` says so."""

    wanted = Signal()

    def __init__(self, theme: ThemeSource, entry: FileWords) -> None:
        super().__init__()
        self.save = Button(theme, _("Save the file"), icon="download")
        self.save.clicked.connect(self.wanted)
        self._name, self._purpose = label("", "h2", wrap=True), label("", "body", wrap=True)
        self._holds, self._comes_back = (label("", "body2", wrap=True) for _place in range(2))
        self._head: list[Item] = [
            self._name,
            6,
            self._purpose,
            10,
            _with_icon(theme, "info", self._holds),
            6,
            _with_icon(theme, "refresh", self._comes_back),
            12,
        ]
        self._say(entry)

    def _say(self, entry: FileWords) -> None:
        self._name.setText(entry.name)
        self._purpose.setText(entry.purpose)
        self._holds.setText(entry.holds)
        self._comes_back.setText(entry.comes_back)
        self.setAccessibleName(entry.name)
        self.save.setAccessibleDescription(entry.name)

    def _place(self, *choices: Item) -> None:
        foot: list[Item] = [STRETCH, 8, row(STRETCH, self.save)]
        whole = column(*self._head, *choices, *foot, margins=(24, 20, 24, 20))
        self.setLayout(column(card(whole)))


class ExportCard(FileCard):
    """A kind of file with its choices."""

    def __init__(self, theme: ThemeSource, entry: ExportEntry) -> None:
        super().__init__(theme, entry)
        self.entry = entry
        self.notes = Tick(theme, _("Your notes"))
        answers = _("Each answer to the questionnaires, also to PHQ-9 item 9 about self-harm")
        self.answers = Tick(theme, answers)
        self.name = Tick(theme, _("Your name"))
        self.born = Tick(theme, _("Your date of birth"))
        self._ticks = {
            tick: _tick_row(tick) for tick in (self.notes, self.answers, self.name, self.born)
        }
        self._line = box(column(hairline(), 4))
        self.title = Line()
        self.title.returnPressed.connect(self.wanted)
        hint = _("Others may see it. Empty: Symptrack.")
        self.title_field = Field(theme, _("Title of the entries"), self.title, hint=hint)
        self._place(self._line, *self._ticks.values(), self.title_field)
        self.show_entry(entry)

    def show_entry(self, entry: ExportEntry, *, named: bool = True, born: bool = True) -> None:
        """Show what is said of the file now, and what of it can be chosen."""
        self.entry = entry
        self._say(entry)
        offered = {
            self.notes: entry.asks_notes,
            self.answers: entry.asks_answers,
            self.name: entry.asks_patient and named,
            self.born: entry.asks_patient and born,
        }
        for tick, shown in offered.items():
            self._ticks[tick].setVisible(shown)
        self._line.setVisible(any(offered.values()))
        self.title_field.setVisible(entry.asks_title)

    @property
    def choice(self) -> ExportChoice:
        """Return what is chosen.

        Raises
        ------
        InvalidValue
            Where the title is too long.
        """
        return ExportChoice(
            kind=self.entry.kind,
            notes=self.notes.isChecked(),
            answers=self.answers.isChecked(),
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
        for tick in self._ticks:
            tick.setChecked(False)


class PictureCard(FileCard):
    """Pictures of charts: which chart, and which kind of picture."""

    def __init__(self, theme: ThemeSource, entry: FileWords) -> None:
        super().__init__(theme, entry)
        self.charts = DropDown(theme, _("Chart"))
        for key, words in chart_labels().items():
            self.charts.addItem(words, key)
        kinds = _("Picture (PNG)"), _("Drawing (SVG)"), _("Document (PDF)")
        self.kinds = Choice(theme, kinds, name=_("Kind of file"), current=0, wraps=True)
        self._place(self.charts, 10, self.kinds, 4)

    @property
    def chart(self) -> ChartKey:
        """Return the chosen chart."""
        return ChartKey(self.charts.currentData())

    @property
    def ending(self) -> str:
        """Return the chosen kind as a file ending."""
        return PICTURE_KINDS[self.kinds.current or 0]

    @property
    def file_kinds(self) -> str:
        """Return what a file dialog lists."""
        return _("{ending} files (*.{pattern})").format(
            ending=self.ending.upper(), pattern=self.ending
        )


def _with_icon(theme: ThemeSource, icon: str, words: QWidget) -> QLayout:
    picture = column(2, IconLabel(theme, icon, size=TICK_PX), STRETCH)
    return row((picture, 0), (words, 1), spacing=8)


def _tick_row(tick: Tick) -> QWidget:
    return box(row((label(tick.accessibleName(), "h3", wrap=True), 1), tick))
