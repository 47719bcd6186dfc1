"""The quirks of Bearable's, eMoods' and Track & Graph's files, and files of no tracker."""

import io
import zipfile

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.trackers import csv_rows
from symptrack.exchange.trackers.diary import Diary, Meaning, Rated, Use
from symptrack.exchange.trackers.recognising import read_diary
from symptrack.exchange.trackers.unpacking import MAX_UNPACKED
from tests.exchange.trackers.damage import zipped

BEARABLE = "date,weekday,time of day,category,rating/amount,detail,notes\n"
EMOODS = "ID,DATE (YYYY-MM-DD),IRRITABILITY,ANXIETY,DEPRESSED,ELEVATED,SLEEP,NOTE\n"
GRAPH = "FeatureName,Timestamp,Value,Label,Note\n"
AT = "2026-03-01T09:30:00-05:00"


def read(text: str) -> Diary:
    return read_diary(text.encode())


def reason_of(text: str) -> str:
    (left_out,) = read(text).left_out
    return left_out.reason


def test_rows_of_one_time_make_one_entry_and_keep_their_notes() -> None:
    rows = (
        "1st May 2021,x,3:00,Mood,6,Meh | Calm,one\n"
        "1st May 2021,x,3:00,Symptom,4,Pain (in the back) (Unbearable),two\n"
        "1st May 2021,x,3:00,Energy,1,,\n"
        "1st May 2021,x,pre,Sleep quality,5,,\n"
    )
    first, second = read(BEARABLE + rows).entries
    assert (first.mood, first.activities, first.note) == (6, ("Meh", "Calm"), "one\ntwo")
    assert first.rated == (Rated("Pain (in the back)", 3, (0, 3)), Rated("Energy", 1, (1, 5)))
    assert [one.rating for one in first.rated] == [10, 0]
    assert (second.block, second.time_known, second.rated[0].rating) == ("pre", False, 10)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1st Foo 2021,x,3:00,Mood,6,,", "its date is missing or cannot be read"),
        ("31st Jun 2021,x,3:00,Mood,6,,", "its date is missing or cannot be read"),
        ("2021-05-01,x,3:00,Mood,6,,", "its date is missing or cannot be read"),
        ("1st May 0021,x,3:00,Mood,6,,", "the year 21 is outside 1900-2200"),
        ("1st May 2021,x,3:00,Mood,11,,", "“11” is not a whole number from 0 to 10"),
        ("1st May 2021,x,3:00,Mood,6.5,,", "“6.5” is not a whole number from 0 to 10"),
        ("1st May 2021,x,3:00,Energy,6,,", "“6” is not a whole number from 1 to 5"),
        ("1st May 2021,x,3:00,Symptom,1,,", "its symptom has no name"),
        ("1st May 2021,x,3:00,Factors,,Rain,", "Factors: Symptrack has no place for it"),
        ("1st May 2021,x,4:00,Mood,6,,", "there is another mood at the same time"),
        ("1st May 2021,x,3:00", "it has 3 cells where the file has 7 columns"),
    ],
)
def test_a_row_of_bearable_that_cannot_come_in_is_named(row: str, reason: str) -> None:
    assert reason_of(BEARABLE + "1st May 2021,x,4:00,Mood,5,,\n" + row) == reason


def test_emoods_columns_without_a_place_are_named_where_they_hold_something() -> None:
    diary = read(EMOODS + "1,2024-02-14,0,,4,0,0.0,\n2,2024-02-15,0,1,4,0,7.5,\n")
    assert diary.unplaced == ("Sleep",)
    assert [one.name for one in diary.entries[0].rated] == ["Irritability", "Depressed", "Elevated"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2,yesterday,0,0,0,0,0,", "its date is missing or cannot be read"),
        ("2,2024-02-15,5,0,0,0,0,", "“5” is not a whole number from 0 to 4"),
        ("2,2024-02-14,1,0,0,0,0,", "there is another entry for the same day"),
    ],
)
def test_a_row_of_emoods_that_cannot_come_in_is_named(row: str, reason: str) -> None:
    assert reason_of(EMOODS + "1,2024-02-14,0,0,4,0,0.0,\n" + row) == reason


def test_features_of_one_time_make_one_entry() -> None:
    rows = f"Mood,{AT},6.0,,a\nPain,{AT},10,,b\nTea,{AT},3,,\nNausea,{AT},4,,\n"
    diary = read(GRAPH + rows)
    (entry,) = diary.entries
    assert entry.note == "a\nb"
    assert diary.proposed == {
        "Mood": Meaning(Use.RATING, "mood"),
        "Pain": Meaning(Use.RATING, "pain"),
        "Tea": Meaning(Use.LEAVE_OUT),
        "Nausea": Meaning(Use.LEAVE_OUT),  # it went up to 4: no severity of ours
    }


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f",{AT},1,,", "it has no name"),
        (f"Sleep,{AT},7:45:00,,", "Sleep: a duration is not a rating"),
        (f"Sleep,{AT},6.5,,", "“6.5” is not a whole number from 0 to 10"),
        (f"Steps,{AT},8000,,", "“8000” is not a whole number from 0 to 10"),
        (f"Mood,{AT},-1,,", "“-1” is not a whole number from 0 to 10"),
        ("Mood,2026-03-01T09:30:00,1,,", "its time is missing or cannot be read"),
        ("Mood,0026-03-01T09:30:00Z,1,,", "its time is missing or cannot be read"),
        (f"Tea,{AT},1,,", "there is another value of it at the same time"),
    ],
)
def test_a_row_of_track_and_graph_that_cannot_come_in_is_named(row: str, reason: str) -> None:
    assert reason_of(GRAPH + f"Tea,{AT},3,,\n" + row) == reason


def archive_of(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return file.getvalue()


TORN = bytearray(zipped("entry.csv", bytes(range(250)) * 9))
TORN[60:70] = b"x" * 10  # amid what is packed


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" \n", "The file is empty."),
        (b'""\n,,\n', "The file is empty."),
        (b"date,mood\0", "The file is not a text file."),
        (b"\xff\xfe\x00", "The file is not text in UTF-8."),
        (b"date,mood\n2020-01-01,5", "The file is not a diary that Symptrack knows"),
        (GRAPH.encode(), "There is no entry in the file."),
        (b'year,date,time,mood\n"2018', "The file cannot be read from line 2 on"),
        (b"a," * 60, "Line 1 has more than 60 columns, which no diary has."),
        (b"a\n" * 100_002, "The file has more than 100,000 rows"),
        (b"a" * (csv_rows.MAX_BYTES + 1), "The file is larger than 10 MB"),
        (archive_of("photo.jpg"), "The file is not a diary that Symptrack knows"),
        (archive_of(*map(str, range(20_001))), "The file holds more files than a backup does."),
        (b"PK\3\4 and no more", "The file is damaged"),
        (zipped("entry.csv", b"0" * (MAX_UNPACKED + 1)), "What is packed in the file is larger"),
        (bytes(TORN), "The file is damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_diary_is_refused_with_the_reason(data: bytes, sentence: str) -> None:
    with pytest.raises(RefusedFile, match=sentence):
        read_diary(data)


def test_a_zip_that_lies_of_its_size_is_counted_while_it_is_unpacked() -> None:
    bomb = bytearray(zipped("entry.csv", b"0" * 300_000_000))
    place = bomb.rindex(b"PK\1\2")
    bomb[place + 24 : place + 28] = (5).to_bytes(4, "little")
    with pytest.raises(RefusedFile):
        read_diary(bytes(bomb))


def test_more_words_than_a_person_has_are_refused() -> None:
    rows = "".join(f"Thing {number},{AT},1,,\n" for number in range(201))
    with pytest.raises(RefusedFile, match="more than 200 words"):
        read(GRAPH + rows)
