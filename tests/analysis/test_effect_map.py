"""The side effects of all sessions of a period, as the side-effect chart shows them."""

from datetime import date

from symptrack.analysis.effect_duration import Duration
from symptrack.analysis.effect_map import EffectMap, EffectRow, summarise_side_effects
from symptrack.analysis.period import all_time
from symptrack.analysis.side_effects import effects_after
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import (
    make_check_in,
    make_effect,
    make_journal,
    make_series,
    make_session,
)
from tests.journals import design_series, first_series

CATALOGUE = load_side_effects()


def map_of(journal: Journal) -> EffectMap:
    period = all_time(journal, date(2026, 11, 20))
    assert period is not None
    return summarise_side_effects(journal, period, CATALOGUE)


def row_of(found: EffectMap, effect: str) -> EffectRow:
    return next(row for row in (*found.rows, *found.never) if row.effect == effect)


def test_every_cell_is_what_is_known_after_that_session() -> None:
    for journal in (design_series(), first_series()):
        found = map_of(journal)
        for place, mark in enumerate(found.sessions):
            after = effects_after(journal, mark.session, CATALOGUE)
            for row in (*found.rows, *found.never):
                assert row.after[place] == after.get(row.effect, row.after[place])


def test_rows_follow_the_tiles_and_hold_what_was_there_at_least_once() -> None:
    found = map_of(design_series())
    assert [row.name for row in found.rows][:3] == ["Drowsy", "Dizzy", "Nausea"]
    assert row_of(found, "dissociation").present == 8
    assert row_of(found, "dissociation").noted == 8
    assert all(row.present == 0 and row.noted > 0 for row in found.never)


def test_groups_are_the_runs_of_each_series() -> None:
    found = map_of(design_series())
    first, second = found.groups
    assert first.series is not None
    assert first.series.name == "First series"
    assert (first.first, first.last, first.count) == (0, 5, 6)
    assert (second.first, second.last, second.count) == (6, 7, 2)
    assert [mark.number for mark in found.sessions] == list(range(1, 9))


def test_the_longest_is_the_one_with_the_most_certain_hours() -> None:
    longest = row_of(map_of(design_series()), "numbness_tingling").longest
    assert longest is not None
    assert longest.duration is not None
    assert round(longest.duration.at_least_h) == 55


def test_what_is_never_gone_lasts_longer_than_what_is() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[
            make_session("2026-09-01 10:30", series_id=series.id),
            make_session("2026-09-20 10:30", series_id=series.id),
        ],
        check_ins=[
            make_check_in("2026-09-01 13:10", side_effects=(make_effect(),)),
            make_check_in("2026-09-01 19:10", side_effects=(make_effect(state=EffectState.GONE),)),
            make_check_in("2026-09-20 13:10", side_effects=(make_effect(),)),
        ],
    )
    longest = row_of(map_of(journal), "nausea").longest
    assert longest is not None
    assert longest.duration == Duration(2, None)


def test_what_nobody_spoke_of_after_a_session_is_not_noted() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[
            make_session("2026-09-01 10:30", series_id=series.id),
            make_session("2026-09-20 10:30"),
        ],
        check_ins=[
            make_check_in(
                "2026-09-01 13:00",
                side_effects=(
                    make_effect("own_1", None),
                    make_effect("nobody_knows", 1),
                    make_effect("chest_pain", 2),
                ),
            ),
            make_check_in("2026-09-20 13:00"),
        ],
        side_effects=[OwnSideEffect(key="own_1", label="Heavy legs")],
    )
    found = map_of(journal)
    assert found.noted == (True, False)
    own = row_of(found, "own_1")
    assert own.name == "Heavy legs"
    assert [(one.noted, one.worst) for one in own.after] == [(True, None), (False, None)]
    assert [row.effect for row in found.rows] == ["chest_pain", "nobody_knows", "own_1"]
    assert found.groups[1].series is None


def test_a_journal_without_sessions_has_an_empty_map() -> None:
    found = map_of(make_journal(check_ins=[make_check_in()]))
    assert (found.rows, found.never, found.noted) == ((), (), ())
