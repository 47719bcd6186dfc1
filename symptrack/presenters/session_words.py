"""The words of the session form."""

from datetime import datetime

from symptrack.analysis.urgent_rules import is_urgent_pressure
from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.session import Session, Vital
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import DoseUnit, Route, SessionStatus
from symptrack.formatting import format_day_long, format_time, format_weekday_year
from symptrack.presenters.safety_lines import pressure_line
from symptrack.presenters.session_checks import dose_words, pressures
from symptrack.presenters.session_form import MG_ONLY, SessionForm
from symptrack.presenters.session_reading import asks_dose, number_if_saved, started_on
from symptrack.presenters.session_views import (
    ExperienceItem,
    LaterView,
    SavedSession,
    SeriesItem,
    SessionView,
)
from symptrack.texts import _, ngettext


def route_words(route: Route) -> str:
    """Return how a session was given, in a word or two."""
    return {
        Route.IV: _("IV"),
        Route.IM: _("IM"),
        Route.SC: _("SC"),
        Route.LOZENGE: _("Lozenge"),
        Route.NASAL: _("Nasal"),
        Route.ORAL: _("Oral"),
        Route.OTHER: _("Other"),
    }[route]


def route_description(route: Route) -> str:
    """Return what a route is, in plain words."""
    return {
        Route.IV: _("Drip into a vein (intravenous)"),
        Route.IM: _("Injection into a muscle (intramuscular)"),
        Route.SC: _("Injection under the skin (subcutaneous)"),
        Route.LOZENGE: _("Held in the mouth until it dissolves"),
        Route.NASAL: _("Spray into the nose"),
        Route.ORAL: _("Swallowed"),
        Route.OTHER: _("Another way"),
    }[route]


def status_words(status: SessionStatus) -> str:
    """Return whether a session takes place, as the form asks it."""
    return {
        SessionStatus.DONE: _("It took place"),
        SessionStatus.PLANNED: _("It is planned"),
        SessionStatus.MISSED: _("It did not take place"),
    }[status]


def session_view(
    form: SessionForm,
    journal: Journal,
    catalogue: SideEffectCatalogue,
    now: datetime,
    *,
    original: Session | None,
    mood_saved: bool,
    resumed_on: datetime | None,
    emergency: str,
) -> SessionView:
    """Return what is around the form as it stands; ``original`` is the saved session.

    ``emergency`` is the number to call, or empty.
    """
    done, asked = form.status is SessionStatus.DONE, asks_dose(form.status)
    earlier = started_on(form, now) < now.date()
    return SessionView(
        today=now.date(),
        title=_title(form, original, journal.numbers.get(form.id)),
        lead=_lead(form),
        save=_save_words(form, number_if_saved(form, journal, now)),
        series=_series_items(journal.series),
        units=_units(form),
        asks_dose=asked,
        asks_weight=asked and form.unit is DoseUnit.MG_PER_KG,
        asks_vitals=done,
        asks_mood=done,
        later=_later_view(form, opened=earlier or original is not None),
        experiences=_experience_items(catalogue, form),
        can_delete=original is not None,
        can_clear_mood=form.mood is not None and not mood_saved,
        resumed=_resumed_words(resumed_on),
        pressure=_pressure(form, emergency),
        urgent=any(is_urgent_pressure(vital) for vital in _pressures(form)),
    )


def _pressures(form: SessionForm) -> list[Vital]:
    return list(pressures(form)) if form.status is SessionStatus.DONE else []


def _pressure(form: SessionForm, emergency: str) -> str:
    """Return what is said of the blood pressures: once, and what is urgent before the other."""
    typed = sorted(_pressures(form), key=is_urgent_pressure, reverse=True)
    return next((said for vital in typed if (said := pressure_line(vital, emergency))), "")


def _title(form: SessionForm, original: Session | None, number: int | None) -> str:
    """Return the page's name."""
    if original is not None and original.done:
        return _("Change session {number}").format(number=number) if number else _("Change session")
    infusion = form.route is Route.IV
    if form.status is SessionStatus.DONE:
        return _("Log an infusion") if infusion else _("Log a session")
    if original is not None:
        return _("Change the planned session")
    if form.status is SessionStatus.PLANNED:
        return _("Plan an infusion") if infusion else _("Plan a session")
    return _("A session that did not take place")


def _lead(form: SessionForm) -> str:
    """Return the line below the page's name."""
    if form.status is SessionStatus.MISSED:
        return _("Only the date and the route are needed.")
    return _("Copy what you know and leave the rest empty. Only the date and the route are needed.")


def _save_words(form: SessionForm, number: int | None) -> str:
    """Return what the main button says."""
    if form.status is SessionStatus.PLANNED:
        return _("Save the plan")
    if form.status is SessionStatus.DONE and number:
        return _("Save session {number}").format(number=number)
    return _("Save session")


def _units(form: SessionForm) -> tuple[DoseUnit, ...]:
    """Return what the dose can be counted in: not by weight what comes in lozenges and sprays."""
    if form.route in MG_ONLY and form.unit is DoseUnit.MG:
        return (DoseUnit.MG,)
    return tuple(DoseUnit)


def _series_items(series: tuple[Series, ...]) -> tuple[SeriesItem, ...]:
    """Return the series to choose from, the latest first, after *no series*."""
    latest = sorted(series, key=lambda one: (str(one.started_on or ""), one.name), reverse=True)
    named = (SeriesItem(id=one.id, name=one.name or _("Unnamed series")) for one in latest)
    return (SeriesItem(id=None, name=_("No series")), *named)


def _experience_items(
    catalogue: SideEffectCatalogue, form: SessionForm
) -> tuple[ExperienceItem, ...]:
    """Return the words to pick for what it was like, with those that came from elsewhere."""
    known = {key: _(entry.label) for key, entry in catalogue.experiences.items()}
    other = {key: key.replace("_", " ") for key in form.experience if key not in known}
    return tuple(ExperienceItem(key=key, name=name) for key, name in {**known, **other}.items())


def _resumed_words(saved_at: datetime | None) -> str:
    """Return that an unfinished form was taken up again, or nothing."""
    if saved_at is None:
        return ""
    return _("You began this on {day}. What you typed is still here.").format(
        day=format_day_long(saved_at.date())
    )


def _later_view(form: SessionForm, *, opened: bool) -> LaterView:
    """Return what is asked the next day rather than then; of a plan, what can be said before."""
    done = form.status is SessionStatus.DONE
    return LaterView(
        title=_("Later, or the next day") if done else _("If you like"),
        lead=_(
            "Medicines, intention, what it was like, a note. There is no hurry: "
            "you can add this tomorrow."
        ),
        open=opened or not done,
        asks_medicines=done,
        asks_intention=form.status is not SessionStatus.MISSED,
        asks_experience=done,
    )


def saved_view(
    session: Session, number: int | None, *, changed: bool, planned: bool
) -> SavedSession:
    """Return what is shown once the session is in the journal.

    ``planned`` says that the one after it lies ahead.
    """
    another = _("Plan the next one") if planned else _("Log another like this")
    heading = _("Saved in your journal")
    if session.done and number:
        heading = _("Session {number} is in your journal").format(number=number)
    return SavedSession(
        session_id=session.id,
        title=heading,
        lead=session_line(session),
        another="" if changed else another,
    )


def session_line(session: Session) -> str:
    """Return *Tuesday 15 September 2026, 10:30 · IV · 38 mg · 40 minutes*."""
    day = format_weekday_year(session.started_at.date())
    if session.time_known:
        time = format_time(session.started_at)
        day = _("{day}, {time}").format(day=day, time=time)
    parts = [day, route_words(session.route)]
    if session.status is not SessionStatus.DONE:
        parts.insert(0, _("Planned") if session.status is SessionStatus.PLANNED else _("Missed"))
    if session.dose is not None:
        parts.append(dose_words(session.dose))
    if session.duration_min is not None:
        minutes = session.duration_min
        parts.append(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    return " · ".join(parts)
