"""A clinic's total: its dialog by keyboard and mouse, from the Journal and back there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from symptrack.domain.journal import Place, Record
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.words import Direction
from symptrack.gui.dialogs.clinic_score import ClinicScoreDialog
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.line import line_of
from symptrack.presenters.clinic_score import ClinicScorePresenter
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.preferences import ThemeChoice
from symptrack.storage.store import Store
from tests.builders import at, make_clinic_score, make_journal
from tests.gui.assistive_technology import set_text
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button, words
from tests.gui.trouble import refuse_writes
from tests.gui.worked_dialog import in_dialog
from tests.opened import SetClock, open_store

NOW = "2026-09-12 19:00"
CLOCK = SetClock(NOW)
OpenDialog = Callable[..., ClinicScoreDialog]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def open_dialog(
    store: Store, theme: ThemeSource, shown: Shown, milliseconds: SetMilliseconds
) -> OpenDialog:
    """Return what opens the dialog, for a saved score or for a new one."""

    def opened(*saved: ClinicScore, score_id: str = "") -> ClinicScoreDialog:
        store.merge(make_journal(clinic_scores=saved))
        presenter = ClinicScorePresenter(store, CLOCK.clock)
        presenter.begin(score_id)
        return shown(ClinicScoreDialog(theme, presenter, None, milliseconds))

    return opened


def write(dialog: ClinicScoreDialog, **typed: str) -> None:
    """Type into fields by their names."""
    for name, text in typed.items():
        line = line_of(dialog.fields[name].editor)
        assert line is not None
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def shown_in(dialog: ClinicScoreDialog, *names: str) -> list[str]:
    found = [line_of(dialog.fields[name].editor) for name in names]
    return [one.text() for one in found if one is not None]


def type_keys(dialog: ClinicScoreDialog, *keys: str | Qt.Key) -> None:
    """Type on whatever has the focus in the dialog."""
    for key in keys:
        target = dialog.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def test_a_usual_scale_brings_its_range_and_direction(
    open_dialog: OpenDialog, store: Store
) -> None:
    dialog = open_dialog()
    button(dialog, "QIDS-SR16").click()
    assert shown_in(dialog, "name", "low", "high") == ["QIDS-SR16", "0", "27"]
    assert dialog.direction.current == 0
    write(dialog, total="12")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (made,) = store.load().clinic_scores
    assert (made.name, made.total, made.max) == ("QIDS-SR16", 12, 27)
    assert (dialog.record_id, dialog.isHidden()) == (made.id, True)


def test_all_of_it_works_by_keys_alone(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "MADRS"
    type_keys(dialog, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "28", Qt.Key.Key_Return)
    (made,) = store.load().clinic_scores
    assert (made.name, made.total, made.higher_is) == ("MADRS", 28, Direction.WORSE)
    assert dialog.isHidden()


def test_another_scale_with_its_own_range_direction_and_time(
    open_dialog: OpenDialog, store: Store
) -> None:
    dialog = open_dialog()
    write(dialog, name="Ours <b>", total="7.5", low="-10", high="10", day="1 Sep", time="15:20")
    dialog.direction.buttons[1].click()
    dialog.save.click()
    (made,) = store.load().clinic_scores
    assert (made.name, made.total, made.min, made.max) == ("Ours <b>", 7.5, -10, 10)
    assert (made.higher_is, made.occurred_at) == (Direction.BETTER, at("2026-09-01 15:20"))


def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(
    open_dialog: OpenDialog, store: Store, milliseconds: SetMilliseconds
) -> None:
    dialog = open_dialog()
    button(dialog, "MADRS").click()
    write(dialog, total="61", day="soon")
    dialog.save.click()
    assert dialog.fields["total"].sentence == "61 cannot be kept; it must be 0 to 60."
    assert dialog.fields["day"].sentence.startswith("“soon” is not a date")
    assert dialog.fields["total"].editor.hasFocus()
    assert shown_in(dialog, "total", "day") == ["61", "soon"]
    assert store.load().clinic_scores == ()
    write(dialog, total="60")
    assert dialog.fields["total"].sentence == ""
    write(dialog, day="today")
    milliseconds.pass_by()
    dialog.save.click()
    assert len(store.load().clinic_scores) == 1


def test_a_second_press_at_once_makes_no_second_one(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    button(dialog, "MADRS").click()
    write(dialog, total="1")
    for _press in range(2):
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert len(store.load().clinic_scores) == 1


def test_a_save_that_fails_is_said_and_the_form_stays(
    open_dialog: OpenDialog, store: Store
) -> None:
    dialog = open_dialog()
    button(dialog, "MADRS").click()
    write(dialog, total="1")
    refuse_writes(store)
    dialog.save.click()
    assert dialog.notice.isVisible()
    assert shown_in(dialog, "total") == ["1"]


def test_a_saved_one_is_shown_as_it_is_and_cancel_leaves_it(
    open_dialog: OpenDialog, store: Store
) -> None:
    score = make_clinic_score(higher_is=None)
    dialog = open_dialog(score, score_id=score.id)
    assert shown_in(dialog, "name", "total", "low", "high", "day", "time") == [
        "MADRS",
        "28",
        "0",
        "60",
        "31 August 2026",
        "15:00",
    ]
    assert dialog.direction.current == 2
    assert dialog.scales.current == 0
    write(dialog, total="5")
    dialog.cancel.click()
    dialog.cancel.click()
    assert store.load().clinic_scores == (score,)
    assert dialog.record_id is None


def test_assistive_technology_can_set_the_total(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    button(dialog, "MADRS").click()
    line = line_of(dialog.fields["total"].editor)
    assert line is not None
    set_text(line, "33")
    dialog.save.click()
    assert store.load().clinic_scores[0].total == 33


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_is_named_large_and_in_the_window(
    open_dialog: OpenDialog, theme: ThemeSource, size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, size)
    dialog = open_dialog()
    dialog.resize(QSize(1024, 640).boundedTo(dialog.size()))
    QApplication.processEvents()
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    for one in dialog.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.accessibleName()
            assert one.height() >= 44
    lines = [line_of(field.editor) for field in dialog.fields.values()]
    assert all(one.accessibleName() and one.height() >= 44 for one in lines if one is not None)


def test_an_earlier_version_comes_back_from_the_dialog(
    open_dialog: OpenDialog, store: Store
) -> None:
    score = make_clinic_score(total=30)
    store.add(score)
    store.revise(replace(score, total=20))
    dialog = open_dialog(score_id=score.id)
    dialog.changes.changes.ask = lambda _theme, history, place, _parent: _bring_back(history, place)
    button(dialog, "Earlier versions").click()
    assert shown_in(dialog, "total") == ["30"]
    assert store.load().clinic_scores == (score,)
    assert "It is as it was before that change." in words(dialog)
    button(dialog, "Undo").click()
    assert store.load().clinic_scores[0].total == 20
    assert shown_in(dialog, "total") == ["20"]


def _bring_back(history: HistoryPresenter, place: Place) -> Record | None:
    history.begin(*place)
    return history.bring_back(0)


def test_a_new_one_has_no_earlier_version(open_dialog: OpenDialog) -> None:
    assert not open_dialog().changes.isVisible()


def journal_page(window: OpenedWindow) -> Page:
    """Show the Journal and return it."""
    window.main.go_to("journal")
    window.finish_work()
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, Page)
    return page


def test_from_the_journal_it_is_entered_beside_the_questionnaires_and_stands_there(
    window: OpenedWindow,
) -> None:
    window.open(None, NOW)
    page = journal_page(window)

    def enter(dialog: ClinicScoreDialog) -> None:
        button(dialog, "MADRS").click()
        write(dialog, total="31")
        dialog.save.click()

    button(page, "Questionnaire").click()
    in_dialog(ClinicScoreDialog, enter)
    button(page, "Enter a score").click()
    window.finish_work()
    row = button(page, "12 Sep. MADRS: 31 of 60. Score from your clinic")
    assert "Which questionnaire?" not in words(page)

    def change(dialog: ClinicScoreDialog) -> None:
        assert dialog.windowTitle() == "Change a score from your clinic"
        write(dialog, total="13")
        dialog.save.click()

    in_dialog(ClinicScoreDialog, change)
    row.click()
    window.finish_work()
    row = button(page, "12 Sep. MADRS: 13 of 60. Score from your clinic")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    window.finish_work()
    assert window.store.load().clinic_scores == ()
    button(page, "Undo").click()
    window.finish_work()
    assert window.store.load().clinic_scores[0].total == 13


def test_closing_without_saving_changes_nothing(window: OpenedWindow) -> None:
    score = make_clinic_score()
    window.open(make_journal(clinic_scores=[score]), NOW)
    page = journal_page(window)
    in_dialog(ClinicScoreDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    window.main.flows.open_clinic_score(page, score.id)
    assert window.store.load().clinic_scores == (score,)


def test_one_that_is_there_no_more_is_said(window: OpenedWindow) -> None:
    window.open(None, NOW)
    page = journal_page(window)
    window.main.flows.open_clinic_score(page, make_clinic_score().id)
    assert "This entry is no longer in the journal." in words(window.main)
