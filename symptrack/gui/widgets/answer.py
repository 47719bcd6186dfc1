"""What is said below a field: a refusal, or a question about a value that is only strange."""

from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, box, card, column, row
from symptrack.gui.widgets.labels import IconLabel, label

ICON_PX = 18


class Answer(QWidget):
    """One sentence with an icon; a question stands on a calm ground of its own.

    A refusal is red, with a triangle; a question is not, and has a question mark.
    """

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._refusal = label("", "danger", wrap=True)
        mark = IconLabel(theme, "alert", size=ICON_PX, role="danger")
        self._wrong = box(row(column(2, mark, STRETCH), (self._refusal, 1), spacing=6))
        self._question = label("", "attn", wrap=True)
        mark = IconLabel(theme, "question", size=ICON_PX, role="attn_text")
        words = row(column(2, mark, STRETCH), (self._question, 1), spacing=8)
        words.setContentsMargins(10, 6, 10, 6)
        self._asked = card(words, "asked")
        self.setLayout(column(self._wrong, self._asked))

    @property
    def sentence(self) -> str:
        """Return what is said, or nothing."""
        if self.isHidden():
            return ""
        return (self._question if self.asks else self._refusal).text()

    @property
    def asks(self) -> bool:
        """Whether what is said is a question."""
        return not (self.isHidden() or self._asked.isHidden())

    def say(self, sentence: str, *, asks: bool) -> None:
        """Say a sentence; ``asks`` where it is a question."""
        (self._question if asks else self._refusal).setText(sentence)
        self._asked.setVisible(asks)
        self._wrong.setVisible(not asks)
        self.show()
