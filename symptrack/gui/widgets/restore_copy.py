"""A copy that was chosen: its recovery code, what it holds, and putting it back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from symptrack.domain.errors import RefusedRequest, SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, clear, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.secret_line import SecretLine
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.backup_words import PreviewView
from symptrack.texts import _

COPY_ENDING = ".symptrack"

Preview = Callable[[Path, str], PreviewView]
"""Says what a copy holds, or raises a ``SymptrackError``; called beside the window."""


class RestoreCopy(QWidget):
    """Leads from a chosen file to what it holds, and asks before anything is put back.

    ``restore_requested`` carries the file and its code; ``left`` says that all stays as it is;
    ``refused`` carries a sentence. ``moving`` says that there is no journal here yet.
    """

    restore_requested = Signal(Path, str)
    left = Signal()
    refused = Signal(str)

    def __init__(self, theme: ThemeSource, preview: Preview, *, moving: bool = False) -> None:
        super().__init__()
        self._theme, self._preview, self._moving = theme, preview, moving
        self._background = Background(self)
        self._layout = column()
        self.setLayout(self._layout)
        self.field: Field | None = None
        self.look = Button(theme, _("Look inside"))
        self.put_back = Button(theme, _("Put it back"))
        self.leave = Button(theme, _("Leave it as it is"))
        self.hide()

    def choose(self, file: Path) -> None:
        """Begin with a file."""
        self.still()
        if file.suffix.lower() == COPY_ENDING:
            self._ask_for_code(file)
        else:
            self._look_inside(file, "")

    def still(self) -> None:
        """Show nothing any more."""
        clear(self._layout)
        self.field = None
        self.hide()

    def _ask_for_code(self, file: Path) -> None:
        name = _("Its recovery code or passphrase")
        editor = SecretLine(self._theme, name)
        hint = _(
            "The code was shown when the copy was made: seven groups of four. The copy of a "
            "journal with a passphrase opens with that."
        )
        field = Field(self._theme, name, editor, hint=hint)
        self.field = field
        self.look = Button(self._theme, _("Look inside"), "primary")
        self.look.clicked.connect(lambda: self._look_inside(file, editor.field.text()))
        editor.field.returnPressed.connect(self.look.click)
        self._show(field, 8, WrapRow(self.look, self._leave()))
        editor.setFocus()

    def _look_inside(self, file: Path, code: str) -> None:
        self._background.run(
            lambda: self._preview(file, code),
            lambda view: self._show_preview(file, code, view),
            refused=self._on_refused,
        )

    def _show_preview(self, file: Path, code: str, view: PreviewView) -> None:
        clear(self._layout)
        self.field = None
        put = _("Use this journal here") if self._moving else _("Put it back")
        self.put_back = Button(self._theme, put, "primary")
        self.put_back.clicked.connect(lambda: self.restore_requested.emit(file, code))
        items: list[Item] = [label(self._question(file), "h3", wrap=True), 6]
        items += [label(text, "body2", wrap=True) for text in view.lines]
        if not self._moving:
            kept = _("The journal as it is now is kept first, so that this can be undone.")
            items += [6, label(kept, "small", wrap=True)]
        self._show(*items, 12, WrapRow(self.put_back, self._leave()))
        # A key meant for the line before must not put anything in a journal's place.
        (self.put_back if self._moving else self.leave).setFocus()

    def _question(self, file: Path) -> str:
        if self._moving:
            return _("Is this your journal?")
        if file.suffix.lower() == COPY_ENDING:
            return _("Put {name} back?").format(name=file.name)
        return _("Put this backup back?")

    def _show(self, *items: Item) -> None:
        clear(self._layout)
        self._layout.addLayout(column(*items))
        self.show()

    def _leave(self) -> Button:
        words = _("Back") if self._moving else _("Leave it as it is")
        self.leave = Button(self._theme, words, "quiet")
        self.leave.clicked.connect(self._on_leave_clicked)
        return self.leave

    def _on_leave_clicked(self) -> None:
        self.still()
        self.left.emit()

    def _on_refused(self, error: SymptrackError) -> None:
        if self.field is not None and isinstance(error, RefusedRequest):
            self.field.refuse(str(error))
        else:
            self.refused.emit(str(error))


def ask_for_copy(parent: QWidget, title: str) -> Path | None:
    """Return the copy that the patient chose, or ``None``."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent, title, "", _("Journals and copies (*.db *.symptrack)")
    )
    return Path(chosen) if chosen else None
