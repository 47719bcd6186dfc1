"""What stands on the report page before anything was recorded."""

from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, box, card, column, row
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.pale_sheet import PaleSheet
from symptrack.texts import _


def no_report(theme: ThemeSource, start: QWidget) -> QWidget:
    """Return the empty state: what appears here, what starts it, and the button that does."""
    words = _(
        "One page for your clinician: your sessions, how your mood went, and side effects. It "
        "starts with one check-in."
    )
    content = column(
        STRETCH,
        row(STRETCH, PaleSheet(theme), STRETCH),
        20,
        label(_("No report yet"), "h2", wrap=True, align=CENTRE),
        8,
        label(words, "lead", wrap=True, align=CENTRE),
        28,
        row(STRETCH, start, STRETCH),
        STRETCH,
        margins=(28, 28, 28, 28),
    )
    return box(column((card(content), 1)))
