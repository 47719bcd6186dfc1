"""A new user's whole way through the accessibility tree of the real program, by names alone."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.gui.virtual_desktop import CELLS, ScreenReader, missing_tools, read_program

MISSING = missing_tools()
COUNTRIES_ABOVE = 2


def set_up(reader: ScreenReader) -> None:
    """Go through the first run."""
    reader.press("Set up Symptrack")
    reader.hear("Who can be reached")
    reader.choose("Where you live", "United Kingdom", COUNTRIES_ABOVE)
    reader.write("Your clinic", "Harbour Clinic")
    reader.write("Its telephone number", "555 0142")
    reader.press("Next")
    reader.hear("Your first series")
    reader.write("Name", "Autumn")
    reader.write("Sessions planned", "4")
    reader.press("Make this series")
    reader.hear("Start with your first session")
    reader.hear("In danger now? 999. In crisis? 116 123. Harbour Clinic 555 0142")


def log_session(reader: ScreenReader) -> None:
    """Log the session of the day before."""
    reader.press("Log an infusion")
    reader.write("Date", "yesterday")
    reader.write("Start", "10:30")
    reader.press("IM")
    reader.write("Dose", "40")
    reader.press("3 of 10")
    reader.press("Save session 1")
    reader.hear("10:30 · IM · 40 mg")
    reader.press("Done")
    reader.hear("session 1 of 4")


def check_in(reader: ScreenReader) -> None:
    """Say how it is a day later."""
    reader.press("Check in now")
    reader.hear("How is your mood right now?")
    reader.press("7 of 10")
    reader.press("Next")
    reader.hear("How anxious are you right now?")
    reader.press("4 of 10")
    reader.press("Next")
    reader.hear("Any side effects since the")
    reader.press("Nausea")
    reader.press("Mild, 1 of 3")
    reader.press("Next")
    reader.hear("Anything you want to note?")
    reader.write("Anything you want to note?", "Slept <b>well</b>")
    reader.press("Next")
    reader.hear("Is this right?")
    reader.hear("Slept <b>well</b>")
    reader.press("Save")
    reader.hear("Saved in your journal")
    reader.press("Back to Today")


def look_at_charts(reader: ScreenReader) -> None:
    """Hear the chart, then read it as a table."""
    reader.press("Charts")
    said = "Mood stood at 3 before the first session (1 entry) and at 7 at the last entry"
    chart = reader.wait_for(
        lambda nodes: [one for one in nodes if said in one.description and one.name],
        "a chart that says what it shows",
    )
    assert [one.name for one in chart] == ["Mood and anxiety at each check-in, with session 1"]
    reader.press("Show as table")
    reader.wait_for(
        lambda nodes: {"3", "7", "+4", "4"} <= {one.name for one in nodes if one.role in CELLS},
        "every rating in a table",
    )


def save_report(reader: ScreenReader, file: Path) -> None:
    """Save the report through the file dialog."""
    reader.press("Report")
    reader.hear("Autumn: 1 of 4 planned")
    reader.press("Save PDF")
    reader.write("File name:", str(file))
    reader.press("Save")
    reader.hear(f"Saved as {file.name}")


@pytest.mark.skipif(bool(MISSING), reason=f"a screen reader's tools are missing: {MISSING}")
def test_a_screen_reader_gets_from_the_first_run_to_a_report(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    with read_program(tmp_path) as reader:
        set_up(reader)
        log_session(reader)
        check_in(reader)
        look_at_charts(reader)
        save_report(reader, file)
    assert reader.nameless == set()
    page, *_appendix = PdfReader(file).pages
    text = " ".join(page.extract_text().split())
    assert "Autumn: 1 of 4 planned" in text
    assert "IM, 40 mg 3 7 +4" in text
