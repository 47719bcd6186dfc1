"""Words for side effects: how strong, how long."""

from symptrack.analysis.effect_duration import Duration
from symptrack.texts import _, ngettext

HOURS_SPOKEN = 48


def severity_name(severity: int | None) -> str:
    """Return the word of a severity within a sentence: *mild (1)*."""
    if severity is None:
        return _("strength not noted")
    return _("{word} ({number})").format(word=severity_word(severity), number=severity)


def severity_word(severity: int) -> str:
    """Return the word of a severity, 0 to 3, within a sentence."""
    return (_("none"), _("mild"), _("moderate"), _("severe"))[severity]


def duration_words(duration: Duration) -> str:
    """Return *3 to 6 h*, *6 h or more*, *up to 6 h*; days from 48 hours on."""
    least, most = duration.at_least_h, duration.at_most_h
    in_days = max(least, most or 0) >= HOURS_SPOKEN
    low = round(least / 24 if in_days else least)
    if most is None:
        words = (
            ngettext("{n} day or more", "{n} days or more", low) if in_days else _("{n} h or more")
        )
        return words.format(n=low)
    high = max(round(most / 24 if in_days else most), 1)
    if low == 0:
        words = ngettext("up to {n} day", "up to {n} days", high) if in_days else _("up to {n} h")
        return words.format(n=high)
    if low == high:
        words = ngettext("{n} day", "{n} days", high) if in_days else _("{n} h")
        return words.format(n=high)
    words = _("{low} to {high} days") if in_days else _("{low} to {high} h")
    return words.format(low=low, high=high)
