"""A questionnaire that was begun on a journal, as the presenters' tests use it."""

import tomllib
from pathlib import Path

from symptrack.domain.instrument import Instrument
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from symptrack.presenters.questionnaire import QuestionnairePresenter
from symptrack.presenters.questionnaire_views import (
    AnswersView,
    IntroView,
    ItemView,
    QuestionView,
    ScoreView,
)
from symptrack.resources import resource_path
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store

NOW = "2026-09-13 19:00"
TEXT = resource_path("instruments.toml").read_text(encoding="utf-8")
WRITTEN = {table["key"]: table for table in tomllib.loads(TEXT)["instrument"]}
"""The instruments as the file has them, read without the program."""


class Begun:
    """Opens journals with a questionnaire on them, and closes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(
        self,
        key: str = "phq9",
        journal: Journal | None = None,
        now: str = NOW,
        instruments: dict[str, Instrument] | None = None,
    ) -> QuestionnairePresenter:
        """Open a journal and begin a questionnaire."""
        self.clock = SetClock(now)
        self.store = open_store(self._folder / str(len(self._stores)), self.clock, journal)
        self._stores.append(self.store)
        presenter = QuestionnairePresenter(self.store, self.clock.clock, lambda: "US", instruments)
        presenter.begin(key)
        return presenter

    def again(self, key: str = "phq9") -> QuestionnairePresenter:
        """Begin it again, as after a new start."""
        presenter = QuestionnairePresenter(self.store, self.clock.clock, lambda: "US")
        presenter.begin(key)
        return presenter

    @property
    def saved(self) -> Response:
        """Return the one response in the journal."""
        (found,) = self.store.load().responses
        return found

    def close(self) -> None:
        """Close the journals."""
        for store in self._stores:
            store.close()


def item(view: QuestionView) -> ItemView:
    assert isinstance(view, ItemView)
    return view


def review(view: QuestionView) -> AnswersView:
    assert isinstance(view, AnswersView)
    return view


def answer_all(presenter: QuestionnairePresenter, *values: int | None) -> None:
    """Answer the items one after another; ``None`` skips."""
    if isinstance(presenter.view(), IntroView):
        presenter.go_on()
    for value in values:
        if value is None:
            presenter.skip()
            continue
        presenter.answer(value)
        if presenter.help_first:
            presenter.acknowledge_help()
        presenter.go_on()


def finished(presenter: QuestionnairePresenter, *values: int | None) -> ScoreView:
    """Answer all items, pass the unscored one by, and save."""
    answer_all(presenter, *values)
    if not presenter.at_review:
        presenter.skip()
    assert presenter.at_review
    return presenter.save()
