"""The calendar file: what is to come, with alarms, and nothing about the illness."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from symptrack.exchange.calendar_file import calendar_file
from symptrack.exchange.selection import Wanted
from tests.builders import ZONE, make_check_in, make_journal, make_series, make_session
from tests.exchange.hostile import HOSTILE, hostile_journal

NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo(ZONE))


def planned(started: str, **changes: Any) -> Session:
    return make_session(started, status=SessionStatus.PLANNED, entered_at=None, **changes)


def events(journal: Journal, now: datetime = NOW, **options: Any) -> dict[str, Event]:
    """Return the entries of the file by their UID, in its order."""
    found = Calendar.from_ical(calendar_file(journal, now, **options)).events
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["uid"]): one for one in found}


def starts(journal: Journal, **options: Any) -> list[datetime | date]:
    return [one.start for one in events(journal, **options).values()]


def test_an_empty_journal_is_an_empty_calendar() -> None:
    data = calendar_file(Journal(), NOW)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert events(Journal()) == {}


def test_a_planned_session_stands_at_its_time_in_its_zone_with_an_alarm() -> None:
    session = planned("2026-11-27 10:30", time_zone="America/Chicago")
    found = list(events(make_journal(sessions=[session])).values())
    first = found[0]
    assert first.start == datetime(2026, 11, 27, 10, 30, tzinfo=ZoneInfo("America/Chicago"))
    assert first.end - first.start == timedelta(minutes=40)
    assert b"DTSTART;TZID=America/Chicago:20261127T103000" in first.to_ical()
    assert all(len(one.alarms.times) == 1 for one in found)
    assert first.alarms.times[0].trigger == first.start - timedelta(hours=1)


def test_the_zones_are_in_the_file_and_reach_the_last_entry() -> None:
    session = planned("2045-07-03 10:30")
    calendar = Calendar.from_ical(calendar_file(make_journal(sessions=[session]), NOW))
    [zone] = calendar.timezones
    assert zone.tz_name == ZONE
    rule = zone.to_tz(lookup_tzid=False)
    assert session.started_at.replace(tzinfo=rule).utcoffset() == timedelta(hours=-4)


def test_a_time_that_its_zone_does_not_have_is_written_in_utc() -> None:
    session = planned(
        "", started_at=datetime.fromisoformat("2026-12-01T10:30:00-03:00"), time_zone=ZONE
    )
    assert starts(make_journal(sessions=[session]))[0] == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)


def test_a_session_without_a_time_is_a_whole_day_with_an_alarm_in_the_morning() -> None:
    session = planned("2026-11-27 12:00", time_known=False)
    first = next(iter(events(make_journal(sessions=[session])).values()))
    assert (first.start, first.end) == (date(2026, 11, 27), date(2026, 11, 28))
    assert b"TRIGGER:PT9H" in first.to_ical()


def test_a_session_of_unknown_length_takes_an_hour() -> None:
    session = planned("2026-11-27 10:30", duration_min=None)
    first = next(iter(events(make_journal(sessions=[session])).values()))
    assert first.end - first.start == timedelta(hours=1)


def test_the_check_ins_to_come_stand_beside_it_and_keep_no_one_busy() -> None:
    session = planned("2026-11-27 10:30")
    _session, *check_ins = events(make_journal(sessions=[session])).values()
    at = [f"{one.start:%m-%d %H:%M}" for one in check_ins]
    assert at[4:9] == ["11-26 10:30", "11-26 20:00", "11-27 13:10", "11-27 20:00", "11-28 11:10"]
    assert {str(one["transp"]) for one in check_ins} == {"TRANSPARENT"}


def test_the_evening_keeps_its_time_when_the_clocks_change() -> None:
    found = starts(make_journal(sessions=[make_session("2027-03-13 10:30")]),
                   now=datetime(2027, 3, 13, 19, tzinfo=ZoneInfo(ZONE)))  # fmt: skip
    evenings = [one for one in found if isinstance(one, datetime) and one.hour == 20]
    assert [one.utcoffset() for one in evenings[:2]] == [timedelta(hours=-5), timedelta(hours=-4)]


def test_nothing_in_it_tells_of_the_illness() -> None:
    text = calendar_file(hostile_journal("ketamine infusion"), NOW).decode().lower()
    session = planned("2026-11-27 10:30", note="ketamine", clinic="Ketamine clinic")
    text += calendar_file(make_journal(sessions=[session]), NOW).decode().lower()
    for word in ("ketamine", "infusion", "clinic", "mood", "session", "check-in", "phq"):
        assert word not in text
    titles = {str(one["summary"]) for one in events(make_journal(sessions=[session])).values()}
    assert titles == {"Symptrack"}


def test_the_title_is_the_patients_to_choose() -> None:
    journal = make_journal(sessions=[planned("2026-11-27 10:30")])
    found = events(journal, title=" Water the\tplants ")
    assert {str(one["summary"]) for one in found.values()} == {"Water the plants"}
    assert {str(one.alarms.times[0].alarm["description"]) for one in found.values()} == {
        "Water the plants"
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_comes_out_as_typed_on_one_line_and_adds_nothing(text: str) -> None:
    journal = make_journal(sessions=[planned("2026-11-27 10:30")])
    found = events(journal, title=text)
    title = " ".join(text.replace("\x00", "\ufffd").split())
    assert {str(one["summary"]) for one in found.values()} == {title}
    assert found.keys() == events(journal).keys()


def test_a_second_import_puts_right_what_moved() -> None:
    session = planned("2026-12-10 10:30")
    before = events(make_journal(sessions=[session]))
    moved = replace(session, started_at=session.started_at + timedelta(days=2))
    later = NOW + timedelta(days=1)
    after = events(make_journal(sessions=[moved]), later)
    first = next(iter(before))
    assert after[first].start == before[first].start + timedelta(days=2)
    both = before.keys() & after.keys()
    assert len(both) > 30
    assert all((after[uid].sequence or 0) > (before[uid].sequence or 0) for uid in both)
    assert {one.DTSTAMP for one in after.values()} == {later.astimezone(UTC)}


def cancelled(found: dict[str, Event]) -> set[str]:
    return {uid for uid, one in found.items() if str(one["status"]) == "CANCELLED"}


@pytest.mark.parametrize("way", ["trash", "missed"])
def test_what_was_called_off_is_cancelled_and_rings_no_more(way: str) -> None:
    one = make_series()
    done = make_session("2026-11-20 10:30", series_id=one.id)
    session = planned("2026-12-10 10:30", series_id=one.id)
    before = events(make_journal(series=[one], sessions=[done, session]))
    assert cancelled(before) == set()
    if way == "trash":
        gone = DeletedRecord(kind=Kind.SESSIONS, deleted_at=NOW, record=session)
        journal = make_journal(series=[one], sessions=[done], deleted=[gone])
    else:
        missed = replace(session, status=SessionStatus.MISSED)
        journal = make_journal(series=[one], sessions=[done, missed])
    after = events(journal, NOW + timedelta(minutes=2))
    [started] = [uid for uid, event in before.items() if event.start == session.started_at]
    assert started in cancelled(after)
    assert len(cancelled(after)) > 3
    assert before.keys() <= after.keys()
    assert all((after[uid].sequence or 0) > (before[uid].sequence or 0) for uid in before)
    assert all(not after[uid].alarms.times for uid in cancelled(after))
    assert {str(after[uid]["summary"]) for uid in after} == {"Symptrack"}


def test_what_was_called_off_in_the_past_is_not_told_of() -> None:
    past = planned("2026-11-10 10:30")
    gone = DeletedRecord(kind=Kind.SESSIONS, deleted_at=NOW, record=past)
    note = DeletedRecord(kind=Kind.CHECK_INS, deleted_at=NOW, record=make_check_in())
    assert events(make_journal(deleted=[gone, note])) == {}


def test_each_entry_says_when_it_was_written() -> None:
    for one in events(make_journal(sessions=[planned("2026-11-27 10:30")])).values():
        assert one.LAST_MODIFIED == one.DTSTAMP == NOW.astimezone(UTC)


def test_evenings_keep_their_entry_when_a_session_is_added_on_the_day() -> None:
    one = make_series()
    done = make_session("2026-11-20 10:30", series_id=one.id)
    before = events(make_journal(series=[one], sessions=[done]))
    added = planned("2026-11-25 10:30", series_id=one.id)
    after = events(make_journal(series=[one], sessions=[done, added]))
    assert before.keys() <= after.keys() | {
        uid for uid, event in before.items() if event.start > NOW + timedelta(days=28)
    }


def test_the_same_entries_at_the_same_time_make_the_same_file() -> None:
    journal = make_journal(sessions=[planned("2026-11-27 10:30")])
    assert calendar_file(journal, NOW) == calendar_file(journal, NOW)


def test_two_patients_evenings_do_not_meet() -> None:
    one, other = (make_journal(sessions=[make_session("2026-11-20 10:30")]) for _time in range(2))
    assert not events(one).keys() & events(other).keys()


def test_a_range_or_a_series_narrows_it_down() -> None:
    one, other = make_series(), make_series(name="Maintenance")
    journal = make_journal(
        series=[one, other],
        sessions=[
            planned("2026-11-27 10:30", series_id=one.id),
            planned("2026-12-20 10:30", series_id=other.id),
        ],
    )
    days = Wanted(first_on=date(2026, 11, 27), last_on=date(2026, 11, 28))
    assert [f"{one:%m-%d}" for one in starts(journal, wanted=days)] == [
        "11-27", "11-27", "11-27", "11-28", "11-28",
    ]  # fmt: skip
    found = starts(journal, wanted=Wanted(series="Maintenance"))
    assert [f"{one:%m-%d}" for one in found] == ["12-20", "12-19", "12-20", "12-20", "12-21"]
    backwards = Wanted(first_on=date(2026, 12, 1), last_on=date(2026, 11, 28))
    with pytest.raises(RefusedRequest, match="ends before it begins"):
        calendar_file(journal, NOW, backwards)
