"""Taking a file in, and undoing that days later.

An import is kept, with its file, until the patient undoes or confirms it. Undoing takes out what
came in and is as it came; what was changed since by hand stays, and so does what something that
stays refers to.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import KIND_OF, Journal, Kind, Place, Record
from symptrack.domain.limits import LABEL_LENGTH
from symptrack.domain.session import Session
from symptrack.storage.choices_repository import ChoicesRepository
from symptrack.storage.guarded_journal import GuardedJournal
from symptrack.storage.import_repository import ImportedChoices, ImportRepository, KeptImport
from symptrack.storage.merging import MergeResult, merge
from symptrack.storage.plain import same_content
from symptrack.storage.record_repositories import record_repositories
from symptrack.storage.repository import Repository
from symptrack.storage.revision_repository import RevisionRepository
from symptrack.storage.sqlcipher import Database
from symptrack.storage.trash_repository import TrashRepository
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file as the patient gave it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Undone:
    """How many records of each kind undoing takes out, and how many stay because they changed."""

    removed: Mapping[Kind, int] = field(default_factory=dict)
    stays: Mapping[Kind, int] = field(default_factory=dict)


class Imports:
    """The imports of an open journal; its methods may be called from any thread."""

    def __init__(self, journal: GuardedJournal) -> None:
        self._journal = journal

    def take_in(self, incoming: Journal, file: ImportedFile) -> MergeResult:
        """Take in a journal, all or nothing, by the rules of :mod:`.merging`, and keep its file.

        A journal that holds anything is backed up first; where that fails, nothing changes. Where
        nothing new comes in, nothing is kept.
        """
        self._journal.backups.make_before()
        with self._journal.guarded() as opened, self._journal.writing():
            choices = ChoicesRepository(opened.db)
            before = _choices_now(choices)
            result = merge(
                incoming, record_repositories(opened.db), TrashRepository(opened.db), choices
            )
            if result.new or result.choices_filled:
                kept = KeptImport(
                    id=str(uuid.uuid4()),
                    imported_at=self._journal.now(),
                    file_name=file.name[:LABEL_LENGTH],
                    counts={},
                )
                filled = _filled(before, _choices_now(choices))
                ImportRepository(opened.db).keep(kept, file.content, result.new, filled)
        return result

    def all(self) -> tuple[KeptImport, ...]:
        """Return the imports that can be undone, the latest first."""
        with self._journal.guarded() as opened:
            return ImportRepository(opened.db).all()

    def file(self, import_id: str) -> bytes | None:
        """Return the file of an import, or ``None`` where it is not kept any more."""
        with self._journal.guarded() as opened:
            return ImportRepository(opened.db).file(import_id)

    def undo_preview(self, import_id: str) -> Undone:
        """Return what undoing an import would do.

        Raises
        ------
        RefusedRequest
            Where it was undone or confirmed before.
        """
        with self._journal.guarded() as opened:
            return _Undoing(opened.db, import_id).outcome

    def undo(self, import_id: str) -> Undone:
        """Take out what an import brought, all or nothing; a backup is made first.

        Raises
        ------
        RefusedRequest
            Where it was undone or confirmed before.
        """
        self._journal.backups.make_before()
        with self._journal.guarded() as opened, self._journal.writing():
            undoing = _Undoing(opened.db, import_id)
            undoing.carry_out()
            return undoing.outcome

    def confirm(self, import_id: str) -> None:
        """Keep what an import brought for good: its file goes, and it cannot be undone."""
        with self._journal.guarded() as opened, self._journal.writing():
            ImportRepository(opened.db).forget(import_id)


class _Undoing:
    """One import being undone, within the caller's transaction."""

    def __init__(self, db: Database, import_id: str) -> None:
        self._id = import_id
        self._imports = ImportRepository(db)
        self._trash = TrashRepository(db)
        self._choices = ChoicesRepository(db)
        self._records: dict[Kind, Repository[Any]] = record_repositories(db)
        choices = self._imports.choices(import_id)
        if choices is None:
            raise RefusedRequest(_("This import can no longer be undone."))
        self._filled = choices
        self._live: dict[Place, Record] = {
            (kind, one.id): one for kind, them in self._records.items() for one in them.load()
        }
        self._lying = {(one.kind, one.record.id): one.record for one in self._trash.load()}
        came = {(KIND_OF[type(one)], one.id): one for one in self._imports.records(import_id)}
        there = {**self._lying, **self._live}
        changed = RevisionRepository(db).revised()
        self._goes = {
            place
            for place, record in came.items()
            if place in there and same_content(record, there[place]) and place not in changed
        }
        self._keep_what_is_referred_to()
        self.outcome = Undone(
            removed=_counted(self._goes & self._live.keys()),
            stays=_counted((came.keys() & self._live.keys()) - self._goes),
        )

    def carry_out(self) -> None:
        """Take out what goes."""
        for kind, record_id in self._goes:
            if (kind, record_id) in self._live:
                self._records[kind].remove(record_id)
            else:
                self._trash.remove(kind, record_id)
        self._take_back_choices()
        self._imports.forget(self._id)

    def _keep_what_is_referred_to(self) -> None:
        """Keep the sessions of what stays, then the series of the sessions that stay."""
        for kind, name in ((Kind.SESSIONS, "session_id"), (Kind.SERIES, "series_id")):
            used = {getattr(one, name, None) for one in self._staying()}
            self._goes -= {(kind, one) for one in used if one is not None}

    def _staying(self) -> Iterable[CheckIn | Session]:
        for records in (self._live, self._lying):
            for place, record in records.items():
                if place not in self._goes and isinstance(record, CheckIn | Session):
                    yield record

    def _take_back_choices(self) -> None:
        """Take back what the import filled in and nobody changed or uses."""
        filled = self._filled
        if self._choices.patient() == filled.patient_after != filled.patient_before:
            self._choices.save_patient(filled.patient_before)
        if self._choices.settings() == filled.settings_after != filled.settings_before:
            self._choices.save_settings(filled.settings_before)
        staying = [one for one in self._staying() if isinstance(one, CheckIn)]
        rated = {key for one in staying for key in one.ratings}
        named = {entry.effect for one in staying for entry in one.side_effects}
        for symptom in set(filled.symptoms) & set(self._choices.symptoms()):
            if symptom.key not in rated:
                self._choices.remove_symptom(symptom.key)
        for effect in set(filled.side_effects) & set(self._choices.own_effects()):
            if effect.key not in named:
                self._choices.remove_own_effect(effect.key)


def _choices_now(choices: ChoicesRepository) -> Journal:
    return Journal(
        patient=choices.patient(),
        settings=choices.settings(),
        symptoms=choices.symptoms(),
        side_effects=choices.own_effects(),
    )


def _filled(before: Journal, after: Journal) -> ImportedChoices:
    known, named = set(before.symptoms), set(before.side_effects)
    return ImportedChoices(
        patient_before=before.patient,
        patient_after=after.patient,
        settings_before=before.settings,
        settings_after=after.settings,
        symptoms=tuple(one for one in after.symptoms if one not in known),
        side_effects=tuple(one for one in after.side_effects if one not in named),
    )


def _counted(places: Iterable[Place]) -> dict[Kind, int]:
    return dict(Counter(kind for kind, _id in places))
