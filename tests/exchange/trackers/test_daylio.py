"""The quirks of Daylio's files, each by itself."""

import base64
import json
from datetime import date
from typing import Any

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.trackers.clock_times import read_time
from symptrack.exchange.trackers.daylio_dates import WrittenDate, read_dates
from symptrack.exchange.trackers.diary import Diary, Rated
from symptrack.exchange.trackers.html_notes import plain_note
from symptrack.exchange.trackers.recognising import read_diary
from tests.exchange.trackers.damage import zipped

HEADER_2020 = "full_date,date,weekday,time,mood,activities,note\n"
HEADER_2026 = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


def read(text: str) -> Diary:
    return read_diary(text.encode())


def reasons(diary: Diary) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in diary.left_out]


def backup(*days: dict[str, Any], **other: Any) -> bytes:
    """Return a backup with two moods of the patient's own and these entries."""
    moods = [
        {"id": 7, "custom_name": "", "mood_group_id": 1},
        {"id": 8, "custom_name": " numb \n", "mood_group_id": 4},
        {"id": 9, "custom_name": "odd", "mood_group_id": 6},
        "no mood",
    ]
    tags = [{"id": 1, "name": "walk"}, {"id": 2, "name": 5}, {"name": "no id"}, None]
    document = {"customMoods": moods, "tags": tags, "dayEntries": days} | other
    text = json.dumps(document).encode()
    return zipped("backup.daylio", base64.b64encode(text))


DAY: dict[str, Any] = {
    "year": 2023, "month": 11, "day": 31, "hour": 23, "minute": 5, "timeZoneOffset": -12_600_000,
    "mood": 8, "note_title": "T", "note": "<b>N</b>", "tags": [1, 2, 3, "x", 1],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:39", "20:39"), ("9:07", "09:07"), ("9.07", "09:07"), ("12:00 AM", "00:00"),
        ("12:30 PM", "12:30"), ("10:04 pm", "22:04"), ("9:05\u202fPM", "21:05"),
        ("9:05 p. m.", "21:05"), ("下午9:05", "21:05"), ("오전 12:10", "00:10"),
        ("21:05:09", "21:05"),
    ],
)  # fmt: skip
def test_times_of_every_phone_are_read(text: str, expected: str) -> None:
    found = read_time(text)
    assert found is not None
    assert found.isoformat("minutes") == expected


@pytest.mark.parametrize(
    "text", ["", "mid", "24:00", "9:60", "13:00 PM", "0:00 am", "9:05 Uhr", "9", "٩:٠٥", "9:5"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("day", "weekday", "expected"),
    [
        ("June 22", "Friday", date(2018, 6, 22)),
        ("22. Juni", "Freitag", date(2018, 6, 22)),
        ("22 de junio", "viernes", date(2018, 6, 22)),
        ("22 czerwca", "piątek", date(2018, 6, 22)),
        ("6月22日", "金曜日", date(2018, 6, 22)),
        ("22 июня", "пятница", date(2018, 6, 22)),
        ("1 listopada", "czwartek", date(2018, 11, 1)),
        ("1. listopada", "ponedjeljak", date(2018, 10, 1)),
    ],
)
def test_a_date_is_read_in_the_language_of_its_weekday(
    day: str, weekday: str, expected: date
) -> None:
    written = WrittenDate(2018, day, weekday)
    assert read_dates([written]) == {written: expected}


@pytest.mark.parametrize("day", ["", "June", "22 Foo", "31 June", "0 June", "13月1日"])
def test_what_is_no_date_is_not_read(day: str) -> None:
    assert read_dates([WrittenDate(2018, day, "Friday")]) == {}


def test_in_a_long_file_some_dates_tell_the_language_of_all() -> None:
    written = [WrittenDate(year, "1 listopada", "x") for year in range(1900, 2190)]
    written += [WrittenDate(2018, "2 listopada", "piątek")] * 2
    read_all = read_dates(written)
    assert len(read_all) == 291
    assert {one.month for one in read_all.values()} == {11}


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Some <b>bold</b> text.<br><br>Next para.", "Some bold text.\n\nNext para."),
        ("<p>One</p><p style='x'>Two</p>", "One\nTwo"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("Tom &amp; Jerry&nbsp;&lt;3", "Tom & Jerry <3"),
        ("a < b and c > d, <3", "a < b and c > d, <3"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("&amp;lt;b&gt; &unknown;", "&lt;b> &unknown;"),
    ],
)
def test_a_note_is_the_text_that_the_patient_saw(note: str, expected: str) -> None:
    assert plain_note(note) == expected


def test_several_entries_of_a_day_and_of_a_minute_all_come() -> None:
    row = "2020-02-02,x,y,9:00 PM,meh,,\n"
    assert len(read(HEADER_2020 + row * 3).entries) == 3


def test_a_guard_before_a_formula_is_taken_off_again() -> None:
    diary = read(HEADER_2020 + "2020-02-02,x,y,9:00 PM,'=meh,,'tis\n")
    assert (diary.entries[0].mood_word, diary.entries[0].note) == ("=meh", "'tis")


def test_scales_of_ten_points_are_ratings_and_other_amounts_are_not() -> None:
    cell = "Sleep Quality: 8/10 points | Sleep Time: 8:00 | Calm: 11/10 | Stress: 3/10 | Water: 3/5"
    diary = read(HEADER_2026 + f"2026-04-12,x,y,12:00,good,,{cell},,\n")
    assert diary.entries[0].rated == (Rated("Sleep Quality", 8), Rated("Stress", 3))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2020-02-30,x,y,9:00,meh,,", "its date is missing or cannot be read"),
        ("1850-02-03,x,y,9:00,meh,,", "the year 1850 is outside 1900-2200"),
        ("2020-02-02,x,y,late,meh,,", "its time is missing or cannot be read"),
        ("2020-02-02,x,y,9:00,,,", "it has no mood"),
        ("2020-02-02,x,y,9:00,meh,", "it has 6 cells where the file has 7 columns"),
        (f"2020-02-02,x,y,9:00,meh,,{'n' * 20_001}", "its note has more than 20,000 characters"),
    ],
)
def test_a_row_that_cannot_come_in_is_named_with_its_reason(row: str, reason: str) -> None:
    diary = read(HEADER_2020 + '2020-02-01,x,y,9:00,meh,,"two\nlines"\n' + row + "\n")
    assert len(diary.entries) == 1
    assert reasons(diary) == [(4, reason)]


def test_only_the_last_row_of_2017_may_lack_its_note() -> None:
    header, short = (
        "year,date,weekday,time,mood,activities,note\n",
        "2018,May 1,Tuesday,9:00,meh,\n",
    )
    assert len(read(header + short).entries) == 1
    assert [line for line, _reason in reasons(read(header + short * 2))] == [2]


@pytest.mark.parametrize(
    "row",
    [
        "2018,May 1,Tuesday,9:00,meh,,",
        "2018-05-01,May 1,Tuesday,9:00,meh,,",
        "2018-05-01,May 1,Tuesday,9:00,meh,,,",
        "2018-05-01,May 1,Tuesday,9:00,meh,,,,",
    ],
)
def test_each_layout_is_known_without_a_header(row: str) -> None:
    assert read(row).entries[0].when.isoformat() == "2018-05-01T09:00:00"


@pytest.mark.parametrize(
    "row", ["2018-05-01,May 1,Tuesday,meh,meh,,", "2018-05-01,1", "18,May 1,Tuesday,9:00,meh,,"]
)
def test_another_table_is_no_headerless_diary(row: str) -> None:
    with pytest.raises(RefusedFile, match="not a diary that Symptrack knows"):
        read(row)


def test_a_backup_counts_months_from_0_and_knows_its_offset_moods_and_tags() -> None:
    (entry,) = read_diary(backup(DAY)).entries
    assert entry.when.isoformat() == "2023-12-31T23:05:00-03:30"
    assert (entry.mood_word, entry.mood_group) == ("numb", "bad")
    assert (entry.activities, entry.note) == (("walk",), "T\nN")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"mood": 1}, "its mood is not among the backup's moods"),
        ({"mood": 9}, "its mood is not among the backup's moods"),
        ({"mood": True}, "its “mood” is missing or no whole number"),
        ({"year": None}, "its “year” is missing or no whole number"),
        ({"month": 12}, "its date is missing or cannot be read"),
        ({"year": 2300}, "its date is missing or cannot be read"),
        ({"hour": 10**20}, "its date is missing or cannot be read"),
        ({"timeZoneOffset": 86_400_000}, "its time is missing or cannot be read"),
        ({"note": "\ud800"}, "it holds half of a character"),
        ({"note": "n" * 20_001}, "its note has more than 20,000 characters"),
    ],
)
def test_an_entry_of_a_backup_that_cannot_come_in_is_named(
    change: dict[str, Any], reason: str
) -> None:
    diary = read_diary(backup(DAY, DAY | change))
    assert len(diary.entries) == 1
    assert reasons(diary) == [(2, reason)]


def test_a_mood_or_tag_whose_name_is_no_text_has_none() -> None:
    moods = [{"id": 8, "custom_name": "\ud800", "mood_group_id": 4}]
    tags = [{"id": 1, "name": "\udfff"}]
    (entry,) = read_diary(backup(DAY, customMoods=moods, tags=tags)).entries
    assert (entry.mood_word, entry.activities) == ("bad", ())


def test_what_is_no_entry_is_named_and_missing_lists_are_empty() -> None:
    whole: Any = [DAY | {"tags": None, "note": None}, "x"]
    diary = read_diary(backup(*whole, tags=None))
    assert diary.entries[0].activities == ()
    assert reasons(diary) == [(2, "it is no entry")]


@pytest.mark.parametrize(
    "data",
    [
        zipped("backup.daylio", b"x"),
        zipped("backup.daylio", base64.b64encode(b"[]")),
        backup(dayEntries=None),
        backup(dayEntries=[0] * 30_001),
    ],
)
def test_a_backup_without_a_diary_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedFile, match="The backup is damaged"):
        read_diary(data)
