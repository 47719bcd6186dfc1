"""How often each questionnaire is asked for."""

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, hairline
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section, setting_row
from symptrack.presenters.questionnaire_intervals import IntervalRow, QuestionnaireIntervals
from symptrack.texts import _


class QuestionnairesSection(Section):
    """One row a questionnaire, kept at once."""

    def __init__(self, theme: ThemeSource, presenter: QuestionnaireIntervals) -> None:
        super().__init__(theme, _("Questionnaires"))
        self._presenter = presenter
        self.intervals: dict[str, DropDown] = {}
        items: list[Item] = []
        for one in presenter.view():
            items += [self._row(one), 10, hairline(), 10]
        words = _(
            "Today asks shortly before each series begins, then as often as you choose here. "
            "You can fill one in at any time from the Journal."
        )
        self.lay_out(*items, label(words, "small", wrap=True))
        self.show_intervals()

    def show_intervals(self) -> None:
        """Show the intervals as they are kept."""
        for one in self._presenter.view():
            shown = self.intervals[one.key]
            if [shown.itemData(place) for place in range(shown.count())] != [
                choice.days for choice in one.choices
            ]:
                shown.clear()
                for choice in one.choices:
                    shown.addItem(choice.words, choice.days)
            shown.setCurrentIndex(shown.findData(one.days))

    def _row(self, one: IntervalRow) -> Item:
        shown = DropDown(self._theme, _("How often: {name}").format(name=one.name))
        shown.activated.connect(lambda: self._on_interval_activated(one.key))
        self.intervals[one.key] = shown
        return setting_row(self._theme, "list", one.name, one.words, shown)

    def _on_interval_activated(self, key: str) -> None:
        days = int(self.intervals[key].currentData())
        self.do(lambda: self._presenter.choose(key, days))
