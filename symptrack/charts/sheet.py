"""A figure as a sheet of pixels, counted from its top left corner.

Charts are drawn straight onto the figure: every size in the design is in pixels, labels are
placed by their measured width, and no axes machinery stands between a number and its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from numpy.typing import NDArray

from symptrack.charts.fonts import drawable, families, prepare
from symptrack.charts.style import ChartStyle

PX_PER_INCH = 100
PT_PER_PX = 72 / PX_PER_INCH
# The typeface's capitals and digits, as a share of its size.
CAPITAL_HEIGHT = 0.668
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_MEASURED_PX = 100
_HAIR = 0.12


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share any ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Plot:
    """The ground of one panel: where a value lies on the sheet.

    ``left`` to ``height`` are pixels; ``x_range`` and ``y_range`` are what lies on its edges, in
    the units of the data.
    """

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float] = (-0.4, 10.4)

    @property
    def right(self) -> float:
        """The right edge, in pixels."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge, in pixels."""
        return self.top + self.height

    def x(self, value: float) -> float:
        """Return the pixels from the left of a value."""
        low, high = self.x_range
        return self.left + (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        """Return the pixels from the top of a value."""
        low, high = self.y_range
        return self.bottom - (value - low) / (high - low) * self.height

    def xs(self, values: Iterable[float]) -> list[float]:
        """Return the pixels from the left of many values."""
        low, high = self.x_range
        left, across = self.left, self.width / (high - low)
        return [left + (value - low) * across for value in values]

    def to_px(self) -> Affine2D:
        """Return the transform from data to pixels."""
        across = self.width / (self.x_range[1] - self.x_range[0])
        down = -self.height / (self.y_range[1] - self.y_range[0])
        return Affine2D().from_values(across, 0, 0, down, self.x(0), self.y(0))


def new_figure(width_px: float, height_px: float, dpi: float = PX_PER_INCH) -> Figure:
    """Return an empty figure of a size in pixels; ``dpi`` over 100 gives finer pictures."""
    return Figure(figsize=(width_px / PX_PER_INCH, height_px / PX_PER_INCH), dpi=dpi)


class Sheet:
    """Draws on a figure in pixels; sizes given are those at 100 % text, unless said otherwise."""

    def __init__(self, figure: Figure, style: ChartStyle) -> None:
        prepare()
        figure.clear()
        figure.set_facecolor(style.palette.paper)
        FigureCanvasAgg(figure)
        width, height = figure.get_size_inches() * PX_PER_INCH
        self.figure = figure
        self.style = style
        self.palette = style.palette
        self.scale = style.scale
        self.width = float(width)
        self.height = float(height)
        self.px = (
            Affine2D().scale(1 / PX_PER_INCH, -1 / PX_PER_INCH).translate(0, height / PX_PER_INCH)
            + figure.dpi_scale_trans
        )
        self._transforms: dict[Plot | None, Transform] = {None: self.px}

    def text(self, x: float, y: float, words: str, size: float = 13, **looks: Any) -> Text:
        """Write one line of text; ``semibold`` and matplotlib's text properties as keywords.

        ``x`` and ``y`` are pixels on the sheet, ``size`` is the height in pixels at 100 % text.
        ``y`` is the baseline, or with ``middle`` half the height of capitals and digits.
        """
        line = drawable(words)
        semibold = looks.pop("semibold", False)
        if looks.pop("middle", False):
            y += CAPITAL_HEIGHT / 2 * size * self.scale
        looks.setdefault("color", self.palette.quiet_text)
        looks.setdefault("zorder", 8)
        text = Text(
            x,
            y,
            line,
            fontfamily=families(line, semibold=semibold),
            fontsize=size * self.scale * PT_PER_PX,
            parse_math=False,
            transform=self.px,
            **looks,
        )
        self.figure.add_artist(text)
        return text

    def lines(
        self, x: float, y: float, rows: Sequence[str], size: float, leading: float, **looks: Any
    ) -> list[Text]:
        """Write rows of text downwards from baseline ``y``, ``leading`` times ``size`` apart."""
        step = size * self.scale * leading
        return [
            self.text(x, y + index * step, row, size, **looks) for index, row in enumerate(rows)
        ]

    def width_of(self, words: str, size: float = 13, *, semibold: bool = False) -> float:
        """Return the width of a line of text in pixels."""
        return text_width(words, size * self.scale, semibold)

    def _transform(self, plot: Plot | None) -> Transform:
        """Return how data reach the figure: one transform for all that stands in a plot."""
        if plot not in self._transforms:
            assert plot is not None
            self._transforms[plot] = plot.to_px() + self.px
        return self._transforms[plot]

    def curve(
        self, xs: Sequence[float], ys: Sequence[float], plot: Plot | None = None, **looks: Any
    ) -> Line2D:
        """Draw a line or markers; in data units of ``plot`` or, without one, in pixels.

        ``lw``, ``ms`` and ``mew`` are pixels at 100 % text.
        """
        for name in ("lw", "ms", "mew"):
            if name in looks:
                looks[name] *= PT_PER_PX * self.scale
        transform = self._transform(plot)
        line = Line2D(list(xs), list(ys), transform=transform, **looks)
        self.figure.add_artist(line)
        return line

    def block(self, box: Box, plot: Plot | None = None, **looks: Any) -> Rectangle:
        """Fill a rectangle, in data units of ``plot`` or in pixels."""
        transform = self._transform(plot)
        block = Rectangle(
            (box.left, box.top),
            box.right - box.left,
            box.bottom - box.top,
            transform=transform,
            **{"lw": 0, "zorder": 0} | looks,
        )
        self.figure.add_artist(block)
        return block

    def pill(self, box: Box, **looks: Any) -> PathPatch:
        """Draw a rectangle with round ends, or a disc where it is as wide as high; in pixels."""
        radius = (box.bottom - box.top) / 2
        middle = box.top + radius
        right_end = _arc(-90) * radius + (box.right - radius, middle)
        left_end = _arc(90) * radius + (box.left + radius, middle)
        curve = [Path.CURVE4] * (len(right_end) - 1)
        outline = Path(
            np.concatenate([right_end, left_end, right_end[:1]]),
            [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY],
        )
        pill = PathPatch(outline, transform=self.px, **{"lw": 0, "zorder": 6} | looks)
        self.figure.add_artist(pill)
        return pill

    def shapes(self, paths: Sequence[Path], **looks: Any) -> PathPatch | None:
        """Draw many outlines in pixels as one artist; none where there are none."""
        if not paths:
            return None
        shape = PathPatch(
            Path.make_compound_path(*paths), transform=self.px, **{"lw": 0, "zorder": 2} | looks
        )
        self.figure.add_artist(shape)
        return shape

    def wrap(
        self, words: str, size: float, width_px: float, *, semibold: bool = False
    ) -> list[str]:
        """Break a text into lines that fit ``width_px``; a single long word is cut short."""
        # Word by word, as words come again and whole lines do not; a hair is left for their ends.
        px = size * self.scale
        room = width_px - _HAIR * px
        space = word_width("", px, semibold)
        rows: list[str] = []
        row, end = "", 0.0
        for word in drawable(words).split(" "):
            wide = word_width(word, px, semibold)
            if row and end + wide - space > room:
                rows.append(row)
                row, end = "", 0.0
            row, end = f"{row} {word}".strip(), end + wide
            if end - space > room:
                row = self.fitted(row, size, width_px, semibold=semibold)
        return [*rows, row]

    def balanced(
        self, words: str, size: float, width_px: float, *, semibold: bool = False
    ) -> list[str]:
        """Break a text into as few lines as fit, about as long as each other."""
        rows = self.wrap(words, size, width_px, semibold=semibold)
        narrower = width_px
        while len(rows) > 1 and narrower > width_px / 2:
            narrower *= 0.95
            tried = self.wrap(words, size, narrower, semibold=semibold)
            if len(tried) > len(rows) or any(row.endswith(ELLIPSIS) for row in tried):
                break
            rows = tried
        return rows

    def fitted(self, words: str, size: float, width_px: float, *, semibold: bool = False) -> str:
        """Return a line cut short with an ellipsis where it is wider than ``width_px``."""
        line = drawable(words)
        if self.width_of(line, size, semibold=semibold) <= width_px:
            return line
        while len(line) > 1 and self.width_of(line + ELLIPSIS, size, semibold=semibold) > width_px:
            line = line[:-1].rstrip()
        return line + ELLIPSIS


def text_width(words: str, size_px: float, semibold: bool) -> float:
    """Return the width in pixels of a line of text of ``size_px``."""
    return _measured(words, semibold) * size_px / _MEASURED_PX


def word_width(word: str, size_px: float, semibold: bool) -> float:
    """Return how much wider a line of text of ``size_px`` becomes by a word and a space."""
    within = _measured(f"n{word} n", semibold) - _measured("nn", semibold)
    return within * size_px / _MEASURED_PX


@lru_cache(maxsize=4096)
def _measured(words: str, semibold: bool) -> float:
    """Return the width of a line of text at one size: without hinting all others go with it."""
    prepare()
    line = drawable(words)
    font = FontProperties(
        family=list(families(line, semibold=semibold)), size=_MEASURED_PX * PT_PER_PX
    )
    # Matplotlib leaves its renderers untyped.
    renderer = RendererAgg(1, 1, PX_PER_INCH)  # type: ignore[no-untyped-call]
    size: tuple[float, float, float] = renderer.get_text_width_height_descent(  # type: ignore[no-untyped-call]
        line, font, False
    )
    return size[0]


def _arc(start_degrees: float) -> NDArray[np.float64]:
    """Return the points of half a circle around 0 with a radius of 1."""
    return np.asarray(Path.arc(start_degrees, start_degrees + 180).vertices, dtype=np.float64)
