"""A check-in that was begun and let go, and brought back."""

from pathlib import Path

from symptrack.presenters.check_in_views import RatingView
from tests.presenters.opened_check_in import OpenedCheckIn


def test_a_draft_that_was_let_go_comes_back(tmp_path: Path) -> None:
    opened = OpenedCheckIn(tmp_path)
    presenter = opened()
    presenter.discard()()
    assert not presenter.has_draft()
    presenter.begin()
    presenter.rate("mood", 6)
    take_back = presenter.discard()
    take_back()
    presenter.begin()
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.value == 6
    opened.close()
