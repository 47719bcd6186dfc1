"""Where the files of one journal lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class JournalPaths:
    """The database of a journal and everything that lies beside it, all named after it.

    ``other.db`` has ``other.keys.json``, ``other.backups``, …, so that two journals in one folder
    keep apart.
    """

    database: Path

    @property
    def keys(self) -> Path:
        """The keys file."""
        return self._beside("keys.json")

    @property
    def keys_copy(self) -> Path:
        """The second copy of the keys file, in the backups folder."""
        return self.backups / self.keys.name

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self._beside("backups")

    @property
    def damaged(self) -> Path:
        """The folder for damaged files moved aside; never deleted by itself."""
        return self._beside("damaged")

    @property
    def lock(self) -> Path:
        """The file that is locked while the journal is open."""
        return self._beside("lock")

    @property
    def knock(self) -> Path:
        """A file by which a second start asks the open window to come forward."""
        return self._beside("knock")

    @property
    def erasing(self) -> Path:
        """There while everything is being erased: the next opening goes on with it."""
        return self._beside("erasing")

    @property
    def passing(self) -> str:
        """How the folders begin in which copies lie for a moment, beside the journal."""
        return f".{self.database.stem}."

    @property
    def rollback(self) -> Path:
        """SQLite's rollback journal: there only while a journal is open, or after a crash."""
        return self.database.with_name(f"{self.database.name}-journal")

    def _beside(self, ending: str) -> Path:
        return self.database.with_name(f"{self.database.stem}.{ending}")
