"""Series in the database."""

import json
from collections.abc import Iterable

from symptrack.domain.series import Series
from symptrack.storage.plain import Plain, from_plain, to_plain
from symptrack.storage.repository import Repository


class SeriesRepository(Repository[Series]):
    """The series of a journal."""

    DELETE = "DELETE FROM series WHERE id = ?"
    LET_GO = (
        "UPDATE session SET series_id = NULL WHERE series_id = ?",
        """
        UPDATE draft SET content = json_set(content, '$.series_id', NULL)
        WHERE json_extract(content, '$.series_id') = ?
        """,
    )

    def insert(self, records: Iterable[Series]) -> None:
        """Add series."""
        self._insert(
            """
            INSERT INTO series (id, name, kind, planned_sessions, first_number, conditions, goal,
                started_on, ended_on)
            VALUES (:id, :name, :kind, :planned_sessions, :first_number, :conditions, :goal,
                :started_on, :ended_on)
            """,
            [_row(series) for series in records],
        )

    def get(self, record_id: str) -> Series | None:
        """Return one series, or ``None``."""
        rows = self._rows("SELECT * FROM series WHERE id = ?", record_id)
        return _series(rows[0]) if rows else None

    def load(self) -> tuple[Series, ...]:
        """Return all series."""
        return tuple(_series(row) for row in self._rows("SELECT * FROM series"))


def _row(series: Series) -> Plain:
    row: Plain = to_plain(series)
    return row | {"conditions": json.dumps(row["conditions"])}


def _series(row: Plain) -> Series:
    return from_plain(Series, row | {"conditions": json.loads(row["conditions"])})
