"""What is read keeps a width that is easy to read, also when the text grows."""

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.reading_width import ReadingWidth, at_the_left
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown


def test_it_is_wider_with_larger_text(theme: ThemeSource, shown: Shown) -> None:
    read = ReadingWidth(theme, column(label("words", wrap=True)), 400)
    shown(box(at_the_left(read)), 1200, 200)
    assert read.width() == 400
    theme.choose(ThemeChoice.LIGHT, 200)
    assert read.maximumWidth() == 800
