"""What surrounds every chart: its title, how to read it, and the line under a saved picture."""

from dataclasses import dataclass
from datetime import date

from symptrack.analysis.period import Period
from symptrack.charts.common_words import saved_words, source_words
from symptrack.charts.sheet import Sheet
from symptrack.charts.style import Layout

MARGIN_PX = 24
TITLE_PX = {Layout.SCREEN: 18, Layout.EXPORT: 22}
SUBTITLE_PX = {Layout.SCREEN: 14.5, Layout.EXPORT: 15}
TITLE_LEADING, SUBTITLE_LEADING = 1.25, 1.35
SOURCE_PX = 60

_TOP_PX = {Layout.SCREEN: 6, Layout.EXPORT: 24}
_BELOW_HEAD_PX = {Layout.SCREEN: 14, Layout.EXPORT: 34}
_SOURCE_BASELINE_PX = 20
_SOURCE_RULE_PX = 26
_SOURCE_TEXT_PX = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the line under a saved picture says: ``label`` only where the patient wants it there."""

    saved_on: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Title and subtitle broken into lines, their first baselines, and the room they take."""

    title: tuple[str, ...] = ()
    title_y: float = 0
    subtitle: tuple[str, ...] = ()
    subtitle_y: float = 0
    height: float = 0


def head_of(sheet: Sheet, title: str, subtitle: str) -> Head:
    """Return where title and subtitle go; a report has its own words and none of them."""
    layout, k = sheet.style.layout, sheet.scale
    if layout is Layout.REPORT:
        return Head()
    room = sheet.width - 2 * MARGIN_PX
    titles = sheet.balanced(title, TITLE_PX[layout], room, semibold=True)
    subtitles = sheet.balanced(subtitle, SUBTITLE_PX[layout], room)
    title_line = TITLE_PX[layout] * TITLE_LEADING * k
    subtitle_line = SUBTITLE_PX[layout] * SUBTITLE_LEADING * k
    title_y = _TOP_PX[layout] + TITLE_PX[layout] * k
    subtitle_y = title_y + (len(titles) - 1) * title_line + subtitle_line * 1.45
    end = subtitle_y + (len(subtitles) - 1) * subtitle_line
    height = end + _BELOW_HEAD_PX[layout] * k
    return Head(tuple(titles), title_y, tuple(subtitles), subtitle_y, height)


def draw_head(sheet: Sheet, head: Head) -> None:
    """Write title and subtitle."""
    layout = sheet.style.layout
    if layout is Layout.REPORT:
        return
    sheet.lines(
        MARGIN_PX,
        head.title_y,
        head.title,
        TITLE_PX[layout],
        TITLE_LEADING,
        semibold=True,
        color=sheet.palette.text,
    )
    place = (MARGIN_PX, head.subtitle_y)
    sheet.lines(*place, head.subtitle, SUBTITLE_PX[layout], SUBTITLE_LEADING)


def source_height(sheet: Sheet) -> float:
    """Return the room that the source line takes at the foot: none but in an export."""
    return SOURCE_PX * sheet.scale if sheet.style.layout is Layout.EXPORT else 0


def draw_source(sheet: Sheet, period: Period, source: Source | None, foot: float) -> None:
    """Write whose picture it is above ``foot``, the lower end of an export."""
    if source is None or sheet.style.layout is not Layout.EXPORT:
        return
    k = sheet.scale
    y, right = foot - _SOURCE_BASELINE_PX * k, sheet.width - MARGIN_PX
    rule = y - _SOURCE_RULE_PX * k
    sheet.curve([MARGIN_PX, right], [rule, rule], color=sheet.palette.grid, lw=1.1)
    saved = saved_words(source.saved_on)
    sheet.text(right, y, saved, _SOURCE_TEXT_PX, ha="right")
    room = right - MARGIN_PX - sheet.width_of(saved, _SOURCE_TEXT_PX) - 24 * k
    words = source_words(period, source.label)
    sheet.text(MARGIN_PX, y, sheet.fitted(words, _SOURCE_TEXT_PX, room), _SOURCE_TEXT_PX)
