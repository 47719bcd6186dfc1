"""The help panel: who can be reached, with every number ready to be copied."""

from collections.abc import Callable
from dataclasses import dataclass

from symptrack.domain.help_lines import CrisisLine, HelpLines, HelpPlace
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.formatting import format_day_year
from symptrack.presenters.help import HelpItem, contact, help_items
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One way to reach someone.

    ``number`` is what is shown large and copied: digits, or words to text. It is empty where none
    is known; then ``hint`` says what to do.
    """

    icon: str
    name: str
    hint: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPanelView:
    """The whole panel; ``checked`` says how far the numbers can be relied on."""

    title: str
    text: str
    rows: tuple[HelpRow, ...]
    checked: str
    saved: str
    acknowledge: str


class HelpPresenter:
    """Who can be reached, as the journal and the chosen country have it at the moment.

    ``country`` returns the ISO 3166 code of the chosen country, or nothing.
    """

    def __init__(self, store: Store, lines: HelpLines, country: Callable[[], str]) -> None:
        self._store, self._lines, self._country = store, lines, country

    def items(self) -> tuple[HelpItem, ...]:
        """Return what stands along the lower edge of the window."""
        settings = self._store.settings()
        return help_items(self._lines, self._country(), self._store.patient(), settings.help)

    def panel(self, *, after_answer: bool = False) -> HelpPanelView:
        """Return the panel; ``after_answer`` where an answer brought it."""
        return help_panel(
            self._lines,
            self._country(),
            self._store.patient(),
            self._store.settings().help,
            after_answer=after_answer,
        )

    def emergency(self) -> str:
        """Return the emergency number, or nothing where none is known."""
        return self.panel().rows[0].number

    def line(self) -> str:
        """Return the first two ways to reach someone in one line."""
        known = [row.number for row in self.panel().rows if row.number][:2]
        if not known:
            return _("If you need someone now")
        return _("If you need someone now: {numbers}").format(numbers=", ".join(known))


def help_panel(
    lines: HelpLines, country: str, patient: Patient, own: OwnHelp, *, after_answer: bool = False
) -> HelpPanelView:
    """Return the panel: emergency number, crisis lines, trusted person, clinic, in this order."""
    place = lines.place(country)
    rows = [_emergency(own.emergency or (place.emergency if place else ""))]
    for line in own.crisis or (place.crisis if place else ()):
        rows += _crisis(line)
    if patient.trusted_contact.strip():
        rows.append(_trusted(patient.trusted_contact))
    if patient.clinic_phone.strip():
        rows.append(_clinic(patient))
    return HelpPanelView(
        title=_("If you need someone now"),
        text=_(
            "Nobody else can see what you enter, and Symptrack cannot call anyone. "
            "So please call, or tell a person."
        ),
        rows=tuple(rows),
        checked=checked_words(lines, place, own),
        saved=_("Your answer is saved and can be changed.") if after_answer else "",
        acknowledge=_("I have read this") if after_answer else _("Go on"),
    )


def checked_words(lines: HelpLines, place: HelpPlace | None, own: OwnHelp) -> str:
    """Say when the numbers were checked, whether confirmed, and whether some are the patient's."""
    said = []
    if place is not None and not (own.emergency and own.crisis):
        said.append(
            _("Numbers checked on {day}.").format(day=format_day_year(lines.checked_on))
            if place.verified
            else _("Numbers of {day}, not yet confirmed.").format(
                day=format_day_year(lines.checked_on)
            )
        )
    if own.emergency or own.crisis:
        said.append(_("You entered your own numbers in Settings."))
    return " ".join(said)


def _emergency(number: str) -> HelpRow:
    hint = _("If you are in danger now")
    if not number:
        hint = _("Call your country’s emergency number. You can enter it in Settings.")
    return HelpRow(icon="alert", name=_("Emergency"), hint=hint, number=number)


def _crisis(line: CrisisLine) -> list[HelpRow]:
    name = line.name or _("Crisis line")
    if line.call and line.call == line.text:
        return [HelpRow(icon="help", name=name, hint=_("Call or text"), number=line.call)]
    ways = ((_("Call"), line.call), (_("Text"), line.text))
    return [
        HelpRow(icon="help", name=name, hint=hint, number=number) for hint, number in ways if number
    ]


def _trusted(words: str) -> HelpRow:
    name, number = contact(words)
    trusted = _("Someone you trust")
    return HelpRow(icon="person", name=name or trusted, hint=trusted if name else "", number=number)


def _clinic(patient: Patient) -> HelpRow:
    name = _("Your clinic")
    known = patient.clinic_name.strip()
    return HelpRow(
        icon="phone",
        name=known or name,
        hint=name if known else "",
        number=patient.clinic_phone.strip(),
    )
