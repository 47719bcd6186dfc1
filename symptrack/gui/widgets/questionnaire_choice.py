"""Which questionnaire to fill in, one large button each; and a score that a clinic gave."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, Item, box, clear, column, hairline
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.presenters.journal_views import QuestionnaireOffer
from symptrack.texts import _

STACK_BELOW_PX = 460


class QuestionnaireChoice(QFrame):
    """A card with the questionnaires; ``chosen`` carries the key of one.

    Last stands what enters a total that a clinic gave; ``score_wanted`` asks for that.
    """

    chosen = Signal(str)
    score_wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._offers: tuple[QuestionnaireOffer, ...] = ()
        self.buttons: list[Button] = []
        self.setProperty("card", "plain")
        self.setAccessibleName(_("Which questionnaire?"))
        self._lines = column()
        title = label(_("Which questionnaire?"), "h3", wrap=True)
        paper = _("Filled in on paper before? Begin it here, then say when by the clock above it.")
        foot = label(paper, "small", wrap=True)
        self.setLayout(column(title, 10, self._lines, 12, foot, margins=(22, 14, 14, 14)))

    def show_offers(self, offers: Sequence[QuestionnaireOffer]) -> None:
        """Show these questionnaires."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        clear(self._lines)
        self.buttons = []
        for offer in offers:
            if self.buttons:
                self._add_hairline()
            self._lines.addWidget(self._line(offer))
        self._add_hairline()
        self._lines.addWidget(self._score_line())

    def focus_first(self) -> None:
        """Give the focus to the first one."""
        for button in self.buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, offer: QuestionnaireOffer) -> QWidget:
        fill_in = Button(self._theme, _("Fill in {name}").format(name=offer.name))
        fill_in.setAccessibleDescription(offer.words)
        fill_in.clicked.connect(lambda: self.chosen.emit(offer.key))
        self.buttons.append(fill_in)
        return self._beside(offer.name, offer.words, fill_in)

    def _score_line(self) -> QWidget:
        words = _("A total that your clinic gave: MADRS, QIDS-SR16 or any other")
        self.score = Button(self._theme, _("Enter a score"))
        self.score.setAccessibleDescription(words)
        self.score.clicked.connect(self.score_wanted)
        return self._beside(_("Score from your clinic"), words, self.score)

    def _beside(self, title: str, text: str, button: Button) -> QWidget:
        words: list[Item] = [label(title, "strong", wrap=True), 2, label(text, "small", wrap=True)]
        return Columns(
            self._theme,
            [(box(column(*words)), 1), (button, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=8,
        )

    def _add_hairline(self) -> None:
        self._lines.addSpacing(6)
        self._lines.addWidget(hairline())
        self._lines.addSpacing(6)
