"""The session page over time and in small windows: its draft, leaving, room for everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from symptrack.gui.pages.session import KEPT_AFTER_MS, SessionPage
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.session_pages import SessionWindow
from tests.presenters.forms import series_with_sessions


@pytest.mark.parametrize("size", [(1048, 780), (792, 588), (488, 460)])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, form: SessionWindow, size: tuple[int, int], percent: int
) -> None:
    if percent == 200 and size[0] < 792:
        size = (792, 560)
    form.theme.choose(ThemeChoice.LIGHT, percent)
    page = form.open(series_with_sessions("2026-09-11"))
    page.resize(*size)
    form.press(form.body.card.more)
    form.press(form.body.later.unfold)
    form.rest()
    for button in (one for one in page.findChildren(QAbstractButton) if one.isVisible()):
        assert button.width() >= min(button.minimumSizeHint().width(), button.maximumWidth())
        right = button.mapTo(page, button.rect().topRight()).x()
        assert right <= page.width(), button.accessibleName()
    page.save.setFocus()
    corner = page.save.rect().bottomRight()
    qtbot.waitUntil(lambda: page.save.mapTo(page, corner).y() <= page.height())


def test_the_draft_is_kept_a_moment_after_the_last_key(qtbot: QtBot, form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    form.write("clinic", "Harbour B")
    assert form.store.draft("session") is None
    qtbot.waitUntil(lambda: form.store.draft("session") is not None, timeout=4 * KEPT_AFTER_MS)


def test_an_unfinished_form_is_taken_up_again_or_begun_afresh(
    qtbot: QtBot, form: SessionWindow
) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("clinic", "Harbour B")
    with qtbot.waitSignal(page.left):
        form.type(Qt.Key.Key_Escape)
    page.settle()
    again: SessionPage = form.again()
    assert form.line("clinic").text() == "Harbour B"
    assert again.notice.accessibleName().startswith("You began this on 15 September.")
    form.press(again.notice.action)
    assert form.line("clinic").text() == "Harbour Clinic"
    assert form.store.draft("session") is None


def test_cancel_asks_once_before_what_was_typed_goes(qtbot: QtBot, form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("clinic", "Harbour B")
    page.settle()
    form.press(page.cancel)
    assert page.notice.accessibleName().startswith("What you typed here would be gone.")
    with qtbot.waitSignal(page.left):
        form.press(page.cancel)
    assert form.store.draft("session") is None
    page.begin()
    form.rest()
    with qtbot.waitSignal(page.left):
        form.press(page.cancel)


def test_save_and_finish_later_keeps_what_was_typed(qtbot: QtBot, form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("dose", "thirty-eight")
    with qtbot.waitSignal(page.left):
        form.press(page.later)
    draft = form.store.draft("session")
    assert draft is not None
    assert draft.content["dose"] == "thirty-eight"
