"""Check-ins in the database, with their ratings and side effects."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from symptrack.domain.check_in import CheckIn
from symptrack.storage.plain import Plain, from_plain, microseconds, to_plain
from symptrack.storage.repository import EARLIEST, Repository


class CheckInRepository(Repository[CheckIn]):
    """The check-ins of a journal."""

    DELETE = "DELETE FROM check_in WHERE id = ?"

    def insert(self, records: Iterable[CheckIn]) -> None:
        """Add check-ins."""
        rows = [_row(check_in) for check_in in records]
        self._insert(
            """
            INSERT INTO check_in (id, session_id, moment, occurred_at, occurred_us, time_zone,
                time_known, entered_at, entered_by, mode, source, mapped, nothing_to_report, note)
            VALUES (:id, :session_id, :moment, :occurred_at, :occurred_us, :time_zone,
                :time_known, :entered_at, :entered_by, :mode, :source, :mapped,
                :nothing_to_report, :note)
            """,
            rows,
        )
        self._insert(
            """
            INSERT INTO check_in_rating (check_in_id, symptom, rating)
            VALUES (:check_in_id, :symptom, :rating)
            """,
            [
                {"check_in_id": row["id"], "symptom": symptom, "rating": rating}
                for row in rows
                for symptom, rating in row["ratings"].items()
            ],
        )
        self._insert(
            """
            INSERT INTO check_in_side_effect (check_in_id, position, effect, state, severity,
                began_at, ended_at, ask_again)
            VALUES (:check_in_id, :position, :effect, :state, :severity,
                :began_at, :ended_at, :ask_again)
            """,
            [
                effect | {"check_in_id": row["id"], "position": position}
                for row in rows
                for position, effect in enumerate(row["side_effects"])
            ],
        )

    def get(self, record_id: str) -> CheckIn | None:
        """Return one check-in, or ``None``."""
        rows = self._rows("SELECT * FROM check_in WHERE id = ?", record_id)
        ratings = self._rows("SELECT * FROM check_in_rating WHERE check_in_id = ?", record_id)
        effects = self._rows(
            "SELECT * FROM check_in_side_effect WHERE check_in_id = ? ORDER BY position", record_id
        )
        by_symptom = {rating["symptom"]: rating["rating"] for rating in ratings}
        return _check_in(rows[0], by_symptom, effects) if rows else None

    def load(self) -> tuple[CheckIn, ...]:
        """Return all check-ins, the earliest first."""
        return self.load_since(EARLIEST)

    def load_since(self, since: datetime) -> tuple[CheckIn, ...]:
        """Return the check-ins from ``since`` on, the earliest first."""
        since_us = microseconds(since)
        return self._assemble(
            self._rows(
                "SELECT * FROM check_in WHERE occurred_us >= ? ORDER BY occurred_us, id", since_us
            ),
            self._rows(
                """
                SELECT check_in_rating.* FROM check_in
                JOIN check_in_rating ON check_in_id = check_in.id WHERE occurred_us >= ?
                """,
                since_us,
            ),
            self._rows(
                """
                SELECT check_in_side_effect.* FROM check_in
                JOIN check_in_side_effect ON check_in_id = check_in.id WHERE occurred_us >= ?
                ORDER BY check_in_id, position
                """,
                since_us,
            ),
        )

    def _assemble(
        self, rows: list[Plain], rating_rows: list[Plain], effect_rows: list[Plain]
    ) -> tuple[CheckIn, ...]:
        ratings: dict[str, dict[str, int]] = defaultdict(dict)
        for rating in rating_rows:
            ratings[rating["check_in_id"]][rating["symptom"]] = rating["rating"]
        effects: dict[str, list[Plain]] = defaultdict(list)
        for effect in effect_rows:
            effects[effect["check_in_id"]].append(effect)
        return tuple(
            _check_in(row, ratings.get(row["id"], {}), effects.get(row["id"], [])) for row in rows
        )


def _row(check_in: CheckIn) -> Plain:
    row: Plain = to_plain(check_in)
    return row | {"occurred_us": microseconds(check_in.occurred_at)}


def _check_in(row: Plain, ratings: dict[str, int], effects: list[Plain]) -> CheckIn:
    return from_plain(CheckIn, row | {"ratings": ratings, "side_effects": effects})
