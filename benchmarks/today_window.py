"""The program itself on the journal that is named, until Today is filled and painted."""

import sys
from dataclasses import replace

import benchmarks.without_collector  # noqa: F401 - as the program begins

# isort: split
# Before Qt, as in the program: PySide looks into the source of each module imported after it.
from symptrack import app

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.moment import NOW, ZONE
from benchmarks.processes import report_ready
from symptrack.gui import main_window
from symptrack.gui.pages.today import TodayPage
from symptrack.presenters.preferences import PreferencesFile


class ReportingToday(TodayPage):
    """Today, which is filled before it is shown; it reports its first painting.

    Watching all events instead would slow down what is measured.
    """

    _reported = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Report once everything that was waiting to be painted has been."""
        super().paintEvent(event)
        if not self._reported:
            self._reported = True
            QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        heavy = [name for name in ("matplotlib", "typst") if name in sys.modules]
        report_ready(heavy=heavy)
        QApplication.quit()


def main() -> None:
    """Run the program as its console script does, but for the moment."""
    vars(main_window)["TodayPage"] = ReportingToday
    places = replace(app.surroundings(), now=lambda: NOW, time_zone=lambda: ZONE)
    # Who has kept a journal for ten years has chosen a country: this is no first run.
    preferences = places.config_dir / "preferences.json"
    if not preferences.exists():
        PreferencesFile(preferences).change(country="US")
    sys.exit(app.run(sys.argv[1:], places))


if __name__ == "__main__":
    main()
