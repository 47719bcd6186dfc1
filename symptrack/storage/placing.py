"""A whole journal put in its place at once, and what was there moved aside, never deleted."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.storage.durable import make_folder, sync_folder
from symptrack.storage.failure import translated
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.lock import JournalLock
from symptrack.storage.merging import MergeResult
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class Placed:
    """What the new journal took in, and the folder in which the former one now lies."""

    result: MergeResult
    aside: Path | None


def occupied(paths: JournalPaths) -> bool:
    """Whether a journal, or what is left of one, lies there."""
    return any(path.exists() for path in _moved_together(paths))


def place_journal(
    paths: JournalPaths,
    journal: Journal,
    *,
    now: Callable[[], datetime],
    replace: bool,
    file: ImportedFile | None = None,
) -> Placed:
    """Create a journal that holds ``journal`` from its first moment on.

    It is built in a folder beside its place and moved there when it is whole. Where ``replace``
    allows it, what was there is moved into the folder of damaged journals. A ``file`` that it
    comes from is kept with it, so that taking it in can be undone.

    Raises
    ------
    RefusedRequest
        Where something is there and ``replace`` is false.
    JournalUnavailable
        Where it cannot be written or is in use. What was there is in its place then.
    """
    with translated():
        parent = paths.database.parent
        make_folder(parent)
        lock = JournalLock.take(paths.lock)
        try:
            if occupied(paths) and not replace:
                raise RefusedRequest(
                    _("There is already a journal {name}; nothing was written.").format(
                        name=paths.database.name
                    )
                )
            folder = Path(tempfile.mkdtemp(prefix=paths.passing, dir=parent))
            try:
                built = JournalPaths(folder / paths.database.name)
                with Store.open(built, now=now, create=True) as store:
                    result = Imports(store).take_in(journal, file) if file else store.merge(journal)
                aside = _exchange(built, paths, now())
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            lock.release(clean=True)
        return Placed(result, aside)


def _moved_together(paths: JournalPaths) -> tuple[Path, ...]:
    # SQLite's rollback file right after its database: apart from it, it would be taken for
    # another one's. The database comes last but for the keys: they are of use without it.
    return paths.backups, paths.database, paths.rollback, paths.keys


def _exchange(built: JournalPaths, paths: JournalPaths, now: datetime) -> Path | None:
    """Move a closed journal to its place, and what was there aside; return the folder it lies in.

    Where one move fails, those before it are taken back: an old journal is better than none.
    """
    aside = _folder_aside(paths, now) if occupied(paths) else None
    moved: list[tuple[Path, Path]] = []
    try:
        if aside is not None:
            for path in _moved_together(paths):
                with suppress(FileNotFoundError):
                    _move(path, aside / path.name, moved)
            sync_folder(aside)
            sync_folder(paths.database.parent)
        # The keys go first, so that no database ever stands without them.
        _move(built.backups, paths.backups, moved)
        _move(built.keys, paths.keys, moved)
        sync_folder(paths.database.parent)
        _move(built.database, paths.database, moved)
        sync_folder(paths.database.parent)
    except BaseException:
        _take_back(moved, aside)
        raise
    return aside


def _folder_aside(paths: JournalPaths, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    make_folder(paths.damaged)
    return Path(tempfile.mkdtemp(prefix=f"{stamp}_", dir=paths.damaged))


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    """Move a file or folder, and note it."""
    source.rename(target)
    moved.append((source, target))


def _take_back(moved: list[tuple[Path, Path]], aside: Path | None) -> None:
    """Undo moves, the last first; what cannot be moved back stays where it is."""
    for source, target in reversed(moved):
        with suppress(OSError):
            target.rename(source)
    if aside is not None:
        for folder in (aside, aside.parent):
            with suppress(OSError):  # there is something in it
                folder.rmdir()
