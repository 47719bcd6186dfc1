"""What is said when the journal cannot be opened: what happened, what is safe, ways on."""

from dataclasses import dataclass

from symptrack.domain.errors import (
    DiskFull,
    EncryptionUnavailable,
    JournalDamaged,
    JournalInUse,
    JournalReadOnly,
    JournalTooNew,
    KeyMissing,
    SymptrackError,
)
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """The page: ``again`` is what to do before trying again, ``other`` what another file may be."""

    title: str
    sentence: str
    safe: str
    again: str
    other: str


def problem_view(error: SymptrackError) -> ProblemView:
    """Return the page for an error of opening."""
    return ProblemView(
        title=_title(error),
        sentence=str(error),
        safe=_("Nothing has been deleted or changed."),
        again=_again(error),
        other=_("A journal, or a copy of one, that lies somewhere else."),
    )


def _title(error: SymptrackError) -> str:
    titles: dict[type[SymptrackError], str] = {
        JournalInUse: _("Your journal is open already"),
        JournalTooNew: _("Your journal needs a newer Symptrack"),
        KeyMissing: _("The key to your journal is missing"),
        JournalReadOnly: _("Your journal cannot be written to"),
        DiskFull: _("There is no room left on the disk"),
    }
    return titles.get(type(error), _("Your journal could not be opened"))


def _again(error: SymptrackError) -> str:
    steps: dict[type[SymptrackError], str] = {
        JournalInUse: _("Close the other Symptrack window or command first."),
        JournalTooNew: _("Install the newer version of Symptrack first."),
        KeyMissing: _(
            "Put the file that ends in .keys.json back beside the journal first, "
            "or the backups folder, which holds a copy of it."
        ),
        JournalReadOnly: _(
            "Allow your user to write to the journal and its folder, or move both to a folder "
            "of your own."
        ),
        DiskFull: _("Make some room on the disk first, then nothing else is needed."),
        JournalDamaged: _(
            "If the journal is on a stick or a network drive, connect it well first. "
            "Keep the file: a damaged journal can often be put right."
        ),
        EncryptionUnavailable: _("Install Symptrack again first: a part of it is missing."),
    }
    usual = _("If the journal is on a stick or a network drive, connect it first.")
    return steps.get(type(error), usual)
