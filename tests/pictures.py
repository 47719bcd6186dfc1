"""Renders every page offscreen: ``python -m tests.pictures FOLDER``.

Each page in light and dark, at 100 % and 200 % text, with an empty journal, the first series, the
design's series and ten years. ``--readme`` renders the README's screenshots instead.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from symptrack.domain.journal import DeletedRecord, Journal, Record, place_of
from symptrack.domain.words import SessionStatus
from symptrack.gui.front import Front
from symptrack.presenters.preferences import ThemeChoice
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.journals import design_series, first_series
from tests.long_journal import long_journal
from tests.pictured_pages import walk
from tests.storage.protected import protect
from tests.whole_app import COUNTRY, NAME, whole_app

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
    protected: bool = False

    @property
    def country(self) -> str:
        """Return the country that was chosen before; none was at a first run."""
        return "" if self.name == "welcome" else COUNTRY

    @property
    def now(self) -> datetime:
        """Return the time at which the pictures are taken."""
        return datetime.fromisoformat(self.at).replace(tzinfo=ZoneInfo(ZONE))


DIALOGS = ("clinic-score", "series", "calendar", "save-picture")
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
        (*ALL, "care", "export", "settings", "session", "help"),
        first_series,
    ),
    Scene("design", "2026-09-12 09:30", ("today", "check-in"), lambda: _as_of("2026-09-12 09:30")),
    Scene("after", "2026-09-11 12:30", ("today", "gentle"), lambda: _as_of("2026-09-11 12:20")),
    Scene("evening", "2026-09-14 20:30", ("today", "settings"), lambda: _as_of("2026-09-14 16:00")),
    Scene("due", "2026-09-12 19:00", ("questionnaire",), lambda: _as_of("2026-09-12 19:00")),
    Scene("design", "2026-11-20 18:30", ("charts", "report"), design_series),
    Scene("first", "2026-10-02 21:00", ("bring-in",), first_series),
    Scene("first", "2026-10-02 21:00", ("care-forms", "history", *DIALOGS), first_series),
    Scene("first", "2026-10-02 21:00", ("backups", "move", "protect", "erase"), first_series),
    Scene("locked", "2026-10-02 21:00", ("lock", "settings"), first_series, protected=True),
    Scene("first", "2026-10-02 21:00", ("problem",), first_series),
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


def picture_scene(scene: Scene, folder: Path, looks: tuple[Look, ...] = LOOKS) -> None:
    """Render the pages of a scene in every look."""
    with (
        tempfile.TemporaryDirectory(prefix="symptrack-pictures-") as home,
        _opened(scene, Path(home)) as front,
    ):
        for key in scene.pages:
            for shown in walk(front, key):
                for look in looks:
                    _wear(front, look)
                    name = f"{look.name(shown.name, scene.name)}.png"
                    shown.picture(front.window).save(str(folder / name))
                    print(name, flush=True)
                _wear(front, looks[0])


def _opened(scene: Scene, home: Path) -> AbstractContextManager[Front]:
    """Return the program with the scene's journal open in it, or locked."""
    journal = scene.journal()
    if scene.protected and journal is not None:
        paths = JournalPaths(home / NAME)
        with Store.open(paths, now=lambda: scene.now, create=True) as store:
            store.merge(journal)
        protect(paths, lambda: scene.now)
        journal = None
    return whole_app(home, scene.now, ZONE, journal, country=scene.country)


def _wear(front: Front, look: Look) -> None:
    front.theme.choose(look.theme, look.text_size)
    front.window.resize(*look.size)


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
    parser.add_argument("--only", nargs="+", metavar="PAGE", help="render these pages alone")
    choice = parser.parse_args()
    folder = README_FOLDER if choice.readme else choice.folder
    folder.mkdir(parents=True, exist_ok=True)
    if choice.readme:
        picture_readme(folder)
        return
    for scene in SCENES:
        wanted = tuple(key for key in scene.pages if not choice.only or key in choice.only)
        picture_scene(replace(scene, pages=wanted), folder)


if __name__ == "__main__":
    main()
