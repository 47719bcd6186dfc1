"""The bundled typeface is used, whatever is typed and whatever is set elsewhere."""

import logging

import matplotlib as mpl
import pytest
from matplotlib import font_manager

from symptrack.charts import fonts
from symptrack.charts.fonts import NO_GLYPH, REGULAR, SEMIBOLD, drawable, families, prepare
from symptrack.charts.sheet import new_figure, text_width


def test_both_weights_are_found_in_the_bundled_files() -> None:
    prepare()
    regular = font_manager.findfont(font_manager.FontProperties(family=list(REGULAR)))
    semibold = font_manager.findfont(font_manager.FontProperties(family=list(SEMIBOLD)))
    assert str(regular).endswith("AtkinsonHyperlegibleNext_400Regular.ttf")
    assert str(semibold).endswith("AtkinsonHyperlegibleNext_600SemiBold.ttf")


def test_settings_of_the_users_own_matplotlib_change_nothing() -> None:
    mpl.rcParams["text.parse_math"] = True
    mpl.rcParams["lines.marker"] = "x"
    prepare.cache_clear()
    prepare()
    assert mpl.rcParams["text.parse_math"] is False
    assert mpl.rcParams["lines.marker"] == "None"


@pytest.mark.parametrize("typed", ["Mood", "Настроение", "Διάθεση", "Ångest & sömn", "κ²→∞"])
def test_the_bundled_fonts_draw_most_scripts_themselves(typed: str) -> None:
    prepare()
    assert drawable(typed) == typed
    assert families(typed) == REGULAR


def test_a_character_that_no_font_has_becomes_a_square_and_is_named_in_no_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    prepare()
    with caplog.at_level(logging.WARNING):
        shown = drawable("Stim\U0010fffdmung")
        assert text_width("Stim\U0010fffdmung", 16, semibold=False) > 0
        new_figure(200, 100).text(0, 0, shown)
    assert shown == f"Stim{NO_GLYPH}mung"
    assert caplog.messages == []


def test_a_font_of_the_system_helps_where_it_has_the_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepare()
    cursive = font_manager.findfont("cmsy10")
    entry = font_manager.FontEntry(fname=str(cursive), name="A system font")
    broken = font_manager.FontEntry(fname=__file__, name="Not a font")
    emoji = font_manager.FontEntry(fname=str(cursive), name="Some Emoji")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [broken, emoji, entry])
    missing = sorted(
        set(map(chr, fonts._glyphs(str(cursive)))) - set(map(chr, fonts._own_glyphs()))
    )
    fonts._system_families.cache_clear()
    try:
        if missing:
            assert families(f"a{missing[0]}") == (*REGULAR, "A system font")
        assert fonts._system_families(frozenset("\U0010fffd")) == ()
    finally:
        fonts._system_families.cache_clear()


def test_line_breaks_and_tabs_in_a_name_become_spaces() -> None:
    assert drawable("two\nlines\tand  more") == "two lines and more"
