"""Ids that stay the same from one export to the next, and differ from journal to journal."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from symptrack.domain.journal import Journal

_NAMESPACE = UUID("6d9b7a0e-63f5-5f0c-9a51-5b2f6d2f1c47")


def journal_key(journal: Journal) -> UUID:
    """Return a journal's own id for what has none: the patient, an evening.

    Made from its earliest series, else from its earliest session or entry, so that it lasts as
    long as nothing earlier is added; an empty journal's is always the same.
    """
    ids: Iterable[tuple[str, str]] = (
        *((f"1 {one.started_on or ''}", one.id) for one in journal.series),
        *((f"2 {one.started_at.isoformat()}", one.id) for one in journal.sessions),
        *((f"3 {one.occurred_at.isoformat()}", one.id) for one in journal.check_ins),
    )
    _when, first = min(ids, default=("", str(_NAMESPACE)))
    return uuid5(_NAMESPACE, first)
