"""The part of a journal that was asked for holds together by itself."""

from datetime import date
from typing import Any

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Paper, ReportChoices, Settings
from symptrack.domain.words import SessionStatus
from symptrack.exchange.journal_file import read_journal, write_journal
from symptrack.exchange.selection import Wanted, choose_period, part_of
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.journals import design_series
from tests.strategies import unordered

TODAY = date(2026, 11, 20)


def days_of(journal: Journal, **wanted: Any) -> tuple[str, str] | None:
    period = choose_period(journal, Wanted(**wanted), TODAY)
    return (str(period.first_on), str(period.last_on)) if period else None


def test_nothing_said_means_everything() -> None:
    assert Wanted().everything
    assert not Wanted(series="latest").everything
    assert not Wanted(first_on=TODAY).everything
    assert not Wanted(last_on=TODAY).everything


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        ({}, ("2026-08-25", "2026-11-20")),
        ({"series": "First series"}, ("2026-08-25", "2026-10-08")),
        ({"series": "first SERIES"}, ("2026-08-25", "2026-10-08")),
        ({"series": "latest"}, ("2026-10-02", "2026-11-20")),
        ({"first_on": date(2026, 9, 1)}, ("2026-09-01", "2026-11-20")),
        ({"last_on": date(2026, 9, 1)}, ("2026-08-25", "2026-09-01")),
        (
            {"series": "Maintenance", "last_on": date(2026, 10, 20)},
            ("2026-10-02", "2026-10-20"),
        ),
    ],
)
def test_the_days_follow_from_series_and_dates(
    wanted: dict[str, Any], days: tuple[str, str]
) -> None:
    assert days_of(design_series(), **wanted) == days


def test_a_series_cut_by_dates_stays_that_series() -> None:
    wanted = Wanted(series="First series", last_on=date(2026, 9, 4))
    period = choose_period(design_series(), wanted, TODAY)
    assert period is not None
    assert [one.name for one in period.series] == ["First series"]
    assert len(period.sessions) == 2


def test_dates_are_enough_where_nothing_was_recorded() -> None:
    assert days_of(Journal()) is None
    assert days_of(Journal(), first_on=TODAY) == (str(TODAY), str(TODAY))
    assert days_of(Journal(), series="latest", last_on=TODAY) == (str(TODAY), str(TODAY))


def test_the_latest_series_that_has_not_begun_gives_way_to_all_that_there_is() -> None:
    journal = make_journal(series=[make_series(started_on=None)], check_ins=[make_check_in()])
    assert days_of(journal, series="latest") == ("2026-09-01", "2026-09-01")
    assert days_of(journal, series="First series") is None


def test_a_series_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedRequest, match=r"There is no series of that name\."):
        choose_period(design_series(), Wanted(series="Second"), TODAY)


def test_a_name_that_two_series_share_is_not_guessed_at() -> None:
    journal = make_journal(series=[make_series(), make_series()])
    with pytest.raises(RefusedRequest, match="There are 2 series of that name"):
        choose_period(journal, Wanted(series="First series"), TODAY)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    wanted = Wanted(first_on=date(2026, 9, 2), last_on=date(2026, 9, 1))
    with pytest.raises(RefusedRequest, match="ends before it begins"):
        choose_period(design_series(), wanted, TODAY)


def test_a_part_where_nothing_was_recorded_is_refused() -> None:
    with pytest.raises(RefusedRequest, match="Nothing was recorded"):
        part_of(Journal(), Wanted(series="latest"), TODAY, notes=True)


FIRST, SECOND = make_series(goal="My goal"), make_series(name="Second")
EARLY = make_session("2026-09-01 10:30", series_id=FIRST.id)
LATE = make_session("2026-10-01 10:30", series_id=SECOND.id, note="mine", intention="rest")
PLANNED = make_session("2026-10-20 10:30", series_id=SECOND.id, status=SessionStatus.PLANNED)


def test_one_of_two_series_of_a_name_is_meant_by_its_id() -> None:
    one, other = make_series(), make_series()
    journal = make_journal(
        series=[one, other],
        sessions=[
            make_session("2026-09-01 10:30", series_id=one.id),
            make_session("2026-10-20 10:30", series_id=other.id),
        ],
    )
    part = part_of(journal, Wanted(series_id=other.id), TODAY, notes=True)
    assert [session.series_id for session in part.sessions] == [other.id]
    begun_never = make_journal(series=[make_series(started_on=None)], sessions=[make_session()])
    wanted = Wanted(series_id=begun_never.series[0].id)
    with pytest.raises(RefusedRequest, match="Nothing was recorded"):
        part_of(begun_never, wanted, TODAY, notes=True)


IN_OCTOBER = Wanted(first_on=date(2026, 10, 1), last_on=date(2026, 10, 31))
TOGETHER = make_journal(
    patient=Patient(label="J. M.", trusted_contact="Ann, 555 0100"),
    settings=Settings(report=ReportChoices(paper=Paper.LETTER)),
    series=[FIRST, SECOND],
    sessions=[EARLY, LATE, PLANNED],
    check_ins=[
        make_check_in("2026-09-01 18:00", session_id=EARLY.id),
        make_check_in("2026-10-01 09:00", session_id=EARLY.id, note="mine"),
        make_check_in("2026-10-02 18:00", session_id=LATE.id),
    ],
    responses=[make_response("2026-09-01 09:00"), make_response("2026-10-01 09:00")],
    clinic_scores=[make_clinic_score(), make_clinic_score(occurred_at=at("2026-10-31 23:59"))],
    medications=[
        make_medication(name="always", note="mine"),
        make_medication(name="ended", ended_on=date(2026, 9, 30)),
        make_medication(name="later", started_on=date(2026, 11, 1)),
    ],
    visits=[
        make_visit(questions="mine", note="mine"),
        make_visit(visited_on=date(2026, 11, 2)),
    ],
    deleted=[DeletedRecord(kind=Kind.SESSIONS, deleted_at=at("2026-10-02 09:00"), record=EARLY)],
)


def test_a_part_holds_what_lies_in_its_days_and_refers_to_nothing_else() -> None:
    part = part_of(TOGETHER, IN_OCTOBER, TODAY, notes=True)
    assert part.series == (SECOND,)
    assert part.sessions == (LATE, PLANNED)
    assert [one.session_id for one in part.check_ins] == [None, LATE.id]
    assert (len(part.responses), len(part.clinic_scores), len(part.visits)) == (1, 1, 1)
    assert [one.name for one in part.medications] == ["always"]
    assert (part.settings, part.deleted) == (Settings(), ())
    assert part.check_ins[0].note == "mine"
    data = write_journal(part, exported_at=at("2026-11-20 09:00"), app_version="1", numbers=False)
    assert unordered(read_journal(data)) == unordered(part)


def test_a_part_of_one_series_leaves_the_others_sessions_out() -> None:
    part = part_of(TOGETHER, Wanted(series="First series"), TODAY, notes=True)
    assert part.series == (FIRST,)
    assert part.sessions == (EARLY,)


def test_without_notes_the_patients_own_words_stay_behind() -> None:
    part = part_of(TOGETHER, IN_OCTOBER, TODAY, notes=False)
    data = write_journal(part, exported_at=at("2026-11-20 09:00"), app_version="1", numbers=False)
    for words in (b"mine", b"rest", b"My goal", b"555 0100"):
        assert words not in data
    assert b"J. M." in data
