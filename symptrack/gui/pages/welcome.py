"""The first run: three short steps, all of which can be left for later."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, PageScroll, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.fields import Field, Stepper, line
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.move_in import MoveIn, ask_for_file
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.series_art import SeriesArt
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.clock import Clock
from symptrack.presenters.welcome import FirstSeries, WelcomePresenter
from symptrack.texts import _

STEPS = 3
ART_SHARE, WORDS_SHARE = 41, 59
ART_ABOVE_PX = 1000


class WelcomePage(QWidget):
    """Welcome, help lines and clinic, first series; then ``finished``.

    ``diary_wanted`` ends the first run too, where an old diary is to be brought in;
    ``restore_requested`` carries a journal from another computer, and its code.
    """

    finished = Signal()
    diary_wanted = Signal()
    help_changed = Signal(str)
    restore_requested = Signal(Path, str)

    def __init__(self, presenter: WelcomePresenter, clock: Clock, theme: ThemeSource) -> None:
        super().__init__()
        self._presenter, self._clock, self._theme = presenter, clock, theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Welcome to Symptrack"))
        self.step = 0
        self.moving: MoveIn | None = None
        self.fields: dict[str, Field] = {}
        self._typed: dict[str, str] = {}
        self.notice = Notice(theme)
        self.art = SeriesArt(theme)
        self._words = QVBoxLayout()
        self._count = label("", "meta")
        head = row(
            IconLabel(theme, "logo", size=36),
            label("Symptrack", "brand"),
            STRETCH,
            self._count,
            spacing=12,
        )
        self._scroll = PageScroll(
            column(
                head, 20, STRETCH, self._words, 16, self.notice, STRETCH, margins=(64, 36, 64, 36)
            )
        )
        self.setLayout(row((self.art, ART_SHARE), (self._scroll, WORDS_SHARE)))
        self._show_step(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where words need the room."""
        super().resizeEvent(event)
        self.art.setVisible(self.width() >= ART_ABOVE_PX * self._theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from every field."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.isAutoRepeat() and self.moving is None:
            self.main.click()
        else:
            super().keyPressEvent(event)

    def _show_step(self, step: int) -> None:
        self._typed |= {key: self._text(key) for key in self.fields}
        self.step, self.moving = step, None
        self.notice.still()
        clear(self._words)
        self.fields = {}
        self._count.setText(_("Step {step} of {steps}").format(step=step + 1, steps=STEPS))
        items = (self._welcome, self._help, self._series)[step]()
        self._words.addLayout(column(*items))
        for key, text in self._typed.items():
            self._put_back(key, text)
        first = next(iter(self.fields.values()), None)
        (self.main if first is None else line_of(first.editor) or first.editor).setFocus()
        # Each step is read from its heading on, also where the button lies below the window.
        self._scroll.begin()

    def _welcome(self) -> list[Item]:
        points: tuple[tuple[str, str, str], ...] = (
            (
                "computer",
                _("It stays on this computer"),
                _("No account, no cloud. Your journal is encrypted on the disk."),
            ),
            (
                "share",
                _("You decide what to share"),
                _("Save a report or a picture and hand it over yourself."),
            ),
            (
                "shield",
                _("A record, not a diagnosis"),
                _("Symptrack does not judge results or call for help. Help numbers come next."),
            ),
        )
        items: list[Item] = [
            label(_("Keep track of how you feel after each session"), "display", wrap=True),
            12,
            label(
                _(
                    "Short check-ins become charts that you can look back on "
                    "and share with your clinician."
                ),
                "lead",
                wrap=True,
            ),
            8,
        ]
        for icon, title, text in points:
            words = column(label(title, "h3", wrap=True), 2, label(text, "body2", wrap=True))
            mark = column(IconLabel(self._theme, icon, size=26, role="primary"), STRETCH)
            items += [20, row(mark, (words, 1), spacing=16)]
        return [*items, 30, self._ways_in()]

    def _ways_in(self) -> WrapRow:
        self.main = self._main_button(_("Set up Symptrack"))
        self.move_in = Button(self._theme, _("Move a journal here"), big=True)
        self.move_in.clicked.connect(self._on_move_in_clicked)
        self.diary = Button(self._theme, _("Bring in an old diary"), "quiet", big=True)
        self.diary.clicked.connect(self._on_diary_clicked)
        return WrapRow(self.main, self.move_in, self.diary, gap=12)

    def _help(self) -> list[Item]:
        self.main = self._main_button(_("Next"))
        self.country = DropDown(self._theme, _("Where you live"))
        for country in self._presenter.countries:
            self.country.addItem(country.name, country.code)
        self.country.setCurrentIndex(max(self.country.findData(self._presenter.likely_country), 0))
        self._lines = label("", "body2", wrap=True)
        self.country.currentIndexChanged.connect(self._on_country_changed)
        self._on_country_changed()
        self._add_field("country", _("Where you live"), self.country)
        self._add_field("clinic_name", _("Your clinic"), line(), optional=True)
        self._add_field("clinic_phone", _("Its telephone number"), line(), optional=True)
        return [
            label(_("Who can be reached"), "h1", wrap=True),
            8,
            label(
                _("These numbers stand at the foot of every page. Nobody sees what you enter."),
                "lead",
                wrap=True,
            ),
            20,
            self.fields["country"],
            4,
            self._lines,
            2,
            label(self._presenter.checked_on, "small", wrap=True),
            14,
            self.fields["clinic_name"],
            8,
            self.fields["clinic_phone"],
            18,
            WrapRow(self._back_button(), self.main, gap=12),
        ]

    def _series(self) -> list[Item]:
        proposed = self._presenter.proposed_series
        self.main = self._main_button(_("Make this series"))
        self.later = Button(self._theme, _("Later"), "quiet", big=True)
        self.later.clicked.connect(self._on_later_clicked)
        planned = Stepper(self._theme, _("Sessions planned"), low=1, high=200, start=6)
        planned.field.setText(proposed.planned)
        self._add_field("name", _("Name"), line(proposed.name))
        self._add_field("planned", _("Sessions planned"), planned)
        self._add_field(
            "begins",
            _("Begins on"),
            DateField(self._theme, self._clock.now().date()),
            optional=True,
        )
        return [
            label(_("Your first series"), "h1", wrap=True),
            8,
            label(
                _("A series is a course of sessions, usually six in two to three weeks."),
                "lead",
                wrap=True,
            ),
            20,
            self.fields["name"],
            8,
            self.fields["planned"],
            8,
            self.fields["begins"],
            18,
            WrapRow(self._back_button(), self.main, self.later, gap=12),
        ]

    def _add_field(self, key: str, name: str, editor: QWidget, *, optional: bool = False) -> None:
        self.fields[key] = Field(self._theme, name, editor, optional=optional)

    def _main_button(self, words: str) -> Button:
        button = Button(
            self._theme, words, "primary", icon="arrow-right", icon_after=True, big=True
        )
        button.clicked.connect(self._on_main_clicked)
        return button

    def _back_button(self) -> Button:
        self.back = Button(self._theme, _("Back"), icon="arrow-left", big=True)
        self.back.clicked.connect(lambda: self._show_step(self.step - 1))
        return self.back

    def _text(self, key: str) -> str:
        editor = self.fields[key].editor
        if isinstance(editor, DropDown):
            return str(editor.currentData())
        written = line_of(editor)
        return "" if written is None else written.text()

    def _put_back(self, key: str, text: str) -> None:
        """Show again what was entered on a step before it was left."""
        editor = self.fields[key].editor if key in self.fields else None
        if isinstance(editor, DropDown):
            editor.setCurrentIndex(editor.findData(text))
        elif editor is not None and (written := line_of(editor)) is not None:
            written.setText(text)

    def _on_country_changed(self) -> None:
        items = self._presenter.help_of(str(self.country.currentData()))
        self._lines.setText("   ".join(f"{item.name} {item.reach}" for item in items))

    def _on_main_clicked(self) -> None:
        for field in self.fields.values():
            field.accept()
        try:
            self._keep_step()
        except InvalidValue as error:
            self.fields[error.field].refuse(error.reason)
        except SymptrackError as error:
            self.notice.refuse(error)
        else:
            self._go_on()

    def _keep_step(self) -> None:
        if self.step == 1:
            country = str(self.country.currentData())
            self._presenter.choose_help(
                country, self._text("clinic_name"), self._text("clinic_phone")
            )
            self.help_changed.emit(country)
        elif self.step == STEPS - 1:
            self._presenter.make_series(
                FirstSeries(
                    name=self._text("name"),
                    planned=self._text("planned"),
                    begins=self._text("begins"),
                )
            )

    def _go_on(self) -> None:
        if self.step < STEPS - 1:
            self._show_step(self.step + 1)
        else:
            self._on_later_clicked()

    def _on_later_clicked(self) -> None:
        if self.notice.attempt(self._presenter.finish):
            self.finished.emit()

    def _on_move_in_clicked(self) -> None:
        file = ask_for_file(self)
        if file is None:
            return
        self.notice.still()
        self._count.setText("")
        clear(self._words)
        self.moving = MoveIn(self._theme, self._presenter.preview, file)
        self.moving.restore_requested.connect(self.restore_requested)
        self.moving.left.connect(lambda: self._show_step(0))
        self.moving.refused.connect(lambda sentence: self.notice.say(sentence, kind="attn"))
        self._words.addWidget(self.moving)
        self.moving.begin()

    def _on_diary_clicked(self) -> None:
        if self.notice.attempt(self._presenter.finish):
            self.diary_wanted.emit()
