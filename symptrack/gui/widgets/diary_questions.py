"""What is asked about an old diary, one question under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.exchange.trackers.answers import Answers
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, column
from symptrack.gui.widgets.buttons import Choice
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.presenters.bring_in_questions import MoodQuestion, NameQuestion, Questions
from symptrack.texts import _

RATINGS = range(11)
STACK_BELOW_PX = 560
GAP_PX = 14
BUTTON_PX = 48


class DiaryQuestions(QWidget):
    """The questions with what is proposed chosen; ``changed`` says that another answer was."""

    changed = Signal()

    def __init__(self, theme: ThemeSource, questions: Questions) -> None:
        super().__init__()
        self._theme, self._questions = theme, questions
        self.moods: dict[str, Choice] = {}
        self.names: dict[str, DropDown] = {}
        self.zone: DropDown | None = None
        self.setLayout(column(*self._moods(), *self._names(), *self._zone()))

    @property
    def answers(self) -> Answers:
        """Return what is chosen."""
        return self._questions.answers(
            {word: one.current for word, one in self.moods.items() if one.current is not None},
            {name: one.currentIndex() for name, one in self.names.items()},
            "" if self.zone is None else self.zone.currentText(),
        )

    @property
    def unanswered(self) -> Choice | None:
        """Return the first question that nothing is chosen for."""
        return next((one for one in self.moods.values() if one.current is None), None)

    def _moods(self) -> Sequence[Item]:
        if not self._questions.moods:
            return ()
        items: list[Item] = _heading(
            _("What do these words for mood mean?"),
            _(
                "0 is the worst you know, 10 the best. Moods made from words are shown in grey "
                "and enter no number."
            ),
        )
        for one in self._questions.moods:
            items += [GAP_PX, self._mood(one)]
        return items

    def _mood(self, asked: MoodQuestion) -> QWidget:
        choice = Choice(
            self._theme,
            [str(rating) for rating in RATINGS],
            name=asked.shown,
            current=asked.proposed,
            wraps=True,
        )
        for button in choice.buttons:
            button.setMinimumWidth(BUTTON_PX)
        choice.chosen.connect(self.changed)
        self.moods[asked.word] = choice
        # Above, not beside: the eleven numbers keep to one line where there is room for them.
        return box(column(*_words(asked.shown, asked.count), 6, choice))

    def _names(self) -> Sequence[Item]:
        items: list[Item] = []
        asked = self._questions
        if asked.rated:
            items += _heading(
                _("What do these numbers stand for?"),
                _("Each can be a rating from 0 to 10 or how strong a side effect was."),
            )
            items += self._drop_downs(asked.rated)
        if asked.activities:
            items += _heading(
                _("Are some of these side effects?"),
                _("The others stay out: Symptrack keeps no activities."),
            )
            items += self._drop_downs(asked.activities)
        return items

    def _drop_downs(self, asked: Sequence[NameQuestion]) -> list[Item]:
        items: list[Item] = []
        for one in asked:
            choice = DropDown(self._theme, one.shown)
            choice.addItems([words for words, _meaning in one.options])
            choice.setCurrentIndex(one.proposed)
            choice.activated.connect(self.changed)
            self.names[one.name] = choice
            items += [GAP_PX, self._beside(one.shown, one.count, choice)]
        return items

    def _zone(self) -> Sequence[Item]:
        asked = self._questions
        if not asked.zones:
            return ()
        name = _("In which time zone was it written?")
        self.zone = DropDown(self._theme, name)
        self.zone.addItems(list(asked.zones))
        self.zone.setCurrentText(asked.zone)
        self.zone.activated.connect(self.changed)
        return (*_heading(name, _("The file’s times do not say.")), GAP_PX, self.zone)

    def _beside(self, name: str, count: str, control: QWidget) -> QWidget:
        words = box(column(*_words(name, count), STRETCH))
        return Columns(
            self._theme, [(words, 2), (control, 5)], stack_below=STACK_BELOW_PX, spacing=16
        )


def _words(name: str, count: str) -> tuple[Item, Item]:
    return label(name, "strong", wrap=True), label(count, "small")


def _heading(title: str, words: str) -> list[Item]:
    return [26, label(title, "h3", wrap=True), 4, label(words, "body2", wrap=True)]
