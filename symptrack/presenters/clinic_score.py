"""A total that a clinic gave, typed in: its form, what it refuses, what it proposes."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from symptrack.domain.clinic_scale import ClinicScale, load_clinic_scales
from symptrack.domain.errors import InvalidValue, RefusedRequest
from symptrack.domain.journal import Kind, Place
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.words import Direction
from symptrack.formatting import format_day_year, format_time
from symptrack.presenters.chosen_time import ChosenTime, TimeKind, TypedTime, read_typed
from symptrack.presenters.clock import Clock
from symptrack.presenters.form_checks import checked_range
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.record_form import FieldReader, FormRefused, FormSaved, save_record
from symptrack.presenters.typed import read_number, read_time
from symptrack.storage.store import Store
from symptrack.texts import _

MOST_PROPOSED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicScoreForm:
    """The form as it stands, as typed."""

    id: str
    name: str = ""
    total: str = ""
    low: str = ""
    high: str = ""
    higher_is: Direction | None = None
    day: str = ""
    time: str = ""


class ClinicScorePresenter:
    """The form of one score, entered or changed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.history = HistoryPresenter(store, clock)
        self._original: ClinicScore | None = None
        self._scales: tuple[ClinicScale, ...] = ()
        self._form = ClinicScoreForm(id="")

    @property
    def form(self) -> ClinicScoreForm:
        """Return the form as it stands."""
        return self._form

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        return Kind.CLINIC_SCORES, self._form.id

    @property
    def title(self) -> str:
        """Return the dialog's name."""
        return (
            _("Change a score from your clinic") if self._original else _("Score from your clinic")
        )

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    @property
    def proposals(self) -> tuple[str, ...]:
        """Return the names of scales to pick from: the usual ones, then the patient's own."""
        return tuple(one.name for one in self._scales)

    def begin(self, score_id: str = "") -> None:
        """Begin a new score, or change a saved one.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        saved = self._store.all_of(Kind.CLINIC_SCORES)
        self._scales = _scales(one for one in saved if isinstance(one, ClinicScore))
        self._original = None
        self._form = ClinicScoreForm(id=str(uuid.uuid4()), day=format_day_year(self.today))
        if score_id:
            found = self._store.get(Kind.CLINIC_SCORES, score_id)
            if not isinstance(found, ClinicScore):
                raise RefusedRequest(_("This entry is no longer in the journal."))
            self._original, self._form = found, _form_of(found)

    def choose(self, place: int) -> None:
        """Take the name, the range and the direction of a proposed scale."""
        self._form = replace(self._form, **_values_of(self._scales[place]))

    def change(self, **changes: Any) -> None:
        """Change values of the form by their names.

        The name of a known scale brings its range and direction where none was typed.
        """
        former, self._form = self._scale_named(self._form.name), replace(self._form, **changes)
        known = self._scale_named(self._form.name)
        if "name" in changes and known is not former:
            kept = (self._form.low, self._form.high, self._form.higher_is)
            untouched = kept == ("", "", None) or (
                former is not None and kept == tuple(_values_of(former).values())[1:]
            )
            if untouched:
                brought = _values_of(known) if known else {"low": "", "high": "", "higher_is": None}
                self._form = replace(self._form, **brought | {"name": self._form.name})

    @property
    def chosen(self) -> int | None:
        """Return the place of the proposed scale that is named, or ``None``."""
        known = self._scale_named(self._form.name)
        return self._scales.index(known) if known is not None else None

    def save(self) -> FormSaved | FormRefused:
        """Save the score; saving twice makes one.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        reader = _Reader(self._form, self._original, self._clock)
        values = reader.values()
        if reader.refused:
            return FormRefused(refused=reader.refused)
        return save_record(self._store, ClinicScore(id=self._form.id, **values))

    def _scale_named(self, name: str) -> ClinicScale | None:
        return next((one for one in self._scales if _same(one.name, name)), None)


class _Reader(FieldReader):
    _form: ClinicScoreForm

    def __init__(self, form: ClinicScoreForm, original: ClinicScore | None, clock: Clock) -> None:
        super().__init__(form, clock.now().date())
        self._original, self._clock = original, clock

    def values(self) -> dict[str, Any]:
        """Return the score's values by name."""
        name = self.line("name")
        if not name:
            self.refuse("name", _("Write the name of the scale, like MADRS."))
        saved = self._original
        low = self._number("low", saved.min if saved else None)
        high = self._number("high", saved.max if saved else None)
        if low is not None and high is not None and low >= high:
            self.refused["high"] = _("The highest possible must be above the lowest possible.")
        time = self._time()
        return {
            "name": name,
            "total": self._total(low, high),
            "min": low,
            "max": high,
            "higher_is": self._form.higher_is,
            "occurred_at": time.at if time else None,
            "time_zone": time.time_zone if time else "",
            "time_known": time.time_known if time else False,
        }

    def _number(self, name: str, saved: float | None) -> float | None:
        """Return a number; one that stands as it was saved is right, however large."""
        if self._original is not None and getattr(self._form, name) == _typed(saved):
            return saved
        return self.typed(name, lambda text: read_number(name, text, below_zero=True))

    def _total(self, low: float | None, high: float | None) -> float | None:
        if not self._form.total.strip():
            self.refused["total"] = _("Write the total that your clinic gave, like 28.")
        total = self._number("total", self._original.total if self._original else None)
        if total is None or "high" in self.refused:
            return total
        if low is not None and high is not None:
            return self.take("total", partial(checked_range, "total", total, (low, high)))
        if low is not None and total < low:
            self.refused["total"] = _("The total cannot be below the lowest possible.")
        if high is not None and total > high:
            self.refused["total"] = _("The total cannot be above the highest possible.")
        return total

    def _time(self) -> ChosenTime | None:
        form, original = self._form, self._original
        known = bool(form.time.strip())
        typed = TypedTime(kind=TimeKind.OTHER, day=form.day, time=form.time, time_known=known)
        zone = original.time_zone if original else self._clock.time_zone()
        if original is not None and (form.day, form.time) == _day_and_time(original):
            return ChosenTime(
                at=original.occurred_at, time_zone=zone, time_known=original.time_known
            )
        try:
            return read_typed(typed, self._clock, zone)
        except InvalidValue as error:
            self.refused[error.field] = error.reason
        if known and "time" not in self.refused:
            self.take("time", lambda: read_time("time", form.time))
        return None


def _scales(saved: Iterable[ClinicScore]) -> tuple[ClinicScale, ...]:
    """Return the usual scales and those that were typed in before, the latest first."""
    scales = list(load_clinic_scales())
    for one in sorted(saved, key=lambda score: score.occurred_at, reverse=True):
        if not any(_same(one.name, known.name) for known in scales):
            scales.append(
                ClinicScale(name=one.name, low=one.min, high=one.max, higher_is=one.higher_is)
            )
    return tuple(scales[:MOST_PROPOSED])


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _values_of(scale: ClinicScale) -> dict[str, Any]:
    return {
        "name": scale.name,
        "low": _typed(scale.low),
        "high": _typed(scale.high),
        "higher_is": scale.higher_is,
    }


def _form_of(score: ClinicScore) -> ClinicScoreForm:
    day, time = _day_and_time(score)
    return ClinicScoreForm(
        id=score.id,
        name=score.name,
        total=_typed(score.total),
        low=_typed(score.min),
        high=_typed(score.max),
        higher_is=score.higher_is,
        day=day,
        time=time,
    )


def _day_and_time(score: ClinicScore) -> tuple[str, str]:
    at = score.occurred_at
    return format_day_year(at.date()), format_time(at) if score.time_known else ""


def _typed(value: float | None) -> str:
    """Return a number as it is typed, without marks between thousands."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)
