"""An open journal."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import KIND_OF, DeletedRecord, Journal, Kind, Record
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.choices_repository import ChoicesRepository
from symptrack.storage.draft_repository import JSON, Draft, DraftRepository
from symptrack.storage.guarded_journal import GuardedJournal
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, readable
from symptrack.storage.opening import OpenJournal, open_journal
from symptrack.storage.plain import same_content
from symptrack.storage.reading import read_journal
from symptrack.storage.record_repositories import record_repositories
from symptrack.storage.revision_repository import Revision, RevisionRepository
from symptrack.storage.trash_repository import TrashRepository
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.storage.merging import MergeResult
    from symptrack.storage.past import Past
    from symptrack.storage.search_repository import Found


class _RehearsedError(Exception):
    """Ends a transaction that was only a rehearsal."""


class Store(GuardedJournal):
    """An open journal; a context manager.

    It holds the journal's one connection; threads may share it: one method runs at a time. Each
    method that writes is one transaction: on the disk when it returns, and when it raises nothing
    has changed. All may raise :class:`~symptrack.domain.errors.JournalUnavailable`.
    """

    def __init__(
        self, paths: JournalPaths, journal: OpenJournal, now: Callable[[], datetime]
    ) -> None:
        super().__init__(paths, journal, now)
        self._db = db = journal.db
        self._records = record_repositories(db)
        self._choices = ChoicesRepository(db)
        self._revisions = RevisionRepository(db)
        self._trash = TrashRepository(db)
        self._drafts = DraftRepository(db)
        self._past: Past | None = None

    @classmethod
    def open(
        cls,
        paths: JournalPaths,
        *,
        now: Callable[[], datetime],
        create: bool = False,
        opener: Opener = readable,
    ) -> "Store":
        """Open the journal, or create it where there is none and ``create`` allows it.

        Parameters
        ----------
        now
            The clock: an aware instant, for revisions, the trash and drafts.
        opener
            What opens the key, where a passphrase protects it.

        Raises
        ------
        JournalUnavailable
            As what it means: missing, in use, damaged, too new, locked, without its key,
            read-only, no room, or not encrypted. What is on the disk stays as it is.
        """
        return cls(paths, open_journal(paths, now=now, create=create, opener=opener), now)

    @property
    def past(self) -> "Past":
        """What can come back; its part of the program is loaded when first used."""
        if self._past is None:
            from symptrack.storage.past import Past

            self._past = Past(self, self._records, self._trash, self._revisions, self._drafts)
        return self._past

    def load(self, *, since: datetime | None = None) -> Journal:
        """Return it; with ``since``: check-ins and responses from then on, nothing of the trash."""
        with self.guarded():
            return read_journal(self._records, self._choices, self._trash, since)

    def patient(self) -> Patient:
        """Return what the patient said of themselves."""
        with self.guarded():
            return self._choices.patient()

    def settings(self) -> Settings:
        """Return the patient's choices that belong to the journal."""
        with self.guarded():
            return self._choices.settings()

    def get(self, kind: Kind, record_id: str) -> Record | None:
        """Return one record, or ``None`` where there is none or it lies in the trash."""
        with self.guarded():
            record: Record | None = self._records[kind].get(record_id)
            return record

    def all_of(self, kind: Kind) -> tuple[Record, ...]:
        """Return every record of one kind, for who needs little else of a long journal."""
        with self.guarded():
            records: tuple[Record, ...] = self._records[kind].load()
            return records

    def search(self, asked: str) -> "tuple[Found, ...]":
        """Return the texts of the journal in which all words asked for begin a word."""
        from symptrack.storage.search_repository import SearchRepository

        with self.guarded():
            return SearchRepository(self._db).find(asked)

    def add(self, record: Record) -> None:
        """Save a new record.

        Raises
        ------
        RefusedRequest
            Where its id is in the journal or in its trash.
        """
        kind = KIND_OF[type(record)]
        with self.writing():
            if self._records[kind].get(record.id) or self._trash.get(kind, record.id):
                raise RefusedRequest(_("This entry is already in the journal or in its trash."))
            self._records[kind].insert([record])

    def revise(self, record: Record) -> None:
        """Save a changed record, keeping what was there as a revision; no change, no revision.

        Raises
        ------
        RefusedRequest
            Where the record is not in the journal.
        """
        with self.writing():
            self._replace(self._present(KIND_OF[type(record)], record.id), record)

    def amend(self, record: Record, *, empty: bool = False) -> None:
        """Save a record that is still being given: what it said before leaves no revision.

        With ``empty`` it says nothing any more and is taken out, as if it had not been begun.

        Raises
        ------
        RefusedRequest
            Where the record is not in the journal.
        """
        kind = KIND_OF[type(record)]
        with self.writing():
            self._present(kind, record.id)
            self._records[kind].remove(record.id)
            self._records[kind].insert([] if empty else [record])

    def delete(self, kind: Kind, record_id: str) -> None:
        """Move a record to the trash.

        What refers to it keeps doing so: the check-ins of a deleted session name it still and
        belong to it again once it is restored.

        Raises
        ------
        RefusedRequest
            Where the record is not in the journal.
        """
        with self.writing():
            record = self._present(kind, record_id)
            deleted = DeletedRecord(kind=kind, deleted_at=self.now(), record=record)
            self._trash.put([deleted])
            self._records[kind].remove(record_id)

    def restore(self, kind: Kind, record_id: str) -> None:
        """Take a record out of the trash.

        Raises
        ------
        RefusedRequest
            Where it does not lie there.
        """
        with self.writing():
            deleted = self._trash.get(kind, record_id)
            if deleted is None:
                raise RefusedRequest(_("This entry is not in the trash."))
            self._trash.remove(kind, record_id)
            self._records[kind].insert([deleted.record])

    def history(self, kind: Kind, record_id: str) -> list[Revision]:
        """Return what a record was before, the earliest first."""
        with self.guarded():
            return self._revisions.of(kind, record_id)

    def save_patient(self, patient: Patient) -> None:
        """Save what the patient says of themselves."""
        with self.writing():
            self._choices.save_patient(patient)

    def save_symptom(self, symptom: Symptom) -> None:
        """Save a symptom by its key."""
        with self.writing():
            self._choices.save_symptom(symptom)

    def save_own_effect(self, effect: OwnSideEffect) -> None:
        """Save one of the patient's own side effects by its key."""
        with self.writing():
            self._choices.save_own_effect(effect)

    def save_settings(self, settings: Settings) -> None:
        """Save the patient's choices."""
        with self.writing():
            self._choices.save_settings(settings)

    def draft(self, name: str) -> Draft | None:
        """Return a draft, or ``None``."""
        with self.guarded():
            return self._drafts.get(name)

    def save_draft(self, name: str, content: Mapping[str, JSON]) -> None:
        """Save a draft in place of its former content."""
        with self.writing():
            self._drafts.save(name, content, self.now())

    def discard_draft(self, name: str) -> None:
        """Remove a draft; one that is not there is no error."""
        with self.writing():
            self._drafts.discard(name)

    def complete(self, *records: Record, draft: str) -> None:
        """Save what one form holds, new or changed, and discard its draft: all or nothing.

        Doing it again with the same records changes nothing. A record that was deleted meanwhile
        comes out of the trash, and what lay there is kept as a revision: the patient has just
        saved it.
        """
        with self.writing():
            for record in records:
                self._save(KIND_OF[type(record)], record)
            self._drafts.discard(draft)

    def merge(self, incoming: Journal) -> "MergeResult":
        """Take in another journal, all or nothing, by the rules of :mod:`.merging`.

        A journal that holds anything is backed up first; where that fails, nothing changes.
        """
        from symptrack.storage.merging import merge

        self.backups.make_before()
        with self.writing():
            return merge(incoming, self._records, self._trash, self._choices)

    def rehearse(self, incoming: Journal) -> "MergeResult":
        """Return what :meth:`merge` would come to, and change nothing."""
        from symptrack.storage.merging import merge

        with self.guarded(), suppress(_RehearsedError), self._db.atomic():
            result = merge(incoming, self._records, self._trash, self._choices)
            raise _RehearsedError
        return result

    def _present(self, kind: Kind, record_id: str) -> Record:
        record: Record | None = self._records[kind].get(record_id)
        if record is None:
            raise RefusedRequest(_("This entry is no longer in the journal."))
        return record

    def _replace(self, there: Record, record: Record) -> None:
        if not same_content(there, record):
            self._revisions.keep(there, self.now())
            self._records[KIND_OF[type(record)]].replace(record)

    def _save(self, kind: Kind, record: Record) -> None:
        there = self._records[kind].get(record.id)
        deleted = self._trash.get(kind, record.id)
        if there is not None:
            self._replace(there, record)
        else:
            self._records[kind].insert([record])
        if deleted is not None:
            self._revisions.keep(deleted.record, self.now())
            self._trash.remove(kind, record.id)
