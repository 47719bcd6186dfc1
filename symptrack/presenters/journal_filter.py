"""Which of the journal's entries are listed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from symptrack.analysis.timing import is_late
from symptrack.domain.care import Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.session import Session, by_start
from symptrack.domain.words import Route, Source
from symptrack.presenters.journal_order import Listed
from symptrack.texts import _


class Shown(StrEnum):
    """What kind of entries is listed."""

    EVERYTHING = "everything"
    SESSIONS = "sessions"
    CHECK_INS = "check_ins"
    QUESTIONNAIRES = "questionnaires"
    VISITS = "visits"
    NOTES = "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """What is asked of the list; ``asked`` are words that must begin a word of a text."""

    shown: Shown = Shown.EVERYTHING
    series_id: str = ""
    late: bool = False
    imported: bool = False
    asked: str = ""

    @property
    def chooses(self) -> bool:
        """Whether entries are chosen one by one, not only by their series."""
        return (
            bool(self.searches or self.late or self.imported) or self.shown is not Shown.EVERYTHING
        )

    @property
    def narrows(self) -> bool:
        """Whether anything may be left out."""
        return self.chooses or bool(self.series_id)

    @property
    def searches(self) -> bool:
        """Whether words are asked for."""
        return bool(self.asked.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOffers:
    """What can be chosen: each kind with its words, the series, and what there is any of."""

    kinds: tuple[tuple[Shown, str], ...]
    series: tuple[tuple[str, str], ...]
    late: bool
    imported: bool


def offers_of(journal: Journal) -> FilterOffers:
    """Return what a journal's list can be narrowed to."""
    dated: list[CheckIn | Response | Session] = [
        *journal.check_ins,
        *journal.responses,
        *journal.sessions,
    ]
    several = journal.series if len(journal.series) > 1 else ()
    return FilterOffers(
        kinds=(
            (Shown.EVERYTHING, _("Everything")),
            (Shown.SESSIONS, _sessions_words(journal.sessions)),
            (Shown.CHECK_INS, _("Check-ins")),
            (Shown.QUESTIONNAIRES, _("Questionnaires")),
            (Shown.VISITS, _("Visits")),
            (Shown.NOTES, _("Notes")),
        ),
        series=tuple((one.id, one.name) for one in several),
        late=any(map(is_late, dated)),
        imported=any(map(_is_imported, journal.check_ins)),
    )


def _sessions_words(sessions: Sequence[Session]) -> str:
    ordered = by_start(sessions)
    infusion = not ordered or ordered[-1].route is Route.IV
    return _("Infusions") if infusion else _("Sessions")


def keeps(wanted: JournalFilter, record: Session | Listed, found: Collection[str]) -> bool:
    """Whether an entry is listed; ``found`` are the ids of those in which a search found words."""
    if wanted.searches and record.id not in found:
        return False
    if wanted.late and not (isinstance(record, CheckIn | Response | Session) and is_late(record)):
        return False
    if wanted.imported and not (isinstance(record, CheckIn) and _is_imported(record)):
        return False
    return _is_kind(wanted.shown, record)


def _is_kind(shown: Shown, record: Session | Listed) -> bool:
    if shown is Shown.NOTES:
        return bool(_written(record))
    kinds: dict[Shown, tuple[type, ...]] = {
        Shown.EVERYTHING: (object,),
        Shown.SESSIONS: (Session,),
        Shown.CHECK_INS: (CheckIn,),
        Shown.QUESTIONNAIRES: (Response, ClinicScore),
        Shown.VISITS: (Visit,),
    }
    return isinstance(record, kinds[shown])


def _written(record: Session | Listed) -> str:
    if isinstance(record, Session):
        return record.note or record.intention
    if isinstance(record, Visit):
        return record.note or record.questions
    return record.note if isinstance(record, CheckIn) else ""


def _is_imported(check_in: CheckIn) -> bool:
    return check_in.source is not Source.SYMPTRACK
