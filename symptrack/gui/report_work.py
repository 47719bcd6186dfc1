"""Laying the report out beside the window: the latest choice alone, step by step, stoppable."""

from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from symptrack.gui.background import Background
from symptrack.gui.widgets.page_preview import small_pages
from symptrack.presenters.report_job import Preview, ReportJob, Stopped

PREVIEW_PPI = 150.0


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A report that was laid out, with small pictures of its pages ready to be shown."""

    job: ReportJob
    preview: Preview
    small: tuple[QImage, ...]


class ReportWork(QObject):
    """Lays out what is wanted last.

    ``began`` and ``rested`` say that it is at work and that it is not, whatever became of it;
    ``stepped`` carries the step and how many there are at most, ``done`` the ``LaidOut``;
    ``stopped`` says that the wanted one was given up.
    """

    began = Signal()
    rested = Signal()
    stepped = Signal(int, int)
    done = Signal(object)
    stopped = Signal()
    _told = Signal(object, int, int)

    def __init__(self, parent: QObject, background: Background) -> None:
        super().__init__(parent)
        self._background = background
        self._wanted: ReportJob | None = None
        self._shown: LaidOut | None = None
        self._stop = Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def want(self, job: ReportJob) -> None:
        """Ask for a report, unless that is what is there or under way."""
        if self._shown is not None and job.makes_the_same_as(self._shown.job):
            self._take(self._shown)
        elif self._wanted is None or not job.makes_the_same_as(self._wanted):
            # What is no longer wanted ends at its next step, or does not begin.
            self._stop.set()
            stop = self._stop = Event()
            self._wanted = job
            self.began.emit()
            self._background.run(
                lambda: self._laid_out(job, stop),
                lambda made: self._on_made(job, made),
                ended=lambda: self._on_ended(job),
            )

    def stop(self) -> None:
        """Give up what is under way."""
        self._stop.set()

    def _laid_out(self, job: ReportJob, stop: Event) -> LaidOut | None:
        def told(step: int, steps: int) -> None:
            # The window may have been closed in the meantime.
            if isValid(self):
                self._told.emit(job, step, steps)

        try:
            preview = job.run(PREVIEW_PPI, told, stop)
        except Stopped:
            return None
        return LaidOut(job, preview, small_pages(preview.pages))

    def _on_told(self, job: ReportJob, step: int, steps: int) -> None:
        if job is self._wanted:
            self.stepped.emit(step, steps)

    def _on_ended(self, job: ReportJob) -> None:
        if job is self._wanted:
            self.rested.emit()

    def _on_made(self, job: ReportJob, made: LaidOut | None) -> None:
        if job is not self._wanted:
            return
        if made is None:
            self._wanted = None
            self.stopped.emit()
        else:
            self._take(made)

    def _take(self, made: LaidOut) -> None:
        if self._wanted is not made.job:
            self._stop.set()
        self._wanted, self._shown = made.job, made
        self.rested.emit()
        self.done.emit(made)
