"""A title with a few words below it, and a switch beside them."""

from PySide6.QtWidgets import QLabel, QWidget

from symptrack.gui.widgets.boxes import box, column, row
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.tick import Tick


def tick_row(title: str, words: QLabel | str, tick: Tick | None) -> QWidget:
    """Return the row; ``words`` may be a label whose text changes, or empty.

    Without a switch it says what is always there.
    """
    shown = label(words, "body2", wrap=True) if isinstance(words, str) else words
    texts = [label(title, "h3", wrap=True)]
    if words:
        texts.append(shown)
    said = (column(*texts), 1)
    return box(row(*((said, tick) if tick else (said,)), spacing=10, margins=(0, 4, 0, 4)))
