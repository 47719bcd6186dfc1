"""When the urgent text is shown, and when a blood pressure gets a line. Nothing is judged."""

from collections.abc import Iterable

from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.session import Vital
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import Severity, VitalMoment

URGENT_SYSTOLIC_MMHG, URGENT_DIASTOLIC_MMHG = 180, 120
HIGH_SYSTOLIC_MMHG, HIGH_DIASTOLIC_MMHG = 140, 90


def is_urgent(entry: SideEffectEntry, catalogue: SideEffectCatalogue) -> bool:
    """Whether what a check-in says of a side effect brings the urgent text.

    A symptom of the red-flag list does whenever it is there, however strong; a side effect that is
    marked as one to watch (``red_flag``) where it is there and severe. Source: the catalogue of
    side effects, from the esketamine label, section 5, and discharge sheets of clinics. Both
    halves: a headache or confusion is common and passes within hours, so that the text for every
    one of them would soon be read by nobody (our rule).
    """
    if not entry.present:
        return False
    if entry.effect in catalogue.red_flags:
        return True
    effect = catalogue.effects.get(entry.effect)
    return effect is not None and effect.red_flag and entry.severity == Severity.SEVERE


def any_urgent(entries: Iterable[SideEffectEntry], catalogue: SideEffectCatalogue) -> bool:
    """Whether any of the side effects brings the urgent text."""
    return any(is_urgent(entry, catalogue) for entry in entries)


def is_urgent_pressure(vital: Vital) -> bool:
    """Whether a blood pressure brings the urgent text: from 180 systolic or from 120 diastolic.

    At any moment, also at the peak. Source: the limit of a hypertensive crisis (guideline of the
    American College of Cardiology and the American Heart Association, 2017).
    """
    return _reaches(vital, URGENT_SYSTOLIC_MMHG, URGENT_DIASTOLIC_MMHG)


def is_high_pressure(vital: Vital) -> bool:
    """Whether a blood pressure gets the line *Above 140/90*: from 140 systolic or 90 diastolic.

    Before and after a session, never at the peak, where most people pass it: +16/+11 mmHg at about
    40 minutes (Yale 2024, PMID 38991311). Source: the esketamine label, section 5, which has the
    pressure looked at from 140/90 on before a dose.
    """
    if vital.moment is VitalMoment.PEAK:
        return False
    return _reaches(vital, HIGH_SYSTOLIC_MMHG, HIGH_DIASTOLIC_MMHG)


def _reaches(vital: Vital, systolic: int, diastolic: int) -> bool:
    return (vital.systolic or 0) >= systolic or (vital.diastolic or 0) >= diastolic
