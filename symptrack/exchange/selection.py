"""The part of a journal that was asked for: by series, by dates, with or without notes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from symptrack.analysis.period import (
    Period,
    all_time,
    dates_period,
    latest_series,
    series_period,
)
from symptrack.analysis.timing import recorded_on, session_on
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.settings import Settings
from symptrack.texts import _, ngettext

ALL = "all"
LATEST = "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for: a series by name, ``latest`` or ``all``, and dates, both included.

    ``series_id`` means one series, whatever it is called.
    """

    series: str = ALL
    series_id: str = ""
    first_on: date | None = None
    last_on: date | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing narrows the journal down."""
        return self == Wanted()


def choose_period(journal: Journal, wanted: Wanted, today_on: date) -> Period | None:
    """Return the days asked for, or ``None`` where nothing was recorded yet.

    Raises
    ------
    RefusedRequest
        Where there is no such series, or the last day comes before the first.
    """
    series = choose_series(journal, wanted)
    period = series_period(journal, series.id, today_on) if series is not None else None
    if period is None and wanted.series in (ALL, LATEST) and not wanted.series_id:
        series, period = None, all_time(journal, today_on)
    first_on = wanted.first_on or (period.first_on if period else wanted.last_on)
    last_on = wanted.last_on or (period.last_on if period else wanted.first_on)
    if first_on is None or last_on is None:
        return None
    if first_on > last_on:
        raise RefusedRequest(_("The range ends before it begins."))
    if period is not None and (first_on, last_on) == (period.first_on, period.last_on):
        return period
    found = dates_period(journal, first_on, last_on)
    if series is None:
        return found
    sessions = tuple(one for one in found.sessions if one.series_id == series.id)
    return replace(found, series=(series,), sessions=sessions)


def part_of(journal: Journal, wanted: Wanted, today_on: date, *, notes: bool) -> Journal:
    """Return the records of the days asked for; never the trash or the settings.

    Without ``notes`` the patient's own words stay behind: notes, intentions, questions, goals and
    the trusted contact. References to what is not in the part are taken out.

    Raises
    ------
    RefusedRequest
        As :func:`choose_period` does, and where nothing was recorded yet.
    """
    period = choose_period(journal, wanted, today_on)
    if period is None:
        raise RefusedRequest(_("Nothing was recorded in this time."))
    series = choose_series(journal, wanted)
    sessions = [one for one in journal.sessions if _belongs(one, series, period)]
    shown_series = {one.series_id for one in sessions} | {one.id for one in period.series}
    shown_sessions = {one.id for one in sessions}
    lists: dict[str, Any] = {
        "series": [one for one in journal.series if one.id in shown_series],
        "sessions": sessions,
        "check_ins": [
            one if one.session_id in shown_sessions else replace(one, session_id=None)
            for one in journal.check_ins
            if period.holds(recorded_on(one))
        ],
        "responses": [one for one in journal.responses if period.holds(recorded_on(one))],
        "clinic_scores": [one for one in journal.clinic_scores if period.holds(recorded_on(one))],
        "medications": [
            one
            for one in journal.medications
            if (one.started_on or date.min) <= period.last_on
            and (one.ended_on or date.max) >= period.first_on
        ],
        "visits": [one for one in journal.visits if period.holds(one.visited_on)],
    }
    whole = replace(journal, settings=Settings(), deleted=(), **_tuples(lists))
    return whole if notes else without_notes(whole)


def choose_series(journal: Journal, wanted: Wanted) -> Series | None:
    """Return the series asked for, or ``None`` for all of them."""
    name = wanted.series
    if wanted.series_id:
        return next((one for one in journal.series if one.id == wanted.series_id), None)
    if name == ALL:
        return None
    if name == LATEST:
        return latest_series(journal)
    named = [one for one in journal.series if one.name == name] or [
        one for one in journal.series if one.name.casefold() == name.casefold()
    ]
    if not named:
        raise RefusedRequest(_("There is no series of that name."))
    if len(named) > 1:
        raise RefusedRequest(
            ngettext(
                "There is {n} series of that name; say which one by its dates.",
                "There are {n} series of that name; say which one by its dates.",
                len(named),
            ).format(n=len(named))
        )
    return named[0]


def _belongs(session: Session, series: Series | None, period: Period) -> bool:
    return period.holds(session_on(session)) and (series is None or session.series_id == series.id)


def without_notes(journal: Journal) -> Journal:
    """Return a journal without the patient's own words, as :func:`part_of` names them."""
    return replace(
        journal,
        patient=replace(journal.patient, trusted_contact=""),
        **_tuples(
            {
                "series": [replace(one, goal="") for one in journal.series],
                "sessions": [replace(one, note="", intention="") for one in journal.sessions],
                "check_ins": [replace(one, note="") for one in journal.check_ins],
                "medications": [replace(one, note="") for one in journal.medications],
                "visits": [replace(one, note="", questions="") for one in journal.visits],
            }
        ),
    )


def _tuples(lists: dict[str, list[Any]]) -> dict[str, Any]:
    return {name: tuple(records) for name, records in lists.items()}
