"""A note about any day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.journal import Kind
from symptrack.domain.words import Moment
from symptrack.presenters.record_form import FormRefused, FormSaved
from tests.builders import at
from tests.presenters.listed_journal import FIRST, MARKUP, SECOND, ListedJournal, treated

NOW = "2026-09-12 09:30"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def test_a_note_is_about_today_without_a_time(opened: ListedJournal) -> None:
    form = opened(treated(), NOW).note()
    assert (form.form.day, form.form.time, form.today) == (
        "12 September 2026",
        "",
        date(2026, 9, 12),
    )
    assert (form.title, form.action) == ("Add a note", "Save the note")
    assert form.lead.startswith("It stands in your journal at its day")
    assert [one.name for one in form.fields] == ["note", "day", "time"]
    form.change(note=f"  {MARKUP}\n")
    saved = form.save()
    assert isinstance(saved, FormSaved)
    assert form.place == (Kind.CHECK_INS, saved.record_id)
    (check_in,) = opened.store.load().check_ins
    assert check_in.note == MARKUP
    assert (check_in.occurred_at, check_in.time_known) == (at("2026-09-12 12:00"), False)
    assert (check_in.ratings, check_in.session_id, check_in.moment) == (
        {},
        SECOND.id,
        Moment.AFTER,
    )
    assert check_in.entered_at == at(NOW)


def test_a_note_may_be_about_another_day_and_time(opened: ListedJournal) -> None:
    form = opened(treated(), NOW).note(date(2026, 9, 9))
    form.change(note="Rain", time="21:15")
    form.save()
    form.save()
    (check_in,) = opened.store.load().check_ins
    assert (check_in.occurred_at, check_in.time_known) == (at("2026-09-09 21:15"), True)
    assert check_in.session_id == FIRST.id


def test_a_note_before_any_session_belongs_to_none(opened: ListedJournal) -> None:
    form = opened(treated(), NOW).note(date(2026, 9, 1))
    form.change(note="Rain")
    form.save()
    (check_in,) = opened.store.load().check_ins
    assert (check_in.session_id, check_in.moment) == (None, None)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"note": " "}, {"note": "Write something, or go back with Cancel."}),
        (
            {"note": "x" * 20_001},
            {"note": "This has 20,001 characters; at most 20,000 can be kept."},
        ),
        ({"note": "Rain", "day": ""}, {"day": "Write the day, like 12 September 2026."}),
        (
            {"note": "Rain", "day": "13 September 2026"},
            {"day": "13 September 2026 is still to come; it must be today or earlier."},
        ),
        (
            {"note": "Rain", "time": "late"},
            {"time": "“late” is not a time; write it like 10:30."},
        ),
        (
            {"note": "", "time": "10:00"},
            {
                "note": "Write something, or go back with Cancel.",
                "time": "10:00 is still to come; it must be now or earlier.",
            },
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_and_stays_typed(
    opened: ListedJournal, changes: dict[str, str], refused: dict[str, str]
) -> None:
    form = opened(treated(), NOW).note()
    form.change(**changes)
    assert form.save() == FormRefused(refused=refused)
    assert opened.store.load().check_ins == ()
    assert form.form.note == changes["note"]
