"""The patient's choices that belong to the journal; only what differs is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from symptrack.domain.help_lines import CrisisLine
from symptrack.domain.limits import check_distinct, check_key, check_range, check_text

FOLLOW_UP_HOURS = (1, 168)
MINUTE_OF_DAY = (0, 1439)
INTERVAL_DAYS = (0, 365)
"""Days between two questionnaires of a kind; 0 where it is not to be asked for."""


LOCK_MIN = (0, 1440)
"""Minutes without anybody at the computer after which it locks; 0 where never."""


class Paper(StrEnum):
    """The paper a report is laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHelp:
    """Help lines that replace those of the country; empty means the country's."""

    emergency: str = ""
    crisis: tuple[CrisisLine, ...] = ()

    def __post_init__(self) -> None:
        check_text("emergency", self.emergency)
        for index, line in enumerate(self.crisis):
            for name in ("name", "call", "text"):
                check_text(f"crisis[{index}].{name}", getattr(line, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpTimes:
    """When a check-in is asked for after a session.

    ``before`` is whether one is asked for before it; ``hours_after`` counts from the session's end,
    and may be empty; ``evening`` is whether the evenings are asked for, at ``evening_minute``, the
    minute of the day (20:00 is 1,200).
    """

    before: bool = True
    hours_after: tuple[int, ...] = (2, 24)
    evening: bool = True
    evening_minute: int = 20 * 60

    def __post_init__(self) -> None:
        for index, hours in enumerate(self.hours_after):
            check_range(f"hours_after[{index}]", hours, *FOLLOW_UP_HOURS)
        check_range("evening_minute", self.evening_minute, *MINUTE_OF_DAY)


class ReportPart(StrEnum):
    """A part of the report's appendix, in the order in which they stand there."""

    QUESTIONNAIRES = "questionnaires"
    CLINIC_SCORES = "clinic_scores"
    SIDE_EFFECTS = "side_effects"
    BENEFIT = "benefit"
    MEDICATIONS = "medications"
    VITALS = "vitals"
    DAYS = "days"
    READING = "reading"


class ReportRange(StrEnum):
    """The stretch that a report is about, as far as it is kept for the next one."""

    ALL = "all"
    SINCE_VISIT = "since_visit"
    LATEST_SERIES = "latest_series"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What goes into the report by default; PHQ-9 item 9 is asked each time and not kept.

    ``left_out`` are the parts of the appendix that stay out.
    """

    paper: Paper = Paper.A4
    label: bool = True
    date_of_birth: bool = False
    range: ReportRange = ReportRange.ALL
    left_out: tuple[ReportPart, ...] = ()

    def __post_init__(self) -> None:
        check_distinct("left_out", self.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockChoices:
    """When a protected journal locks by itself.

    ``after_min`` is how long nobody is at the computer, in minutes; 0 where it is never to lock by
    itself. ``keep_open`` is the last answer to whether it stays open until the next morning after
    a session.
    """

    after_min: int = 15
    keep_open: bool = True

    def __post_init__(self) -> None:
        check_range("after_min", self.after_min, *LOCK_MIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All choices of a journal; ``interval_days`` holds questionnaire intervals by instrument.

    ``calendar_title`` is what the entries of a calendar file are called; empty, the program's name.
    """

    help: OwnHelp = field(default_factory=OwnHelp)
    follow_ups: FollowUpTimes = field(default_factory=FollowUpTimes)
    interval_days: Mapping[str, int] = field(default_factory=dict)
    report: ReportChoices = field(default_factory=ReportChoices)
    calendar_title: str = ""
    lock: LockChoices = field(default_factory=LockChoices)

    def __post_init__(self) -> None:
        for key, days in self.interval_days.items():
            check_key(f"interval_days.{key}", key)
            check_range(f"interval_days.{key}", days, *INTERVAL_DAYS)
        check_text("calendar_title", self.calendar_title)
