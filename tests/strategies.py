"""Hypothesis strategy for whole journals: any that the journal file's contract allows.

References lead somewhere (into the trash too), and every default is left and taken.
"""

from typing import Any

from hypothesis import strategies as st

from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import BUILT_IN_KEYS
from tests.builders import make_journal
from tests.record_strategies import (
    check_ins,
    clinic_scores,
    instants,
    medications,
    own_effects,
    patients,
    responses,
    series,
    sessions,
    settings,
    symptoms,
    visits,
)


@st.composite
def journals(draw: st.DrawFn, *, most: int = 3) -> Journal:
    """Return a valid journal with at most ``most`` records of a kind, some of them in the trash.

    Records of a kind never share an id; compare two journals with :func:`unordered`.
    """

    def some(strategy: st.SearchStrategy[Any], name: str = "id") -> list[Any]:
        entries = st.lists(strategy, max_size=most, unique_by=lambda one: getattr(one, name))
        found: list[Any] = draw(entries)
        return found

    catalogue = load_side_effects()
    listed_symptoms, listed_effects = some(symptoms, "key"), some(own_effects, "key")
    all_series = some(series)
    all_sessions = some(sessions([one.id for one in all_series]))
    symptom_keys = sorted(BUILT_IN_KEYS | {one.key for one in listed_symptoms})
    effect_keys = [*catalogue.effects, *catalogue.red_flags, *(one.key for one in listed_effects)]
    by_kind: dict[Kind, list[Any]] = {
        Kind.SERIES: all_series,
        Kind.SESSIONS: all_sessions,
        Kind.CHECK_INS: some(
            check_ins([one.id for one in all_sessions], symptom_keys, effect_keys)
        ),
        Kind.RESPONSES: some(responses()),
        Kind.CLINIC_SCORES: some(clinic_scores()),
        Kind.MEDICATIONS: some(medications),
        Kind.VISITS: some(visits),
    }
    deleted = [
        DeletedRecord(kind=kind, deleted_at=draw(instants), record=record)
        for kind, records in by_kind.items()
        for record in records
        if draw(st.integers(0, 4)) == 0
    ]
    trashed = {(one.kind, one.record.id) for one in deleted}
    lists = {
        kind.value: tuple(one for one in records if (kind, one.id) not in trashed)
        for kind, records in by_kind.items()
    }
    return make_journal(
        patient=draw(st.one_of(st.just(Patient()), patients)),
        symptoms=listed_symptoms,
        side_effects=listed_effects,
        settings=draw(st.one_of(st.just(Settings()), settings)),
        deleted=deleted,
        **lists,
    )


def unordered(journal: Journal) -> dict[str, Any]:
    """Return a journal in which the order of lists does not count, to compare two."""
    by_id = {kind.value: {one.id: one for one in getattr(journal, kind)} for kind in Kind}
    return by_id | {
        "patient": journal.patient,
        "symptoms": {one.key: one for one in journal.symptoms},
        "side_effects": {one.key: one for one in journal.side_effects},
        "settings": journal.settings,
        "deleted": {(one.kind, one.record.id): one for one in journal.deleted},
    }
