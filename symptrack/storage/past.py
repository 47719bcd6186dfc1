"""What can come back into an open journal: what lies in its trash, and what records were before."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import (
    DeletedRecord,
    Kind,
    Place,
    Record,
    named_by,
    naming_nothing,
    place_of,
)
from symptrack.storage.draft_repository import DraftRepository
from symptrack.storage.guarded_journal import GuardedJournal
from symptrack.storage.holding import holding_of
from symptrack.storage.plain import same_content
from symptrack.storage.repository import Repository
from symptrack.storage.revision_repository import RevisionRepository
from symptrack.storage.trash_repository import TrashRepository
from symptrack.texts import _

KEPT_FOR = timedelta(days=90)
"""How long what was deleted lies in the trash."""


class Past:
    """The trash and the earlier versions of an open journal.

    Each method that writes is one transaction: all of it, or nothing. What comes back never names
    a session or a series that is gone for good: it stands by its time then.
    """

    def __init__(
        self,
        journal: GuardedJournal,
        records: Mapping[Kind, Repository[Any]],
        trash: TrashRepository,
        revisions: RevisionRepository,
        drafts: DraftRepository,
    ) -> None:
        self._journal, self._records = journal, records
        self._trash, self._revisions, self._drafts = trash, revisions, drafts

    def deleted(self) -> tuple[DeletedRecord, ...]:
        """Return all that lies in the trash, in the order it came there."""
        with self._journal.guarded():
            return self._trash.load()

    def restore(self, places: Sequence[Place]) -> None:
        """Take records out of the trash.

        Raises
        ------
        RefusedRequest
            Where one does not lie there.
        """
        with self._journal.writing():
            found = [self._lying(place) for place in places]
            for place in places:
                self._trash.remove(*place)
            together = set(places)
            for one in found:
                self._records[one.kind].insert([self._loosened(one.record, together)])

    def put_back(self, deleted: Sequence[DeletedRecord]) -> None:
        """Put what was restored into the trash again, as it is now, deleted when it was.

        Raises
        ------
        RefusedRequest
            Where one is not in the journal.
        """
        with self._journal.writing():
            for one in deleted:
                record = self._present((one.kind, one.record.id))
                again = DeletedRecord(kind=one.kind, deleted_at=one.deleted_at, record=record)
                self._trash.put([again])
                self._records[one.kind].remove(record.id)

    def remove(self, places: Sequence[Place]) -> None:
        """Remove records for good, with what they were before and what is typed of a change.

        More than one is backed up first; where that fails, nothing is removed.

        Raises
        ------
        RefusedRequest
            Where one does not lie in the trash.
        """
        if len(places) > 1:
            self._journal.backups.make_before()
        with self._journal.writing():
            for place in places:
                self._lying(place)
            self._forget(places)

    def expire(self) -> int:
        """Remove for good what has lain in the trash for 90 days; return how many records.

        Nothing leaves while the clock shows a time before something that was written already: it
        looks set back, or was ahead then, and what it says of 90 days is worth nothing.
        """
        now = self._journal.now()
        with self._journal.guarded():
            lying = self._trash.times()
            due = [place for place, deleted_at in lying.items() if now - deleted_at >= KEPT_FOR]
            if not due or self._newest_at(lying.values()) > now:
                return 0
            with self._journal.writing():
                self._forget(due)
            return len(due)

    def revised(self) -> frozenset[Place]:
        """Return every record of which an earlier version is kept."""
        with self._journal.guarded():
            return self._revisions.revised()

    def being_changed(self, record_id: str) -> bool:
        """Whether a change of a record is begun and not saved."""
        with self._journal.guarded():
            return self._drafts.has_of(record_id)

    def revert(self, record: Record) -> None:
        """Make a record what it was; what it says now becomes an earlier version.

        What is typed of a change of it is let go, as it began from what it says now.

        Raises
        ------
        RefusedRequest
            Where it is not in the journal.
        """
        place = place_of(record)
        with self._journal.writing():
            there, wanted = self._present(place), self._loosened(record, set())
            self._drafts.discard_of(record.id)
            if not same_content(there, wanted):
                self._revisions.keep(there, self._journal.now())
                self._records[place[0]].replace(wanted)

    def _lying(self, place: Place) -> DeletedRecord:
        found = self._trash.get(*place)
        if found is None:
            raise RefusedRequest(_("This entry is not in the trash."))
        return found

    def _present(self, place: Place) -> Record:
        record: Record | None = self._records[place[0]].get(place[1])
        if record is None:
            raise RefusedRequest(_("This entry is no longer in the journal."))
        return record

    def _loosened(self, record: Record, coming: set[Place]) -> Record:
        """Return a record that names only what is there, comes with it, or lies in the trash."""
        named = named_by(record)
        if named is None or named in coming:
            return record
        kind, record_id = named
        known = self._records[kind].get(record_id) or self._trash.get(kind, record_id)
        return record if known else naming_nothing(record)

    def _forget(self, places: Sequence[Place]) -> None:
        for kind, record_id in places:
            self._trash.remove(kind, record_id)
            self._revisions.forget(kind, record_id)
            self._drafts.discard_of(record_id)
            self._records[kind].let_go(record_id)
        for left in self._trash.load():
            if named_by(left.record) in places:
                self._trash.rewrite(naming_nothing(left.record))

    def _newest_at(self, deleted_at: Iterable[datetime]) -> datetime:
        """Return the latest time at which anything is known to have been written."""
        backup = self._journal.backups.newest
        with self._journal.guarded() as opened:
            others = (
                holding_of(opened.db).newest_at,
                self._revisions.newest_at(),
                self._drafts.newest_at(),
                backup.made_at if backup is not None else None,
            )
        return max([*deleted_at, *(one for one in others if one is not None)])
