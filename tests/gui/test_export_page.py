"""The page of other files: what each is for, what goes in, saving, and trouble."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.exchange.export_file import ExportKind
from symptrack.gui.pages.export import ExportPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.export_card import ExportCard
from symptrack.presenters.export import ExportPresenter
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
def page(shown: Shown, store: Store, theme: ThemeSource, answers: Answers) -> ExportPage:
    return shown(ExportPage(ExportPresenter(store, CLOCK.now), theme, answers), 1048, 780)


@pytest.fixture
def save(qtbot: QtBot, page: ExportPage) -> Callable[[ExportKind], None]:
    def press(kind: ExportKind) -> None:
        with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
            card_of(page, kind).save.click()

    return press


def card_of(page: ExportPage, kind: ExportKind) -> ExportCard:
    return next(one for one in page.cards if one.entry.kind is kind)


def test_each_kind_says_what_it_is_for_and_which_can_come_back(page: ExportPage) -> None:
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    for card in page.cards:
        assert {card.entry.name, card.entry.purpose, card.entry.comes_back} <= set(words)
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
    tables.notes.click()
    save(ExportKind.CSV)
    with zipfile.ZipFile(answers.folder / answers.asked[-1][1]) as archive:
        assert b"part-time" in archive.read("series.csv")
    clinic = card_of(page, ExportKind.FHIR)
    clinic.name.click()
    clinic.born.click()
    save(ExportKind.FHIR)
    data = (answers.folder / answers.asked[-1][1]).read_bytes()
    assert {"name", "birthDate"} <= of_type(valid_resources(data), "Patient")[0].keys()
    page.hide()
    ticks = (tables.notes, clinic.name, clinic.born)
    assert [tick.isChecked() for tick in ticks] == [False] * 3


def test_the_title_of_the_calendar_is_kept(
    page: ExportPage, save: Callable[[ExportKind], None], store: Store
) -> None:
    calendar = card_of(page, ExportKind.ICS)
    calendar.title.setText(" Water the plants ")
    save(ExportKind.ICS)
    assert store.settings().calendar_title == "Water the plants"
    page.back.setFocus()
    page.refresh()
    assert calendar.title.text() == "Water the plants"
    calendar.title.setFocus()
    calendar.title.setText("Being typed")
    page.refresh()
    assert calendar.title.text() == "Being typed"


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


def test_back_asks_for_the_page_before(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.page_requested, check_params_cb=lambda key: key == "report"):
        page.back.click()
