"""The locked window: a passphrase, or the recovery code; nothing of the journal."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import Field, line
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.reading_width import ReadingWidth, in_the_middle
from symptrack.gui.widgets.secret_line import SecretLine
from symptrack.presenters.lock import LockView
from symptrack.texts import _

WIDTH_PX, LOGO_PX = 484, 64


class LockPage(QWidget):
    """Fills the window; ``tried`` carries what was typed: a passphrase and a code, one of them.

    ``other_ways_wanted`` says that another journal, or a copy, is to be opened instead.
    """

    tried = Signal(str, str)
    other_ways_wanted = Signal()

    def __init__(self, theme: ThemeSource, view: LockView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.sentence)
        self.notice = Notice(theme)
        self.secret = SecretLine(theme, _("Passphrase"))
        self.passphrase = Field(theme, _("Passphrase"), self.secret)
        self.code_line = line()
        self.code = Field(
            theme,
            _("Recovery code"),
            self.code_line,
            hint=_("Capitals and dashes do not matter."),
        )
        self.unlock = Button(theme, _("Unlock"), "primary", big=True)
        self.unlock.clicked.connect(self.send)
        self.forgot = Button(theme, _("I forgot my passphrase"), "quiet")
        self.forgot.setVisible(view.by_code)
        self.forgot.clicked.connect(lambda: self._show_code(shown=True))
        self.remembered = Button(theme, _("Use the passphrase"), "quiet")
        self.remembered.clicked.connect(lambda: self._show_code(shown=False))
        self.others = Button(theme, _("Open another journal or a copy"), "quiet")
        self.others.clicked.connect(self.other_ways_wanted)
        for typed in (self.secret.field, self.code_line):
            typed.returnPressed.connect(self.send)
        self._forgotten = label(view.forgotten, "body2", wrap=True)
        self._lay_out()
        self._show_code(shown=False)

    def focus_first(self) -> None:
        """Give the focus to what is to be typed in."""
        typed = self.code_line if self.code.isVisibleTo(self) else self.secret.field
        typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Try what is typed."""
        by_code = self.code.isVisibleTo(self)
        self.tried.emit(
            "" if by_code else self.secret.field.text(), self.code_line.text() if by_code else ""
        )

    def show_busy(self, busy: bool) -> None:
        """Say that the journal is being opened, and take no second try meanwhile."""
        self.unlock.setEnabled(not busy)
        self.unlock.set_words(_("Opening your journal") if busy else _("Unlock"))

    def refuse(self, sentence: str) -> None:
        """Say why it stays locked; what was typed stays."""
        (self.code if self.code.isVisibleTo(self) else self.passphrase).refuse(sentence)

    def _show_code(self, *, shown: bool) -> None:
        for widget in (self.code, self._forgotten, self.remembered):
            widget.setVisible(shown)
        self.passphrase.setVisible(not shown)
        self.forgot.setVisible(self._view.by_code and not shown)
        self.focus_first()

    def _lay_out(self) -> None:
        logo = QLabel()
        size = self._theme.large(LOGO_PX)
        logo.setPixmap(icons.pixmap("logo", "", size, self.devicePixelRatioF()))
        logo.setFixedSize(QSize(size, size))
        title = label(self._view.title, "h1", wrap=True)
        sentence = label(self._view.sentence, "lead", wrap=True)
        for words in (title, sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        below = (self.forgot, self.remembered, 4, self.others)
        middle = ReadingWidth(
            self._theme,
            column(
                row(STRETCH, logo, STRETCH),
                20,
                title,
                6,
                sentence,
                28,
                self.passphrase,
                self.code,
                10,
                self.unlock,
                16,
                self._forgotten,
                10,
                *below,
                14,
                self.notice,
                margins=(32, 24, 32, 24),
            ),
            WIDTH_PX,
        )
        self.setLayout(column(PageScroll(column(STRETCH, in_the_middle(middle), STRETCH))))
