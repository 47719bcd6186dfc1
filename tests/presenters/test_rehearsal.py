"""What an import would come to, and how that is told."""

from dataclasses import replace
from datetime import date, datetime

from symptrack.domain.journal import Journal, Kind
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import Source
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, LeftOut, Meaning, Rated, Use
from symptrack.presenters.rehearsal import Rehearsal, questions_of, rehearse
from symptrack.presenters.rehearsal_words import (
    kind_line,
    left_out_lines,
    outcome_lines,
    plain_word,
    untold_lines,
)
from symptrack.storage.merging import merged_into_nothing
from tests.builders import ZONE, at, make_clinic_score, make_journal, make_series, make_session
from tests.journals import first_series

DIARY = Diary(
    source=Source.DAYLIO,
    entries=(
        DiaryEntry(line=2, when=datetime.fromisoformat("2026-01-05T10:00"), mood_word="rad"),
        DiaryEntry(line=3, when=datetime.fromisoformat("2026-01-02T10:00"), mood_word="so so"),
        DiaryEntry(
            line=4,
            when=datetime.fromisoformat("2026-01-03T10:00"),
            rated=(Rated("Calm", 4), Rated("Tea", 2)),
        ),
    ),
    left_out=(LeftOut(1234, "it is odd\x1b"),),
    unplaced=("Sleep",),
    proposed={"Calm": Meaning(Use.RATING)},
)


def rehearsed(incoming: Journal | Diary, **told: object) -> Rehearsal:
    answers = replace(Answers(), **told)  # type: ignore[arg-type]
    return rehearse(incoming, answers, Journal(), ZONE, merged_into_nothing)


def test_what_has_a_proposal_is_rehearsed_with_it_and_the_rest_is_unclear() -> None:
    found = rehearsed(DIARY)
    assert found.result.added == {Kind.CHECK_INS: 2}
    assert (found.first_on, found.last_on) == (date(2026, 1, 2), date(2026, 1, 5))
    assert [one.word for one in found.untold] == ["rad", "so so"]
    assert (found.unclear, found.zone_needed, found.ready) == (1, True, False)
    assert [one.name for one in found.names_left_out] == ["Tea"]


def test_an_import_is_ready_once_all_is_told() -> None:
    moods = {"rad": 9, "so so": 5}
    assert not rehearsed(DIARY, moods=moods).ready
    assert not rehearsed(DIARY, time_zone=ZONE).ready
    found = rehearsed(DIARY, moods=moods, time_zone=ZONE)
    assert found.ready
    assert found.result.added == {Kind.CHECK_INS: 3}
    assert found.journal.symptoms == (Symptom(key="calm", label="Calm", active=False),)


def test_a_journal_file_asks_nothing_and_says_its_days() -> None:
    found = rehearsed(first_series())
    assert found.ready
    assert questions_of(first_series()) == ((), ())
    assert kind_line(found) == "A Symptrack journal file, from 28 August 2026 to 5 October 2026."
    session = make_session("2026-09-01 10:30")
    score = make_clinic_score(occurred_at=at("2026-09-01 12:00"))
    one_day = make_journal(sessions=[session], clinic_scores=[score], series=[make_series()])
    assert kind_line(rehearsed(one_day)) == "A Symptrack journal file, of 1 September 2026."
    assert kind_line(rehearsed(make_journal())) == "A Symptrack journal file."


def test_a_diarys_words_and_names_are_asked() -> None:
    words, names = questions_of(DIARY)
    assert [one.word for one in words] == ["rad", "so so"]
    assert [one.name for one in names] == ["Calm", "Tea"]


def test_each_thing_is_told_in_a_line() -> None:
    found = rehearsed(DIARY)
    assert kind_line(found) == "A diary from Daylio, from 2 January 2026 to 5 January 2026."
    assert outcome_lines(found, rehearsed=True) == [
        "To add: 2 check-ins.",
        "Not clear yet: 1 entry, whose mood is a word that has no number.",
        "Ratings of your own, which check-ins do not ask for: Calm.",
    ]
    assert left_out_lines(found) == [
        "Left out, line 1,234: it is odd\ufffd.",
        "Left out, neither a rating nor a side effect: Tea.",
        "Left out, Symptrack has no place for it: Sleep.",
    ]
    assert untold_lines(found, ZONE) == [
        'Still to be told: what “rad” means, as --mood "rad=9".',
        'Still to be told: what “so so” means, as --mood "so so=0..10".',
        f"Still to be told: the time zone of its times, as --time-zone {ZONE}.",
    ]


def test_a_long_word_is_cut_and_shows_what_cannot_be_seen() -> None:
    assert plain_word("a\nb\u202e") == "a\ufffdb\ufffd"
    assert plain_word("x" * 50) == "x" * 39 + "…"
