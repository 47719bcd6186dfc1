"""The repositories against a dictionary, step by step, whatever the order of the steps."""

import tempfile
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import (
    KIND_OF,
    DeletedRecord,
    Kind,
    Place,
    Record,
    named_by,
    naming_nothing,
)
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_id,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)

# Few ids, so that steps meet; each may stand in every kind.
IDS = [make_id() for _ in range(3)]
BEGINS_AT = at("2026-09-01 21:00")


def record(record_id: str, kind: Kind, variant: int) -> Record:
    """Return one of four contents of a record; the last names a session or a series."""
    effects = tuple(make_effect(effect) for effect in ("nausea", "dizziness")[: variant % 3])
    named = IDS[0] if variant == 3 else None
    makers: dict[Kind, Any] = {
        Kind.SERIES: lambda: make_series(goal=str(variant), conditions=("a", "b")[:variant]),
        Kind.SESSIONS: lambda: make_session(note=str(variant), series_id=named),
        Kind.CHECK_INS: lambda: make_check_in(
            ratings={"mood": variant}, side_effects=effects, session_id=named
        ),
        Kind.RESPONSES: lambda: make_response(answers={"q1": variant}),
        Kind.CLINIC_SCORES: lambda: make_clinic_score(total=variant),
        Kind.MEDICATIONS: lambda: make_medication(note=str(variant)),
        Kind.VISITS: lambda: make_visit(questions=str(variant)),
    }
    made: Record = replace(makers[kind](), id=record_id)
    return made


RECORDS = st.builds(record, st.sampled_from(IDS), st.sampled_from(Kind), st.integers(0, 3))
PLACES = st.tuples(st.sampled_from(Kind), st.sampled_from(IDS))


def loosened(one: Record, known: set[Place]) -> Record:
    """Return a record that names nothing which is not known."""
    named = named_by(one)
    return one if named is None or named in known else naming_nothing(one)


class JournalMachine(RuleBasedStateMachine):
    """What a journal should hold, beside what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="symptrack-test-")
        self.paths = JournalPaths(Path(self.folder.name) / "symptrack.db")
        self.alive: dict[Place, Record] = {}
        self.trash: dict[Place, Record] = {}
        self.deleted_at: dict[Place, datetime] = {}
        self.now = self.newest_at = BEGINS_AT
        self.before: dict[Place, list[Record]] = defaultdict(list)
        self.drafts: dict[str, Any] = {}

    def teardown(self) -> None:
        """Close the journal and remove its folder."""
        self.store.close()
        self.folder.cleanup()

    @initialize()
    def create(self) -> None:
        """Begin with a new journal."""
        self.open(create=True)

    def open(self, *, create: bool = False) -> None:
        """Open the journal."""
        self.store = Store.open(self.paths, now=lambda: self.now, create=create)

    def refused(self, write: Any) -> bool:
        """Whether a write is refused."""
        try:
            write()
        except RefusedRequest:
            return True
        return False

    @rule(new=RECORDS)
    def add(self, new: Record) -> None:
        """Add a record where its id is free."""
        place = (KIND_OF[type(new)], new.id)
        refused = self.refused(lambda: self.store.add(new))
        assert refused == (place in self.alive or place in self.trash)
        if not refused:
            self.alive[place] = new

    @rule(new=RECORDS)
    def revise(self, new: Record) -> None:
        """Change a record that is there."""
        place = (KIND_OF[type(new)], new.id)
        refused = self.refused(lambda: self.store.revise(new))
        assert refused == (place not in self.alive)
        if not refused:
            self.put(place, new)

    @rule(new=RECORDS, empty=st.booleans())
    def amend(self, new: Record, empty: bool) -> None:
        """Go on giving a record that is there; it leaves no revision."""
        place = (KIND_OF[type(new)], new.id)
        refused = self.refused(lambda: self.store.amend(new, empty=empty))
        assert refused == (place not in self.alive)
        if not refused:
            self.alive.pop(place)
            self.alive |= {} if empty else {place: new}

    @rule(new=RECORDS)
    def complete(self, new: Record) -> None:
        """Save a form."""
        place = (KIND_OF[type(new)], new.id)
        self.store.complete(new, draft=place[0].value)
        self.drafts.pop(place[0].value, None)
        if place in self.trash:
            self.before[place].append(self.trash.pop(place))
        self.put(place, new)

    def put(self, place: Place, new: Record) -> None:
        """Note a record, and what was there."""
        there = self.alive.get(place, new)
        if there != new:
            self.before[place].append(there)
        self.alive[place] = new

    @rule(place=PLACES)
    def delete(self, place: Place) -> None:
        """Delete a record that is there."""
        refused = self.refused(lambda: self.store.delete(*place))
        assert refused == (place not in self.alive)
        if not refused:
            self.trash[place] = self.alive.pop(place)
            self.deleted_at[place] = self.now

    @rule(place=PLACES)
    def restore(self, place: Place) -> None:
        """Restore a record from the trash."""
        refused = self.refused(lambda: self.store.restore(*place))
        assert refused == (place not in self.trash)
        if not refused:
            self.alive[place] = self.trash.pop(place)

    @rule(places=st.lists(PLACES, min_size=1, max_size=3, unique=True))
    def restore_several(self, places: list[Place]) -> None:
        """Restore several records together; what they name is there, comes along, or is left."""
        refused = self.refused(lambda: self.store.past.restore(places))
        assert refused == any(place not in self.trash for place in places)
        if not refused:
            coming = {place: self.trash.pop(place) for place in places}
            known = {*self.alive, *self.trash, *coming}
            self.alive |= {place: loosened(one, known) for place, one in coming.items()}

    @rule(place=PLACES, days=st.integers(0, 100))
    def put_back(self, place: Place, days: int) -> None:
        """Undo that a record was restored."""
        one = DeletedRecord(
            kind=place[0],
            deleted_at=self.now - timedelta(days=days),
            record=record(place[1], place[0], 0),
        )
        refused = self.refused(lambda: self.store.past.put_back([one]))
        assert refused == (place not in self.alive)
        if not refused:
            self.trash[place] = self.alive.pop(place)
            self.deleted_at[place] = one.deleted_at

    @rule(places=st.lists(PLACES, min_size=1, max_size=2, unique=True))
    def remove(self, places: list[Place]) -> None:
        """Remove records for good."""
        refused = self.refused(lambda: self.store.past.remove(places))
        assert refused == any(place not in self.trash for place in places)
        if not refused:
            self.forget(places)

    @rule(days=st.integers(-60, 200))
    def expire(self, days: int) -> None:
        """Let the clock go on, or set it back, and let go what has lain there for 90 days."""
        self.now += timedelta(days=days)
        due = [one for one in self.trash if self.now - self.deleted_at[one] >= timedelta(days=90)]
        left = self.store.past.expire()
        # With the clock set back all stays, unless nothing was written at the later time.
        assert left in ({len(due)} if self.now >= self.newest_at else {0, len(due)})
        self.forget(due if left else [])

    def forget(self, places: list[Place]) -> None:
        """Note that records are gone for good."""
        for place in places:
            del self.trash[place]
            self.before.pop(place, None)
        for held in (self.alive, self.trash):
            for place, one in held.items():
                if named_by(one) in places:
                    held[place] = naming_nothing(one)

    @rule(new=RECORDS)
    def revert(self, new: Record) -> None:
        """Make a record that is there what it might have been."""
        place = (KIND_OF[type(new)], new.id)
        refused = self.refused(lambda: self.store.past.revert(new))
        assert refused == (place not in self.alive)
        if not refused:
            self.put(place, loosened(new, {*self.alive, *self.trash}))

    @rule(records=st.lists(RECORDS, max_size=4, unique_by=lambda one: (KIND_OF[type(one)], one.id)))
    def merge(self, records: list[Record]) -> None:
        """Import a file."""
        lists: dict[str, list[Record]] = defaultdict(list)
        for one in records:
            place = (KIND_OF[type(one)], one.id)
            lists[place[0].value].append(one)
            if place not in self.trash:
                self.alive.setdefault(place, one)
        self.store.merge(make_journal(**lists))

    @rule(kind=st.sampled_from(Kind), content=st.dictionaries(st.text(), st.integers()))
    def save_draft(self, kind: Kind, content: dict[str, Any]) -> None:
        """Type something."""
        self.store.save_draft(kind.value, content)
        self.drafts[kind.value] = content

    @rule(kind=st.sampled_from(Kind))
    def discard_draft(self, kind: Kind) -> None:
        """Give up what was typed."""
        self.store.discard_draft(kind.value)
        self.drafts.pop(kind.value, None)

    @rule()
    def reopen(self) -> None:
        """Close the journal and open it again."""
        self.store.close()
        self.open()

    @invariant()
    def it_knows_when_it_was_written(self) -> None:
        """Note the time of the latest step, before which no clock is believed."""
        self.newest_at = max(self.newest_at, self.now)

    @invariant()
    def it_holds_what_it_should(self) -> None:
        """Compare everything."""
        journal = self.store.load()
        held = {(kind, one.id): one for kind in Kind for one in getattr(journal, kind.value)}
        assert held == self.alive
        assert {(one.kind, one.record.id): one.record for one in journal.deleted} == self.trash
        for kind in Kind:
            draft = self.store.draft(kind.value)
            assert (draft.content if draft else None) == self.drafts.get(kind.value)
            for record_id in IDS:
                place = (kind, record_id)
                history = [one.record for one in self.store.history(*place)]
                assert history == self.before[place]
                assert self.store.get(*place) == self.alive.get(place)


TestJournalMachine = JournalMachine.TestCase
TestJournalMachine.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
