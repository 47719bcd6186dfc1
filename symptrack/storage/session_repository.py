"""Sessions in the database, with their vital signs."""

import json
from collections import defaultdict
from collections.abc import Iterable

from symptrack.domain.session import Session
from symptrack.storage.plain import Plain, from_plain, microseconds, to_plain
from symptrack.storage.repository import Repository


class SessionRepository(Repository[Session]):
    """The sessions of a journal."""

    DELETE = "DELETE FROM session WHERE id = ?"
    LET_GO = (
        "UPDATE check_in SET session_id = NULL WHERE session_id = ?",
        """
        UPDATE draft SET content = json_set(content, '$.session_id', NULL)
        WHERE json_extract(content, '$.session_id') = ?
        """,
    )

    def insert(self, records: Iterable[Session]) -> None:
        """Add sessions."""
        rows = [_row(session) for session in records]
        self._insert(
            """
            INSERT INTO session (id, series_id, status, started_at, started_us, time_zone,
                time_known, duration_min, route, dose_value, dose_unit, weight_kg, clinic,
                experience, medicines, intention, note, entered_at, entered_by)
            VALUES (:id, :series_id, :status, :started_at, :started_us, :time_zone,
                :time_known, :duration_min, :route, :dose_value, :dose_unit, :weight_kg, :clinic,
                :experience, :medicines, :intention, :note, :entered_at, :entered_by)
            """,
            rows,
        )
        self._insert(
            """
            INSERT INTO session_vital (session_id, position, moment, systolic, diastolic, pulse,
                spo2)
            VALUES (:session_id, :position, :moment, :systolic, :diastolic, :pulse, :spo2)
            """,
            [
                vital | {"session_id": row["id"], "position": position}
                for row in rows
                for position, vital in enumerate(row["vitals"])
            ],
        )

    def get(self, record_id: str) -> Session | None:
        """Return one session, or ``None``."""
        rows = self._rows("SELECT * FROM session WHERE id = ?", record_id)
        vitals = self._rows(
            "SELECT * FROM session_vital WHERE session_id = ? ORDER BY position", record_id
        )
        return _session(rows[0], vitals) if rows else None

    def load(self) -> tuple[Session, ...]:
        """Return all sessions, the earliest first."""
        vitals: dict[str, list[Plain]] = defaultdict(list)
        for vital in self._rows("SELECT * FROM session_vital ORDER BY session_id, position"):
            vitals[vital["session_id"]].append(vital)
        return tuple(
            _session(row, vitals[row["id"]])
            for row in self._rows("SELECT * FROM session ORDER BY started_us, id")
        )


def _row(session: Session) -> Plain:
    row: Plain = to_plain(session)
    dose = row["dose"] or {"value": None, "unit": None}
    return row | {
        "started_us": microseconds(session.started_at),
        "dose_value": dose["value"],
        "dose_unit": dose["unit"],
        "experience": json.dumps(row["experience"]),
    }


def _session(row: Plain, vitals: list[Plain]) -> Session:
    value, unit = row["dose_value"], row["dose_unit"]
    nested: Plain = {
        "dose": None if value is None else {"value": value, "unit": unit},
        "experience": json.loads(row["experience"]),
        "vitals": vitals,
    }
    return from_plain(Session, row | nested)
