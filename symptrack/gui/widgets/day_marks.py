"""The marks of a day in the calendar, and what each of them means."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column, row
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.painted import Painted, paint_disc
from symptrack.presenters.journal_days import DayMarks
from symptrack.texts import _

DISC_PX = 32
LEGEND_DISC_PX = 18
LEGEND_PX = 30
MARK_PX = 5
GAP_PX = 3
MOST_DOTS = 3
TODAY_RADIUS_PX = 9


def paint_marks(painter: QPainter, middle: QPointF, marks: DayMarks, theme: ThemeSource) -> None:
    """Paint a dot for each check-in, at most three; a square: questionnaires; a diamond: visits."""
    dots = min(marks.check_ins, MOST_DOTS)
    shapes = ["dot"] * dots + ["square"] * bool(marks.questionnaires)
    shapes += ["diamond"] * bool(marks.visits)
    side, gap = theme.large(MARK_PX), theme.large(GAP_PX)
    left = middle.x() - (len(shapes) * (side + gap) - gap) / 2
    ink = QColor(theme.tokens.primary)
    painter.save()
    for place, shape in enumerate(shapes):
        box = QRectF(left + place * (side + gap), middle.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if shape == "dot":
            painter.drawEllipse(box)
        elif shape == "square":
            painter.drawRect(box)
        else:
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_diamond(box.adjusted(-0.5, -0.5, 0.5, 0.5)))
    painter.restore()


def paint_today(painter: QPainter, box: QRectF, theme: ThemeSource) -> None:
    """Paint the frame around today."""
    painter.save()
    painter.setPen(QPen(QColor(theme.tokens.primary), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, TODAY_RADIUS_PX, TODAY_RADIUS_PX)
    painter.restore()


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF(
        [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    )


class _Glyph(Painted):
    """One mark as it stands in the calendar; screen readers pass it over."""

    def __init__(self, theme: ThemeSource, shape: str) -> None:
        super().__init__(theme)
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the widest mark."""
        return QSize(self._theme.large(LEGEND_PX), self._theme.large(LEGEND_DISC_PX + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.large(LEGEND_DISC_PX)
        centre = QRectF(self.rect()).center()
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if self._shape == "session":
            paint_disc(painter, centre, side, "", self._theme, side)
        elif self._shape == "planned":
            painter.setPen(QPen(QColor(self._theme.tokens.control), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        elif self._shape == "today":
            paint_today(painter, box.adjusted(1, 1, -1, -1), self._theme)
        else:
            marks = {
                "check_ins": DayMarks(check_ins=MOST_DOTS),
                "questionnaires": DayMarks(questionnaires=1),
                "visits": DayMarks(visits=1),
            }[self._shape]
            paint_marks(painter, centre, marks, self._theme)
        painter.end()


def legend(theme: ThemeSource) -> QWidget:
    """Return what each mark means, in words beside it."""
    lines = (
        ("session", _("Session")),
        ("planned", _("Planned session")),
        ("check_ins", _("Check-ins that day")),
        ("questionnaires", _("Questionnaire or score")),
        ("visits", _("Visit")),
        ("today", _("Today")),
    )
    made = QWidget()
    rows = [
        row(_Glyph(theme, shape), (label(words, "small", wrap=True), 1), spacing=8)
        for shape, words in lines
    ]
    made.setLayout(column(*rows, spacing=4))
    return made
