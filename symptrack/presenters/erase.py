"""Erasing everything: what goes and what stays, in plain words, and a word to type for it."""

from dataclasses import dataclass

from symptrack.domain.errors import InvalidValue
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseView:
    """The page: ``goes`` is what is erased, ``stays`` what only the patient can remove."""

    title: str
    lead: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    asked: str


class ErasePresenter:
    """Decides whether everything may be erased.

    Parameters
    ----------
    protected
        Whether it takes a secret to open the journal.
    """

    def __init__(self, *, protected: bool) -> None:
        self._protected = protected

    def view(self) -> EraseView:
        """Return the page."""
        return EraseView(
            title=_("Erase everything"),
            lead=_("Your journal goes from this computer for good. There is no undo."),
            goes=(
                _("The journal with every entry, the files you brought in, drafts and the trash"),
                _("All backups on this computer, and damaged files that were kept"),
                _("The keys, also the one in this computer’s keyring"),
                _("Symptrack’s log, and your choice of colours, text size and country"),
            ),
            stays=(
                _("Copies that you saved elsewhere; their recovery codes still open them"),
                _("Reports, charts and other files that you saved"),
                _("What this computer’s own backups hold"),
                self._traces(),
            ),
            asked=_("Type the word “{word}” here").format(word=_word()),
        )

    def check(self, typed: str) -> None:
        """Make sure that the word was typed.

        Raises
        ------
        InvalidValue
            Where it was not.
        """
        if typed.strip().casefold() != _word().casefold():
            raise InvalidValue(
                "", _("To erase everything, type “{word}” here first.").format(word=_word())
            )

    def _traces(self) -> str:
        if self._protected:
            return _("Traces of removed files that some disks keep; your passphrase guards them")
        return _(
            "Traces of removed files that some disks keep; without a passphrase, the key may be "
            "among them"
        )


def erased_words() -> str:
    """Say that it is done."""
    return _("Everything is erased. Symptrack begins anew.")


def _word() -> str:
    return _("erase")
