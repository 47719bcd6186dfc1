"""What the report says as a whole: header, choices, and that all of it is in the file."""

from dataclasses import replace
from datetime import date

import pytest

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from tests import journals
from tests.builders import (
    make_check_in,
    make_journal,
    make_session,
    make_visit,
)
from tests.exchange.reports import content_of, figure, glance, pdf_of, text_of

PHQ9 = load_instruments()["phq9"]
NUMBER, _DATE, _GIVEN, BEFORE, AFTER, CHANGE, _PRESSURE, BENEFIT = range(8)


@pytest.mark.parametrize("journal", [journals.first_series(), journals.design_series()])
def test_everything_said_is_in_the_text_of_the_file(journal: Journal) -> None:
    content, text = content_of(journal), text_of(pdf_of(journal))

    said = [content["title"], *content["facts"], content["chart"]["heading"]]
    said += [line["text"] for line in content["glance"]]
    said += [one["note"] for one in content["figures"]]
    said += [cell for row in content["sessions"]["rows"] for cell in row["cells"]]
    said += content["sessions"]["notes"]
    assert [words for words in said if words not in text] == []


def test_the_design_series_reads_as_designed() -> None:
    content = content_of(journals.design_series())

    assert content["who"] == "J. M."
    assert content["facts"] == ["25 August to 20 November 2026", "for Dr A. Okafor, Harbour Clinic"]
    assert figure(content, 0)[0] == "21 to 7"
    assert figure(content, 0)[1] == "30 Aug, then 8 Nov: down 14 points (67 %). 5 totals."
    assert glance(content)["PHQ-9 item 9"] == (
        "Thoughts of self-harm, 0 to 3: 2 on 30 August, 1 on 13 September, 0 since 27 September."
    )
    assert glance(content)["Sessions"] == (
        "8 from 1 September to 6 November 2026. First series: 6 of 6 planned; Maintenance: 2."
    )
    assert content["sessions"]["notes"][1] == (
        "Sessions 1 to 6: First series. Sessions 7 and 8: Maintenance."
    )


def test_a_journal_of_sessions_without_series_is_reported() -> None:
    journal = make_journal(
        sessions=[make_session()],
        check_ins=[make_check_in("2026-08-31 18:00", ratings={"mood": 2})],
    )
    content = content_of(journal)

    assert glance(content)["Sessions"] == "1 on 1 September 2026."
    assert figure(content, 1)[0] == "2"


def test_the_reader_is_the_latest_visit_s_clinician_and_the_clinic() -> None:
    visits = [
        make_visit(visited_on=date(2026, 9, 30), with_whom="Dr B"),
        make_visit(visited_on=date(2026, 10, 2), with_whom="Dr C"),
        make_visit(visited_on=date(2026, 11, 2)),
    ]
    session = make_session(clinic="Bay Clinic")

    assert content_of(make_journal(visits=visits, sessions=[session]))["facts"][1:] == [
        "for Dr C, Bay Clinic"
    ]
    assert content_of(make_journal(visits=visits))["facts"][1:] == ["for Dr C"]
    assert content_of(make_journal(sessions=[session]))["facts"][1:] == ["for Bay Clinic"]
    assert content_of(make_journal())["facts"] == ["20 November 2026"]


def test_the_label_is_left_out_where_it_is_not_chosen() -> None:
    patient = Patient(label="J. M.", date_of_birth=date(1987, 3, 14))
    journal = make_journal(patient=patient, check_ins=[make_check_in()])

    text = text_of(pdf_of(journal, label=False))

    assert "J. M." not in text
    assert "Saved 20 Nov 2026" in text
    assert content_of(journal, label=False, date_of_birth=True)["who"] == "Born 1987"
    unborn = replace(journal, patient=Patient(label="J. M."))
    assert content_of(unborn, date_of_birth=True)["who"] == "J. M."


def test_no_rating_in_the_period_is_said_instead_of_a_chart() -> None:
    chart = content_of(make_journal(sessions=[make_session()]))["chart"]

    assert chart["svg"] == ""
    assert chart["empty"] == "No rating in this period."
