"""Today names a visit of the coming week beside what else is to come; it asks for nothing."""

from datetime import date

import pytest

from tests.builders import make_journal, make_visit
from tests.presenters.today_journal import OpenedToday, treated

NOW = "2026-09-15 09:00"
NEAR = make_visit(visited_on=date(2026, 9, 18), with_whom="Dr <b>", questions="Why?\nWhen?")


def test_a_visit_of_the_coming_week_is_named_with_its_questions(opened_today: OpenedToday) -> None:
    later = make_visit(visited_on=date(2026, 9, 22))
    view = opened_today(treated(visits=[later, NEAR]), NOW).view()
    assert view.series.coming.split("\n") == [
        "No coming session is noted.",
        "Visit: Friday 18 September, with Dr <b>; 2 questions noted",
    ]


def test_before_any_series_it_is_named_too(opened_today: OpenedToday) -> None:
    visit = make_visit(visited_on=date(2026, 9, 15))
    view = opened_today(make_journal(visits=[visit]), NOW).view()
    assert view.series.coming.split("\n")[1] == "Visit: Tuesday 15 September, today"


@pytest.mark.parametrize("day", [date(2026, 9, 14), date(2026, 9, 23)])
def test_one_that_is_over_or_far_off_is_not(opened_today: OpenedToday, day: date) -> None:
    view = opened_today(treated(visits=[make_visit(visited_on=day)]), NOW).view()
    assert "Visit" not in view.series.coming
