"""What paints itself: session discs, the small mood chart, severities, tiles, the progress bars."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import DARK, LIGHT
from symptrack.gui.widgets.disc_track import DiscTrack
from symptrack.gui.widgets.effect_tile import EffectButton
from symptrack.gui.widgets.mood_line import MoodLine
from symptrack.gui.widgets.progress import Progress
from symptrack.gui.widgets.severity import SeverityButton, SeverityGlyph
from symptrack.presenters.check_in_views import EffectTile
from symptrack.presenters.preferences import ThemeChoice
from symptrack.presenters.today_views import Disc, MoodCard, MoodMark, MoodPoint
from tests.builders import ZONE
from tests.gui.conftest import Shown
from tests.gui.pictures_of import colours_in

NOON = datetime(2026, 9, 10, 12, tzinfo=ZoneInfo(ZONE))


def disc(number: int, *, done: bool = True, day: str = "18 Sep", change: str = "") -> Disc:
    spoken = f"Session {number}, {day}"
    return Disc(number=str(number), done=done, day=day, change=change, spoken=spoken)


def track(theme: ThemeSource, *discs: Disc) -> DiscTrack:
    made = DiscTrack(theme)
    made.show_discs(discs)
    return made


def picture_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def count(picture: QImage, colour: str, area: QRect | None = None) -> int:
    return colours_in(picture, area).get(colour, 0)


def test_done_sessions_are_filled_and_those_to_come_are_rings(
    shown: Shown, theme: ThemeSource
) -> None:
    line = shown(track(theme, disc(1), disc(2, done=False)), 300, 110)
    picture = picture_of(line)
    filled, ring = QRect(10, 0, 44, 52), QRect(32 + 130 - 22, 0, 44, 52)
    assert count(picture, LIGHT.disc, filled) > 900
    assert count(picture, LIGHT.disc, ring) < 20
    assert count(picture, LIGHT.surface, ring) > 700


def test_a_track_says_its_sessions_one_after_another(shown: Shown, theme: ThemeSource) -> None:
    line = shown(track(theme, disc(1), disc(2)), 300, 110)
    assert line.accessibleName() == "Sessions of the series"
    assert line.accessibleDescription() == "Session 1, 18 Sep. Session 2, 18 Sep"


def test_a_track_is_as_high_as_the_words_below_its_discs(shown: Shown, theme: ThemeSource) -> None:
    nothing = track(theme, disc(1, day=""))
    days = track(theme, disc(1))
    changes = track(theme, disc(1, change="3 to 5"))
    heights = [shown(one).sizeHint().height() for one in (nothing, days, changes)]
    assert heights == sorted(set(heights))
    assert track(theme).heightForWidth(300) == 52


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [300, 460, 700])
def test_no_date_of_a_session_is_ever_cut(
    shown: Shown, theme: ThemeSource, width: int, size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, size)
    discs = [disc(number, change="3 to 5") for number in range(20, 27)]
    line = track(theme, *discs)
    shown(line, width, line.heightForWidth(width))
    lines = line.lines(width)
    widest = QFontMetrics(theme.font(15, 600)).horizontalAdvance("18 Sep")
    assert [one for row in lines for one in row] == discs
    assert max(len(row) for row in lines) * widest <= width
    assert max(len(row) for row in lines) - min(len(row) for row in lines) <= 1
    picture = picture_of(line)
    edges = [QRect(0, 0, 1, line.height()), QRect(line.width() - 1, 0, 1, line.height())]
    ground = picture.pixelColor(0, 0).name().upper()
    assert [set(colours_in(picture, edge)) for edge in edges] == [{ground}, {ground}]


def test_a_narrow_track_goes_on_in_the_next_line(shown: Shown, theme: ThemeSource) -> None:
    discs = [disc(number) for number in range(1, 7)]
    line = track(theme, *discs)
    one, two = line.heightForWidth(700), line.heightForWidth(200)
    assert two > one
    assert two % one == 0
    shown(line, 200, two)
    assert count(picture_of(line), LIGHT.disc, QRect(0, one, 200, 52)) > 900


def test_an_empty_track_paints_nothing(shown: Shown, theme: ThemeSource) -> None:
    picture = picture_of(shown(DiscTrack(theme), 300, 60))
    assert len(colours_in(picture)) == 1


def test_painted_widgets_follow_the_theme(shown: Shown, theme: ThemeSource) -> None:
    line = shown(track(theme, disc(1)), 300, 110)
    light = line.sizeHint().height()
    theme.choose(ThemeChoice.DARK, 200)
    assert count(picture_of(line), DARK.disc) > 900
    assert line.sizeHint().height() > light


def mood_card(*points: tuple[float, int, bool], marks: tuple[float, ...] = ()) -> MoodCard:
    """Return a card of ten days; points as (day, mood, joined to the one before)."""
    first = NOON
    return MoodCard(
        title="Mood",
        when="",
        value="",
        text="",
        points=tuple(
            MoodPoint(at=first + timedelta(days=day), value=value, joined=joined)
            for day, value, joined in points
        ),
        marks=tuple(
            MoodMark(at=first + timedelta(days=day), number=str(place + 1))
            for place, day in enumerate(marks)
        ),
        first_at=first,
        last_at=first + timedelta(days=10),
        spoken="Mood over the last 14 days, 2 check-ins",
    )


def mood_line(shown: Shown, theme: ThemeSource, card: MoodCard) -> MoodLine:
    made = MoodLine(theme)
    made.show_card(card)
    return shown(made, 400, 160)


def test_neighbouring_moods_are_joined_and_a_gap_stays_a_gap(
    shown: Shown, theme: ThemeSource
) -> None:
    middle = QRect(180, 0, 60, 160)
    joined = mood_line(shown, theme, mood_card((1, 5, False), (9, 5, True)))
    apart = mood_line(shown, theme, mood_card((1, 5, False), (9, 5, False)))
    assert count(picture_of(joined), LIGHT.primary, middle) > 60
    assert count(picture_of(apart), LIGHT.primary, middle) == 0
    assert count(picture_of(apart), LIGHT.primary) > 30


def test_a_higher_mood_stands_higher(shown: Shown, theme: ThemeSource) -> None:
    tops = []
    for mood in (0, 5, 10):
        picture = picture_of(mood_line(shown, theme, mood_card((5, mood, False))))
        rows = [y for y in range(160) if count(picture, LIGHT.primary, QRect(0, y, 400, 1)) > 0]
        tops.append(min(rows))
    assert tops == sorted(tops, reverse=True)
    assert tops[0] - tops[1] == pytest.approx(tops[1] - tops[2], abs=2)


def test_sessions_stand_as_discs_and_those_on_each_other_as_one(
    shown: Shown, theme: ThemeSource
) -> None:
    low = QRect(0, 130, 400, 30)
    one = count(picture_of(mood_line(shown, theme, mood_card(marks=(5,)))), LIGHT.disc, low)
    two = count(picture_of(mood_line(shown, theme, mood_card(marks=(2, 8)))), LIGHT.disc, low)
    near = count(picture_of(mood_line(shown, theme, mood_card(marks=(5, 5.1)))), LIGHT.disc, low)
    assert one > 100
    assert two == pytest.approx(2 * one, rel=0.2)
    assert near == one


def test_the_small_chart_has_words_and_a_least_size(shown: Shown, theme: ThemeSource) -> None:
    line = mood_line(shown, theme, mood_card())
    assert line.accessibleName() == "Mood"
    assert line.accessibleDescription() == "Mood over the last 14 days, 2 check-ins"
    assert line.minimumSizeHint().height() == 96
    assert line.sizeHint().width() == 280
    theme.choose(ThemeChoice.LIGHT, 200)
    assert line.minimumSizeHint().height() > 120


def test_a_chart_that_was_given_nothing_stays_empty(shown: Shown, theme: ThemeSource) -> None:
    assert len(colours_in(picture_of(shown(MoodLine(theme), 300, 120)))) == 1


@pytest.mark.parametrize("severity", range(4))
def test_a_severity_is_a_glyph_a_number_and_a_word(
    shown: Shown, theme: ThemeSource, severity: int
) -> None:
    answer = shown(SeverityButton(theme, severity, "Nausea"))
    word = ("None", "Mild", "Moderate", "Severe")[severity]
    assert answer.accessibleName() == f"{word}, {severity} of 3"
    assert answer.accessibleDescription() == "Nausea"
    assert answer.height() >= 60
    assert answer.width() >= answer.minimumSizeHint().width() >= 64
    unchosen = picture_of(answer)
    answer.click()
    chosen = picture_of(answer)
    shade = LIGHT.severity[severity]
    assert count(chosen, shade.fill) > 1000
    assert count(chosen, shade.ink) > 50
    assert count(chosen, LIGHT.primary) > count(unchosen, LIGHT.primary)


def test_severities_differ_by_how_much_of_the_glyph_is_filled(
    shown: Shown, theme: ThemeSource
) -> None:
    filled = [
        count(picture_of(shown(SeverityGlyph(theme, severity, 24))), LIGHT.text)
        for severity in range(4)
    ]
    dot = count(picture_of(shown(SeverityGlyph(theme, None, 24))), LIGHT.text)
    assert 0 < dot < filled[1]
    assert filled == sorted(set(filled))
    assert filled[2] - filled[1] == pytest.approx(filled[1] - filled[0], rel=0.25)


def test_a_severity_grows_with_the_text(shown: Shown, theme: ThemeSource) -> None:
    answer = shown(SeverityButton(theme, 2, "Nausea"))
    small = answer.sizeHint()
    theme.choose(ThemeChoice.DARK, 200)
    large = answer.sizeHint()
    assert large.height() > small.height()
    assert large.width() > small.width()


def tile(name: str = "Nausea", letter: str = "C", describe: str = "Feeling sick.") -> EffectTile:
    return EffectTile(key="nausea", name=name, letter=letter, describe=describe, chosen=False)


def test_a_tile_says_what_it_is_and_which_key_chooses_it(shown: Shown, theme: ThemeSource) -> None:
    button = shown(EffectButton(theme, tile()))
    assert button.accessibleName() == "Nausea"
    assert button.accessibleDescription() == "Feeling sick. Key C."
    assert (button.key, button.letter) == ("nausea", "C")
    own = shown(EffectButton(theme, tile("<b>my own</b>", "", "")))
    assert own.accessibleName() == "<b>my own</b>"
    assert own.accessibleDescription() == ""


def test_a_chosen_tile_shows_a_tick_and_another_ground(shown: Shown, theme: ThemeSource) -> None:
    button = shown(EffectButton(theme, tile()), 280, 56)
    mark = QRect(18, 18, 20, 20)
    plus = picture_of(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tick = picture_of(button)
    assert button.isChecked()
    assert count(tick, LIGHT.soft) > 5000
    assert count(plus, LIGHT.soft) == 0
    assert count(tick, LIGHT.primary, mark) > 5
    assert count(plus, LIGHT.text3, mark) > 0


def test_long_words_of_a_tile_wrap(shown: Shown, theme: ThemeSource) -> None:
    words = "Seeing or hearing things that other people around me do not see or hear"
    button = EffectButton(theme, tile(words))
    assert button.hasHeightForWidth()
    assert button.heightForWidth(600) < button.heightForWidth(240)
    assert button.heightForWidth(2000) == 56
    assert button.minimumSizeHint().height() == 56
    shown(button, 240, button.heightForWidth(240))
    theme.choose(ThemeChoice.LIGHT, 200)
    assert button.sizeHint().height() >= 56


def test_painted_buttons_show_that_they_are_pointed_at(shown: Shown, theme: ThemeSource) -> None:
    for button in (EffectButton(theme, tile()), SeverityButton(theme, 1, "Nausea")):
        shown(button)
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        assert count(picture_of(button), LIGHT.hover) == 0
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        assert count(picture_of(button), LIGHT.hover) > 1000


@pytest.mark.parametrize(("step", "steps"), [(1, 5), (3, 5), (7, 7)])
def test_the_progress_is_one_bar_a_step_filled_up_to_the_present_one(
    shown: Shown, theme: ThemeSource, step: int, steps: int
) -> None:
    progress = shown(Progress(theme))
    progress.show_step(step, steps)
    picture = picture_of(progress)
    share = 220 / steps
    filled = [
        picture.pixelColor(round((place + 0.4) * share), 5).name().upper() == LIGHT.primary
        for place in range(steps)
    ]
    assert filled == [place < step for place in range(steps)]
