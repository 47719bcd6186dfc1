"""How complete a record is."""

from dataclasses import dataclass

from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import is_late, recorded_on
from symptrack.domain.words import EnteredBy


@dataclass(frozen=True, slots=True)
class Completeness:
    """Days of a period, those with a check-in, and all its check-ins.

    ``late`` of them were entered late, ``by_helper`` by someone else for the patient.
    """

    days: int
    days_with_check_in: int
    check_ins: int
    late: int
    by_helper: int = 0


def completeness(journal: Recorded, period: Period) -> Completeness:
    """Return how complete the check-ins of a period are.

    A check-in counts for the date its own wall clock showed. Our definition.
    """
    check_ins = [one for one in timeline_of(journal).check_ins if period.holds(recorded_on(one))]
    return Completeness(
        days=period.days,
        days_with_check_in=len({recorded_on(one) for one in check_ins}),
        check_ins=len(check_ins),
        late=sum(is_late(one) for one in check_ins),
        by_helper=sum(one.entered_by is EnteredBy.HELPER for one in check_ins),
    )
