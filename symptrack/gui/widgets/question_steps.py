"""The pages that ask one thing: a rating, a note."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, box, column, row
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.key_hints import Hint
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.rating_scale import RatingScale
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import NoteView, RatingView
from symptrack.texts import _

SCALE_WIDTH_PX = 916
NOTE_WIDTH_PX = 760
NOTE_KEPT_AFTER_MS = 800


def _leaving_hints() -> tuple[Hint, ...]:
    return ((("Enter",), _("next")), (("Esc",), _("finish later")))


class RatingStep(Step):
    """A rating from 0 to 10; nothing moves on by itself."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: CheckInPresenter,
        view: RatingView,
        milliseconds: Callable[[], float],
    ) -> None:
        super().__init__(theme)
        self._presenter, self._view = presenter, view
        self._kept = view.value
        self.setAccessibleName(view.question)
        self.hints = (
            (("0", _("to"), "10"), _("choose")),
            *_leaving_hints(),
        )
        self.scale = RatingScale(theme, view.question, view.value, milliseconds)
        self.scale.chosen.connect(self._on_scale_chosen)
        middle = self._scale_and_ends()
        self.setLayout(
            column(
                STRETCH,
                label(view.question, "question", wrap=True, align=CENTRE),
                10,
                label(view.lead, "lead", wrap=True, align=CENTRE),
                round(40 / theme.scale),  # larger text needs the room itself
                row((box(row()), 1), (middle, 100), (box(row()), 1)),
                30,
                row(STRETCH, self.skip_button(), STRETCH),
                STRETCH,
                margins=(32, 16, 32, 16),
            )
        )

    def _scale_and_ends(self) -> QWidget:
        ends = row(
            (label(f"0  {self._view.low}", "body2", wrap=True), 1),
            (label(_("In between"), "body2", align=CENTRE), 1),
            (
                label(
                    f"{self._view.high}  10", "body2", wrap=True, align=Qt.AlignmentFlag.AlignRight
                ),
                1,
            ),
        )
        middle = box(column(self.scale, 12, ends))
        middle.setMaximumWidth(SCALE_WIDTH_PX + round(260 * (self._theme.scale - 1)))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return middle

    def focus_first(self) -> bool:
        """Give the focus to the scale."""
        self.scale.focus_chosen()
        return True

    def take_key(self, text: str) -> None:
        """Take a digit."""
        if len(text) == 1 and text in "0123456789":
            self.scale.type_digit(int(text))

    def settle(self) -> None:
        """Keep the answer on the page where keeping it failed before."""
        value = self.scale.value
        if value != self._kept:
            self._presenter.rate(self._view.key, value)
            self._kept = value

    def _on_scale_chosen(self) -> None:
        self.keep()


class NoteStep(Step):
    """A note, kept a moment after the last key and whenever the page is left."""

    def __init__(self, theme: ThemeSource, presenter: CheckInPresenter, view: NoteView) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        self.hints = ((("Ctrl", "Enter"), _("next")), (("Esc",), _("finish later")))
        self.field = QPlainTextEdit()
        self.field.setPlainText(view.text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(view.question)
        self.field.setAccessibleDescription(view.lead)
        self.field.setMinimumHeight(160)
        self._kept = view.text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_KEPT_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.field.textChanged.connect(self._timer.start)
        middle = box(
            column(
                label(view.question, "question", wrap=True),
                8,
                label(view.lead, "lead", wrap=True),
                20,
                (self.field, 1),
                14,
                row(self.skip_button(), STRETCH),
            )
        )
        middle.setMaximumWidth(NOTE_WIDTH_PX + round(200 * (theme.scale - 1)))
        self.setLayout(
            row((box(row()), 1), (middle, 100), (box(row()), 1), margins=(32, 28, 32, 20))
        )

    def focus_first(self) -> bool:
        """Give the focus to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def settle(self) -> None:
        """Keep the note as it stands."""
        self._timer.stop()
        text = self.field.toPlainText()
        if text != self._kept:
            self._presenter.write_note(text)
            self._kept = text

    def _on_timer_timeout(self) -> None:
        self.keep()
