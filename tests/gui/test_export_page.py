"""The page of other files: what each is for, what goes in, saving, and trouble."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.exchange.export_file import ExportKind
from symptrack.exchange.journal_file import read_journal
from symptrack.gui.background import worker
from symptrack.gui.pages.export import ExportPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.export_card import ExportCard
from symptrack.presenters.charts_choice import DATES, ChartKey
from symptrack.presenters.export import ExportPresenter
from symptrack.presenters.export_range import EVERYTHING
from symptrack.storage.store import Store
from tests.exchange.fhir_r4 import of_type, valid_resources
from tests.gui.conftest import Shown
from tests.journals import design_series
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-11-20 18:00")
TIMEOUT_MS = 20_000


class Answers:
    """Answers where a file is to be saved, and remembers what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder: Path | None = folder
        self.asked: list[tuple[str, str, str]] = []

    def __call__(self, _page: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append((title, name, kinds))
        return None if self.folder is None else self.folder / name


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, design_series()) as opened:
        yield opened


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    folder = tmp_path / "files"
    folder.mkdir()
    return Answers(folder)


@pytest.fixture
def page(
    shown: Shown, qtbot: QtBot, store: Store, theme: ThemeSource, answers: Answers
) -> ExportPage:
    made = shown(ExportPage(ExportPresenter(store, CLOCK.now), theme, answers), 1048, 780)
    refreshed(qtbot, made)
    return made


@pytest.fixture
def save(qtbot: QtBot, page: ExportPage) -> Callable[[ExportKind], None]:
    def press(kind: ExportKind) -> None:
        with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
            card_of(page, kind).save.click()

    return press


def refreshed(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.shown, timeout=TIMEOUT_MS):
        page.refresh()


def choose(qtbot: QtBot, page: ExportPage, key: str) -> None:
    """Choose a part of the journal in the list."""
    with qtbot.waitSignal(page.shown, timeout=TIMEOUT_MS):
        page.part.ranges.setCurrentIndex(page.part.ranges.findData(key))


def card_of(page: ExportPage, kind: ExportKind) -> ExportCard:
    return next(one for one in page.cards if one.entry.kind is kind)


def test_each_kind_says_what_it_is_for_and_which_can_come_back(page: ExportPage) -> None:
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    picture = page._presenter.picture_entry()
    for entry in [picture, *(card.entry for card in page.cards)]:
        assert {entry.name, entry.purpose, entry.holds, entry.comes_back} <= set(words)
    assert "Nothing leaves this computer until you save a file and share it yourself." in words


@pytest.mark.parametrize("kind", list(ExportKind))
def test_a_file_is_made_beside_the_window_and_said(
    page: ExportPage, save: Callable[[ExportKind], None], answers: Answers, kind: ExportKind
) -> None:
    save(kind)
    [(title, name, kinds)] = answers.asked
    assert title == card_of(page, kind).entry.name
    assert "*." in kinds
    assert answers.folder is not None
    assert (answers.folder / name).stat().st_size > 0
    assert name in page.notice.accessibleName()
    assert card_of(page, kind).save.isEnabled()


def test_only_what_is_ticked_goes_in_and_ticks_are_taken_back(
    page: ExportPage, save: Callable[[ExportKind], None], answers: Answers
) -> None:
    assert answers.folder is not None
    tables = card_of(page, ExportKind.CSV)
    save(ExportKind.CSV)
    with zipfile.ZipFile(answers.folder / answers.asked[-1][1]) as archive:
        assert b"part-time" not in archive.read("series.csv")
        assert b"q9" not in archive.read("phq9.csv")
    tables.notes.click()
    tables.answers.click()
    save(ExportKind.CSV)
    with zipfile.ZipFile(answers.folder / answers.asked[-1][1]) as archive:
        assert b"part-time" in archive.read("series.csv")
        assert b"q9" in archive.read("phq9.csv")
    clinic = card_of(page, ExportKind.FHIR)
    clinic.name.click()
    clinic.born.click()
    save(ExportKind.FHIR)
    data = (answers.folder / answers.asked[-1][1]).read_bytes()
    assert {"name", "birthDate"} <= of_type(valid_resources(data), "Patient")[0].keys()
    page.hide()
    ticks = (tables.notes, tables.answers, clinic.name, clinic.born)
    assert [tick.isChecked() for tick in ticks] == [False] * 4


def test_the_title_of_the_calendar_is_kept(
    qtbot: QtBot, page: ExportPage, save: Callable[[ExportKind], None], store: Store
) -> None:
    calendar = card_of(page, ExportKind.ICS)
    calendar.title.setText(" Water the plants ")
    save(ExportKind.ICS)
    assert store.settings().calendar_title == "Water the plants"
    page.back.setFocus()
    refreshed(qtbot, page)
    assert calendar.title.text() == "Water the plants"
    calendar.title.setFocus()
    calendar.title.setText("Being typed")
    refreshed(qtbot, page)
    assert calendar.title.text() == "Being typed"


def test_an_emptied_title_is_the_programs_name(
    qtbot: QtBot, page: ExportPage, save: Callable[[ExportKind], None], answers: Answers
) -> None:
    calendar = card_of(page, ExportKind.ICS)
    for text, title in (("Plants", b"SUMMARY:Plants"), ("", b"SUMMARY:Symptrack")):
        calendar.title.setText(text)
        save(ExportKind.ICS)
        assert answers.folder is not None
        assert title in (answers.folder / answers.asked[-1][1]).read_bytes()


def test_a_title_that_is_too_long_is_refused_before_anything_is_written(
    page: ExportPage, answers: Answers
) -> None:
    calendar = card_of(page, ExportKind.ICS)
    calendar.title.setText("x" * 201)
    calendar.save.click()
    sentence = "it has 201 characters, at most 200 are allowed"
    assert calendar.title_field.sentence == sentence
    assert calendar.title.text() == "x" * 201
    assert answers.asked == []
    calendar.title.setText("x" * 200)
    answers.folder = None
    calendar.save.click()
    assert calendar.title_field.sentence == ""


def test_nothing_happens_where_no_file_is_chosen(page: ExportPage, answers: Answers) -> None:
    answers.folder = None
    card_of(page, ExportKind.JSON).save.click()
    assert len(answers.asked) == 1
    assert not page.notice.isVisible()


def test_a_second_press_while_a_file_is_made_is_not_another_file(
    qtbot: QtBot, page: ExportPage, answers: Answers
) -> None:
    card = card_of(page, ExportKind.ICS)
    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        card.save.click()
        card.save.click()
        card.title.returnPressed.emit()
    assert len(answers.asked) == 1


def test_trouble_is_one_sentence_and_leaves_nothing(
    page: ExportPage, save: Callable[[ExportKind], None], answers: Answers, tmp_path: Path
) -> None:
    answers.folder = tmp_path / "pulled-out"
    save(ExportKind.FHIR)
    assert page.notice.accessibleName() == f"There is no folder {tmp_path / 'pulled-out'}."
    assert card_of(page, ExportKind.FHIR).save.isEnabled()


def test_a_part_of_the_journal_says_what_it_holds_and_goes_into_the_file(
    qtbot: QtBot, page: ExportPage, save: Callable[[ExportKind], None], answers: Answers
) -> None:
    assert page.part.holds.text().startswith("Everything recorded: 2 series")
    assert not card_of(page, ExportKind.JSON).notes.isVisibleTo(page)
    choose(qtbot, page, DATES)
    for field, text in (
        (page.part.dates.first, "1.9.2026"),
        (page.part.dates.last, "30 September 2026"),
    ):
        field.field.setText(text)
    with qtbot.waitSignal(page.shown, timeout=TIMEOUT_MS):
        page.part.dates.choose.click()
    assert page.part.holds.text().startswith("1 September 2026 to 30 September 2026: 1")
    part = card_of(page, ExportKind.JSON)
    assert part.notes.isVisibleTo(page)
    assert part.name.isVisibleTo(page)
    assert "not a backup" in part.entry.comes_back
    save(ExportKind.JSON)
    assert page.notice.accessibleName().endswith("it is not a backup.")
    assert answers.folder is not None
    journal = read_journal((answers.folder / answers.asked[-1][1]).read_bytes())
    assert len(journal.sessions) == 6
    choose(qtbot, page, EVERYTHING)
    assert not page.part.dates.first.isVisibleTo(page)
    assert not part.notes.isVisibleTo(page)


def test_tab_leads_through_the_page_from_top_to_bottom(qtbot: QtBot, page: ExportPage) -> None:
    choose(qtbot, page, DATES)
    page.focus_first()
    names: list[str] = []
    for _press in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
        if focus is page.picture.save:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names[:7] == [
        "Back", "What goes in", "From", "From: calendar", "To", "To: calendar", "Use these dates",
    ]  # fmt: skip
    assert names.count("Save the file") == len(page.cards) + 1
    assert names[7:11] == ["Your notes", "Your name", "Your date of birth", "Save the file"]
    assert page.picture.charts.accessibleName() in names


def test_a_date_that_is_none_is_told_and_nothing_changes(qtbot: QtBot, page: ExportPage) -> None:
    choose(qtbot, page, DATES)
    before = page.part.holds.text()
    page.part.dates.first.field.setText("some day")
    page.part.dates.choose.click()
    assert "“some day” is not a date" in page.notice.accessibleName()
    assert (page.part.dates.first.text, page.part.holds.text()) == ("some day", before)


def test_a_chart_is_saved_as_a_picture_of_the_kind_chosen(
    qtbot: QtBot, page: ExportPage, answers: Answers
) -> None:
    page.picture.charts.setCurrentIndex(page.picture.charts.findData(ChartKey.BENEFIT))
    page.picture.kinds.buttons[1].click()
    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        page.picture.save.click()
    assert answers.asked == [("Picture of a chart", "chart-2026-11-20.svg", "SVG files (*.svg)")]
    assert answers.folder is not None
    assert (
        b"<title>How many days mood stayed"
        in (answers.folder / "chart-2026-11-20.svg").read_bytes()
    )
    assert page.notice.accessibleName() == "Wrote the chart to chart-2026-11-20.svg."


def test_writing_can_be_stopped_and_then_leaves_nothing(
    qtbot: QtBot, page: ExportPage, answers: Answers
) -> None:
    begun = Event()
    worker().submit(begun.wait)
    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        card_of(page, ExportKind.FHIR).save.click()
        assert page.notice.accessibleName() == "Writing the file."
        assert page.notice.action is not None
        page.notice.action.setFocus()
        QTest.keyClick(page.notice.action, Qt.Key.Key_Space)
        begun.set()
    assert page.notice.accessibleName() == "Stopped; nothing was written."
    assert card_of(page, ExportKind.FHIR).save.hasFocus()
    assert answers.folder is not None
    assert list(answers.folder.iterdir()) == []


def test_going_elsewhere_meanwhile_stops_nothing(
    qtbot: QtBot, page: ExportPage, answers: Answers
) -> None:
    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        card_of(page, ExportKind.ICS).save.click()
        page.hide()
        assert page.notice.accessibleName() == "Writing the file."
    assert page.notice.accessibleName().startswith("Wrote what is to come")
    assert answers.folder is not None
    assert len(list(answers.folder.iterdir())) == 1


def test_who_has_no_name_in_the_journal_is_not_asked_for_it(
    shown: Shown, qtbot: QtBot, theme: ThemeSource, answers: Answers, tmp_path: Path
) -> None:
    with open_store(tmp_path / "empty", CLOCK, Journal()) as store:
        page = shown(ExportPage(ExportPresenter(store, CLOCK.now), theme, answers), 1048, 780)
        refreshed(qtbot, page)
        clinic = card_of(page, ExportKind.FHIR)
        assert not clinic.name.isVisibleTo(page)
        assert clinic.notes.isVisibleTo(page)
        assert page.part.holds.text() == "Nothing is recorded yet."


def test_back_asks_for_the_page_before(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.page_requested, check_params_cb=lambda key: key == "report"):
        page.back.click()
