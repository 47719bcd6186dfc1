"""The session form: log, plan or change a session; saved as a whole, its draft kept all along."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.dialogs import series
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.flow_keys import add_shortcut
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.session_body import SessionBody
from symptrack.gui.widgets.session_done import SessionDone
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_views import SavedSession, Unsaved
from symptrack.presenters.words import unsaved_words
from symptrack.texts import _

KEPT_AFTER_MS = 800
FOOT_IN_SIGHT_FROM_PX = 420
AskSeries = Callable[[ThemeSource, SeriesPresenter, QWidget, str | None], str | None]


class SessionPage(Page):
    """The form and what follows it.

    ``saved`` is emitted whenever the journal changed, ``left`` when the patient is done here,
    ``help_wanted`` when the mood chosen brings the help panel. ``ask_series`` makes or changes a
    series.
    """

    saved = Signal()
    left = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        presenter: SessionPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
        ask_series: AskSeries = series.ask,
    ) -> None:
        super().__init__(_("Session"))
        self._presenter, self._theme = presenter, theme
        self._milliseconds, self._ask = milliseconds, ask_series
        self._guard = PressGuard(self, milliseconds)
        self._cancel_asked = False
        self.body: SessionBody | None = None
        self.done: SessionDone | None = None
        self.cancel = Button(theme, _("Cancel"), "quiet", big=True)
        self.delete = Button(theme, _("Delete"), "quiet", big=True)
        self.later = Button(theme, _("Save and finish later"), big=True)
        self.save = Button(theme, _("Save session"), "primary", icon="check", big=True)
        self.notice = Notice(theme)
        self.changes = ChangesButton(
            theme, presenter.history, self.notice, before=self.settle, then=self.edit
        )
        self._scroll = PageScroll()
        self._foot = self._make_foot()
        notice = self.notice.place((36, 8, 36, 2))
        self._layout = column((self._scroll, 1), notice, self._foot)
        self.setLayout(self._layout)
        theme.changed.connect(self._place_foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._connect()

    def begin(self) -> None:
        """Log a session, or go on with the one that was begun."""
        self._presenter.begin()
        self._show_form()

    def begin_planned(self) -> None:
        """Plan a session, or go on with the one that was begun."""
        self._presenter.begin_planned()
        self._show_form()

    def resume(self) -> None:
        """Go on with what was begun and not finished."""
        self._presenter.resume()
        self._show_form()

    def record(self, session_id: str) -> None:
        """Say of a planned session that it took place."""
        self._presenter.record(session_id)
        self._show_form()

    def edit(self, session_id: str) -> None:
        """Change a saved session."""
        self._presenter.edit(session_id)
        self._show_form()

    def refresh(self) -> None:
        """Show the series that there are now; what is typed stays."""
        if self.body is not None:
            self._presenter.reload()
            self.body.show_form()

    def settle(self) -> None:
        """Keep what is typed in the draft; called before the window closes.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """
        self._timer.stop()
        if self.body is not None:
            self._presenter.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place for the buttons."""
        super().resizeEvent(event)
        self._place_foot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the form and leaves; Enter goes to the next field."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.isAutoRepeat() or self.body is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self._on_later_clicked()
        elif enters and not isinstance(self.focusWidget(), QPlainTextEdit):
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _make_foot(self) -> QWidget:
        buttons = FieldRow(self._theme, gap=12, right=True)
        buttons.add_field(self.cancel, share=0)
        buttons.add_field(self.delete, share=0)
        buttons.add_field(self.changes, share=0)
        buttons.add_field(QWidget(), share=1)
        buttons.add_field(self.later, share=0)
        buttons.add_field(self.save, share=0)
        return box(column(box(buttons), margins=(24, 10, 36, 16)))

    def _place_foot(self) -> None:
        """Keep the buttons in sight, or where there is little height put them below the form."""
        in_sight = self.height() >= FOOT_IN_SIGHT_FROM_PX * self._theme.scale
        self._layout.removeWidget(self._foot)
        if in_sight or self.body is None:
            self._layout.addWidget(self._foot)
        else:
            self.body.add_foot(self._foot)
        arrange_tab_order(self)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self._guard.watch(self._foot)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            add_shortcut(self, keys, self._on_save_key_activated)

    def _show_form(self) -> None:
        self.notice.still()
        self.done = None
        self._cancel_asked = False
        self.body = SessionBody(
            self._theme, self._presenter, self._on_series_wanted, self._milliseconds
        )
        self.body.edited.connect(self._on_body_edited)
        self.body.help_wanted.connect(self.help_wanted)
        for set_of_buttons in (self.body.mood, self.body.later.experiences):
            self._guard.watch(set_of_buttons)
        self._put(self.body)
        self._place_foot()
        self._foot.show()
        self._show_foot()
        if self._presenter.view().can_delete:
            self.changes.show_for(Kind.SESSIONS, self._presenter.form.id)
        else:
            self.changes.hide()
        self._guard.page_shown()
        self.body.focus_first()
        resumed = self._presenter.view().resumed
        if resumed:
            self.notice.say(resumed, action=_("Start afresh"), then=self._on_afresh_clicked)

    def _put(self, content: QWidget) -> None:
        # The former content goes, and must not take the buttons with it.
        self._layout.addWidget(self._foot)
        self._scroll.setWidget(content)

    def _show_foot(self) -> None:
        view = self._presenter.view()
        self.save.set_words(view.save)
        self.delete.setVisible(view.can_delete)

    def _show_done(self, done: SessionDone) -> None:
        self.notice.still()
        self.body, self.done = None, done
        done.finished.connect(self.left)
        done.another_requested.connect(self._on_another_requested)
        done.undo_requested.connect(self._on_undo_requested)
        self._put(done)
        self._foot.hide()
        self._guard.watch(done)
        self._guard.page_shown()
        arrange_tab_order(self)
        done.focus_first()
        self.saved.emit()

    def _on_body_edited(self) -> None:
        self._cancel_asked = False
        self._show_foot()
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        self.notice.attempt(self.settle)

    def _on_series_wanted(self, series_id: str | None) -> str | None:
        try:
            made = self._ask(self._theme, self._presenter.series, self, series_id)
            self._presenter.reload()
            return made
        except SymptrackError as error:
            self.notice.refuse(error)
            return None

    def _on_save_key_activated(self) -> None:
        if self.body is not None and not self._guard.too_soon():
            self._on_save_clicked()

    def _on_save_clicked(self) -> None:
        self._timer.stop()
        self.notice.attempt(self._save)

    def _save(self) -> None:
        outcome = self._presenter.save()
        if isinstance(outcome, SavedSession):
            self._show_done(SessionDone.after_saving(self._theme, outcome, self._presenter.stay))
        elif self.body is not None:
            self._show_unsaved(self.body, outcome)

    def _show_unsaved(self, body: SessionBody, outcome: Unsaved) -> None:
        self._timer.start()
        body.show_sentences(outcome)
        if outcome.refused:
            self.notice.say(
                _("Nothing is saved yet. Look at what is marked, then save."), kind="attn"
            )
        else:
            self.notice.say(_("Is this right? Check, then save."), kind="asked")

    def _on_another_requested(self) -> None:
        if self.notice.attempt(self._presenter.another):
            self._show_form()

    def _on_later_clicked(self) -> None:
        if self.notice.attempt(self.settle):
            self._leave()

    def _on_cancel_clicked(self) -> None:
        if self._presenter.changed and not self._cancel_asked:
            self._cancel_asked = True
            self.notice.say(unsaved_words(), kind="attn")
            return
        self._timer.stop()
        if self.notice.attempt(self._presenter.discard):
            self._leave()

    def _leave(self) -> None:
        self.body = None
        self.left.emit()

    def _on_delete_clicked(self) -> None:
        self._timer.stop()
        if self.notice.attempt(self._presenter.delete):
            self._show_done(SessionDone.after_deleting(self._theme))

    def _on_undo_requested(self) -> None:
        if self.notice.attempt(self._presenter.restore):
            self.edit(self._presenter.form.id)
            self.saved.emit()

    def _on_afresh_clicked(self) -> None:
        if self.notice.attempt(self._presenter.start_afresh):
            self._show_form()
            self.notice.say(
                _("What was begun is let go."), action=_("Undo"), then=self._on_take_back_clicked
            )

    def _on_take_back_clicked(self) -> None:
        if self.notice.attempt(self._presenter.take_back):
            self._show_form()
