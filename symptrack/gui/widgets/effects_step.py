"""The side effects page: tiles on the left that stay still, what was chosen on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QPushButton, QVBoxLayout

from symptrack.domain.words import EffectState
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column, row
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effect_tile import EffectButton, LetteredButton
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.severity import SeverityRow
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import ChosenEffect, EffectsView, EffectTile
from symptrack.texts import _

STACK_BELOW_PX = 980
TILE_COLUMNS = 2
STATE_WIDTH_PX = 118
STATES = (EffectState.PRESENT, EffectState.GONE)


class ChosenCard(QFrame):
    """One chosen side effect: is it still there, and how strong was it?"""

    def __init__(
        self, theme: ThemeSource, presenter: CheckInPresenter, chosen: ChosenEffect
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self.key = chosen.key
        self.setProperty("card", "plain")
        self.setAccessibleName(chosen.name)
        self.state = Choice(
            theme,
            (_("Still there"), _("It has gone")),
            name=chosen.name,
        )
        for answer in self.state.buttons:
            answer.setMinimumWidth(STATE_WIDTH_PX)
        self.strength = SeverityRow(theme, chosen.name)
        self.severities = self.strength.buttons
        self.show_answer(chosen)
        self.setLayout(
            column(
                row((label(chosen.name, "h3", wrap=True), 1), self.state, spacing=8),
                8,
                self.strength,
                margins=(18, 11, 14, 12),
            )
        )

    def show_answer(self, chosen: ChosenEffect) -> None:
        """Show what is kept of it."""
        self.state.choose(STATES.index(chosen.state))
        self.strength.choose(chosen.severity)


class EffectsStep(Step):
    """Choosing side effects; *Nothing to report* replaces them with one press, and gives back."""

    def __init__(self, theme: ThemeSource, presenter: CheckInPresenter, view: EffectsView) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        self.hints = (
            (("A", _("to"), view.else_letter), _("choose")),
            ((view.nothing_letter,), _("nothing")),
            (("0", _("to"), "3"), _("how strong")),
            (("Enter",), _("next")),
        )
        self.nothing = LetteredButton(
            theme, _("Nothing to report"), letter=view.nothing_letter, icon="check", big=True
        )
        self.nothing.setCheckable(True)
        self.nothing.setChecked(view.nothing_to_report)
        self.nothing.clicked.connect(self._on_nothing_clicked)
        self.tiles = [self._tile(tile) for tile in view.tiles]
        self.something_else = self._something_else_button(view.else_letter)
        self.cards: dict[str, ChosenCard] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self._strength = label(_("How strong was it, and has it gone?"), "h3", wrap=True)
        self._lay_out(view)
        self._show_chosen(view.chosen)

    def focus_first(self) -> bool:
        """Give the focus to *Nothing to report*."""
        self.nothing.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, text: str) -> None:
        """Take a letter for a tile, or 0 to 3 for the side effect chosen last."""
        lettered: dict[str, QAbstractButton] = {tile.letter: tile for tile in self.tiles}
        lettered[self.nothing.letter] = self.nothing
        lettered[self.something_else.letter] = self.something_else
        if text in lettered:
            lettered[text].setFocus()
            lettered[text].click()
        elif text in set("0123") and self.cards:
            self._on_severity_chosen(self._current_card().key, int(text))

    def _current_card(self) -> ChosenCard:
        focus = self.window().focusWidget()
        for one in self.cards.values():
            if focus is not None and one.isAncestorOf(focus):
                return one
        return list(self.cards.values())[-1]

    def _tile(self, tile: EffectTile) -> EffectButton:
        button = EffectButton(self._theme, tile)
        button.clicked.connect(lambda: self._on_tile_clicked(button))
        return button

    def _something_else_button(self, letter: str) -> EffectButton:
        tile = EffectTile(
            key="",
            name=_("Something else"),
            letter=letter,
            describe=_("Shows the longer list."),
            chosen=False,
        )
        button = EffectButton(self._theme, tile, icon="list", opens=True)
        button.clicked.connect(self.more_requested)
        return button

    def _grid(self, buttons: Sequence[QPushButton]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // TILE_COLUMNS, place % TILE_COLUMNS)
        for place in range(TILE_COLUMNS):
            grid.setColumnStretch(place, 1)
        return grid

    def _lay_out(self, view: EffectsView) -> None:
        left = box(
            column(
                self.nothing,
                8,
                self._grid([*self.tiles, self.something_else]),
                8,
                row(self.skip_button(), STRETCH),
                STRETCH,
            )
        )
        right = box(column(self._strength, 10, self._cards, STRETCH))
        self.setLayout(
            column(
                label(view.question, "question", wrap=True),
                4,
                label(view.lead, "lead", wrap=True),
                12,
                Columns(
                    self._theme,
                    [(left, 11), (right, 12)],
                    stack_below=STACK_BELOW_PX,
                    spacing=32,
                ),
                STRETCH,
                margins=(48, 12, 48, 4),
            )
        )

    def _show_chosen(self, chosen: Sequence[ChosenEffect]) -> None:
        """Keep the cards that stay, so that nothing jumps and the focus is not lost."""
        wanted = {one.key for one in chosen}
        for key in [key for key in self.cards if key not in wanted]:
            gone = self.cards.pop(key)
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in chosen:
            if one.key in self.cards:
                self.cards[one.key].show_answer(one)
            else:
                self.cards[one.key] = self._card(one)
                self._cards.addWidget(self.cards[one.key])
        self._strength.setVisible(bool(chosen))
        for button in self.tiles:
            button.setChecked(button.key in wanted)
        self.rebuilt.emit()

    def _card(self, chosen: ChosenEffect) -> ChosenCard:
        made = ChosenCard(self._theme, self._presenter, chosen)
        made.strength.chosen.connect(lambda level: self._on_severity_chosen(made.key, level))
        made.state.chosen.connect(lambda place: self._on_state_chosen(made.key, place))
        return made

    def _on_tile_clicked(self, button: EffectButton) -> None:
        self._answer(lambda: self._presenter.toggle_effect(button.key))

    def _on_nothing_clicked(self) -> None:
        nothing = self.nothing.isChecked()
        self._answer(lambda: self._presenter.report_nothing(nothing))

    def _on_severity_chosen(self, key: str, level: int) -> None:
        self._answer(lambda: self._presenter.set_severity(key, level))

    def _on_state_chosen(self, key: str, place: int) -> None:
        self._answer(lambda: self._presenter.set_state(key, STATES[place]))

    def _answer(self, give: Callable[[], None]) -> None:
        """Give an answer and show what is kept, which is the former one where it was refused."""
        self.give(give)
        self._refresh()

    def _refresh(self) -> None:
        view = self._presenter.view()
        if isinstance(view, EffectsView):
            self.nothing.setChecked(view.nothing_to_report)
            self._show_chosen(view.chosen)
