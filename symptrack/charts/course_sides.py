"""Beside the course: each session's rating just before it and 24 hours after it."""

from dataclasses import dataclass
from typing import Any

from matplotlib.text import Text

from symptrack.analysis.before_after import BeforeAfter
from symptrack.analysis.course import Course, CoursePanel
from symptrack.charts import course_words
from symptrack.charts.common_words import not_noted
from symptrack.charts.course_columns import HEADING_PX
from symptrack.charts.palette import Ink
from symptrack.charts.scale import NOTE_PX, draw_scale
from symptrack.charts.session_track import draw_disc
from symptrack.charts.sheet import Box, Plot, Sheet
from symptrack.formatting import format_change

CHANGE_PX = 14
LEGEND_PX = 13.5
DISC_DROP_PX = 17
_MARK_PX = 9
_LINE_PX = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSlot:
    """One session of one symptom: its words are the change, or "not noted"."""

    before_after: BeforeAfter
    words: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    rows: tuple[str, ...]
    size: float
    semibold: bool


def draw_side_header(sheet: Sheet, plot: Plot, heading_y: float, legend_y: float) -> None:
    """Write the heading and say which mark is which."""
    k, palette = sheet.scale, sheet.palette
    heading = sheet.fitted(
        course_words.side_heading(), HEADING_PX, sheet.width - plot.left - 4, semibold=True
    )
    sheet.text(plot.left, heading_y, heading, HEADING_PX, semibold=True, color=palette.text)
    x = plot.left + 6 * k
    before, after = course_words.side_legend()
    for words, face in ((before, palette.paper), (after, palette.text)):
        looks: dict[str, Any] = {
            "marker": "o",
            "ms": _MARK_PX - 0.5,
            "mew": 2,
            "mec": palette.text,
            "zorder": 6,
        }
        sheet.curve([x], [legend_y], mfc=face, **looks)
        sheet.text(x + 12 * k, legend_y, words, LEGEND_PX, middle=True)
        x += 12 * k + sheet.width_of(words, LEGEND_PX) + 24 * k


def draw_side(
    sheet: Sheet, panel: CoursePanel, plot: Plot, ink: Ink, shown: int
) -> tuple[SideSlot, ...]:
    """Draw the latest ``shown`` sessions of one symptom."""
    draw_scale(sheet, plot, numbers=False)
    slots = list(enumerate(panel.before_after[-shown:], start=1))
    taken = [box for slot, found in slots for box in _marked_ground(sheet, plot, slot, found)]
    drawn = []
    for slot, found in slots:
        _draw_marks(sheet, plot, slot, found, ink)
        drawn.append(
            SideSlot(before_after=found, words=_draw_label(sheet, plot, slot, found, taken))
        )
    return tuple(drawn)


def draw_side_foot(sheet: Sheet, course: Course, plot: Plot, shown: int) -> None:
    """Draw the sessions' discs below, and say how many of them are shown if not all."""
    y = plot.bottom + DISC_DROP_PX * sheet.scale
    for slot, mark in enumerate(course.sessions[-shown:], start=1):
        draw_disc(sheet, (plot.x(slot), y), "" if mark.number is None else str(mark.number))
    if shown < len(course.sessions):
        words = course_words.latest_shown(course, shown)
        sheet.text(plot.left, y + 25 * sheet.scale, words, NOTE_PX)


def _draw_marks(sheet: Sheet, plot: Plot, slot: int, found: BeforeAfter, ink: Ink) -> None:
    looks: dict[str, Any] = {"marker": ink.marker, "mec": ink.colour, "mew": 2.3, "ms": _MARK_PX}
    if found.change:
        ends = [float(found.before or 0), float(found.after or 0)]
        sheet.curve([slot, slot], ends, plot, color=ink.colour, lw=3, zorder=2)
    if found.after is not None and found.change != 0:
        sheet.curve([slot], [found.after], plot, mfc=ink.colour, zorder=4, **looks)
    if found.before is not None:
        sheet.curve([slot], [found.before], plot, mfc=sheet.palette.paper, zorder=4.5, **looks)


def _draw_label(
    sheet: Sheet, plot: Plot, slot: int, found: BeforeAfter, taken: list[Box]
) -> tuple[Text, ...]:
    """Write the change above the marks, below them, or on the line, wherever nothing stands yet."""
    palette = sheet.palette
    if found.change is None:
        label = _Label(_not_noted(sheet, plot), NOTE_PX, semibold=False)
        colour = palette.quiet_text
    else:
        label = _Label((format_change(found.change),), CHANGE_PX, semibold=True)
        colour = palette.text
    box, free = _free_place(sheet, plot, slot, _values(found), label, taken)
    if not free:
        sheet.block(box, facecolor=palette.paper, zorder=8)
    taken.append(box)
    step = _LINE_PX * sheet.scale
    return tuple(
        sheet.text(
            plot.x(slot),
            box.top + step * (index + 0.85),
            row,
            label.size,
            semibold=label.semibold,
            color=colour,
            ha="center",
            zorder=9,
        )
        for index, row in enumerate(label.rows)
    )


def _values(found: BeforeAfter) -> list[int]:
    return [value for value in (found.before, found.after) if value is not None]


def _marked_ground(sheet: Sheet, plot: Plot, slot: int, found: BeforeAfter) -> list[Box]:
    """Return the ground of a session's marks and the line between them, where no word may go."""
    half = _MARK_PX * 0.7 * sheet.scale
    x, ys = plot.x(slot), [plot.y(value) for value in _values(found)]
    return [Box(x - half, min(ys) - half, x + half, max(ys) + half)] if ys else []


def _not_noted(sheet: Sheet, plot: Plot) -> tuple[str, ...]:
    words = not_noted()
    widest_word = max(sheet.width_of(word, NOTE_PX) for word in words.split())
    return tuple(sheet.wrap(words, NOTE_PX, max(plot.x(2) - plot.x(1), widest_word)))


def _free_place(
    sheet: Sheet, plot: Plot, slot: int, values: list[int], label: _Label, taken: list[Box]
) -> tuple[Box, bool]:
    """Return where the words go, and whether that ground was free."""
    k = sheet.scale
    wide = max(sheet.width_of(row, label.size, semibold=label.semibold) for row in label.rows)
    high = _LINE_PX * k * len(label.rows)
    gap = 9 * k
    left = plot.x(slot) - wide / 2
    top, bottom = plot.y(max(values, default=5)), plot.y(min(values, default=5))
    ceiling, floor = plot.top - 8 * k, plot.bottom + 2 * k
    candidates = [top - gap - high, bottom + gap]
    candidates += [top - gap - high - step * k for step in (8, 16, 24, 32)]
    candidates += [bottom + gap + step * k for step in (8, 16, 24, 32)]
    if not values:
        candidates.insert(0, plot.y(5) - high / 2)
    for start in candidates:
        box = Box(left, start, left + wide, start + high)
        inside = start >= ceiling and start + high <= floor
        if inside and not any(box.overlaps(other) for other in taken):
            return box, True
    middle = (top + bottom - high) / 2
    return Box(left, middle, left + wide, middle + high), False
