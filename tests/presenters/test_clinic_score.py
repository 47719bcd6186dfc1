"""A total that a clinic gave: entered, changed, refused."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.words import Direction
from symptrack.presenters.clinic_score import (
    ClinicScorePresenter,
)
from symptrack.presenters.record_form import FormRefused, FormSaved
from symptrack.storage.store import Store
from tests.builders import ZONE, at, make_clinic_score, make_id, make_journal
from tests.opened import SetClock, open_store

Begun = Callable[..., ClinicScorePresenter]
NUMBER = "“{text}” is not a number; write it like 38 or 0.5."


@pytest.fixture
def clock() -> SetClock:
    return SetClock("2026-10-05 12:00")


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with open_store(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def begun(store: Store, clock: SetClock) -> Begun:
    """Return what puts scores into the journal and begins the form, for one by its id."""

    def begin(*scores: ClinicScore, score_id: str = "") -> ClinicScorePresenter:
        store.merge(make_journal(clinic_scores=scores))
        presenter = ClinicScorePresenter(store, clock.clock)
        presenter.begin(score_id)
        return presenter

    return begin


def refused(presenter: ClinicScorePresenter, **typed: Any) -> dict[str, str]:
    presenter.change(**typed)
    outcome = presenter.save()
    assert isinstance(outcome, FormRefused)
    return outcome.refused


def saved(store: Store) -> ClinicScore:
    (score,) = store.load().clinic_scores
    return score


def test_a_usual_scale_takes_its_total_and_one_press(begun: Begun, store: Store) -> None:
    presenter = begun()
    assert presenter.title == "Score from your clinic"
    assert presenter.today == date(2026, 10, 5)
    assert presenter.proposals == ("MADRS", "QIDS-SR16")
    presenter.choose(0)
    assert presenter.chosen == 0
    presenter.change(total="28")
    outcome = presenter.save()
    assert isinstance(outcome, FormSaved)
    assert saved(store) == ClinicScore(
        id=outcome.record_id,
        name="MADRS",
        min=0,
        max=60,
        higher_is=Direction.WORSE,
        total=28,
        occurred_at=at("2026-10-05 12:00"),
        time_zone=ZONE,
        time_known=False,
    )


def test_any_other_scale_has_its_own_name_range_direction_and_time(
    begun: Begun, store: Store
) -> None:
    presenter = begun()
    presenter.change(name="  Sheehan <b>  ", total="12,5", low="\u22125", high="30")
    presenter.change(higher_is=Direction.BETTER, day="1 Oct 2026", time="15:20")
    presenter.save()
    score = saved(store)
    assert (score.name, score.total, score.min, score.max) == ("Sheehan <b>", 12.5, -5, 30)
    assert score.higher_is is Direction.BETTER
    assert (score.occurred_at, score.time_known) == (at("2026-10-01 15:20"), True)


def test_saving_twice_makes_one(begun: Begun, store: Store) -> None:
    presenter = begun()
    presenter.choose(1)
    presenter.change(total="9")
    assert presenter.save() == presenter.save()
    assert saved(store).max == 27


def test_a_range_may_be_unknown_or_half_known(begun: Begun, store: Store) -> None:
    presenter = begun()
    presenter.change(name="Ours", total="9")
    presenter.save()
    assert (saved(store).min, saved(store).max, saved(store).higher_is) == (None, None, None)
    below, above = refused(presenter, low="10"), refused(presenter, low="", high="8")
    assert below == {"total": "The total cannot be below the lowest possible."}
    assert above == {"total": "The total cannot be above the highest possible."}
    presenter.change(high="9")
    presenter.save()
    presenter.change(low="9", high="")
    presenter.save()
    assert (saved(store).min, saved(store).max) == (9, None)


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ({"name": " "}, {"name": "Write the name of the scale, like MADRS."}),
        ({"name": "x" * 201}, {"name": "This has 201 characters; at most 200 can be kept."}),
        ({"total": ""}, {"total": "Write the total that your clinic gave, like 28."}),
        ({"total": "much"}, {"total": NUMBER.format(text="much")}),
        ({"total": "61"}, {"total": "61 cannot be kept; it must be 0 to 60."}),
        ({"total": "-1"}, {"total": "-1 cannot be kept; it must be 0 to 60."}),
        ({"low": "none"}, {"low": NUMBER.format(text="none")}),
        ({"high": "a lot"}, {"high": NUMBER.format(text="a lot")}),
        ({"low": "60"}, {"high": "The highest possible must be above the lowest possible."}),
        ({"day": ""}, {"day": "Write the day, like 5 October 2026."}),
        (
            {"day": "6 Oct 2026"},
            {"day": "6 October 2026 is still to come; it must be today or earlier."},
        ),
        ({"day": "1 Oct 1899"}, {"day": "The year 1899 is too early; it must be 1900 or later."}),
        ({"time": "12:01"}, {"time": "12:01 is still to come; it must be now or earlier."}),
        ({"time": "noon"}, {"time": "“noon” is not a time; write it like 10:30."}),
        (
            {"day": "soon", "time": "noon", "total": ""},
            {
                "day": "“soon” is not a date; write it like 5 October 2026.",
                "time": "“noon” is not a time; write it like 10:30.",
                "total": "Write the total that your clinic gave, like 28.",
            },
        ),
        (
            {"day": "soon", "time": "9:00"},
            {"day": "“soon” is not a date; write it like 5 October 2026."},
        ),
    ],
)
def test_each_field_that_cannot_be_is_refused_in_one_sentence_and_nothing_is_saved(
    begun: Begun, store: Store, typed: dict[str, str], sentences: dict[str, str]
) -> None:
    presenter = begun()
    presenter.choose(0)
    presenter.change(total="28")
    assert refused(presenter, **typed) == sentences
    assert store.load().clinic_scores == ()
    assert all(getattr(presenter.form, name) == text for name, text in typed.items())


@pytest.mark.parametrize(("total", "kept"), [("0", 0), ("60", 60)])
def test_both_ends_of_the_range_can_be_kept(
    begun: Begun, store: Store, total: str, kept: float
) -> None:
    presenter = begun()
    presenter.choose(0)
    presenter.change(total=total)
    presenter.save()
    assert saved(store).total == kept


def test_the_name_of_a_known_scale_brings_its_range_where_none_was_typed(begun: Begun) -> None:
    presenter = begun()
    presenter.change(name="madrs")
    form = presenter.form
    assert (form.name, form.low, form.high, form.higher_is) == (
        "madrs",
        "0",
        "60",
        Direction.WORSE,
    )
    presenter.change(name="madrs 2")
    form = presenter.form
    assert (form.low, form.high, form.higher_is, presenter.chosen) == ("", "", None, None)
    presenter.change(low="1", name="QIDS-SR16")
    assert (presenter.form.low, presenter.form.high) == ("1", "")
    assert presenter.chosen == 1


def test_a_scale_that_was_typed_in_before_is_proposed_the_latest_first(begun: Begun) -> None:
    names = ("One", "two", "TWO", "Three", "Four", "Five")
    scores = [
        make_clinic_score(
            name=name, min=None, max=9, total=3, occurred_at=at(f"2026-09-0{day} 09:00")
        )
        for day, name in enumerate(names, 1)
    ]
    presenter = begun(make_clinic_score(), *scores)
    assert presenter.proposals == ("MADRS", "QIDS-SR16", "Five", "Four", "Three", "TWO")
    presenter.choose(2)
    form = presenter.form
    assert (form.name, form.low, form.high, form.higher_is) == ("Five", "", "9", None)


def test_a_saved_one_can_be_changed_and_keeps_what_it_said_before(
    begun: Begun, store: Store
) -> None:
    score = make_clinic_score(total=23.5, higher_is=Direction.WORSE)
    presenter = begun(score, score_id=score.id)
    assert presenter.title == "Change a score from your clinic"
    form = presenter.form
    assert (form.total, form.low, form.high) == ("23.5", "0", "60")
    assert (form.day, form.time) == ("31 August 2026", "15:00")
    presenter.save()
    assert saved(store) == score
    presenter.change(total="24", time="")
    presenter.save()
    assert saved(store) == replace(
        score, total=24, occurred_at=at("2026-08-31 12:00"), time_known=False
    )


def test_what_an_import_brought_stays_as_it_is_while_another_value_is_changed(
    begun: Begun, store: Store
) -> None:
    score = make_clinic_score(
        total=1e12,
        min=None,
        max=None,
        occurred_at=at("2026-08-31 15:00:07", "Europe/Berlin"),
        time_zone="Europe/Berlin",
    )
    presenter = begun(score, score_id=score.id)
    presenter.change(name="Ours")
    presenter.save()
    assert saved(store) == replace(score, name="Ours")


def test_one_that_is_there_no_more_cannot_be_changed(begun: Begun, store: Store) -> None:
    score = make_clinic_score()
    presenter = begun(score)
    store.delete(Kind.CLINIC_SCORES, score.id)
    for score_id in (score.id, make_id()):
        with pytest.raises(RefusedRequest, match="no longer in the journal"):
            presenter.begin(score_id)
