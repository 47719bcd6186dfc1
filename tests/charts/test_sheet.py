"""Text is measured as it is drawn, and broken so that every line fits."""

import pytest

from symptrack.charts.sheet import ELLIPSIS, Sheet, new_figure
from symptrack.charts.style import ChartStyle

SENTENCES = (
    "Where it started: 3 out of 10, the middle of 7 entries in the week before the first infusion.",
    "VAVA, To. Typ 12 von 15,9 — Fläche WAVE AWAY",
)


def sheet(scale: float = 1.0) -> Sheet:
    return Sheet(new_figure(900, 400), ChartStyle(scale=scale))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("size", [11, 13.5, 18])
@pytest.mark.parametrize("semibold", [False, True])
def test_a_width_is_that_of_the_drawn_text(sentence: str, size: float, semibold: bool) -> None:
    page = sheet()
    drawn = page.text(10, 50, sentence, size, semibold=semibold).get_window_extent().width
    assert page.width_of(sentence, size, semibold=semibold) == pytest.approx(drawn, abs=2)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_broken_lines_fit_and_lose_no_word(sentence: str, scale: float) -> None:
    page = sheet(scale)
    for width in range(240, 620, 7):
        rows = page.wrap(sentence, 14, width)
        assert " ".join(rows) == sentence
        assert all(page.width_of(row, 14) <= width for row in rows)


def test_a_word_that_is_too_long_by_itself_is_cut_short() -> None:
    page = sheet()
    rows = page.wrap("a Donaudampfschifffahrtsgesellschaftskapitän here", 14, 120)
    assert rows[0] == "a"
    assert rows[1].endswith(ELLIPSIS)
    assert rows[2] == "here"
    assert all(page.width_of(row, 14) <= 120 for row in rows)
