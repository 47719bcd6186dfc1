"""The pages beside the navigation but Today: made, and all they need imported, when gone to."""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.clock import Clock
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.store import Store

if TYPE_CHECKING:
    from symptrack.gui.journal_pages import PageMaker
    from symptrack.gui.page import Page
    from symptrack.gui.theme import ThemeSource
    from symptrack.presenters.whole_journal import WholeJournal

WRITING = "symptrack.storage.sqlite_tools"
"""Imported before what the drawn pages need, in the order in which it must be."""


class LaterPages:
    """Makes the pages of an open journal.

    Parameters
    ----------
    whole
        Returns the whole journal, read once for all pages that need it.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        preferences: PreferencesFile,
        *,
        whole: "Callable[[], WholeJournal]",
    ) -> None:
        self._store, self._clock, self._preferences = store, clock, preferences
        self._whole = whole

    def makers(self) -> "dict[str, PageMaker]":
        """Return what makes each page, by the key it is gone to by."""
        return {
            "journal": self._journal_page,
            "care": self._care_page,
            "charts": self._charts_page,
            "report": self._report_page,
            "trash": self._trash_page,
            "backups": self._backups_page,
            "move": self._move_page,
            "bring_in": self._bring_in_page,
            "export": self._export_page,
            "settings": self._settings_page,
            "erase": self._erase_page,
            "protect-set": self._protect_page("set"),
            "protect-renew": self._protect_page("renew"),
            "protect-code": self._protect_page("code"),
            "protect-remove": self._protect_page("remove"),
        }

    def _charts_page(self, theme: "ThemeSource") -> "Page":
        importlib.import_module(WRITING)
        from symptrack.gui.pages.charts import ChartsPage
        from symptrack.presenters.charts import ChartsPresenter

        return ChartsPage(ChartsPresenter(self._store, self._clock.now, self._whole()), theme)

    def _journal_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.journal import JournalPage
        from symptrack.presenters.journal import JournalPresenter

        presenter = JournalPresenter(self._store, self._clock, load_side_effects(), self._whole())
        return JournalPage(presenter, theme)

    def _care_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.care import CarePage
        from symptrack.presenters.care import CarePresenter

        return CarePage(CarePresenter(self._store, self._clock), theme)

    def _settings_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.application import desktop_country
        from symptrack.gui.pages.settings import SettingsPage
        from symptrack.presenters.settings import SettingsPresenter

        presenter = SettingsPresenter(
            self._store, self._clock, self._preferences, load_help_lines(), desktop_country()
        )
        return SettingsPage(presenter, theme)

    def _report_page(self, theme: "ThemeSource") -> "Page":
        importlib.import_module(WRITING)
        from symptrack.gui.pages.report import ReportPage
        from symptrack.presenters.report import ReportPresenter

        return ReportPage(ReportPresenter(self._store, self._clock.now, self._whole()), theme)

    def _trash_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.trash import TrashPage
        from symptrack.presenters.trash import TrashPresenter

        return TrashPage(TrashPresenter(self._store, self._clock, load_side_effects()), theme)

    def _backups_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.backups import BackupsPage
        from symptrack.presenters.backups import BackupsPresenter

        return BackupsPage(BackupsPresenter(self._store, self._clock.now), theme)

    def _move_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.move import MovePage
        from symptrack.presenters.copy_elsewhere import CopyElsewhere

        return MovePage(CopyElsewhere(self._store, self._clock.now), theme)

    def _bring_in_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.bring_in import BringInPage
        from symptrack.presenters.bring_in import BringInPresenter

        return BringInPage(BringInPresenter(self._store, self._clock), theme)

    def _erase_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.erase import ErasePage
        from symptrack.presenters.erase import ErasePresenter

        return ErasePage(ErasePresenter(protected=self._store.protected), theme)

    def _protect_page(self, change: str) -> "PageMaker":
        """Return what makes the page for one change of the protection."""

        def make(theme: "ThemeSource") -> "Page":
            from symptrack.gui.pages.protect import ProtectPage
            from symptrack.presenters.protection import Change, ProtectionPresenter

            path = self._store.paths.database
            return ProtectPage(lambda: ProtectionPresenter(path, Change(change)), theme)

        return make

    def _export_page(self, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.export import ExportPage
        from symptrack.presenters.export import ExportPresenter

        return ExportPage(ExportPresenter(self._store, self._clock.now, self._whole()), theme)
