"""The earlier versions of an entry: shown, brought back and undone, from wherever it stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from symptrack.domain.journal import Kind, Record, place_of
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.dialogs.history import HistoryDialog
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.pages.check_in import CheckInPage
from symptrack.gui.pages.journal import JournalPage
from symptrack.gui.pages.questionnaire import QuestionnairePage
from symptrack.gui.pages.session import SessionPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.journal_rows import RowButton
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.medication import MedicationPresenter
from symptrack.presenters.preferences import ThemeChoice
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.visit import VisitPresenter
from symptrack.storage.store import Store
from tests.builders import (
    make_check_in,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.gui.conftest import Shown
from tests.gui.every_page import HOSTILE
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button, words
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
SERIES = make_series(name="Autumn")
SESSION = make_session("2026-09-08 10:30", series_id=SERIES.id, note="first")
CHECK_IN = make_check_in("2026-09-09 17:30", ratings={"mood": 3})
RESPONSE = make_response("2026-09-10 09:00", answers={"q1": 2, "q2": 1})
JOURNAL = make_journal(
    series=[SERIES], sessions=[SESSION], check_ins=[CHECK_IN], responses=[RESPONSE]
)
CHANGED: dict[Kind, Record] = {
    Kind.CHECK_INS: replace(CHECK_IN, ratings={"mood": 7}, note=HOSTILE),
    Kind.SESSIONS: replace(SESSION, note="second"),
    Kind.RESPONSES: replace(RESPONSE, answers={**RESPONSE.answers, "q1": 3}),
}
FIRST: dict[Kind, Record] = {
    Kind.CHECK_INS: CHECK_IN,
    Kind.SESSIONS: SESSION,
    Kind.RESPONSES: RESPONSE,
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, SetClock(NOW), JOURNAL) as opened:
        yield opened


@pytest.fixture
def history(store: Store) -> HistoryPresenter:
    return HistoryPresenter(store, SetClock(NOW).clock)


OpenHistory = Callable[[Record], HistoryDialog]


@pytest.fixture
def opened(
    history: HistoryPresenter, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> OpenHistory:
    def open_history(record: Record) -> HistoryDialog:
        history.begin(*place_of(record))
        return shown(HistoryDialog(theme, history, milliseconds=milliseconds), 760, 680)

    return open_history


def act(within: QWidget, then: Callable[[HistoryDialog], None]) -> None:
    """Do something in the dialog that is about to open."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        then(dialog)

    QTimer.singleShot(0, within, found)


def bring_back(dialog: HistoryDialog) -> None:
    dialog.backs[0].click()


def test_what_was_changed_stands_side_by_side(opened: OpenHistory, store: Store) -> None:
    store.revise(CHANGED[Kind.CHECK_INS])
    dialog = opened(CHECK_IN)
    said = words(dialog)
    for one in ("Check-in, 9 Sep 2026, 17:30", "Changed today, 09:30", "3 of 10", "7 of 10"):
        assert one in said
    assert HOSTILE in said
    assert "Mood: 3 of 10 before, 7 of 10 after" in dialog.backs[0].accessibleDescription()
    assert "Nothing was changed yet." not in said
    assert not dialog.more.isVisible()


def test_one_that_was_not_changed_says_so(opened: OpenHistory) -> None:
    dialog = opened(CHECK_IN)
    assert "Nothing was changed yet." in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.former is None
    assert not dialog.isVisible()


def test_a_change_that_shows_nowhere_says_so(opened: OpenHistory, store: Store) -> None:
    store.revise(replace(CHECK_IN, entered_at=None))
    assert "Nothing that is shown here." in words(opened(CHECK_IN))


def test_an_earlier_version_comes_back_by_keyboard(opened: OpenHistory, store: Store) -> None:
    store.revise(CHANGED[Kind.CHECK_INS])
    dialog = opened(CHECK_IN)
    assert QApplication.focusWidget() is dialog.close_button
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is dialog.backs[0]
    QTest.keyClick(dialog.backs[0], Qt.Key.Key_Return)
    assert dialog.former == CHANGED[Kind.CHECK_INS]
    assert store.get(*place_of(CHECK_IN)) == CHECK_IN


def test_many_versions_are_shown_ten_at_a_time(opened: OpenHistory, store: Store) -> None:
    for mood in (4, 5) * 6:
        store.revise(replace(CHECK_IN, ratings={"mood": mood}))
    store.save_draft("check-in", {"id": CHECK_IN.id})
    dialog = opened(CHECK_IN)
    assert len(dialog.backs) == 10
    assert any("begun and not saved" in one for one in words(dialog))
    dialog.more.click()
    assert len(dialog.backs) == 12
    assert QApplication.focusWidget() is dialog.backs[10]
    assert not dialog.more.isVisible()


def test_what_cannot_be_brought_back_is_said(opened: OpenHistory, store: Store) -> None:
    store.revise(CHANGED[Kind.CHECK_INS])
    dialog = opened(CHECK_IN)
    store.delete(*place_of(CHECK_IN))
    dialog.backs[0].click()
    assert "This entry is no longer in the journal." in words(dialog)
    assert dialog.isVisible()


def test_it_fits_large_text(opened: OpenHistory, store: Store, theme: ThemeSource) -> None:
    store.revise(CHANGED[Kind.CHECK_INS])
    theme.choose(ThemeChoice.DARK, 200)
    dialog = opened(CHECK_IN)
    dialog.resize(720, 560)
    QApplication.processEvents()
    assert dialog.backs[0].width() <= dialog.width()
    assert not dialog.grab().isNull()


def journal_page(window: OpenedWindow) -> JournalPage:
    window.main.go_to("journal")
    window.finish_work()
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, JournalPage)
    return page


def test_from_the_journal_it_comes_back_and_is_undone(window: OpenedWindow) -> None:
    window.open(JOURNAL, NOW)
    window.store.revise(CHANGED[Kind.CHECK_INS])
    page = journal_page(window)
    act(page, HistoryDialog.reject)
    page.deeds.changes.show(place_of(CHECK_IN), page)
    assert page.notice.isHidden()
    act(page, bring_back)
    page.deeds.changes.show(place_of(CHECK_IN), page)
    window.finish_work()
    assert window.store.get(*place_of(CHECK_IN)) == CHECK_IN
    assert any("Mood 3 of 10" in one.accessibleName() for one in page.findChildren(RowButton))
    undo = button(page, "Undo")
    assert page.window().focusWidget() is undo
    undo.click()
    window.finish_work()
    assert window.store.get(*place_of(CHECK_IN)) == CHANGED[Kind.CHECK_INS]
    assert page.notice.isHidden()


@pytest.mark.parametrize("kind", list(CHANGED))
def test_from_its_own_page_it_comes_back_and_is_undone(window: OpenedWindow, kind: Kind) -> None:
    window.open(JOURNAL, NOW)
    flows = window.main.flows
    edit = {
        Kind.CHECK_INS: flows.edit_check_in,
        Kind.SESSIONS: flows.edit_session,
        Kind.RESPONSES: flows.edit_questionnaire,
    }[kind]
    place = place_of(FIRST[kind])
    edit(place[1])
    page = window.main.stack.currentWidget()
    assert isinstance(page, CheckInPage | SessionPage | QuestionnairePage)
    assert not page.changes.isVisible()
    window.store.past.revert(FIRST[kind])  # which lets go the draft of the change
    window.store.revise(CHANGED[kind])
    edit(place[1])
    act(page, bring_back)
    button(page, "Earlier versions").click()
    assert window.store.get(*place) == FIRST[kind]
    button(page, "Undo").click()
    assert window.store.get(*place) == CHANGED[kind]


def test_a_new_entry_has_no_way_to_earlier_versions(window: OpenedWindow) -> None:
    window.open(JOURNAL, NOW)
    window.store.revise(CHANGED[Kind.CHECK_INS])
    window.main.flows.edit_check_in(CHECK_IN.id)
    page = window.check_in
    assert isinstance(page, CheckInPage)
    assert page.changes.isVisible()
    page.discard()
    window.main.open_check_in()
    assert not page.changes.isVisible()


def test_a_series_comes_back_in_its_form(
    store: Store, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> None:
    store.revise(replace(SERIES, name="Winter", goal="Sleep"))
    presenter = SeriesPresenter(store, SetClock(NOW).clock)
    presenter.begin(SERIES.id)
    dialog = shown(SeriesDialog(theme, presenter, None, milliseconds))
    act(dialog, bring_back)
    button(dialog, "Earlier versions").click()
    assert store.get(*place_of(SERIES)) == SERIES
    assert presenter.form.name == "Autumn"
    assert dialog.goal.toPlainText() == SERIES.goal
    assert dialog.record_id == SERIES.id
    store.delete(*place_of(SERIES))
    button(dialog, "Undo").click()
    assert "This entry is no longer in the journal." in dialog.notice.accessibleName()


@pytest.mark.parametrize("kind", [Kind.VISITS, Kind.MEDICATIONS])
def test_a_visit_and_a_medicine_come_back_in_their_form(
    store: Store, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds, kind: Kind
) -> None:
    clock = SetClock(NOW).clock
    first: Record = (
        make_visit(note="first") if kind is Kind.VISITS else make_medication(note="first")
    )
    presenter = (VisitPresenter if kind is Kind.VISITS else MedicationPresenter)(store, clock)
    store.add(first)
    store.revise(replace(first, note="second"))  # type: ignore[arg-type]
    presenter.begin(first.id)
    dialog = shown(FormDialog(theme, presenter, None, milliseconds))
    act(dialog, bring_back)
    button(dialog, "Earlier versions").click()
    assert store.get(*place_of(first)) == first
    note = dialog.fields["note"].editor
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == "first"
    assert dialog.record_id == first.id
    presenter.begin()
    new = shown(FormDialog(theme, presenter, None, milliseconds))
    assert not new.changes.isVisible()
