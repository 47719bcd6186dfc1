"""A journal as one value."""

from dataclasses import replace
from datetime import UTC, datetime

from symptrack.domain.journal import (
    KIND_OF,
    RECORD_TYPES,
    DeletedRecord,
    Journal,
    Kind,
    named_by,
    naming_nothing,
    place_of,
)
from symptrack.domain.side_effect import OwnSideEffect
from tests.builders import make_check_in, make_journal, make_series, make_session, make_visit
from tests.domain.refusals import refusal


def test_every_list_has_a_type_of_record_and_every_type_its_list() -> None:
    assert set(RECORD_TYPES) == set(Kind)
    assert {KIND_OF[kind_type]: kind_type for kind_type in KIND_OF} == RECORD_TYPES
    assert all(getattr(Journal(), kind.value) == () for kind in Kind)


def test_a_journal_numbers_its_sessions_and_names_its_own_side_effects() -> None:
    series = make_series()
    session = make_session(series_id=series.id)
    journal = make_journal(
        series=[series],
        sessions=[session],
        side_effects=[OwnSideEffect(key="itch", label="Itchy skin")],
    )
    assert journal.numbers == {session.id: 1}
    assert journal.own_effect_labels == {"itch": "Itchy skin"}


def test_the_time_of_deletion_is_an_instant() -> None:
    visit = make_visit()
    deleted = DeletedRecord(
        kind=Kind.VISITS, deleted_at=datetime(2026, 9, 1, tzinfo=UTC), record=visit
    )
    assert deleted.record is visit
    assert refusal(
        lambda: DeletedRecord(
            kind=Kind.VISITS,
            deleted_at=datetime(2026, 9, 1),  # noqa: DTZ001 - the fault under test
            record=visit,
        )
    ).startswith("deleted_at: ")


def test_a_check_in_names_its_session_and_a_session_its_series() -> None:
    series = make_series()
    session = make_session(series_id=series.id)
    check_in = make_check_in(session_id=session.id)
    assert named_by(check_in) == place_of(session)
    assert named_by(session) == place_of(series)
    for alone in (series, make_session(), make_check_in()):
        assert named_by(alone) is None
        assert naming_nothing(alone) == alone
    assert named_by(naming_nothing(check_in)) is None
    assert naming_nothing(session) == replace(session, series_id=None)
