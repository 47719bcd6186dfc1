"""How long a side effect lasted after a session, as far as the check-ins can tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf

from symptrack.analysis.effect_answers import Answer
from symptrack.analysis.timing import HOUR, end_of, hours_known, in_utc
from symptrack.domain.session import Session


@dataclass(frozen=True, slots=True)
class Duration:
    """Between ``at_least_h`` and ``at_most_h`` hours.

    "3 to 6 h" has both; "6 h or more" has no ``at_most_h`` (``None``); "up to 6 h" has an
    ``at_least_h`` of 0.
    """

    at_least_h: float
    at_most_h: float | None


@dataclass(slots=True)
class _Episode:
    """What is gathered of one stretch in which the effect was there.

    ``since`` is when it was last found gone, ``None`` for the first stretch.
    """

    since: datetime | None
    present: list[Answer]
    gone: Answer | None = None


def longest_episode(session: Session, answers: Sequence[Answer]) -> Duration | None:
    """Return the longest stretch of a side effect, or ``None`` where it was never spoken of.

    From the session's end to between the last *present* and the first *gone* after it; never
    *gone*: that long or more; only *gone*: up to then. ``began_at`` and ``ended_at`` override.
    *Present* again after *gone* is a new episode; check-ins whose time is not known are left out.
    Our definition, and in it: a new episode begins between the *gone* before it and its first
    *present*; the longest is the one with the most certain hours.
    """
    known = [answer for answer in answers if hours_known(session, answer.check_in)]
    durations = [_duration(session, episode) for episode in _episodes(known)]
    if not durations:
        return None
    return max(durations, key=lambda one: (one.at_least_h, _or_more(one.at_most_h)))


def _episodes(answers: Sequence[Answer]) -> Iterator[_Episode]:
    """Yield the stretches; where it was only ever named as *gone*, one without *present*."""
    episode = _Episode(None, [])
    ended = False
    only_gone: Answer | None = None
    for answer in answers:
        if answer.present:
            episode.present.append(answer)
            if _told_end(answer) is None:
                continue
        elif only_gone is None and answer.entry is not None:
            only_gone = answer
        if episode.present:
            episode.gone = answer
            ended = True
            yield episode
        if ended:
            episode = _Episode(_told_end(answer) or _at(answer), [])
    if episode.present:
        yield episode
    elif not ended and only_gone is not None:
        yield _Episode(None, [], only_gone)


def _duration(session: Session, episode: _Episode) -> Duration:
    said = [*episode.present, *([episode.gone] if episode.gone else [])]
    begins = [begin for answer in said if (begin := _told_begin(answer)) is not None]
    if begins:
        earliest = latest = begins[0]
    elif episode.since is None:
        earliest = latest = end_of(session)
    else:
        earliest, latest = episode.since, _at(episode.present[0])
    at_least_h = max(0.0, (_surely_until(episode, latest) - latest) / HOUR)
    if episode.gone is None:
        return Duration(at_least_h, None)
    until = _told_end(episode.gone) or _at(episode.gone)
    return Duration(at_least_h, max(at_least_h, (until - earliest) / HOUR))


def _surely_until(episode: _Episode, begin: datetime) -> datetime:
    told = _told_end(episode.gone) if episode.gone else None
    return told or (_at(episode.present[-1]) if episode.present else begin)


def _at(answer: Answer) -> datetime:
    return in_utc(answer.check_in.occurred_at)


def _told_begin(answer: Answer) -> datetime | None:
    begin = answer.entry.began_at if answer.entry else None
    return in_utc(begin) if begin else None


def _told_end(answer: Answer) -> datetime | None:
    end = answer.entry.ended_at if answer.entry else None
    return in_utc(end) if end else None


def _or_more(hours: float | None) -> float:
    return inf if hours is None else hours
