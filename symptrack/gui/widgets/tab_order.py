"""Tab goes through a page in the order in which it is read, not in which it was made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class InOrder(QWidget):
    """A widget that places its parts itself and says in which order they are read."""

    def parts(self) -> Sequence[QWidget]:
        """Return the parts as they are read."""
        raise NotImplementedError


def arrange_tab_order(root: QWidget) -> None:
    """Put everything below ``root`` that can have the focus into the order of the layouts."""
    former: QWidget | None = None
    for widget in _in_reading_order(root):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            if former is not None:
                QWidget.setTabOrder(former, widget)
            former = widget


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if isinstance(widget, InOrder):
        for part in widget.parts():
            yield from _in_reading_order(part)
    elif layout is not None:
        yield from _in_layout(layout)
    elif inner is not None:
        yield from _in_reading_order(inner)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    for item in filter(None, items):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _in_reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)
