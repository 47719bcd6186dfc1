"""Words for what a copy of the journal holds, and for what putting it back would change."""

from datetime import datetime

from symptrack.presenters.kind_words import counted
from symptrack.presenters.words import when_words
from symptrack.storage.comparing import Difference
from symptrack.storage.holding import Holding
from symptrack.texts import _


def holding_words(holding: Holding, now: datetime) -> str:
    """Return a sentence that says what a copy holds and how new the newest of it is."""
    what = counted(holding.counts)
    if not what:
        return _("It is empty.")
    if holding.newest_at is None:
        return _("It holds {what}.").format(what=what)
    return _("It holds {what}; the newest entry: {when}.").format(
        what=what, when=when_words(holding.newest_at, now)
    )


def difference_lines(difference: Difference) -> list[str]:
    """Return one line for each thing that would change, or one that says that nothing would."""
    goes, comes = counted(difference.goes), counted(difference.comes)
    changes = counted(difference.changes)
    lines = [
        goes and _("Not in the copy, so out of the journal then: {what}.").format(what=goes),
        comes and _("Back in the journal then: {what}.").format(what=comes),
        changes and _("As they were before a change: {what}.").format(what=changes),
        difference.choices and _("As they were: what you say of yourself, and your choices."),
    ]
    return [line for line in lines if line] or [
        _("The journal holds the same; nothing would change.")
    ]
