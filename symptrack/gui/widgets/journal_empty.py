"""What stands on the Journal page before anything is written."""

from PySide6.QtWidgets import QLabel, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, IconLabel, label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.texts import _

ICON_PX = 44


def journal_empty(theme: ThemeSource, *starts: Button) -> QWidget:
    """Return what will stand there, and the buttons that begin it."""
    words = _("Infusions, check-ins and notes appear here, grouped by session, newest first.")
    content = column(
        STRETCH,
        row(STRETCH, IconLabel(theme, "journal", size=ICON_PX), STRETCH),
        20,
        label(_("Nothing written yet"), "h2", wrap=True, align=CENTRE),
        8,
        label(words, "lead", wrap=True, align=CENTRE),
        24,
        WrapRow(*starts, gap=12, centred=True),
        STRETCH,
        margins=(28, 28, 28, 28),
    )
    return box(column((card(content), 1)))


def nothing_found(theme: ThemeSource) -> tuple[QWidget, QLabel]:
    """Return what stands in place of the list where nothing is found, and its words."""
    words = label("", "lead", wrap=True, align=CENTRE)
    content = column(
        row(STRETCH, IconLabel(theme, "search", size=ICON_PX), STRETCH),
        16,
        words,
        margins=(28, 44, 28, 44),
    )
    return card(content), words
