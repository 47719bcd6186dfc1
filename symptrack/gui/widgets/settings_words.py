"""What is rated in a check-in, and the side effects that the patient added."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, add, box, clear, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.own_words_form import EffectForm, OwnWordsForm, SymptomForm
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.settings import SettingsPresenter
from symptrack.presenters.settings_views import OwnEffectRow, RatedRow, TypedSymptom
from symptrack.texts import _


class ListSection(Section):
    """A list of what there is, a button that adds to it, and the form behind both."""

    def __init__(
        self, theme: ThemeSource, title: str, lead: str, add_words: str, form: OwnWordsForm
    ) -> None:
        super().__init__(theme, title)
        self.form = form
        self.changes: dict[str, Button] = {}
        self._rows = QVBoxLayout()
        self.add = Button(theme, add_words, icon="plus")
        self.add.clicked.connect(self._on_add_clicked)
        form.kept.connect(self._on_form_kept)
        form.failed.connect(self.failed)
        form.closed.connect(self._on_form_closed)
        form.hide()
        self.lay_out(
            label(lead, "small", wrap=True), 10, self._rows, 10, self.form, row(self.add, STRETCH)
        )

    def begin(self, key: str) -> None:
        """Open the form on one of the list; with no key, to add one."""
        self.open_form(key)
        self.add.hide()
        self.form.show()
        self.rebuilt.emit()
        self.form.focus_first()

    def open_form(self, key: str) -> None:
        """Fill the form."""
        raise NotImplementedError

    def fill(self, lines: Sequence[QWidget]) -> None:
        """Show these lines in place of the former ones."""
        for place, line in enumerate(lines):
            parts: list[Item] = [6, hairline(), 6, line] if place else [line]
            for part in parts:
                add(self._rows, part)
        self.rebuilt.emit()

    def empty(self) -> None:
        """Take the former lines away."""
        clear(self._rows)
        self.changes = {}

    def change_button(self, key: str, name: str) -> Button:
        """Return the button that opens the form on one of the list."""
        button = Button(self._theme, _("Change"), "quiet")
        button.setAccessibleName(_("Change {name}").format(name=name))
        button.clicked.connect(lambda: self.begin(key))
        self.changes[key] = button
        return button

    def _on_add_clicked(self) -> None:
        self.begin("")

    def _on_form_kept(self, key: str) -> None:
        self.changed.emit()
        self._close_form(self.changes.get(key, self.add))

    def _on_form_closed(self) -> None:
        self._close_form(self.changes.get(self.form.key, self.add))

    def _close_form(self, then: Button) -> None:
        self.form.hide()
        self.add.show()
        self.rebuilt.emit()
        then.setFocus(Qt.FocusReason.OtherFocusReason)


class RatedSection(ListSection):
    """Every symptom with a switch; the patient's own can be changed."""

    form: SymptomForm

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        self._words = presenter.own_words
        self.ticks: dict[str, Tick] = {}
        self._shown: tuple[RatedRow, ...] = ()
        super().__init__(
            theme,
            _("What to rate"),
            _("Each is asked from 0 to 10 in a check-in. What you switch off keeps its ratings."),
            _("Add your own"),
            SymptomForm(theme, presenter.own_words),
        )

    def open_form(self, key: str) -> None:
        """Fill the form with an own symptom, or empty it."""
        self.form.ask(key, self._words.typed_symptom(key) if key else TypedSymptom())

    def show_rows(self, rows: tuple[RatedRow, ...]) -> None:
        """Show every symptom; where only switches moved, the lines stay."""
        if _without_switch(rows) != _without_switch(self._shown):
            self.empty()
            self.ticks = {}
            self.fill([self._line(one) for one in rows])
        self._shown = rows
        for one in rows:
            if one.key in self.ticks:
                self.ticks[one.key].setChecked(one.active)

    def _line(self, one: RatedRow) -> QWidget:
        name, words = label(one.name, "strong", wrap=True), label(one.words, "small", wrap=True)
        texts = column(STRETCH, name, words, STRETCH, spacing=2)
        parts: list[Item] = [(texts, 1)]
        if one.own:
            parts.append(self.change_button(one.key, one.name))
        if one.always:
            parts.append(label(_("Always asked"), "small"))
        else:
            tick = Tick(self._theme, one.name, on=one.active)
            tick.setAccessibleDescription(one.words)
            tick.clicked.connect(lambda active: self._on_tick_clicked(one.key, active))
            self.ticks[one.key] = tick
            parts.append(tick)
        return box(row(*parts, spacing=10))

    def _on_tick_clicked(self, key: str, active: bool) -> None:
        if not self.do(lambda: self._words.set_active(key, active)):
            self.ticks[key].setChecked(not active)


class EffectsSection(ListSection):
    """The side effects that the patient added."""

    form: EffectForm

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        self._shown: tuple[OwnEffectRow, ...] = ()
        super().__init__(
            theme,
            _("Own side effects"),
            _("They stand in a check-in under “Something else”."),
            _("Add a side effect"),
            EffectForm(theme, presenter.own_words),
        )

    def open_form(self, key: str) -> None:
        """Fill the form with an own side effect, or empty it."""
        names = {one.key: one.name for one in self._shown}
        self.form.ask(key, names.get(key, ""))

    def show_rows(self, rows: tuple[OwnEffectRow, ...]) -> None:
        """Show the patient's own side effects."""
        if rows != self._shown:
            self._shown = rows
            self.empty()
            self.fill([self._line(one) for one in rows])

    def _line(self, one: OwnEffectRow) -> QWidget:
        name = label(one.name, "strong", wrap=True)
        return box(row((name, 1), self.change_button(one.key, one.name), spacing=10))


def _without_switch(rows: tuple[RatedRow, ...]) -> list[tuple[str, str, str, bool]]:
    return [(one.key, one.name, one.words, one.always) for one in rows]
