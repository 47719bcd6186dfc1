"""How long the benefit of each session of a period lasted: what the benefit chart shows."""

from dataclasses import dataclass
from datetime import datetime

from symptrack.analysis.benefit import Benefit, days_of_benefit
from symptrack.analysis.course import SessionMark
from symptrack.analysis.period import Period
from symptrack.analysis.reference import Reference
from symptrack.analysis.session_groups import SessionGroup, groups_of, marks_of
from symptrack.analysis.timeline import Recorded, timeline_of


@dataclass(frozen=True, slots=True)
class BenefitCourse:
    """The days of benefit of each done session; ``benefits`` go with ``sessions``, in order."""

    period: Period
    sessions: tuple[SessionMark, ...]
    groups: tuple[SessionGroup, ...]
    benefits: tuple[Benefit, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return the references that sessions were measured against, each once, in order."""
        found = (benefit.reference for benefit in self.benefits)
        return tuple(dict.fromkeys(one for one in found if one is not None))


def summarise_benefit(journal: Recorded, period: Period, now: datetime) -> BenefitCourse:
    """Return the days of benefit of the done sessions of a period; each against its series."""
    timeline = timeline_of(journal)
    marks = marks_of(timeline, period)
    return BenefitCourse(
        period=period,
        sessions=marks,
        groups=groups_of(timeline, marks),
        benefits=tuple(days_of_benefit(timeline, mark.session, now) for mark in marks),
    )
