"""Visits and changes of medicines in a period, as the course chart marks them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from symptrack.analysis.period import Period
from symptrack.domain.care import Medication
from symptrack.domain.journal import Journal

_DAY = timedelta(days=1)


class MarkKind(StrEnum):
    """What a mark stands for."""

    VISIT = "visit"
    STARTED = "started"
    DOSE = "dose"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class CareMark:
    """A visit, with whom in ``what``; or a medicine by its name that began, changed or ended.

    ``dose`` is the dose from then on (of one that ended, the last one), ``former`` the dose until
    then where it changed.
    """

    on: date
    kind: MarkKind
    record_id: str
    what: str
    dose: str = ""
    former: str = ""


def care_marks(journal: Journal, period: Period) -> tuple[CareMark, ...]:
    """Return the marks of a period by date.

    A medicine that begins on the last day of one of the same name, or on the day after, is a
    changed dose: neither an end nor a beginning (our own definition). An unknown day has no mark.
    """
    visits = (
        CareMark(one.visited_on, MarkKind.VISIT, one.id, one.with_whom) for one in journal.visits
    )
    marks = [*visits, *_changes(journal.medications)]
    held = [one for one in marks if period.holds(one.on)]
    return tuple(sorted(held, key=lambda one: (one.on, one.what.casefold(), one.record_id)))


def _changes(medications: Iterable[Medication]) -> Iterator[CareMark]:
    found = sorted(medications, key=lambda one: (one.started_on or date.min, one.id))
    followed: set[str] = set()
    for one in found:
        began = one.started_on
        if began is None:
            continue
        former = next((other for other in found if _followed_by(other, one)), None)
        if former is None:
            yield CareMark(began, MarkKind.STARTED, one.id, one.name, one.dose)
        else:
            followed.add(former.id)
            yield CareMark(began, MarkKind.DOSE, one.id, one.name, one.dose, former.dose)
    for one in found:
        if one.ended_on is not None and one.id not in followed:
            yield CareMark(one.ended_on, MarkKind.STOPPED, one.id, one.name, one.dose)


def _followed_by(former: Medication, one: Medication) -> bool:
    ended, began = former.ended_on, one.started_on
    if former.id == one.id or ended is None or began is None:
        return False
    same = former.name.strip().casefold() == one.name.strip().casefold()
    return same and ended <= began <= ended + _DAY
