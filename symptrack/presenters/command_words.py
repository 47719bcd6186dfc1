"""What the commands say when they are done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from symptrack.domain.journal import Journal, Kind
from symptrack.presenters import backup_words
from symptrack.presenters.backup_words import difference_lines
from symptrack.presenters.kind_words import counted
from symptrack.storage.checks import CheckName, Problem
from symptrack.storage.comparing import difference
from symptrack.storage.copies import CopyContent
from symptrack.storage.merging import MergeResult
from symptrack.storage.restoring import Restored
from symptrack.texts import _


def import_lines(result: MergeResult, *, rehearsed: bool) -> list[str]:
    """Return one line for each thing that an import did, or would do where it was rehearsed."""
    kept = Counter(conflict.kind for conflict in result.kept)
    lines = [
        _line(_("To add: {what}.") if rehearsed else _("Added: {what}."), result.added),
        _line(_("Already there, skipped: {what}."), result.skipped),
        _line(_("Differs from the journal, which is left as it is: {what}."), kept),
        _line(_("In the journal's trash, left there: {what}."), result.in_trash),
        _line(
            _("To add to the trash: {what}.") if rehearsed else _("Added to the trash: {what}."),
            result.added_to_trash,
        ),
        _choices(result, rehearsed=rehearsed),
    ]
    return [line for line in lines if line] or [_("There is nothing in the file to add.")]


def problem_words(problems: Sequence[Problem]) -> str:
    """Return a sentence that says which checks of the journal failed."""
    names = {
        CheckName.STRUCTURE: _("its structure"),
        CheckName.ENCRYPTION: _("its encrypted pages"),
        CheckName.REFERENCES: _("what its entries refer to"),
        CheckName.KEYS: _("its keys file"),
    }
    return _("The journal is not as it should be ({checks}); nothing was changed.").format(
        checks=", ".join(names[problem.check] for problem in problems)
    )


def holding_words(journal: Journal) -> str:
    """Return a sentence that says that a journal is sound, and what is in it."""
    what = counted({kind: len(getattr(journal, kind.value)) for kind in Kind})
    if not what:
        return _("The journal is sound; it is empty.")
    return _("The journal is sound; it holds {what}.").format(what=what)


def preview_lines(content: CopyContent, journal: Journal | None, now: datetime) -> list[str]:
    """Return what a copy holds, and what putting it back changes in a journal that opens."""
    held = backup_words.holding_words(content.holding, now)
    if journal is None:
        return [held]
    return [held, *difference_lines(difference(journal, content.journal))]


def restored_words(restored: Restored) -> str:
    """Return a sentence that says that a copy was put back, and where the former journal is."""
    if restored.undo is not None:
        return _("Put back. The journal as it was before is the backup {name}.").format(
            name=restored.undo.path.name
        )
    if restored.aside is not None:
        return _("Put back. What was there before lies in the folder {name}.").format(
            name=restored.aside.name
        )
    return _("Put back.")


def _line(sentence: str, numbers: Mapping[Kind, int]) -> str:
    what = counted(numbers)
    return sentence.format(what=what) if what else ""


def _choices(result: MergeResult, *, rehearsed: bool) -> str:
    if not result.choices_filled:
        return ""
    if rehearsed:
        return _("To fill in where the journal has nothing yet: what you say of yourself, choices.")
    return _("Filled in where the journal had nothing yet: what you say of yourself, choices.")
