"""What is done with an entry of the Journal: opening, moving, deleting, taking back.

The dialogs are loaded when they are first asked for, so that the page is there sooner.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal

from symptrack.domain.journal import Kind, Place
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.changes_button import Changes
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.care_forms import FormPresenter
from symptrack.presenters.journal import JournalPresenter
from symptrack.presenters.journal_actions import Action
from symptrack.texts import _

_ICONS = {
    Action.OPEN: "edit",
    Action.ANOTHER: "copy",
    Action.MOVE: "arrow-right",
    Action.EARLIER: "clock",
    Action.DELETE: "trash",
}


class JournalDeeds(QObject):
    """Does it over a page, says so in its notice, and offers to take it back.

    ``deleted`` tells of an entry that is gone; ``done`` that the journal was changed, with the
    place of the entry to go to, or ``None``.
    """

    deleted = Signal(object)
    done = Signal(object)

    def __init__(
        self, page: Page, theme: ThemeSource, presenter: JournalPresenter, notice: Notice
    ) -> None:
        super().__init__(page)
        self._page, self._theme, self._presenter, self._notice = page, theme, presenter, notice
        self.changes = Changes(
            theme, presenter.history, notice, lambda _place: self.done.emit(None)
        )

    def open(self, place: Place) -> None:
        """Open an entry to be changed."""
        kind, record_id = place
        asked = {
            Kind.SESSIONS: self._page.session_edit_requested,
            Kind.RESPONSES: self._page.questionnaire_edit_requested,
            Kind.CLINIC_SCORES: self._page.clinic_score_requested,
            Kind.CHECK_INS: self._page.check_in_edit_requested,
        }.get(kind)
        if asked is not None:
            asked.emit(record_id)
        elif kind is Kind.MEDICATIONS:
            self._page.page_requested.emit("care")
        else:
            self._notice.attempt(lambda: self._open_dialog(place))

    def choose(self, place: Place) -> None:
        """Ask what is to be done with an entry, and do it."""
        self._notice.attempt(lambda: self._choose(place))

    def delete(self, place: Place) -> None:
        """Move an entry to the trash, with the way back."""
        if self._notice.attempt(lambda: self._presenter.delete(*place)):
            self._say(
                _("Deleted. You can bring it back for 90 days."),
                lambda: self._presenter.restore(*place),
                place,
            )
            self.deleted.emit(place)
            self.done.emit(None)

    def write_note(self, day: date | None = None) -> None:
        """Write a note about a day, today where none is named."""
        self._fill_in(self._presenter.note(day))

    def _choose(self, place: Place) -> None:
        from symptrack.gui.dialogs import choose_one

        offered = self._presenter.actions.actions(place)
        answers = [(words, _ICONS[action]) for action, words in offered.actions]
        answer = choose_one.ask(self._theme, offered.title, (), answers, self._page)
        if answer is None:
            return
        action = offered.actions[answer][0]
        if action is Action.OPEN:
            self.open(place)
        elif action is Action.ANOTHER:
            self._presenter.actions.begin_another(place[1])
            self._page.check_in_requested.emit("")
        elif action is Action.MOVE:
            self._move(place)
        elif action is Action.EARLIER:
            self.changes.show(place, self._page)
        else:
            self.delete(place)

    def _move(self, place: Place) -> None:
        from symptrack.gui.dialogs import choose_one

        moving = self._presenter.actions.moving
        choice = moving.choice(place[1])
        if choice is None:
            return
        asked = choice.question
        answers = [(words, "") for words in asked.answers]
        answer = choose_one.ask(self._theme, asked.title, asked.lines, answers, self._page)
        if answer is not None:
            before = moving.move(choice.moves[answer])
            self._say(_("Moved."), lambda: moving.take_back(before), place)
            self.done.emit(place)

    def _open_dialog(self, place: Place) -> None:
        from symptrack.gui.dialogs import series

        kind, record_id = place
        if kind is Kind.VISITS:
            self._fill_in(self._presenter.visit(record_id))
        else:
            series.ask(self._theme, self._presenter.series(), self._page, record_id)
            self.done.emit(place)  # it may have been deleted there

    def _fill_in(self, presenter: FormPresenter) -> None:
        from symptrack.gui.dialogs import form

        if form.ask(self._theme, presenter, self._page) is not None:
            self.done.emit(presenter.place)

    def _say(self, words: str, take_back: Callable[[], object], place: Place) -> None:
        self._notice.say(
            words, action=_("Undo"), then=lambda: self._on_undo_clicked(take_back, place)
        )
        if self._notice.action is not None:
            self._notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self, take_back: Callable[[], object], place: Place) -> None:
        if self._notice.attempt(take_back):
            self._notice.still()
            self.done.emit(place)
