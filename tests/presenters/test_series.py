"""Series: made, changed, refused."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.series import Series
from symptrack.domain.words import SeriesKind
from symptrack.presenters.record_form import FormRefused, FormSaved
from symptrack.presenters.series import (
    SeriesPresenter,
    kind_description,
    kind_words,
)
from symptrack.storage.store import Store
from tests.builders import make_id, make_journal, make_series
from tests.opened import SetClock, open_store
from tests.presenters.forms import series_with_sessions

Begun = Callable[..., SeriesPresenter]


@pytest.fixture
def clock() -> SetClock:
    return SetClock("2026-10-05 12:00")


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with open_store(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def begun(store: Store, clock: SetClock) -> Begun:
    """Return what fills the journal and begins the form, for a series by its id."""

    def begin(journal: Journal | None = None, series_id: str | None = None) -> SeriesPresenter:
        store.merge(journal or make_journal())
        presenter = SeriesPresenter(store, clock.clock)
        presenter.begin(series_id)
        return presenter

    return begin


def refused(presenter: SeriesPresenter) -> dict[str, str]:
    outcome = presenter.save()
    assert isinstance(outcome, FormRefused)
    return outcome.refused


def test_a_first_series_is_an_induction_of_six(begun: Begun, store: Store) -> None:
    presenter = begun()
    assert presenter.title == "New series"
    assert presenter.today == date(2026, 10, 5)
    outcome = presenter.save()
    assert isinstance(outcome, FormSaved)
    (series,) = store.load().series
    assert series == Series(
        id=outcome.record_id,
        name="First series",
        kind=SeriesKind.INDUCTION,
        planned_sessions=6,
    )


def test_a_maintenance_series_counts_on(begun: Begun, store: Store) -> None:
    presenter = begun(series_with_sessions("2026-09-01", "2026-09-04"))
    form = presenter.form
    assert (form.name, form.kind) == ("Series 2", SeriesKind.MAINTENANCE)
    assert (form.planned_sessions, form.first_number) == ("", "3")
    presenter.save()
    assert {one.first_number for one in store.load().series} == {1, 3}


def test_what_was_not_typed_follows_the_kind(begun: Begun) -> None:
    presenter = begun(series_with_sessions("2026-09-01"))
    presenter.change(kind=SeriesKind.SINGLE)
    assert (presenter.form.planned_sessions, presenter.form.first_number) == ("1", "1")
    presenter.change(planned_sessions="3")
    presenter.change(kind=SeriesKind.MAINTENANCE)
    assert (presenter.form.planned_sessions, presenter.form.first_number) == ("3", "2")
    presenter.change(kind=None)
    assert presenter.form.first_number == "1"


def test_a_whole_series_is_kept_as_typed(begun: Begun, store: Store) -> None:
    presenter = begun()
    presenter.change(name=" Autumn <b> ", planned_sessions="", first_number="")
    presenter.change(conditions=("PTSD", "depression"), other="long grief, , depression")
    presenter.change(goal="To work again.", started_on="1 Sep", ended_on="18 Sep 2026")
    presenter.save()
    (series,) = store.load().series
    assert series.name == "Autumn <b>"
    assert (series.planned_sessions, series.first_number) == (None, 1)
    assert series.conditions == ("depression", "PTSD", "long grief")
    assert series.goal == "To work again."
    assert (series.started_on, series.ended_on) == (date(2026, 9, 1), date(2026, 9, 18))


def test_saving_twice_makes_one(begun: Begun, store: Store) -> None:
    presenter = begun()
    presenter.save()
    presenter.change(goal="Changed at once.")
    presenter.save()
    assert [one.goal for one in store.load().series] == ["Changed at once."]


def test_a_change_keeps_what_was_there(begun: Begun, store: Store) -> None:
    series = make_series(
        conditions=("pain, chronic", "depression"), ended_on=date(2026, 9, 20), goal="Sleep."
    )
    presenter = begun(make_journal(series=[series]), series.id)
    assert presenter.title == "Change the series"
    assert presenter.form.other == "pain, chronic"
    presenter.change(kind=SeriesKind.SINGLE, ended_on="")
    assert presenter.form.planned_sessions == "6"
    presenter.save()
    (changed,) = store.load().series
    assert changed.conditions == series.conditions
    assert (changed.kind, changed.ended_on) == (SeriesKind.SINGLE, None)
    assert [one.record for one in store.history(Kind.SERIES, series.id)] == [series]
    presenter.change(conditions=("depression", "OCD"))
    presenter.save()
    (changed,) = store.load().series
    assert changed.conditions == ("depression", "OCD", "pain", "chronic")


def test_a_series_with_nothing_said_can_be_changed(begun: Begun, store: Store) -> None:
    series = Series(id=make_id(), name="Bare")
    presenter = begun(make_journal(series=[series]), series.id)
    presenter.save()
    assert store.load().series == (series,)


@pytest.mark.parametrize(
    ("changes", "name", "sentence"),
    [
        ({"name": "  "}, "name", "Give the series a name."),
        ({"name": "x" * 201}, "name", "This has 201 characters; at most 200 can be kept."),
        ({"name": "First series"}, "name", "There is already a series of this name."),
        ({"planned_sessions": "0"}, "planned_sessions", "0 cannot be kept; it must be 1 to 200."),
        ({"planned_sessions": "six"}, "planned_sessions", "“six” is not a number"),
        ({"first_number": "0"}, "first_number", "0 cannot be kept; it must be 1 to 10,000."),
        ({"other": "x" * 201}, "other", "This has 201 characters; at most 200 can be kept."),
        ({"goal": "x" * 20_001}, "goal", "This has 20,001 characters"),
        ({"started_on": "soon"}, "started_on", "“soon” is not a date"),
        ({"ended_on": "1.1.1826"}, "ended_on", "The year 1826 cannot be kept"),
        (
            {"started_on": "2 Sep 2026", "ended_on": "1 Sep 2026"},
            "ended_on",
            "A series cannot end before it began.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_stays(
    begun: Begun, store: Store, changes: dict[str, Any], name: str, sentence: str
) -> None:
    presenter = begun(make_journal(series=[make_series()]))
    presenter.change(**changes)
    typed = presenter.form
    found = refused(presenter)
    assert list(found) == [name]
    assert found[name].startswith(sentence)
    assert presenter.form == typed
    assert len(store.load().series) == 1


def test_a_name_that_two_series_share_may_stay(begun: Begun) -> None:
    journal = make_journal(series=[make_series(), make_series()])
    presenter = begun(journal, journal.series[0].id)
    assert isinstance(presenter.save(), FormSaved)


def test_what_is_there_no_more_cannot_be_changed(begun: Begun) -> None:
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        begun(None, make_id())


def test_each_kind_is_said_in_plain_words() -> None:
    assert [kind_words(kind) for kind in SeriesKind] == [
        "First course (induction)",
        "To keep it up (maintenance)",
        "A single session",
    ]
    assert len({kind_description(kind) for kind in SeriesKind}) == 3
