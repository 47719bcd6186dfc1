"""The fixed sentences about safety: what can need help now, and what to tell the clinic."""

from symptrack.analysis.side_effects import said_first_by
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.urgent_rules import is_high_pressure, is_urgent_pressure
from symptrack.domain.check_in import CheckIn
from symptrack.domain.patient import Patient
from symptrack.domain.session import Vital
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.texts import _


def urgent_line(emergency: str) -> str:
    """Return the urgent text; ``emergency`` is the number to call, or empty where none is known."""
    return _(
        "This can need medical help now. Call {emergency}. If you can, have someone with you."
    ).format(emergency=emergency or _("your emergency number"))


def pressure_line(vital: Vital, emergency: str) -> str:
    """Return what is said of a blood pressure, or nothing."""
    if is_urgent_pressure(vital):
        return urgent_line(emergency)
    if is_high_pressure(vital):
        return _("Above 140/90. Your clinic can say what is usual for you.")
    return ""


def lasting_longer_line(
    recorded: Recorded, check_in: CheckIn, catalogue: SideEffectCatalogue
) -> str:
    """Return the line about side effects that last longer than most people report, or nothing.

    ``check_in`` stands in the journal that is ``recorded``. The line is said at the first check-in
    that finds a side effect so, once for each after a session; nothing has to be kept for it.
    """
    timeline = timeline_of(recorded)
    found = said_first_by(timeline, check_in, catalogue)
    if not found:
        return ""
    own = timeline.journal.own_effect_labels
    names = [catalogue.name_of(one.effect, own) for one in found]
    return f"{', '.join(names)}. {lasting_words(timeline.journal.patient)}"


def lasting_words(patient: Patient) -> str:
    """Return what is said of a side effect that lasts longer, with the clinic's number."""
    said = _("This is lasting longer than most people report.")
    return f"{said} {_tell_clinic(patient)}"


def _tell_clinic(patient: Patient) -> str:
    known = [part.strip() for part in (patient.clinic_name, patient.clinic_phone) if part.strip()]
    if not known:
        return _("You may want to tell your clinic.")
    return _("You may want to tell your clinic: {clinic}.").format(clinic=", ".join(known))
