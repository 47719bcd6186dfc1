"""The front: a window first, then the journal in it."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, QMessageLogContext, QSettings, QTimer, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from symptrack import app, cli
from symptrack.domain.errors import JournalInUse, JournalMissing, JournalUnavailable
from symptrack.gui.application import _leave_on_fatal, desktop_country, make_application
from symptrack.gui.front import Front
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.widgets.press_echo import echo_over
from symptrack.journal_room import JournalRoom
from symptrack.presenters.help import HelpItem
from symptrack.presenters.preferences import PreferencesFile, ThemeChoice
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.gui.opened_window import words

NOW = datetime(2026, 9, 12, 9, 30, tzinfo=ZoneInfo(ZONE))
SECRET = "mood was 3, she wrote"


@pytest.fixture
def places(tmp_path: Path) -> cli.Surroundings:
    """Return surroundings with folders of their own."""
    return cli.Surroundings(
        now=lambda: NOW,
        time_zone=lambda: ZONE,
        data_dir=tmp_path / "data",
        config_dir=tmp_path / "config",
        log_dir=tmp_path / "log",
        open_window=app.open_window,
    )


@pytest.fixture
def room(places: cli.Surroundings) -> Iterator[JournalRoom]:
    preferences = PreferencesFile(places.config_dir / "preferences.json")
    preferences.change(country="DE")
    made = JournalRoom(places, preferences)
    yield made
    made.close()


class Opening:
    """Stands in for the front door: opens what it is told to, or refuses."""

    def __init__(self, room: JournalRoom) -> None:
        self._room = room
        self.refusal: Exception | None = None
        self.asked: list[Path] = []

    def __call__(self, path: Path) -> JournalPages:
        self.asked.append(path)
        if self.refusal is not None:
            raise self.refusal
        return self._room.open(path)


@pytest.fixture
def opening(room: JournalRoom) -> Opening:
    return Opening(room)


MakeFront = Callable[[], Front]


@pytest.fixture
def make_front(qtbot: QtBot, opening: Opening, places: cli.Surroundings) -> Iterator[MakeFront]:
    """Return what makes a front whose help line names the country it asked for."""
    made: list[Front] = []

    def make() -> Front:
        front = Front(
            PreferencesFile(places.config_dir / "preferences.json"),
            opening,
            lambda country: (HelpItem(icon="alert", name="In danger now?", reach=country),),
        )
        made.append(front)
        return front

    yield make
    for front in made:
        front.window.hide()
        delete(front.window)
        front.theme.choose(ThemeChoice.LIGHT, 100)


def test_help_can_be_reached_before_any_journal_is_open(make_front: MakeFront) -> None:
    front = make_front()
    front.window.show()
    QApplication.processEvents()
    assert {"In danger now?", "DE"} <= set(words(front.window.help_bar))
    assert front.window.page_stack.count() == 0


def test_the_window_wears_the_look_that_was_kept(
    make_front: MakeFront, places: cli.Surroundings
) -> None:
    PreferencesFile(places.config_dir / "preferences.json").change(
        theme=ThemeChoice.DARK, text_size=150
    )
    front = make_front()
    assert front.theme.tokens.dark
    assert front.theme.text_size == 150


def test_the_window_is_shown_first_and_the_journal_then_opened_into_it(
    make_front: MakeFront, opening: Opening, tmp_path: Path
) -> None:
    front, shown_before = make_front(), list[object]()

    def look() -> None:
        watched = echo_over(front.window) is not None
        shown_before.extend((front.window.isVisible(), watched, *opening.asked))

    QTimer.singleShot(0, front.window, look)
    close_when_opened(front, opening)
    path = tmp_path / "new" / "symptrack.db"
    assert front.run(path) == 0
    assert (shown_before, opening.asked) == ([True, True], [path])


def close_when_opened(front: Front, opening: Opening) -> None:
    def look() -> None:
        if opening.asked:
            timer.stop()
            front.window.close()

    timer = QTimer(front.window)
    timer.timeout.connect(look)
    timer.start(10)


def test_a_journal_that_cannot_be_opened_can_be_tried_again(
    make_front: MakeFront, opening: Opening, tmp_path: Path
) -> None:
    front = make_front()
    front.window.show()
    opening.refusal = JournalInUse("The journal is open in another window.")
    path = tmp_path / "symptrack.db"
    front.open(path)
    page = front.window.stack.currentWidget()
    assert isinstance(page, JournalProblemPage)
    opening.refusal = None
    page.again.click()
    QApplication.processEvents()
    assert opening.asked == [path, path]
    assert front.window.today.isVisible()


def test_another_journal_can_be_opened_instead(
    make_front: MakeFront, opening: Opening, tmp_path: Path
) -> None:
    front = make_front()
    front.window.show()
    opening.refusal = JournalMissing("There is no journal there.")
    front.open(tmp_path / "one.db")
    opening.refusal = None
    front.window.journal_wanted.emit(tmp_path / "other.db")
    QApplication.processEvents()
    assert opening.asked[-1] == tmp_path / "other.db"
    assert front.window.today.isVisible()


def test_a_fault_of_the_program_is_not_taken_for_a_problem_with_the_journal(
    make_front: MakeFront, opening: Opening, tmp_path: Path
) -> None:
    opening.refusal = ValueError(SECRET)
    front = make_front()
    with pytest.raises(ValueError, match=SECRET):
        front.open(tmp_path / "symptrack.db")


def test_opening_the_window_makes_the_journal_and_leaves_with_its_status(
    qtbot: QtBot, places: cli.Surroundings
) -> None:
    PreferencesFile(places.config_dir / "preferences.json").change(country="US")
    journal = places.data_dir / "symptrack.db"
    former = sys.excepthook
    seen: list[object] = []

    def act() -> None:
        window = next(
            (one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Symptrack"),
            None,
        )
        if window is not None and journal.exists():
            seen.append(sys.excepthook is not former)
            sys.excepthook(ValueError, ValueError(SECRET), None)
            timer.stop()
            window.close()

    timer = QTimer()
    timer.timeout.connect(act)
    timer.start(20)
    assert app.open_window(journal, places) == 0
    assert seen == [True]
    assert sys.excepthook is former
    assert logging.getLogger("symptrack").handlers == []
    logged = (places.log_dir / "symptrack.log").read_text(encoding="utf-8")
    assert "ERROR unexpected ValueError at an unknown place" in logged
    assert SECRET not in logged


def test_the_room_lets_go_of_one_journal_before_it_opens_another(
    room: JournalRoom, tmp_path: Path
) -> None:
    for name in ("one.db", "two.db", "one.db"):
        pages = room.open(tmp_path / name)
        assert pages.today.view().day
    room.close()
    room.close()


def test_where_a_journal_cannot_be_opened_none_is_open(room: JournalRoom, tmp_path: Path) -> None:
    room.open(tmp_path / "one.db")
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(Exception, match=r"\w") as refused:
        room.open(tmp_path / "folder.db")
    assert "Traceback" not in str(refused.value)
    assert room._store is None


def test_a_journal_begun_beside_the_window_is_the_one_that_is_opened(
    room: JournalRoom, tmp_path: Path
) -> None:
    journal = tmp_path / "one.db"
    room.open(journal)
    room.close()
    room.begin(journal)
    assert room.open(journal).today.view().day
    with pytest.raises(JournalInUse):
        Store.open(JournalPaths(journal), now=app.now)


def test_what_stops_a_journal_begun_beside_the_window_is_said_when_it_is_opened(
    room: JournalRoom, tmp_path: Path
) -> None:
    journal = tmp_path / "one.db"
    journal.write_bytes(b"no journal at all")
    room.begin(journal)
    with pytest.raises(JournalUnavailable):
        room.open(journal)
    journal.unlink()
    assert room.open(journal).today.view().day


def test_a_journal_begun_and_not_wanted_is_let_go(room: JournalRoom, tmp_path: Path) -> None:
    journal = tmp_path / "one.db"
    room.open(journal)
    room.close()
    room.begin(journal)
    room.open(tmp_path / "other.db")
    Store.open(JournalPaths(journal), now=app.now).close()
    room.begin(journal)
    room.close()
    Store.open(JournalPaths(journal), now=app.now).close()


def test_a_journal_that_is_not_there_is_not_begun(room: JournalRoom, tmp_path: Path) -> None:
    room.begin(tmp_path / "none.db")
    room.close()
    assert list(tmp_path.glob("none*")) == []


def test_every_page_of_the_navigation_can_be_made(
    room: JournalRoom, make_front: MakeFront, tmp_path: Path
) -> None:
    front = make_front()
    front.open(tmp_path / "symptrack.db")
    for key in front.window.sidebar.buttons:
        room.warm_up(key)
        front.window.go_to(key)
        page = front.window.page_stack.currentWidget()
        assert page is not None
        assert page.accessibleName()


def test_help_names_the_country_that_was_chosen(room: JournalRoom, tmp_path: Path) -> None:
    pages = room.open(tmp_path / "symptrack.db")
    assert room.country() == "DE"
    assert next(item.reach for item in pages.help_items()) == "112"


def test_what_qt_says_before_it_gives_up_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    left: list[int | str] = []
    monkeypatch.setattr(os, "_exit", left.append)
    context = QMessageLogContext()

    def leave(kind: QtMsgType) -> None:
        _leave_on_fatal(lambda: left.append("closed"), kind, context, "no plugin")

    leave(QtMsgType.QtWarningMsg)
    assert left == []
    leave(QtMsgType.QtFatalMsg)
    assert left == ["closed", 1]
    assert capfd.readouterr().err.startswith("Symptrack needs a screen")


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp
    assert qapp.applicationDisplayName() == "Symptrack"
    assert qapp.style() is not None


def test_folders_that_a_file_dialog_showed_are_written_nowhere(qapp: QApplication) -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/history", "secret folder")
    settings.sync()
    assert not Path(settings.fileName()).is_file()


@pytest.mark.parametrize(
    ("locale", "country"), [("de_AT", "AT"), ("en_001", ""), ("C", ""), ("ja_JP", "JP")]
)
def test_the_desktops_country_is_known_by_its_code(
    monkeypatch: pytest.MonkeyPatch, locale: str, country: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    assert desktop_country() == country
