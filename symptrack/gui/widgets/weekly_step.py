"""The page that is asked once a week: bladder, memory, craving."""

from PySide6.QtWidgets import QFrame

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, box, column, row
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.severity import SeverityRow
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import WeeklyRow, WeeklyView
from symptrack.texts import _

NAME_PX, STRENGTH_PX = 420, 420


class WeeklyCard(QFrame):
    """One side effect and how strong it was."""

    def __init__(self, theme: ThemeSource, shown: WeeklyRow) -> None:
        super().__init__()
        self.key = shown.key
        self.setProperty("card", "plain")
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(shown.describe)
        self.strength = SeverityRow(theme, shown.name)
        self.strength.choose(shown.severity)
        self.answered = shown.severity is not None
        names = column(
            label(shown.name, "h3", wrap=True), 2, label(shown.describe, "body2", wrap=True)
        )
        fields = FieldRow(theme, gap=18)
        fields.add_field(box(names), NAME_PX)
        fields.add_field(self.strength, STRENGTH_PX)
        self.setLayout(column(box(fields), margins=(20, 12, 16, 12)))


class WeeklyStep(Step):
    """Each asked by itself, so that *none* is an answer too."""

    def __init__(self, theme: ThemeSource, presenter: CheckInPresenter, view: WeeklyView) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        self.hints = (
            (("0", _("to"), "3"), _("one after the other")),
            (("Enter",), _("next")),
            (("Esc",), _("finish later")),
        )
        self.cards = [self._card(one) for one in view.rows]
        items: list[Item] = []
        for one in self.cards:
            items += [one, 12]
        self.setLayout(
            column(
                label(view.question, "question", wrap=True),
                4,
                label(view.lead, "lead", wrap=True),
                18,
                *items,
                4,
                row(self.skip_button(), STRETCH),
                STRETCH,
                margins=(48, 20, 48, 8),
            )
        )

    def take_key(self, text: str) -> None:
        """Take 0 to 3 for the one that has the focus, else for the first without an answer."""
        if text not in set("0123"):
            return
        focus = self.window().focusWidget()
        at = [one for one in self.cards if focus is not None and one.isAncestorOf(focus)]
        waiting = [one for one in self.cards if not one.answered]
        card = (at or waiting or self.cards[-1:])[0]
        self._on_severity_chosen(card, int(text))

    def _card(self, shown: WeeklyRow) -> WeeklyCard:
        made = WeeklyCard(self._theme, shown)
        made.strength.chosen.connect(lambda level: self._on_severity_chosen(made, level))
        return made

    def _on_severity_chosen(self, card: WeeklyCard, level: int) -> None:
        self.give(lambda: self._presenter.answer_weekly(card.key, level))
        view = self._presenter.view()
        if isinstance(view, WeeklyView):
            kept = {one.key: one.severity for one in view.rows}
            card.strength.choose(kept[card.key])
            card.answered = kept[card.key] is not None
