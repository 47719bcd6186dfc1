"""Decides what the first run asks: the country, the clinic, the first series; nothing is needed."""

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from symptrack.domain.help_lines import HelpLines
from symptrack.domain.limits import check_date, check_range, check_text
from symptrack.domain.series import PLANNED_SESSIONS, Series
from symptrack.domain.words import SeriesKind
from symptrack.formatting import format_day_year
from symptrack.presenters.clock import Clock
from symptrack.presenters.countries import Country, countries, listed_country
from symptrack.presenters.help import HelpItem, help_items
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.typed import read_date, read_whole_number
from symptrack.storage.store import Store
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.presenters.backup_words import PreviewView

USUAL_SESSIONS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeries:
    """The first series as typed; ``begins`` may be empty."""

    name: str
    planned: str
    begins: str


class WelcomePresenter:
    """The first run. Each step is saved when it is left; all can be changed in Settings."""

    def __init__(
        self,
        store: Store,
        preferences: PreferencesFile,
        lines: HelpLines,
        clock: Clock,
        desktop_country: str,
    ) -> None:
        self._store = store
        self._preferences = preferences
        self._lines = lines
        self._clock = clock
        self._desktop_country = desktop_country

    @property
    def wanted(self) -> bool:
        """Whether this is the first run: no country chosen yet, and an empty journal."""
        if self._preferences.current.country:
            return False
        recent = self._store.load(since=self._clock.now())
        return not (recent.series or recent.sessions or self._store.load().check_ins)

    def preview(self, file: Path, code: str) -> "PreviewView":
        """Return what a journal from another computer holds.

        Raises
        ------
        SymptrackError
            Where it does not open; nothing has changed.
        """
        from symptrack.presenters.backup_words import PreviewView, holding_words
        from symptrack.storage.copies import content_of

        content = content_of(self._store.paths, file, code)
        return PreviewView((holding_words(content.holding, self._clock.now()),))

    @property
    def countries(self) -> tuple[Country, ...]:
        """Return the countries with help lines, and *another country*."""
        return countries(self._lines)

    @property
    def likely_country(self) -> str:
        """Return the code of the country that the desktop names, or that of *another country*."""
        return listed_country(self._lines, self._desktop_country)

    def help_of(self, country: str) -> tuple[HelpItem, ...]:
        """Return who can be reached in a country."""
        return help_items(self._lines, country, self._store.patient(), self._store.settings().help)

    @property
    def checked_on(self) -> str:
        """Say when the numbers were last looked up."""
        return _("Numbers checked on {day}. You can change them in Settings.").format(
            day=format_day_year(self._lines.checked_on)
        )

    def choose_help(self, country: str, clinic_name: str, clinic_phone: str) -> None:
        """Keep the country and the clinic.

        Raises
        ------
        InvalidValue
            With the field ``clinic_name`` or ``clinic_phone``; then nothing is kept.
        """
        check_text("clinic_name", clinic_name)
        check_text("clinic_phone", clinic_phone)
        self._store.save_patient(
            replace(
                self._store.patient(),
                clinic_name=clinic_name.strip(),
                clinic_phone=clinic_phone.strip(),
            )
        )
        self._preferences.change(country=country)

    @property
    def proposed_series(self) -> FirstSeries:
        """Return what the usual first series is called."""
        return FirstSeries(name=_("First series"), planned=str(USUAL_SESSIONS), begins="")

    def make_series(self, typed: FirstSeries) -> None:
        """Make the first series.

        Raises
        ------
        InvalidValue
            With the field ``name``, ``planned`` or ``begins``; then nothing is made.
        """
        planned = read_whole_number("planned", typed.planned) if typed.planned.strip() else None
        check_range("planned", planned, *PLANNED_SESSIONS)
        begins = None
        if typed.begins.strip():
            begins = read_date("begins", typed.begins, self._clock.now().date())
        check_date("begins", begins)
        self._store.add(
            Series(
                id=str(uuid.uuid4()),
                name=typed.name.strip() or self.proposed_series.name,
                kind=SeriesKind.INDUCTION,
                planned_sessions=planned,
                started_on=begins,
            )
        )

    def finish(self) -> None:
        """Remember that the first run is over, also where no country was chosen."""
        if not self._preferences.current.country:
            self._preferences.change(country=self.likely_country)
