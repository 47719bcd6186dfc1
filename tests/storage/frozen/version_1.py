"""What the frozen journal of version 1 holds.

``v1.db`` and ``v1.keys.json`` were written by :func:`write` when version 1 was current. They are
never written again: a later program has to read them as they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.help_lines import CrisisLine
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.settings import FollowUpTimes, OwnHelp, Paper, ReportChoices, Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import (
    Direction,
    DoseUnit,
    EffectState,
    EnteredBy,
    Mode,
    Moment,
    Route,
    SeriesKind,
    SessionStatus,
    Source,
    VitalMoment,
)
from symptrack.storage.draft_repository import JSON
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store

FIRST_WRITE_AT = datetime(2026, 9, 1, 21, 0, tzinfo=UTC)
DRAFT: dict[str, JSON] = {"ratings": {"mood": 4}, "note": "half a sen", "page": 2}


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


SERIES = Series(
    id=_id(1),
    name="First series",
    kind=SeriesKind.INDUCTION,
    planned_sessions=6,
    first_number=2,
    conditions=("depression", "douleur “chronique”"),
    goal="Sleep through",
    started_on=date(2026, 9, 1),
    ended_on=date(2026, 9, 20),
)
SESSION = Session(
    id=_id(2),
    status=SessionStatus.DONE,
    started_at=_at("2026-09-01T10:30:00-04:00"),
    time_zone="America/New_York",
    route=Route.IV,
    series_id=SERIES.id,
    duration_min=40,
    dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG),
    weight_kg=76.5,
    clinic="Harbour Clinic",
    experience=("floating", "music_intense"),
    vitals=(
        Vital(moment=VitalMoment.BEFORE, systolic=120, diastolic=72, pulse=77, spo2=98),
        Vital(moment=VitalMoment.PEAK, systolic=142, diastolic=89),
    ),
    medicines="Ondansetron 4 mg",
    intention="Let go",
    note="Music: Nils Frahm 🌊",
    entered_at=_at("2026-09-01T18:30:00-04:00"),
    entered_by=EnteredBy.HELPER,
)
PLANNED = Session(
    id=_id(3),
    status=SessionStatus.PLANNED,
    started_at=_at("2026-09-04T12:00:00+12:45"),
    time_zone="Pacific/Chatham",
    route=Route.LOZENGE,
    time_known=False,
)
CHECK_IN = CheckIn(
    id=_id(4),
    occurred_at=_at("2026-09-01T18:05:00.250000-04:00"),
    time_zone="America/New_York",
    session_id=SESSION.id,
    moment=Moment.AFTER,
    entered_at=_at("2026-09-02T00:06:00+02:00"),
    mode=Mode.GENTLE,
    ratings={"mood": 3, "anxiety": 6, "focus": 10},
    side_effects=(
        SideEffectEntry(
            effect="nausea",
            state=EffectState.PRESENT,
            severity=2,
            began_at=_at("2026-09-01T12:00:00-04:00"),
            ask_again=False,
        ),
        SideEffectEntry(
            effect="itching", state=EffectState.GONE, ended_at=_at("2026-09-01T15:00:00-04:00")
        ),
    ),
    note="Zeile eins\nשורה שתיים\x00 end",
)
IMPORTED = CheckIn(
    id=_id(5),
    occurred_at=_at("1999-12-31T12:00:00+00:00"),
    time_zone="Europe/London",
    time_known=False,
    source=Source.DAYLIO,
    mapped=True,
    nothing_to_report=True,
)
RESPONSE = Response(
    id=_id(6),
    instrument="phq9",
    occurred_at=_at("2026-08-30T09:00:00+05:30"),
    time_zone="Asia/Kolkata",
    entered_at=_at("2026-08-30T09:04:00+05:30"),
    answers={f"q{number}": number % 4 for number in range(1, 9)},
    declined=("q9",),
    difficulty=2,
)
CLINIC_SCORE = ClinicScore(
    id=_id(7),
    name="MADRS",
    total=28.5,
    occurred_at=_at("2026-08-31T15:00:00-04:00"),
    time_zone="America/New_York",
    min=0,
    max=60,
    higher_is=Direction.WORSE,
)
MEDICATION = Medication(
    id=_id(8), name="Sertraline", dose="100 mg", started_on=date(2025, 1, 15), note="mornings"
)
VISIT = Visit(
    id=_id(9), visited_on=date(2026, 10, 2), with_whom="Dr. Ó", questions="How long?", note="-"
)
EARLIER_VISIT = replace(VISIT, questions="")
DELETED_VISIT = Visit(id=_id(10), visited_on=date(2026, 9, 2))

JOURNAL = Journal(
    patient=Patient(
        label="J. M.",
        date_of_birth=date(1987, 4, 12),
        weight_kg=76,
        clinic_name="Harbour Clinic",
        clinic_phone="555 0142",
        trusted_contact="Ann, 555 0199",
    ),
    symptoms=(
        Symptom(key="mood"),
        Symptom(
            key="focus",
            label="Focus",
            low="none",
            high="sharp",
            higher_is=Direction.BETTER,
            active=False,
            position=7,
        ),
    ),
    side_effects=(OwnSideEffect(key="itching", label="Itching"),),
    series=(SERIES,),
    sessions=(SESSION, PLANNED),
    check_ins=(IMPORTED, CHECK_IN),
    responses=(RESPONSE,),
    clinic_scores=(CLINIC_SCORE,),
    medications=(MEDICATION,),
    visits=(VISIT,),
    settings=Settings(
        help=OwnHelp(emergency="112", crisis=(CrisisLine(name="Line", call="116 123"),)),
        follow_ups=FollowUpTimes(hours_after=(3, 26), evening_minute=1_230),
        interval_days={"phq9": 7},
        report=ReportChoices(paper=Paper.LETTER, label=False, date_of_birth=True),
    ),
    deleted=(
        DeletedRecord(
            kind=Kind.VISITS,
            deleted_at=FIRST_WRITE_AT + timedelta(minutes=1),
            record=DELETED_VISIT,
        ),
    ),
)


def write(folder: Path) -> None:
    """Write the files, as the program did when version 1 was current."""
    ticks: Iterator[int] = count()
    paths = JournalPaths(folder / "v1.db")
    with Store.open(
        paths, now=lambda: FIRST_WRITE_AT + timedelta(minutes=next(ticks)), create=True
    ) as store:
        store.merge(replace(JOURNAL, visits=(EARLIER_VISIT,), deleted=()))
        store.revise(VISIT)
        store.add(DELETED_VISIT)
        store.delete(Kind.VISITS, DELETED_VISIT.id)
        store.save_draft("check-in", DRAFT)
