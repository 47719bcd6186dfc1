"""Entering or changing a total that a clinic gave."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.domain.words import Direction
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, box, column
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import Field, line, show_texts
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Editor
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.clinic_score import ClinicScorePresenter, ClinicScoreRefused
from symptrack.texts import _

DIRECTIONS = (Direction.WORSE, Direction.BETTER, None)
SIZE_PX = (720, 700)
LEAST_PX = (420, 320)
ROOM = 0.9
"""How much of the screen the dialog may take."""


class ClinicScoreDialog(QDialog):
    """The form of one score; ``score_id`` is set once it is saved, or is as it was before."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: ClinicScorePresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        self.score_id = ""
        self.setWindowTitle(presenter.title)
        self.fields: dict[str, Field] = {}
        self.scales = Choice(theme, presenter.proposals, name=_("Usual scales"), wraps=True)
        self.direction = Choice(
            theme,
            (_("Worse"), _("Better"), _("I do not know")),
            name=_("A higher total means"),
            wraps=True,
        )
        self.day = DateField(theme, presenter.today)
        self.notice = Notice(theme)
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.save = Button(theme, _("Save the score"), "primary", icon="check", big=True)
        self.changes = ChangesButton(
            theme, presenter.history, self.notice, before=lambda: None, then=self._show_reverted
        )
        self._make_fields()
        self._connect()
        self._lay_out()
        self._show_form()
        self.changes.show_for(Kind.CLINIC_SCORES, presenter.form.id)
        self._guard = PressGuard(self, milliseconds)
        self._guard.watch(self._foot)
        self._ring = FocusRing(self, theme)
        arrange_tab_order(self)
        self._take_room()
        self.fields["total" if presenter.form.name else "scales"].editor.setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _take_room(self) -> None:
        available = self.screen().availableSize() * ROOM
        self.setMinimumSize(*LEAST_PX)
        wide, high = (round(side * self._theme.scale) for side in SIZE_PX)
        self.resize(min(wide, available.width()), min(high, available.height()))

    def _make_fields(self) -> None:
        self._add("scales", _("Usual scales"), self.scales)
        self._add("name", _("Name of the scale"), line())
        self._add("total", _("Total"), line(example="28"))
        self._add("low", _("Lowest possible"), line(), _("Empty if you do not know it"))
        self._add("high", _("Highest possible"), line(), _("Empty if you do not know it"))
        self._add("higher_is", _("A higher total means"), self.direction)
        self._add("day", _("Day"), self.day)
        self._add("time", _("Time"), line(example="15:00"), _("Empty if you do not know it"))

    def _add(self, name: str, words: str, editor: QWidget, hint: str = "") -> None:
        self.fields[name] = Field(self._theme, words, editor, hint=hint)
        if isinstance(editor, Editor):
            editor.edited.connect(lambda: self._change(**{name: editor.field.text()}))

    def _connect(self) -> None:
        self.scales.chosen.connect(self._on_scale_chosen)
        self.direction.chosen.connect(lambda place: self._change(higher_is=DIRECTIONS[place]))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save_clicked)
        self.save.setDefault(True)

    def _row(self, *fields: tuple[str, int]) -> FieldRow:
        made = FieldRow(self._theme)
        for name, width in fields:
            made.add_field(self.fields[name], width)
        return made

    def _lay_out(self) -> None:
        buttons = FieldRow(self._theme, gap=12, right=True)
        for button in (self.changes, self.cancel, self.save):
            buttons.add_field(button, share=0)
        self._foot = box(column(box(column(self.notice)), 8, box(buttons), margins=(32, 8, 32, 20)))
        lead = _("A total that your clinic worked out, of any scale. The chart shows it by itself.")
        content = column(
            label(self._presenter.title, "h1", wrap=True),
            4,
            label(lead, "body2", wrap=True),
            14,
            self.fields["scales"],
            4,
            self.fields["name"],
            4,
            self._row(("total", 160), ("low", 200), ("high", 200)),
            4,
            self.fields["higher_is"],
            4,
            self._row(("day", 260), ("time", 200)),
            None,
            margins=(32, 24, 32, 12),
        )
        self.setLayout(column((PageScroll(content), 1), self._foot))

    def _show_form(self) -> None:
        form, chosen = self._presenter.form, self._presenter.chosen
        show_texts(self.fields, form)
        self.direction.choose(DIRECTIONS.index(form.higher_is))
        if chosen is None:
            self.scales.choose_nothing()
        else:
            self.scales.choose(chosen)

    def _change(self, **values: Any) -> None:
        for name in values:
            self.fields[name].accept()
        self._presenter.change(**values)
        self._show_form()

    def _on_scale_chosen(self, place: int) -> None:
        self._presenter.choose(place)
        for name in ("name", "low", "high", "total"):
            self.fields[name].accept()
        self._show_form()

    def _show_reverted(self, score_id: str) -> None:
        self._presenter.begin(score_id)
        self.score_id = score_id
        self._show_form()

    def _on_save_clicked(self) -> None:
        try:
            outcome = self._presenter.save()
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        if isinstance(outcome, ClinicScoreRefused):
            self._show_refused(outcome.refused)
            return
        self.score_id = outcome.score_id
        self.accept()

    def _show_refused(self, refused: dict[str, str]) -> None:
        first = True
        for name, field in self.fields.items():
            if name in refused:
                field.refuse(refused[name], focus=first)
                first = False
            else:
                field.accept()


def ask(theme: ThemeSource, presenter: ClinicScorePresenter, parent: QWidget, score_id: str) -> str:
    """Enter a score, or change the one of an id; return its id, or nothing where all stays.

    Raises
    ------
    SymptrackError
        Where it is no longer in the journal, or cannot be read.
    """
    presenter.begin(score_id)
    dialog = ClinicScoreDialog(theme, presenter, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.score_id
