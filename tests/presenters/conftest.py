"""What the presenters' tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.presenters.begun_questionnaire import Begun
from tests.presenters.forms import OpenedForm
from tests.presenters.today_journal import OpenedToday


@pytest.fixture
def opened_form(tmp_path: Path) -> Iterator[OpenedForm]:
    """Return what opens a journal with a session form on it."""
    made = OpenedForm(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened_today(tmp_path: Path) -> Iterator[OpenedToday]:
    """Return what opens a journal with Today on it."""
    made = OpenedToday(tmp_path)
    yield made
    made.close()


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Begun]:
    """Return what begins a questionnaire on a journal."""
    made = Begun(tmp_path)
    yield made
    made.close()
