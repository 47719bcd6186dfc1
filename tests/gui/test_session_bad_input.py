"""Bad input on the session page: one sentence at the field, what was typed stays."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from symptrack.domain.journal import Kind
from symptrack.domain.session import Dose
from symptrack.domain.words import Route
from symptrack.gui.widgets.session_card import ROUTES
from tests.gui.session_pages import SessionWindow
from tests.gui.trouble import let_write, refuse_writes
from tests.presenters.forms import series_with_sessions


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("date", "16 Sep 2026", "A session that took place cannot lie in the future."),
        ("date", "1 May 1826", "The year 1826 cannot be kept; it must be 1900 to 2200."),
        ("time", "23:59", "A session that took place cannot lie in the future."),
        ("dose", "0", "0 mg cannot be kept; a dose is over 0 and at most 2,000 mg."),
        ("dose", "10000", "10,000 mg cannot be kept; a dose is over 0 and at most 2,000 mg."),
        ("before_pressure", "78/120", "In 78/120 the first number must be the higher one."),
        ("duration", "-5", "“-5” is not a number; write it like 38 or 0.5."),
        ("before_pulse", "<b>72</b>", "“<b>72</b>” is not a number; write it like 38 or 0.5."),
    ],
)
def test_one_wrong_field_is_named_and_keeps_what_was_typed(
    form: SessionWindow, name: str, text: str, sentence: str
) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write(name, text)
    form.press(page.save)
    assert form.sentence(name) == sentence
    assert form.line(name).text() == text
    assert form.line(name).hasFocus()
    assert sentence in form.line(name).accessibleDescription()
    assert page.notice.accessibleName().startswith("Nothing is saved yet.")
    assert len(form.sessions) == 1
    form.write(name, "1")
    assert form.sentence(name) == ""


def test_a_note_of_a_hundred_thousand_characters_is_refused(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.later.unfold)
    editor = form.body.later.fields["note"].editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("x" * 100_000)
    form.press(page.save)
    assert form.sentence("note") == "This has 100,000 characters; at most 20,000 can be kept."
    assert len(editor.toPlainText()) == 100_000
    assert len(form.sessions) == 1


def test_the_first_of_several_wrong_fields_gets_the_focus(form: SessionWindow) -> None:
    page = form.open()
    form.write("dose", "0")
    form.write("date", "never")
    form.press(page.save)
    assert form.sentence("dose") != ""
    assert form.sentence("route") == "Choose how it was given."
    assert form.line("date").hasFocus()
    form.write("date", "today")
    form.press(page.save)
    assert form.body.card.route.buttons[0].hasFocus()
    form.press(form.body.card.route.buttons[ROUTES.index(Route.IV)])
    assert form.sentence("route") == ""


def test_a_strange_dose_is_asked_about_once(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("dose", "280")
    form.press(page.save)
    assert form.sentence("dose") == "Is 280 mg right? Check, then save."
    assert form.body.card.fields["dose"].asks
    assert page.notice.accessibleName() == "Is this right? Check, then save."
    assert len(form.sessions) == 1
    form.press(page.save)
    assert form.sessions[-1].dose == Dose(value=280)


def test_what_is_refused_is_no_question(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("dose", "0")
    form.press(page.save)
    assert form.sentence("dose")
    assert not form.body.card.fields["dose"].asks


def test_markup_is_shown_as_it_was_typed(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.press(form.body.later.unfold)
    editor = form.body.later.fields["note"].editor
    assert isinstance(editor, QPlainTextEdit)
    typed = "<b>bold</b> $\\frac{1}{0$ &amp; %s {name}"
    editor.setPlainText(typed)
    form.write("clinic", typed)
    form.press(page.save)
    page.edit(form.sessions[-1].id)
    form.rest()
    assert form.line("clinic").text() == typed
    editor = form.body.later.fields["note"].editor
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == typed


def test_where_the_journal_cannot_be_written_the_form_stays(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("clinic", "Harbour B")
    refuse_writes(form.store)
    for button in (page.save, page.later):
        form.press(button)
        assert page.notice.isVisible()
        assert page.body is not None
    form.press(page.cancel)
    form.press(page.cancel)
    assert form.line("clinic").text() == "Harbour B"
    let_write(form.store)
    form.press(page.save)
    assert form.sessions[-1].clinic == "Harbour B"


def test_where_it_cannot_be_moved_to_the_trash_the_form_stays(form: SessionWindow) -> None:
    journal = series_with_sessions("2026-09-11")
    page = form.open(journal)
    page.edit(journal.sessions[0].id)
    form.rest()
    refuse_writes(form.store)
    form.press(page.delete)
    assert page.notice.isVisible()
    assert page.done is None
    let_write(form.store)
    form.press(page.delete)
    assert form.sessions == []


def test_what_was_brought_back_elsewhere_is_said(form: SessionWindow) -> None:
    journal = series_with_sessions("2026-09-11")
    page = form.open(journal)
    page.edit(journal.sessions[0].id)
    form.rest()
    form.press(page.delete)
    trashed = form.done
    form.store.restore(Kind.SESSIONS, journal.sessions[0].id)
    form.press(trashed.undo)
    assert page.notice.accessibleName() == "This entry is not in the trash."
    assert page.done is trashed
