"""What leaves the journal in a file that is no journal file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import hours_after
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.session import Session
from symptrack.domain.settings import Settings
from symptrack.exchange.selection import Wanted, part_of, without_notes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The records that leave, seen from the whole journal.

    ``journal`` holds what leaves; ``timeline`` is the whole journal's, so that the number of a
    session and the hours since it do not depend on what is left out. ``answers`` says whether the
    single answers of questionnaires leave, beside their totals. ``session_ids`` and
    ``own_effect_labels`` are those that leave, ready to be looked up.
    """

    journal: Journal
    timeline: Timeline
    answers: bool
    session_ids: frozenset[str]
    own_effect_labels: Mapping[str, str]

    def session_before(self, record: CheckIn | Response | ClinicScore) -> Session | None:
        """Return the latest done session that started before a record, or ``None``."""
        return self.timeline.session_followed(record)

    def hours_after(self, record: CheckIn | Response | ClinicScore) -> float | None:
        """Return the hours from the end of that session, where both times are known."""
        session = self.session_before(record)
        if session is None or not (session.time_known and record.time_known):
            return None
        return hours_after(session, record.occurred_at)


def outgoing(
    recorded: Recorded, wanted: Wanted, today_on: date, *, notes: bool, answers: bool = True
) -> Outgoing:
    """Return what leaves: never the trash or the settings, and notes only where asked for.

    Raises
    ------
    RefusedRequest
        As :func:`~symptrack.exchange.selection.part_of` does, where only a part is wanted.
    """
    timeline = timeline_of(recorded)
    journal = timeline.journal
    if not wanted.everything:
        leaving = part_of(journal, wanted, today_on, notes=notes)
    else:
        leaving = replace(journal, settings=Settings(), deleted=())
        leaving = leaving if notes else without_notes(leaving)
    sessions = frozenset(one.id for one in leaving.sessions)
    return Outgoing(leaving, timeline, answers, sessions, leaving.own_effect_labels)
