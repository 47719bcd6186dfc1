"""What the charts page decides: when charts begin, ranges, words, tables, saving."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.analysis.course import Course, CoursePanel, CoursePoint
from symptrack.charts import course_words
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.domain.words import Route, SeriesKind, Source
from symptrack.exchange.atomic_file import FileAlreadyThere
from symptrack.presenters.charts import ChartsPresenter, ChartsView
from symptrack.presenters.charts_choice import (
    ALL_SESSIONS,
    DATES,
    SINCE_VISIT,
    ChartKey,
    ChartsChoice,
)
from symptrack.presenters.charts_words import read_out
from symptrack.storage.store import Store
from tests import journals
from tests.builders import at, make_check_in, make_journal, make_series, make_session
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-11-20 19:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


def presenting(store: Store, journal: Journal) -> ChartsPresenter:
    store.merge(journal)
    return ChartsPresenter(store, CLOCK.now)


def view_of(presenter: ChartsPresenter, range_key: str = ALL_SESSIONS) -> ChartsView:
    return presenter.view(presenter.read(), ChartsChoice(range_key=range_key))


def course_of(view: ChartsView) -> Course:
    assert view.shown is not None
    assert isinstance(view.shown.value, Course)
    return view.shown.value


def read_outs(presenter: ChartsPresenter, symptom: str = "mood") -> list[str]:
    course = course_of(view_of(presenter))
    panel = next(panel for panel in course.panels if panel.symptom.key == symptom)
    return [read_out(course, panel, point) for point in panel.points]


def series_of_one(*check_ins: object, **session: Any) -> Journal:
    series = make_series()
    return make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id, **session)],
        check_ins=list(check_ins),
    )


# When charts begin


def test_an_empty_journal_says_what_starts_a_chart(store: Store) -> None:
    view = view_of(ChartsPresenter(store, CLOCK.now))
    assert view.shown is None
    assert view.empty is not None
    assert view.empty.heading == "No chart yet"
    assert view.empty.text == (
        "Charts start with one infusion and two check-ins. "
        "You have no infusion and no check-in so far."
    )
    assert view.empty.action == "Check in now"


def test_a_session_and_one_check_in_are_counted_but_not_enough(store: Store) -> None:
    presenter = presenting(
        store, series_of_one(make_check_in(), make_check_in(ratings={}), route=Route.NASAL)
    )
    empty = view_of(presenter).empty
    assert empty is not None
    assert empty.text.endswith("You have one session and one check-in so far.")


def test_a_session_and_two_check_ins_make_a_chart(store: Store) -> None:
    presenter = presenting(store, series_of_one(make_check_in(), make_check_in("2026-09-02 18:00")))
    view = view_of(presenter)
    assert view.empty is None
    assert view.shown is not None
    assert view.shown.title == course_words.title(course_of(view))
    assert view.shown.summary == course_words.summary(course_of(view))


# Ranges


def test_the_design_series_can_be_seen_whole_or_by_series_the_latest_first(store: Store) -> None:
    view = view_of(presenting(store, journals.design_series()))
    assert view.choice.range_key == ALL_SESSIONS
    assert view.ranges[0].label == "All sessions, 25 Aug to 20 Nov"
    assert len(view.ranges) == 5
    assert view.label == "J. M."
    latest, first, since, dates = view.ranges[1:]
    assert (since.key, since.label) == (SINCE_VISIT, "Since the last visit, 30 Oct to 20 Nov")
    assert (dates.key, dates.label) == (DATES, "Dates to choose")
    assert "2 Oct to 20 Nov" in latest.label
    assert "25 Aug to" in first.label


def test_choosing_a_series_shows_its_sessions_only(store: Store) -> None:
    presenter = presenting(store, journals.design_series())
    latest = view_of(presenter).ranges[1]
    view = view_of(presenter, latest.key)
    assert view.choice.range_key == latest.key
    assert [mark.number for mark in course_of(view).sessions] == [7, 8]


def test_a_single_series_needs_no_choice(store: Store) -> None:
    view = view_of(presenting(store, journals.first_series()))
    assert [choice.key for choice in view.ranges] == [ALL_SESSIONS, DATES]


def test_a_range_that_is_gone_becomes_all_sessions(store: Store) -> None:
    view = view_of(presenting(store, journals.design_series()), "no such series")
    assert view.choice.range_key == ALL_SESSIONS


def test_a_series_without_name_or_without_session_is_told_apart(store: Store) -> None:
    first, nameless, unused = make_series(), make_series(name=""), make_series(name="Not begun")
    presenter = presenting(
        store,
        make_journal(
            series=[first, nameless, unused],
            sessions=[
                make_session(series_id=first.id),
                make_session("2026-10-20 10:30", series_id=nameless.id),
            ],
            check_ins=[make_check_in(), make_check_in("2026-09-02 18:00")],
        ),
    )
    labels = [choice.label for choice in view_of(presenter).ranges]
    assert len(labels) == 4
    assert labels[1].startswith("Series without a name, 13 Oct to")
    assert not any("Not begun" in label for label in labels)


def test_a_series_that_lies_ahead_is_no_range(store: Store) -> None:
    first, ahead = make_series(), make_series(name="Ahead")
    presenter = presenting(
        store,
        make_journal(
            series=[first, ahead],
            sessions=[
                make_session(series_id=first.id),
                make_session("2027-03-01 10:30", series_id=ahead.id),
            ],
            check_ins=[make_check_in(), make_check_in("2026-09-02 18:00")],
        ),
    )
    assert len(view_of(presenter).ranges) == 2


def test_a_range_over_new_year_is_given_in_months_with_their_years(store: Store) -> None:
    presenter = presenting(
        store,
        make_journal(
            sessions=[make_session("2025-12-20 10:30")],
            check_ins=[make_check_in("2025-12-21 18:00"), make_check_in("2026-01-09 18:00")],
        ),
    )
    assert view_of(presenter).ranges[0].label == "All sessions, Dec 2025 to Jan 2026"


# Reading the journal


def test_the_journal_is_read_again_only_when_it_or_the_day_changed(tmp_path: Path) -> None:
    clock = SetClock("2026-11-20 19:00")
    with open_store(tmp_path, clock) as store:
        presenter = ChartsPresenter(store, clock.now)
        first = presenter.read()
        assert presenter.read() == first
        assert presenter.read().timeline is first.timeline
        store.add(make_check_in())
        second = presenter.read()
        assert len(second.timeline.check_ins) == 1
        clock.set("2026-11-21 08:00")
        third = presenter.read()
        assert third.timeline is second.timeline
        assert third.today_on == date(2026, 11, 21)


# Reading a rating out


def test_a_rating_is_read_with_its_time_and_the_session_before_it(store: Store) -> None:
    presenter = presenting(
        store,
        series_of_one(
            make_check_in("2026-08-31 18:00", ratings={"mood": 3}),
            make_check_in("2026-09-01 18:10", ratings={"mood": 4}, note="Slept."),
            make_check_in(
                "2026-09-11 12:00", ratings={"mood": 6}, entered_at=at("2026-09-12 12:00")
            ),
        ),
    )
    assert read_outs(presenter) == [
        "Mood 3, Monday 31 August, 18:00",
        "Mood 4, Tuesday 1 September, 18:10, 7 hours after infusion 1, with a note",
        "Mood 6, Friday 11 September, 12:00, 10 days after infusion 1, entered late",
    ]


def test_what_is_not_known_is_said_or_left_out(store: Store) -> None:
    loose = make_session(route=Route.IM)
    presenter = presenting(
        store,
        make_journal(
            sessions=[loose],
            check_ins=[
                make_check_in("2026-09-01 12:00", ratings={"mood": 4}, time_known=False),
                make_check_in("2026-09-01 12:10", ratings={"mood": 5}),
                make_check_in(
                    "2026-09-02 12:00", ratings={"mood": 6}, mapped=True, source=Source.DAYLIO
                ),
            ],
        ),
    )
    assert read_outs(presenter) == [
        "Mood 4, Tuesday 1 September, time not known",
        "Mood 5, Tuesday 1 September, 12:10, 1 hour after a session",
        (
            "Mood 6, Wednesday 2 September, 12:00, 25 hours after a session, "
            "made from another tracker’s words"
        ),
    ]


def test_over_two_years_the_year_is_read_out(store: Store) -> None:
    presenter = presenting(
        store,
        make_journal(
            sessions=[make_session("2025-12-20 10:30")],
            check_ins=[
                make_check_in("2025-12-21 18:00", ratings={"mood": 3}),
                make_check_in("2026-01-09 18:00", ratings={"mood": 3}),
            ],
        ),
    )
    assert read_outs(presenter)[1] == "Mood 3, 9 January 2026, 18:00, 20 days after a session"


def test_a_rating_before_the_first_session_of_a_later_series_counts_hours(store: Store) -> None:
    induction = make_series()
    maintenance = make_series(name="Later", kind=SeriesKind.MAINTENANCE, first_number=2)
    presenter = presenting(
        store,
        make_journal(
            series=[induction, maintenance],
            sessions=[
                make_session(series_id=induction.id),
                make_session("2026-09-12 10:30", series_id=maintenance.id),
            ],
            check_ins=[
                make_check_in("2026-09-06 11:10", ratings={"mood": 3}),
                make_check_in("2026-09-12 18:00", ratings={"mood": 3}),
            ],
        ),
    )
    course = course_of(view_of(presenter, maintenance.id))
    panel: CoursePanel = course.panels[0]
    point: CoursePoint = panel.points[0]
    said = read_out(course, panel, point)
    assert said == "Mood 3, Sunday 6 September, 11:10, 120 hours after infusion 1"


# Saving


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_is_saved_under_a_name_that_says_nothing(
    store: Store, tmp_path: Path, ending: str
) -> None:
    presenter = presenting(store, journals.design_series())
    name = presenter.picture_name(ending)
    assert name == f"chart-2026-11-20.{ending}"
    presenter.save(view_of(presenter), tmp_path / name, with_label=False)
    with pytest.raises(FileAlreadyThere):
        presenter.save(view_of(presenter), tmp_path / name, with_label=False, replace=False)
    assert (tmp_path / name).stat().st_size > 10_000


def test_the_label_stands_on_a_picture_only_when_asked_for(store: Store, tmp_path: Path) -> None:
    presenter = presenting(store, journals.design_series())
    view = view_of(presenter)
    presenter.save(view, tmp_path / "with.svg", with_label=True)
    presenter.save(view, tmp_path / "without.svg", with_label=False)
    assert (tmp_path / "with.svg").read_bytes() != (tmp_path / "without.svg").read_bytes()


def test_a_picture_of_nothing_is_not_saved(store: Store, tmp_path: Path) -> None:
    presenter = ChartsPresenter(store, CLOCK.now)
    presenter.save(view_of(presenter), tmp_path / "nothing.png", with_label=False)
    assert not (tmp_path / "nothing.png").exists()


def test_an_ending_that_is_no_picture_is_refused(store: Store, tmp_path: Path) -> None:
    presenter = presenting(store, journals.design_series())
    with pytest.raises(RefusedRequest):
        presenter.save(view_of(presenter), tmp_path / "chart.doc", with_label=False)
    assert list(tmp_path.glob("*.doc")) == []


def test_the_numbers_are_saved_as_csv_without_item_9_unless_it_is_asked_for(
    store: Store, tmp_path: Path
) -> None:
    presenter = presenting(store, journals.design_series())
    view = presenter.view(presenter.read(), ChartsChoice(chart=ChartKey.QUESTIONNAIRES))
    assert view.shown is not None
    assert view.shown.self_harm
    presenter.save(view, tmp_path / "without.csv", with_label=False)
    presenter.save(view, tmp_path / "with.csv", with_label=False, with_self_harm=True)
    without = (tmp_path / "without.csv").read_bytes().decode("utf-8-sig")
    assert without.startswith('"PHQ-9, 0 to 27; bands: Kroenke 2001"\r\nDate,Total,Band,')
    assert "30 Aug 2026,21,severe,,baseline\r\n" in without
    assert "item 9" not in without
    assert "item 9" in (tmp_path / "with.csv").read_text(encoding="utf-8-sig")
    assert presenter.picture(view).startswith(b"\x89PNG")
