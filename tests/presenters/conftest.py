"""What the presenters' tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
