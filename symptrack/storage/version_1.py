"""The shape that the journal's database had in version 1: steps that are never edited.

Columns bear the names of the domain's fields. An instant stands as text, as the patient's clock
showed it with its offset; the one that orders a record also as ``…_us``, microseconds since 1970
UTC. Lists of plain words are JSON text.

What a record refers to by ``session_id`` or ``series_id`` is no foreign key: a session may lie in
the trash, and its check-ins keep saying which one they followed, until it is restored.
"""

from symptrack.storage.sqlite_tools import Migrations, SqliteTools

MIGRATIONS = Migrations("symptrack")


@MIGRATIONS()
def create_series(db: SqliteTools) -> None:
    """Make the table of the series."""
    db.executescript("""
    CREATE TABLE series (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) <= 200),
        kind TEXT CHECK (kind IN ('induction', 'maintenance', 'single')),
        planned_sessions INTEGER CHECK (planned_sessions BETWEEN 1 AND 200),
        first_number INTEGER NOT NULL CHECK (first_number BETWEEN 1 AND 10000),
        conditions TEXT NOT NULL CHECK (json_valid(conditions)),
        goal TEXT NOT NULL CHECK (length(goal) <= 20000),
        started_on TEXT CHECK (started_on IS date(started_on)),
        ended_on TEXT CHECK (ended_on IS date(ended_on))
    ) STRICT;
    """)


@MIGRATIONS()
def create_sessions(db: SqliteTools) -> None:
    """Make the tables of the sessions and their vital signs."""
    db.executescript("""
    CREATE TABLE session (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        series_id TEXT,
        status TEXT NOT NULL CHECK (status IN ('planned', 'done', 'missed')),
        started_at TEXT NOT NULL CHECK (started_at GLOB '[12][0-9][0-9][0-9]-*T*'),
        started_us INTEGER NOT NULL,
        time_zone TEXT NOT NULL CHECK (time_zone <> ''),
        time_known INTEGER NOT NULL CHECK (time_known IN (0, 1)),
        duration_min INTEGER CHECK (duration_min BETWEEN 1 AND 14400),
        route TEXT NOT NULL
            CHECK (route IN ('iv', 'im', 'sc', 'lozenge', 'nasal', 'oral', 'other')),
        dose_value REAL CHECK (dose_value > 0),
        dose_unit TEXT,
        weight_kg REAL CHECK (weight_kg BETWEEN 20 AND 400),
        clinic TEXT NOT NULL CHECK (length(clinic) <= 200),
        experience TEXT NOT NULL CHECK (json_valid(experience)),
        medicines TEXT NOT NULL CHECK (length(medicines) <= 20000),
        intention TEXT NOT NULL CHECK (length(intention) <= 20000),
        note TEXT NOT NULL CHECK (length(note) <= 20000),
        entered_at TEXT,
        entered_by TEXT NOT NULL CHECK (entered_by IN ('patient', 'helper')),
        CHECK ((dose_value IS NULL) = (dose_unit IS NULL)),
        CHECK (dose_value <= CASE dose_unit WHEN 'mg' THEN 2000 WHEN 'mg/kg' THEN 20 ELSE 0 END)
    ) STRICT;

    CREATE TABLE session_vital (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        moment TEXT NOT NULL CHECK (moment IN ('before', 'peak', 'after')),
        systolic INTEGER CHECK (systolic BETWEEN 50 AND 300),
        diastolic INTEGER CHECK (diastolic BETWEEN 20 AND 200),
        pulse INTEGER CHECK (pulse BETWEEN 20 AND 250),
        spo2 INTEGER CHECK (spo2 BETWEEN 50 AND 100),
        PRIMARY KEY (session_id, position),
        CHECK (systolic > diastolic)
    ) STRICT, WITHOUT ROWID;
    """)


@MIGRATIONS()
def create_check_ins(db: SqliteTools) -> None:
    """Make the table of the check-ins."""
    db.executescript("""
    CREATE TABLE check_in (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        session_id TEXT,
        moment TEXT CHECK (moment IN ('before', 'after')),
        occurred_at TEXT NOT NULL CHECK (occurred_at GLOB '[12][0-9][0-9][0-9]-*T*'),
        occurred_us INTEGER NOT NULL,
        time_zone TEXT NOT NULL CHECK (time_zone <> ''),
        time_known INTEGER NOT NULL CHECK (time_known IN (0, 1)),
        entered_at TEXT,
        entered_by TEXT NOT NULL CHECK (entered_by IN ('patient', 'helper')),
        mode TEXT NOT NULL CHECK (mode IN ('full', 'gentle')),
        source TEXT NOT NULL
            CHECK (source IN ('symptrack', 'daylio', 'bearable', 'emoods', 'track_and_graph')),
        mapped INTEGER NOT NULL CHECK (mapped IN (0, 1)),
        nothing_to_report INTEGER NOT NULL CHECK (nothing_to_report IN (0, 1)),
        note TEXT NOT NULL CHECK (length(note) <= 20000)
    ) STRICT;
    CREATE INDEX check_in_by_time ON check_in (occurred_us);
    """)


@MIGRATIONS()
def create_ratings_and_side_effects(db: SqliteTools) -> None:
    """Make the tables of what a check-in says."""
    db.executescript("""
    CREATE TABLE check_in_rating (
        check_in_id TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
        symptom TEXT NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
        PRIMARY KEY (check_in_id, symptom)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE check_in_side_effect (
        check_in_id TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        effect TEXT NOT NULL CHECK (length(effect) <= 200),
        state TEXT NOT NULL CHECK (state IN ('present', 'gone')),
        severity INTEGER CHECK (severity BETWEEN 0 AND 3),
        began_at TEXT,
        ended_at TEXT,
        ask_again INTEGER NOT NULL CHECK (ask_again IN (0, 1)),
        PRIMARY KEY (check_in_id, position)
    ) STRICT, WITHOUT ROWID;
    """)


@MIGRATIONS()
def create_responses(db: SqliteTools) -> None:
    """Make the tables of the filled-in questionnaires."""
    db.executescript("""
    CREATE TABLE response (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        instrument TEXT NOT NULL,
        occurred_at TEXT NOT NULL CHECK (occurred_at GLOB '[12][0-9][0-9][0-9]-*T*'),
        occurred_us INTEGER NOT NULL,
        time_zone TEXT NOT NULL CHECK (time_zone <> ''),
        time_known INTEGER NOT NULL CHECK (time_known IN (0, 1)),
        entered_at TEXT,
        entered_by TEXT NOT NULL CHECK (entered_by IN ('patient', 'helper')),
        declined TEXT NOT NULL CHECK (json_valid(declined)),
        difficulty INTEGER
    ) STRICT;
    CREATE INDEX response_by_time ON response (occurred_us);

    CREATE TABLE response_answer (
        response_id TEXT NOT NULL REFERENCES response (id) ON DELETE CASCADE,
        item TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (response_id, item)
    ) STRICT, WITHOUT ROWID;
    """)


@MIGRATIONS()
def create_clinic_scores(db: SqliteTools) -> None:
    """Make the table of the totals that a clinic gave."""
    db.executescript("""
    CREATE TABLE clinic_score (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 200),
        total REAL NOT NULL,
        occurred_at TEXT NOT NULL CHECK (occurred_at GLOB '[12][0-9][0-9][0-9]-*T*'),
        occurred_us INTEGER NOT NULL,
        time_zone TEXT NOT NULL CHECK (time_zone <> ''),
        time_known INTEGER NOT NULL CHECK (time_known IN (0, 1)),
        min REAL CHECK (min <= total),
        max REAL CHECK (max >= total),
        higher_is TEXT CHECK (higher_is IN ('better', 'worse'))
    ) STRICT;
    """)


@MIGRATIONS()
def create_care(db: SqliteTools) -> None:
    """Make the tables of medications and visits."""
    db.executescript("""
    CREATE TABLE medication (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        name TEXT NOT NULL CHECK (length(name) <= 200),
        dose TEXT NOT NULL CHECK (length(dose) <= 200),
        started_on TEXT CHECK (started_on IS date(started_on)),
        ended_on TEXT CHECK (ended_on IS date(ended_on)),
        note TEXT NOT NULL CHECK (length(note) <= 20000)
    ) STRICT;

    CREATE TABLE visit (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        visited_on TEXT NOT NULL CHECK (visited_on IS date(visited_on)),
        with_whom TEXT NOT NULL CHECK (length(with_whom) <= 200),
        questions TEXT NOT NULL CHECK (length(questions) <= 20000),
        note TEXT NOT NULL CHECK (length(note) <= 20000)
    ) STRICT;
    """)


@MIGRATIONS()
def create_choices(db: SqliteTools) -> None:
    """Make the tables of the patient and what they chose; settings hold only what differs."""
    db.executescript("""
    CREATE TABLE patient (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        label TEXT NOT NULL CHECK (length(label) <= 200),
        date_of_birth TEXT CHECK (date_of_birth IS date(date_of_birth)),
        weight_kg REAL CHECK (weight_kg BETWEEN 20 AND 400),
        clinic_name TEXT NOT NULL CHECK (length(clinic_name) <= 200),
        clinic_phone TEXT NOT NULL CHECK (length(clinic_phone) <= 200),
        trusted_contact TEXT NOT NULL CHECK (length(trusted_contact) <= 20000)
    ) STRICT;

    CREATE TABLE symptom (
        key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
        label TEXT NOT NULL CHECK (length(label) <= 200),
        low TEXT NOT NULL CHECK (length(low) <= 200),
        high TEXT NOT NULL CHECK (length(high) <= 200),
        higher_is TEXT CHECK (higher_is IN ('better', 'worse')),
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        position INTEGER CHECK (position BETWEEN 0 AND 10000)
    ) STRICT;

    CREATE TABLE own_side_effect (
        key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
        label TEXT NOT NULL CHECK (length(label) <= 200)
    ) STRICT;

    CREATE TABLE settings (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;
    """)


@MIGRATIONS()
def create_revisions_trash_and_drafts(db: SqliteTools) -> None:
    """Make the tables of what was before, what was deleted and what is not yet saved."""
    db.executescript("""
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        revised_at TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;
    CREATE INDEX revision_of_record ON revision (kind, record_id);

    CREATE TABLE trash (
        kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        deleted_at TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        PRIMARY KEY (kind, record_id)
    ) STRICT;

    CREATE TABLE draft (
        name TEXT NOT NULL PRIMARY KEY,
        saved_at TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;
    """)


@MIGRATIONS()
def mark_version_1(db: SqliteTools) -> None:
    """Say that the journal has the shape of version 1."""
    db.execute("PRAGMA user_version = 1")
