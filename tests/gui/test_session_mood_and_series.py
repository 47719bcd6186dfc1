"""The session form's mood of before, and the series it belongs to."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.words import Moment
from symptrack.presenters.record_form import FormSaved
from symptrack.presenters.series import SeriesPresenter
from tests.builders import make_check_in, make_journal
from tests.gui.session_pages import SessionWindow
from tests.presenters.forms import series_with_sessions


def test_a_series_is_made_and_chosen_in_the_form(form: SessionWindow) -> None:
    page = form.open()
    assert not form.body.card.change_series.isEnabled()

    def answer(presenter: SeriesPresenter, series_id: str | None) -> str | None:
        presenter.begin(series_id)
        presenter.change(name="Autumn & <b>winter</b>")
        outcome = presenter.save()
        assert isinstance(outcome, FormSaved)
        return outcome.record_id

    form.answer = answer
    form.press(form.body.card.make_series)
    assert form.body.card.series.currentText() == "Autumn & <b>winter</b>"
    assert page.save.accessibleName() == "Save session 1"
    form.press(form.body.card.change_series)
    assert len(form.store.load().series) == 1
    form.body.card.series.setFocus()
    form.type(Qt.Key.Key_Up)
    assert page.save.accessibleName() == "Save session"
    form.answer = lambda _presenter, _id: None
    form.press(form.body.card.make_series)
    assert page.save.accessibleName() == "Save session"


def test_a_series_that_is_gone_is_said_and_the_form_stays(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))

    def answer(_presenter: SeriesPresenter, _series_id: str | None) -> str | None:
        raise RefusedRequest("This series is no longer in the journal.")

    form.answer = answer
    form.press(form.body.card.change_series)
    assert page.notice.accessibleName() == "This series is no longer in the journal."


def test_series_made_elsewhere_are_there_after_a_refresh(form: SessionWindow) -> None:
    page = form.open()
    page.refresh()
    form.write("clinic", "Harbour")
    form.store.merge(make_journal(series=list(series_with_sessions("2026-09-11").series)))
    page.refresh()
    assert form.body.card.series.count() == 2
    assert form.line("clinic").text() == "Harbour"


def test_a_low_mood_of_today_wants_the_help_panel(qtbot: QtBot, form: SessionWindow) -> None:
    page = form.open()
    with qtbot.waitSignal(page.help_wanted):
        form.press(form.body.mood.scale.tiles[1])
    with qtbot.assertNotEmitted(page.help_wanted):
        form.press(form.body.mood.scale.tiles[5])


def test_a_mood_can_be_taken_back_until_it_is_saved(form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.mood.scale.tiles[5])
    form.press(form.body.mood.clear)
    assert form.body.mood.scale.value is None
    assert not form.body.mood.clear.isVisible()
    form.press(form.page.save)
    assert form.store.load().check_ins == ()


def test_a_mood_in_the_journal_is_shown_and_changed(form: SessionWindow) -> None:
    journal = series_with_sessions("2026-09-11")
    before = make_check_in(
        "2026-09-11 10:25", session_id=journal.sessions[0].id, moment=Moment.BEFORE
    )
    page = form.open(replace(journal, check_ins=(before,)))
    page.edit(journal.sessions[0].id)
    form.rest()
    assert form.body.mood.scale.value == 5
    form.press(form.body.mood.scale.tiles[6])
    form.press(page.save)
    assert form.store.load().check_ins[0].ratings == {"mood": 6}
