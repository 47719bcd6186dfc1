"""Choosing how the window looks: light or dark, and how large the text is."""

from PySide6.QtWidgets import QDialog, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.presenters.preferences import TEXT_SIZES, ThemeChoice
from symptrack.texts import _

THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK)


class AppearanceDialog(QDialog):
    """Shows each choice at once; closing without *Keep* goes back to what was."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Appearance"))
        self._theme = theme
        self._former = (theme.choice, theme.text_size)
        self.themes = Choice(
            theme,
            (_("Like the computer"), _("Light"), _("Dark")),
            name=_("Colours"),
            current=THEMES.index(theme.choice),
        )
        self.sizes = Choice(
            theme,
            [_("{size} %").format(size=size) for size in TEXT_SIZES],
            name=_("Text size"),
            current=TEXT_SIZES.index(theme.text_size),
        )
        self.themes.chosen.connect(self._on_choice_chosen)
        self.sizes.chosen.connect(self._on_choice_chosen)
        self.keep = Button(theme, _("Keep"), "primary", big=True)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        self._lay_out()
        self._ring = FocusRing(self, theme)
        self.resize(660, 470)

    def reject(self) -> None:
        """Go back to what was."""
        self._theme.choose(*self._former)
        super().reject()

    def _lay_out(self) -> None:
        back = Button(self._theme, _("Cancel"), big=True)
        back.clicked.connect(self.reject)
        content = column(
            label(_("Appearance"), "h1"),
            18,
            label(_("Colours"), "strong"),
            8,
            self.themes,
            22,
            label(_("Text size"), "strong"),
            8,
            self.sizes,
            26,
            STRETCH,
            row(STRETCH, back, self.keep, spacing=12),
            margins=(32, 26, 32, 26),
        )
        self.setLayout(column(PageScroll(content)))

    def _on_choice_chosen(self) -> None:
        self._theme.choose(THEMES[self.themes.current or 0], TEXT_SIZES[self.sizes.current or 0])


def ask(theme: ThemeSource, parent: QWidget) -> tuple[ThemeChoice, int] | None:
    """Let the patient choose; return theme and text size, or ``None`` where all stays."""
    dialog = AppearanceDialog(theme, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return (theme.choice, theme.text_size) if accepted else None
