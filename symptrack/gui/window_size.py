"""How large the window is, and how small it may become."""

from PySide6.QtCore import QSize

USUAL_SIZE = QSize(1280, 832)
LEAST_PX = (720, 520)
MORE_AT_200_PX = (304, 120)
"""What the least size grows by from 100 % to 200 % text, so that an answer stays in sight."""


def least_size(scale: float) -> QSize:
    """Return the least size of the window at a factor on every text size, 1.0 to 2.0."""
    width, height = (
        least + round(grown * (scale - 1))
        for least, grown in zip(LEAST_PX, MORE_AT_200_PX, strict=True)
    )
    return QSize(width, height)
