"""Entering or changing a total that a clinic gave."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symptrack.domain.words import Direction
from symptrack.gui.dialogs.record_dialog import RecordDialog, answer_of
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import line
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.presenters.clinic_score import ClinicScorePresenter
from symptrack.texts import _

DIRECTIONS = (Direction.WORSE, Direction.BETTER, None)
SIZE_PX = (720, 700)
LEAST_PX = (420, 320)


class ClinicScoreDialog(RecordDialog):
    """The form of one score."""

    _presenter: ClinicScorePresenter

    def __init__(
        self,
        theme: ThemeSource,
        presenter: ClinicScorePresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(theme, presenter, _("Save the score"), parent)
        self.scales = Choice(theme, presenter.proposals, name=_("Usual scales"), wraps=True)
        self.direction = Choice(
            theme,
            (_("Worse"), _("Better"), _("I do not know")),
            name=_("A higher total means"),
            wraps=True,
        )
        self.day = DateField(theme, presenter.today)
        self._make_fields()
        self._connect()
        self._lay_out_fields()
        self._settle(milliseconds)
        self.setMinimumSize(*LEAST_PX)
        take_room(self, theme, SIZE_PX)
        self.fields["total" if presenter.form.name else "scales"].editor.setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _make_fields(self) -> None:
        self._add("scales", _("Usual scales"), self.scales)
        self._add("name", _("Name of the scale"), line())
        self._add("total", _("Total"), line(example="28"))
        self._add("low", _("Lowest possible"), line(), _("Empty if you do not know it"))
        self._add("high", _("Highest possible"), line(), _("Empty if you do not know it"))
        self._add("higher_is", _("A higher total means"), self.direction)
        self._add("day", _("Day"), self.day)
        self._add("time", _("Time"), line(example="15:00"), _("Empty if you do not know it"))

    def _connect(self) -> None:
        self.scales.chosen.connect(self._on_scale_chosen)
        self.direction.chosen.connect(lambda place: self._change(higher_is=DIRECTIONS[place]))
        self.save.setDefault(True)

    def _lay_out_fields(self) -> None:
        self._lay_out(
            self.fields["scales"],
            4,
            self.fields["name"],
            4,
            self._row(("total", 160), ("low", 200), ("high", 200)),
            4,
            self.fields["higher_is"],
            4,
            self._row(("day", 260), ("time", 200)),
            lead=_(
                "A total that your clinic worked out, of any scale. The chart shows it by itself."
            ),
        )

    def _show_form(self) -> None:
        super()._show_form()
        chosen = self._presenter.chosen
        self.direction.choose(DIRECTIONS.index(self._presenter.form.higher_is))
        if chosen is None:
            self.scales.choose_nothing()
        else:
            self.scales.choose(chosen)

    def _on_scale_chosen(self, place: int) -> None:
        self._presenter.choose(place)
        for name in ("name", "low", "high", "total"):
            self.fields[name].accept()
        self._show_form()


def ask(
    theme: ThemeSource, presenter: ClinicScorePresenter, parent: QWidget, score_id: str
) -> str | None:
    """Enter a score, or change the one of an id; return its id, or ``None`` where all stays.

    Raises
    ------
    SymptrackError
        Where it is no longer in the journal, or cannot be read.
    """
    presenter.begin(score_id)
    return answer_of(ClinicScoreDialog(theme, presenter, parent))
