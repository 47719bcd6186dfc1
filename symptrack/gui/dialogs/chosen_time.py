"""Saying when something was: now, yesterday evening, or another time that is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.domain.words import Moment
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, PageScroll, box, clear, column, row
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import Field, line
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.chosen_time import (
    MomentChoice,
    TimeAsked,
    TimeKind,
    TimeView,
    TypedTime,
)
from symptrack.texts import _

KINDS = (TimeKind.NOW, TimeKind.YESTERDAY_EVENING, TimeKind.OTHER)
MOMENTS = (Moment.BEFORE, Moment.AFTER)
SIZE_PX = (600, 560)
STACK_BELOW_PX = 440


class ChosenTimeDialog(QDialog):
    """Asks when something was; what cannot be is said at its field, and what was typed stays."""

    def __init__(
        self, theme: ThemeSource, presenter: TimeAsked, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        view = presenter.time
        self.setWindowTitle(view.question)
        typed = view.typed
        self._moment = typed.moment
        self._asked: MomentChoice | None = None
        self.kinds = Choice(
            theme,
            (_("Now"), _("Yesterday evening"), _("Another time")),
            name=view.question,
            current=KINDS.index(typed.kind),
            wraps=True,
        )
        self._day, self._time = DateField(theme, view.today), line(typed.time, example="20:00")
        self._day.field.setText(typed.day)
        self.day = Field(theme, _("Day"), self._day)
        self.time = Field(theme, _("Time"), self._time)
        self.not_known = Tick(theme, _("I do not know the time"), on=not typed.time_known)
        self.moments: Choice | None = None
        self._around = QVBoxLayout()
        self._around.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice(theme)
        self.take = Button(theme, _("Use this time"), "primary", big=True)
        self.take.setDefault(True)
        self._other = self._make_other()
        self._lay_out(view)
        self._connect()
        self._show_fields()
        self._ask_moment()
        self._ring = FocusRing(self, theme)
        take_room(self, theme, SIZE_PX)
        self.kinds.buttons[KINDS.index(typed.kind)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> TypedTime:
        """Return what is chosen and typed now."""
        return TypedTime(
            kind=KINDS[self.kinds.current or 0],
            day=self._day.text,
            time=self._time.text(),
            time_known=not self.not_known.isChecked(),
            moment=self._moment,
        )

    def _make_other(self) -> QWidget:
        not_known = row(
            self.not_known, (label(_("I do not know the time"), wrap=True), 1), spacing=12
        )
        fields = Columns(
            self._theme,
            [
                (box(column(self.day, STRETCH)), 3),
                (box(column(self.time, STRETCH)), 2),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        return box(column(fields, 4, not_known))

    def _lay_out(self, view: TimeView) -> None:
        back = Button(self._theme, _("Cancel"), big=True)
        back.clicked.connect(self.reject)
        lead: tuple[Item, ...] = (6, label(view.lead, "body2", wrap=True)) if view.lead else ()
        content = column(
            label(view.question, "h1", wrap=True),
            *lead,
            16,
            self.kinds,
            18,
            self._other,
            self._around,
            STRETCH,
            margins=(32, 26, 32, 8),
        )
        buttons = row(STRETCH, back, self.take, spacing=12)
        foot = box(column(self.notice, 8, buttons, margins=(32, 8, 32, 24)))
        self.setLayout(column((PageScroll(content), 1), foot))

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_time_edited)
        self._day.edited.connect(self._on_time_edited)
        self._time.edited.connect(self._on_time_edited)
        self.not_known.clicked.connect(self._on_time_edited)
        self.take.clicked.connect(self._on_take_clicked)

    def _show_fields(self) -> None:
        self._other.setVisible(self.typed.kind is TimeKind.OTHER)
        self.time.setEnabled(self.typed.time_known)

    def _ask_moment(self) -> None:
        """Ask *before or after*, but only where the time lies between two sessions."""
        asked = self._presenter.moments(self.typed)
        if asked == self._asked:
            return
        self._asked = asked
        clear(self._around)
        self.moments = None
        if asked is not None:
            name = _("Before or after the session?")
            self.moments = Choice(
                self._theme,
                (asked.before, asked.after),
                name=name,
                current=MOMENTS.index(asked.chosen),
                wraps=True,
            )
            self.moments.chosen.connect(self._on_moment_chosen)
            self._around.addSpacing(18)
            self._around.addWidget(label(name, "strong", wrap=True))
            self._around.addSpacing(6)
            self._around.addWidget(self.moments)

    def _on_time_edited(self) -> None:
        self._moment = None
        self.day.accept()
        self.time.accept()
        self.notice.still()
        self._show_fields()
        self._ask_moment()

    def _on_moment_chosen(self, place: int) -> None:
        self._moment = MOMENTS[place]
        self._asked = self._presenter.moments(self.typed)

    def _on_take_clicked(self) -> None:
        fields = {"day": self.day, "time": self.time}
        try:
            self._presenter.choose_time(self.typed)
        except InvalidValue as error:
            fields[error.field].refuse(error.reason)
        except SymptrackError as error:
            self.notice.refuse(error)
        else:
            self.accept()


def ask(theme: ThemeSource, presenter: TimeAsked, parent: QWidget) -> bool:
    """Let the patient say when it was; false where it stays as it is."""
    dialog = ChosenTimeDialog(theme, presenter, parent)
    accepted = wait_for(dialog)
    dialog.deleteLater()
    return accepted
