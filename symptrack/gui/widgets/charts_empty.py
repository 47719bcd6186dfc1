"""What stands in the charts' place until there is enough to draw."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symptrack.charts.style import ChartStyle
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.gui.widgets.chart_drawing import Drawing
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.presenters.charts import EmptyCharts
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.picture import Measures, Picture

HEIGHT_PX = 190


class ChartsEmpty(QWidget):
    """Pale axes, what will appear there and what starts it, and one button for that."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.canvas = ChartCanvas(theme)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.setFixedHeight(HEIGHT_PX)
        self._heading = label("", "h2", wrap=True, align=CENTRE)
        self._text = label("", "lead", wrap=True, align=CENTRE)
        self.check_in = Button(theme, _("Check in now"), "primary", icon="edit", big=True)
        content = column(
            STRETCH,
            self.canvas,
            20,
            self._heading,
            8,
            self._text,
            28,
            row(STRETCH, self.check_in, STRETCH),
            STRETCH,
            margins=(28, 28, 28, 28),
        )
        self.setLayout(column((card(content), 1)))

    def show_view(self, empty: EmptyCharts) -> None:
        """Say what is missing."""
        self._heading.setText(empty.heading)
        self._text.setText(empty.text)
        self.canvas.setAccessibleName(empty.heading)
        self.check_in.set_words(empty.action)
        self.canvas.show_chart(Drawing(_measure, _draw))


def _measure(_style: ChartStyle, _width: int) -> "Measures":
    from symptrack.charts.picture import Measures

    return Measures(HEIGHT_PX, HEIGHT_PX)


def _draw(style: ChartStyle, width: int, height: int, ratio: float) -> "Picture":
    from symptrack.charts.picture import picture_of_empty

    return picture_of_empty(style, width, height, ratio)
