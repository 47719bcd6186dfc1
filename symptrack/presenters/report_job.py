"""Laying a report out beside the window: in steps that are told, and that can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Event

from symptrack.analysis.timeline import Timeline
from symptrack.domain.settings import Paper
from symptrack.exchange.report import ReportChoice, lay_out, report_content, report_summary
from symptrack.presenters.report_choice import PAPER_NAMES
from symptrack.texts import ngettext

Told = Callable[[int, int], None]
"""Hears of each step, counted from 1, and how many there are at most."""
STEPS_BESIDE_PARTS = 3
"""Page 1, the file, and the pictures of its pages."""


class Stopped(Exception):  # noqa: N818 - it is no error
    """The work was stopped by the patient."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A report that is laid out: the file, pictures of its pages, and what it says."""

    pdf: bytes
    pages: tuple[bytes, ...]
    paper: Paper
    summary: str

    @property
    def pages_words(self) -> str:
        """Return how many pages there are: *1 page, A4*."""
        return ngettext("{n} page, {paper}", "{n} pages, {paper}", len(self.pages)).format(
            n=len(self.pages), paper=PAPER_NAMES[self.paper]
        )


class Steps:
    """Counts the steps of one piece of work, and ends it where it is to stop."""

    def __init__(self, most: int, told: Told, stop: Event) -> None:
        self._most, self._told, self._stop = most, told, stop
        self._step = 0

    def next(self) -> None:
        """Begin the next step.

        Raises
        ------
        Stopped
            Where the work is to stop.
        """
        if self._stop.is_set():
            raise Stopped
        self._step += 1
        self._told(self._step, self._most)


@dataclass(frozen=True, slots=True)
class ReportJob:
    """Everything that laying a report out needs; it may be run in any thread."""

    timeline: Timeline
    choice: ReportChoice
    now: datetime

    def makes_the_same_as(self, other: "ReportJob") -> bool:
        """Whether both make the same pages: from one reading, by the same choices, on one day."""
        return (
            self.timeline is other.timeline
            and self.choice == other.choice
            and self.now.date() == other.now.date()
        )

    def run(self, ppi: float, told: Told, stop: Event) -> Preview:
        """Lay the report out, its pictures with ``ppi`` pixels per inch.

        Raises
        ------
        Stopped
            Where ``stop`` is set before the last step has begun.
        """
        steps = Steps(len(self.choice.parts) + STEPS_BESIDE_PARTS, told, stop)
        content = report_content(self.timeline, self.choice, self.now, steps.next)
        laid_out = lay_out(content, self.now, ppi, steps.next)
        summary = report_summary(content)
        return Preview(laid_out.pdf, laid_out.pages, self.choice.paper, summary)

    def printed(self, ppi: float) -> tuple[bytes, ...]:
        """Return the pages of the same report, drawn for a printer."""
        content = report_content(self.timeline, self.choice, self.now)
        return lay_out(content, self.now, ppi).pages
