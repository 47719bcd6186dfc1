"""The rows of Today about side effects that are still open."""

from collections.abc import Container, Iterator
from datetime import datetime

from symptrack.analysis.open_effects import OpenEffect
from symptrack.analysis.side_effects import said_first_by
from symptrack.analysis.still_there import is_quiet
from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import hours_after
from symptrack.domain.check_in import CheckIn
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import Mode
from symptrack.presenters.safety_lines import lasting_words
from symptrack.presenters.today_views import OpenEffectRow
from symptrack.presenters.words import hours_after_words, session_name, severity_word
from symptrack.texts import _


def effect_rows(
    timeline: Timeline,
    found: list[OpenEffect],
    now: datetime,
    catalogue: SideEffectCatalogue,
    pressed: Container[tuple[str, str]],
) -> Iterator[OpenEffectRow]:
    """Yield a row for each open side effect that is asked about now.

    ``pressed`` holds the effects that were answered for by a press, each with its check-in's id.
    """
    by_id = {one.id: one for one in timeline.check_ins}
    for effect in found:
        spoke = by_id[effect.check_in_id]
        answered = (effect.effect, spoke.id) in pressed
        if not is_quiet(effect, spoke, now, pressed=answered):
            yield _row(timeline, effect, spoke, catalogue)


def _row(
    timeline: Timeline, effect: OpenEffect, spoke: CheckIn, catalogue: SideEffectCatalogue
) -> OpenEffectRow:
    name = catalogue.name_of(effect.effect, timeline.journal.own_effect_labels)
    title = name
    if effect.strength is not None:
        title = _("{effect}, {severity} ({number})").format(
            effect=name,
            severity=severity_word(effect.strength).lower(),
            number=effect.strength,
        )
    return OpenEffectRow(
        effect=effect.effect,
        name=name,
        title=title,
        meta=_("Noted {time} after {session}").format(
            time=hours_after_words(hours_after(effect.session, effect.noted_at)),
            session=session_name(timeline.numbers.get(effect.session.id)),
        ),
        severity=effect.strength,
        check_in_id=effect.check_in_id,
        lasting=_lasting(timeline, effect, spoke, catalogue),
    )


def _lasting(
    timeline: Timeline, effect: OpenEffect, spoke: CheckIn, catalogue: SideEffectCatalogue
) -> str:
    """Return the line about what gentle mode was the first to find, while that is the last word.

    So it is said once: a full check-in says it when it is saved, a press of *Still there* at once.
    """
    if spoke.mode is not Mode.GENTLE:
        return ""
    found = {one.effect for one in said_first_by(timeline, spoke, catalogue)}
    return lasting_words(timeline.journal.patient) if effect.effect in found else ""
