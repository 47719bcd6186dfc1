"""The commands that write charts and reports, and what is to come of them."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk

TITLES = {
    "questionnaires": "PHQ-9",
    "side-effects": "Worst severity of each side effect",
    "hours-after": "Side effects in the hours after",
    "days-after": "on the days after",
    "benefit": "How many days mood stayed",
}


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_course_is_written_as_a_picture(kept: Desk, ending: str) -> None:
    name = kept.file(f"course.{ending}")
    assert kept.run("chart", "course", name).out == f"Wrote the chart to {name}.\n"
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending]
    assert Path(name).read_bytes().startswith(start)


def test_a_chart_without_data_is_its_empty_state(desk: Desk) -> None:
    (desk.folder / "empty.json").write_text('{"format": "symptrack-journal", "version": 1}')
    desk.run("import", desk.file("empty.json"))
    assert desk.run("chart", "course", desk.file("c.svg")).status == 0
    assert "infusion" in (desk.folder / "c.svg").read_text()


@pytest.mark.parametrize("name", TITLES)
def test_each_chart_is_written_under_its_name(kept: Desk, name: str) -> None:
    assert kept.run("chart", name, kept.file("c.svg")).status == 0
    assert kept.run("chart", "course", kept.file("course.svg")).status == 0
    drawn = (kept.folder / "c.svg").read_text()
    assert TITLES[name] in drawn
    assert TITLES[name] not in (kept.folder / "course.svg").read_text()


def test_an_unknown_chart_or_picture_is_wrong_usage(kept: Desk) -> None:
    assert "Invalid value" in kept.misused("chart", "moods", kept.file("c.png"))
    assert "Invalid value" in kept.misused("chart", "course", kept.file("c.gif"))


def test_the_report_is_a_pdf(kept: Desk) -> None:
    name = kept.file("page.pdf")
    ran = kept.run("report", name, "--series", "First series", "--paper", "letter", "--no-label")
    assert (ran.status, ran.out) == (0, f"Wrote the report to {name}.\n")
    assert Path(name).read_bytes().startswith(b"%PDF")


def test_the_report_of_the_demo_needs_no_journal(desk: Desk) -> None:
    assert desk.run("report", desk.file("page.pdf"), "--demo").status == 0
    assert desk.names() == {"page.pdf"}


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--notes", "A report with notes is not available yet."),
        ("--password-stdin", "A report with a password is not available yet."),
    ],
)
def test_what_a_report_cannot_do_yet_is_told(kept: Desk, option: str, sentence: str) -> None:
    assert kept.refused("report", kept.file("page.pdf"), option) == sentence
    assert kept.names() == {"data"}


def test_a_report_is_a_pdf_by_name(kept: Desk) -> None:
    assert "the name has to end in .pdf" in kept.misused("report", kept.file("page.txt"))
