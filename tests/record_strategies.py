"""Hypothesis strategies for single records: text of any script, odd offsets, unknown hours."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.help_lines import CrisisLine
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.patient import Patient
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.settings import (
    FollowUpTimes,
    LockChoices,
    OwnHelp,
    Paper,
    ReportChoices,
    ReportPart,
    ReportRange,
    Settings,
)
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.symptom import BUILT_IN_KEYS, Symptom
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

ZONES = ("America/New_York", "Asia/Kolkata", "Pacific/Chatham", "Europe/Berlin", "UTC")
FIRST_AT, LAST_AT = datetime(1900, 1, 1), datetime(2200, 12, 31, 23, 59, 59)  # noqa: DTZ001

ids = st.uuids().map(str)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = texts.filter(lambda text: bool(text.strip()))
notes = st.one_of(
    texts, st.sampled_from(["", "é" * 20_000, "<b>$\\frac$ =cmd \x00 \u202e שלום 🌙"])
)
keys = st.from_regex(r"[a-z][a-z0-9]{0,9}(_[a-z0-9]{1,9}){0,2}", fullmatch=True)
dates = st.dates(date(1900, 1, 1), date(2200, 12, 31))
offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(
    lambda minutes: timezone(timedelta(minutes=minutes)) if minutes else UTC
)
instants = st.builds(
    lambda wall_clock, offset: wall_clock.replace(tzinfo=offset),
    st.datetimes(FIRST_AT, LAST_AT),
    offsets,
)
weights = st.one_of(st.none(), st.floats(20, 400))


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy, or nothing."""
    return st.one_of(st.none(), strategy)


def whole(low: int, high: int) -> st.SearchStrategy[int | None]:
    """Return a whole number, or nothing."""
    return optional(st.integers(low, high))


patients = st.builds(
    Patient,
    label=texts,
    date_of_birth=optional(dates),
    weight_kg=weights,
    clinic_name=texts,
    clinic_phone=texts,
    trusted_contact=notes,
)
symptoms = st.builds(
    Symptom,
    key=st.one_of(st.sampled_from(sorted(BUILT_IN_KEYS)), keys),
    label=texts,
    low=texts,
    high=texts,
    higher_is=optional(st.sampled_from(Direction)),
    active=st.booleans(),
    position=whole(0, 10_000),
)
own_effects = st.builds(OwnSideEffect, key=keys, label=texts)
series = st.builds(
    Series,
    id=ids,
    name=texts,
    kind=optional(st.sampled_from(SeriesKind)),
    planned_sessions=whole(1, 200),
    first_number=st.integers(1, 10_000),
    conditions=st.lists(texts, max_size=2).map(tuple),
    goal=notes,
    started_on=optional(dates),
    ended_on=optional(dates),
)
doses = st.one_of(
    st.builds(Dose, value=st.floats(0, 2_000, exclude_min=True), unit=st.just(DoseUnit.MG)),
    st.builds(Dose, value=st.floats(0, 20, exclude_min=True), unit=st.just(DoseUnit.MG_PER_KG)),
)
vitals = st.builds(
    Vital,
    moment=st.sampled_from(VitalMoment),
    systolic=whole(201, 300),
    diastolic=whole(20, 200),
    pulse=whole(20, 250),
    spo2=whole(50, 100),
)
medications = st.builds(
    Medication,
    id=ids,
    name=texts,
    dose=texts,
    started_on=optional(dates),
    ended_on=optional(dates),
    note=notes,
)
visits = st.builds(Visit, id=ids, visited_on=dates, with_whom=texts, questions=notes, note=notes)
settings = st.builds(
    Settings,
    help=st.builds(
        OwnHelp,
        emergency=texts,
        crisis=st.lists(st.builds(CrisisLine, name=texts, call=texts, text=texts), max_size=2).map(
            tuple
        ),
    ),
    follow_ups=st.builds(
        FollowUpTimes,
        before=st.booleans(),
        hours_after=st.lists(st.integers(1, 168), max_size=3).map(tuple),
        evening=st.booleans(),
        evening_minute=st.integers(0, 1439),
    ),
    interval_days=st.dictionaries(
        st.sampled_from(sorted(load_instruments())), st.integers(0, 365), max_size=2
    ),
    report=st.builds(
        ReportChoices,
        paper=st.sampled_from(Paper),
        label=st.booleans(),
        date_of_birth=st.booleans(),
        range=st.sampled_from(ReportRange),
        left_out=st.lists(st.sampled_from(ReportPart), unique=True, max_size=3).map(tuple),
    ),
    calendar_title=texts,
    lock=st.builds(LockChoices, after_min=st.integers(0, 1440), keep_open=st.booleans()),
)


def sessions(series_ids: Sequence[str]) -> st.SearchStrategy[Session]:
    """Return sessions of these series, or of none."""
    return st.builds(
        Session,
        id=ids,
        status=st.sampled_from(SessionStatus),
        started_at=instants,
        time_zone=st.sampled_from(ZONES),
        route=st.sampled_from(Route),
        series_id=st.sampled_from([None, *series_ids]),
        time_known=st.booleans(),
        duration_min=whole(1, 14_400),
        dose=optional(doses),
        weight_kg=weights,
        clinic=texts,
        experience=st.lists(
            st.sampled_from(sorted(load_side_effects().experiences)), max_size=2, unique=True
        ).map(tuple),
        vitals=st.lists(vitals, max_size=2).map(tuple),
        medicines=notes,
        intention=notes,
        note=notes,
        entered_at=optional(instants),
        entered_by=st.sampled_from(EnteredBy),
    )


def check_ins(
    session_ids: Sequence[str], symptom_keys: Sequence[str], effect_keys: Sequence[str]
) -> st.SearchStrategy[CheckIn]:
    """Return check-ins about these symptoms and side effects."""
    return st.builds(
        CheckIn,
        id=ids,
        occurred_at=instants,
        time_zone=st.sampled_from(ZONES),
        session_id=st.sampled_from([None, *session_ids]),
        moment=optional(st.sampled_from(Moment)),
        time_known=st.booleans(),
        entered_at=optional(instants),
        entered_by=st.sampled_from(EnteredBy),
        mode=st.sampled_from(Mode),
        source=st.sampled_from(Source),
        mapped=st.booleans(),
        ratings=st.dictionaries(st.sampled_from(symptom_keys), st.integers(0, 10), max_size=3),
        nothing_to_report=st.booleans(),
        side_effects=st.lists(
            st.builds(
                SideEffectEntry,
                effect=st.sampled_from(effect_keys),
                state=st.sampled_from(EffectState),
                severity=whole(0, 3),
                began_at=optional(instants),
                ended_at=optional(instants),
                ask_again=st.booleans(),
            ),
            max_size=2,
        ).map(tuple),
        note=notes,
    )


@st.composite
def responses(draw: st.DrawFn) -> Response:
    """Return a questionnaire with some items answered, some declined, some left out."""
    instrument: Instrument = draw(st.sampled_from(sorted(load_instruments().items())))[1]
    fate = {
        item.key: draw(st.integers(-2, len(instrument.options) - 1)) for item in instrument.items
    }
    offered = [option.value for option in instrument.difficulty_options]
    return Response(
        id=draw(ids),
        instrument=instrument.key,
        occurred_at=draw(instants),
        time_zone=draw(st.sampled_from(ZONES)),
        time_known=draw(st.booleans()),
        entered_at=draw(optional(instants)),
        entered_by=draw(st.sampled_from(EnteredBy)),
        answers={key: value for key, value in fate.items() if value >= 0},
        declined=tuple(key for key, value in fate.items() if value == -1),
        difficulty=draw(st.sampled_from([None, *offered])),
    )


_FINITE = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def clinic_scores(draw: st.DrawFn) -> ClinicScore:
    """Return a clinic's total within its scale, where the scale is given."""
    low, total, high = sorted(draw(st.lists(_FINITE, min_size=3, max_size=3)))
    return ClinicScore(
        id=draw(ids),
        name=draw(names),
        total=total,
        occurred_at=draw(instants),
        time_zone=draw(st.sampled_from(ZONES)),
        time_known=draw(st.booleans()),
        min=draw(st.sampled_from([None, low])),
        max=draw(st.sampled_from([None, high])),
        higher_is=draw(optional(st.sampled_from(Direction))),
    )
