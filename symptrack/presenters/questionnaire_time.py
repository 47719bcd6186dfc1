"""When a questionnaire was filled in, and which of those around it that brings too close."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from symptrack.analysis.questionnaires import ScoredResponse, scored_responses
from symptrack.analysis.timeline import Recorded
from symptrack.analysis.timing import in_utc
from symptrack.domain.instrument import Instrument
from symptrack.formatting import format_day_long, format_day_year, format_time
from symptrack.presenters.chosen_time import TimeKind, TimeView, TypedTime, read_typed
from symptrack.presenters.clock import Clock
from symptrack.presenters.questionnaire_draft import QuestionnaireDraft
from symptrack.presenters.questionnaire_words import overlap_words
from symptrack.presenters.words import first_upper, when_words
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The days of the other ones of a kind, seen from the one that is being filled in.

    ``last_on`` is when the one before was filled in; ``before_on`` and ``after_on`` are the nearest
    that have a total.
    """

    last_on: date | None = None
    before_on: date | None = None
    after_on: date | None = None


def neighbours(
    journal: Recorded, instrument: Instrument, draft: QuestionnaireDraft, now: datetime
) -> Neighbours:
    """Return the days of those before and after the one that is being filled in."""
    at = in_utc(draft.time.at if draft.time is not None else now)
    others = [one for one in scored_responses(journal, instrument) if one.response.id != draft.id]
    former = [one for one in others if in_utc(one.response.occurred_at) < at]
    later = [one for one in others[len(former) :] if _has_total(one)]
    with_total = [one for one in former if _has_total(one)]
    return Neighbours(
        last_on=former[-1].on if former else None,
        before_on=with_total[-1].on if with_total else None,
        after_on=later[0].on if later else None,
    )


def _has_total(one: ScoredResponse) -> bool:
    return one.score.total is not None


def overlap_lines(
    instrument: Instrument, draft: QuestionnaireDraft, around: Neighbours, now: datetime
) -> list[str]:
    """Return what is said where it is closer to another than the minimum interval."""
    on, least = day_of_draft(draft, now), instrument.min_interval_days
    mark, said = overlap_words(instrument), []
    if around.before_on is not None and (on - around.before_on).days < least:
        if draft.time is None:
            sentence = _("The last one was only a few days ago. This one will be marked “{mark}”.")
        else:
            sentence = _(
                "The one before is from {day}, only a few days earlier. "
                "This one will be marked “{mark}”."
            )
        said.append(sentence.format(mark=mark, day=day_named(around.before_on, now)))
    if around.after_on is not None and (around.after_on - on).days < least:
        said.append(
            _("The one of {day} came only a few days later and will be marked “{mark}”.").format(
                mark=mark, day=day_named(around.after_on, now)
            )
        )
    return said


def day_of_draft(draft: QuestionnaireDraft, now: datetime) -> date:
    """Return the calendar date on which it was filled in."""
    return (draft.time.at if draft.time is not None else now).date()


def day_named(on: date, now: datetime) -> str:
    """Return a day, with its year where that is not this year."""
    return format_day_long(on) if on.year == now.year else format_day_year(on)


def time_words(draft: QuestionnaireDraft, now: datetime) -> str:
    """Return when it was filled in: *Now* or *Yesterday, 20:00*."""
    time = draft.time
    if time is None:
        return _("Now")
    there = now.astimezone(ZoneInfo(time.time_zone))
    at = time.at.astimezone(there.tzinfo)
    return first_upper(when_words(at, there, time_known=time.time_known))


def time_view(draft: QuestionnaireDraft, now: datetime) -> TimeView:
    """Return the question when it was filled in, as it starts."""
    time = draft.time
    at = time.at if time is not None else now
    known = time is None or time.time_known
    typed = TypedTime(
        kind=TimeKind.NOW if time is None else TimeKind.OTHER,
        day=format_day_year(at.date()),
        time=format_time(at) if known else "",
        time_known=known,
    )
    return TimeView(
        question=_("When was it filled in?"),
        lead=_(
            "If it was on paper before, say when. The answers are about the time before that day."
        ),
        typed=typed,
        today=(now.astimezone(ZoneInfo(time.time_zone)) if time is not None else now).date(),
    )


def drafted_at(draft: QuestionnaireDraft, typed: TypedTime, clock: Clock) -> QuestionnaireDraft:
    """Return the draft at another time; *now* is the moment in which it is saved.

    Raises
    ------
    InvalidValue
        As :func:`~symptrack.presenters.chosen_time.read_typed`.
    """
    zone = draft.time.time_zone if draft.time is not None else clock.time_zone()
    chosen = read_typed(typed, clock, zone)
    saved_now = typed.kind is TimeKind.NOW and draft.original is None
    return replace(draft, at=None if saved_now else chosen)
