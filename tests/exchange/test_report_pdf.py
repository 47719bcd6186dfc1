"""The report as a file: tagged, self-contained, the same each time, the patient's text intact."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from symptrack.domain.patient import Patient
from symptrack.domain.session import Dose
from symptrack.domain.settings import Paper
from symptrack.domain.words import Route
from symptrack.exchange.report import lay_out, render_preview, render_report
from tests import journals
from tests.builders import at, make_check_in, make_journal, make_series, make_session, make_visit
from tests.exchange.reports import (
    DESIGN_NOW,
    content_of,
    letters_of,
    pdf_of,
    properties_of,
    read,
    root_of,
    structure,
    text_of,
)

HOSTILE = '#set text(red) *a* _b_ $x$ <b>c</b> `d` @e [f] {g} "h" \\i // j'


@pytest.fixture(scope="module")
def design() -> bytes:
    return pdf_of(journals.design_series())


def long_series(sessions: int) -> Any:
    series = make_series()
    start = at("2026-01-05 10:00")
    return make_journal(
        series=[series],
        sessions=[
            make_session(
                started_at=start + timedelta(days=3 * number),
                series_id=series.id,
                dose=Dose(value=35),
            )
            for number in range(sessions)
        ],
        check_ins=[
            make_check_in(occurred_at=start + timedelta(days=number)) for number in range(sessions)
        ],
    )


def test_the_file_says_that_it_keeps_to_pdf_ua(design: bytes) -> None:
    metadata = root_of(design)["/Metadata"].get_data().decode()

    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_file_has_title_and_language(design: bytes) -> None:
    root = root_of(design)

    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert properties_of(design).title == "Ketamine treatment: symptoms and side effects"


def test_the_file_s_properties_name_no_patient(design: bytes) -> None:
    assert "J. M." not in str(dict(properties_of(design)))


def test_the_chart_has_its_sentence_as_alternative_text(design: bytes) -> None:
    alternatives = [element["/Alt"] for tag, element in structure(design) if tag == "/Figure"]

    assert alternatives == [content_of(journals.design_series())["chart"]["alt"]]


def test_the_sessions_are_a_table_with_header_cells(design: bytes) -> None:
    tags = [tag for tag, _element in structure(design)]

    assert tags.count("/Table") == 1
    assert tags.count("/TH") == 8
    assert tags.count("/TD") == 8 * 8


def test_headings_are_tagged_in_order(design: bytes) -> None:
    headings = [tag for tag, _element in structure(design) if tag in {"/H1", "/H2", "/H3"}]

    assert headings == ["/H1", "/H2", "/H2"]


def test_every_font_is_embedded(design: bytes) -> None:
    for page in read(design).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert "AtkinsonHyperlegibleNext" in descriptor["/FontName"]


def test_the_same_report_is_the_same_file_to_the_byte() -> None:
    assert pdf_of(journals.first_series()) == pdf_of(journals.first_series())


def test_the_file_is_stamped_with_the_moment_it_was_made(design: bytes) -> None:
    assert properties_of(design).creation_date == DESIGN_NOW


@pytest.mark.parametrize(
    ("paper", "size_mm"), [(Paper.A4, (210, 297)), (Paper.LETTER, (215.9, 279.4))]
)
def test_it_fits_one_page_of_either_paper(paper: Paper, size_mm: tuple[float, float]) -> None:
    for journal in (journals.design_series(), journals.first_series()):
        pages = read(pdf_of(journal, paper=paper)).pages

        assert len(pages) == 1
        size = (float(pages[0].mediabox.width), float(pages[0].mediabox.height))
        assert size == pytest.approx([mm / 25.4 * 72 for mm in size_mm], abs=0.1)


def test_a_patient_s_text_is_printed_as_it_was_typed() -> None:
    series = make_series(name=f"S {HOSTILE}", goal=f"G {HOSTILE}")
    journal = make_journal(
        patient=Patient(label=f"L {HOSTILE}", clinic_name=f"C {HOSTILE}"),
        series=[series],
        sessions=[make_session(series_id=series.id)],
        visits=[make_visit(with_whom=f"W {HOSTILE}")],
    )

    text = text_of(pdf_of(journal))

    for typed in ("L", "G", "C", "W"):
        assert f"{typed} {HOSTILE}" in text


def test_a_label_of_200_characters_is_printed_whole_above_and_clipped_below() -> None:
    label = " ".join(f"name{number:03}" for number in range(25))
    assert len(label) == 199

    text = text_of(pdf_of(make_journal(patient=Patient(label=label), check_ins=[make_check_in()])))

    assert text.count(label) == 1
    assert "name000 name001 name002…" in text


@pytest.mark.parametrize("label", ["Ірина", "מרים", "مريم", "美咲", "😀", "\U0010fffd"])
def test_any_script_can_be_printed(label: str) -> None:
    pdf = pdf_of(make_journal(patient=Patient(label=label), check_ins=[make_check_in()]))

    assert set(label) <= letters_of(pdf)
    assert b"pdfuaid" in root_of(pdf)["/Metadata"].get_data()


def test_writing_that_runs_to_the_left_cannot_turn_the_page_round() -> None:
    journal = make_journal(
        patient=Patient(label="a\u202eb\u2067c\x07d"), check_ins=[make_check_in()]
    )

    assert "abc d 1 September 2026" in text_of(pdf_of(journal))


def test_sixty_sessions_go_on_with_the_header_repeated() -> None:
    pdf = pdf_of(long_series(60), DESIGN_NOW)
    pages = [page.extract_text() for page in read(pdf).pages]

    assert len(pages) == 3
    assert all("Mood before" in page for page in pages)
    assert [f"page {number} of 3" in page for number, page in enumerate(pages, 1)] == [True] * 3
    assert [tag for tag, _element in structure(pdf)].count("/TR") == 61


@pytest.mark.parametrize("sessions", [1, 4, 9, 10])
def test_other_numbers_of_sessions_share_the_page_with_the_chart(sessions: int) -> None:
    assert len(read(pdf_of(long_series(sessions))).pages) == 1


def test_an_empty_journal_makes_a_page_that_says_so() -> None:
    text = text_of(pdf_of(make_journal()))

    for words in ("no questionnaire yet", "not noted", "no session yet", "No session in this"):
        assert words in text


def test_the_preview_shows_the_pages_of_the_file() -> None:
    content = content_of(long_series(30))
    laid_out = lay_out(content, DESIGN_NOW, 40)

    assert laid_out.pdf == render_report(content, DESIGN_NOW)
    assert len(laid_out.pages) == len(read(laid_out.pdf).pages) == 2
    assert all(page.startswith(b"\x89PNG") for page in laid_out.pages)
    assert render_preview(content, DESIGN_NOW, 40) == list(laid_out.pages)


def test_content_is_plain_json() -> None:
    content = content_of(journals.design_series())

    assert json.loads(json.dumps(content)) == content


def test_only_the_year_of_birth_is_printed() -> None:
    patient = Patient(label="J. M.", date_of_birth=date(1987, 3, 14))
    journal = make_journal(patient=patient, check_ins=[make_check_in()])

    text = text_of(pdf_of(journal, date_of_birth=True))

    assert "J. M., born 1987" in text
    assert "14" not in text.replace("2026", "")


def test_a_lozenge_is_never_called_an_infusion() -> None:
    series = make_series()
    sessions = [make_session(series_id=series.id, route=Route.LOZENGE)]
    check_ins = [make_check_in("2026-08-30 18:00"), make_check_in("2026-09-01 18:00")]
    journal = make_journal(series=[series], sessions=sessions, check_ins=check_ins)

    assert "infusion" not in text_of(pdf_of(journal)).lower()
