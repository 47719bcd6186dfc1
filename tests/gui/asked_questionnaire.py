"""A questionnaire in the window, worked as a patient works it."""

import tomllib

from PySide6.QtCore import Qt

from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from symptrack.gui.pages.questionnaire import QuestionnairePage
from symptrack.gui.widgets.answer_button import AnswerButton
from symptrack.gui.widgets.help_panel import HelpStep
from symptrack.presenters.questionnaire_draft import draft_name
from symptrack.resources import resource_path
from symptrack.storage.draft_repository import JSON
from tests.gui.opened_window import OpenedWindow, button, words

NOW = "2026-09-13 19:00"
ENTER = Qt.Key.Key_Return
DOCUMENT = tomllib.loads(resource_path("instruments.toml").read_text(encoding="utf-8"))
WRITTEN = {table["key"]: table for table in DOCUMENT["instrument"]}
"""The instruments as the file has them, read without the program."""
NOT_SAID = "I’d rather not say"
LATER = "Save and finish later"


class AskedQuestionnaire:
    """The window on a questionnaire."""

    def __init__(self, window: OpenedWindow) -> None:
        self.window = window

    def __call__(
        self, key: str = "phq9", journal: Journal | None = None, now: str = NOW
    ) -> QuestionnairePage:
        """Open a journal and begin a questionnaire."""
        self.window.open(journal, now)
        return self.begin(key)

    def begin(self, key: str = "phq9") -> QuestionnairePage:
        """Begin a questionnaire, or go on with it."""
        self.window.main.flows.open_questionnaire(key)
        self.window.rest()
        return self.page

    def edit(self, response_id: str) -> QuestionnairePage:
        """Open a saved one, as from the Journal."""
        self.window.main.flows.edit_questionnaire(response_id)
        self.window.rest()
        return self.page

    @property
    def page(self) -> QuestionnairePage:
        """Return the page."""
        return self.window.main.flows.questionnaire

    @property
    def saved(self) -> tuple[Response, ...]:
        """Return the questionnaires in the journal."""
        return self.window.store.load().responses

    def kept(self, key: str = "phq9") -> dict[str, JSON]:
        """Return the answers in the draft."""
        draft = self.window.store.draft(draft_name(key))
        assert draft is not None
        found = draft.content["answers"]
        assert isinstance(found, dict)
        return found

    @property
    def answers(self) -> list[AnswerButton]:
        """Return the answers on the page, from top to bottom."""
        found = [one for one in self.page.findChildren(AnswerButton) if one.isVisible()]
        return sorted(found, key=lambda one: one.mapTo(self.page, one.rect().topLeft()).y())

    @property
    def chosen(self) -> list[str]:
        """Return what is chosen on the page."""
        return [one.accessibleName() for one in self.answers if one.isChecked()]

    @property
    def words(self) -> list[str]:
        """Return every text on the page."""
        return words(self.page)

    def press(self, *names: str) -> None:
        """Press buttons by their names."""
        for name in names:
            self.window.press(button(self.page, name))

    def type_all(self, *values: int) -> None:
        """Answer items by keys, Enter after each; the help panel is read."""
        for value in values:
            self.window.type(str(value), ENTER)
            if isinstance(self.page.step, HelpStep):
                self.window.type(ENTER)
