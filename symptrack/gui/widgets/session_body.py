"""The session form as a whole: whether it took place, and its three cards."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.words import SessionStatus
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, column
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.session_card import AskSeries, SessionCard
from symptrack.gui.widgets.session_later import LaterCard
from symptrack.gui.widgets.session_mood import MoodCard
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_views import Unsaved
from symptrack.presenters.session_words import status_words
from symptrack.texts import _

STATUSES = (SessionStatus.DONE, SessionStatus.PLANNED, SessionStatus.MISSED)
STACK_BELOW_PX = 860
HEAD_STACK_BELOW_PX = 900
MARGINS = (36, 16, 36, 2)


class SessionBody(QWidget):
    """The form; ``edited`` is emitted after each change, ``help_wanted`` at a low mood."""

    edited = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        theme: ThemeSource,
        presenter: SessionPresenter,
        ask_series: AskSeries,
        milliseconds: Callable[[], float],
    ) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._presenter = presenter
        view = presenter.view()
        self._title, self._lead = label("", "h1", wrap=True), label("", "lead", wrap=True)
        self.status = Choice(
            theme,
            [status_words(one) for one in STATUSES],
            name=_("Did it take place?"),
            wraps=True,
        )
        self.card = SessionCard(theme, presenter, view, ask_series)
        self.later = LaterCard(theme, presenter, view)
        self.mood = MoodCard(theme, presenter, milliseconds)
        self._parts: tuple[SessionCard | LaterCard | MoodCard, ...] = (
            self.card,
            self.later,
            self.mood,
        )
        for part in self._parts:
            part.edited.connect(self._on_part_edited)
        self.mood.help_wanted.connect(self.help_wanted)
        self.status.chosen.connect(self._on_status_chosen)
        head = Columns(
            theme,
            [(self._title, 1), (self.status, 0)],
            stack_below=HEAD_STACK_BELOW_PX,
            spacing=10,
        )
        cards = Columns(theme, [(self.card, 57), (self.later, 43)], stack_below=STACK_BELOW_PX)
        self._layout = column(head, 8, self._lead, 10, cards, 14, self.mood, None, margins=MARGINS)
        self.setLayout(self._layout)
        self.show_form()

    def show_form(self) -> None:
        """Show the form as it stands."""
        form, view = self._presenter.form, self._presenter.view()
        self._title.setText(view.title)
        self._lead.setText(view.lead)
        self.status.choose(STATUSES.index(form.status))
        for part in self._parts:
            part.show_form(form, view)

    def show_sentences(self, outcome: Unsaved) -> None:
        """Say at each field what is wrong or asked about it, and go to the first."""
        found = [part.show_sentences(outcome) for part in self._parts]
        first = next((editor for editor in found if editor is not None), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_foot(self, foot: QWidget) -> None:
        """Put the page's buttons below the form."""
        self._layout.addWidget(foot)

    def focus_first(self) -> None:
        """Give the focus to the date, ready to be typed over."""
        self.card.day.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.day.field.selectAll()

    def _on_part_edited(self) -> None:
        self.show_form()
        self.edited.emit()

    def _on_status_chosen(self, place: int) -> None:
        self._presenter.change(status=STATUSES[place])
        self._on_part_edited()
