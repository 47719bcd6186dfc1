"""Today: what is waiting, the series, the last mood, and side effects that are still open."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    Columns,
    Item,
    PageScroll,
    box,
    card,
    clear,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.disc_track import DiscTrack
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.mood_line import MoodLine
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.today_footer import TodayFooter
from symptrack.gui.widgets.today_waiting import WaitingView, left_aligned
from symptrack.presenters.today import TodayPresenter
from symptrack.presenters.today_views import (
    AfterCare,
    CardKind,
    Done,
    EveningMood,
    MoodCard,
    OpenEffectRow,
    PassedSession,
    SeriesCard,
    TodayView,
)
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.gui.widgets.evening_mood import EveningScale
    from symptrack.gui.widgets.today_rows import QuestionnaireView
    from symptrack.presenters.questionnaires_due import DueQuestionnaire

STACK_BELOW_PX = 760
MARGINS = (44, 26, 44, 16)
AT_REST_MS = 200
"""How long after the page first stands it looks for a questionnaire, which takes long to load."""
ONE_TYPED = 1
"""The only typed mood that waits, for the 0 that would make it 10."""


class TodayPage(Page):
    """The first page."""

    draft_discarded = Signal()
    session_took_place = Signal(str)
    help_wanted = Signal()

    def __init__(
        self,
        presenter: TodayPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(_("Today"))
        self._presenter, self._theme = presenter, theme
        self.notice = Notice(theme)
        self._guard = PressGuard(self, milliseconds)
        self._shown: TodayView | None = None
        self._first: QWidget = self
        self.evening: EveningScale | None = None
        self.questionnaire: QuestionnaireView | None = None
        self._place = box(column())
        self.footer: TodayFooter
        """Stands below what is shown, from the first showing on."""
        self._at_rest = False
        self._content = QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._scroll = PageScroll(column(self._content, STRETCH, margins=MARGINS))
        self.setLayout(column(self._scroll))

    def refresh(self) -> None:
        """Show the journal as it is now."""
        view = self._presenter.view()
        if view == self._shown or (self.evening is not None and self.evening.waits):
            self._show_the_rest()
            return
        if self._shown is None or self._shown.card != view.card:
            # What is waiting now stands on top; shown once the focus has found its new place.
            QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(0))
        self._shown = view
        said = not self.notice.isHidden()
        self._content.removeWidget(self.notice)
        self.notice.setParent(self)
        clear(self._content)
        for item in self._items(view):
            if isinstance(item, int):
                self._content.addSpacing(item)
            elif isinstance(item, QWidget):
                self._content.addWidget(item)
        self.notice.setVisible(said)
        self._settle_in()
        self._show_the_rest()

    def _settle_in(self) -> None:
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        self._guard.watch(self)
        self._guard.page_shown()
        arrange_tab_order(self)

    def _show_the_rest(self) -> None:
        """Show what takes long to load, the first time once the page has come to rest.

        That is the questionnaire that waits, and how old the last backup is.
        """
        if self._at_rest and self._shown is not None:
            if self.footer.show_backup(self._presenter.backup_line()):
                self._settle_in()
            due = self._presenter.questionnaire(self._shown)
            if due != (self.questionnaire.due if self.questionnaire is not None else None):
                self._put_questionnaire(due)
        elif self._shown is not None:
            QTimer.singleShot(AT_REST_MS, self, self._on_rested)

    def _put_questionnaire(self, due: "DueQuestionnaire | None") -> None:
        from symptrack.gui.widgets.today_rows import QuestionnaireView

        layout = self._place.layout()
        assert layout is not None
        clear(layout)
        self.questionnaire = None
        if due is not None:
            self.questionnaire = QuestionnaireView(self._theme, due)
            self.questionnaire.wanted.connect(self.questionnaire_requested)
            layout.addWidget(self.questionnaire)
        layout.setContentsMargins(0, 16 if due is not None else 0, 0, 0)
        self._settle_in()

    def _on_rested(self) -> None:
        if not self._at_rest:
            self._at_rest = True
            self.notice.attempt(self._show_the_rest)

    def focus_first(self) -> None:
        """Give the focus to what is waiting, once it is on screen; where Today still is then."""
        QTimer.singleShot(0, self, lambda: self.isVisible() and self._first.setFocus())

    def settle(self) -> None:
        """Keep a mood that was typed just now."""
        if self.evening is not None and self.evening.waits:
            self.evening.one_typed.stop()
            self._presenter.rate_mood(ONE_TYPED)

    def _items(self, view: TodayView) -> list[Item]:
        items: list[Item] = [
            label(view.day, "meta"),
            label(view.greeting, "h1", wrap=True),
            14,
            *self._waiting(view),
        ]
        if view.passed:
            items += [16, self._passed(view.passed)]
        self._place, self.questionnaire = box(column()), None
        items.append(self._place)
        if view.after_care:
            items += [16, self._after_care(view.after_care)]
        items += [
            16,
            Columns(
                self._theme,
                [(self._series(view.series), 11), (self._mood(view.mood), 9)],
                stack_below=STACK_BELOW_PX,
            ),
        ]
        if view.open_effects:
            items += [16, self._open_effects(view.open_effects)]
        self.footer = TodayFooter(self._theme, view.footer)
        self.footer.backups_wanted.connect(lambda: self.page_requested.emit("backups"))
        return [*items, 12, self.notice, 8, self.footer]

    def _waiting(self, view: TodayView) -> list[Item]:
        inside = view.card.kind is CardKind.EVENING
        self.evening = self._evening(view.evening) if view.evening else None
        top = WaitingView(self._theme, view.card, view.log, self.evening if inside else None)
        top.check_in_wanted.connect(lambda: self.check_in_requested.emit(""))
        top.gentle_wanted.connect(self.gentle_requested)
        top.session_wanted.connect(self.session_requested)
        top.draft_discarded.connect(self.draft_discarded)
        self.log, self._first = top.log, top.first
        if self.evening is None or view.evening is None:
            return [top]
        if inside:
            self._first = self.evening.scale
            return [top]
        return [top, 16, self._evening_below(view.evening, self.evening)]

    def _evening_below(self, asked: EveningMood, scale: QWidget) -> QFrame:
        return card(
            column(
                label(asked.question, "softtitle", wrap=True),
                6,
                label(asked.hint, "soft", wrap=True),
                16,
                left_aligned(scale),
                margins=(32, 18, 28, 18),
            ),
            "soft",
        )

    def _evening(self, asked: EveningMood) -> "EveningScale":
        from symptrack.gui.widgets.evening_mood import EveningScale

        scale = EveningScale(self._theme, asked, self._guard)
        scale.rated.connect(self._on_mood_rated)
        return scale

    def _passed(self, passed: PassedSession) -> QWidget:
        from symptrack.gui.widgets.today_rows import PassedView

        view = PassedView(self._theme, passed)
        view.took_place.connect(lambda: self.session_took_place.emit(passed.session_id))
        view.later.connect(lambda: self._on_ask_later_clicked(passed))
        view.missed.connect(
            lambda: self._record(lambda: self._presenter.say_missed(passed.session_id))
        )
        return view

    def _after_care(self, care: AfterCare) -> QWidget:
        from symptrack.gui.widgets.today_rows import AfterCareView

        view = AfterCareView(self._theme, care)
        view.hidden.connect(lambda: self._record(self._presenter.hide_after_care))
        return view

    def _series(self, series: SeriesCard) -> QFrame:
        track = DiscTrack(self._theme)
        track.show_discs(series.discs)
        head = row((label(series.title, "h2", wrap=True), 1), label(series.progress, "body2"))
        items: list[Item] = [head, 20, track]
        if series.hint:
            items += [8, label(series.hint, "small", wrap=True)]
        coming = row(
            IconLabel(self._theme, "calendar", size=20),
            (label(series.coming, "body2", wrap=True), 1),
            spacing=10,
        )
        items += [14, STRETCH, hairline(), 14, coming]
        return card(column(*items, margins=(28, 20, 28, 16)))

    def _mood(self, mood: MoodCard) -> QFrame:
        line = MoodLine(self._theme)
        line.show_card(mood)
        head = row((label(mood.title, "h2"), 1), label(mood.when, "body2"))
        words = label(mood.text, "body2", wrap=True)
        items: list[Item] = [head, 4]
        if mood.value:
            number = label(mood.value, "number")
            number.setAccessibleName(_("{rating} of 10").format(rating=mood.value))
            items.append(row(number, (words, 1), spacing=12))
        else:
            items.append(words)
        items += [6, (line, 1)]
        return card(column(*items, margins=(28, 20, 28, 14)))

    def _open_effects(self, effects: Sequence[OpenEffectRow]) -> QWidget:
        from symptrack.gui.widgets.today_rows import OpenEffectsView

        view, presenter = OpenEffectsView(self._theme, effects), self._presenter
        view.gone.connect(lambda row: self._record(lambda: presenter.say_gone(row)))
        view.still_there.connect(lambda row: self._record(lambda: presenter.say_still_there(row)))
        view.not_again.connect(lambda row: self._record(lambda: presenter.do_not_ask(row)))
        return view

    def _on_ask_later_clicked(self, passed: PassedSession) -> None:
        self._presenter.ask_later(passed.session_id)
        self.changed.emit()

    def _on_mood_rated(self, rating: int) -> None:
        kept = self._record(lambda: self._presenter.rate_mood(rating))
        if not kept and self.evening is not None:
            self.evening.forget()

    def _record(self, press: Callable[[], Done | None]) -> bool:
        """Record a press; show what is there now, what was saved, and how to take it back."""
        try:
            done = press()
        except SymptrackError as error:
            self.notice.refuse(error)
            return False
        self.changed.emit()
        if done is None:  # there was nothing to record any more
            return True
        self.notice.say(done.said, action=_("Undo"), then=lambda: self._on_undo_clicked(done))
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)
        if done.help_first:
            self.help_wanted.emit()
        return True

    def _on_undo_clicked(self, done: Done) -> None:
        if self.notice.attempt(done.take_back):
            self.notice.still()
            self.changed.emit()
            self.focus_first()
