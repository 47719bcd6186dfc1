"""Saying on screen when a questionnaire was filled in, by keyboard and by mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.analysis.timing import is_late
from symptrack.gui.dialogs.chosen_time import ChosenTimeDialog
from symptrack.gui.widgets.line import line_of
from tests.builders import at, make_journal, make_response
from tests.gui.asked_questionnaire import AskedQuestionnaire
from tests.gui.opened_window import button, words
from tests.gui.worked_dialog import in_dialog

OTHER = "Another time"


def write(dialog: ChosenTimeDialog, day: str, time: str) -> None:
    """Say another time by typing it and pressing Enter."""
    button(dialog, OTHER).click()
    for field, text in ((dialog.day, day), (dialog.time, time)):
        line = line_of(field.editor)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, text)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_the_clock_above_every_question_says_when_it_was_filled_in(
    asked: AskedQuestionnaire,
) -> None:
    page = asked()
    assert (page.when.accessibleName(), page.when.accessibleDescription()) == (
        "Now",
        "Change the time",
    )
    assert page.when.height() >= 44

    def from_paper(dialog: ChosenTimeDialog) -> None:
        assert "When was it filled in?" in words(dialog)
        assert any("on paper before" in one for one in words(dialog))
        write(dialog, "10 Sep 2026", "21:15")

    in_dialog(ChosenTimeDialog, from_paper)
    page.when.setFocus(Qt.FocusReason.TabFocusReason)
    asked.window.type(Qt.Key.Key_Space)
    assert page.when.accessibleName() == "10 Sep, 21:15"
    asked.type_all(*[0] * 9)
    asked.window.type(Qt.Key.Key_Return)
    (saved,) = asked.saved
    assert saved.occurred_at == at("2026-09-10 21:15")
    assert is_late(saved)
    assert "Filled in on 10 September 2026, and marked as entered late." in asked.words


def test_a_time_too_close_to_another_one_is_said_above_the_question(
    asked: AskedQuestionnaire,
) -> None:
    page = asked(journal=make_journal(responses=[make_response("2026-09-04 09:00")]))
    said = (
        "The one before is from 4 September, only a few days earlier. "
        "This one will be marked “Overlaps the two weeks before”."
    )
    assert said not in asked.words
    in_dialog(ChosenTimeDialog, lambda dialog: write(dialog, "8 Sep 2026", "20:00"))
    asked.window.press(page.when)
    assert said in asked.words
    in_dialog(ChosenTimeDialog, lambda dialog: write(dialog, "12 Sep 2026", "20:00"))
    asked.window.press(page.when)
    assert said not in asked.words


def test_a_time_still_to_come_is_refused_at_its_field(asked: AskedQuestionnaire) -> None:
    page = asked()

    def too_late(dialog: ChosenTimeDialog) -> None:
        write(dialog, "20 Sep 2026", "20:00")
        assert dialog.day.sentence == (
            "20 September 2026 is still to come; it must be today or earlier."
        )

    in_dialog(ChosenTimeDialog, too_late)
    asked.window.press(page.when)
    assert page.when.accessibleName() == "Now"
