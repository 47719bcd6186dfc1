"""Adding or changing what the patient calls their own: a symptom, a side effect."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.domain.words import Direction
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, box, column
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.fields import Field, line
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.own_words import OwnWords
from symptrack.presenters.settings_views import TypedSymptom
from symptrack.texts import _

DIRECTIONS = (Direction.BETTER, Direction.WORSE)


class OwnWordsForm(QWidget):
    """A short form; ``kept`` carries the key of what was kept, ``closed`` says that it was left.

    Each wrong field gets its sentence, and nothing is kept before all is right.
    """

    kept = Signal(str)
    failed = Signal(str)
    closed = Signal()

    def __init__(self, theme: ThemeSource, words: OwnWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.key = ""
        self.fields: dict[str, Field] = {}
        self.save = Button(theme, _("Add"), "primary")
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel = Button(theme, _("Cancel"))
        self.cancel.clicked.connect(self.closed)

    def lay_out(self, fields: dict[str, Field]) -> None:
        """Put the fields above the buttons."""
        self.fields = fields
        items: list[Item] = []
        for field in fields.values():
            items += [field, 8]
        buttons = box(WrapRow(self.save, self.cancel, gap=10))
        self.setLayout(column(*items, buttons, margins=(0, 8, 0, 4)))

    def begin(self, key: str) -> None:
        """Ask for a new one, or for a change of the one with this key."""
        self.key = key
        self.save.set_words(_("Keep") if key else _("Add"))
        for field in self.fields.values():
            field.accept()

    def focus_first(self) -> None:
        """Give the focus to the name."""
        self.fields["label"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> str:
        """Keep what is typed and return its key."""
        raise NotImplementedError

    def _on_save_clicked(self) -> None:
        for field in self.fields.values():
            field.accept()
        try:
            key = self.keep()
        except InvalidValue as error:
            self.fields[error.field].refuse(error.reason)
        except SymptrackError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit(key)


class SymptomForm(OwnWordsForm):
    """What an own symptom is called, the words at its ends, and which end is the good one."""

    def __init__(self, theme: ThemeSource, words: OwnWords) -> None:
        super().__init__(theme, words)
        self.label, self.low, self.high = line(), line(), line()
        self.low.setPlaceholderText(_("none"))
        self.high.setPlaceholderText(_("a lot"))
        self.directions = Choice(
            theme, (_("10 is good"), _("10 is bad")), name=_("Which end is good?"), wraps=True
        )
        self.directions.setFocusProxy(self.directions.buttons[0])
        for edit in (self.label, self.low, self.high):
            edit.returnPressed.connect(self.save.click)
        self.lay_out(
            {
                "label": Field(theme, _("What do you want to rate?"), self.label),
                "low": Field(theme, _("What 0 means"), self.low, optional=True),
                "high": Field(theme, _("What 10 means"), self.high, optional=True),
                "higher_is": Field(theme, _("Which end is good?"), self.directions),
            }
        )

    def ask(self, key: str, typed: TypedSymptom) -> None:
        """Fill the form."""
        self.begin(key)
        self.label.setText(typed.label)
        self.low.setText(typed.low)
        self.high.setText(typed.high)
        if typed.higher_is is None:
            self.directions.choose_nothing()
        else:
            self.directions.choose(DIRECTIONS.index(typed.higher_is))

    def keep(self) -> str:
        """Keep the symptom and return its key."""
        chosen = self.directions.current
        typed = TypedSymptom(
            label=self.label.text(),
            low=self.low.text(),
            high=self.high.text(),
            higher_is=None if chosen is None else DIRECTIONS[chosen],
        )
        return self._words.keep_symptom(typed, self.key)


class EffectForm(OwnWordsForm):
    """What an own side effect is called."""

    def __init__(self, theme: ThemeSource, words: OwnWords) -> None:
        super().__init__(theme, words)
        self.label = line()
        self.label.returnPressed.connect(self.save.click)
        self.lay_out({"label": Field(theme, _("What did you notice?"), self.label)})

    def ask(self, key: str, name: str) -> None:
        """Fill the form."""
        self.begin(key)
        self.label.setText(name)

    def keep(self) -> str:
        """Keep the side effect and return its key."""
        return self._words.keep_effect(self.label.text(), self.key)
