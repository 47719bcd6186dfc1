"""How many records of each kind, in words."""

from collections.abc import Mapping

from symptrack.domain.journal import Kind
from symptrack.texts import ngettext


def counted(numbers: Mapping[Kind, int]) -> str:
    """Return *1 series, 6 sessions*; kinds without any are left out."""
    return ", ".join(_records(kind, numbers[kind]) for kind in Kind if numbers.get(kind))


def _records(kind: Kind, n: int) -> str:
    words = {
        Kind.SERIES: ngettext("{n} series", "{n} series", n),
        Kind.SESSIONS: ngettext("{n} session", "{n} sessions", n),
        Kind.CHECK_INS: ngettext("{n} check-in", "{n} check-ins", n),
        Kind.RESPONSES: ngettext("{n} questionnaire", "{n} questionnaires", n),
        Kind.CLINIC_SCORES: ngettext(
            "{n} score from your clinic", "{n} scores from your clinic", n
        ),
        Kind.MEDICATIONS: ngettext("{n} medicine", "{n} medicines", n),
        Kind.VISITS: ngettext("{n} visit", "{n} visits", n),
    }
    return words[kind].format(n=n)
