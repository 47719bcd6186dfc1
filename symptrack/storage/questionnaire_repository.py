"""Filled-in questionnaires in the database, and totals that a clinic gave."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.storage.plain import Plain, from_plain, microseconds, to_plain
from symptrack.storage.repository import EARLIEST, Repository


class ResponseRepository(Repository[Response]):
    """The filled-in questionnaires of a journal."""

    DELETE = "DELETE FROM response WHERE id = ?"

    def insert(self, records: Iterable[Response]) -> None:
        """Add responses."""
        rows = [_response_row(response) for response in records]
        self._insert(
            """
            INSERT INTO response (id, instrument, occurred_at, occurred_us, time_zone, time_known,
                entered_at, entered_by, declined, difficulty)
            VALUES (:id, :instrument, :occurred_at, :occurred_us, :time_zone, :time_known,
                :entered_at, :entered_by, :declined, :difficulty)
            """,
            rows,
        )
        self._insert(
            """
            INSERT INTO response_answer (response_id, item, value)
            VALUES (:response_id, :item, :value)
            """,
            [
                {"response_id": row["id"], "item": item, "value": value}
                for row in rows
                for item, value in row["answers"].items()
            ],
        )

    def get(self, record_id: str) -> Response | None:
        """Return one response, or ``None``."""
        rows = self._rows("SELECT * FROM response WHERE id = ?", record_id)
        answers = self._rows("SELECT * FROM response_answer WHERE response_id = ?", record_id)
        return _response(rows[0], _by_item(answers)) if rows else None

    def load(self) -> tuple[Response, ...]:
        """Return all responses, the earliest first."""
        return self.load_since(EARLIEST)

    def load_since(self, since: datetime) -> tuple[Response, ...]:
        """Return the responses from ``since`` on, the earliest first."""
        since_us = microseconds(since)
        return self._assemble(
            self._rows(
                "SELECT * FROM response WHERE occurred_us >= ? ORDER BY occurred_us, id", since_us
            ),
            self._rows(
                """
                SELECT response_answer.* FROM response
                JOIN response_answer ON response_id = response.id WHERE occurred_us >= ?
                """,
                since_us,
            ),
        )

    def _assemble(self, rows: list[Plain], answer_rows: list[Plain]) -> tuple[Response, ...]:
        answers: dict[str, list[Plain]] = defaultdict(list)
        for answer in answer_rows:
            answers[answer["response_id"]].append(answer)
        return tuple(_response(row, _by_item(answers[row["id"]])) for row in rows)


class ClinicScoreRepository(Repository[ClinicScore]):
    """The totals that a clinic gave."""

    DELETE = "DELETE FROM clinic_score WHERE id = ?"

    def insert(self, records: Iterable[ClinicScore]) -> None:
        """Add clinic scores."""
        self._insert(
            """
            INSERT INTO clinic_score (id, name, total, occurred_at, occurred_us, time_zone,
                time_known, min, max, higher_is)
            VALUES (:id, :name, :total, :occurred_at, :occurred_us, :time_zone,
                :time_known, :min, :max, :higher_is)
            """,
            [
                to_plain(score) | {"occurred_us": microseconds(score.occurred_at)}
                for score in records
            ],
        )

    def get(self, record_id: str) -> ClinicScore | None:
        """Return one clinic score, or ``None``."""
        rows = self._rows("SELECT * FROM clinic_score WHERE id = ?", record_id)
        return from_plain(ClinicScore, rows[0]) if rows else None

    def load(self) -> tuple[ClinicScore, ...]:
        """Return all clinic scores, the earliest first."""
        rows = self._rows("SELECT * FROM clinic_score ORDER BY occurred_us, id")
        return tuple(from_plain(ClinicScore, row) for row in rows)


def _response_row(response: Response) -> Plain:
    row: Plain = to_plain(response)
    return row | {
        "occurred_us": microseconds(response.occurred_at),
        "declined": json.dumps(row["declined"]),
    }


def _response(row: Plain, answers: dict[str, int]) -> Response:
    nested: Plain = {"answers": answers, "declined": json.loads(row["declined"])}
    return from_plain(Response, row | nested)


def _by_item(answers: Iterable[Plain]) -> dict[str, int]:
    return {answer["item"]: answer["value"] for answer in answers}
