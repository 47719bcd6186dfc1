"""The help line: emergency, crisis line, trusted person, clinic, in this order everywhere."""

import re
from dataclasses import dataclass

from symptrack.domain.help_lines import CrisisLine, HelpLines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.texts import _

LONGEST_REACH = 40
LONGEST_NAME = 28
"""How many characters stand in the help line; whatever is longer is whole in the help panel."""
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]*\d")
_LEAST_DIGITS = 3


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
            reach=emergency or _("Call your emergency number"),
        )
    ]
    if crisis:
        items.append(HelpItem(icon="help", name=_("In crisis?"), reach=_reach(crisis[0])))
    if patient.trusted_contact.strip():
        name, reach = contact(patient.trusted_contact)
        items.append(
            HelpItem(
                icon="person",
                name=_shortened(name or _("Someone you trust"), LONGEST_NAME),
                reach=_whole_numbers(reach),
            )
        )
    if patient.clinic_phone.strip():
        items.append(
            HelpItem(
                icon="phone",
                name=_shortened(patient.clinic_name.strip() or _("Your clinic"), LONGEST_NAME),
                reach=_whole_numbers(patient.clinic_phone.strip()),
            )
        )
    return tuple(items)


def contact(words: str) -> tuple[str, str]:
    """Return the name and the number in the patient's own words for whom they trust.

    Where there is not exactly one number, the name is empty and all the words are the number.
    """
    words = " ".join(words.split())
    numbers = [
        found
        for found in _PHONE.findall(words)
        if sum(character.isdigit() for character in found) >= _LEAST_DIGITS
    ]
    if len(numbers) != 1:
        return "", words
    parts = [part.strip(" ,;:-–") for part in words.split(numbers[0], 1)]
    return ", ".join(part for part in parts if part), numbers[0]


def _shortened(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _whole_numbers(words: str) -> str:
    """Return words cut to the length of the help line, but never within a number.

    Half a number would still look like one that can be called.
    """
    if len(words) <= LONGEST_REACH:
        return words
    end = LONGEST_REACH - 1
    for found in _PHONE.finditer(words):
        if found.start() < end < found.end():
            # Several numbers with strokes between them look like one long one.
            stroke = words.rfind("/", found.start(), end)
            end = stroke if stroke > 0 else found.start() or end
    return words[:end].rstrip(" ,;:/-\u2013") + "\u2026"


def _reach(line: CrisisLine) -> str:
    if line.call and line.call == line.text:
        return _("{number}, call or text").format(number=line.call)
    return line.call or _("text {words}").format(words=line.text)
