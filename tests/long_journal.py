"""A journal of many years, invented the same way each time, for pictures, benchmarks and tests."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import exp
from random import Random
from zoneinfo import ZoneInfo

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.questionnaire import Response
from symptrack.domain.series import Series
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import (
    EffectState,
    EnteredBy,
    Mode,
    Moment,
    Route,
    SeriesKind,
    SessionStatus,
    VitalMoment,
)

HOME = "America/New_York"
AWAY = "Europe/Berlin"
ENDS_ON = date(2026, 11, 20)
INDUCTION_DAYS = (0, 3, 7, 10, 14, 17)
LEAD_IN_DAYS = 8
DAILY_FOR_DAYS = 28
LONG_PAUSE_DAYS = 84
EFFECTS = ("drowsiness", "dissociation", "dizziness", "nausea", "numbness_tingling", "headache")
NOTES = (
    "Slept through for the first time in weeks.",
    "Went for a short walk.",
    "Quiet evening, listened to music.",
    "The fog is creeping back, slower than last time.",
    "Ärger bei der Arbeit, 今日は静か。",
)


def long_journal(years: int = 10, ends_on: date = ENDS_ON) -> Journal:
    """Return a journal of ``years`` whole years up to ``ends_on``.

    An induction of six, then single sessions about monthly with a few long pauses; check-ins on
    most days, weekly late in a pause, with late ones, gaps, notes and side effects; questionnaires
    fortnightly in some years; a planned session ahead and one that was missed. Ten years hold
    about 125 sessions and 3,500 check-ins.
    """
    return _Patient(years, ends_on).journal()


class _Patient:
    """The invented patient, day after day."""

    def __init__(self, years: int, ends_on: date) -> None:
        self._random = Random(years)
        self._first_on = ends_on - timedelta(days=round(365.25 * years))
        self._ends_on = ends_on
        self._induction_on = self._first_on + timedelta(days=LEAD_IN_DAYS)
        self._series = (
            self._one_series("First series", SeriesKind.INDUCTION, self._induction_on, 1),
            self._one_series(
                "Maintenance",
                SeriesKind.MAINTENANCE,
                self._induction_on + timedelta(days=INDUCTION_DAYS[-1] + 21),
                1 + len(INDUCTION_DAYS),
            ),
        )
        self._sessions = list(self._done_sessions())
        self._quiet = self._quiet_days()

    def journal(self) -> Journal:
        """Return everything the patient recorded."""
        return Journal(
            patient=Patient(
                label="J. M.",
                date_of_birth=date(1987, 4, 12),
                weight_kg=76,
                clinic_name="Harbour Clinic",
                clinic_phone="555 0142",
            ),
            series=self._series,
            sessions=(*self._sessions, *self._other_sessions()),
            check_ins=tuple(self._check_ins()),
            responses=tuple(self._responses()),
            medications=tuple(self._medications()),
            visits=tuple(self._visits()),
        )

    def _id(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def _one_series(self, name: str, kind: SeriesKind, on: date, first_number: int) -> Series:
        induction = kind is SeriesKind.INDUCTION
        return Series(
            id=self._id(),
            name=name,
            kind=kind,
            planned_sessions=len(INDUCTION_DAYS) if induction else None,
            first_number=first_number,
            conditions=("depression",),
            started_on=on,
            ended_on=on + timedelta(days=INDUCTION_DAYS[-1]) if induction else None,
        )

    def _done_sessions(self) -> Iterator[Session]:
        induction, maintenance = self._series
        for days in INDUCTION_DAYS:
            yield self._session(induction, self._induction_on + timedelta(days=days))
        assert maintenance.started_on is not None
        on = maintenance.started_on
        while on <= self._ends_on - timedelta(days=3):
            yield self._session(maintenance, on)
            days = self._random.choice((24, 27, 28, 28, 28, 28, 30, 31))
            on += timedelta(days=LONG_PAUSE_DAYS if self._rarely(0.02) else days)

    def _session(
        self, series: Series, on: date, status: SessionStatus = SessionStatus.DONE
    ) -> Session:
        started_at = _at(on, 10, 30)
        done = status is SessionStatus.DONE
        systolic = self._random.randint(128, 152)
        peak = Vital(
            moment=VitalMoment.PEAK, systolic=systolic, diastolic=systolic - 54, pulse=84, spo2=97
        )
        return Session(
            id=self._id(),
            series_id=series.id,
            status=status,
            started_at=started_at,
            time_zone=HOME,
            route=Route.IV,
            duration_min=40 if done else None,
            dose=Dose(value=38) if done else None,
            weight_kg=76 if done else None,
            clinic="Harbour Clinic",
            vitals=(peak,) if done else (),
            medicines="Ondansetron 4 mg" if done else "",
            entered_at=started_at + timedelta(hours=7 if done else -100),
        )

    def _other_sessions(self) -> Iterator[Session]:
        _induction, maintenance = self._series
        half_way = self._sessions[len(self._sessions) // 2].started_at.date()
        yield self._session(maintenance, half_way + timedelta(days=2), SessionStatus.MISSED)
        ahead = self._ends_on + timedelta(days=16)
        yield self._session(maintenance, ahead, SessionStatus.PLANNED)

    def _quiet_days(self) -> set[date]:
        """Return the days without an entry: single ones, some days in a row, a holiday a year."""
        days = (self._ends_on - self._first_on).days
        quiet = {self._first_on + timedelta(days=day) for day in range(days) if self._rarely(0.02)}
        for year in range(days // 365 + 1):
            for gap in (3, 8):
                start = self._first_on + timedelta(
                    days=365 * year + self._random.randrange(30, 340)
                )
                quiet.update(start + timedelta(days=day) for day in range(gap))
        return quiet

    def _rarely(self, share: float) -> bool:
        return self._random.random() < share

    def _check_ins(self) -> Iterator[CheckIn]:
        by_day = {session.started_at.date(): session for session in self._sessions}
        previous: Session | None = None
        on = self._first_on
        while on <= self._ends_on:
            session, following = by_day.get(on), by_day.get(on - timedelta(days=1))
            if session is not None:
                yield from self._session_day(session)
                previous = session
            elif on in self._quiet or _weekly_only(on, previous):
                pass
            elif following is not None:
                yield self._check_in(_at(on, 10, 30), following, self._effects(following, 24))
            else:
                yield self._check_in(self._evening(on), previous)
            on += timedelta(days=1)

    def _session_day(self, session: Session) -> Iterator[CheckIn]:
        start = session.started_at
        yield self._check_in(start - timedelta(hours=1), session, moment=Moment.BEFORE)
        if not self._rarely(0.2):
            yield self._check_in(
                start + timedelta(hours=2), session, self._effects(session, 2), mode=Mode.GENTLE
            )
        yield self._check_in(start + timedelta(hours=7), session, self._effects(session, 7))

    def _evening(self, on: date) -> datetime:
        """Return an evening, two weeks of each July in another zone."""
        zone = AWAY if on.month == 7 and on.day <= 14 else HOME
        return _at(on, 20, self._random.randrange(60), zone)

    def _check_in(
        self,
        at: datetime,
        session: Session | None,
        effects: tuple[SideEffectEntry, ...] | None = None,
        *,
        moment: Moment = Moment.AFTER,
        mode: Mode = Mode.FULL,
    ) -> CheckIn:
        mood, anxiety = self._mood(at), self._anxiety(at)
        gentle = mode is Mode.GENTLE
        return CheckIn(
            id=self._id(),
            session_id=session.id if session else None,
            moment=moment if session else Moment.BEFORE,
            occurred_at=at,
            time_zone=AWAY if at.utcoffset() == timedelta(hours=2) else HOME,
            entered_at=at + timedelta(hours=20 if self._rarely(0.03) else 0),
            entered_by=EnteredBy.HELPER if gentle and self._rarely(0.3) else EnteredBy.PATIENT,
            mode=mode,
            ratings={"mood": mood} if gentle else {"mood": mood, "anxiety": anxiety},
            nothing_to_report=effects is None and self._rarely(0.3),
            side_effects=effects or (),
            note=self._random.choice(NOTES) if self._rarely(0.06) else "",
        )

    def _lift(self, at: datetime) -> float:
        """Return how far the latest sessions still carry, 0 to about 1."""
        days = [(at - one.started_at) / timedelta(days=1) for one in self._near(at)]
        return sum(exp(-day / 12) for day in days if day > 0)

    def _near(self, at: datetime) -> list[Session]:
        return [one for one in self._sessions if abs(at - one.started_at) < timedelta(days=45)]

    def _mood(self, at: datetime) -> int:
        return _rating(2.9 + 3.4 * min(1.2, self._lift(at)) + self._random.gauss(0, 0.6))

    def _anxiety(self, at: datetime) -> int:
        return _rating(6.8 - 2.4 * min(1.2, self._lift(at)) + self._random.gauss(0, 0.7))

    def _effects(self, session: Session, hours: int) -> tuple[SideEffectEntry, ...]:
        """Return most of a session's side effects: strong at 2 h, mild at 7 h, gone at 24 h."""
        chosen = Random(session.id).sample(EFFECTS, 3)
        severity = {2: self._random.randint(1, 3), 7: self._random.randint(0, 1)}.get(hours, 0)
        lingers = hours == 24 and self._rarely(0.05)
        return tuple(
            SideEffectEntry(
                effect=effect,
                severity=1 if lingers else severity,
                state=EffectState.PRESENT if severity or lingers else EffectState.GONE,
            )
            for effect in chosen
        )

    def _responses(self) -> Iterator[Response]:
        """Yield PHQ-9 and GAD-7 each fortnight of the first two years and the last."""
        on = self._induction_on - timedelta(days=2)
        while on <= self._ends_on:
            asked = (on - self._first_on).days < 730 or (self._ends_on - on).days < 365
            if asked and not self._rarely(0.1):
                at = _at(on, 9, 0)
                severity = max(0.0, 2.3 - 1.3 * self._lift(at))
                yield self._response("phq9", 9, at, severity)
                yield self._response("gad7", 7, at, severity)
            on += timedelta(days=14)

    def _response(self, instrument: str, items: int, at: datetime, severity: float) -> Response:
        answers = {
            f"q{number}": max(0, min(3, round(severity + self._random.gauss(0, 0.5))))
            for number in range(1, items + 1)
        }
        return Response(
            id=self._id(),
            instrument=instrument,
            occurred_at=at,
            time_zone=HOME,
            entered_at=at,
            answers=answers,
        )

    def _medications(self) -> Iterator[Medication]:
        changed_on = self._first_on + timedelta(days=400)
        yield Medication(id=self._id(), name="Sertraline", dose="100 mg daily", ended_on=changed_on)
        doses = ("75 mg daily", "150 mg daily", "225 mg daily", "150 mg daily")
        for years, dose in enumerate(doses):
            began_on = changed_on + timedelta(days=400 * years)
            ended_on = began_on + timedelta(days=399) if years + 1 < len(doses) else None
            yield Medication(
                id=self._id(), name="Venlafaxine", dose=dose, started_on=began_on, ended_on=ended_on
            )
        yield Medication(
            id=self._id(),
            name="Zolpidem",
            dose="5 mg if needed",
            started_on=self._induction_on,
            ended_on=self._induction_on + timedelta(days=20),
            note="For the first weeks only.",
        )

    def _visits(self) -> Iterator[Visit]:
        on = self._induction_on + timedelta(days=31)
        while on <= self._ends_on:
            yield Visit(id=self._id(), visited_on=on, with_whom="Dr A. Okafor")
            on += timedelta(days=91)
        yield Visit(
            id=self._id(),
            visited_on=on,
            with_whom="Dr A. Okafor",
            questions="May the sessions be further apart?\nHow long do the effects last?",
        )


def _at(on: date, hour: int, minute: int, zone: str = HOME) -> datetime:
    return fixed_offset(datetime.combine(on, time(hour, minute), ZoneInfo(zone)))


def _weekly_only(on: date, previous: Session | None) -> bool:
    """Whether a day has no entry because entries are weekly by now."""
    days = (on - previous.started_at.date()).days if previous else 0
    return days > DAILY_FOR_DAYS and days % 7 != 0


def _rating(value: float) -> int:
    return max(0, min(10, round(value)))
