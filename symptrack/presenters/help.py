"""The help line: emergency, crisis line, trusted person, clinic, in this order everywhere."""

from dataclasses import dataclass

from symptrack.domain.help_lines import CrisisLine, HelpLines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpItem:
    """One way to reach someone: what it is, and the number or words."""

    icon: str
    name: str
    reach: str


def help_items(
    lines: HelpLines, country: str, patient: Patient, own: OwnHelp
) -> tuple[HelpItem, ...]:
    """Return who can be reached; the patient's own lines replace those of the country."""
    place = lines.place(country)
    emergency = own.emergency or (place.emergency if place else "")
    crisis = own.crisis or (place.crisis if place else ())
    items = [
        HelpItem(
            icon="alert",
            name=_("In danger now?"),
            reach=emergency or _("your emergency number"),
        )
    ]
    if crisis:
        items.append(HelpItem(icon="help", name=_("In crisis?"), reach=_reach(crisis[0])))
    if patient.trusted_contact:
        items.append(
            HelpItem(icon="help", name=_("Someone you trust"), reach=patient.trusted_contact)
        )
    if patient.clinic_phone:
        items.append(
            HelpItem(
                icon="phone",
                name=patient.clinic_name or _("Your clinic"),
                reach=patient.clinic_phone,
            )
        )
    return tuple(items)


def _reach(line: CrisisLine) -> str:
    if line.call and line.call == line.text:
        return _("{number}, call or text").format(number=line.call)
    return line.call or _("text {words}").format(words=line.text)
