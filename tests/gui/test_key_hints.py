"""The keys that work on a page are shown where there is room, and never cut."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.key_hints import KeyHints
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown

FIRST = ((("0", "to", "10"), "choose"), (("Enter",), "next"))
SECOND = ((("Tab",), "to the buttons"), (("Esc",), "finish later"))


def seen(hints: KeyHints) -> list[tuple[str, str]]:
    return [
        (one.text(), str(one.property("role")))
        for one in hints.findChildren(QLabel)
        if one.isVisible() and one.width() >= one.sizeHint().width()
    ]


def test_keys_are_printed_as_caps_and_words_as_words(shown: Shown, qtbot: QtBot) -> None:
    hints = KeyHints()
    shown(hints, 700, 60)
    hints.show_hints(FIRST)
    qtbot.waitUntil(
        lambda: (
            seen(hints)
            == [
                ("0", "key"),
                ("to", "small"),
                ("10", "key"),
                ("choose", "small"),
                ("Enter", "key"),
                ("next", "small"),
            ]
        )
    )


def test_the_hints_of_the_next_page_replace_those_before(shown: Shown, qtbot: QtBot) -> None:
    hints = KeyHints()
    shown(hints, 700, 60)
    hints.show_hints(FIRST)
    hints.show_hints(SECOND)
    words = ["Tab", "to the buttons", "Esc", "finish later"]
    qtbot.waitUntil(lambda: [text for text, _role in seen(hints)] == words)


def test_hints_give_way_where_there_is_no_room_and_come_back(
    shown: Shown, theme: ThemeSource, qtbot: QtBot
) -> None:
    holder, hints = QWidget(), KeyHints()
    holder.setLayout(row(hints))
    shown(holder, 700, 60)
    hints.show_hints(FIRST)
    qtbot.waitUntil(lambda: len(seen(hints)) == 6)
    holder.resize(120, 60)
    qtbot.waitUntil(lambda: seen(hints) == [])
    holder.resize(400, 60)
    qtbot.waitUntil(lambda: len(seen(hints)) == 6)
    theme.choose(ThemeChoice.LIGHT, 200)
    qtbot.waitUntil(lambda: seen(hints) == [])
    holder.resize(800, 60)
    qtbot.waitUntil(lambda: len(seen(hints)) == 6)
