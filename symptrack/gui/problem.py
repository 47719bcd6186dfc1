"""The page about a journal that cannot be opened, and what it asks the window for."""

from typing import TYPE_CHECKING

from symptrack.domain.errors import SymptrackError
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.journal_problem import Recovery, problem_view

if TYPE_CHECKING:
    from symptrack.gui.main_window import MainWindow


def problem_page(
    window: "MainWindow", theme: ThemeSource, error: SymptrackError, recovery: Recovery | None
) -> JournalProblemPage:
    """Return the page for an error of opening, with the ways back that there are."""
    preview = recovery.preview if recovery is not None else None
    page = JournalProblemPage(theme, problem_view(error, recovery), preview)
    page.restore_requested.connect(window.restore_requested)
    page.try_again_requested.connect(window.try_again_requested)
    page.other_chosen.connect(window.journal_wanted)
    return page
