"""The journal file's ``settings``: the patient's choices, of which only the unusual are written."""

from symptrack.domain.help_lines import CrisisLine
from symptrack.domain.settings import (
    FOLLOW_UP_HOURS,
    INTERVAL_DAYS,
    LOCK_MIN,
    MINUTE_OF_DAY,
    FollowUpTimes,
    LockChoices,
    OwnHelp,
    Paper,
    ReportChoices,
    ReportPart,
    ReportRange,
    Settings,
)
from symptrack.exchange.journal_file_object import Key, Shape
from symptrack.exchange.journal_file_values import (
    TEXT,
    TRUTH,
    Known,
    by_key,
    check_known,
    several,
    whole,
    word,
)


def _check_instrument(path: str, key: str, known: Known) -> None:
    check_known(path, key, frozenset(known.instruments))


_CRISIS_LINE = Shape(
    CrisisLine, (Key("name", TEXT, required=True), Key("call", TEXT), Key("text", TEXT))
)
_OWN_HELP = Shape(OwnHelp, (Key("emergency", TEXT), Key("crisis", several(_CRISIS_LINE.value()))))
_FOLLOW_UPS = Shape(
    FollowUpTimes,
    (
        Key("before", TRUTH),
        Key("hours_after", several(whole(*FOLLOW_UP_HOURS))),
        Key("evening", TRUTH),
        Key("evening_minute", whole(*MINUTE_OF_DAY)),
    ),
)
_REPORT = Shape(
    ReportChoices,
    (
        Key("paper", word(Paper)),
        Key("label", TRUTH),
        Key("date_of_birth", TRUTH),
        Key("range", word(ReportRange)),
        Key("left_out", several(word(ReportPart))),
    ),
)
_LOCK = Shape(LockChoices, (Key("after_min", whole(*LOCK_MIN)), Key("keep_open", TRUTH)))
SETTINGS = Shape(
    Settings,
    (
        Key("help", _OWN_HELP.value()),
        Key("follow_ups", _FOLLOW_UPS.value()),
        Key("interval_days", by_key(whole(*INTERVAL_DAYS), _check_instrument)),
        Key("report", _REPORT.value()),
        Key("calendar_title", TEXT),
        Key("lock", _LOCK.value()),
    ),
)
