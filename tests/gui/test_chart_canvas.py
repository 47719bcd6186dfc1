"""The canvas draws beside the window: still when it is slow, and always the latest chart."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from symptrack.charts.picture import Measures, Picture
from symptrack.charts.style import ChartStyle
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, column
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.gui.widgets.chart_drawing import Drawing
from symptrack.presenters.preferences import ThemeChoice

RED, BLUE = b"\xff\x00\x00\xff", b"\x00\x00\xff\xff"


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> Iterator[ChartCanvas]:
    theme = ThemeSource(qapp, ThemeChoice.LIGHT)
    made = ChartCanvas(theme)
    window = PageScroll(column(made))
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    yield made
    theme.deleteLater()


def plain(colour: bytes, width: int, height: int, ratio: float) -> Picture:
    """Return a picture of one colour."""
    across, down = round(width * ratio), round(height * ratio)
    return Picture(
        rgba=colour * (across * down),
        width=across,
        height=down,
        pixel_ratio=ratio,
    )


def measure(_style: ChartStyle, _width: int) -> Measures:
    return Measures(100, 400)


def draw_red(_style: ChartStyle, width: int, height: int, ratio: float) -> Picture:
    return plain(RED, width, height, ratio)


def draw_blue(_style: ChartStyle, width: int, height: int, ratio: float) -> Picture:
    return plain(BLUE, width, height, ratio)


def middle(canvas: ChartCanvas) -> QColor:
    image = canvas.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_a_picture_is_shown_once_it_is_drawn(qtbot: QtBot, canvas: ChartCanvas) -> None:
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_chart(Drawing(measure, draw_red))
    assert middle(canvas) == QColor("red")


def test_a_slow_drawing_is_announced_after_a_while(qtbot: QtBot, canvas: ChartCanvas) -> None:
    go_on = threading.Event()

    def slow(style: ChartStyle, width: int, height: int, ratio: float) -> Picture:
        go_on.wait(20)
        return draw_red(style, width, height, ratio)

    blank = canvas.grab().toImage()
    canvas.show_chart(Drawing(measure, slow))
    assert canvas.grab().toImage() == blank
    qtbot.waitUntil(lambda: canvas.grab().toImage() != blank)
    with qtbot.waitSignal(canvas.drawn):
        go_on.set()
    assert middle(canvas) == QColor("red")


def test_the_old_picture_stays_and_the_latest_chart_wins(qtbot: QtBot, canvas: ChartCanvas) -> None:
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_chart(Drawing(measure, draw_red))
    begun, go_on = threading.Event(), threading.Event()

    def overtaken(style: ChartStyle, width: int, height: int, ratio: float) -> Picture:
        begun.set()
        go_on.wait(20)
        return plain(b"\x00\xff\x00\xff", width, height, ratio)

    canvas.show_chart(Drawing(measure, overtaken))
    qtbot.waitUntil(begun.is_set)
    assert middle(canvas) == QColor("red")
    canvas.show_chart(Drawing(measure, draw_blue))
    with qtbot.waitSignal(canvas.drawn):
        go_on.set()
    assert middle(canvas) == QColor("blue")


def test_what_is_asked_for_while_hidden_is_drawn_when_shown(
    qtbot: QtBot, canvas: ChartCanvas
) -> None:
    canvas.hide()
    with qtbot.assertNotEmitted(canvas.drawn, wait=100):
        canvas.show_chart(Drawing(measure, draw_red))
    with qtbot.waitSignal(canvas.drawn):
        canvas.show()


def test_a_new_size_while_drawing_is_drawn_after_it(qtbot: QtBot, canvas: ChartCanvas) -> None:
    begun, go_on = threading.Event(), threading.Event()
    widths: list[int] = []

    def noted(style: ChartStyle, width: int, height: int, ratio: float) -> Picture:
        widths.append(width)
        begun.set()
        go_on.wait(20)
        return draw_red(style, width, height, ratio)

    canvas.show_chart(Drawing(measure, noted))
    qtbot.waitUntil(begun.is_set)
    canvas.window().resize(500, 300)
    qtbot.waitUntil(lambda: not canvas._settling.isActive())
    with qtbot.waitSignal(canvas.drawn):
        go_on.set()
    assert (widths[0], widths[-1]) == (400, 500)


def test_after_a_drawing_that_failed_the_next_one_is_shown(
    qtbot: QtBot, canvas: ChartCanvas
) -> None:
    def fail(_style: ChartStyle, _width: int, _height: int, _ratio: float) -> Picture:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        canvas.show_chart(Drawing(measure, fail))
        qtbot.waitUntil(lambda: bool(raised))
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_chart(Drawing(measure, draw_blue))
    assert middle(canvas) == QColor("blue")


def test_an_empty_canvas_takes_no_keys_and_points_at_nothing(
    qtbot: QtBot, canvas: ChartCanvas
) -> None:
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_chart(Drawing(measure, draw_red))
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert canvas.current is None
    assert canvas.sizeHint().height() == canvas.minimumHeight()
