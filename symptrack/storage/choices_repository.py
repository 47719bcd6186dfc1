"""The patient and what they chose: symptoms, own side effects, settings."""

import json

from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.plain import Plain, from_plain, from_text, to_plain
from symptrack.storage.sqlcipher import Database


class ChoicesRepository:
    """What stands once in a journal, or once a key. It opens no transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def patient(self) -> Patient:
        """Return the patient; where nothing was said, an empty one."""
        rows = self._rows("SELECT * FROM patient")
        return from_plain(Patient, rows[0]) if rows else Patient()

    def save_patient(self, patient: Patient) -> None:
        """Save the patient in place of what was there."""
        self._db.execute(
            """
            INSERT OR REPLACE INTO patient (only, label, date_of_birth, weight_kg, clinic_name,
                clinic_phone, trusted_contact)
            VALUES (1, :label, :date_of_birth, :weight_kg, :clinic_name,
                :clinic_phone, :trusted_contact)
            """,
            to_plain(patient),
        )

    def symptoms(self) -> tuple[Symptom, ...]:
        """Return the recorded symptoms, in the order they were first recorded."""
        rows = self._rows("SELECT * FROM symptom ORDER BY rowid")
        return tuple(from_plain(Symptom, row) for row in rows)

    def save_symptom(self, symptom: Symptom) -> None:
        """Save a symptom in place of the one with its key."""
        self._db.execute(
            """
            INSERT INTO symptom (key, label, low, high, higher_is, active, position)
            VALUES (:key, :label, :low, :high, :higher_is, :active, :position)
            ON CONFLICT (key) DO UPDATE SET label = :label, low = :low, high = :high,
                higher_is = :higher_is, active = :active, position = :position
            """,
            to_plain(symptom),
        )

    def remove_symptom(self, key: str) -> None:
        """Remove a recorded symptom."""
        self._db.execute("DELETE FROM symptom WHERE key = ?", [key])

    def own_effects(self) -> tuple[OwnSideEffect, ...]:
        """Return the patient's own side effects, in the order they were first recorded."""
        rows = self._rows("SELECT * FROM own_side_effect ORDER BY rowid")
        return tuple(from_plain(OwnSideEffect, row) for row in rows)

    def save_own_effect(self, effect: OwnSideEffect) -> None:
        """Save an own side effect in place of the one with its key."""
        self._db.execute(
            """
            INSERT INTO own_side_effect (key, label) VALUES (:key, :label)
            ON CONFLICT (key) DO UPDATE SET label = :label
            """,
            to_plain(effect),
        )

    def remove_own_effect(self, key: str) -> None:
        """Remove one of the patient's own side effects."""
        self._db.execute("DELETE FROM own_side_effect WHERE key = ?", [key])

    def settings(self) -> Settings:
        """Return the settings; what was not chosen has its default."""
        rows = self._rows("SELECT content FROM settings")
        return from_text(Settings, rows[0]["content"]) if rows else Settings()

    def save_settings(self, settings: Settings) -> None:
        """Save the settings in place of what was there; only what differs is written."""
        content = json.dumps(_differing(to_plain(settings), to_plain(Settings())))
        self._db.execute("INSERT OR REPLACE INTO settings (only, content) VALUES (1, ?)", [content])

    def _rows(self, sql: str) -> list[Plain]:
        found = self._db.execute(sql)
        names = [column[0] for column in found.description]
        return [dict(zip(names, values, strict=True)) for values in found]


def _differing(plain: Plain, default: Plain) -> Plain:
    return {
        key: _differing(value, default[key]) if isinstance(value, dict) else value
        for key, value in plain.items()
        if value != default.get(key)
    }
