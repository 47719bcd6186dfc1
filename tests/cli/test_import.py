"""Other trackers' exports on the command line: rehearsed, told, taken in."""

import json
import zipfile
from pathlib import Path

import pytest

from symptrack.domain.words import Source
from symptrack.storage.imports import Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.cli.desk import FIRST, NOW, Desk
from tests.exchange.trackers.samples import EXPECTED, MOODS, REFUSED, TAKEN, ZONE, sample

RAGGED = str(sample("bad_ragged_rows"))
GRAPH = str(sample("trackandgraph_5col"))
BACKUP = str(sample("daylio_backup_v15"))
TOLD = ("--mood", "ok=5", "--time-zone", ZONE)


def options(name: str) -> list[str]:
    """Return what the command has to be told of a sample."""
    told = MOODS | EXPECTED[name].get("mood_extra", {})
    return [part for word, mood in told.items() for part in ("--mood", f"{word}={mood}")] + [
        "--time-zone",
        ZONE,
    ]


@pytest.mark.parametrize("name", TAKEN)
def test_every_sample_comes_in_whole_and_comes_in_once(desk: Desk, name: str) -> None:
    argv = ("import", str(sample(name)), *options(name))
    rehearsed = desk.run(*argv, "--dry-run")
    assert desk.names() == set()
    assert desk.run(*argv).status == 0
    there = desk.load()
    assert len(there["check_ins"]) == EXPECTED[name].get("entries", len(there["check_ins"]))
    assert f"To add: {len(there['check_ins'])} check-in" in rehearsed.out
    again = desk.run(*argv)
    assert again.status == 0
    assert "Added" not in again.out
    assert f"Already there, skipped: {len(there['check_ins'])} check-in" in again.out
    assert desk.load() == there


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_diary_is_refused_and_makes_no_journal(desk: Desk, name: str) -> None:
    for extra in ((), ("--dry-run",)):
        assert desk.refused("import", str(sample(name)), *extra).endswith(".")
    assert desk.names() == set()


def test_the_rehearsal_says_all_and_what_has_to_be_told(desk: Desk) -> None:
    ran = desk.run("import", RAGGED, "--dry-run")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "A diary from Daylio, of 30 October 2022.",
        "Not clear yet: 1 entry, whose mood is a word that has no number.",
        'Still to be told: what “ok” means, as --mood "ok=0..10".',
        "Still to be told: the time zone of its times, as --time-zone America/New_York.",
        "Left out, line 3: it has 9 cells where the file has 8 columns.",
        "Left out, line 4: it has 7 cells where the file has 8 columns.",
        "Left out, line 5: its date is missing or cannot be read.",
        "Left out, neither a rating nor a side effect: a, b.",
    ]


def test_an_import_that_lacks_something_is_refused(desk: Desk) -> None:
    assert desk.refused("import", RAGGED) == (
        "The import still has to be told by --mood what is meant by “ok”, and by --time-zone the "
        "time zone of its times."
    )
    assert desk.refused("import", RAGGED, "--mood", "ok=5") == (
        "The import still has to be told the time zone of its times, by --time-zone."
    )
    assert desk.refused("import", BACKUP, "--mood", "bad=3") == (
        "The import still has to be told by --mood what is meant by “awful”."
    )
    assert desk.names() == set()


def test_a_word_is_told_in_any_letters_and_the_exact_one_goes_first(desk: Desk) -> None:
    desk.run("import", RAGGED, "--mood", "OK=2", "--time-zone", ZONE)
    (check_in,) = desk.load()["check_ins"].values()
    assert check_in.ratings == {"mood": 2}
    other = desk.file("other.db")
    told = ("--mood", "ok=4", "--mood", "OK=2", "--time-zone", ZONE, "--journal", other)
    desk.run("import", RAGGED, *told)
    (check_in,) = desk.load(Path(other))["check_ins"].values()
    assert check_in.ratings == {"mood": 4}


def test_a_diary_comes_into_a_journal_and_can_be_undone(kept: Desk) -> None:
    before = kept.load()
    assert kept.run("import", GRAPH).out.splitlines() == [
        "A diary from Track & Graph, from 1 March 2026 to 8 March 2026.",
        "Added: 3 check-ins.",
        "Left out, line 5: Sleep: a duration is not a rating.",
    ]
    with Store.open(JournalPaths(kept.journal), now=lambda: NOW) as store:
        newest, _first = Imports(store).all()
        assert newest.file_name == "trackandgraph_5col.csv"
        assert Imports(store).file(newest.id) == Path(GRAPH).read_bytes()
        Imports(store).undo(newest.id)
    assert kept.load() == before


def test_ratings_and_effects_of_ones_own_are_told_and_not_asked(desk: Desk) -> None:
    diary = desk.folder / "bearable.csv"
    diary.write_text(
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        "1st May 2021,x,3:00,Symptom,2,Itch\x1b[31m (Moderate),\n"
    )
    ran = desk.run("import", str(diary), "--time-zone", ZONE)
    assert "Side effects of your own: Itch\ufffd[31m." in ran.out
    ran = desk.run("import", str(sample("emoods_entry")), "--time-zone", ZONE, "--dry-run")
    assert ran.out.splitlines()[1:] == [
        "To add: 3 check-ins.",
        "Ratings of your own, which check-ins do not ask for: Irritability, Depressed, Elevated.",
        "Left out, Symptrack has no place for it: Sleep, Therapy, Weight.",
    ]


def test_what_came_in_goes_out_and_in_again_the_same(desk: Desk) -> None:
    desk.run("import", BACKUP, *options("daylio_backup_v15"))
    desk.run("import", GRAPH)
    assert desk.run("export", desk.file("all.json")).status == 0
    document = json.loads(Path(desk.file("all.json")).read_bytes())
    sources = {(one["source"], one.get("mapped", False)) for one in document["check_ins"]}
    assert sources == {(Source.DAYLIO, True), (Source.TRACK_AND_GRAPH, False)}
    other = desk.file("other.db")
    desk.run("import", desk.file("all.json"), "--journal", other)
    assert desk.load(Path(other)) == desk.load()


def test_what_looks_like_a_formula_comes_in_as_text_and_goes_out_guarded(desk: Desk) -> None:
    desk.run("import", str(sample("bad_csv_injection")), *options("bad_csv_injection"))
    (check_in,) = desk.load()["check_ins"].values()
    assert check_in.note.startswith("=HYPERLINK(")
    assert desk.run("export", desk.file("tables.zip"), "--notes").status == 0
    with zipfile.ZipFile(desk.file("tables.zip")) as archive:
        tables = [archive.read(name).decode() for name in archive.namelist()]
    assert any("'=HYPERLINK(" in table for table in tables)
    assert not any('"=HYPERLINK(' in table for table in tables)


def test_a_journal_file_is_known_by_its_content_too(desk: Desk) -> None:
    renamed = desk.folder / "diary.csv"
    renamed.write_bytes(b"\xef\xbb\xbf\n" + Path(FIRST).read_bytes())
    assert desk.run("import", str(renamed)).out.startswith("Added: 1 series, 6 sessions")


def test_a_refused_diary_leaves_a_journal_as_it_is(kept: Desk) -> None:
    before = kept.load()
    kept.refused("import", RAGGED)
    assert kept.load() == before
    assert kept.run("import", RAGGED, *TOLD, "--demo").status == 0
    assert kept.load() == before
