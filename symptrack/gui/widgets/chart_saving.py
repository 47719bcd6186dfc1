"""Saving the chart that is shown, and copying it as a picture."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from symptrack.gui.background import Background
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.charts import ChartsPresenter, ChartsView
from symptrack.texts import _


class AskWhere(Protocol):
    """Asks where to save a chart, and what goes into the file."""

    def __call__(
        self,
        theme: ThemeSource,
        patient: str,
        name_for: Callable[[str], str],
        parent: QWidget,
        *,
        self_harm: bool = False,
    ) -> PictureChoice | None:
        """Return the choice, ``None`` where there is to be no file."""


class ChartSaving(QObject):
    """The two buttons and what they do with ``view``, which the page keeps up to date."""

    def __init__(
        self,
        page: QWidget,
        presenter: ChartsPresenter,
        theme: ThemeSource,
        notice: Notice,
        ask_where: AskWhere,
    ) -> None:
        super().__init__(page)
        self._page, self._presenter, self._theme = page, presenter, theme
        self._notice, self._ask_where = notice, ask_where
        self._background = Background(self)
        self.view = ChartsView()
        self.save = Button(theme, _("Save picture"), icon="download")
        self.copy = Button(theme, _("Copy picture"), "quiet", icon="copy")
        self.save.clicked.connect(self._on_save_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)

    def _on_save_clicked(self) -> None:
        view = self.view
        choice = self._ask_where(
            self._theme,
            view.label,
            self._presenter.picture_name,
            self._page,
            self_harm=view.shown is not None and view.shown.self_harm,
        )
        if choice is None:
            return
        self.save.setEnabled(False)
        self._background.run(
            lambda: self._presenter.save(
                view,
                choice.path,
                with_label=choice.with_label,
                with_self_harm=choice.with_self_harm,
                replace=choice.replaces,
            ),
            lambda _nothing: self._on_picture_saved(choice),
            self._notice.refuse,
            ended=lambda: self.save.setEnabled(True),
        )

    def _on_copy_clicked(self) -> None:
        view = self.view
        self.copy.setEnabled(False)
        self._background.run(
            lambda: self._presenter.picture(view),
            lambda picture: self._on_picture_made(picture, view),
            ended=lambda: self.copy.setEnabled(True),
        )

    def _on_picture_made(self, picture: bytes, view: ChartsView) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))
        without = view.shown is not None and view.shown.self_harm
        self._notice.say(
            _("Copied, without the answers to item 9.") if without else _("Copied as a picture.")
        )

    def _on_picture_saved(self, choice: PictureChoice) -> None:
        self._notice.say(_("Saved as {name}.").format(name=choice.path.name))
