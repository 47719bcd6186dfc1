"""Words for what a copy of the journal holds, and for what putting it back would change."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from symptrack.domain.journal import Journal
from symptrack.presenters.kind_words import counted
from symptrack.presenters.words import when_words
from symptrack.storage.comparing import Difference, difference
from symptrack.storage.holding import Holding
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.storage.copies import CopyContent
    from symptrack.storage.restoring import Restored


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What a copy holds, and what putting it back would change, a sentence each."""

    lines: tuple[str, ...]


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


def preview_of(content: "CopyContent", journal: Journal | None, now: datetime) -> PreviewView:
    """Return what a copy holds, and what putting it back changes in a journal that opens."""
    held = holding_words(content.holding, now)
    if journal is None:
        return PreviewView((held,))
    return PreviewView((held, *difference_lines(difference(journal, content.journal))))


def restored_words(restored: "Restored") -> str:
    """Return a sentence that says that a copy was put back, and where the former journal is."""
    if restored.undo is not None:
        return _("Put back. The journal as it was before is the backup {name}.").format(
            name=restored.undo.path.name
        )
    if restored.aside is not None:
        return _("Put back. What was there before lies in the folder {name}.").format(
            name=restored.aside.name
        )
    return _("Put back. There was nothing here before.")
