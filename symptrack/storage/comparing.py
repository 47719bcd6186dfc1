"""What putting a copy in the journal's place would change."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from symptrack.domain.journal import Journal, Kind
from symptrack.storage.plain import same_content


@dataclass(frozen=True, slots=True)
class Difference:
    """How many records of each kind would go, come back, or be as they were; kinds with none out.

    ``choices`` says that something of patient, symptoms, own side effects or settings differs.
    """

    goes: Mapping[Kind, int] = field(default_factory=dict)
    comes: Mapping[Kind, int] = field(default_factory=dict)
    changes: Mapping[Kind, int] = field(default_factory=dict)
    choices: bool = False


def difference(journal: Journal, copy: Journal) -> Difference:
    """Return what would change in ``journal`` if it became as ``copy`` is."""
    goes, comes, changes = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for kind in Kind:
        here = {record.id: record for record in getattr(journal, kind.value)}
        there = {record.id: record for record in getattr(copy, kind.value)}
        goes[kind] = len(here.keys() - there.keys())
        comes[kind] = len(there.keys() - here.keys())
        changes[kind] = sum(
            not same_content(here[one], there[one]) for one in here.keys() & there.keys()
        )
    return Difference(
        dict(+goes), dict(+comes), dict(+changes), _choices(journal) != _choices(copy)
    )


def _choices(journal: Journal) -> tuple[object, ...]:
    symptoms = sorted(journal.symptoms, key=lambda one: one.key)
    effects = sorted(journal.side_effects, key=lambda one: one.key)
    return journal.patient, symptoms, effects, journal.settings
