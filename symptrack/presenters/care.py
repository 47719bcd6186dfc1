"""Decides what the page of visits and medicines shows, and moves them to the trash and back."""

from dataclasses import dataclass
from datetime import date

from symptrack.domain.care import Medication, Visit
from symptrack.domain.journal import Kind
from symptrack.presenters.care_words import (
    is_taken,
    medicine_words,
    questions_of,
    questions_words,
    taken_words,
    visit_words,
)
from symptrack.presenters.clock import Clock
from symptrack.presenters.medication import MedicationPresenter
from symptrack.presenters.visit import VisitPresenter, next_visit
from symptrack.storage.store import Store
from symptrack.texts import _

FIRST_VISITS = 8
MORE_VISITS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The visit that comes next and what is to be asked there."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRow:
    """A visit or a medicine: ``title`` and lines; ``taken`` says that its dose can change."""

    kind: Kind
    id: str
    title: str
    lines: tuple[str, ...]
    taken: bool = False

    @property
    def spoken(self) -> str:
        """Return all of it in words."""
        return ". ".join((self.title, *self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class CareView:
    """The page; ``visits`` are the others than the next one, the latest first.

    ``more`` says that there are earlier ones than those.
    """

    next_visit: NextVisit | None
    visits: tuple[CareRow, ...]
    more: bool
    taken: tuple[CareRow, ...]
    ended: tuple[CareRow, ...]


class CarePresenter:
    """Makes the page from the journal; ``visit`` and ``medication`` are its forms."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.visit = VisitPresenter(store, clock)
        self.medication = MedicationPresenter(store, clock)

    def view(self, most: int = FIRST_VISITS) -> CareView:
        """Return the page with at most so many visits beside the next one."""
        today = self._clock.now().date()
        visits = [one for one in self._store.all_of(Kind.VISITS) if isinstance(one, Visit)]
        coming = next_visit(visits, today)
        others = [one for one in visits if coming is None or one.id != coming.id]
        others.sort(key=lambda one: (one.visited_on, one.id), reverse=True)
        found = self._store.all_of(Kind.MEDICATIONS)
        medicines = sorted((one for one in found if isinstance(one, Medication)), key=_order)
        return CareView(
            next_visit=_next(coming, today) if coming is not None else None,
            visits=tuple(_visit_row(one, today) for one in others[:most]),
            more=len(others) > most,
            taken=tuple(_medicine_row(one, today) for one in medicines if is_taken(one, today)),
            ended=tuple(
                _medicine_row(one, today)
                for one in sorted(medicines, key=_end, reverse=True)
                if not is_taken(one, today)
            ),
        )

    def delete(self, kind: Kind, record_id: str) -> None:
        """Move a visit or a medicine to the trash.

        Raises
        ------
        SymptrackError
            Where it is there no more or cannot be moved.
        """
        self._store.delete(kind, record_id)

    def restore(self, kind: Kind, record_id: str) -> None:
        """Take it out of the trash again.

        Raises
        ------
        SymptrackError
            Where it does not lie there any more or cannot be moved.
        """
        self._store.restore(kind, record_id)


def _next(visit: Visit, today: date) -> NextVisit:
    return NextVisit(id=visit.id, title=visit_words(visit, today), questions=questions_of(visit))


def _visit_row(visit: Visit, today: date) -> CareRow:
    planned = [_("Planned")] if visit.visited_on > today else []
    said = [questions_words(visit), " ".join(visit.note.split())]
    return CareRow(
        kind=Kind.VISITS,
        id=visit.id,
        title=visit_words(visit, today),
        lines=(*planned, *(one for one in said if one)),
    )


def _medicine_row(medicine: Medication, today: date) -> CareRow:
    note = " ".join(medicine.note.split())
    return CareRow(
        kind=Kind.MEDICATIONS,
        id=medicine.id,
        title=medicine_words(medicine),
        lines=(taken_words(medicine, today), *([note] if note else [])),
        taken=is_taken(medicine, today),
    )


def _order(medicine: Medication) -> tuple[str, date, str]:
    return medicine.name.casefold(), medicine.started_on or date.min, medicine.id


def _end(medicine: Medication) -> date:
    return medicine.ended_on or date.max
