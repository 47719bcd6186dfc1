"""Discs merge where they would touch, and ten years of them still say where each session was."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symptrack.charts.session_track import Disc, disc_label, place_discs

DISC = 17.2


def _placed(positions: list[float], numbers: list[int | None] | None = None) -> tuple[Disc, ...]:
    given_numbers = numbers or list(range(1, len(positions) + 1))
    return place_discs(positions, given_numbers, DISC, lambda words: 7.0 * len(words))


def test_sessions_apart_have_a_disc_each() -> None:
    assert [disc.label for disc in _placed([0, 18, 40])] == ["1", "2", "3"]


def test_discs_that_would_touch_merge_to_a_pill() -> None:
    (pill,) = _placed([0, 12, 24, 36, 48, 60])
    assert pill.label == "1–6"
    assert pill.centre == pytest.approx(30)
    assert pill.right - pill.left == pytest.approx(60 + DISC)


def test_a_pill_merges_with_a_disc_that_its_words_would_cover() -> None:
    labels = [disc.label for disc in _placed([100, 105, 124])]
    assert labels == ["1–3"]


def test_numbers_that_do_not_run_on_are_counted_instead() -> None:
    assert disc_label([5, 6, 1]) == "×3"
    assert disc_label([None, None]) == "×2"
    assert disc_label([None]) == ""
    assert disc_label([7]) == "7"


def test_a_hundred_sessions_become_several_pills_from_left_to_right() -> None:
    discs = _placed([4.4 * place for place in range(120)])
    assert 4 <= len(discs) <= 8
    assert discs[0].label.startswith("1–")
    assert discs[-1].label.endswith("–120")
    assert all(here.right < there.left for here, there in pairwise(discs))


def test_no_session_means_no_disc() -> None:
    assert _placed([]) == ()


@given(st.lists(st.floats(0, 900), min_size=1, max_size=140).map(sorted))
def test_every_session_is_in_one_disc_and_no_two_overlap(positions: list[float]) -> None:
    discs = _placed(positions)
    covered = [place for disc in discs for place in range(disc.first, disc.last + 1)]
    assert covered == list(range(len(positions)))
    for here, there in pairwise(discs):
        assert here.right <= there.left + 1e-6
    assert all(disc.left < disc.right for disc in discs)
