"""What can be chosen on the Charts page: the chart by tabs, its range, dates, and the symptom."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, column
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.date_range import DateRange
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.charts import ChartsView
from symptrack.presenters.charts_choice import DATES, ChartKey, ChartsChoice, chart_labels
from symptrack.texts import _

RANGE_LETTERS, SYMPTOM_LETTERS = 27, 11
TABS_STACK_BELOW_PX = 890


class ChartControls(QWidget):
    """Tabs with the symptom beside them, dates below; ``ranges`` is placed by the page.

    ``chosen`` carries the whole choice whenever a part of it changes.
    """

    chosen = Signal(object)

    def __init__(self, theme: ThemeSource, today: date, notice: Notice) -> None:
        super().__init__()
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
        self.dates = DateRange(theme, today, _("Show these dates"), notice)
        first_row = Columns(
            theme,
            [(self.tabs, 1), (self.symptoms, 0)],
            stack_below=TABS_STACK_BELOW_PX,
            spacing=10,
        )
        self.setLayout(column(first_row, self.dates, spacing=12))
        self._connect()

    @property
    def choice(self) -> ChartsChoice:
        """Return what is chosen."""
        return self._choice

    def show_view(self, view: ChartsView) -> None:
        """Show what there is to choose, and what of it is shown."""
        self._choice = view.choice
        self.tabs.choose(self._keys.index(view.choice.chart))
        self.ranges.offer([(one.label, one.key) for one in view.ranges], view.choice.range_key)
        symptoms = [(one.label, one.key) for one in view.symptoms]
        self.symptoms.offer(symptoms, view.symptom)
        takes_symptom = view.shown is not None and view.shown.takes_symptom
        self.symptoms.setVisible(takes_symptom and len(symptoms) > 1)
        self.dates.setVisible(view.choice.range_key == DATES)
        self.dates.show_days(view.choice.first_on, view.choice.last_on)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.ranges.currentIndexChanged.connect(self._on_ranges_current_index_changed)
        self.symptoms.currentIndexChanged.connect(self._on_symptoms_current_index_changed)
        self.dates.chosen.connect(self._on_dates_chosen)

    def _choose(self, choice: ChartsChoice) -> None:
        self._choice = choice
        self.chosen.emit(choice)

    def _on_tabs_chosen(self, place: int) -> None:
        self._choose(replace(self._choice, chart=ChartKey(self._keys[place])))

    def _on_ranges_current_index_changed(self, _index: int) -> None:
        self._choose(replace(self._choice, range_key=self.ranges.currentData()))

    def _on_symptoms_current_index_changed(self, _index: int) -> None:
        self._choose(replace(self._choice, symptom=self.symptoms.currentData()))

    def _on_dates_chosen(self, first_on: date, last_on: date) -> None:
        choice = replace(self._choice, range_key=DATES, first_on=first_on, last_on=last_on)
        self._choose(choice)


def _list_of(theme: ThemeSource, name: str, letters: int) -> DropDown:
    made = DropDown(theme, name)
    made.setMinimumContentsLength(letters)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made
