"""Any copy of a journal that a patient may point at: a backup, or a copy kept elsewhere."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from symptrack.domain.errors import JournalDamaged, JournalTooNew, RefusedFile
from symptrack.domain.journal import Journal
from symptrack.storage.backup_writing import keys_for
from symptrack.storage.copying import opened_copy
from symptrack.storage.durable import make_folder
from symptrack.storage.elsewhere import ENDING, opened_file
from symptrack.storage.failure import translated
from symptrack.storage.held_key import HeldKey
from symptrack.storage.holding import Holding, holding_of
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, readable
from symptrack.storage.reading import journal_in
from symptrack.storage.restoring import Restored, restore_database
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class CopyContent:
    """What a copy holds."""

    holding: Holding
    journal: Journal


@dataclass(frozen=True, slots=True)
class _Source:
    database: Path
    keys: Mapping[str, HeldKey]
    new_data_key: bool


def needs_code(file: Path) -> bool:
    """Whether a copy is opened by a recovery code; others open by a key that lies here."""
    return file.suffix.lower() == ENDING


def content_of(
    paths: JournalPaths, file: Path, code: str = "", *, opener: Opener = readable
) -> CopyContent:
    """Return what a copy holds, all its checks passed; nothing changes.

    Parameters
    ----------
    paths
        The journal that it would be restored to.
    code
        The recovery code, for a copy that needs one.
    opener
        What opens the keys that lie here.

    Raises
    ------
    RefusedFile
        Where the file is no sound copy that opens here.
    RefusedRequest
        Where the code does not open it.
    JournalUnavailable
        Where there is no room beside the journal to look at it.
    """
    with _source(paths, file, code, opener) as source:
        return _checked(source, file, paths)


def restore_copy(
    paths: JournalPaths,
    file: Path,
    code: str = "",
    *,
    now: Callable[[], datetime],
    opener: Opener = readable,
) -> Restored:
    """Put a copy in the journal's place; the journal must not be open.

    Raises
    ------
    SymptrackError
        As :func:`content_of`, or as :func:`~symptrack.storage.restoring.restore_backup`.
    """
    with _source(paths, file, code, opener) as source:
        _checked(source, file, paths)
        return restore_database(
            paths,
            source.database,
            source.keys,
            now=now,
            new_data_key=source.new_data_key,
            opener=opener,
        )


@contextmanager
def _source(paths: JournalPaths, file: Path, code: str, opener: Opener) -> Iterator[_Source]:
    if needs_code(file):
        with opened_file(paths, file, code, opener) as (database, own, of_its_own):
            yield _Source(database, own, new_data_key=of_its_own)
        return
    keys = keys_for(paths, JournalPaths(file).keys, opener)
    yield _Source(file, keys, new_data_key=False)


def _checked(source: _Source, file: Path, paths: JournalPaths) -> CopyContent:
    if not source.database.is_file():
        raise RefusedFile(_("{name} cannot be read.").format(name=file.name))
    with translated():
        make_folder(paths.database.parent)
    try:
        with opened_copy(source.database, source.keys, paths) as (db, _key):
            return CopyContent(holding_of(db), journal_in(db))
    except JournalTooNew:
        raise RefusedFile(
            _("This copy was made by a later version of Symptrack; install that first.")
        ) from None
    except JournalDamaged:
        raise RefusedFile(
            _(
                "{name} is not a copy of this journal, or a part of it is damaged; "
                "nothing was changed."
            ).format(name=file.name)
        ) from None
