"""A saved chart is whole, the same each time, and says no more than it shows."""

import io
import struct
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from symptrack.charts.course import course_chart
from symptrack.charts.export import (
    PictureFormat,
    chart_picture,
    empty_picture,
    picture_format,
)
from symptrack.charts.heading import Source
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.symptom import Symptom
from tests.builders import make_check_in
from tests.charts.drawing import course_of, one_series
from tests.journals import design_series

SOURCE = Source(saved_on=date(2026, 11, 20), label="J. M.")
SVG = "{http://www.w3.org/2000/svg}"


def _png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_a_png_is_1920_pixels_wide() -> None:
    width, height = _png_size(
        chart_picture(course_chart(course_of(design_series())), PictureFormat.PNG, SOURCE)
    )
    assert width == 1920
    assert 1100 <= height <= 1400


@pytest.mark.parametrize("kind", PictureFormat)
def test_the_same_chart_gives_the_same_bytes(kind: PictureFormat) -> None:
    course = course_of(design_series())
    assert chart_picture(course_chart(course), kind, SOURCE) == chart_picture(
        course_chart(course), kind, SOURCE
    )


def test_an_svg_carries_its_words_for_who_cannot_see_it() -> None:
    label = "Unruhe <script>alert(1)</script> & $x$"
    journal = one_series(
        make_check_in(ratings={"restless": 3}), symptoms=[Symptom(key="restless", label=label)]
    )
    data = chart_picture(
        course_chart(course_of(journal, symptoms=["restless"])), PictureFormat.SVG, SOURCE
    )
    root = ET.fromstring(data)
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title", "").startswith(label)
    assert f"{label} stood at 3" in root.findtext(f"{SVG}desc", "")
    assert not [node for node in root.iter() if node.tag in {f"{SVG}script", f"{SVG}text"}]


def test_a_pdf_embeds_its_fonts_and_bears_only_its_title_and_its_sentence() -> None:
    chart = course_chart(course_of(design_series()))
    data = chart_picture(chart, PictureFormat.PDF, SOURCE)
    reader = PdfReader(io.BytesIO(data))
    (page,) = reader.pages
    assert reader.metadata is not None
    assert {str(key): str(value) for key, value in reader.metadata.items()} == {
        "/Title": "Mood and anxiety at each check-in, with infusions 1 to 8",
        "/Subject": chart.summary,
        "/Creator": "Symptrack",
    }
    text = page.extract_text()
    assert "Patient J. M., 25 August to 20 November 2026." in text
    assert "Symptrack, saved 20 Nov 2026" in text
    assert "74 of 88 days have a check-in." in text
    resources: Any = page["/Resources"]
    for font in resources["/Font"].values():
        assert font.get_object()["/Subtype"] in {"/Type0", "/TrueType"}


def test_a_pdf_says_what_each_of_its_pages_shows_to_who_cannot_see_it() -> None:
    chart = course_chart(course_of(design_series()))
    first = chart_picture(chart, PictureFormat.PDF, SOURCE)
    assert chart_picture(chart, PictureFormat.PDF, SOURCE) == first  # the same chart, the same file
    catalogue: Any = PdfReader(io.BytesIO(first)).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    document = catalogue["/StructTreeRoot"]["/K"]
    assert document["/S"] == "/Document"
    (figure,) = (one.get_object() for one in document["/K"])
    assert (figure["/S"], figure["/Alt"]) == ("/Figure", chart.summary)
    # The page finds its figure, and all that it draws is the figure's.
    (page,) = PdfReader(io.BytesIO(first)).pages
    place, (of_page,) = catalogue["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert (place, of_page.get_object()["/Alt"]) == (page["/StructParents"], chart.summary)
    drawn = page.get_contents()
    assert drawn is not None
    assert drawn.get_data().startswith(b"/Figure <</MCID 0>> BDC")
    assert drawn.get_data().rstrip().endswith(b"EMC")


def test_the_label_is_left_out_unless_it_is_given() -> None:
    data = chart_picture(
        course_chart(course_of(design_series())),
        PictureFormat.PDF,
        Source(saved_on=date(2026, 11, 20)),
    )
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "J. M." not in text
    assert "25 August to 20 November 2026. Reported by the patient, not a diagnosis." in text


@pytest.mark.parametrize("kind", PictureFormat)
def test_the_empty_state_can_be_saved_too(kind: PictureFormat) -> None:
    data = empty_picture(kind, "No chart yet", "Charts start with one session.")
    assert data == empty_picture(kind, "No chart yet", "Charts start with one session.")
    assert len(data) > 1000


def test_the_ending_chooses_the_format() -> None:
    assert picture_format(Path("a.PNG")) is PictureFormat.PNG
    assert picture_format(Path("a.b.svg")) is PictureFormat.SVG
    assert picture_format(Path("a.pdf")) is PictureFormat.PDF
    with pytest.raises(RefusedRequest, match=r"\.png, \.svg or \.pdf"):
        picture_format(Path("a.jpg"))
