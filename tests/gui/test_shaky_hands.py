"""Shaky hands, a closed window, a killed program: no answer is lost, none is there twice."""

import pytest

from symptrack.domain.words import Mode
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow
from tests.gui.shaky_patient import ShakyPatient

SESSIONS = ("2026-09-01 10:30", "2026-09-04 10:30", "2026-09-08 10:30", "2026-09-11 10:30")


def go_through(window: OpenedWindow, sittings: int, seed: int) -> ShakyPatient:
    """Go through gentle and full check-ins in turn, from the first session on."""
    series = make_series()
    journal = make_journal(
        series=(series,),
        sessions=tuple(make_session(start, series_id=series.id) for start in SESSIONS),
    )
    patient = ShakyPatient(window.open(journal, "2026-09-01 12:00"), seed)
    for sitting in range(sittings):
        patient.sit(gentle=sitting % 2 == 0)
    patient.finish()
    return patient


def modes(patient: ShakyPatient) -> set[Mode]:
    """Return by which forms the journal was filled in."""
    return {one.mode for one in patient.saved.values()}


def test_twenty_check_ins_with_shaky_hands_lose_nothing(window: OpenedWindow) -> None:
    patient = go_through(window, sittings=20, seed=1)
    assert modes(patient) == {Mode.GENTLE, Mode.FULL}
    assert patient.kills > 0
    assert patient.closings > 0
    assert patient.doubled > patient.presses / 4


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_two_hundred_check_ins_with_shaky_hands_lose_nothing(
    window: OpenedWindow, seed: int
) -> None:
    patient = go_through(window, sittings=20, seed=seed)
    assert modes(patient) == {Mode.GENTLE, Mode.FULL}
