"""A diary and what the patient says of its words become check-ins."""

from dataclasses import replace
from datetime import datetime

import pytest

from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import EffectState, Source
from symptrack.exchange.trackers.answers import (
    MOST_ACTIVITIES,
    Answers,
    mood_words,
    named_things,
    untold_words,
)
from symptrack.exchange.trackers.check_ins import ReadDiary, check_ins_of
from symptrack.exchange.trackers.diary import SEVERITY, Diary, DiaryEntry, Meaning, Rated, Use
from tests.builders import ZONE

RATING, SIDE_EFFECT = Meaning(Use.RATING), Meaning(Use.SIDE_EFFECT)


def entry(when: str = "2026-01-02T10:00", **changes: object) -> DiaryEntry:
    return replace(DiaryEntry(line=2, when=datetime.fromisoformat(when)), **changes)  # type: ignore[arg-type]


def diary(*entries: DiaryEntry, **proposed: Meaning) -> Diary:
    return Diary(source=Source.DAYLIO, entries=entries, proposed=proposed)


def made(
    of: Diary, answers: Answers | None = None, known: Journal | None = None, zone: str = ZONE
) -> ReadDiary:
    return check_ins_of(of, answers or Answers(), known or Journal(), zone)


def test_a_number_counts_and_a_word_is_mapped() -> None:
    read = made(
        diary(entry(mood=7), entry("2026-01-03T10:00", mood_word="Rad")), Answers(moods={"rad": 9})
    )
    assert [(one.ratings["mood"], one.mapped) for one in read.journal.check_ins] == [
        (7, False),
        (9, True),
    ]


def test_a_word_that_nothing_was_said_of_takes_that_of_its_group() -> None:
    both = diary(entry(mood_word="numb", mood_group="bad"))
    assert made(both, Answers(moods={"bad": 3})).journal.check_ins[0].ratings == {"mood": 3}
    told = Answers(moods={"bad": 3, "numb": 1})
    assert made(both, told).journal.check_ins[0].ratings == {"mood": 1}


def test_an_entry_whose_word_is_not_told_is_unclear() -> None:
    of = diary(entry(mood_word="so so"), entry(mood_word="so so"), entry(mood_word="rad"))
    read = made(of, Answers(moods={"rad": 9}))
    assert (read.unclear, len(read.journal.check_ins)) == (2, 1)
    (word,) = untold_words(of, Answers(moods={"rad": 9}))
    assert (word.word, word.count, word.proposed) == ("so so", 2, None)


def test_words_are_asked_with_what_they_most_likely_mean() -> None:
    of = diary(
        entry(mood_word="Good"), entry(mood_word="Good"), entry(mood_word="numb", mood_group="bad")
    )
    assert [(one.word, one.count, one.proposed) for one in mood_words(of)] == [
        ("Good", 2, 7),
        ("numb", 1, 3),
    ]


def test_where_some_ratings_count_and_some_are_mapped_there_are_two_check_ins() -> None:
    of = diary(
        entry(mood_word="rad", rated=(Rated("Sleep", 8),), note="n"),
        Sleep=Meaning(Use.RATING, "sleep"),
    )
    first, second = made(of, Answers(moods={"rad": 9})).journal.check_ins
    assert (first.ratings, first.mapped, first.note) == ({"sleep": 8}, False, "n")
    assert (second.ratings, second.mapped, second.note) == ({"mood": 9}, True, "")
    assert first.id != second.id
    assert first.occurred_at == second.occurred_at


def test_the_same_entry_has_the_same_id_in_every_file() -> None:
    one, other = entry(mood=1), entry("2026-01-05T10:00", mood=2)
    ids = [one.id for one in made(diary(one, one, other)).journal.check_ins]
    assert len(set(ids)) == 3
    again = made(diary(entry("2026-01-09T10:00", mood=9), other, one, one))
    assert {one.id for one in again.journal.check_ins} > set(ids)


def test_an_entry_is_the_same_in_a_file_with_offsets_and_in_one_without() -> None:
    (one,) = made(diary(entry("2026-07-02T10:00", mood=5))).journal.check_ins
    (same,) = made(diary(entry("2026-07-02T10:00-04:00", mood=5))).journal.check_ins
    assert same == one


def test_what_is_no_symptom_is_left_out_and_an_entry_without_anything_is_named() -> None:
    of = diary(entry(rated=(Rated("Tea", 3),), activities=("walk",)), entry(note="n"))
    read = made(of)
    assert [one.note for one in read.journal.check_ins] == ["n"]
    assert [(one.line, one.reason) for one in read.left_out] == [(2, "nothing of it is kept")]


def test_names_become_the_patients_own_once() -> None:
    of = diary(
        entry(rated=(Rated("Dread", 3),), activities=("Itch",)),
        entry("2026-01-03T10:00", rated=(Rated("Dread", 4),), activities=("Itch",)),
    )
    answers = Answers(meanings={"Dread": RATING, "Itch": SIDE_EFFECT})
    journal = made(of, answers).journal
    assert journal.symptoms == (Symptom(key="dread", label="Dread", active=False),)
    assert journal.side_effects == (OwnSideEffect(key="itch", label="Itch"),)
    assert [one.ratings for one in journal.check_ins] == [{"dread": 3}, {"dread": 4}]
    assert journal.check_ins[0].side_effects[0].severity is None
    again = made(of, answers, journal)
    assert again.journal.check_ins == journal.check_ins
    assert (again.journal.symptoms, again.journal.side_effects) == ((), ())


def test_own_names_never_take_a_key_that_means_something_else() -> None:
    of = diary(entry(rated=(Rated("Pain", 3),), activities=("nausea",)))
    answers = Answers(meanings={"Pain": RATING, "nausea": SIDE_EFFECT})
    known = Journal(symptoms=(Symptom(key="pain_2"),), side_effects=(OwnSideEffect(key="x"),))
    check_in = made(of, answers, known).journal.check_ins[0]
    assert check_in.ratings == {"pain_3": 3}
    assert check_in.side_effects[0].effect == "nausea_2"


def test_of_one_effect_named_twice_at_a_time_the_stronger_stays() -> None:
    nausea = Meaning(Use.SIDE_EFFECT, "nausea")
    of = diary(
        entry(
            rated=(Rated("a", 0, SEVERITY), Rated("b", 2, SEVERITY), Rated("c", 1, SEVERITY)),
            activities=("d",),
        ),
        entry("2026-01-03T10:00", rated=(Rated("a", 0, SEVERITY),)),
        entry("2026-01-04T10:00", rated=(Rated("e", 4),)),
    )
    answers = Answers(meanings=dict.fromkeys("abcde", nausea))
    found = [one.side_effects for one in made(of, answers).journal.check_ins]
    assert [(len(one), one[0].state, one[0].severity) for one in found] == [
        (1, EffectState.PRESENT, 2),
        (1, EffectState.GONE, 0),
        (1, EffectState.PRESENT, None),
    ]


def test_an_activity_can_be_no_rating() -> None:
    of = diary(entry(activities=("walk",), note="n"))
    assert made(of, Answers(meanings={"walk": RATING})).journal.check_ins[0].ratings == {}


@pytest.mark.parametrize(
    ("when", "occurred_at", "zone"),
    [
        ("2026-07-02T10:00", "2026-07-02T10:00:00-04:00", ZONE),
        ("2026-03-08T02:30", "2026-03-08T02:30:00-05:00", ZONE),  # the hour that is not there
        ("2026-07-02T10:00-04:00", "2026-07-02T10:00:00-04:00", ZONE),
        ("2026-07-02T23:00+09:00", "2026-07-02T23:00:00+09:00", "Etc/GMT-9"),
        ("2026-07-02T23:00-08:00", "2026-07-02T23:00:00-08:00", "Etc/GMT+8"),
        ("2026-07-02T23:00+00:00", "2026-07-02T23:00:00+00:00", "Etc/UTC"),
        ("2026-07-02T23:00+05:30", "2026-07-02T23:00:00+05:30", ZONE),
        ("2026-07-02T23:00+15:00", "2026-07-02T23:00:00+15:00", ZONE),
    ],
)
def test_times_keep_their_wall_clock_and_take_a_zone(
    when: str, occurred_at: str, zone: str
) -> None:
    check_in = made(diary(entry(when, mood=5))).journal.check_ins[0]
    assert check_in.occurred_at.isoformat() == occurred_at
    assert check_in.time_zone == zone


def test_the_zone_that_was_told_goes_first() -> None:
    answers = Answers(time_zone="Europe/Berlin")
    of = diary(entry(mood=5))
    assert of.needs_time_zone
    assert made(of, answers).journal.check_ins[0].time_zone == "Europe/Berlin"


def test_things_with_numbers_are_asked_first_and_of_activities_the_most_frequent() -> None:
    many = tuple(f"activity {number}" for number in range(100))
    of = diary(
        entry(rated=(Rated("Sleep", 5),), activities=many),
        entry(activities=("Headache", "Sleep")),
        entry(activities=("Headache",)),
        Sleep=Meaning(Use.RATING, "sleep"),
    )
    things = named_things(of)
    assert len(things) == MOST_ACTIVITIES + 1
    assert (things[0].name, things[0].rated, things[0].proposed.key) == ("Sleep", True, "sleep")
    assert (things[1].name, things[1].count, things[1].rated) == ("Headache", 2, False)
    assert things[1].proposed.use is Use.LEAVE_OUT
    assert things[1].as_effect == Meaning(Use.SIDE_EFFECT, "headache")
