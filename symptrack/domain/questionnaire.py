"""Filled-in questionnaires, their totals, and totals that a clinic gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import check_id, check_instant, check_named, check_range, check_zone
from symptrack.domain.words import Direction, EnteredBy, TotalStatus
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.domain.instrument import Instrument


class Score(NamedTuple):
    """A questionnaire's total and what it rests on."""

    total: int | None
    status: TotalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One filled-in questionnaire.

    ``answers`` maps item keys to the printed values; ``declined`` names items the patient chose
    not to answer; ``difficulty`` is the value of the unscored difficulty item.
    """

    id: str
    instrument: str
    occurred_at: datetime
    time_zone: str
    time_known: bool = True
    entered_at: datetime | None = None
    entered_by: EnteredBy = EnteredBy.PATIENT
    answers: Mapping[str, int] = field(default_factory=dict)
    declined: tuple[str, ...] = ()
    difficulty: int | None = None

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_instant("occurred_at", self.occurred_at)
        check_zone("time_zone", self.time_zone)
        check_instant("entered_at", self.entered_at)
        for index, item in enumerate(self.declined):
            if item in self.answers:
                raise InvalidValue(
                    f"declined[{index}]", _("{item} has an answer as well").format(item=item)
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicScore:
    """A total that a clinic gave, typed in with the range of its scale."""

    id: str
    name: str
    total: float
    occurred_at: datetime
    time_zone: str
    time_known: bool = True
    min: float | None = None
    max: float | None = None
    higher_is: Direction | None = None

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_named("name", self.name)
        check_instant("occurred_at", self.occurred_at)
        check_zone("time_zone", self.time_zone)
        _check_total(self.total, self.min, self.max)


def _check_total(total: float, low: float | None, high: float | None) -> None:
    if low is not None and high is not None:
        if low > high:
            raise InvalidValue("min", _("it is above max"))
        check_range("total", total, low, high)
    elif low is not None and total < low:
        raise InvalidValue("total", _("it is below min"))
    elif high is not None and total > high:
        raise InvalidValue("total", _("it is above max"))


def score(instrument: "Instrument", answers: Mapping[str, int]) -> Score:
    """Return the total of a questionnaire by the instrument's published rule.

    All items answered: their sum, *complete*. Up to ``instrument.missing_max`` missing: the sum
    scaled to all items, rounded half up, *estimated* (PHQ-9: Arrieta 2017). More: no total.
    """
    values = [answers[item.key] for item in instrument.items if item.key in answers]
    missing = len(instrument.items) - len(values)
    if missing == 0:
        return Score(sum(values), TotalStatus.COMPLETE)
    if not values or missing > instrument.missing_max:
        return Score(None, TotalStatus.NONE)
    # Half up in whole numbers: round() would go to the even neighbour.
    scaled = (2 * sum(values) * len(instrument.items) + len(values)) // (2 * len(values))
    return Score(scaled, TotalStatus.ESTIMATED)


def difficulty_asked(instrument: "Instrument", answers: Mapping[str, int]) -> bool:
    """Whether the unscored difficulty item is asked: in the PHQ-9 only where any item is above 0.

    Its own words say so: *If you checked off any problems*.
    """
    if instrument.difficulty is None:
        return False
    return not instrument.difficulty.only_after_problem or any(answers.values())


def check_response(instrument: "Instrument", response: Response) -> None:
    """Refuse answers that the instrument does not offer.

    Raises
    ------
    InvalidValue
        For an unknown item, an answer outside its options, or a difficulty that is not offered.
    """
    allowed = {option.value for option in instrument.options}
    for key, value in response.answers.items():
        _check_item(instrument, f"answers.{key}", key)
        if value not in allowed:
            raise InvalidValue(
                f"answers.{key}",
                _("{value} is outside {low}-{high}").format(
                    value=value, low=min(allowed), high=max(allowed)
                ),
            )
    for index, key in enumerate(response.declined):
        _check_item(instrument, f"declined[{index}]", key)
    if response.difficulty is not None:
        offered = {option.value for option in instrument.difficulty_options}
        if response.difficulty not in offered:
            raise InvalidValue("difficulty", _("it is not among the answers of this item"))


def _check_item(instrument: "Instrument", path: str, key: str) -> None:
    if key not in instrument.item_keys:
        raise InvalidValue(
            path, _("{instrument} has no such item").format(instrument=instrument.key)
        )
