"""What came of an import."""

from dataclasses import dataclass, field

from symptrack.domain.journal import Kind


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record with an id that the journal knows and with other content; the journal's was kept."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class MergeResult:
    """How many records of each kind an import added, skipped or left alone.

    Kinds that had none are left out. ``skipped`` were there with the same content; ``in_trash``
    lie in the journal's trash and stay there; ``added_to_trash`` came as deleted and were not
    known. ``choices_filled`` says that something of patient, symptoms or settings was filled.
    """

    added: dict[Kind, int] = field(default_factory=dict)
    skipped: dict[Kind, int] = field(default_factory=dict)
    kept: tuple[Conflict, ...] = ()
    in_trash: dict[Kind, int] = field(default_factory=dict)
    added_to_trash: dict[Kind, int] = field(default_factory=dict)
    choices_filled: bool = False
