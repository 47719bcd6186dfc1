"""Whatever is wrong with the file: the recovery screen stands within 5 s and nothing is deleted."""

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.journals import first_series
from tests.storage.damage import HARM
from tests.storage.journal_folder import contents
from tests.whole_app import NAME, whole_app

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo(ZONE))
WITHIN_S = 5.0


def test_every_kind_of_damage_leads_to_the_screen_with_the_backup_as_its_first_way(
    tmp_path: Path,
) -> None:
    paths = JournalPaths(tmp_path / NAME)
    with Store.open(paths, now=lambda: NOW, create=True) as store:
        store.merge(first_series())
        store.backups.make()
    whole = paths.database.read_bytes()
    with whole_app(tmp_path, NOW, ZONE) as front:
        front.window.hide()
        for harm, damage in HARM.items():
            front._let_go()
            paths.database.write_bytes(damage(whole))
            before = contents(paths)
            began = time.monotonic()
            front.open(paths.database)
            page = front.window.stack.currentWidget()
            assert time.monotonic() - began < WITHIN_S, harm
            assert isinstance(page, JournalProblemPage), harm
            assert page.first.text() == "Open backup", harm
            assert contents(paths) == before, harm
        front.open(paths.database)
        paths.database.write_bytes(whole)
        front.open(paths.database)
        assert not front.window.shows_problem
