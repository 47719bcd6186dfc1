"""Decides what the settings are: each change is checked, and kept at once or refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from symptrack.domain.errors import InvalidValue
from symptrack.domain.help_lines import CrisisLine, HelpLines
from symptrack.domain.limits import LABEL_LENGTH, NOTE_LENGTH
from symptrack.domain.patient import WEIGHT_KG, Patient
from symptrack.domain.settings import OwnHelp
from symptrack.formatting import format_day_year, format_number
from symptrack.presenters.clock import Clock
from symptrack.presenters.countries import countries, listed_country
from symptrack.presenters.follow_up_times import FollowUpChoices
from symptrack.presenters.form_checks import checked_range, checked_text, checked_year
from symptrack.presenters.help_panel import checked_words, help_panel
from symptrack.presenters.lock_choices import LockChoices
from symptrack.presenters.own_words import OwnWords
from symptrack.presenters.preferences import Preferences, PreferencesFile, ThemeChoice
from symptrack.presenters.questionnaire_intervals import QuestionnaireIntervals
from symptrack.presenters.settings_views import HelpNumbersView, SettingsView
from symptrack.presenters.typed import read_date, read_number
from symptrack.storage.store import Store
from symptrack.texts import _

SHORT = 40
"""The longest a date or a number is when it is typed."""


class SettingsPresenter:
    """The settings of a journal and of this computer.

    ``own_words`` decides what is rated and which side effects the patient added, ``follow_ups``
    when check-ins are asked for, ``questionnaires`` how often each of those is;
    ``lock`` what protects the journal;
    ``desktop_country`` is the country that the desktop names, where none was chosen.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        preferences: PreferencesFile,
        lines: HelpLines,
        desktop_country: str,
    ) -> None:
        self._store, self._clock = store, clock
        self._preferences, self._lines = preferences, lines
        self._desktop_country = desktop_country
        self.own_words = OwnWords(store, clock)
        self.follow_ups = FollowUpChoices(store)
        self.questionnaires = QuestionnaireIntervals(store)
        self.lock = LockChoices(store)
        self._keepers: dict[str, Callable[[str], None]] = {
            "label": self._keep_label,
            "date_of_birth": self._keep_date_of_birth,
            "weight_kg": self._keep_weight,
            "trusted_contact": self._keep_trusted_contact,
            "clinic_name": self._keep_clinic_name,
            "clinic_phone": self._keep_clinic_phone,
            "emergency": self._keep_emergency,
            "crisis_call": self._keep_crisis_call,
            "crisis_text": self._keep_crisis_text,
            "crisis_name": self._keep_crisis_name,
            "hours_after": self.follow_ups.keep_hours,
            "evening_at": self.follow_ups.keep_evening_at,
        }

    def view(self) -> SettingsView:
        """Return the page as the journal and the preferences have it."""
        return SettingsView(
            typed=self._typed(),
            help_numbers=self._help_numbers(),
            rated=self.own_words.rated(),
            effects=self.own_words.effects(),
            follow_ups=self.follow_ups.view(),
            notifications=self._preferences.current.notifications,
        )

    @property
    def look(self) -> Preferences:
        """Return the theme and the text size that are chosen."""
        return self._preferences.current

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    def choose_look(self, theme: ThemeChoice, text_size: int) -> None:
        """Keep how the window looks."""
        self._preferences.change(theme=theme, text_size=text_size)

    def switch_notifications(self, on: bool) -> None:
        """Say outside of the window that something is waiting, or not."""
        self._preferences.change(notifications=on)

    def keep(self, field: str, text: str) -> None:
        """Keep what was typed into a field; empty takes back what was there.

        Raises
        ------
        InvalidValue
            With ``field``, where it cannot be; then nothing is kept.
        """
        self._keepers[field](text)

    def choose_country(self, code: str) -> None:
        """Keep the country whose help lines are shown."""
        self._preferences.change(country=code)

    def use_country_numbers(self) -> OwnHelp:
        """Let the patient's own numbers go, and return them, for undo."""
        former = self._own_help
        self._save_help(OwnHelp())
        return former

    def put_back_numbers(self, former: OwnHelp) -> None:
        """Bring the patient's own numbers back."""
        self._save_help(former)

    def _typed(self) -> dict[str, str]:
        patient, own = self._patient, self._own_help
        line = own.crisis[0] if own.crisis else CrisisLine(name="")
        born, weight = patient.date_of_birth, patient.weight_kg
        times = self.follow_ups.view()
        return {
            "label": patient.label,
            "date_of_birth": format_day_year(born) if born else "",
            "weight_kg": format_number(weight, 2) if weight is not None else "",
            "trusted_contact": patient.trusted_contact,
            "clinic_name": patient.clinic_name,
            "clinic_phone": patient.clinic_phone,
            "emergency": own.emergency,
            "crisis_call": line.call,
            "crisis_text": line.text,
            "crisis_name": line.name,
            "hours_after": times.hours,
            "evening_at": times.evening_at,
        }

    def _help_numbers(self) -> HelpNumbersView:
        chosen = self._preferences.current.country or self._desktop_country
        place, own = self._lines.place(chosen), self._own_help
        shipped = help_panel(self._lines, chosen, Patient(), OwnHelp()).rows
        return HelpNumbersView(
            countries=countries(self._lines),
            country=listed_country(self._lines, chosen),
            emergency=shipped[0].number,
            crisis=", ".join(
                _("{name}: {number}").format(name=row.name, number=row.number)
                for row in shipped[1:]
            ),
            checked=checked_words(self._lines, place, own),
            own=own != OwnHelp(),
        )

    @property
    def _own_help(self) -> OwnHelp:
        return self._store.settings().help

    def _save_help(self, own: OwnHelp) -> None:
        self._store.save_settings(replace(self._store.settings(), help=own))

    @property
    def _patient(self) -> Patient:
        return self._store.patient()

    def _keep_label(self, text: str) -> None:
        label = checked_text("label", text, LABEL_LENGTH)
        self._store.save_patient(replace(self._patient, label=label))

    def _keep_date_of_birth(self, text: str) -> None:
        typed = checked_text("date_of_birth", text, SHORT)
        born = self._read_past_day("date_of_birth", typed) if typed else None
        self._store.save_patient(replace(self._patient, date_of_birth=born))

    def _read_past_day(self, field: str, typed: str) -> date:
        day = checked_year(field, read_date(field, typed, self.today))
        if day > self.today:
            raise InvalidValue(field, _("{day} is still to come.").format(day=format_day_year(day)))
        return day

    def _keep_weight(self, text: str) -> None:
        field, weight = "weight_kg", None
        if typed := checked_text(field, text, SHORT):
            weight = checked_range(field, read_number(field, typed), WEIGHT_KG, _("{number} kg"))
        self._store.save_patient(replace(self._patient, weight_kg=weight))

    def _keep_trusted_contact(self, text: str) -> None:
        contact = checked_text("trusted_contact", text, NOTE_LENGTH)
        self._store.save_patient(replace(self._patient, trusted_contact=contact))

    def _keep_clinic_name(self, text: str) -> None:
        name = checked_text("clinic_name", text, LABEL_LENGTH)
        self._store.save_patient(replace(self._patient, clinic_name=name))

    def _keep_clinic_phone(self, text: str) -> None:
        phone = checked_text("clinic_phone", text, LABEL_LENGTH)
        self._store.save_patient(replace(self._patient, clinic_phone=phone))

    def _keep_emergency(self, text: str) -> None:
        number = checked_text("emergency", text, LABEL_LENGTH)
        self._save_help(replace(self._own_help, emergency=number))

    def _keep_crisis_call(self, text: str) -> None:
        self._keep_crisis(call=checked_text("crisis_call", text, LABEL_LENGTH))

    def _keep_crisis_text(self, text: str) -> None:
        self._keep_crisis(text=checked_text("crisis_text", text, LABEL_LENGTH))

    def _keep_crisis_name(self, text: str) -> None:
        name = checked_text("crisis_name", text, LABEL_LENGTH)
        if name and not self._own_help.crisis:
            raise InvalidValue(
                "crisis_name", _("Write its number first; a name alone cannot be called.")
            )
        self._keep_crisis(name=name)

    def _keep_crisis(self, **changes: str) -> None:
        """Change the first of the patient's own crisis lines; one that nobody can reach goes."""
        lines = self._own_help.crisis
        line = replace(lines[0] if lines else CrisisLine(name=""), **changes)
        kept = (line,) if line.call or line.text else ()
        self._save_help(replace(self._own_help, crisis=(*kept, *lines[1:])))
