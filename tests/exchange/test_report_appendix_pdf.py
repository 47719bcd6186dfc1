"""The appendix as a file: tagged, laid out over pages, and the patient's words as typed."""

import re
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from symptrack.domain.journal import Journal, Record
from symptrack.domain.settings import Paper, ReportPart
from tests import journals
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_medication,
    make_series,
    make_session,
)
from tests.exchange.hostile import HOSTILE, hostile_journal
from tests.exchange.reports import (
    DESIGN_NOW,
    content_of,
    pdf_of,
    read,
    root_of,
    structure,
    text_of,
)
from tests.long_journal import long_journal

FOOTER = re.compile(r"Reported by the patient, not a diagnosis\..*page \d+ of \d+", re.DOTALL)
WHOLE: dict[str, Any] = {"parts": frozenset(ReportPart)}


def all_notes(journal: Journal) -> frozenset[str]:
    kinds: dict[str, tuple[Record, ...]] = {
        "check_in": journal.check_ins,
        "session": journal.sessions,
        "intention": journal.sessions,
        "medication": journal.medications,
        "visit": journal.visits,
        "questions": journal.visits,
    }
    return frozenset(f"{kind}:{one.id}" for kind, records in kinds.items() for one in records)


@pytest.fixture(scope="module")
def design() -> bytes:
    journal = journals.design_series()
    return pdf_of(journal, **WHOLE, notes=all_notes(journal))


def tags(pdf: bytes) -> list[str]:
    return [tag for tag, _element in structure(pdf)]


def test_it_stays_a_pdf_ua_file_with_fonts_of_its_own(design: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root_of(design)["/Metadata"].get_data()
    for page in read(design).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert "AtkinsonHyperlegibleNext" in descriptor["/FontName"]


def test_no_word_of_ours_needs_another_font_than_our_own() -> None:
    for journal in (journals.first_series(), long_journal(1)):
        fonts = {
            str(font["/DescendantFonts"][0]["/FontDescriptor"]["/FontName"])
            for page in read(pdf_of(journal, **WHOLE)).pages
            for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # a dictionary
        }
        assert all("AtkinsonHyperlegibleNext" in name for name in fonts)


def test_headings_go_down_one_level_at_a_time(design: bytes) -> None:
    levels = [int(tag[2]) for tag in tags(design) if re.fullmatch(r"/H[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    sections = content_of(journals.design_series(), **WHOLE)["appendix"]
    assert levels.count(2) == 2 + len(sections) + 1  # the chart, the sessions; the notes


def test_every_table_has_a_row_of_header_cells(design: bytes) -> None:
    tables = [element for tag, element in structure(design) if tag == "/Table"]

    assert len(tables) == 8
    for table in tables:
        head = [tag for tag, _element in within(table) if tag == "/TH"]
        rows = [tag for tag, _element in within(table) if tag == "/TR"]
        assert len(head) >= 4 or len(rows) > 1
        assert head


def within(element: Any) -> Any:
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield str(found["/S"]), found
            yield from within(found)


def test_every_picture_has_its_sentence(design: bytes) -> None:
    content = content_of(journals.design_series(), **WHOLE)
    charts = [
        block["alt"]
        for part in content["appendix"]
        for block in part["blocks"]
        if block["kind"] == "chart"
    ]
    alternatives = [element["/Alt"] for tag, element in structure(design) if tag == "/Figure"]

    assert alternatives == [content["chart"]["alt"], *charts]
    assert len(charts) == 2


def test_every_page_says_which_it_is_and_what_the_record_is_not(design: bytes) -> None:
    pages = [page.extract_text() for page in read(design).pages]

    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of 4" in page
        assert "Reported by the patient, not a diagnosis" in page


def test_the_file_says_every_word_of_its_content(design: bytes) -> None:
    text = squeezed(text_of(design))
    journal = journals.design_series()
    content = content_of(journal, **WHOLE, notes=all_notes(journal))
    for words in printed(content["appendix"]):
        assert squeezed(words) in text, words


def printed(part: Any) -> list[str]:
    """Return every text that is printed of a part of the content."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, list):
        return [words for one in part for words in printed(one)]
    if isinstance(part, dict):
        hidden = {"kind", "svg", "alt", "align"}
        return [words for key, one in part.items() if key not in hidden for words in printed(one)]
    return []


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_out_as_they_were_typed(text: str) -> None:
    journal = hostile_journal(text)

    pages = (page.extract_text() for page in read(hostile_pdf(journal)).pages)
    said = readable("".join(FOOTER.sub("", page) for page in pages))

    # the note of the check-in, of the session, its intention, of the medicine, of the visit
    assert said.count(readable(re.sub("[\x00-\x1f\u202a-\u202e]", " ", text))) >= 5


def hostile_pdf(journal: Journal) -> bytes:
    return pdf_of(journal, **WHOLE, notes=all_notes(journal))


def readable(text: str) -> str:
    """Return what can be read back wherever no font for other scripts is there, without spaces."""
    return "".join(re.findall(r"[\x21-\x7e\xa1-\u024f\uff1d]", text))


def test_a_note_of_20000_characters_goes_on_over_the_pages() -> None:
    note = " ".join(f"word{number:05}" for number in range(2_000))
    assert len(note) == 19_999
    journal = make_journal(check_ins=[make_check_in(note=note)])

    pdf = pdf_of(journal, notes=all_notes(journal))

    assert len(read(pdf).pages) >= 4
    pages = [page.extract_text() for page in read(pdf).pages]
    found = re.findall(r"word\d{5}", " ".join(pages))
    assert found == [f"word{number:05}" for number in range(2_000)]


def test_a_word_of_20000_characters_stays_on_the_paper() -> None:
    journal = make_journal(check_ins=[make_check_in(note="x" * 20_000)])

    pdf = pdf_of(journal, notes=all_notes(journal))

    places: list[tuple[float, str]] = []
    for page in read(pdf).pages[1:]:
        page.extract_text(visitor_text=lambda text, _cm, at, *_font: places.append((at[4], text)))
    xs = [(left, text) for left, text in places if set(text.strip()) == {"x"}]
    assert sum(text.count("x") for _left, text in xs) == 20_000
    assert max(left for left, _text in xs) < 210 / 25.4 * 72


def test_an_empty_journal_has_an_appendix_that_says_so() -> None:
    text = text_of(pdf_of(make_journal(), **WHOLE))

    assert "Days without a check-in 1 of 1 day." in text
    assert "How to read this" in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sessions", [1, 4, 60])
def test_one_an_unfinished_and_sixty_sessions_lay_out(paper: Paper, sessions: int) -> None:
    series = make_series()
    days = [at("2026-01-05 10:00") + timedelta(days=4 * number) for number in range(sessions)]
    effects = (make_effect("nausea", 2), make_effect("headache", 1))
    journal = make_journal(
        series=[series],
        sessions=[make_session(started_at=day, series_id=series.id) for day in days],
        check_ins=[
            make_check_in(occurred_at=day + timedelta(hours=6), side_effects=effects)
            for day in days
        ],
        medications=[make_medication()],
    )

    pdf = pdf_of(journal, paper=paper, **WHOLE)

    pages = [page.extract_text() for page in read(pdf).pages]
    assert len(pages) == {1: 2, 4: 2, 60: 7 if paper is Paper.A4 else 8}[sessions]
    assert f"page {len(pages)} of {len(pages)}" in pages[-1]


def test_ten_years_lay_out_with_every_session() -> None:
    journal = long_journal()

    pdf = pdf_of(journal, DESIGN_NOW, **WHOLE)

    text = text_of(pdf)
    assert len(read(pdf).pages) < 40
    assert "Nausea" in text
    rows = [tag for tag in tags(pdf) if tag == "/TR"]
    assert len(rows) > 3 * sum(one.done for one in journal.sessions)
