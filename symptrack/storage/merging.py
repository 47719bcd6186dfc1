"""Taking in another journal: what is new comes in, what is there stays as it is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from symptrack.domain.journal import Journal, Kind, Record
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.storage.choices_repository import ChoicesRepository
from symptrack.storage.plain import from_plain, same_content, to_plain
from symptrack.storage.repository import Repository
from symptrack.storage.trash_repository import TrashRepository


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
    known. ``choices_filled`` says that something of patient, symptoms or settings was filled;
    ``new`` holds the records that came in, deleted ones too.
    """

    added: dict[Kind, int] = field(default_factory=dict)
    skipped: dict[Kind, int] = field(default_factory=dict)
    kept: tuple[Conflict, ...] = ()
    in_trash: dict[Kind, int] = field(default_factory=dict)
    added_to_trash: dict[Kind, int] = field(default_factory=dict)
    choices_filled: bool = False
    new: tuple[Record, ...] = field(default=(), compare=False, repr=False)


def merge(
    incoming: Journal,
    repositories: Mapping[Kind, Repository[Any]],
    trash: TrashRepository,
    choices: ChoicesRepository,
) -> MergeResult:
    """Take in a journal, within the caller's transaction.

    A new id is added; the same id with the same content is skipped; the same id with other
    content stays as the journal has it and is reported; what lies in the trash stays there.
    Patient, symptoms and settings fill only what is empty or at its default.
    """
    lying = {(one.kind, one.record.id) for one in trash.load()}
    added, skipped, in_trash = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    conflicts: list[Conflict] = []
    known = set(lying)
    came: list[Record] = []
    for kind, repository in repositories.items():
        there: dict[str, Record] = {record.id: record for record in repository.load()}
        new: dict[str, Record] = {}
        for record in getattr(incoming, kind.value):
            if (kind, record.id) in lying:
                in_trash[kind] += 1
            elif record.id not in there:
                new[record.id] = there[record.id] = record
            elif same_content(record, there[record.id]):
                skipped[kind] += 1
            else:
                conflicts.append(Conflict(kind, record.id))
        repository.insert(new.values())
        came += new.values()
        added[kind] += len(new)
        known.update((kind, record_id) for record_id in there)
    deleted = {(one.kind, one.record.id): one for one in incoming.deleted}
    unknown = [one for place, one in deleted.items() if place not in known]
    trash.put(unknown)
    return MergeResult(
        added=dict(+added),
        skipped=dict(skipped),
        kept=tuple(conflicts),
        in_trash=dict(in_trash),
        added_to_trash=dict(Counter(one.kind for one in unknown)),
        choices_filled=_fill_choices(incoming, choices),
        new=(*came, *(one.record for one in unknown)),
    )


def merged_into_nothing(incoming: Journal) -> MergeResult:
    """Return what :func:`merge` comes to in a journal that is not there yet."""
    return MergeResult(
        added={kind: len(records) for kind in Kind if (records := getattr(incoming, kind.value))},
        added_to_trash=dict(Counter(one.kind for one in incoming.deleted)),
        choices_filled=bool(
            incoming.symptoms
            or incoming.side_effects
            or incoming.patient != Patient()
            or incoming.settings != Settings()
        ),
    )


def _fill_choices(incoming: Journal, choices: ChoicesRepository) -> bool:
    patient, settings = choices.patient(), choices.settings()
    filled_patient = _filled(patient, Patient(), incoming.patient)
    filled_settings = _filled(settings, Settings(), incoming.settings)
    symptoms = _missing(incoming.symptoms, choices.symptoms())
    effects = _missing(incoming.side_effects, choices.own_effects())
    if filled_patient != patient:
        choices.save_patient(filled_patient)
    if filled_settings != settings:
        choices.save_settings(filled_settings)
    for symptom in symptoms:
        choices.save_symptom(symptom)
    for effect in effects:
        choices.save_own_effect(effect)
    return bool(symptoms or effects or filled_patient != patient or filled_settings != settings)


def _missing(incoming: Iterable[Any], there: Iterable[Any]) -> list[Any]:
    keys = {one.key for one in there}
    return [one for one in incoming if one.key not in keys]


def _filled(current: Any, default: Any, incoming: Any) -> Any:
    plain = _fill(to_plain(current), to_plain(default), to_plain(incoming))
    return from_plain(type(current), plain)


def _fill(current: Any, default: Any, incoming: Any) -> Any:
    """Return plain values in which what is still at its default comes from ``incoming``."""
    if isinstance(current, dict):
        keys = dict.fromkeys([*current, *incoming])
        return {key: _fill(current.get(key), default.get(key), incoming.get(key)) for key in keys}
    return incoming if current == default else current
