"""Visits and changes of medicines, as the course chart marks them."""

from datetime import date

from symptrack.analysis.care_marks import CareMark, MarkKind, care_marks
from symptrack.analysis.period import dates_period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal
from tests.builders import make_journal, make_medication, make_visit


def _marks(
    journal: Journal, first: date = date(2026, 1, 1), last: date = date(2026, 12, 31)
) -> tuple[CareMark, ...]:
    return care_marks(journal, dates_period(Timeline(journal), first, last))


def _said(*medications: object) -> list[tuple[str, MarkKind, str, str, str]]:
    marks = _marks(make_journal(medications=list(medications)))
    return [(f"{one.on:%m-%d}", one.kind, one.what, one.dose, one.former) for one in marks]


def test_a_medicine_begins_and_ends() -> None:
    taken = make_medication(
        name="Iron", dose="1 a day", started_on=date(2026, 3, 1), ended_on=date(2026, 4, 1)
    )
    assert _said(taken) == [
        ("03-01", MarkKind.STARTED, "Iron", "1 a day", ""),
        ("04-01", MarkKind.STOPPED, "Iron", "1 a day", ""),
    ]


def test_a_changed_dose_is_neither_an_end_nor_a_beginning() -> None:
    old = make_medication(name="Iron", dose="1", ended_on=date(2026, 3, 31))
    new = make_medication(
        name=" iron ", dose="2", started_on=date(2026, 4, 1), ended_on=date(2026, 5, 1)
    )
    same_day = make_medication(name="IRON", dose="3", started_on=date(2026, 5, 1))
    assert _said(same_day, new, old) == [
        ("04-01", MarkKind.DOSE, " iron ", "2", "1"),
        ("05-01", MarkKind.DOSE, "IRON", "3", "2"),
    ]


def test_a_pause_or_another_name_is_no_changed_dose() -> None:
    old = make_medication(name="Iron", dose="1", ended_on=date(2026, 3, 31))
    later = make_medication(name="Iron", dose="2", started_on=date(2026, 4, 2))
    other = make_medication(name="Zinc", dose="", started_on=date(2026, 4, 1))
    assert [kind for _on, kind, *_rest in _said(old, later, other)] == [
        MarkKind.STOPPED,
        MarkKind.STARTED,
        MarkKind.STARTED,
    ]


def test_one_that_began_on_its_last_day_does_not_follow_itself() -> None:
    day = date(2026, 3, 1)
    once = make_medication(name="Iron", dose="", started_on=day, ended_on=day)
    assert [kind for _on, kind, *_rest in _said(once)] == [MarkKind.STARTED, MarkKind.STOPPED]


def test_what_has_no_days_has_no_marks() -> None:
    assert _said(make_medication(name="Iron")) == []


def test_only_what_lies_in_the_period_is_marked_by_date() -> None:
    journal = make_journal(
        visits=[
            make_visit(visited_on=date(2026, 2, 1), with_whom="Dr A"),
            make_visit(visited_on=date(2025, 12, 31)),
        ],
        medications=[make_medication(name="Iron", started_on=date(2026, 1, 1))],
    )
    assert [(one.kind, one.what) for one in _marks(journal)] == [
        (MarkKind.STARTED, "Iron"),
        (MarkKind.VISIT, "Dr A"),
    ]
    assert _marks(journal, date(2026, 1, 2), date(2026, 1, 31)) == ()
