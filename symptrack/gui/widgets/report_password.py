"""Protecting the report with a password: asked twice, shown on request, kept nowhere."""

from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Line
from symptrack.gui.widgets.secret_line import show_dots
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.tick_row import tick_row
from symptrack.presenters.report_password import read_password
from symptrack.texts import _


class ReportPassword(QWidget):
    """A switch and, once it is on, two lines for the password."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.on = Tick(theme, _("Protect the file with a password"))
        self.first, self.again = Line(), Line()
        self.first_field = Field(theme, _("Password"), self.first)
        self.again_field = Field(theme, _("The password again"), self.again)
        self.shown = Tick(theme, _("Show the password"))
        words = _(
            "Who opens the file is asked for it. Tell it your clinic in another way. It is kept "
            "nowhere: without it the file cannot be opened."
        )
        self._lines = box(
            column(
                label(words, "small", wrap=True),
                8,
                self.first_field,
                2,
                self.again_field,
                tick_row(_("Show the password"), "", self.shown),
            )
        )
        row = tick_row(_("Password"), _("Protects the saved file"), self.on)
        self.setLayout(column(row, self._lines))
        self._lines.hide()
        self._on_shown_clicked()
        self.on.clicked.connect(self._on_clicked)
        self.shown.clicked.connect(self._on_shown_clicked)
        for line, field in ((self.first, self.first_field), (self.again, self.again_field)):
            line.edited.connect(field.accept)

    def read(self) -> str | None:
        """Return the password, nothing where none is wanted; ``None`` where it was refused."""
        if not self.on.isChecked():
            return ""
        try:
            return read_password(self.first.text(), self.again.text())
        except InvalidValue as error:
            field = self.again_field if error.field == "again" else self.first_field
            field.refuse(error.reason)
            return None

    def forget(self) -> None:
        """Forget what was typed, and ask for no password any more."""
        for tick in (self.on, self.shown):
            tick.setChecked(False)
        self._on_clicked()
        self._on_shown_clicked()

    def _on_clicked(self) -> None:
        on = self.on.isChecked()
        self._lines.setVisible(on)
        if on:
            self.first.setFocus()
            return
        for line, field in ((self.first, self.first_field), (self.again, self.again_field)):
            line.setText("")
            field.accept()

    def _on_shown_clicked(self) -> None:
        for line in (self.first, self.again):
            show_dots(line, not self.shown.isChecked())
