"""A walk through every page of the window and every step of a check-in, in every state."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import JournalDamaged
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.gui.pages.bring_in import BringInPage
from symptrack.gui.pages.care import CarePage
from symptrack.gui.pages.erase import ErasePage
from symptrack.gui.pages.export import ExportPage
from symptrack.gui.pages.trash import TrashPage
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.long_list_step import LongListStep
from symptrack.gui.widgets.question_steps import NoteStep
from symptrack.gui.widgets.review_steps import SavedStep
from symptrack.gui.widgets.still_there_step import StillThereStep
from symptrack.gui.widgets.weekly_step import WeeklyStep
from tests.builders import (
    make_check_in,
    make_effect,
    make_journal,
    make_medication,
    make_series,
    make_session,
    make_visit,
)
from tests.gui.backup_states import backup_states
from tests.gui.opened_window import OpenedWindow, button
from tests.journals import DATA, first_series
from tests.walked_questionnaire import walk_questionnaire

HOSTILE = "<b>x</b> & $\\frac{1}{0}$"
LONG = "Someone whose name is written down at some length, and who is reached in the evening"
MORNING_AFTER = "2026-09-12 09:30"

State = tuple[str, QWidget]


def hostile_journal() -> Journal:
    """Return a journal whose words look like markup, with side effects that are still open."""
    series = make_series(name=HOSTILE)
    sessions = [
        make_session(f"2026-09-{day:02} 10:30", series_id=series.id) for day in (1, 4, 8, 11)
    ]
    return make_journal(
        patient=Patient(
            label=HOSTILE,
            clinic_name=HOSTILE,
            clinic_phone="555 0142",
            trusted_contact=LONG[:60],
        ),
        series=[series],
        sessions=sessions,
        check_ins=[
            make_check_in("2026-09-10 18:00", ratings={"mood": 4}),
            make_check_in(
                "2026-09-11 18:10",
                note=HOSTILE,
                side_effects=tuple(
                    make_effect(key, severity)
                    for key, severity in (("nausea", 1), ("dizziness", 2), ("headache", None))
                ),
            ),
        ],
    )


def today_states(window: OpenedWindow) -> Iterator[State]:
    """Yield Today: empty, due with open side effects, with a notice, with a draft, quiet."""
    window.open(None, "2026-09-01 09:00")
    yield "today, empty", window.today
    window.open(hostile_journal(), MORNING_AFTER)
    yield "today, due", window.today
    row = window.today.findChildren(type(button(window.today, "Check in now")))
    window.press(next(one for one in row if one.accessibleName() == "It has gone"))
    yield "today, with undo", window.today
    window.press(button(window.today, "Check in now"))
    window.press(window.check_in.next)
    window.type("6")
    window.press(window.check_in.leave)
    yield "today, with a draft", window.today
    window.open(first_series(), "2026-09-29 12:00")
    yield "today, quiet", window.today


def moment_states(window: OpenedWindow) -> Iterator[State]:
    """Yield Today in the hours after a session, and in an evening, alone and with a draft."""
    window.open(hostile_journal(), "2026-09-11 13:00")
    yield "today, after a session", window.today
    window.open(hostile_journal(), "2026-09-14 20:30")
    yield "today, evening", window.today
    window.press(button(window.today, "Full check-in"))
    window.press(window.check_in.next)
    window.type("6")
    window.press(window.check_in.leave)
    yield "today, evening, with a draft", window.today


def check_in_states(window: OpenedWindow) -> Iterator[State]:
    """Yield each step of a check-in, empty and answered, and with a refusal."""
    window.open(hostile_journal(), MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    first = window.step
    assert isinstance(first, StillThereStep)
    yield "still there", window.check_in
    window.press(first.cards[0].again.buttons[1])
    window.press(first.cards[1].again.buttons[2])
    yield "still there, answered", window.check_in
    window.press(window.check_in.next)
    yield "rating", window.check_in
    window.press(button(window.check_in, "10 of 10"))
    yield "rating, answered", window.check_in
    window.press(window.check_in.next)
    window.press(window.check_in.next)
    yield "side effects", window.check_in
    step = window.step
    assert isinstance(step, EffectsStep)
    for tile in step.tiles[:4]:
        window.press(tile)
    window.type("3")
    yield "side effects, chosen", window.check_in
    yield from _long_list_states(window)
    step = window.step
    assert isinstance(step, EffectsStep)
    window.press(step.nothing)
    yield "side effects, nothing", window.check_in
    window.press(step.nothing)
    window.press(window.check_in.next)
    assert isinstance(window.step, WeeklyStep)
    window.type("1")
    yield "weekly", window.check_in
    window.press(window.check_in.next)
    yield from _note_states(window)
    window.press(window.check_in.next)
    yield "review", window.check_in
    window.press(window.check_in.next)
    assert isinstance(window.step, SavedStep)
    yield "saved", window.check_in


def _long_list_states(window: OpenedWindow) -> Iterator[State]:
    tiles = window.step
    assert isinstance(tiles, EffectsStep)
    window.press(tiles.something_else)
    step = window.step
    assert isinstance(step, LongListStep)
    yield "longer list", window.check_in
    window.press(step.add_own)
    yield "longer list, refused", window.check_in
    step.search.insert(HOSTILE)
    window.press(step.add_own)
    window.press(next(one for one in step.tiles if one.key == "chest_pain"))
    yield "longer list, urgent", window.check_in
    window.press(window.check_in.next)


def _note_states(window: OpenedWindow) -> Iterator[State]:
    note = window.step
    assert isinstance(note, NoteStep)
    note.field.setPlainText("x" * 20_001)
    window.press(window.check_in.next)
    yield "note, refused", window.check_in
    note.field.setPlainText(f"{HOSTILE} " * 20)
    window.rest()
    yield "note", window.check_in


def questionnaire_states(window: OpenedWindow) -> Iterator[State]:
    """Yield each page of a questionnaire, the help panel and the score among them."""
    window.open(hostile_journal(), MORNING_AFTER)
    for name in walk_questionnaire(window.main, window.rest):
        yield name, window.main.flows.questionnaire


def export_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the page of the other files."""
    window.open(hostile_journal(), MORNING_AFTER)
    window.main.go_to("export")
    window.finish_work()
    page = window.main.page_stack.currentWidget()
    assert page is not None
    assert isinstance(page, ExportPage)
    yield "other files", page
    page.part.ranges.setCurrentIndex(page.part.ranges.count() - 1)
    window.finish_work()
    yield "other files of some dates", page


def erase_states(window: OpenedWindow) -> Iterator[State]:
    """Yield erasing everything: asked, and with a refusal."""
    window.open(hostile_journal(), MORNING_AFTER)
    window.main.go_to("erase")
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, ErasePage)
    yield "erase", page
    window.press(page.erase)
    yield "erase, refused", page


def trash_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the trash: empty, filled, and with a notice."""
    for name, journal in (("empty", None), ("filled", hostile_journal())):
        window.open(journal, MORNING_AFTER)
        for one in window.store.all_of(Kind.CHECK_INS):
            window.store.delete(Kind.CHECK_INS, one.id)
        window.main.go_to("trash")
        window.finish_work()
        window.rest()
        shown = window.main.page_stack.currentWidget()
        assert isinstance(shown, TrashPage)
        yield f"trash, {name}", shown
        shown.back.click()  # with nothing chosen it says what to do
        window.rest()
        yield f"trash, {name}, pressed", shown


def bring_in_states(window: OpenedWindow) -> Iterator[State]:
    """Yield bringing in a diary: no file, its questions, a notice, and what was brought in."""
    window.open(hostile_journal(), MORNING_AFTER)
    window.main.go_to("bring_in")
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, BringInPage)
    window.finish_work()
    yield "bring in", page
    for name, file in (("questions", "era3_2022*"), ("names", "bearable*")):
        page.take(next((DATA / "import-samples").glob(f"*{file}")))
        window.finish_work()
        window.rest()
        yield f"bring in, {name}", page
    page.bring.click()
    window.finish_work()
    window.rest()
    yield "bring in, done", page


def care_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the page of visits and medicines: empty, filled, and with what can be undone."""
    filled = replace(
        hostile_journal(),
        visits=(
            make_visit(
                visited_on=date(2026, 9, 13), with_whom=LONG, questions=f"{HOSTILE}\n{LONG}"
            ),
            make_visit(visited_on=date(2026, 9, 2), with_whom=HOSTILE, note=HOSTILE),
        ),
        medications=(
            make_medication(name=HOSTILE, dose=LONG, started_on=date(2026, 9, 1)),
            make_medication(name="x" * 60, ended_on=date(2026, 9, 1), note=HOSTILE),
        ),
    )
    for name, journal in (("empty", None), ("filled", filled)):
        window.open(journal, MORNING_AFTER)
        window.main.go_to("care")
        window.rest()
        page = window.main.page_stack.currentWidget()
        assert isinstance(page, CarePage)
        yield f"care, {name}", page
        if page.rows:
            window.press(page.rows[0].delete)
            yield "care, with undo", page


def problem_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the page about a journal that cannot be opened."""
    window.main.show_problem(
        JournalDamaged(
            "The journal is there, but part of it cannot be read; this can happen when a stick is "
            "pulled out while something is saved."
        )
    )
    window.rest()
    page = window.main.stack.currentWidget()
    assert page is not None
    yield "problem", page


def drawn_states(window: OpenedWindow) -> Iterator[State]:
    """Yield every page beside the navigation but Today: empty and filled."""
    for name, journal, now in (
        ("empty", None, "2026-09-01 09:00"),
        ("filled", first_series(), "2026-10-02 21:00"),
    ):
        window.open(journal, now)
        for key in [key for key in window.main.sidebar.buttons if key != "today"]:
            window.main.go_to(key)
            window.finish_work()
            window.rest()
            page = window.main.page_stack.currentWidget()
            assert page is not None
            yield f"{key}, {name}", page


def every_state(window: OpenedWindow) -> Iterator[State]:
    """Yield every page in every state, by a name for it."""
    yield from today_states(window)
    yield from moment_states(window)
    yield from check_in_states(window)
    yield from questionnaire_states(window)
    yield from drawn_states(window)
    yield from care_states(window)
    yield from export_states(window)
    yield from trash_states(window)
    yield from erase_states(window)
    yield from bring_in_states(window)
    yield from problem_states(window)
    yield from backup_states(window)
