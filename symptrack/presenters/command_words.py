"""What the commands say when they are done."""

from collections import Counter
from collections.abc import Mapping, Sequence

from symptrack.domain.journal import Journal, Kind
from symptrack.presenters.kind_words import counted
from symptrack.storage.checks import CheckName, Problem
from symptrack.storage.merging import MergeResult
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


def _line(sentence: str, numbers: Mapping[Kind, int]) -> str:
    what = counted(numbers)
    return sentence.format(what=what) if what else ""


def _choices(result: MergeResult, *, rehearsed: bool) -> str:
    if not result.choices_filled:
        return ""
    if rehearsed:
        return _("To fill in where the journal has nothing yet: what you say of yourself, choices.")
    return _("Filled in where the journal had nothing yet: what you say of yourself, choices.")
