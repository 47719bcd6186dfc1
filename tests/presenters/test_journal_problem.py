"""What is said when the journal cannot be opened."""

import pytest

from symptrack.domain.errors import (
    DiskFull,
    EncryptionUnavailable,
    JournalDamaged,
    JournalInUse,
    JournalMissing,
    JournalReadOnly,
    JournalTooNew,
    JournalUnavailable,
    KeyMissing,
)
from symptrack.presenters.journal_problem import problem_view


@pytest.mark.parametrize(
    ("kind", "title", "first_step"),
    [
        (JournalInUse, "Your journal is open already", "Close the other Symptrack window"),
        (JournalTooNew, "Your journal needs a newer Symptrack", "Install the newer version"),
        (KeyMissing, "The key to your journal is missing", "Put the file that ends in .keys.json"),
        (JournalReadOnly, "Your journal cannot be written to", "Allow your user to write"),
        (DiskFull, "There is no room left on the disk", "Make some room on the disk"),
        (JournalDamaged, "Your journal could not be opened", "If the journal is on a stick"),
        (EncryptionUnavailable, "Your journal could not be opened", "Install Symptrack again"),
        (JournalMissing, "Your journal could not be opened", "If the journal is on a stick"),
    ],
)
def test_each_problem_says_what_happened_and_what_to_do(
    kind: type[JournalUnavailable], title: str, first_step: str
) -> None:
    view = problem_view(kind("One plain sentence."))
    assert view.title == title
    assert view.sentence == "One plain sentence."
    assert view.safe == "Nothing has been deleted or changed."
    assert view.again.startswith(first_step)
