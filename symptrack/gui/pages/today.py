"""Today: what is waiting, the series, the last mood, and side effects that are still open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import SymptrackError
from symptrack.domain.session import Session
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
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.disc_track import DiscTrack
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.mood_line import MoodLine
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.severity import SeverityGlyph
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.today import TodayPresenter
from symptrack.presenters.today_views import (
    CardKind,
    MoodCard,
    OpenEffectRow,
    PassedSession,
    SeriesCard,
    TodayView,
    WaitingCard,
)
from symptrack.texts import _

STACK_BELOW_PX = 760
MARGINS = (44, 26, 44, 16)


class TodayPage(Page):
    """The first page."""

    draft_discarded = Signal()
    session_took_place = Signal(str)

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
        self._content = QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(0)
        self._scroll = PageScroll(column(self._content, STRETCH, margins=MARGINS))
        self.setLayout(column(self._scroll))

    def refresh(self) -> None:
        """Show the journal as it is now."""
        view = self._presenter.view()
        if view == self._shown:
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
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        self._guard.watch(self)
        self._guard.page_shown()
        arrange_tab_order(self)

    def focus_first(self) -> None:
        """Give the focus to what is waiting, once it is on screen."""
        QTimer.singleShot(0, self._first, self._first.setFocus)

    def _items(self, view: TodayView) -> list[Item]:
        items: list[Item] = [
            label(view.day, "meta"),
            label(view.greeting, "h1", wrap=True),
            14,
            self._waiting(view.card, view.log),
        ]
        if view.passed:
            items += [16, self._passed(view.passed)]
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
        footer = row(
            IconLabel(self._theme, "shield", size=18, role="text3"),
            (label(view.footer, "small", wrap=True), 1),
            spacing=8,
        )
        return [*items, 12, self.notice, 8, box(footer)]

    def _waiting(self, waiting: WaitingCard, log: str) -> QFrame:
        first = waiting.kind is CardKind.START
        kinds = ("outline", "primary") if first else ("primary", "outline")
        self._start = Button(self._theme, waiting.action, kinds[0], icon="edit", big=True)
        self._start.clicked.connect(lambda: self.check_in_requested.emit(""))
        self.log = Button(self._theme, log, kinds[1], icon="drip", big=True)
        self.log.clicked.connect(self.session_requested)
        order = (self.log, self._start) if first else (self._start, self.log)
        self._first = order[0]
        buttons = WrapRow(*order, gap=12)
        if waiting.kind is CardKind.DRAFT:
            away = Button(self._theme, _("Begin again"), "outline", big=True)
            away.clicked.connect(self.draft_discarded)
            buttons.addWidget(away)
        return card(
            column(
                label(waiting.title, "softtitle", wrap=True),
                6,
                label(waiting.text, "soft", wrap=True),
                20,
                buttons,
                margins=(32, 22, 28, 24),
            ),
            "soft",
        )

    def _passed(self, passed: PassedSession) -> QFrame:
        yes = Button(self._theme, _("Yes"))
        yes.clicked.connect(lambda: self.session_took_place.emit(passed.session_id))
        later = Button(self._theme, _("Ask later"))
        later.clicked.connect(lambda: self._on_ask_later_clicked(passed))
        no = Button(self._theme, _("No"))
        no.clicked.connect(lambda: self._on_missed_clicked(passed))
        for button in (yes, later, no):
            button.setAccessibleDescription(passed.question)
        words = column(
            label(passed.question, "h3", wrap=True), label(passed.meta, "meta", wrap=True)
        )
        asked = WrapRow(yes, later, no, gap=12)
        return card(
            column(
                Columns(
                    self._theme,
                    [(box(words), 1), (box(asked), 0)],
                    stack_below=STACK_BELOW_PX,
                    spacing=12,
                ),
                margins=(28, 14, 20, 14),
            )
        )

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

    def _open_effects(self, effects: Sequence[OpenEffectRow]) -> QFrame:
        lines: list[Item] = []
        for effect in effects:
            if lines:
                lines += [10, hairline(), 10]
            lines.append(self._open_effect(effect))
        return card(column(*lines, margins=(28, 14, 20, 14)))

    def _open_effect(self, effect: OpenEffectRow) -> QWidget:
        gone = Button(self._theme, _("It has gone"))
        gone.setAccessibleDescription(effect.title)
        gone.clicked.connect(lambda: self._on_gone_clicked(effect))
        still = Button(self._theme, _("Still there"))
        still.setAccessibleDescription(effect.title)
        still.clicked.connect(lambda: self.check_in_requested.emit(effect.effect))
        title = row(
            SeverityGlyph(self._theme, effect.severity, 24),
            (
                column(label(effect.title, "h3", wrap=True), label(effect.meta, "meta", wrap=True)),
                1,
            ),
            spacing=14,
        )
        asked = WrapRow(label(_("Has it gone?"), "body2"), gone, still, gap=12)
        return Columns(
            self._theme,
            [(box(title), 1), (box(asked), 0)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )

    def _on_ask_later_clicked(self, passed: PassedSession) -> None:
        self._presenter.ask_later(passed.session_id)
        self.changed.emit()

    def _on_missed_clicked(self, passed: PassedSession) -> None:
        try:
            former = self._presenter.mark_missed(passed.session_id)
        except SymptrackError as error:
            self.notice.say(str(error), kind="attn")
            return
        self._offer_undo(_("Saved: it did not take place."), former)

    def _on_gone_clicked(self, effect: OpenEffectRow) -> None:
        try:
            former = self._presenter.mark_gone(effect)
        except SymptrackError as error:
            self.notice.say(str(error), kind="attn")
            return
        self._offer_undo(_("Saved: {effect} has gone.").format(effect=effect.title), former)

    def _offer_undo(self, sentence: str, former: CheckIn | Session | None) -> None:
        """Show what is there now; say what was saved, unless there was nothing to save any more."""
        self.changed.emit()
        if former is None:
            return
        self.notice.say(sentence, action=_("Undo"), then=lambda: self._on_undo_clicked(former))
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self, former: CheckIn | Session) -> None:
        try:
            self._presenter.take_back(former)
        except SymptrackError as error:
            self.notice.say(str(error), kind="attn")
            return
        self.notice.still()
        self.changed.emit()
        self.focus_first()
