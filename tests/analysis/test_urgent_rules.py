"""When the urgent text is shown, and when a blood pressure gets a line."""

import pytest

from symptrack.analysis.urgent_rules import (
    any_urgent,
    is_high_pressure,
    is_urgent,
    is_urgent_pressure,
)
from symptrack.domain.session import Vital
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState, VitalMoment
from tests.builders import make_effect

CATALOGUE = load_side_effects()
BEFORE, PEAK, AFTER = VitalMoment.BEFORE, VitalMoment.PEAK, VitalMoment.AFTER


@pytest.mark.parametrize("severity", [None, 1, 3])
def test_a_red_flag_is_urgent_however_strong(severity: int | None) -> None:
    assert set(CATALOGUE.red_flags) >= {"chest_pain", "fainting", "suicidal"}
    for flag in CATALOGUE.red_flags:
        assert is_urgent(make_effect(flag, severity), CATALOGUE)


def test_a_red_flag_that_is_not_there_is_not_urgent() -> None:
    assert not is_urgent(make_effect("chest_pain", 0), CATALOGUE)
    assert not is_urgent(make_effect("chest_pain", None, state=EffectState.GONE), CATALOGUE)


@pytest.mark.parametrize(("severity", "urgent"), [(None, False), (2, False), (3, True)])
def test_a_side_effect_to_watch_is_urgent_where_it_is_severe(
    severity: int | None, urgent: bool
) -> None:
    watched = {key for key, effect in CATALOGUE.effects.items() if effect.red_flag}
    assert watched >= {"headache", "speech_difficulty", "blood_in_urine"}
    for key in watched:
        assert is_urgent(make_effect(key, severity), CATALOGUE) is urgent


def test_other_side_effects_are_never_urgent() -> None:
    assert not any_urgent([make_effect("nausea", 3), make_effect("own_a", 3)], CATALOGUE)
    assert any_urgent([make_effect("nausea", 3), make_effect("chest_pain")], CATALOGUE)
    gone = make_effect("headache", 3, state=EffectState.GONE)
    assert not any_urgent([gone], CATALOGUE)


@pytest.mark.parametrize("moment", [BEFORE, PEAK, AFTER])
@pytest.mark.parametrize(
    ("systolic", "diastolic", "urgent"),
    [
        (179, 119, False),
        (180, 90, True),
        (179, 120, True),
        (180, None, True),
        (None, 120, True),
        (None, None, False),
    ],
)
def test_a_pressure_is_urgent_from_180_or_120_at_any_moment(
    moment: VitalMoment, systolic: int | None, diastolic: int | None, urgent: bool
) -> None:
    vital = Vital(moment=moment, systolic=systolic, diastolic=diastolic)
    assert is_urgent_pressure(vital) is urgent


@pytest.mark.parametrize(
    ("moment", "systolic", "diastolic", "high"),
    [
        (BEFORE, 139, 89, False),
        (BEFORE, 140, 80, True),
        (AFTER, 139, 90, True),
        (PEAK, 200, 130, False),
        (AFTER, None, None, False),
    ],
)
def test_a_pressure_is_high_from_140_or_90_but_never_at_the_peak(
    moment: VitalMoment, systolic: int | None, diastolic: int | None, high: bool
) -> None:
    assert is_high_pressure(Vital(moment=moment, systolic=systolic, diastolic=diastolic)) is high
