"""Side effects that were still there at the last word on them."""

from dataclasses import dataclass
from datetime import datetime

from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS, Answer, answers_of
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import DAY, days_after, in_utc
from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue


@dataclass(frozen=True, slots=True)
class OpenEffect:
    """A side effect to ask about again; ``severity`` is ``None`` where its strength is not known.

    ``noted_at`` is the time of the check-in that spoke of it last, ``check_in_id`` its id.
    ``strength`` is the last severity said since it came, also where the last word has none.
    """

    effect: str
    severity: int | None
    session: Session
    noted_at: datetime
    check_in_id: str
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class LastWord:
    """The last check-in that spoke of a side effect, and its strength as it was last said."""

    answer: Answer
    strength: int | None

    @property
    def open_entry(self) -> SideEffectEntry | None:
        """Return what was said, where it was there and no end told; asked about or not."""
        entry = self.answer.entry
        ended = entry is None or not entry.present or entry.ended_at is not None
        return None if ended else entry


def open_effects(
    journal: Recorded, now: datetime, catalogue: SideEffectCatalogue
) -> list[OpenEffect]:
    """Return the side effects that are still open, in the catalogue's order, then others.

    Open: there at the last word on it, with no end told, unless the patient asked not to be asked
    again; for 7 days after the session it followed. Our definition.
    """
    timeline = timeline_of(journal)
    found = []
    for effect, word in last_words(timeline, now, catalogue).items():
        spoke, entry = word.answer.check_in, word.open_entry
        session = timeline.session_followed(spoke)
        if not session or entry is None or not entry.ask_again:
            continue
        if days_after(session, now) <= DAYS_FOR_SIDE_EFFECTS:
            found.append(
                OpenEffect(
                    effect=effect,
                    severity=entry.severity,
                    session=session,
                    noted_at=spoke.occurred_at,
                    check_in_id=spoke.id,
                    strength=word.strength,
                )
            )
    order = {key: place for place, key in enumerate(catalogue.effects)}
    return sorted(found, key=lambda one: (order.get(one.effect, len(order)), one.effect))


def last_words(
    timeline: Timeline, now: datetime, catalogue: SideEffectCatalogue
) -> dict[str, LastWord]:
    """Return the last word on each side effect that was spoken of in the last days."""
    words: dict[str, LastWord] = {}
    first_at = in_utc(now) - (DAYS_FOR_SIDE_EFFECTS + 2) * DAY
    for check_in in timeline.check_ins_between(first_at, now):
        present = {effect for effect, word in words.items() if word.answer.present}
        for answer in answers_of(check_in, present, catalogue):
            strength = answer.severity if answer.present else None
            if answer.present and strength is None and answer.effect in present:
                strength = words[answer.effect].strength
            words[answer.effect] = LastWord(answer, strength)
    return words
