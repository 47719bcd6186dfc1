"""The side effects of one session: worst severity and how long each lasted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from symptrack.analysis.effect_answers import Answer, answers_of, check_ins_after
from symptrack.analysis.effect_duration import Duration, longest_episode
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import hours_after, hours_known
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue


@dataclass(frozen=True, slots=True)
class EffectAfterSession:
    """One side effect after one session.

    ``noted`` false: nothing was said of it either way, shown as ·. ``worst`` is 0 to 3;
    ``strength_noted`` is false, and ``worst`` ``None``, where it was only ever there without a
    severity. ``duration`` is ``None`` where nothing can be said of it.
    """

    session: Session
    effect: str
    noted: bool
    worst: int | None
    strength_noted: bool
    duration: Duration | None

    @property
    def present(self) -> bool:
        """Whether the side effect was there at all."""
        return self.noted and self.worst != 0


@dataclass(frozen=True, slots=True)
class LastingLonger:
    """A side effect still there longer after a session than most people report.

    ``first_noted`` is the first check-in that found it so: the line is said there and not again.
    """

    effect: str
    session: Session
    first_noted: CheckIn
    hours_after: float | None


def effects_after(
    journal: Recorded, session: Session, catalogue: SideEffectCatalogue
) -> dict[str, EffectAfterSession]:
    """Return what is known of each side effect after a done session, by key.

    Holds every core effect and every other one that was named after this session; what is not in
    it was not noted. *Worst* is the highest severity; severity 0 and *gone* are the same. Our
    definition, and in it: a severity told of what has *gone* says how strong it was until then.
    """
    answers = _answers(timeline_of(journal), session, catalogue)
    keys = [key for key, effect in catalogue.effects.items() if effect.core or key in answers]
    keys += sorted(answers.keys() - set(keys))
    return {key: _effect_after(session, key, answers.get(key, [])) for key in keys}


def worst_after(journal: Recorded, session: Session, catalogue: SideEffectCatalogue) -> int | None:
    """Return the highest severity of any side effect after a session.

    ``None`` where nothing was noted, or where all that was there was noted without its strength.
    """
    noted = [one for one in effects_after(journal, session, catalogue).values() if one.noted]
    worst = max((one.worst for one in noted if one.worst is not None), default=None)
    if worst == 0 and not all(one.strength_noted for one in noted):
        return None
    return worst


def lasting_longer(
    journal: Recorded, session: Session, catalogue: SideEffectCatalogue
) -> list[LastingLonger]:
    """Return what was there more than its ``flag_after_h`` hours after a session's end.

    Once per effect and session. An effect whose ``flag_after_h`` is 0 is named whenever it is
    there; for the others check-ins without a known time are left out. Effects outside the
    catalogue have no usual duration.
    """
    found = []
    for key, answers in _answers(timeline_of(journal), session, catalogue).items():
        effect = catalogue.effects.get(key)
        first = effect and next(_longer_than(effect.flag_after_h, session, answers), None)
        if first:
            found.append(first)
    return found


def said_first_by(
    journal: Recorded, check_in: CheckIn, catalogue: SideEffectCatalogue
) -> list[LastingLonger]:
    """Return what a check-in is the first to find lasting longer than most people report.

    The check-in stands in the journal. Once per effect and session: what an earlier check-in found
    was said there. In the catalogue's order.
    """
    timeline = timeline_of(journal)
    session = timeline.session_followed(check_in)
    found = lasting_longer(timeline, session, catalogue) if session is not None else []
    order = list(catalogue.effects)
    said = [one for one in found if one.first_noted.id == check_in.id]
    return sorted(said, key=lambda one: order.index(one.effect))


def _longer_than(
    limit_h: int, session: Session, answers: Sequence[Answer]
) -> Iterator[LastingLonger]:
    for answer in answers:
        known = hours_known(session, answer.check_in)
        hours = hours_after(session, answer.check_in.occurred_at) if known else None
        if answer.present and (limit_h == 0 or (hours is not None and hours > limit_h)):
            yield LastingLonger(answer.effect, session, answer.check_in, hours)


def _answers(
    timeline: Timeline, session: Session, catalogue: SideEffectCatalogue
) -> dict[str, list[Answer]]:
    """Return what was said of each side effect after a session, by time."""
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    for check_in in check_ins_after(timeline, session):
        present = {key for key, said in answers.items() if said[-1].present}
        for answer in answers_of(check_in, present, catalogue):
            answers[answer.effect].append(answer)
    return answers


def _effect_after(session: Session, effect: str, answers: Sequence[Answer]) -> EffectAfterSession:
    present = any(answer.present for answer in answers)
    strengths = [answer.entry.severity for answer in answers if answer.entry is not None]
    told = [severity for severity in strengths if severity]
    return EffectAfterSession(
        session=session,
        effect=effect,
        noted=bool(answers),
        worst=max(told) if told else (0 if answers and not present else None),
        strength_noted=bool(told) or (bool(answers) and not present),
        duration=longest_episode(session, answers),
    )
