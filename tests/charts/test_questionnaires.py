"""The questionnaire chart draws analysis's totals, its thresholds, and nothing over a gap."""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from symptrack.analysis.questionnaire_course import QuestionnaireCourse
from symptrack.charts import questionnaires_words
from symptrack.charts.heading import Source
from symptrack.charts.overlap_words import overlap_words
from symptrack.charts.palette import DARK, LIGHT, ink_at
from symptrack.charts.questionnaires import (
    QuestionnaireArtists,
    draw_questionnaires,
    questionnaires_chart,
    questionnaires_height,
)
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.time_axis import day_of
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from tests.builders import at, make_clinic_score, make_journal, make_response
from tests.charts.drawing import SCREEN_PX, TODAY, data_of, outside, overlapping, words
from tests.charts.questionnaires import one_series_with, phq9, questionnaires_of
from tests.journals import design_series, first_series
from tests.long_journal import long_journal

STYLES = [
    pytest.param(ChartStyle(), 952, id="screen"),
    pytest.param(ChartStyle(palette=DARK, scale=2), 952, id="dark-200"),
    pytest.param(ChartStyle(layout=Layout.EXPORT), 1200, id="export"),
    pytest.param(ChartStyle(layout=Layout.REPORT), 700, id="report"),
]


def draw(
    course: QuestionnaireCourse,
    style: ChartStyle | None = None,
    width: float = SCREEN_PX,
    *,
    item9: bool = True,
) -> tuple[Figure, QuestionnaireArtists]:
    style = style or ChartStyle()
    figure = new_figure(width, questionnaires_height(course, style, width, item9=item9))
    source = Source(saved_on=TODAY, label="J. M.")
    return figure, draw_questionnaires(figure, course, style, source, item9=item9)


def segments(data: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for day, value in data:
        if isnan(day):
            runs.append([])
        else:
            runs[-1].append((day, value))
    return [run for run in runs if run]


def with_everything() -> Journal:
    answers = {f"q{item}": 1 for item in range(1, 9)}
    return one_series_with(
        [
            phq9("2026-08-30 09:00", 21),
            phq9("2026-09-03 09:00", 18),
            make_response("2026-09-13 09:00", answers=answers, declined=("q9",)),
            make_response("2026-09-20 09:00", answers={"q1": 1}),
            phq9("2026-11-08 09:00", 4, entered_at=at("2026-11-10 09:00")),
        ],
        clinic_scores=[
            make_clinic_score(),
            make_clinic_score(total=12, occurred_at=at("2026-09-20 15:00")),
        ],
    )


@pytest.mark.parametrize("journal", [design_series(), first_series(), with_everything()])
def test_every_total_and_line_is_the_analysis_one(journal: Journal) -> None:
    course = questionnaires_of(journal)
    _figure, artists = draw(course, item9=False)
    for panel, drawn in zip(course.panels, artists.panels, strict=False):
        shown = sorted(pair for marks in drawn.marks for pair in data_of(marks))
        assert shown == [(day_of(point.at), point.total) for point in panel.points]
        joined = [
            [(day_of(point.at), float(point.total)) for point in run]
            for run in panel.segments
            if len(run) > 1
        ]
        assert segments(data_of(drawn.line)) == joined


def test_thresholds_stand_at_their_totals() -> None:
    figure, artists = draw(questionnaires_of(design_series()))
    levels = artists.panels[0].thresholds
    assert levels == {"baseline": 21, "response": 10.5, "remission": 4.5}
    said = words(figure)
    assert "baseline, 30 Aug: 21" in said
    assert "response: 10.5" in said
    assert "remission: below 5" in said
    assert "15–19 moderately severe" in said


def test_what_was_not_filled_in_is_a_cross_on_the_axis() -> None:
    figure, artists = draw(questionnaires_of(design_series()))
    crosses = artists.panels[0].missed
    assert crosses is not None
    assert crosses.get_marker() == "x"
    assert [round(day) for day, _y in data_of(crosses)] == [TODAY.toordinal() - 26]
    assert words(figure).count("not filled in") == 2


def test_overlapping_and_late_totals_are_hollow() -> None:
    course = questionnaires_of(with_everything())
    figure, artists = draw(course)
    full, hollow = artists.panels[0].marks
    assert [value for _day, value in data_of(full)] == [21, 9]
    assert [value for _day, value in data_of(hollow)] == [18, 4]
    assert to_hex(hollow.get_markerfacecolor()) == LIGHT.paper.lower()
    assert {"21", "18", "≈9", "4", "declined", "too few answers"} <= set(words(figure))


def test_item_9_is_drawn_as_a_line_of_its_own_and_can_be_left_out() -> None:
    course = questionnaires_of(with_everything())
    figure, artists = draw(course)
    assert "PHQ-9 item 9" in words(figure)
    assert [panel.plot.y_range for panel in artists.panels][1] == (-0.3, 3.3)
    without, fewer = draw(course, item9=False)
    assert "PHQ-9 item 9" not in words(without)
    assert len(fewer.panels) == len(artists.panels) - 1
    assert len(questionnaires_chart(course).draw(new_figure(952, 800), ChartStyle(), None)) > len(
        fewer.places
    )


def test_clinic_scores_stand_on_a_panel_of_their_own() -> None:
    course = questionnaires_of(with_everything())
    figure, artists = draw(course)
    clinic = artists.panels[-1]
    assert clinic.panel == course.clinic[0]
    assert [value for _day, value in data_of(clinic.marks[0])] == [28, 12]
    low, high = clinic.plot.y_range
    assert low < 0
    assert high > 60
    assert "0 to 60, from the clinic" in words(figure)


def test_only_clinic_scores_still_make_a_chart() -> None:
    journal = one_series_with([], clinic_scores=[make_clinic_score(name="$x$ <b>")])
    figure, artists = draw(questionnaires_of(journal))
    assert "$x$ <b>" in words(figure)
    assert [disc.label for disc in artists.discs] == ["1"]


def test_places_are_the_pixels_of_the_marks() -> None:
    figure, artists = draw(questionnaires_of(design_series()))
    spot = artists.places[0]
    marks = artists.panels[0].marks[0]
    x, y = marks.get_transform().transform(marks.get_xydata())[0]
    assert spot.x == pytest.approx(x)
    assert spot.y == pytest.approx(figure.bbox.height - y)
    assert spot.point.total == 21


@pytest.mark.parametrize(("style", "width"), STYLES)
@pytest.mark.parametrize("journal", [design_series(), first_series(), with_everything()])
def test_words_stand_apart_and_inside(journal: Journal, style: ChartStyle, width: int) -> None:
    figure, _artists = draw(questionnaires_of(journal), style, width)
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_ten_years_are_drawn_small_with_few_numbers() -> None:
    course = questionnaires_of(long_journal())
    _figure, artists = draw(course)
    assert len(course.panels[0].points) > 60
    assert len(artists.panels[0].labels) <= 4
    assert artists.panels[0].missed is not None


def test_an_empty_chart_says_what_starts_it() -> None:
    course = questionnaires_of(make_journal(check_ins=design_series().check_ins))
    figure, artists = draw(course)
    assert artists.panels == ()
    assert "No questionnaire yet" in words(figure)
    assert questionnaires_words.summary(course).startswith("This chart starts with one")


def test_panels_differ_in_colour_marker_and_dash() -> None:
    first, second, third = (ink_at(place, LIGHT) for place in range(3))
    assert len({first.colour, second.colour, third.colour}) == 3
    assert len({first.marker, second.marker, third.marker}) == 3
    assert len({first.dash, second.dash, third.dash}) == 3
    assert ink_at(5, LIGHT) == first
    # A cross on the axis is what was not filled in.
    assert not {ink_at(place, LIGHT).marker for place in range(5)} & {"x", "X"}


# Words


def test_the_summary_says_the_numbers() -> None:
    assert questionnaires_words.summary(questionnaires_of(design_series())).startswith(
        "PHQ-9 was 21 before treatment, on 30 August, and 7 on 8 November: 14 points lower (67 %). "
        "5 totals, 1 not filled in."
    )


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        (["2026-08-30", 20], "was 20 before treatment, on 30 August; there is no complete total"),
        (["2026-10-01", 20], "was 20 on 1 October; there is no total from shortly before"),
        (["2026-09-02", 20, "2026-09-16", 20], "just after treatment began, on 2 September,"),
        (["2026-08-30", 20, "2026-09-16", 20], "no change."),
        (["2026-08-30", 0, "2026-09-16", 4], "4 points higher."),
        (["2026-08-30", 20, "2026-09-16", 19], "1 point lower (5 %)."),
        (["2026-08-30", 2, "2026-09-16", 3], "1 point higher (50 %)."),
    ],
)
def test_the_summary_says_what_is_missing(totals: list[str | int], said: str) -> None:
    pairs = zip(totals[::2], totals[1::2], strict=True)
    responses = [phq9(f"{on} 09:00", int(total)) for on, total in pairs]
    assert said in questionnaires_words.summary(questionnaires_of(one_series_with(responses)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (2, 1, "7 points lower (50 %), a reliable change of 6 points or more (Bischoff 2020)."),
        (1, 0, "a reliable change of 6 points or more (Bischoff 2020)."),
        (2, 2, "14 on 16 September: no change."),
    ],
)
def test_the_summary_says_the_published_reliable_change(before: int, after: int, said: str) -> None:
    assert said in questionnaires_words.summary(questionnaires_of(_gad7(before, after)))


def test_the_summary_says_that_a_change_is_less_than_the_reliable_one() -> None:
    journal = one_series_with(
        [
            make_response(instrument="gad7", answers={f"q{n}": 1 for n in range(1, 8)}),
            make_response("2026-09-16 09:00", instrument="gad7", answers=_GAD7_OF_2),
        ]
    )
    assert "5 points lower (71 %), less than a reliable change of 6 points (Bischoff 2020)." in (
        questionnaires_words.summary(questionnaires_of(journal))
    )


_GAD7_OF_2 = {f"q{n}": 1 if n < 3 else 0 for n in range(1, 8)}


def _gad7(before: int, after: int) -> Journal:
    days = (("2026-08-30 09:00", before), ("2026-09-16 09:00", after))
    return one_series_with(
        [
            make_response(on, instrument="gad7", answers={f"q{n}": value for n in range(1, 8)})
            for on, value in days
        ]
    )


@pytest.mark.parametrize(("baseline", "said"), [(9, True), (10, False)])
def test_below_our_limit_it_says_that_points_alone_are_told(baseline: int, said: bool) -> None:
    course = questionnaires_of(one_series_with([phq9("2026-08-30 09:00", baseline)]))
    limit = "PHQ-9: points only, as the baseline is below 10 (our limit)."
    assert (limit in questionnaires_words.subtitle(course)) is said


@pytest.mark.parametrize(
    ("recall_days", "mark"),
    [
        (14, "overlaps the two weeks before"),
        (30, "overlaps the month before"),
        (1, "overlaps the 1 day before"),
        (5, "overlaps the 5 days before"),
    ],
)
def test_what_overlaps_is_called_by_the_recall_of_its_instrument(
    recall_days: int, mark: str
) -> None:
    instrument = replace(load_instruments()["phq9"], recall_days=recall_days)
    assert overlap_words(instrument) == mark


def test_the_subtitle_names_each_overlap_once() -> None:
    days = ("2026-08-30 09:00", "2026-09-03 09:00")
    pcl5 = [make_response(on, instrument="pcl5", answers=_PCL5) for on in days]
    course = questionnaires_of(one_series_with([*(phq9(on, 12) for on in days), *pcl5]))
    said = questionnaires_words.subtitle(course)
    assert "Hollow: overlaps the two weeks before. Hollow: overlaps the month before." in said


_PCL5 = {f"q{n}": 2 for n in range(1, 21)}


def test_without_a_complete_total_the_summary_says_so() -> None:
    journal = one_series_with([make_response(answers={"q1": 1})])
    assert "no complete total" in questionnaires_words.summary(questionnaires_of(journal))


def test_titles_name_the_questionnaires() -> None:
    def title(journal: Journal) -> str:
        return questionnaires_words.title(questionnaires_of(journal))

    assert title(design_series()) == "PHQ-9 and GAD-7: totals, compared with before treatment"
    assert title(one_series_with([phq9("2026-10-30 09:00", 9)])) == "PHQ-9: totals"
    many = [make_clinic_score(name=name) for name in "ABCD"]
    assert title(one_series_with([], clinic_scores=many)) == (
        "A and 3 other questionnaires: totals"
    )


def test_the_clinic_is_told_with_its_scores_and_range() -> None:
    one = questionnaires_of(one_series_with([], clinic_scores=[make_clinic_score()]))
    assert questionnaires_words.summary(one) == (
        "MADRS, from the clinic, was 28 on 31 August (1 score)."
    )
    unknown = make_clinic_score(min=None, max=None)
    (panel,) = questionnaires_of(one_series_with([], clinic_scores=[unknown])).clinic
    assert questionnaires_words.clinic_hint(panel).startswith("from the clinic, its range")
