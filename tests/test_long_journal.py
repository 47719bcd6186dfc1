"""The invented journal of ten years."""

from datetime import date

from symptrack.analysis.course import summarise_course
from symptrack.analysis.period import all_time
from symptrack.domain.words import SessionStatus
from tests.long_journal import ENDS_ON, long_journal


def test_a_long_journal_is_the_same_each_time() -> None:
    assert long_journal(years=1) == long_journal(years=1)


def test_ten_years_have_the_shape_of_a_patients_journal() -> None:
    journal = long_journal()
    done = [session for session in journal.sessions if session.done]
    assert 110 <= len(done) <= 130
    assert 3_300 <= len(journal.check_ins) <= 3_900
    assert {session.status for session in journal.sessions} == set(SessionStatus)
    assert len({check_in.id for check_in in journal.check_ins}) == len(journal.check_ins)
    assert max(journal.numbers.values()) == len(done)


def test_ten_years_have_gaps_late_entries_and_another_zone() -> None:
    journal = long_journal()
    period = all_time(journal, ENDS_ON)
    assert period is not None
    assert (period.first_on, period.last_on) == (date(2016, 11, 20), ENDS_ON)
    course = summarise_course(journal, period)
    assert course.completeness.late > 50
    assert len(course.panels[0].segments) > 20
    assert len({check_in.time_zone for check_in in journal.check_ins}) == 2


def test_a_shorter_journal_ends_on_the_day_asked_for() -> None:
    journal = long_journal(years=1, ends_on=date(2025, 3, 1))
    assert max(check_in.occurred_at.date() for check_in in journal.check_ins) <= date(2025, 3, 1)
    assert min(check_in.occurred_at.date() for check_in in journal.check_ins) >= date(2024, 3, 1)
