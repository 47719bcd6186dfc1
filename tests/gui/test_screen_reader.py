"""Whole ways through the accessibility tree of the real program, by names alone."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.gui.virtual_desktop import CELLS, FIELDS, ScreenReader, missing_tools, read_program

MISSING = missing_tools()
COUNTRIES_ABOVE = 2
PASSPHRASE = "words of my own"
CODE = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){6}")


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


def visits_and_medicines(reader: ScreenReader) -> None:
    """Write a medicine down, in a dialog over its page."""
    reader.press("Journal")
    reader.press("Visits and medicines")
    reader.hear("No medicine is written down as taken now.")
    reader.press("Add a medicine")
    reader.write("Name", "Sertraline")
    reader.press("Save the medicine")
    reader.hear("Sertraline")
    reader.press("Back to the journal")
    reader.hear("No visit is planned.")


def behind_the_settings(reader: ScreenReader) -> None:
    """Look at every page that the settings and the report lead to."""
    reader.press("Settings")
    for way_in, there, way_out in (
        ("Show the backups", "Backups on this computer", "Back to the settings"),
        ("Bring in an old diary", "From Daylio, Bearable", "Back to the settings"),
        ("Show the trash", "The trash is empty", "Settings"),
        ("What erasing does", "This stays, and only you can remove it", "Cancel"),
    ):
        reader.press(way_in)
        reader.hear(there)
        reader.press(way_out)
        reader.hear("When to check in")
    reader.press("Report")
    reader.press("Other files")
    reader.hear("Calendar with alarms")


def set_passphrase(reader: ScreenReader) -> None:
    """Set a passphrase; its recovery code is read out and typed back."""
    reader.press("Settings")
    reader.press("Set a passphrase")
    for field in ("New passphrase", "The same once more"):
        reader.press(f"Show what is typed: {field}")
        reader.write(field, PASSPHRASE)
    reader.press("Next")
    said = reader.wait_for(
        lambda nodes: [found for one in nodes if (found := CODE.search(one.description))],
        "a recovery code that can be heard",
    )
    groups = said[0].group().split("-")
    reader.press("I have it")
    asked = reader.wait_for(
        lambda nodes: [
            one.name for one in nodes if one.role in FIELDS and one.name.startswith("Group ")
        ],
        "two groups to be typed",
    )
    for name in asked:
        reader.write(name, groups[int(name.split()[1]) - 1])
    reader.press("Check")
    reader.hear("You have the code.")
    reader.press("Set a passphrase")
    reader.hear("Your journal and its backups now open with your passphrase")


def lock_and_unlock(reader: ScreenReader) -> None:
    """Lock the journal and come back to where it was."""
    reader.press("Lock")
    reader.hear("Symptrack is locked")
    reader.press("Show what is typed: Passphrase")
    reader.write("Passphrase", PASSPHRASE)
    reader.press("Unlock")
    reader.hear("A passphrase protects your journal")


@pytest.mark.skipif(bool(MISSING), reason=f"a screen reader's tools are missing: {MISSING}")
def test_a_screen_reader_works_what_lies_behind_the_journal_and_the_settings(
    tmp_path: Path,
) -> None:
    with read_program(tmp_path) as reader:
        set_up(reader)
        visits_and_medicines(reader)
        behind_the_settings(reader)
        set_passphrase(reader)
        lock_and_unlock(reader)
    assert reader.nameless == set()
