"""The repositories against a dictionary, step by step, whatever the order of the steps."""

import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import KIND_OF, Kind, Record
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
Place = tuple[Kind, str]


def record(record_id: str, kind: Kind, variant: int) -> Record:
    """Return one of four contents of a record."""
    effects = tuple(make_effect(effect) for effect in ("nausea", "dizziness")[: variant % 3])
    makers: dict[Kind, Any] = {
        Kind.SERIES: lambda: make_series(goal=str(variant), conditions=("a", "b")[:variant]),
        Kind.SESSIONS: lambda: make_session(note=str(variant)),
        Kind.CHECK_INS: lambda: make_check_in(ratings={"mood": variant}, side_effects=effects),
        Kind.RESPONSES: lambda: make_response(answers={"q1": variant}),
        Kind.CLINIC_SCORES: lambda: make_clinic_score(total=variant),
        Kind.MEDICATIONS: lambda: make_medication(note=str(variant)),
        Kind.VISITS: lambda: make_visit(questions=str(variant)),
    }
    made: Record = replace(makers[kind](), id=record_id)
    return made


RECORDS = st.builds(record, st.sampled_from(IDS), st.sampled_from(Kind), st.integers(0, 3))
PLACES = st.tuples(st.sampled_from(Kind), st.sampled_from(IDS))


class JournalMachine(RuleBasedStateMachine):
    """What a journal should hold, beside what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="symptrack-test-")
        self.paths = JournalPaths(Path(self.folder.name) / "symptrack.db")
        self.alive: dict[Place, Record] = {}
        self.trash: dict[Place, Record] = {}
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
        self.store = Store.open(self.paths, now=lambda: at("2026-09-01 21:00"), create=create)

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

    @rule(place=PLACES)
    def restore(self, place: Place) -> None:
        """Restore a record from the trash."""
        refused = self.refused(lambda: self.store.restore(*place))
        assert refused == (place not in self.trash)
        if not refused:
            self.alive[place] = self.trash.pop(place)

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
