"""The card for what is asked the next day rather than then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.chips import Chips
from symptrack.gui.widgets.fields import line, note
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.session_part import SessionPart
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_form import SessionForm
from symptrack.presenters.session_views import SessionView
from symptrack.texts import _

INTENTION_PX, NOTE_PX = 84, 132


class LaterCard(SessionPart):
    """Medicines, intention, what it was like, a note; folded away on the day itself."""

    def __init__(self, theme: ThemeSource, presenter: SessionPresenter, view: SessionView) -> None:
        super().__init__(theme, presenter)
        self._unfolded = False
        self._title = label("", "h2", wrap=True)
        self._lead = label("", "body2", wrap=True)
        self.unfold = Button(theme, _("Add it now"), icon="plus")
        self.unfold.clicked.connect(self._on_unfold_clicked)
        items = [(item.key, item.name) for item in view.experiences]
        self.experiences = Chips(theme, items, name=_("What it was like"))
        self.experiences.changed.connect(lambda: self.change(experience=self.experiences.chosen))
        fields = (
            self.typed("medicines", _("Medicines taken that day"), line()),
            self.noted("intention", _("Intention"), self._note(INTENTION_PX)),
            self.chosen("experience", _("What it was like"), self.experiences),
            self.noted("note", _("Note"), self._note(NOTE_PX)),
        )
        self._folded = box(column(self._lead, 16, row(self.unfold, None)))
        self._content = box(column(*fields, spacing=6))
        optional = row((self._title, 1), label(_("optional"), "small"), spacing=8)
        self.setLayout(
            column(optional, 10, self._folded, self._content, None, margins=(24, 18, 24, 18))
        )

    def _note(self, height: int) -> QPlainTextEdit:
        made = note(height=round(height * self._theme.scale))
        made.setMaximumHeight(made.minimumHeight())
        return made

    def show_form(self, form: SessionForm, view: SessionView) -> None:
        """Show the form's values, and what is asked for this kind of session."""
        self.show_texts(form)
        self.experiences.choose(form.experience)
        self._title.setText(view.later.title)
        self._lead.setText(view.later.lead)
        self.setAccessibleName(view.later.title)
        # What was opened or typed stays in sight when the date changes.
        typed = form.medicines or form.intention or form.experience or form.note
        self._unfolded = self._unfolded or view.later.open or bool(typed)
        self._folded.setVisible(not self._unfolded)
        self._content.setVisible(self._unfolded)
        self.fields["medicines"].setVisible(view.later.asks_medicines)
        self.fields["intention"].setVisible(view.later.asks_intention)
        self.fields["experience"].setVisible(view.later.asks_experience)

    def _on_unfold_clicked(self) -> None:
        self._unfolded = True
        self._folded.hide()
        self._content.show()
        self.fields["medicines"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
