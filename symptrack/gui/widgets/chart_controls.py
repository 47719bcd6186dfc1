"""What can be chosen on the Charts page: the chart by tabs, its range, dates, and the symptom."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, box, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.charts import ChartsView
from symptrack.presenters.charts_choice import DATES, ChartKey, ChartsChoice, chart_labels
from symptrack.presenters.typed import read_date
from symptrack.texts import _

RANGE_LETTERS, SYMPTOM_LETTERS = 23, 11
DATES_STACK_BELOW_PX, TABS_STACK_BELOW_PX = 700, 890


class ChartControls(QWidget):
    """Tabs with the symptom beside them, dates below; ``ranges`` is placed by the page.

    ``chosen`` carries the whole choice whenever a part of it changes.
    """

    chosen = Signal(object)

    def __init__(self, theme: ThemeSource, today: date, notice: Notice) -> None:
        super().__init__()
        self._notice, self._today = notice, today
        self._choice = ChartsChoice()
        self._keys = list(chart_labels())
        self.tabs = Choice(
            theme,
            list(chart_labels().values()),
            name=_("Chart"),
            kind="seg",
            current=0,
            wraps=True,
        )
        self.ranges = _list_of(theme, _("Range"), RANGE_LETTERS)
        self.ranges.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.symptoms = _list_of(theme, _("Symptom"), SYMPTOM_LETTERS)
        self.first, self.last = DateField(theme, today), DateField(theme, today)
        self.first.setAccessibleName(_("From"))
        self.last.setAccessibleName(_("To"))
        self.show_dates = Button(theme, _("Show these dates"))
        self._dates = Columns(
            theme,
            [
                (box(row(label(_("From")), (self.first, 1), spacing=8)), 1),
                (box(row(label(_("To")), (self.last, 1), spacing=8)), 1),
                (self.show_dates, 0),
            ],
            stack_below=DATES_STACK_BELOW_PX,
            spacing=12,
        )
        first_row = Columns(
            theme,
            [(self.tabs, 1), (self.symptoms, 0)],
            stack_below=TABS_STACK_BELOW_PX,
            spacing=10,
        )
        self.setLayout(column(first_row, self._dates, spacing=12))
        self._connect()

    @property
    def choice(self) -> ChartsChoice:
        """Return what is chosen."""
        return self._choice

    def show_view(self, view: ChartsView) -> None:
        """Show what there is to choose, and what of it is shown."""
        self._choice = view.choice
        self.tabs.choose(self._keys.index(view.choice.chart))
        _fill(self.ranges, [(one.label, one.key) for one in view.ranges], view.choice.range_key)
        symptoms = [(one.label, one.key) for one in view.symptoms]
        _fill(self.symptoms, symptoms, view.symptom)
        takes_symptom = view.shown is not None and view.shown.takes_symptom
        self.symptoms.setVisible(takes_symptom and len(symptoms) > 1)
        self._dates.setVisible(view.choice.range_key == DATES)
        if view.choice.first_on is not None and view.choice.last_on is not None:
            self.first.field.setText(format_day_year(view.choice.first_on))
            self.last.field.setText(format_day_year(view.choice.last_on))

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.ranges.currentIndexChanged.connect(self._on_ranges_current_index_changed)
        self.symptoms.currentIndexChanged.connect(self._on_symptoms_current_index_changed)
        self.show_dates.clicked.connect(self._on_show_dates_clicked)

    def _choose(self, choice: ChartsChoice) -> None:
        self._choice = choice
        self.chosen.emit(choice)

    def _on_tabs_chosen(self, place: int) -> None:
        self._choose(replace(self._choice, chart=ChartKey(self._keys[place])))

    def _on_ranges_current_index_changed(self, _index: int) -> None:
        self._choose(replace(self._choice, range_key=self.ranges.currentData()))

    def _on_symptoms_current_index_changed(self, _index: int) -> None:
        self._choose(replace(self._choice, symptom=self.symptoms.currentData()))

    def _on_show_dates_clicked(self) -> None:
        try:
            first_on = read_date(_("From"), self.first.text, self._today)
            last_on = read_date(_("To"), self.last.text, self._today)
        except InvalidValue as refused:
            self._notice.refuse(refused)
            return
        self._notice.hide()
        choice = replace(self._choice, range_key=DATES, first_on=first_on, last_on=last_on)
        self._choose(choice)


def _list_of(theme: ThemeSource, name: str, letters: int) -> DropDown:
    made = DropDown(theme, name)
    made.setMinimumContentsLength(letters)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def _fill(list_of: DropDown, choices: list[tuple[str, str]], chosen: str) -> None:
    list_of.blockSignals(True)
    list_of.clear()
    for words, key in choices:
        list_of.addItem(words, key)
    list_of.setCurrentIndex(list_of.findData(chosen))
    list_of.blockSignals(False)
