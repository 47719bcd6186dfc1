"""The way from an entry to its earlier versions, and back from one that was brought back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symptrack.domain.journal import Kind, Place, Record
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.history import HistoryPresenter
from symptrack.texts import _

AskHistory = Callable[[ThemeSource, HistoryPresenter, Place, QWidget], Record | None]


def _ask(
    theme: ThemeSource, presenter: HistoryPresenter, place: Place, parent: QWidget
) -> Record | None:
    from symptrack.gui.dialogs import history

    return history.ask(theme, presenter, place, parent)


class Changes:
    """Shows the earlier versions of an entry over a page, says what came back and takes it back.

    Parameters
    ----------
    then
        Shows the entry as it is then; it may raise a ``SymptrackError``.
    """

    def __init__(
        self,
        theme: ThemeSource,
        history: HistoryPresenter,
        notice: Notice,
        then: Callable[[Place], object],
    ) -> None:
        self._theme, self._history, self._notice, self._then = theme, history, notice, then
        self.ask: AskHistory = _ask

    def show(self, place: Place, parent: QWidget) -> None:
        """Show the earlier versions of an entry."""
        self._notice.attempt(lambda: self._show(place, parent))

    def _show(self, place: Place, parent: QWidget) -> None:
        former = self.ask(self._theme, self._history, place, parent)
        if former is None:
            return
        self._then(place)
        self._notice.say(
            _("It is as it was before that change."),
            action=_("Undo"),
            then=lambda: self._on_undo_clicked(place, former),
        )
        if self._notice.action is not None:
            self._notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self, place: Place, former: Record) -> None:
        if self._notice.attempt(lambda: self._history.undo(former)):
            self._notice.still()
            self._notice.attempt(lambda: self._then(place))


class ChangesButton(Button):
    """Stands on an entry's own page, where the entry was changed before.

    Parameters
    ----------
    before
        Keeps what is being typed; where that is refused, nothing is shown.
    then
        Shows the entry as it is then, by its id.
    """

    def __init__(
        self,
        theme: ThemeSource,
        history: HistoryPresenter,
        notice: Notice,
        *,
        before: Callable[[], object],
        then: Callable[[str], object],
    ) -> None:
        super().__init__(theme, _("Earlier versions"), "quiet")
        self._history, self._notice, self._before = history, notice, before
        self.changes = Changes(theme, history, notice, lambda place: then(place[1]))
        self._place: Place | None = None
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_for(self, kind: Kind, record_id: str) -> None:
        """Stand there where the entry has earlier versions; one that is new has none."""
        self._place = (kind, record_id)
        self.setVisible(self._history.has_earlier(kind, record_id))

    def _on_clicked(self) -> None:
        if self._place is not None and self._notice.attempt(self._before):
            self.changes.show(self._place, self.window())
