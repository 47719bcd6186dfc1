"""The commands that write charts and reports, and what is to come of them."""

import io
from pathlib import Path

import pikepdf
import pytest

from tests.cli.desk import Desk
from tests.exchange.reports import text_of

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


def words_of(path: str) -> str:
    return text_of(Path(path).read_bytes())


def test_notes_and_questions_go_into_a_report_only_where_they_are_asked_for(kept: Desk) -> None:
    without, with_notes = kept.file("a.pdf"), kept.file("b.pdf")
    kept.run("report", without)
    kept.run("report", with_notes, "--notes")
    note = "The fog is creeping back, slower than last time."
    assert note not in words_of(without)
    assert note in words_of(with_notes)


def test_label_and_item_9_can_stay_out_of_a_report(kept: Desk) -> None:
    whole, less = kept.file("a.pdf"), kept.file("b.pdf")
    kept.run("report", whole)
    kept.run("report", less, "--no-label", "--no-item9")
    assert "J. M." in words_of(whole)
    assert "self-harm" in words_of(whole)
    assert "J. M." not in words_of(less)
    assert "self-harm" not in words_of(less)


def test_a_report_can_be_of_some_days(kept: Desk) -> None:
    name = kept.file("page.pdf")
    kept.run("report", name, "--from", "2026-09-02", "--until", "2026-09-09")
    assert "2 September to 9 September 2026" in words_of(name)


def test_a_report_opens_only_with_the_password_of_the_next_line(
    kept: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept.file("page.pdf")
    monkeypatch.setattr("sys.stdin", io.StringIO("of the journal\n of the page \nmore\n"))
    ran = kept.run("report", name, "--passphrase-stdin", "--password-stdin")
    assert (ran.status, ran.out) == (0, f"Wrote the report to {name}.\n")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(name)
    with pikepdf.open(name, password=" of the page ") as document:
        assert document.encryption.bits == 256


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("\n", "password: there is none; type one, or leave protection out"),
        ("x" * 128, "password: it is too long; at most 127 letters and digits are allowed"),
    ],
)
def test_what_is_no_password_is_refused_before_anything_is_written(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, line: str, sentence: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert kept.refused("report", kept.file("page.pdf"), "--password-stdin") == sentence
    assert kept.names() == {"data"}


def test_a_password_that_is_no_text_is_refused(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", bad)
    said = kept.refused("report", kept.file("page.pdf"), "--password-stdin")
    assert said == "The password is not UTF-8 text."


def test_a_report_is_a_pdf_by_name(kept: Desk) -> None:
    assert "the name has to end in .pdf" in kept.misused("report", kept.file("page.txt"))
