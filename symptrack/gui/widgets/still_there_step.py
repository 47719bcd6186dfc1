"""The page that asks what was there before: still there, gone, or not to be asked again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, box, column, row
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effect_tile import LetteredButton
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.severity import SeverityRow
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import Again, OpenRow, StillThereView
from symptrack.texts import _

ANSWERS = tuple(Again)
NAME_PX, STRENGTH_PX = 210, 316


class AgainChoice(QWidget):
    """The three answers, each with its printed key; ``chosen`` carries one."""

    chosen = Signal(Again)

    def __init__(self, theme: ThemeSource, shown: OpenRow) -> None:
        super().__init__()
        self.setAccessibleName(shown.name)
        self._group = QButtonGroup(self)
        words = (_("Still there"), _("It has gone"), _("Don’t ask again"))
        self.buttons = [
            LetteredButton(theme, text, "choice", letter=letter)
            for text, letter in zip(words, shown.letters or [""] * len(words), strict=True)
        ]
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAccessibleDescription(f"{shown.name}. {button.accessibleDescription()}")
            self._group.addButton(button, place)
        self._group.idClicked.connect(lambda place: self.chosen.emit(ANSWERS[place]))
        self.setLayout(WrapRow(*self.buttons))

    def choose(self, answer: Again | None) -> None:
        """Show an answer, or none, without telling."""
        if answer is not None:
            self.buttons[ANSWERS.index(answer)].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
        self._group.setExclusive(True)


class OpenCard(QFrame):
    """One side effect: how it is now, and how strong."""

    def __init__(self, theme: ThemeSource, shown: OpenRow) -> None:
        super().__init__()
        self.key = shown.key
        self.setProperty("card", "plain")
        self.setAccessibleName(shown.name)
        self.again = AgainChoice(theme, shown)
        self.strength = SeverityRow(theme, f"{shown.name}. {shown.strength}")
        names = column(
            label(shown.name, "h3", wrap=True), label(shown.meta, "small", wrap=True), STRETCH
        )
        self._asked = box(column(label(shown.strength, "small", wrap=True), 4, self.strength))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)  # what is below stays where it is
        self._asked.setSizePolicy(policy)
        fields = FieldRow(theme, gap=18)
        fields.add_field(box(names), NAME_PX)
        fields.add_field(box(column(self.again, STRETCH)), share=0)
        fields.add_field(self._asked, STRENGTH_PX, share=0)
        self.setLayout(column(box(fields), margins=(20, 8, 16, 10)))
        self.show_answer(shown)

    @property
    def asks_strength(self) -> bool:
        """Whether it is asked how strong it is."""
        return not self._asked.isHidden()

    def show_answer(self, shown: OpenRow) -> None:
        """Show what is kept of it."""
        self.again.choose(shown.answer)
        self.strength.choose(shown.severity)
        self._asked.setVisible(shown.asks_severity)


class StillThereStep(Step):
    """Each side effect that was there at the last word on it, in a row of its own."""

    def __init__(
        self, theme: ThemeSource, presenter: CheckInPresenter, view: StillThereView
    ) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        letters = "".join(one.letters for one in view.rows)
        self.hints = (
            (("A", _("to"), letters[-1:]), _("choose")),
            (("0", _("to"), "3"), _("how strong")),
            (("Enter",), _("next")),
        )
        self.cards = [self._card(one) for one in view.rows]
        self._last = self.cards[0]
        items: list[Item] = []
        for one in self.cards:
            items += [one, 8]
        self.setLayout(
            column(
                label(view.question, "question", wrap=True),
                4,
                label(view.lead, "lead", wrap=True),
                14,
                *items,
                row(self.skip_button(), STRETCH),
                STRETCH,
                margins=(48, 16, 48, 8),
            )
        )

    def focus_first(self) -> bool:
        """Leave the focus on the main button: a ring on an answer would lead."""
        return False

    def take_key(self, text: str) -> None:
        """Take a letter for an answer, or 0 to 3 for the side effect answered last."""
        for card in self.cards:
            for answer, button in zip(ANSWERS, card.again.buttons, strict=True):
                if text == button.letter:
                    button.setFocus()
                    self._on_again_chosen(card, answer)
        if text in set("0123") and self._current().asks_strength:
            card = self._current()
            card.strength.buttons[int(text)].setFocus()
            self._on_severity_chosen(card, int(text))

    def _current(self) -> OpenCard:
        focus = self.window().focusWidget()
        found = [one for one in self.cards if focus is not None and one.isAncestorOf(focus)]
        return found[0] if found else self._last

    def _card(self, shown: OpenRow) -> OpenCard:
        made = OpenCard(self._theme, shown)
        made.again.chosen.connect(lambda answer: self._on_again_chosen(made, answer))
        made.strength.chosen.connect(lambda level: self._on_severity_chosen(made, level))
        return made

    def _on_again_chosen(self, card: OpenCard, answer: Again) -> None:
        self.give(lambda: self._presenter.answer_again(card.key, answer))
        self._show(card)

    def _on_severity_chosen(self, card: OpenCard, level: int) -> None:
        self.give(lambda: self._presenter.set_severity(card.key, level))
        self._show(card)

    def _show(self, answered: OpenCard) -> None:
        """Show what is kept, which is the former answer where one was refused."""
        self._last = answered
        view = self._presenter.view()
        if isinstance(view, StillThereView):
            for card, shown in zip(self.cards, view.rows, strict=True):
                card.show_answer(shown)
