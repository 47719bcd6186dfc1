"""A chart as a file, from a journal whose every text was typed to do harm."""

from datetime import datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from symptrack.analysis.period import all_time
from symptrack.charts.export import PictureFormat
from symptrack.exchange.chart_file import chart_file
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.charts_kinds import chart_maker
from tests.builders import ZONE
from tests.exchange.hostile import HOSTILE, hostile_journal

NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo(ZONE))
BEGINS = {PictureFormat.PNG: b"\x89PNG", PictureFormat.SVG: b"<?xml", PictureFormat.PDF: b"%PDF"}


def picture(text: str, key: ChartKey, picture_format: PictureFormat) -> bytes:
    journal = hostile_journal(text)
    period = all_time(journal, NOW.date())
    return chart_file(journal, period, picture_format, NOW.date(), chart_maker(key, NOW))


@pytest.mark.parametrize("key", [ChartKey.COURSE, ChartKey.SIDE_EFFECTS])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_in_a_drawing_as_typed(text: str, key: ChartKey) -> None:
    read = ET.fromstring(picture(text, key, PictureFormat.SVG))
    # XML has no NUL, for which a mark stands, and one kind of line end.
    shown = text[:200].replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    assert shown in "".join(read.itertext())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("picture_format", list(PictureFormat))
def test_hostile_text_makes_a_picture_of_every_format(
    text: str, picture_format: PictureFormat
) -> None:
    made = picture(text, ChartKey.COURSE, picture_format)
    assert made.startswith(BEGINS[picture_format])
