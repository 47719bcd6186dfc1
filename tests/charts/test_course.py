"""What stands on the course chart is what analysis found: every point, line, band and change."""

from datetime import date
from math import isnan

import pytest
from matplotlib.colors import to_hex

from symptrack.analysis.course import Course, CoursePoint
from symptrack.charts.course_panel import PanelArtists
from symptrack.charts.palette import LIGHT, inks
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.time_axis import day_of
from symptrack.domain.journal import Journal
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import Source
from symptrack.formatting import format_change
from tests.builders import at, make_check_in, make_journal, make_session, make_visit
from tests.charts.drawing import course_of, data_of, drawn, one_series, rated, texts, words
from tests.journals import design_series, first_series

JOURNALS = [pytest.param(design_series(), id="design"), pytest.param(first_series(), id="first")]


def _line_segments(artists: PanelArtists) -> list[list[tuple[float, float]]]:
    segments: list[list[tuple[float, float]]] = [[]]
    for day, value in data_of(artists.line):
        if isnan(day):
            segments.append([])
        else:
            segments[-1].append((day, value))
    return [segment for segment in segments if segment]


def _data(points: tuple[CoursePoint, ...]) -> list[tuple[float, float]]:
    return [(day_of(point.at), point.value) for point in points]


@pytest.mark.parametrize("journal", JOURNALS)
def test_every_rating_is_drawn_where_it_belongs_and_no_other(journal: Journal) -> None:
    course = course_of(journal)
    _figure, artists = drawn(course)
    for panel, found in zip(course.panels, artists.panels, strict=True):
        shown: list[CoursePoint] = []
        for marks, points in found.markers:
            assert data_of(marks) == _data(points)
            shown += points
        assert sorted(shown, key=lambda point: point.at) == list(panel.points)


@pytest.mark.parametrize("journal", JOURNALS)
def test_lines_join_what_analysis_joins_and_nothing_else(journal: Journal) -> None:
    course = course_of(journal)
    _figure, artists = drawn(course)
    for panel, found in zip(course.panels, artists.panels, strict=True):
        joined = [_data(segment) for segment in panel.segments if len(segment) > 1]
        assert _line_segments(found) == joined


@pytest.mark.parametrize("journal", JOURNALS)
def test_band_and_dashed_line_are_the_reference(journal: Journal) -> None:
    course = course_of(journal)
    _figure, artists = drawn(course)
    for panel, found in zip(course.panels, artists.panels, strict=True):
        assert panel.reference is not None
        assert found.band is not None
        assert found.reference_line is not None
        assert {value for _day, value in data_of(found.reference_line)} == {panel.reference.value}
        low, height = found.band.get_y(), found.band.get_height()
        assert low == pytest.approx(panel.reference.low, abs=0.2)
        assert low + height == pytest.approx(panel.reference.high, abs=0.2)


@pytest.mark.parametrize("journal", JOURNALS)
def test_each_change_is_the_analysis_change(journal: Journal) -> None:
    course = course_of(journal)
    _figure, artists = drawn(course)
    for panel in course.panels:
        slots = artists.sides[panel.symptom.key]
        assert [slot.before_after for slot in slots] == list(panel.before_after)
        for slot in slots:
            said = " ".join(text.get_text() for text in slot.words)
            change = slot.before_after.change
            assert said == ("not noted" if change is None else format_change(change))


def test_a_dotted_line_stands_at_each_session() -> None:
    course = course_of(design_series())
    _figure, artists = drawn(course)
    starts = [day_of(mark.session.started_at) for mark in course.sessions]
    for found in artists.panels:
        assert [data_of(line)[0][0] for line in found.session_lines] == starts
        assert all(line.get_linestyle() != "-" for line in found.session_lines)


def test_the_scale_is_always_whole() -> None:
    _figure, artists = drawn(course_of(one_series(rated("2026-09-01 18:00", 5))))
    low, high = artists.panels[0].plot.y_range
    assert low < 0
    assert high > 10


def test_places_are_the_pixels_of_the_marks() -> None:
    course = course_of(design_series())
    figure, artists = drawn(course)
    height = figure.bbox.height
    marks, points = artists.panels[0].markers[0]
    pixels = marks.get_transform().transform(marks.get_xydata())
    by_id = {
        place.point.check_in_id: place
        for place in artists.places
        if place.panel == course.panels[0]
    }
    for (x, y), point in zip(pixels, points, strict=True):
        assert by_id[point.check_in_id].x == pytest.approx(x)
        assert by_id[point.check_in_id].y == pytest.approx(height - y)


def test_a_lone_day_is_a_dot_without_a_line() -> None:
    course = course_of(
        one_series(rated("2026-09-01 18:00", 5), rated("2026-09-04 18:00", 6)),
    )
    _figure, artists = drawn(course, width=952)
    assert _line_segments(artists.panels[0]) == []
    assert len(artists.panels[0].markers[0][1]) == 2


def test_late_entries_are_hollow() -> None:
    late = rated("2026-09-02 10:00", 4, entered_at=at("2026-09-03 10:00"))
    course = course_of(one_series(rated("2026-09-01 18:00", 5), late))
    _figure, artists = drawn(course)
    (full, _on_time), (hollow, late_points) = artists.panels[0].markers
    assert to_hex(full.get_markerfacecolor()) == LIGHT.line_colours[0].lower()
    assert to_hex(hollow.get_markerfacecolor()) == LIGHT.paper.lower()
    assert to_hex(hollow.get_markeredgecolor()) == LIGHT.line_colours[0].lower()
    assert [point.check_in_id for point in late_points] == [late.id]


def test_ratings_made_from_words_are_hollow_grey_and_in_no_line() -> None:
    mapped = rated("2026-09-02 10:00", 4, mapped=True, source=Source.DAYLIO)
    course = course_of(
        one_series(rated("2026-09-01 18:00", 5), mapped, rated("2026-09-02 18:00", 6))
    )
    _figure, artists = drawn(course)
    hollow, points = artists.panels[0].markers[-1]
    assert [point.check_in_id for point in points] == [mapped.id]
    assert to_hex(hollow.get_markeredgecolor()) == LIGHT.mapped.lower()
    values = [value for segment in _line_segments(artists.panels[0]) for _day, value in segment]
    assert values == [5, 6]


def test_a_reference_of_few_entries_says_so() -> None:
    figure, _artists = drawn(course_of(one_series(rated("2026-08-31 18:00", 3))))
    assert "from 1 entry" in words(figure)


def test_without_a_reference_there_is_no_band_and_no_words() -> None:
    figure, artists = drawn(course_of(one_series(rated("2026-09-01 18:00", 5))))
    assert artists.panels[0].band is None
    assert artists.panels[0].reference_line is None
    assert not any("before first" in said for said in words(figure))


def test_a_symptom_never_rated_says_so_and_keeps_its_panel() -> None:
    figure, artists = drawn(course_of(one_series(rated("2026-09-01 18:00", 5))))
    assert [found.panel.symptom.key for found in artists.panels] == ["mood", "anxiety"]
    assert "not rated in this time" in words(figure)


def test_visits_are_marked_and_named() -> None:
    journal = one_series(
        rated("2026-09-01 18:00", 5),
        rated("2026-09-20 18:00", 5),
        visits=[make_visit(visited_on=date(2026, 9, 10))],
    )
    figure, _artists = drawn(course_of(journal))
    assert words(figure).count("visit") == 1


def test_a_visit_on_the_day_of_a_session_gets_a_line_of_its_own() -> None:
    journal = one_series(
        rated("2026-09-01 18:00", 5), visits=[make_visit(visited_on=date(2026, 9, 1))]
    )
    apart = one_series(
        rated("2026-09-01 18:00", 5), visits=[make_visit(visited_on=date(2026, 8, 27))]
    )
    together, _artists = drawn(course_of(journal))
    beside, _artists = drawn(course_of(apart))
    assert together.bbox.height > beside.bbox.height


def test_an_unfinished_series_is_drawn_like_any_other() -> None:
    starts = ("2026-09-01 10:30", "2026-09-04 10:30")
    _figure, artists = drawn(course_of(one_series(rated("2026-09-01 18:00", 5), sessions=starts)))
    assert [disc.label for disc in artists.discs] == ["1", "2"]


def test_a_chart_without_sessions_has_no_column_for_them() -> None:
    journal = make_journal(check_ins=[rated("2026-09-01 18:00", 5), rated("2026-09-02 18:00", 5)])
    figure, artists = drawn(course_of(journal))
    assert artists.sides == {}
    assert artists.discs == ()
    assert "Just before, and 24 hours after" not in words(figure)


def test_a_session_of_no_series_has_a_disc_without_a_number() -> None:
    journal = make_journal(sessions=[make_session()], check_ins=[rated("2026-09-01 18:00", 5)])
    _figure, artists = drawn(course_of(journal))
    assert [disc.label for disc in artists.discs] == [""]


def test_only_the_latest_twelve_sessions_stand_beside_and_the_chart_says_so() -> None:
    starts = [f"2026-{month:02}-{day:02} 10:30" for month in (9, 10) for day in range(1, 29, 3)]
    journal = one_series(rated("2026-09-01 18:00", 5), sessions=starts)
    course = course_of(journal)
    figure, artists = drawn(course)
    assert len(course.sessions) == 20
    shown = [slot.before_after.session for slot in artists.sides["mood"]]
    assert shown == [mark.session for mark in course.sessions[-12:]]
    assert "the latest 12 of 20 infusions" in words(figure)


def test_many_sessions_close_together_are_short_strokes_not_a_fence() -> None:
    starts = [
        f"{year}-{month:02}-{day:02} 10:30"
        for year in (2024, 2025)
        for month in range(1, 13)
        for day in (1, 11, 21)
    ]
    journal = one_series(rated("2024-01-01 18:00", 5), sessions=starts)
    _figure, artists = drawn(course_of(journal))
    assert all(line.get_linestyle() == "-" for line in artists.panels[0].session_lines)


def test_the_whole_range_of_a_change_can_be_read() -> None:
    journal = one_series(rated("2026-09-01 09:00", 0), rated("2026-09-02 11:10", 10))
    figure, artists = drawn(course_of(journal))
    assert [text.get_text() for text in artists.sides["mood"][0].words] == ["+10"]
    assert "+10" in words(figure)


def test_five_symptoms_and_one_symptom_keep_their_ink() -> None:
    keys = ("mood", "anxiety", "sleep", "energy", "pain")
    ratings = dict.fromkeys(keys, 5)
    journal = one_series(
        make_check_in("2026-09-01 18:00", ratings=ratings),
        make_check_in("2026-09-02 18:00", ratings=ratings),
    )
    _figure, artists = drawn(course_of(journal, symptoms=keys))
    colours = inks(keys, LIGHT)
    for found in artists.panels:
        assert found.line.get_color() == colours[found.panel.symptom.key].colour
    _figure, artists = drawn(course_of(journal, symptoms=["anxiety"]))
    assert artists.panels[0].line.get_color() == colours["anxiety"].colour


def test_without_a_symptom_the_empty_state_is_drawn() -> None:
    journal = one_series(rated("2026-09-01 18:00", 5))
    figure, artists = drawn(course_of(journal, symptoms=[]))
    assert artists.places == ()
    assert "No rating is switched on" in words(figure)


def test_a_report_gets_the_panels_alone() -> None:
    figure, artists = drawn(course_of(design_series()), ChartStyle(layout=Layout.REPORT), width=760)
    assert artists.sides == {}
    assert "Mood" in words(figure)
    assert not any("at each check-in" in said for said in words(figure))


def test_the_patients_own_words_stay_as_typed() -> None:
    label = r"$\frac{1}{2}$ <b>Unruhe</b>"
    journal = one_series(
        make_check_in(ratings={"restless": 3}),
        symptoms=[Symptom(key="restless", label=label, high="100 % \\ worst")],
    )
    course: Course = course_of(journal, symptoms=["restless"])
    figure, _artists = drawn(course)
    assert label in words(figure)
    assert "10 is 100 % \\ worst" in words(figure)
    assert not any(text.get_parse_math() for text in texts(figure))
