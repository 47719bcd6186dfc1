"""Side effects that were still there at the last word on them."""

from dataclasses import dataclass
from datetime import datetime

from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS, Answer, answers_of
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import DAY, days_after, in_utc
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue


@dataclass(frozen=True, slots=True)
class OpenEffect:
    """A side effect to ask about again; ``severity`` is ``None`` where its strength is not known.

    ``noted_at`` is the time of the check-in that spoke of it last, ``check_in_id`` its id.
    """

    effect: str
    severity: int | None
    session: Session
    noted_at: datetime
    check_in_id: str


def open_effects(
    journal: Recorded, now: datetime, catalogue: SideEffectCatalogue
) -> list[OpenEffect]:
    """Return the side effects that are still open, in the catalogue's order, then others.

    Open: there at the last word on it, with no end told, unless the patient asked not to be asked
    again; for 7 days after the session it followed. Our definition.
    """
    timeline = timeline_of(journal)
    recent = timeline.check_ins_between(in_utc(now) - (DAYS_FOR_SIDE_EFFECTS + 2) * DAY, now)
    last_word: dict[str, Answer] = {}
    for check_in in recent:
        present = {effect for effect, answer in last_word.items() if answer.present}
        for answer in answers_of(check_in, present, catalogue):
            last_word[answer.effect] = answer
    found = []
    for effect, answer in last_word.items():
        session = timeline.session_followed(answer.check_in)
        if session and _still_asked(answer) and days_after(session, now) <= DAYS_FOR_SIDE_EFFECTS:
            spoke = answer.check_in
            found.append(OpenEffect(effect, answer.severity, session, spoke.occurred_at, spoke.id))
    order = {key: place for place, key in enumerate(catalogue.effects)}
    return sorted(found, key=lambda one: (order.get(one.effect, len(order)), one.effect))


def _still_asked(answer: Answer) -> bool:
    entry = answer.entry
    return entry is not None and entry.present and entry.ask_again and entry.ended_at is None
