"""What a journal or a copy of one holds, in figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from symptrack.domain.journal import Kind
from symptrack.storage.sqlcipher import Database


@dataclass(frozen=True, slots=True)
class Holding:
    """How many records of each kind that has any, and when the newest of them took place."""

    counts: Mapping[Kind, int]
    newest_at: datetime | None


def holding_of(db: Database) -> Holding:
    """Return what an open database holds; what lies in the trash or in a draft is not counted."""
    rows = db.execute(
        """
        SELECT 'series', count(*) FROM series
        UNION ALL SELECT 'sessions', count(*) FROM session
        UNION ALL SELECT 'check_ins', count(*) FROM check_in
        UNION ALL SELECT 'responses', count(*) FROM response
        UNION ALL SELECT 'clinic_scores', count(*) FROM clinic_score
        UNION ALL SELECT 'medications', count(*) FROM medication
        UNION ALL SELECT 'visits', count(*) FROM visit
        """
    ).fetchall()
    newest = db.execute(
        """
        SELECT took_place_at, max(us) FROM (
            SELECT started_at AS took_place_at, started_us AS us FROM session
            WHERE status = 'done'
            UNION ALL SELECT occurred_at, occurred_us FROM check_in
            UNION ALL SELECT occurred_at, occurred_us FROM response
            UNION ALL SELECT occurred_at, occurred_us FROM clinic_score
        )
        """
    ).fetchone()[0]
    return Holding(
        counts={Kind(name): number for name, number in rows if number},
        newest_at=None if newest is None else datetime.fromisoformat(newest),
    )


def holds_anything(db: Database) -> bool:
    """Whether there is anything in an open journal that would be missed."""
    row = db.execute(
        """
        SELECT EXISTS (SELECT 1 FROM series) OR EXISTS (SELECT 1 FROM session)
            OR EXISTS (SELECT 1 FROM check_in) OR EXISTS (SELECT 1 FROM response)
            OR EXISTS (SELECT 1 FROM clinic_score) OR EXISTS (SELECT 1 FROM medication)
            OR EXISTS (SELECT 1 FROM visit) OR EXISTS (SELECT 1 FROM trash)
            OR EXISTS (SELECT 1 FROM patient) OR EXISTS (SELECT 1 FROM settings)
        """
    ).fetchone()
    return bool(row[0])
