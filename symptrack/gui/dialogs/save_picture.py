"""Saving a chart: which kind of file, whether it bears the patient's label, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from symptrack.gui.dialogs import save_file
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.tick import Tick
from symptrack.texts import _

ENDINGS = ("png", "svg", "pdf", "csv")


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """Where to save a picture, whether it bears the label and the answers about self-harm.

    ``replaces`` says that the patient was asked about a file that lies there already.
    """

    path: Path
    with_label: bool
    with_self_harm: bool = False
    replaces: bool = True


class SavePictureDialog(QDialog):
    """Asks for the kind of file; label and answers about self-harm only where they are ticked."""

    def __init__(
        self,
        theme: ThemeSource,
        patient: str,
        parent: QWidget | None = None,
        *,
        self_harm: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save picture"))
        name = _("Kind of file")
        self.kinds = Choice(theme, _kinds(), name=name, current=0, wraps=True)
        self.save = Button(theme, _("Choose where"), "primary", big=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = Button(theme, _("Cancel"), big=True)
        cancel.clicked.connect(self.reject)
        self.with_label = Tick(theme, _("Write “{label}” on it").format(label=patient))
        self.with_self_harm = Tick(theme, _("Show the answers to PHQ-9 item 9, about self-harm"))
        content = column(
            label(_("Save picture"), "h1"),
            18,
            label(name, "strong"),
            8,
            self.kinds,
            margins=(32, 26, 32, 8),
        )
        for tick, offered in ((self.with_label, bool(patient)), (self.with_self_harm, self_harm)):
            _offer(content, tick, offered=offered)
        content.addSpacing(18)
        content.addWidget(label(_note(), "meta", wrap=True))
        content.addStretch(1)
        foot = box(row(STRETCH, cancel, self.save, spacing=12, margins=(32, 8, 32, 26)))
        self.setLayout(column((PageScroll(content), 1), foot))
        take_room(self, theme, (620, 480 if self_harm else 420))

    @property
    def ending(self) -> str:
        """Return the chosen kind as a file ending."""
        return ENDINGS[self.kinds.current or 0]


def _kinds() -> tuple[str, ...]:
    return _("Picture (PNG)"), _("Drawing (SVG)"), _("Document (PDF)"), _("Table (CSV)")


def _note() -> str:
    return _(
        "The file shows the numbers of this chart, sessions and dates. "
        "Nothing leaves this computer."
    )


def _offer(content: QVBoxLayout, tick: Tick, *, offered: bool) -> None:
    """Show a tick with its words, where there is something to tick."""
    tick.setVisible(offered)
    if offered:
        content.addSpacing(18)
        words = label(tick.accessibleName(), wrap=True)
        content.addLayout(row(tick, (words, 1), spacing=12))


def ask(
    theme: ThemeSource,
    patient: str,
    name_for: Callable[[str], str],
    parent: QWidget,
    *,
    self_harm: bool = False,
) -> PictureChoice | None:
    """Let the patient choose; ``name_for`` proposes a file name for an ending.

    ``self_harm`` says that the chart has answers about self-harm, which is asked each time.
    """
    dialog = SavePictureDialog(theme, patient, parent, self_harm=self_harm)
    if not wait_for(dialog):
        return None
    ending = dialog.ending
    kind = _("{ending} files (*.{pattern})").format(ending=ending.upper(), pattern=ending)
    path = save_file.ask(parent, _("Save picture"), name_for(ending), kind)
    if path is None:
        return None
    named = path.suffix.lower() == f".{ending}"
    return PictureChoice(
        path if named else path.with_name(f"{path.name}.{ending}"),
        with_label=bool(patient) and dialog.with_label.isChecked(),
        with_self_harm=self_harm and dialog.with_self_harm.isChecked(),
        replaces=named,
    )
