"""The backups: how old the last one is, a copy elsewhere with its code, and putting one back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout

from symptrack.domain.errors import SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    add,
    card,
    clear,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.copy_elsewhere import CopyElsewhereView
from symptrack.gui.widgets.labels import announce, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.reading_width import read_at_the_left
from symptrack.gui.widgets.restore_copy import RestoreCopy, ask_for_copy
from symptrack.gui.widgets.settings_parts import setting_row
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.backups import BackupLine, BackupRow, BackupsPresenter
from symptrack.texts import _

MARGINS = (36, 28, 36, 26)
CARD_MARGINS = (22, 16, 22, 18)
WIDTH_PX = 900


class BackupsPage(Page):
    """Reached from the settings.

    Nothing here holds the window up: what takes longer than a moment is done beside it.
    """

    belongs_to = "settings"

    def __init__(self, presenter: BackupsPresenter, theme: ThemeSource) -> None:
        super().__init__(_("Backups"))
        self._presenter, self._theme = presenter, theme
        self._background = Background(self)
        self.notice = Notice(theme)
        self.back = Button(theme, _("Back to the settings"), "quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.now = Button(theme, _("Back up now"))
        self.now.clicked.connect(self._on_now_clicked)
        self.elsewhere = CopyElsewhereView(theme, presenter.elsewhere, self.notice)
        self.choose = Button(theme, _("Choose a copy"))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.copy = RestoreCopy(theme, presenter.preview)
        self.copy.setContentsMargins(0, 12, 0, 0)
        self.copy.restore_requested.connect(self.restore_requested)
        self.copy.refused.connect(self._say)
        self.rows: list[Button] = []
        self._line = label("", "strong", wrap=True)
        self._list = column()
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show how things stand; the backups themselves are looked into beside the window."""
        self._show_line(self._presenter.line())
        self._background.run(self._presenter.rows, self._show_rows, self._refuse)

    def _lay_out(self) -> None:
        content = column(
            row(self.back, STRETCH),
            8,
            label(_("Backups"), "h1"),
            18,
            _card(self._last()),
            16,
            _card(self._copy_elsewhere()),
            16,
            _card(self._putting_back()),
            16,
            _card(self._list),
            STRETCH,
            margins=MARGINS,
        )
        notice = self.notice.place((36, 8, 36, 12))
        body = read_at_the_left(self._theme, content, WIDTH_PX)
        self.setLayout(column((body, 1), notice))

    def _last(self) -> QLayout:
        self._line.setAccessibleName(_("Last backup"))
        return column(
            self._line,
            4,
            label(
                _("Symptrack makes them by itself, beside the journal on this computer."),
                "small",
                wrap=True,
            ),
            12,
            WrapRow(self.now),
        )

    def _copy_elsewhere(self) -> QLayout:
        away = self._presenter.elsewhere.about()
        return column(
            setting_row(self._theme, "share", _("A copy elsewhere"), away),
            12,
            self.elsewhere,
        )

    def _putting_back(self) -> QLayout:
        back = _("What the copy holds is shown first, and the journal as it is now is kept.")
        return column(
            setting_row(self._theme, "refresh", _("Put a copy back"), back),
            12,
            WrapRow(self.choose),
            self.copy,
        )

    def _show_line(self, line: BackupLine) -> None:
        self._line.setText(line.words)
        self._line.setProperty("role", "attn" if line.attention else "strong")
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)

    def _show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        clear(self._list)
        self.rows = []
        self._list.addWidget(label(_("Backups on this computer"), "h3", wrap=True))
        if not rows:
            self._list.addWidget(label(_("There is none yet."), "body2", wrap=True))
        for one in rows:
            for part in (10, hairline(), 10):
                add(self._list, part)
            said = column(label(one.when, "strong"), 2, label(one.words, "small", wrap=True))
            if not one.sound:
                self._list.addLayout(said)
                continue
            button = Button(self._theme, _("Look inside"))
            button.setAccessibleDescription(one.when)
            button.clicked.connect(lambda _checked, path=one.path: self._look_inside(path))
            self.rows.append(button)
            self._list.addLayout(row((said, 1), button, spacing=16))

    def _look_inside(self, path: Path) -> None:
        self.notice.still()
        self.copy.choose(path)

    def _on_choose_clicked(self) -> None:
        chosen = ask_for_copy(self, _("Choose a copy"))
        if chosen is not None:
            self._look_inside(chosen)

    def _on_now_clicked(self) -> None:
        self.now.setEnabled(False)
        self._background.run(
            self._presenter.back_up_now, self._on_made, self._refuse, ended=self._on_now_ended
        )

    def _on_now_ended(self) -> None:
        self.now.setEnabled(True)
        self.refresh()

    def _on_made(self, line: BackupLine) -> None:
        self.notice.still()
        announce(self, line.words)

    def _refuse(self, error: SymptrackError) -> None:
        self.notice.refuse(error)

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence, kind="attn")


def _card(layout: QLayout) -> QFrame:
    return card(column(layout, margins=CARD_MARGINS))
