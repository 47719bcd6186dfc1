"""A chart to be drawn for a canvas, and a picture of it as it is wanted or was made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from symptrack.charts.style import ChartStyle

if TYPE_CHECKING:
    from symptrack.charts.picture import Measures, Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart to draw: ``measure`` tells how high it may be at a width, ``draw`` draws it.

    In pixels of the window, at a pixel ratio; both run beside the window.
    """

    measure: "Callable[[ChartStyle, int], Measures]"
    draw: "Callable[[ChartStyle, int, int, float], Picture]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture as it is to be, or was made."""

    drawing: Drawing
    style: ChartStyle
    width: int
    height: int
    ratio: float

    def same_measures(self, other: "Wanted | None") -> bool:
        """Whether a chart may be as high as it was found for another picture."""
        return (
            other is not None
            and self.drawing is other.drawing
            and (self.style, self.width) == (other.style, other.width)
        )


def image_of(picture: "Picture") -> QImage:
    """Return a drawn chart as an image of its own."""
    made = QImage(
        picture.rgba,
        picture.width,
        picture.height,
        4 * picture.width,
        QImage.Format.Format_RGBA8888,
    ).copy()
    made.setDevicePixelRatio(picture.pixel_ratio)
    return made
