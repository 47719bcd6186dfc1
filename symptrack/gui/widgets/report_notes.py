"""The patient's own words on offer for the report: each by itself, none at first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import clear, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.tick_row import tick_row
from symptrack.presenters.report_choice import NoteEntry
from symptrack.texts import _, ngettext

AT_FIRST, AT_A_TIME = 4, 20


class ReportNotes(QWidget):
    """A switch for each note, the latest first, a few at a time; ``changed`` follows a press."""

    changed = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._entries: tuple[NoteEntry, ...] = ()
        self._questions: NoteEntry | None = None
        self._chosen: frozenset[str] = frozenset()
        self._shown = AT_FIRST
        self.ticks: dict[str, Tick] = {}
        self._count = label("", "body2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.more = Button(theme, "", "quiet", icon="down")
        self.more.clicked.connect(self._on_more_clicked)
        heading = label(_("Your words"), "h3", wrap=True)
        self.setLayout(column(heading, self._count, 4, self._rows, self.more))
        self.hide()

    @property
    def chosen(self) -> frozenset[str]:
        """Return the keys of what goes in."""
        return self._chosen

    def show_entries(
        self, entries: Sequence[NoteEntry], questions: NoteEntry | None, chosen: frozenset[str]
    ) -> None:
        """Show what there is; the switches that are there stay, with the focus on them."""
        self._chosen = chosen
        if (self._entries, self._questions) != (tuple(entries), questions):
            self._entries, self._questions = tuple(entries), questions
            self._shown = AT_FIRST
            clear(self._rows)
            self.ticks = {}
            self._add_rows()
        for key, tick in self.ticks.items():
            tick.setChecked(key in chosen)
        self._say_count()
        self.setVisible(bool(entries) or questions is not None)

    def _add_rows(self) -> None:
        if self._questions is not None and not self.ticks:
            self._add_row(_("Questions for the visit"), self._questions)
        for entry in self._entries[: self._shown]:
            if entry.key not in self.ticks:
                self._add_row(entry.when, entry)
        left = len(self._entries) - self._shown
        words = ngettext("Show {n} more note", "Show {n} more notes", min(left, AT_A_TIME))
        self.more.setText(words.format(n=min(left, AT_A_TIME)))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(left > 0)

    def _add_row(self, title: str, entry: NoteEntry) -> None:
        name = _("{title}: {words}").format(title=title, words=entry.beginning)
        tick = Tick(self._theme, name)
        tick.setChecked(entry.key in self._chosen)
        tick.clicked.connect(lambda on, key=entry.key: self._on_tick_clicked(key, on=on))
        self.ticks[entry.key] = tick
        self._rows.addWidget(tick_row(title, entry.beginning, tick))

    def _say_count(self) -> None:
        keys = {one.key for one in self._entries}
        n, count = len(keys & self._chosen), len(keys)
        words = ngettext("{n} of {count} note goes in.", "{n} of {count} notes go in.", count)
        self._count.setText(words.format(n=n, count=count))
        self._count.setVisible(bool(count))

    def _on_tick_clicked(self, key: str, *, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._say_count()
        self.changed.emit()

    def _on_more_clicked(self) -> None:
        first = self._entries[self._shown].key
        self._shown += AT_A_TIME
        self._add_rows()
        self.ticks[first].setFocus()
