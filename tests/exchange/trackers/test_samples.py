"""Every sample file gives what its expectation says."""

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedFile
from symptrack.domain.words import EffectState, Source
from symptrack.exchange.trackers.diary import SEVERITY
from symptrack.exchange.trackers.recognising import read_diary
from tests.exchange.trackers.samples import (
    EXPECTED,
    REFUSED,
    TAKEN,
    ZONE,
    read_sample,
    sample,
)


def local(check_in: CheckIn) -> str:
    return check_in.occurred_at.replace(tzinfo=None).isoformat(timespec="minutes")


def in_order(name: str) -> list[CheckIn]:
    check_ins = read_sample(name).journal.check_ins
    return sorted(check_ins, key=lambda one: one.occurred_at)


def with_(key: str) -> list[str]:
    found = [name for name in TAKEN if key in EXPECTED[name]]
    assert found
    return found


def test_every_sample_has_its_expectation() -> None:
    for name in EXPECTED:
        assert sample(name).is_file()
    assert len(TAKEN) + len(REFUSED) == 17


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_diary_is_refused_with_one_sentence(name: str) -> None:
    with pytest.raises(RefusedFile) as caught:
        read_diary(sample(name).read_bytes())
    assert str(caught.value).count(".") == 1


@pytest.mark.parametrize("name", with_("entries"))
def test_as_many_check_ins_are_made_as_there_are_entries(name: str) -> None:
    assert len(read_sample(name).journal.check_ins) == EXPECTED[name]["entries"]


@pytest.mark.parametrize("name", with_("first"))
def test_the_first_entry_has_its_time_and_mood(name: str) -> None:
    first = in_order(name)[0]
    assert [local(first), first.ratings["mood"]] == EXPECTED[name]["first"]


@pytest.mark.parametrize("name", with_("last"))
def test_the_last_entry_has_its_time_and_mood(name: str) -> None:
    last = in_order(name)[-1]
    assert [local(last), last.ratings["mood"]] == EXPECTED[name]["last"]


@pytest.mark.parametrize("name", with_("notes"))
def test_notes_come_as_the_patient_saw_them(name: str) -> None:
    for when, note in EXPECTED[name]["notes"].items():
        (found,) = (one.note for one in in_order(name) if local(one).startswith(when))
        assert found == note


@pytest.mark.parametrize("name", with_("time_known"))
def test_where_only_the_date_is_known_it_says_so(name: str) -> None:
    check_ins = in_order(name)
    assert {one.time_known for one in check_ins} == {EXPECTED[name]["time_known"]}
    if "first_day" in EXPECTED[name]:
        assert local(check_ins[0]) == EXPECTED[name]["first_day"] + "T12:00"


@pytest.mark.parametrize("name", with_("left_out_lines"))
def test_rows_that_are_not_whole_are_named_with_their_line(name: str) -> None:
    left_out = read_sample(name).left_out
    assert [one.line for one in left_out] == EXPECTED[name]["left_out_lines"]
    assert all(one.reason for one in left_out)


@pytest.mark.parametrize("name", with_("rows"))
def test_every_row_is_in_an_entry_or_left_out(name: str) -> None:
    diary = read_diary(sample(name).read_bytes())
    things = sum(len(one.rated) + (one.mood is not None) for one in diary.entries)
    assert things + len(diary.left_out) == EXPECTED[name]["rows"]


@pytest.mark.parametrize("name", with_("values"))
def test_values_keep_their_name_time_and_number(name: str) -> None:
    found = [
        [rated.name, entry.when.isoformat(), float(rated.value)]
        for entry in read_diary(sample(name).read_bytes()).entries
        for rated in entry.rated
    ]
    for expected in EXPECTED[name]["values"]:
        assert expected in found


@pytest.mark.parametrize("name", with_("symptoms_seen"))
def test_moods_are_numbers_and_symptoms_are_seen(name: str) -> None:
    diary = read_diary(sample(name).read_bytes())
    moods = [
        [one.when.isoformat(timespec="minutes"), one.mood]
        for one in diary.entries
        if one.mood is not None
    ]
    assert moods == EXPECTED[name]["mood"]
    seen = {one.name for entry in diary.entries for one in entry.rated if one.scale == SEVERITY}
    assert seen == set(EXPECTED[name]["symptoms_seen"])
    reasons = " ".join(one.reason for one in diary.left_out)
    for category in EXPECTED[name]["reported_as_left_out"]:
        assert category in reasons


def test_moods_that_were_words_are_mapped_and_numbers_are_not() -> None:
    for name in TAKEN:
        for one in read_sample(name).journal.check_ins:
            if "mood" in one.ratings:
                assert one.mapped is (one.source is Source.DAYLIO)
            assert one.time_zone == ZONE or one.source is Source.TRACK_AND_GRAPH
            assert one.entered_at is None


def test_bearables_strengths_are_severities_and_its_five_steps_are_spread() -> None:
    check_ins = read_sample("bearable_2021_ordinal_dates_time_blocks").journal.check_ins
    effects = {effect.effect: effect.severity for one in check_ins for effect in one.side_effects}
    assert effects == {"dizziness": 1, "nausea": 3}
    spread = {key: value for one in check_ins if one.mapped for key, value in one.ratings.items()}
    assert spread == {"energy": 8, "sleep": 8}
    assert len(check_ins) == 5


def test_what_emoods_rates_from_0_to_4_is_spread_and_mapped() -> None:
    read = read_sample("emoods_entry")
    assert all(one.mapped for one in read.journal.check_ins)
    first = read.journal.check_ins[0]
    assert first.ratings == {"irritability": 0, "anxiety": 0, "depressed": 10, "elevated": 0}
    assert [one.label for one in read.journal.symptoms] == [
        "Irritability", "Depressed", "Elevated",
    ]  # fmt: skip
    assert not any(one.active for one in read.journal.symptoms)


def test_a_feature_that_is_a_side_effect_says_how_strong_and_when_it_was_gone() -> None:
    check_ins = read_sample("trackandgraph_legacy_4col_value_label").journal.check_ins
    entries = [(one.side_effects[0].state, one.side_effects[0].severity) for one in check_ins]
    assert entries == [(EffectState.GONE, 0), (EffectState.PRESENT, 1)]
    # British summer time is not Berlin's offset: the day stays the one on the phone's clock.
    assert {one.time_zone for one in check_ins} == {"Etc/GMT-1"}
