"""Renders every page offscreen: ``python -m tests.pictures FOLDER``.

Each page in light and dark, at 100 % and 200 % text, with an empty journal, the first series, the
design's series and ten years. ``--readme`` renders the README's screenshots instead.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.domain.errors import JournalDamaged
from symptrack.domain.journal import DeletedRecord, Journal, Record, place_of
from symptrack.domain.words import SessionStatus
from symptrack.gui.flows import Flows
from symptrack.gui.front import Front
from symptrack.gui.main_window import MainWindow
from symptrack.gui.pages.bring_in import BringInPage
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.pages.welcome import WelcomePage
from symptrack.gui.widgets.line import line_of
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import ZONE
from tests.journals import DATA, design_series, first_series
from tests.long_journal import long_journal
from tests.walked_questionnaire import walk_questionnaire
from tests.whole_app import COUNTRY, GUARDED_MS, settle, spin, walk_check_in, whole_app

README_FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks while it is pictured."""

    theme: ThemeChoice
    text_size: int
    size: tuple[int, int] = (1280, 832)

    def name(self, page: str, journal: str) -> str:
        """Return the picture's name: ``today-light-design-100``; a small window says so."""
        small = "-small" if self.size[0] < 1280 else ""
        return f"{page}-{self.theme.value}-{journal}-{self.text_size}{small}"


LOOKS = (
    Look(ThemeChoice.LIGHT, 100),
    Look(ThemeChoice.DARK, 100),
    Look(ThemeChoice.LIGHT, 200),
    Look(ThemeChoice.DARK, 200),
    Look(ThemeChoice.LIGHT, 200, (1024, 640)),
)
README_LOOKS = (Look(ThemeChoice.LIGHT, 100),)


@dataclass(frozen=True, slots=True)
class Scene:
    """A journal at a time, and the pages that are worth a picture then."""

    name: str
    at: str
    pages: tuple[str, ...]
    journal: Callable[[], Journal | None]

    @property
    def country(self) -> str:
        """Return the country that was chosen before; none was at a first run."""
        return "" if self.name == "welcome" else COUNTRY

    @property
    def now(self) -> datetime:
        """Return the time at which the pictures are taken."""
        return datetime.fromisoformat(self.at).replace(tzinfo=ZoneInfo(ZONE))


ALL = ("today", "journal", "charts", "report")
SCENES = (
    Scene("welcome", "2026-09-01 09:00", ("welcome",), lambda: None),
    Scene(
        "empty",
        "2026-09-01 09:00",
        (*ALL, "care", "export", "session", "check-in"),
        lambda: None,
    ),
    Scene(
        "first",
        "2026-10-02 21:00",
        (*ALL, "care", "export", "settings", "session", "help", "problem"),
        first_series,
    ),
    Scene("design", "2026-09-12 09:30", ("today", "check-in"), lambda: _as_of("2026-09-12 09:30")),
    Scene("after", "2026-09-11 12:30", ("today", "gentle"), lambda: _as_of("2026-09-11 12:20")),
    Scene("evening", "2026-09-14 20:30", ("today", "settings"), lambda: _as_of("2026-09-14 16:00")),
    Scene("due", "2026-09-12 19:00", ("questionnaire",), lambda: _as_of("2026-09-12 19:00")),
    Scene("design", "2026-11-20 18:30", ("charts", "report"), design_series),
    Scene("first", "2026-10-02 21:00", ("bring-in",), first_series),
    Scene("trash", "2026-10-02 21:00", ("trash",), lambda: _thrown_away(first_series())),
    Scene("ten-years", "2026-11-20 21:00", (*ALL, "care", "export"), long_journal),
)


def _thrown_away(journal: Journal) -> Journal:
    """Return a journal whose last check-ins and session lie in the trash, one from each day."""
    gone: list[Record] = [journal.sessions[-1], *journal.check_ins[-6:]]
    return replace(
        journal,
        sessions=journal.sessions[:-1],
        check_ins=journal.check_ins[:-6],
        deleted=tuple(
            DeletedRecord(
                kind=place_of(one)[0],
                deleted_at=journal.check_ins[-1].occurred_at - timedelta(days=place),
                record=one,
            )
            for place, one in enumerate(gone)
        ),
    )


def _as_of(then: str) -> Journal:
    """Return the design's series as its journal was at a time, without what came later."""
    at, journal = datetime.fromisoformat(then).replace(tzinfo=ZoneInfo(ZONE)), design_series()
    series = tuple(one for one in journal.series if one.started_on and one.started_on <= at.date())
    names = {one.id for one in series}
    sessions = tuple(
        one
        if one.started_at <= at
        else replace(one, status=SessionStatus.PLANNED, vitals=(), entered_at=at)
        for one in journal.sessions
        if one.series_id in names
    )
    return replace(
        journal,
        series=tuple(replace(one, ended_on=None) for one in series),
        sessions=sessions,
        check_ins=tuple(one for one in journal.check_ins if one.occurred_at <= at),
        responses=tuple(one for one in journal.responses if one.occurred_at <= at),
        clinic_scores=(),
        visits=(),
    )


def _pages(front: Front, scene: Scene) -> Iterator[str]:
    """Show each page of a scene in turn and yield its name."""
    for page in scene.pages:
        if page in WALKED:
            yield from WALKED[page](front.window)
        elif page == "welcome":
            yield from _welcome(front.window.flows.welcome)
        elif page == "questionnaire":
            yield from walk_questionnaire(front.window, lambda: spin(GUARDED_MS))
        elif page == "gentle":
            yield from _gentle(front)
        elif page == "session":
            yield from _session(front.window.flows)
        elif page == "problem":
            front.window.show_problem(JournalDamaged("Part of the journal cannot be read."))
            yield page
        elif page == "charts":
            front.window.go_to(page)
            yield from _charts(front.window.page_stack.currentWidget())
        elif page == "help":
            front.window.flows.open_help()
            yield page
            front.window.flows.help.left.emit()
        else:
            front.window.go_to(page)
            yield page


def _gentle(front: Front) -> Iterator[str]:
    """Show gentle mode: the mood, side effects, the red flags, what to do, and the help panel."""
    front.window.open_gentle()
    for keys, name in (
        ((Qt.Key.Key_4,), "gentle-mood"),
        ((Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_C), "gentle-effects"),
        ((Qt.Key.Key_G,), "gentle-worse"),
        ((Qt.Key.Key_A,), "gentle-urgent"),
        ((Qt.Key.Key_F,), "gentle-help"),
    ):
        front.theme.choose(ThemeChoice.LIGHT, 100)
        for key in keys:
            spin(GUARDED_MS)
            QTest.keyClick(front.window.flows.gentle, key)
        yield name
    front.window.flows.gentle.left.emit()


def _bring_in(window: MainWindow) -> Iterator[str]:
    """Show bringing in a diary: no file yet, its questions, a refusal, and what came in."""
    window.go_to("bring_in")
    page = window.page_stack.currentWidget()
    assert isinstance(page, BringInPage)
    settle(window)
    yield "bring-in"
    for name, file in (("bring-in-questions", "era3_2022*"), ("bring-in-refused", "bad_binary*")):
        page.take(next((DATA / "import-samples").glob(f"*{file}")))
        settle(window)
        yield name
    assert page.questions is not None
    next(iter(page.questions.moods.values())).buttons[6].click()
    spin(GUARDED_MS)
    page.bring.click()
    settle(window)
    yield "bring-in-done"


WALKED = {"check-in": walk_check_in, "bring-in": _bring_in}


def _charts(page: object) -> Iterator[str]:
    """Show each chart that there is."""
    yield "charts"
    assert isinstance(page, ChartsPage)
    if page.controls.isVisible():
        for key, tab in list(zip(ChartKey, page.controls.tabs.buttons, strict=True))[1:]:
            tab.click()
            yield f"charts-{key}"


def _session(flows: Flows) -> Iterator[str]:
    """Show the session form: begun, refused, asking, and saved."""
    flows.open_session()
    page = flows.session
    yield "session"
    assert page.body is not None
    page.body.card.route.buttons[0].click()
    for name, dose in (("refused", "10000"), ("asked", "280")):
        line = line_of(page.body.card.fields["dose"].editor)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, dose)
        spin(GUARDED_MS)
        page.save.click()
        yield f"session-{name}"
    spin(GUARDED_MS)
    page.save.click()
    yield "session-saved"
    page.left.emit()


def _welcome(page: WelcomePage) -> Iterator[str]:
    """Show each step of the first run."""
    for name in ("welcome", "welcome-help", "welcome-series"):
        yield name
        if name != "welcome-series":
            page.main.click()


def picture_scene(scene: Scene, folder: Path, looks: tuple[Look, ...] = LOOKS) -> None:
    """Render the pages of a scene in every look."""
    with (
        tempfile.TemporaryDirectory(prefix="symptrack-pictures-") as home,
        whole_app(Path(home), scene.now, ZONE, scene.journal(), country=scene.country) as front,
    ):
        for page in _pages(front, scene):
            for look in looks:
                front.theme.choose(look.theme, look.text_size)
                front.window.resize(*look.size)
                name = f"{look.name(page, scene.name)}.png"
                settle(front.window).save(str(folder / name))
                print(name, flush=True)


def picture_readme(folder: Path) -> None:
    """Render the README's screenshots: one picture of each page, in the light theme."""
    wanted = ("today", "check-in-effects", "charts", "report")
    with tempfile.TemporaryDirectory(prefix="symptrack-pictures-") as made:
        for scene in SCENES:
            if scene.name == "design":
                picture_scene(scene, Path(made), README_LOOKS)
        for page in wanted:
            picture = Path(made) / f"{README_LOOKS[0].name(page, 'design')}.png"
            (folder / f"{page}.png").write_bytes(picture.read_bytes())


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("pictures"))
    parser.add_argument("--readme", action="store_true", help="render docs/screenshots instead")
    choice = parser.parse_args()
    folder = README_FOLDER if choice.readme else choice.folder
    folder.mkdir(parents=True, exist_ok=True)
    if choice.readme:
        picture_readme(folder)
        return
    for scene in SCENES:
        picture_scene(scene, folder)


if __name__ == "__main__":
    main()
