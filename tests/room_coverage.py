"""The coverage gate of single rooms: what the patient's numbers rest on is covered whole.

Works where ``--cov`` measures (the gate over all rooms is coverage's own ``fail_under``).
"""

import io
from dataclasses import dataclass, field

import pytest

WHOLE = ("domain", "analysis", "storage", "presenters")


@dataclass
class RoomCoverage:
    """A pytest plugin that fails the run where a room's branch coverage is under 100 %."""

    short: list[str] = field(default_factory=list)
    measured: bool = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Look the rooms over, once all workers have handed in."""
        config = session.config
        if not config.getoption("cov_source") or config.getoption("no_cov"):
            return
        if hasattr(config, "workerinput") or config.getoption("collectonly"):
            return
        self.measured = True
        self.short = uncovered()
        if self.short and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which rooms are short."""
        for line in self.short:
            terminalreporter.write_line(f"FAIL {line}", red=True, bold=True)
        if self.measured and not self.short:
            terminalreporter.write_line(f"100 % of {', '.join(WHOLE)} covered", green=True)


def uncovered() -> list[str]:
    """Return a line for each room that is not covered whole."""
    from coverage import Coverage
    from coverage.exceptions import NoDataError

    coverage = Coverage()
    coverage.load()
    lines = []
    for room in WHOLE:
        try:
            percent = coverage.report(include=[f"symptrack/{room}/*"], file=io.StringIO())
        except NoDataError:
            percent = 0.0
        if percent < 100:
            lines.append(f"Coverage of {room} is {percent:.2f} %, not 100 %")
    return lines
