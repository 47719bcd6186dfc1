from pathlib import Path

import pytest

from symptrack.domain.words import SessionStatus
from symptrack.presenters.stay_open import StayOpen
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import readable, with_passphrase
from symptrack.storage.store import Store
from tests.builders import at, make_session
from tests.opened import SetClock
from tests.storage.protected import PASSPHRASE, protect


@pytest.mark.parametrize("protected", [True, False])
def test_it_is_offered_after_a_session_of_today_in_a_protected_journal(
    tmp_path: Path, protected: bool
) -> None:
    clock, paths = SetClock("2026-09-01 12:00"), JournalPaths(tmp_path / "symptrack.db")
    Store.open(paths, now=clock.now, create=True).close()
    if protected:
        protect(paths, clock.now)
    opener = with_passphrase(PASSPHRASE) if protected else readable
    with Store.open(paths, now=clock.now, opener=opener) as store:
        stay = StayOpen(store, clock.clock)
        today = make_session(started_at=at("2026-09-01 10:30"))
        assert stay.offered(today) == protected
        assert stay.offered(make_session(started_at=at("2026-08-31 22:00"))) == protected
        assert not stay.offered(make_session(started_at=at("2026-08-30 10:30")))
        assert not stay.offered(make_session(started_at=at("2026-09-02 00:10")))
        planned = make_session(status=SessionStatus.PLANNED, entered_at=None)
        assert not stay.offered(planned)


@pytest.mark.parametrize(
    ("logged", "until"),
    [("2026-09-01 12:00", "2026-09-02 06:00"), ("2026-09-01 03:00", "2026-09-01 06:00")],
)
def test_it_stays_open_until_the_next_morning_and_the_answer_is_remembered(
    tmp_path: Path, logged: str, until: str
) -> None:
    clock, paths = SetClock(logged), JournalPaths(tmp_path / "symptrack.db")
    with Store.open(paths, now=clock.now, create=True) as store:
        stay = StayOpen(store, clock.clock)
        assert not stay.stays_open()
        assert stay.proposed()
        stay.choose(True)
        assert stay.until == at(until)
        assert stay.stays_open()
        clock.set(until)
        assert not stay.stays_open()
        stay.choose(False)
        assert stay.until != at(until)
        assert not stay.proposed()
        assert not StayOpen(store, clock.clock).proposed()
