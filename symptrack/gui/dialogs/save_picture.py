"""Saving a chart: which kind of file, whether it bears the patient's label, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from symptrack.gui.dialogs import save_file
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.tick import Tick
from symptrack.texts import _

ENDINGS = ("png", "svg", "pdf")


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """Where to save a picture, and whether it bears the patient's label."""

    path: Path
    with_label: bool


class SavePictureDialog(QDialog):
    """Asks for the kind of file and the label; the label is left out unless it is asked for."""

    def __init__(self, theme: ThemeSource, patient: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save picture"))
        self.kinds = Choice(
            theme,
            (_("Picture (PNG)"), _("Drawing (SVG)"), _("Document (PDF)")),
            name=_("Kind of file"),
            current=0,
        )
        words = _("Write “{label}” on it").format(label=patient)
        self.with_label = Tick(theme, words)
        self.save = Button(theme, _("Choose where"), "primary", big=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = Button(theme, _("Cancel"), big=True)
        cancel.clicked.connect(self.reject)
        content = column(
            label(_("Save picture"), "h1"),
            18,
            label(_("Kind of file"), "strong"),
            8,
            self.kinds,
            margins=(32, 26, 32, 26),
        )
        self.with_label.setVisible(bool(patient))
        if patient:
            content.addSpacing(18)
            content.addLayout(row(self.with_label, (label(words, wrap=True), 1), spacing=12))
        note = _("The picture shows ratings, sessions and dates. Nothing leaves this computer.")
        content.addSpacing(18)
        content.addWidget(label(note, "meta", wrap=True))
        content.addStretch(1)
        content.addSpacing(22)
        content.addLayout(row(STRETCH, cancel, self.save, spacing=12))
        self.setLayout(column(PageScroll(content)))
        self.resize(620, 420)

    @property
    def ending(self) -> str:
        """Return the chosen kind as a file ending."""
        return ENDINGS[self.kinds.current or 0]


def ask(
    theme: ThemeSource, patient: str, name_for: Callable[[str], str], parent: QWidget
) -> PictureChoice | None:
    """Let the patient choose; ``name_for`` proposes a file name for an ending."""
    dialog = SavePictureDialog(theme, patient, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    ending = dialog.ending
    kind = _("{ending} files (*.{pattern})").format(ending=ending.upper(), pattern=ending)
    path = save_file.ask(parent, _("Save picture"), name_for(ending), kind)
    if path is None:
        return None
    return PictureChoice(
        path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}"),
        with_label=bool(patient) and dialog.with_label.isChecked(),
    )
