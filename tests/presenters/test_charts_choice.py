"""Every chart of the page: its values, tables, and the records behind them; what is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle
from symptrack.domain.journal import Journal
from symptrack.presenters.charts_choice import (
    ALL_SYMPTOMS,
    DATES,
    ChartKey,
    ChartsChoice,
    chart_labels,
)
from symptrack.presenters.charts_kinds import EntryKind
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_clinic_score, make_journal, make_response
from tests.opened import open_store
from tests.presenters.test_charts import (
    CLOCK,
    course_of,
    presenting,
    series_of_one,
    view_of,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.mark.parametrize("key", ChartKey)
@pytest.mark.parametrize("journal", [journals.design_series(), journals.first_series()])
def test_every_value_of_every_chart_is_read_out_and_tabled(
    store: Store, key: ChartKey, journal: Journal
) -> None:
    presenter = presenting(store, journal)
    shown = presenter.view(presenter.read(), ChartsChoice(chart=key)).shown
    assert shown is not None
    chart = shown.make(True)
    assert (chart.title, chart.summary) == (shown.title, shown.summary)
    places = chart.draw(new_figure(952, chart.height(ChartStyle(), 952)), ChartStyle(), None)
    assert places
    assert all(shown.read_out(place) for place in places)
    for table in shown.tables():
        rows = [table.row(place) for place in range(table.count)]
        assert rows
        assert {len(row) for row in rows} == {len(table.headings)}
        for column in range(len(table.headings)):
            assert sorted(table.order(column)) == list(range(table.count))


def test_symptoms_to_choose_are_those_asked_or_rated(store: Store) -> None:
    presenter = presenting(
        store,
        series_of_one(make_check_in(ratings={"pain": 3}), make_check_in("2026-09-02 18:00")),
    )
    view = view_of(presenter)
    assert [one.label for one in view.symptoms] == ["All ratings", "Mood", "Anxiety", "Pain"]
    days = presenter.view(
        presenter.read(), ChartsChoice(chart=ChartKey.DAYS_AFTER, symptom="no such")
    )
    assert (days.symptom, days.choice.symptom) == ("mood", "")


def test_a_filled_in_questionnaire_is_enough_for_the_page(store: Store) -> None:
    presenter = presenting(store, make_journal(responses=[make_response("2026-11-01 09:00")]))
    view = presenter.view(presenter.read(), ChartsChoice(chart=ChartKey.QUESTIONNAIRES))
    assert view.empty is None
    assert view.shown is not None
    assert view.shown.title == "PHQ-9: totals"


def test_dates_that_were_chosen_are_the_range(store: Store) -> None:
    presenter = presenting(store, journals.design_series())
    choice = ChartsChoice(range_key=DATES, first_on=date(2026, 9, 1), last_on=date(2026, 9, 8))
    view = presenter.view(presenter.read(), choice)
    assert course_of(view).period.days == 8
    assert presenter.today_on == date(2026, 11, 20)


def test_a_value_names_the_record_that_it_comes_from(store: Store) -> None:
    journal = replace(journals.design_series(), clinic_scores=(make_clinic_score(),))
    presenter = presenting(store, journal)
    ids = {
        EntryKind.CHECK_IN: {one.id for one in journal.check_ins},
        EntryKind.RESPONSE: {one.id for one in journal.responses},
        EntryKind.CLINIC_SCORE: {one.id for one in journal.clinic_scores},
        EntryKind.SESSION: {one.id for one in journal.sessions},
        EntryKind.PAGE: {"care"},
    }
    found = {}
    for key in chart_labels():
        shown = presenter.view(presenter.read(), ChartsChoice(chart=key)).shown
        assert shown is not None
        places = shown.make(True).draw(new_figure(952, 700), ChartStyle(), None)
        entries = [entry for place in places if (entry := shown.entry(place)) is not None]
        assert all(entry.record_id in ids[entry.kind] for entry in entries)
        found[key] = {entry.kind for entry in entries}
    assert found == {
        ChartKey.COURSE: {EntryKind.CHECK_IN, EntryKind.PAGE},
        ChartKey.QUESTIONNAIRES: {EntryKind.RESPONSE, EntryKind.CLINIC_SCORE},
        ChartKey.SIDE_EFFECTS: {EntryKind.SESSION},
        ChartKey.HOURS_AFTER: set(),
        ChartKey.DAYS_AFTER: {EntryKind.CHECK_IN},
        ChartKey.BENEFIT: {EntryKind.SESSION},
    }


def test_a_chart_of_one_symptom_leaves_the_choice_of_all_as_it_was(store: Store) -> None:
    presenter = presenting(store, journals.design_series())
    snapshot = presenter.read()
    days = presenter.view(snapshot, ChartsChoice(chart=ChartKey.DAYS_AFTER))
    assert days.symptom == "mood"
    back = presenter.view(snapshot, replace(days.choice, chart=ChartKey.COURSE))
    assert back.symptom == ALL_SYMPTOMS
    assert len(course_of(back).panels) == 2


def test_what_was_worked_out_is_kept_until_the_journal_changes(store: Store) -> None:
    presenter = presenting(store, journals.design_series())
    first = presenter.view(presenter.read())
    assert presenter.view(presenter.read()) is first
    store.add(make_check_in("2026-11-20 18:30"))
    assert presenter.view(presenter.read()) is not first
