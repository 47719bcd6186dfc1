"""A journal in a synced folder: warned of in the window until that was read, then no more."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import ZONE
from tests.journals import first_series
from tests.whole_app import whole_app

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo(ZONE))


def test_the_warning_is_shown_until_it_was_read(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with whole_app(folder, NOW, ZONE, first_series()) as front:
        front.listen()
        notice = front.window.notice
        assert "kept in step with a server" in notice.accessibleName()
        assert notice.action is not None
        assert notice.action.text() == "I have read this"
        notice.action.click()
        assert notice.isHidden()
        front.listen()
        assert notice.isHidden()


def test_of_a_usual_folder_nothing_is_said(tmp_path: Path) -> None:
    with whole_app(tmp_path, NOW, ZONE, first_series()) as front:
        front.listen()
        QApplication.processEvents()
        assert front.window.notice.isHidden()
