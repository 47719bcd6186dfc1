"""What a copy for elsewhere says of itself before it is made."""

from pathlib import Path

from symptrack.presenters.copy_elsewhere import CopyElsewhere
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import with_passphrase
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store
from tests.storage.protected import PASSPHRASE, protect

CLOCK = SetClock("2026-11-22 18:00")


def test_what_opens_the_copy_is_said_before_as_it_is_said_after(tmp_path: Path) -> None:
    with open_store(tmp_path, CLOCK) as store:
        paths: JournalPaths = store.paths
        assert CopyElsewhere(store, CLOCK.now).about().endswith("which is shown once.")
    protect(paths, CLOCK.now)
    with Store.open(paths, now=CLOCK.now, opener=with_passphrase(PASSPHRASE)) as store:
        copies = CopyElsewhere(store, CLOCK.now)
        assert copies.about().endswith("Your passphrase or your recovery code opens it.")
        assert copies.save(tmp_path / "copy.symptrack").code == ""
