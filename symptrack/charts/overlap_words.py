"""The mark of a questionnaire that came too soon after the one before; it needs nothing else."""

from symptrack.domain.instrument import Instrument
from symptrack.texts import _, ngettext

FORTNIGHT, MONTH = 14, 28


def overlap_words(instrument: Instrument) -> str:
    """Return the mark of one closer to the one before than its recall allows."""
    if instrument.recall_days == FORTNIGHT:
        return _("overlaps the two weeks before")
    if instrument.recall_days >= MONTH:
        return _("overlaps the month before")
    return ngettext(
        "overlaps the {n} day before", "overlaps the {n} days before", instrument.recall_days
    ).format(n=instrument.recall_days)
