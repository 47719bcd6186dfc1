"""The bundled font, registered with matplotlib once, and what stands in where it has no glyph."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from symptrack.resources import resource_path

# Matplotlib takes the name table's family, so each weight is a family of its own.
_FAMILY = "Atkinson Hyperlegible Next"
_FILES = {
    _FAMILY: "AtkinsonHyperlegibleNext_400Regular.ttf",
    f"{_FAMILY} Medium": "AtkinsonHyperlegibleNext_500Medium.ttf",
    f"{_FAMILY} SemiBold": "AtkinsonHyperlegibleNext_600SemiBold.ttf",
}
_FALLBACK = "DejaVu Sans"
REGULAR = (_FAMILY, _FALLBACK)
SEMIBOLD = (f"{_FAMILY} SemiBold", _FAMILY, _FALLBACK)
NO_GLYPH = "\N{WHITE SQUARE}"

_SETTINGS: dict[Any, Any] = {
    "axes.unicode_minus": False,
    "font.family": [_FAMILY],
    "pdf.fonttype": 42,  # outlines as TrueType: text in the file stays text
    "svg.fonttype": "path",
    "svg.hashsalt": "symptrack",  # the same ids in every file
    "text.hinting": "none",
    "text.parse_math": False,
    "text.usetex": False,
}


@lru_cache(maxsize=1)
def prepare() -> None:
    """Register the bundled fonts and fix the settings of every drawing, whatever is set elsewhere.

    A ``matplotlibrc`` of the user's would otherwise change the charts.
    """
    mpl.rcdefaults()
    mpl.rcParams.update(_SETTINGS)
    for name in _FILES.values():
        font_manager.fontManager.addfont(resource_path("fonts", name))


@lru_cache(maxsize=4096)
def families(text: str, *, semibold: bool = False) -> tuple[str, ...]:
    """Return the families to draw ``text`` with, the first that has a glyph wins each character.

    Where neither the bundled font nor its fallback has one, a font of the system is looked for.
    """
    own = SEMIBOLD if semibold else REGULAR
    missing = _missing(text)
    return own + _system_families(missing) if missing else own


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Return ``text`` on one line, with a square for each character that no font here can draw.

    Matplotlib would draw a square too, but name the character in a warning, and what a patient
    wrote belongs in no log.
    """
    line = " ".join(text.split())
    missing = _missing(line)
    if not missing:
        return line
    drawn = missing & _covered(_system_families(missing))
    return "".join(NO_GLYPH if char in missing - drawn else char for char in line)


def _missing(text: str) -> frozenset[str]:
    return frozenset(char for char in text if ord(char) not in _own_glyphs())


@lru_cache(maxsize=1)
def _own_glyphs() -> frozenset[int]:
    paths = [str(resource_path("fonts", _FILES[_FAMILY]))]
    paths.append(_file_of(_FALLBACK))
    return frozenset(code for path in paths for code in FT2Font(path).get_charmap())


def _covered(names: Iterable[str]) -> frozenset[str]:
    return frozenset(chr(code) for name in names for code in _glyphs(_file_of(name)))


def _file_of(family: str) -> str:
    # A bare name would be read as a pattern, in which "-" and ":" mean something.
    return str(font_manager.findfont(font_manager.FontProperties(family=[family])))


@lru_cache(maxsize=8)
def _glyphs(path: str) -> frozenset[int]:
    try:
        return frozenset(FT2Font(path).get_charmap())
    except (OSError, RuntimeError):
        return frozenset()


@lru_cache(maxsize=64)
def _system_families(missing: frozenset[str]) -> tuple[str, ...]:
    """Return the system's family that draws most of ``missing``, none where no font draws any."""
    wanted = frozenset(map(ord, missing))
    best: tuple[int, str] = (0, "")
    for entry in font_manager.fontManager.ttflist:
        # Colour glyphs cannot be drawn, and a last resort draws no glyph but what it stands for.
        if entry.style != "normal" or "Emoji" in entry.name or "Last" in entry.name:
            continue
        drawn = len(wanted & _glyphs(entry.fname))
        if drawn > best[0]:
            best = (drawn, entry.name)
        if drawn == len(wanted):
            break
    return (best[1],) if best[0] else ()
