"""Which series came before which, and whose beginning a series is compared with."""

from datetime import date

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import session_on
from symptrack.domain.series import Series
from symptrack.domain.words import SeriesKind


def series_compared_with(timeline: Timeline, series: Series | None) -> tuple[Series, ...]:
    """Return the series whose beginning this one is compared with, the first choice first.

    A maintenance series is compared with the latest earlier induction, else with itself; any other
    with itself.
    """
    if series is None:
        return ()
    if series.kind is not SeriesKind.MAINTENANCE:
        return (series,)
    began_on = _began_on(timeline, series) or date.max
    inductions = [
        (on, one.id, one)
        for one in timeline.journal.series
        if one.kind is SeriesKind.INDUCTION
        and (on := _began_on(timeline, one)) is not None
        and on < began_on
    ]
    latest = max(inductions, key=lambda found: found[:2])[2:] if inductions else ()
    return (*latest, series)


def _began_on(timeline: Timeline, series: Series) -> date | None:
    sessions = timeline.sessions_of(series)
    return session_on(sessions[0]) if sessions else series.started_on
