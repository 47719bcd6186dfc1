"""What a restore would change is known before."""

from dataclasses import replace

from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.storage.comparing import Difference, difference
from tests.builders import make_check_in, make_journal
from tests.journals import first_series


def test_between_equal_journals_nothing_changes() -> None:
    journal = first_series()
    backwards = replace(journal, check_ins=journal.check_ins[::-1])
    assert difference(journal, backwards) == Difference()


def test_what_goes_what_comes_back_and_what_is_as_it_was() -> None:
    kept, gone, back, edited = (make_check_in(note=word) for word in "abcd")
    difference_ = difference(
        make_journal(check_ins=[kept, gone, edited]),
        make_journal(check_ins=[kept, back, replace(edited, note="before")]),
    )
    assert difference_ == Difference(
        goes={Kind.CHECK_INS: 1}, comes={Kind.CHECK_INS: 1}, changes={Kind.CHECK_INS: 1}
    )


def test_choices_count_too() -> None:
    assert difference(make_journal(patient=Patient(label="A.")), make_journal()).choices
