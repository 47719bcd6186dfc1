"""The longer list of side effects: searched by typing, with the patient's own added in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.answer import Answer
from symptrack.gui.widgets.boxes import STRETCH, add, clear, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effect_tile import EffectButton
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Line
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import EffectGroup, LongListView
from symptrack.texts import _

SEARCH_PX = 420
TILE_COLUMNS = 2


class LongListStep(Step):
    """Stands over the tiles until it is left; each press is kept like one there."""

    def __init__(self, theme: ThemeSource, presenter: CheckInPresenter) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(_("Something else"))
        self.hints = (
            (("Tab",), _("to the list")),
            (("Space",), _("choose")),
            (("Ctrl", "Enter"), _("done")),
        )
        self.search = Line()
        self.search.setAccessibleName(_("Search, or write your own"))
        self.search.setPlaceholderText(_("Search, or write your own"))
        self.search.edited.connect(self._on_search_edited)
        self.search.returnPressed.connect(self._on_search_return_pressed)
        self.add_own = Button(theme, _("Add as your own"), icon="plus")
        self.add_own.clicked.connect(self._on_add_clicked)
        self.answer = Answer(theme)
        self.answer.hide()
        self._found = label("", "small")
        self.tiles: list[EffectButton] = []
        self._groups = QVBoxLayout()
        self._groups.setSpacing(8)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        lead = _("Choose what you noticed. What is not here you can add in your own words.")
        line = FieldRow(self._theme, gap=10)
        line.add_field(self.search, SEARCH_PX)
        line.add_field(self.add_own, share=0)
        self.setLayout(
            column(
                label(_("Something else"), "question", wrap=True),
                4,
                label(lead, "lead", wrap=True),
                14,
                line,
                4,
                self.answer,
                self._found,
                4,
                self._groups,
                STRETCH,
                margins=(48, 16, 48, 16),
            )
        )

    def focus_first(self) -> bool:
        """Give the focus to the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, text: str) -> None:
        """Take a letter for the search, wherever the focus is."""
        if text.isprintable() and text.strip():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(text.lower())

    def _on_search_return_pressed(self) -> None:
        """Choose what was searched for, where it is the only one left; a second Enter is one."""
        searched = self.search.text().strip()
        if searched and len(self.tiles) == 1 and not self.tiles[0].isChecked():
            self.tiles[0].click()

    def _on_search_edited(self) -> None:
        self.answer.hide()
        self._fill()

    def _on_add_clicked(self) -> None:
        try:
            key = self._presenter.add_own_effect(self.search.text())
        except InvalidValue as error:
            self.answer.say(error.reason, asks=False)
            self.search.setAccessibleDescription(error.reason)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        except SymptrackError as error:
            self.refuse(error)
            return
        self.search.setText("")
        self.answer.hide()
        self._fill()
        self.answered.emit()
        for tile in self.tiles:
            if tile.key == key:
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tile_clicked(self, tile: EffectButton) -> None:
        self.give(lambda: self._presenter.toggle_effect(tile.key))
        kept = {one.key: one.chosen for group in self._view().groups for one in group.tiles}
        for one in self.tiles:
            one.setChecked(kept.get(one.key, False))

    def _view(self) -> LongListView:
        return self._presenter.long_list(self.search.text())

    def _fill(self) -> None:
        view = self._view()
        clear(self._groups)
        self.tiles = []
        self._found.setText(view.found)
        self._found.setVisible(bool(view.found))
        for group in view.groups:
            add(self._groups, 8)
            add(self._groups, label(group.title, "h3", wrap=True))
            add(self._groups, self._grid(group))
        self.search.setAccessibleDescription(view.found)
        self.rebuilt.emit()

    def _grid(self, group: EffectGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, tile in enumerate(group.tiles):
            button = EffectButton(self._theme, tile, described=True)
            button.clicked.connect(lambda _checked, button=button: self._on_tile_clicked(button))
            grid.addWidget(button, place // TILE_COLUMNS, place % TILE_COLUMNS)
            self.tiles.append(button)
        for place in range(TILE_COLUMNS):
            grid.setColumnStretch(place, 1)
        return grid
