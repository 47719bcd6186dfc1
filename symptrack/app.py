"""The front door: clock, paths, journal, window, and what happens to an unexpected error.

Nothing below this module asks for the time, the user's folders or the environment.
"""

import gc
import importlib
import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
import tzlocal

from symptrack.domain.errors import RefusedRequest, SymptrackError
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.formatting import use_locale
from symptrack.journal_room import JournalRoom
from symptrack.presenters.help import help_items
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.knocking import bring_forward
from symptrack.surroundings import JOURNAL_NAME, Surroundings
from symptrack.texts import _, use_language

if TYPE_CHECKING:
    from symptrack.gui.front import Front

OWNER_ONLY, REFUSED = 0o077, 1
NEEDED_BEFORE_QT = ("babel.dates", "babel.numbers")
"""What Today uses: PySide reads the source of every module that is imported after it."""
_log = logging.getLogger("symptrack")


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    gc.enable()  # until the window opens; loading the program went without
    os.umask(OWNER_ONLY)
    sys.exit(run(list(sys.argv[1:] if argv is None else argv), surroundings()))


def run(argv: list[str], places: Surroundings) -> int:
    """Open the window, or hand over to the commands; return the exit status.

    A start that names no command reads its arguments itself: the window need not wait for what
    reads commands.
    """
    journal = _plain_start(argv, places)
    if journal is None:
        from symptrack import cli

        return cli.run(argv, places)
    try:
        return places.open_window(journal, places)
    except SymptrackError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED


def _plain_start(argv: list[str], places: Surroundings) -> Path | None:
    """Return the journal to open where at most that is named; ``None`` for all else."""
    if not argv:
        return places.data_dir / JOURNAL_NAME
    if len(argv) == 2 and argv[0] == "--journal" and not argv[1].startswith("-"):
        return Path(argv[1])
    return None


def surroundings() -> Surroundings:
    """Return the clock, the user's folders and the window, for the commands."""
    return Surroundings(
        now=now,
        time_zone=time_zone,
        data_dir=platformdirs.user_data_path("symptrack", appauthor=False),
        config_dir=platformdirs.user_config_path("symptrack", appauthor=False),
        log_dir=platformdirs.user_log_path("symptrack", appauthor=False),
        open_window=open_window,
    )


def time_zone() -> str:
    """Return the computer's time zone by its IANA name; UTC where it does not tell."""
    try:
        name = tzlocal.get_localzone_name()
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


def now() -> datetime:
    """Return the present instant in the computer's time zone."""
    return datetime.now(ZoneInfo(time_zone()))


def open_window(journal: Path, places: Surroundings) -> int:
    """Open the window on a journal, created where there is none; return the exit status.

    Raises
    ------
    RefusedRequest
        Where another window holds the journal, which is brought to the front then.
    """
    if bring_forward(JournalPaths(journal)):
        raise RefusedRequest(_("The journal is open already; its window comes to the front."))
    # Nothing of a start is garbage; the front lets the collector work again.
    gc.disable()
    preferences = PreferencesFile(places.config_dir / "preferences.json")
    room = JournalRoom(places, preferences)
    room.begin(journal)
    try:
        use_language(preferences.current.language)
        use_locale(preferences.current.language)
        return _run_window(journal, places, preferences, room)
    finally:
        gc.enable()
        room.close()


def _run_window(
    journal: Path, places: Surroundings, preferences: PreferencesFile, room: JournalRoom
) -> int:
    for module in NEEDED_BEFORE_QT:
        importlib.import_module(module)
    try:
        from symptrack.gui.application import qt_says_nothing
        from symptrack.gui.front import Front
    except ImportError as error:
        raise RefusedRequest(_library_missing(error)) from None

    front = Front(
        preferences,
        room.open,
        lambda country: help_items(load_help_lines(), country, Patient(), OwnHelp()),
        recovery=room.recovery,
        let_go=room.close,
        doors=room.doors,
        erase=room.erase,
    )
    with _watching(front, places.log_file), qt_says_nothing():
        status = front.run(journal)
        room.finish()
        return status


def _library_missing(error: ImportError) -> str:
    library = str(error).split(":", maxsplit=1)[0]
    return _(
        "Symptrack's window needs a part of the system that is missing here, {library}; "
        "the commands listed by 'symptrack --help' work without it."
    ).format(library=library)


@contextmanager
def _watching(front: "Front", log_file: Path) -> Iterator[None]:
    """Log what should not happen by its kind and place, never with a value, and say so."""
    _log.propagate = False

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            front.app.quit()
            return
        front.window.say_unexpected()
        log(error, trace)

    def log(error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError), _written_to(log_file):
            _log.error("unexpected %s", place_of(error, trace))

    former = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = note
    # Not in the window's thread, or in the middle of anything: only logged.
    threading.excepthook = lambda one: log(one.exc_value, one.exc_traceback)
    sys.unraisablehook = lambda one: log(one.exc_value, one.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = former


@contextmanager
def _written_to(file: Path) -> Iterator[None]:
    """Log into a file, which is not held open: it may be erased meanwhile."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        handler.close()


def place_of(error: BaseException | None, trace: TracebackType | None) -> str:
    """Return the kind of an error and where it arose; its text may hold health data."""
    frames = traceback.extract_tb(trace)
    where = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-4:])
    )
    return f"{type(error).__name__} at {where or 'an unknown place'}"
