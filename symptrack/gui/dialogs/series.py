"""Making or changing a series."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.domain.series import FIRST_NUMBER, PLANNED_SESSIONS
from symptrack.domain.words import SeriesKind
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, box, column
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.chips import Chips
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import Field, Stepper, line, note, show_texts
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Editor
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.series import (
    CONDITIONS,
    USUAL_INDUCTION,
    SeriesPresenter,
    SeriesRefused,
    kind_description,
    kind_words,
)
from symptrack.texts import _

KINDS = tuple(SeriesKind)
SIZE_PX = (760, 700)
GOAL_PX = 84


class SeriesDialog(QDialog):
    """The form of one series; ``series_id`` is set once it is saved, or what it was before."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: SeriesPresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        self.series_id: str | None = None
        self.setWindowTitle(presenter.title)
        self.fields: dict[str, Field] = {}
        self.kind = Choice(
            theme, [kind_words(one) for one in KINDS], name=_("Kind of series"), wraps=True
        )
        self.conditions = Chips(theme, [(one, _(one)) for one in CONDITIONS], name=_("Treated for"))
        self.planned = self._stepper(_("Planned sessions"), PLANNED_SESSIONS, USUAL_INDUCTION)
        self.first = self._stepper(_("First number"), FIRST_NUMBER, 1)
        self.began = DateField(theme, presenter.today)
        self.ended = DateField(theme, presenter.today)
        self.goal = note(presenter.form.goal, height=round(GOAL_PX * theme.scale))
        self.goal.setMaximumHeight(self.goal.minimumHeight())
        self.notice = Notice(theme)
        self.delete = Button(theme, _("Move to the trash"), "quiet")
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.save = Button(theme, _("Save the series"), "primary", icon="check", big=True)
        self.changes = ChangesButton(
            theme, presenter.history, self.notice, before=lambda: None, then=self._show_reverted
        )
        self._make_fields()
        self._connect()
        self._lay_out()
        self._show_form()
        self._guard = PressGuard(self, milliseconds)
        for watched in (self.conditions, self._foot):
            self._guard.watch(watched)
        self._ring = FocusRing(self, theme)
        arrange_tab_order(self)
        self.resize(*SIZE_PX)
        self.fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stepper(self, name: str, limits: tuple[int, int], start: int) -> Stepper:
        return Stepper(self._theme, name, low=limits[0], high=limits[1], start=start)

    def _make_fields(self) -> None:
        self._add("name", _("Name"), line())
        self._add("kind", _("Kind of series"), self.kind)
        for button, kind in zip(self.kind.buttons, KINDS, strict=True):
            button.setAccessibleDescription(kind_description(kind))
        self._add("planned_sessions", _("Planned sessions"), self.planned)
        self._add(
            "first_number",
            _("First number"),
            self.first,
            _("Sessions are numbered by date, from this number on."),
        )
        self._add("conditions", _("Treated for"), self.conditions)
        self._add("other", _("Something else"), line(), _("With commas between."))
        self._add("goal", _("Goal"), self.goal, _("It stands above the report."))
        self._add("started_on", _("Begun"), self.began, _("Empty if it has not begun"))
        self._add("ended_on", _("Ended"), self.ended, _("Empty while it goes on"))

    def _add(self, name: str, words: str, editor: QWidget, hint: str = "") -> None:
        self.fields[name] = Field(self._theme, words, editor, hint=hint)
        if isinstance(editor, Editor):
            editor.edited.connect(lambda: self._change(**{name: editor.field.text()}))

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda place: self._change(kind=KINDS[place]))
        self.conditions.changed.connect(lambda: self._change(conditions=self.conditions.chosen))
        self.goal.textChanged.connect(lambda: self._change(goal=self.goal.toPlainText()))
        self.delete.clicked.connect(self._on_delete_clicked)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save_clicked)

    def _row(self, *fields: tuple[str, int]) -> FieldRow:
        made = FieldRow(self._theme)
        for name, width in fields:
            made.add_field(self.fields[name], width)
        return made

    def _lay_out(self) -> None:
        self._kind_words = label("", "small", wrap=True)
        buttons = FieldRow(self._theme, gap=12, right=True)
        for button in (self.delete, self.changes, self.cancel, self.save):
            buttons.add_field(button, share=0)
        self._foot = box(column(box(column(self.notice)), 8, box(buttons), margins=(32, 8, 32, 20)))
        content = column(
            label(self._presenter.title, "h1", wrap=True),
            14,
            self.fields["name"],
            4,
            self.fields["kind"],
            self._kind_words,
            10,
            self._row(("planned_sessions", 240), ("first_number", 240)),
            4,
            self.fields["conditions"],
            4,
            self.fields["other"],
            4,
            self.fields["goal"],
            4,
            self._row(("started_on", 260), ("ended_on", 260)),
            None,
            margins=(32, 24, 32, 12),
        )
        self._scroll = PageScroll(content)
        self.setLayout(column((self._scroll, 1), self._foot))
        self.delete.setVisible(self._presenter.saved)
        self.changes.show_for(Kind.SERIES, self._presenter.form.id)

    def _show_form(self) -> None:
        form = self._presenter.form
        show_texts(self.fields, form)
        self.conditions.choose(form.conditions)
        if form.kind is None:
            self.kind.choose_nothing()
        else:
            self.kind.choose(KINDS.index(form.kind))
        self._kind_words.setText(kind_description(form.kind) if form.kind else "")

    def _change(self, **values: Any) -> None:
        for name in values:
            self.fields[name].accept()
        self._presenter.change(**values)
        self._show_form()

    def _on_delete_clicked(self) -> None:
        if not self.notice.attempt(self._presenter.delete):
            return
        self._show_there(False)
        self.notice.say(
            _("Moved to the trash for 90 days. Its sessions stay in the journal."),
            action=_("Undo"),
            then=self._on_undo_clicked,
        )
        self._guard.watch(self.notice)
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self) -> None:
        if self.notice.attempt(self._presenter.restore):
            self.notice.still()
            self._show_there(True)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_there(self, there: bool) -> None:
        """Let the form be used, unless the series lies in the trash."""
        for part in (self._scroll, self.delete, self.changes, self.save):
            part.setEnabled(there)
        self.cancel.set_words(_("Cancel") if there else _("Close"))

    def _show_reverted(self, series_id: str) -> None:
        self._presenter.begin(series_id)
        self.series_id = series_id
        self._show_form()

    def _on_save_clicked(self) -> None:
        try:
            outcome = self._presenter.save()
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        if isinstance(outcome, SeriesRefused):
            self._show_refused(outcome.refused)
            return
        self.series_id = outcome.series_id
        self.accept()

    def _show_refused(self, refused: dict[str, str]) -> None:
        first = True
        for name, field in self.fields.items():
            if name in refused:
                field.refuse(refused[name], focus=first)
                first = False
            else:
                field.accept()


def ask(
    theme: ThemeSource, presenter: SeriesPresenter, parent: QWidget, series_id: str | None
) -> str | None:
    """Make a series, or change the one of an id; return its id, or ``None`` where all stays.

    Raises
    ------
    RefusedRequest
        Where it is no longer in the journal.
    """
    presenter.begin(series_id)
    dialog = SeriesDialog(theme, presenter, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.series_id
