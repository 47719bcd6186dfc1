"""How the window looks, and in which language."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, hairline, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.labels import CENTRE, announce, label
from symptrack.gui.widgets.settings_parts import Section, setting_row
from symptrack.presenters.preferences import TEXT_SIZES, ThemeChoice
from symptrack.presenters.settings import SettingsPresenter
from symptrack.texts import _

THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.SYSTEM)
SIZE_WIDTH_PX = 84


class LookSection(Section):
    """Theme and text size, shown and kept at once."""

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        super().__init__(theme, _("Appearance"))
        self._presenter = presenter
        self.themes = Choice(
            theme,
            (_("Light"), _("Dark"), _("Like the computer")),
            name=_("Theme"),
            current=THEMES.index(theme.choice),
            wraps=True,
        )
        self.themes.chosen.connect(self._on_themes_chosen)
        self.smaller = self._step_button("minus", _("Smaller text"), -1)
        self.larger = self._step_button("plus", _("Larger text"), 1)
        self.size_shown = label("", "strong", align=CENTRE)
        self.size_shown.setMinimumWidth(SIZE_WIDTH_PX)
        steps = box(row(self.smaller, self.size_shown, self.larger, spacing=6))
        steps.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.lay_out(
            self._row("eye", _("Theme"), _("Dark is easier on the eyes at night.")),
            8,
            self.themes,
            12,
            hairline(),
            10,
            self._row("type", _("Text size"), _("Everywhere, in charts too."), steps),
            10,
            hairline(),
            12,
            self._row("info", _("Language"), _("English is the only one so far.")),
        )
        theme.changed.connect(self._show_look)
        self._show_look()

    def _row(self, icon: str, name: str, words: str, control: QWidget | None = None) -> QWidget:
        return setting_row(self._theme, icon, name, words, control)

    def _step_button(self, icon: str, name: str, change: int) -> Button:
        button = Button(self._theme, "", icon=icon)
        button.setAccessibleName(name)
        button.setFixedSize(48, 48)
        button.setStyleSheet("padding: 0")
        button.clicked.connect(lambda: self._on_step_clicked(change))
        return button

    def _show_look(self) -> None:
        self.themes.choose(THEMES.index(self._theme.choice))
        size = self._theme.text_size
        self.size_shown.setText(_("{size} %").format(size=size))
        self.smaller.setEnabled(size > TEXT_SIZES[0])
        self.larger.setEnabled(size < TEXT_SIZES[-1])

    def _on_themes_chosen(self, place: int) -> None:
        self._choose(THEMES[place], self._theme.text_size)

    def _on_step_clicked(self, change: int) -> None:
        place = TEXT_SIZES.index(self._theme.text_size) + change
        self._choose(self._theme.choice, TEXT_SIZES[place])
        announce(self.size_shown, self.size_shown.text())
        # At either end the pressed button goes grey; the focus goes to the other.
        if not (self.larger if change > 0 else self.smaller).isEnabled():
            (self.smaller if change > 0 else self.larger).setFocus()

    def _choose(self, choice: ThemeChoice, text_size: int) -> None:
        self._theme.choose(choice, text_size)
        self.do(lambda: self._presenter.choose_look(choice, text_size))
