"""The card of the next visit, with the questions gathered for it and a line for one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from symptrack.domain.journal import Kind
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, add, box, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import line
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.care import NextVisit
from symptrack.texts import _

STACK_BELOW_PX = 480
MARGINS = (22, 16, 22, 20)


class NextVisitCard(QFrame):
    """What is typed on its line stays until :meth:`take` is called."""

    opened = Signal(str)
    deleted = Signal(object)
    planned = Signal()
    question_typed = Signal(str)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._theme = theme
        self.visit: NextVisit | None = None
        self.change = self._button(_("Change"), "edit")
        self.change.clicked.connect(self._on_change_clicked)
        self.delete = self._button(_("Delete"), "trash")
        self.delete.clicked.connect(self._on_delete_clicked)
        self.plan = Button(theme, _("Plan a visit"), icon="calendar")
        self.plan.clicked.connect(self.planned)
        self.question = line()
        self.question.setAccessibleName(_("What I want to ask"))
        self.question.returnPressed.connect(self._on_add_clicked)
        self.add = Button(theme, _("Add the question"), icon="plus")
        self.add.clicked.connect(self._on_add_clicked)
        self._title = label("", "strong", wrap=True)
        self._hint = label("", "small", wrap=True)
        self._questions = column(spacing=4)
        self._lay_out()

    def show_visit(self, visit: NextVisit | None) -> None:
        """Show the next visit, or that none is planned."""
        self.visit = visit
        self._title.setText(visit.title if visit is not None else _("No visit is planned."))
        for button in (self.change, self.delete):
            button.setVisible(visit is not None)
            button.setAccessibleDescription(visit.title if visit is not None else "")
        self.plan.setVisible(visit is None)
        self._hint.setText(
            _("One question at a time. They stand here until the visit.")
            if visit is not None
            else _("A first question asks for the day of the visit, too.")
        )
        clear(self._questions)
        for number, one in enumerate(visit.questions if visit is not None else (), start=1):
            words = _("{number}. {question}").format(number=number, question=one)
            add(self._questions, label(words, "body2", wrap=True))

    def take(self) -> None:
        """Empty the line: what was typed is in the journal."""
        self.question.setText("")

    def _button(self, words: str, icon: str) -> Button:
        made = Button(self._theme, words, "faint", icon=icon, ink="text3")
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def _lay_out(self) -> None:
        title = column(label(_("Next visit"), "h3", wrap=True), 4, self._title)
        head = Columns(
            self._theme,
            [(box(title), 1), (box(WrapRow(self.change, self.delete, self.plan, gap=4)), 0)],
            stack_below=STACK_BELOW_PX,
            spacing=8,
        )
        asked = Columns(
            self._theme,
            [(self.question, 1), (self.add, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=8,
        )
        self.setLayout(
            column(
                head,
                14,
                label(_("What I want to ask"), "strong", wrap=True),
                4,
                self._questions,
                8,
                row((asked, 1)),
                4,
                self._hint,
                margins=MARGINS,
            )
        )

    def _on_add_clicked(self) -> None:
        if self.question.text().strip():
            self.question_typed.emit(self.question.text())
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change_clicked(self) -> None:
        if self.visit is not None:
            self.opened.emit(self.visit.id)

    def _on_delete_clicked(self) -> None:
        if self.visit is not None:
            self.deleted.emit((Kind.VISITS, self.visit.id))
