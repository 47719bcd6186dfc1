"""Bringing in a diary: what is asked, what would come, what came, and undoing it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedFile, RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.words import Source
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.diary import SEVERITY, Diary, DiaryEntry, Meaning, Rated, Use
from symptrack.presenters.bring_in import BringInPresenter
from symptrack.presenters.bring_in_questions import questions_about
from symptrack.storage.store import Store
from tests.builders import ZONE, at, make_journal
from tests.exchange.trackers.samples import sample
from tests.journals import DATA
from tests.opened import SetClock, open_store

THREE = sample("daylio_era1_2017_year_col_bom_24h")
ALL_TOLD = Answers(moods={"good": 7, "meh": 5, "bad": 3}, time_zone=ZONE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, SetClock("2026-11-22 09:00"), make_journal()) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> BringInPresenter:
    return BringInPresenter(store, SetClock("2026-11-22 09:00").clock)


def test_words_are_asked_with_their_number_of_times_and_proposal(
    presenter: BringInPresenter,
) -> None:
    asked = presenter.open(sample("daylio_era3_2022_note_title_lower_ampm")).questions
    assert [(one.shown, one.count, one.proposed) for one in asked.moods] == [
        ("vaguely ok", "1 time", None),
        ("rad", "1 time", 9),
    ]
    assert [one.shown for one in asked.activities] == ["music", "movies / tv", "tired"]
    tired = asked.activities[2]
    assert [words for words, _meaning in tired.options[:3]] == [
        "Leave it out",
        "Side effect: Tired or washed out",
        "A side effect of its own",
    ]
    assert tired.options[tired.proposed][1] == Meaning(Use.LEAVE_OUT)
    assert (asked.zone, asked.zone in asked.zones, asked.rated) == (ZONE, True, ())


def test_each_name_can_be_what_is_proposed_for_it() -> None:
    names = ("Mood", "Dread", "Itch", "nausea", "Tea")
    proposed = (
        Meaning(Use.RATING, "mood"),
        Meaning(Use.RATING),
        Meaning(Use.SIDE_EFFECT),
        Meaning(Use.SIDE_EFFECT, "nausea"),
        Meaning(Use.LEAVE_OUT),
    )
    entry = DiaryEntry(
        line=1,
        when=at("2026-01-01 10:00"),
        rated=tuple(Rated(name, 1, SEVERITY) for name in names),
    )
    told = dict(zip(names, proposed, strict=True))
    asked = questions_about(
        Diary(source=Source.TRACK_AND_GRAPH, entries=(entry,), proposed=told), ZONE
    )
    assert {one.name: one.options[one.proposed][1] for one in asked.rated} == told
    assert asked.zones == ()
    assert asked.answers({}, {}, "") == Answers(meanings=told)
    assert asked.answers({}, {"Tea": 1}, "").meanings["Tea"] == Meaning(Use.RATING)
    dread = asked.rated[1]
    assert len({meaning for _words, meaning in dread.options}) == len(dread.options)


def test_a_zone_without_a_name_in_the_list_is_offered_first() -> None:
    diary = Diary(
        source=Source.DAYLIO,
        entries=(DiaryEntry(line=1, when=at("2026-01-01 10:00").replace(tzinfo=None), mood=1),),
    )
    asked = questions_about(diary, "Etc/GMT+5")
    assert asked.zones[0] == asked.zone == "Etc/GMT+5"


def test_the_rehearsal_says_what_comes_and_what_is_missing(presenter: BringInPresenter) -> None:
    opened = presenter.open(sample("daylio_era3_2022_note_title_lower_ampm"))
    view = presenter.rehearse(opened, Answers(time_zone=ZONE))
    assert view.title == "A diary from Daylio, from 27 October 2022 to 30 October 2022."
    assert view.lines[0] == "To add: 1 check-in."
    assert view.left_out == (
        "Left out, neither a rating nor a side effect: music, movies / tv, tired.",
    )
    assert view.missing == "Say first what is meant by “vaguely ok”, “rad”."
    assert view.brings
    told = presenter.rehearse(opened, Answers(moods={"vaguely ok": 6, "rad": 9}, time_zone=ZONE))
    assert (told.lines, told.missing) == (("To add: 2 check-ins.",), "")


def test_a_file_comes_in_once_and_is_kept_to_be_undone(
    presenter: BringInPresenter, store: Store
) -> None:
    opened = presenter.open(THREE)
    brought = presenter.bring_in(opened, ALL_TOLD)
    assert brought.said == "Added: 3 check-ins."
    assert len(store.load().check_ins) == 3
    (row,) = presenter.kept()
    assert row.id == brought.import_id
    assert row.words == "Brought in today, 09:00: 3 check-ins."
    assert not presenter.rehearse(opened, ALL_TOLD).brings
    again = presenter.bring_in(opened, ALL_TOLD)
    assert (again.said, again.import_id) == ("Already there, skipped: 3 check-ins.", "")


def test_undoing_says_what_goes_and_what_stays(presenter: BringInPresenter, store: Store) -> None:
    presenter.bring_in(presenter.open(THREE), ALL_TOLD)
    changed = store.load().check_ins[0]
    store.revise(replace(changed, note="mine"))
    (row,) = presenter.kept()
    question = presenter.undo_question(row)
    assert question.lines == (
        "These leave the journal: 2 check-ins.",
        "Changed since, or in use, and so they stay: 1 check-in.",
        "A backup is made first. The same file can be brought in again.",
    )
    assert question.answers == ("Undo this import",)
    assert presenter.undo(row.id) == (
        "The import is undone. Taken out: 2 check-ins. "
        "Changed since, or in use, and so they stay: 1 check-in."
    )
    assert presenter.kept() == ()
    with pytest.raises(RefusedRequest, match="can no longer be undone"):
        presenter.undo_question(row)


def test_an_import_can_be_kept_for_good(presenter: BringInPresenter, store: Store) -> None:
    presenter.bring_in(presenter.open(THREE), ALL_TOLD)
    (row,) = presenter.kept()
    assert presenter.keep_question(row).answers == ("Keep it for good",)
    assert presenter.keep(row.id) == ("The import is kept for good. Its file has left the journal.")
    assert presenter.kept() == ()
    assert len(store.load().check_ins) == 3


def test_a_journal_file_comes_in_without_a_question(
    presenter: BringInPresenter, store: Store
) -> None:
    opened = presenter.open(DATA / "first-series.json")
    assert (opened.questions.moods, opened.questions.zones) == ((), ())
    assert presenter.bring_in(opened, Answers()).said.startswith("Added: 1 series, 6 sessions")
    assert len(store.all_of(Kind.SESSIONS)) == 6


def test_an_import_of_choices_alone_brings_no_entries(
    presenter: BringInPresenter, tmp_path: Path
) -> None:
    file = tmp_path / "choices.json"
    file.write_text('{"format": "symptrack-journal", "version": 1, "patient": {"label": "J. M."}}')
    presenter.bring_in(presenter.open(file), Answers())
    (row,) = presenter.kept()
    assert row.words == "Brought in today, 09:00: no entries."


def test_what_is_no_diary_is_refused(presenter: BringInPresenter) -> None:
    with pytest.raises(RefusedFile):
        presenter.open(sample("bad_binary"))
