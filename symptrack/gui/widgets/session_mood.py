"""The card with the mood just before a session."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.rating_scale import RatingScale
from symptrack.gui.widgets.session_part import SessionPart
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_form import SessionForm
from symptrack.presenters.session_views import SessionView
from symptrack.texts import _

STACK_BELOW_PX = 860
SCALE_PX = 720


class MoodCard(SessionPart):
    """Eleven small tiles; ``help_wanted`` says that the mood brings the help panel."""

    help_wanted = Signal()

    def __init__(
        self,
        theme: ThemeSource,
        presenter: SessionPresenter,
        milliseconds: Callable[[], float],
    ) -> None:
        super().__init__(theme, presenter)
        name = _("Mood just before")
        self.setAccessibleName(name)
        self.scale = RatingScale(theme, name, presenter.form.mood, milliseconds, compact=True)
        self.scale.setMaximumWidth(SCALE_PX + round(280 * (theme.scale - 1)))
        self.scale.chosen.connect(self._on_scale_chosen)
        self.clear = Button(theme, _("Take back"), "quiet")
        self.clear.setAccessibleDescription(name)
        self.clear.clicked.connect(self._on_clear_clicked)
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the scale stays where it is pressed
        self.clear.setSizePolicy(policy)
        words = box(
            column(label(name, "strong", wrap=True), 4, label(_("0 worst, 10 best"), "small"))
        )
        parts = Columns(
            theme,
            [(words, 1), (self.clear, 0), (self.scale, 4)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        self.setLayout(column(parts, margins=(24, 14, 24, 14)))

    def show_form(self, form: SessionForm, view: SessionView) -> None:
        """Show the form's mood; the last session's is never shown, it would lead."""
        if form.mood is None:
            self.scale.choose_nothing()
        self.setVisible(view.asks_mood)
        self.clear.setVisible(view.can_clear_mood)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits: 1 and then 0 is 10."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and len(event.text()) == 1 and event.text() in "0123456789":
            self.scale.type_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _on_scale_chosen(self, mood: int) -> None:
        self.change(mood=mood)
        if self._presenter.brings_help():
            self.help_wanted.emit()

    def _on_clear_clicked(self) -> None:
        self.change(mood=None)
        self.scale.focus_chosen()
