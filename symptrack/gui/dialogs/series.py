"""Making or changing a series."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symptrack.domain.series import FIRST_NUMBER, PLANNED_SESSIONS
from symptrack.domain.words import SeriesKind
from symptrack.gui.dialogs.record_dialog import RecordDialog, answer_of
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.chips import Chips
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import Stepper, line, note
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.presenters.series import (
    CONDITIONS,
    USUAL_INDUCTION,
    SeriesPresenter,
    kind_description,
    kind_words,
)
from symptrack.texts import _

KINDS = tuple(SeriesKind)
SIZE_PX = (760, 700)
GOAL_PX = 84


class SeriesDialog(RecordDialog):
    """The form of one series."""

    _presenter: SeriesPresenter

    def __init__(
        self,
        theme: ThemeSource,
        presenter: SeriesPresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(theme, presenter, _("Save the series"), parent)
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
        self.delete = Button(theme, _("Delete"), "quiet", big=True)
        self._make_fields()
        self._connect()
        self._lay_out_fields()
        self._settle(milliseconds)
        self._guard.watch(self.conditions)
        take_room(self, theme, SIZE_PX)
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

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda place: self._change(kind=KINDS[place]))
        self.conditions.changed.connect(lambda: self._change(conditions=self.conditions.chosen))
        self.delete.clicked.connect(self._on_delete_clicked)

    def _lay_out_fields(self) -> None:
        self._kind_words = label("", "small", wrap=True)
        self._lay_out(
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
            first=(self.delete,),
        )
        self.delete.setVisible(self._presenter.saved)

    def _show_form(self) -> None:
        super()._show_form()
        form = self._presenter.form
        self.conditions.choose(form.conditions)
        if form.kind is None:
            self.kind.choose_nothing()
        else:
            self.kind.choose(KINDS.index(form.kind))
        self._kind_words.setText(kind_description(form.kind) if form.kind else "")

    def _on_delete_clicked(self) -> None:
        if not self.notice.attempt(self._presenter.delete):
            return
        self._show_there(False)
        self.notice.say(
            _("Deleted. You can bring it back for 90 days. Its sessions stay in the journal."),
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
    return answer_of(SeriesDialog(theme, presenter, parent))
