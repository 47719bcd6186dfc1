"""The warning about a journal that lies where it can come to harm: said until it is read, once."""

from pathlib import Path

from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.journal_place import Place, place_of_journal
from symptrack.texts import _


class PlaceWarning:
    """What is said of the place of a journal; which one was warned of is a preference.

    Parameters
    ----------
    journal
        The journal's file.
    """

    def __init__(self, journal: Path, preferences: PreferencesFile) -> None:
        self._folder = journal.parent
        self._preferences = preferences

    def words(self) -> str:
        """Return what is wrong with the place and what to do; nothing where all is well."""
        if self._preferences.current.warned_of == str(self._folder):
            return ""
        place = place_of_journal(self._folder)
        return "" if place is None else place_words(place)

    def was_read(self) -> None:
        """Remember that it was read.

        Raises
        ------
        SymptrackError
            Where that cannot be kept.
        """
        self._preferences.change(warned_of=str(self._folder))


def place_words(place: Place) -> str:
    """Return what can happen in a place, and what to do."""
    harm = {
        Place.SYNCED: _(
            "Your journal lies in a folder that is kept in step with a server. That can damage it "
            "or bring back an old one, and it leaves this computer."
        ),
        Place.NETWORK: _(
            "Your journal lies on a network drive. What you save can be lost when the connection "
            "breaks."
        ),
        Place.REMOVABLE: _(
            "Your journal lies on a drive that can be pulled out. What you save can be lost then."
        ),
    }[place]
    do = _(
        "To move it: save a copy elsewhere, start Symptrack without naming a file, and put the "
        "copy back there."
    )
    return f"{harm} {do}"
