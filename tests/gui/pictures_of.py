"""What tests ask of a picture: which colours it holds, and how much of it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage


def colours_in(picture: QImage, area: QRect | None = None) -> dict[str, int]:
    """Return how many whole pixels wear each colour, as ``#RRGGBB``."""
    rect = picture.rect() if area is None else area.intersected(picture.rect())
    counted: dict[str, int] = {}
    for y in range(rect.top(), rect.bottom() + 1):
        for x in range(rect.left(), rect.right() + 1):
            colour = picture.pixelColor(x, y)
            if colour.alpha() == 255:
                name = colour.name().upper()
                counted[name] = counted.get(name, 0) + 1
    return counted
