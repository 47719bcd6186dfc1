"""What version 3 added: the patient's own words once more, as a search finds them. Never edited.

``written`` holds each text that is not empty with where it stands; ``written_search`` is the index
over it. Triggers keep both in step with the tables of the records, whoever writes there. What is
deleted is really gone from the index too.
"""

SEARCH_TABLES = """
CREATE TABLE written (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    part TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    UNIQUE (kind, record_id, part)
) STRICT;

CREATE VIRTUAL TABLE written_search USING fts5(
    words, content = 'written', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2 categories ''L* M* N* Co'''
);
INSERT INTO written_search (written_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER written_found AFTER INSERT ON written BEGIN
    INSERT INTO written_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER written_gone AFTER DELETE ON written BEGIN
    INSERT INTO written_search (written_search, rowid, words)
    VALUES ('delete', old.id, old.words);
END;

CREATE TRIGGER check_in_note_written AFTER INSERT ON check_in WHEN new.note <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('check_ins', new.id, 'note', new.note);
END;
CREATE TRIGGER check_in_note_changed AFTER UPDATE OF note ON check_in BEGIN
    DELETE FROM written WHERE kind = 'check_ins' AND record_id = old.id AND part = 'note';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'check_ins', new.id, 'note', new.note WHERE new.note <> '';
END;
CREATE TRIGGER check_in_note_gone AFTER DELETE ON check_in WHEN old.note <> '' BEGIN
    DELETE FROM written WHERE kind = 'check_ins' AND record_id = old.id AND part = 'note';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'check_ins', id, 'note', note FROM check_in WHERE note <> '';

CREATE TRIGGER session_note_written AFTER INSERT ON session WHEN new.note <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('sessions', new.id, 'note', new.note);
END;
CREATE TRIGGER session_note_changed AFTER UPDATE OF note ON session BEGIN
    DELETE FROM written WHERE kind = 'sessions' AND record_id = old.id AND part = 'note';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'sessions', new.id, 'note', new.note WHERE new.note <> '';
END;
CREATE TRIGGER session_note_gone AFTER DELETE ON session WHEN old.note <> '' BEGIN
    DELETE FROM written WHERE kind = 'sessions' AND record_id = old.id AND part = 'note';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'sessions', id, 'note', note FROM session WHERE note <> '';

CREATE TRIGGER session_intention_written AFTER INSERT ON session WHEN new.intention <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('sessions', new.id, 'intention', new.intention);
END;
CREATE TRIGGER session_intention_changed AFTER UPDATE OF intention ON session BEGIN
    DELETE FROM written WHERE kind = 'sessions' AND record_id = old.id AND part = 'intention';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'sessions', new.id, 'intention', new.intention WHERE new.intention <> '';
END;
CREATE TRIGGER session_intention_gone AFTER DELETE ON session WHEN old.intention <> '' BEGIN
    DELETE FROM written WHERE kind = 'sessions' AND record_id = old.id AND part = 'intention';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'sessions', id, 'intention', intention FROM session WHERE intention <> '';

CREATE TRIGGER series_goal_written AFTER INSERT ON series WHEN new.goal <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('series', new.id, 'goal', new.goal);
END;
CREATE TRIGGER series_goal_changed AFTER UPDATE OF goal ON series BEGIN
    DELETE FROM written WHERE kind = 'series' AND record_id = old.id AND part = 'goal';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'series', new.id, 'goal', new.goal WHERE new.goal <> '';
END;
CREATE TRIGGER series_goal_gone AFTER DELETE ON series WHEN old.goal <> '' BEGIN
    DELETE FROM written WHERE kind = 'series' AND record_id = old.id AND part = 'goal';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'series', id, 'goal', goal FROM series WHERE goal <> '';

CREATE TRIGGER visit_questions_written AFTER INSERT ON visit WHEN new.questions <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('visits', new.id, 'questions', new.questions);
END;
CREATE TRIGGER visit_questions_changed AFTER UPDATE OF questions ON visit BEGIN
    DELETE FROM written WHERE kind = 'visits' AND record_id = old.id AND part = 'questions';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'visits', new.id, 'questions', new.questions WHERE new.questions <> '';
END;
CREATE TRIGGER visit_questions_gone AFTER DELETE ON visit WHEN old.questions <> '' BEGIN
    DELETE FROM written WHERE kind = 'visits' AND record_id = old.id AND part = 'questions';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'visits', id, 'questions', questions FROM visit WHERE questions <> '';

CREATE TRIGGER visit_note_written AFTER INSERT ON visit WHEN new.note <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('visits', new.id, 'note', new.note);
END;
CREATE TRIGGER visit_note_changed AFTER UPDATE OF note ON visit BEGIN
    DELETE FROM written WHERE kind = 'visits' AND record_id = old.id AND part = 'note';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'visits', new.id, 'note', new.note WHERE new.note <> '';
END;
CREATE TRIGGER visit_note_gone AFTER DELETE ON visit WHEN old.note <> '' BEGIN
    DELETE FROM written WHERE kind = 'visits' AND record_id = old.id AND part = 'note';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'visits', id, 'note', note FROM visit WHERE note <> '';

CREATE TRIGGER medication_note_written AFTER INSERT ON medication WHEN new.note <> '' BEGIN
    INSERT INTO written (kind, record_id, part, words)
    VALUES ('medications', new.id, 'note', new.note);
END;
CREATE TRIGGER medication_note_changed AFTER UPDATE OF note ON medication BEGIN
    DELETE FROM written WHERE kind = 'medications' AND record_id = old.id AND part = 'note';
    INSERT INTO written (kind, record_id, part, words)
    SELECT 'medications', new.id, 'note', new.note WHERE new.note <> '';
END;
CREATE TRIGGER medication_note_gone AFTER DELETE ON medication WHEN old.note <> '' BEGIN
    DELETE FROM written WHERE kind = 'medications' AND record_id = old.id AND part = 'note';
END;
INSERT INTO written (kind, record_id, part, words)
SELECT 'medications', id, 'note', note FROM medication WHERE note <> '';
"""
