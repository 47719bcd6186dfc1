"""Every text typed to do harm, in every place that takes one, on every page: shown as typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from symptrack.domain.journal import Journal
from tests.exchange.hostile import HOSTILE, hostile_journal
from tests.gui.opened_window import OpenedWindow

SHOWN = 40
"""A row shows where a long text begins."""
PAGES = ("today", "journal", "care", "charts", "report", "settings", "export", "trash", "erase")


def whole_journal() -> Journal:
    """Return one journal with all of the texts."""
    journals = [hostile_journal(text) for text in HOSTILE]
    return replace(
        journals[0],
        series=tuple(one for journal in journals for one in journal.series),
        sessions=tuple(one for journal in journals for one in journal.sessions),
        check_ins=tuple(one for journal in journals for one in journal.check_ins),
        clinic_scores=tuple(one for journal in journals for one in journal.clinic_scores),
        medications=tuple(one for journal in journals for one in journal.medications),
        visits=tuple(one for journal in journals for one in journal.visits),
    )


def beginning(text: str) -> str:
    return " ".join(text.split())[:SHOWN]


def read_on(page: QWidget) -> str:
    """Return all that can be read on a page, an ampersand in a button as it is seen."""
    texts = [one.text() for one in page.findChildren(QLabel)]
    texts += [one.text() for one in page.findChildren(QLineEdit)]
    texts += [one.toPlainText() for one in page.findChildren(QPlainTextEdit)]
    texts += [one.text().replace("&&", "&") for one in page.findChildren(QAbstractButton)]
    for choice in page.findChildren(QComboBox):
        texts += [choice.itemText(place) for place in range(choice.count())]
    return " ".join(" ".join(texts).split())


@pytest.fixture
def filled(window: OpenedWindow) -> OpenedWindow:
    return window.open(whole_journal(), "2026-09-02 09:30")


def page_of(window: OpenedWindow, key: str) -> QWidget:
    window.main.go_to(key)
    window.finish_work()
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert page is not None
    return page


@pytest.mark.parametrize("key", PAGES)
def test_no_page_takes_a_text_for_anything_but_a_text(filled: OpenedWindow, key: str) -> None:
    page = page_of(filled, key)
    guessing = [
        one.text()
        for one in page.findChildren(QLabel)
        if one.text() and one.textFormat() != Qt.TextFormat.PlainText
    ]
    assert guessing == []
    assert not page.grab().isNull()


@pytest.mark.parametrize("key", ["journal", "care"])
def test_what_was_typed_is_shown_as_it_was_typed(filled: OpenedWindow, key: str) -> None:
    read = read_on(page_of(filled, key))
    assert [text for text in HOSTILE if beginning(text) not in read] == []


def test_what_is_bound_to_a_name_stays_that_name_in_the_settings(filled: OpenedWindow) -> None:
    assert HOSTILE[0] in read_on(page_of(filled, "settings"))


def test_an_entry_that_is_opened_shows_its_words_and_keeps_them(filled: OpenedWindow) -> None:
    for entry in filled.store.load().check_ins:
        filled.main.flows.edit_check_in(entry.id)
        filled.rest()
        page = filled.main.stack.currentWidget()
        assert page is not None
        assert beginning(entry.note) in read_on(page)
        filled.main.flows.settle()
        filled.press(filled.check_in.leave)
    assert {one.note for one in filled.store.load().check_ins} == {*HOSTILE}
