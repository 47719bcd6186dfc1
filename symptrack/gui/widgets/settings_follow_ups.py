"""When check-ins are asked for, and whether the desktop says so."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import hairline
from symptrack.gui.widgets.settings_parts import setting_row
from symptrack.gui.widgets.settings_person import FieldsSection
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.settings import SettingsPresenter
from symptrack.presenters.settings_views import SettingsView
from symptrack.texts import _


class FollowUpsSection(FieldsSection):
    """Each of them can be switched off; the hours by leaving them empty."""

    def __init__(self, theme: ThemeSource, presenter: SettingsPresenter) -> None:
        super().__init__(theme, presenter, _("When to check in"))
        hours = self.add_field(
            "hours_after",
            _("Hours after a session"),
            hint=_("Counted from its end. Leave it empty to switch these off."),
            example="2, 24",
        )
        self.evening_at = self.add_field("evening_at", _("Time in the evening"), example="20:00")
        before, evening, notifications = self._make_switches()
        self.lay_out(
            before,
            10,
            hairline(),
            12,
            hours,
            12,
            hairline(),
            10,
            evening,
            8,
            self.evening_at,
            10,
            hairline(),
            10,
            notifications,
        )

    def show_switches(self, view: SettingsView) -> None:
        """Show what is switched on; the time of the evening only while it is asked for."""
        self.before.setChecked(view.follow_ups.before)
        self.evening.setChecked(view.follow_ups.evening)
        self.notifications.setChecked(view.notifications)
        self.evening_at.setVisible(view.follow_ups.evening)

    def _make_switches(self) -> tuple[QWidget, QWidget, QWidget]:
        self.before, before = self._switch(
            "calendar",
            _("Before a session"),
            _("In the 24 hours before a planned one."),
            self._presenter.follow_ups.switch_before,
        )
        self.evening, evening = self._switch(
            "moon",
            _("In the evening"),
            _("One press of mood, daily for 28 days after a session, then weekly."),
            self._presenter.follow_ups.switch_evening,
        )
        self.notifications, notifications = self._switch(
            "bell",
            _("Notifications"),
            _("While Symptrack runs. They say nothing of what is in your journal."),
            self._presenter.switch_notifications,
        )
        return before, evening, notifications

    def _switch(
        self, icon: str, name: str, words: str, switch: Callable[[bool], None]
    ) -> tuple[Tick, QWidget]:
        tick = Tick(self._theme, name)
        tick.setAccessibleDescription(words)

        def on_clicked(on: bool) -> None:
            if not self.do(lambda: switch(on)):
                tick.setChecked(not on)

        tick.clicked.connect(on_clicked)
        return tick, setting_row(self._theme, icon, name, words, tick)
