"""A field: its name, and what is said below it when what was typed is wrong, or only strange."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import DARK, LIGHT
from symptrack.gui.widgets.fields import Field, line
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.pictures_of import colours_in

QUESTION = "Is 280 mg right? Check, then save."
REFUSAL = "0 mg cannot be kept."


def label_of(field: Field, text: str) -> QLabel:
    return next(one for one in field.findChildren(QLabel) if one.text() == text)


def test_that_a_field_is_optional_stands_at_its_right_edge(
    shown: Shown, theme: ThemeSource
) -> None:
    field = shown(Field(theme, "Your clinic", line(), optional=True), 600, 120)
    optional = label_of(field, "optional")
    name = label_of(field, "Your clinic")
    assert optional.geometry().right() == field.rect().right()
    assert name.geometry().right() < optional.geometry().left()
    assert optional.width() == optional.sizeHint().width()


def test_a_question_looks_calm_and_a_refusal_does_not(shown: Shown, theme: ThemeSource) -> None:
    field = shown(Field(theme, "Dose", line("280")), 600, 140)
    for choice, tokens in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        theme.choose(choice, 100)
        field.ask(QUESTION)
        asked = colours_in(field.grab().toImage())
        field.refuse(REFUSAL)
        refused = colours_in(field.grab().toImage())
        assert {tokens.attn_bg, tokens.attn_text} <= asked.keys()
        assert tokens.danger not in asked
        assert tokens.danger in refused
        assert tokens.attn_bg not in refused


def test_a_question_is_told_from_a_refusal_without_colour(shown: Shown, theme: ThemeSource) -> None:
    field = shown(Field(theme, "Dose", line("280")), 600, 140)
    field.ask(QUESTION)
    question = _mark(field)
    field.refuse(REFUSAL)
    refusal = _mark(field)
    assert question != refusal


def _mark(field: Field) -> set[tuple[int, int]]:
    """Return where the icon beside the sentence has ink."""
    icon = next(
        one for one in field.findChildren(QLabel) if one.isVisible() and not one.pixmap().isNull()
    )
    picture = icon.pixmap().toImage()
    return {
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 128
    }


def test_a_field_says_one_thing_at_a_time_until_it_is_accepted(
    qtbot: QtBot, theme: ThemeSource
) -> None:
    field = Field(theme, "Dose", line("280"), hint="As it was given.")
    qtbot.addWidget(field)
    field.ask(QUESTION)
    assert (field.sentence, field.asks) == (QUESTION, True)
    assert field.editor.accessibleDescription() == f"{QUESTION} As it was given."
    field.refuse(REFUSAL)
    assert (field.sentence, field.asks) == (REFUSAL, False)
    field.accept()
    assert (field.sentence, field.asks) == ("", False)
    assert field.editor.accessibleDescription() == "As it was given."
