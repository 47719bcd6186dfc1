"""What is asked about an old diary: words for mood, names, and the zone of its times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import available_timezones

from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import BUILT_IN
from symptrack.exchange.trackers.answers import Answers, NamedThing, mood_words, named_things
from symptrack.exchange.trackers.diary import Diary, Meaning, Use
from symptrack.formatting import format_number
from symptrack.presenters.rehearsal_words import plain_word
from symptrack.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class MoodQuestion:
    """A word for mood: as it is in the file, as it is shown, how often, and what is proposed."""

    word: str
    shown: str
    count: str
    proposed: int | None


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A name: as it is in the file, as it is shown, how often, what it can be, and the proposal."""

    name: str
    shown: str
    count: str
    options: tuple[tuple[str, Meaning], ...]
    proposed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """All that is asked; ``zones`` is empty where the file's times have offsets of their own."""

    moods: tuple[MoodQuestion, ...] = ()
    rated: tuple[NameQuestion, ...] = ()
    activities: tuple[NameQuestion, ...] = ()
    zones: tuple[str, ...] = ()
    zone: str = ""

    def answers(self, moods: Mapping[str, int], names: Mapping[str, int], zone: str) -> Answers:
        """Return what was answered: a number of each word, the place of each name's choice."""
        return Answers(
            moods=moods,
            meanings={
                one.name: one.options[names.get(one.name, one.proposed)][1]
                for one in (*self.rated, *self.activities)
            },
            time_zone=zone or None,
        )


def questions_about(incoming: Journal | Diary, here: str) -> Questions:
    """Return what is to be asked about a file; a journal file asks nothing.

    Parameters
    ----------
    here
        The computer's zone, which is proposed.
    """
    if isinstance(incoming, Journal):
        return Questions()
    things = named_things(incoming)
    zones = _zones() if incoming.needs_time_zone else ()
    return Questions(
        moods=tuple(
            MoodQuestion(one.word, plain_word(one.word), _entries(one.count), one.proposed)
            for one in mood_words(incoming)
        ),
        rated=tuple(_asked(one) for one in things if one.rated),
        activities=tuple(_asked(one) for one in things if not one.rated),
        # Where the computer's zone has no name in the list, it stands there first.
        zones=zones if here in zones or not zones else (here, *zones),
        zone=here if zones else "",
    )


def _asked(thing: NamedThing) -> NameQuestion:
    options = [(_("Leave it out"), Meaning(Use.LEAVE_OUT))]
    if thing.rated:
        options += _ratings()
    # What it is by its name stands first among them, so that it is at hand.
    options += sorted(_effects(), key=lambda one: one[1] != thing.as_effect)
    places = [meaning for _words, meaning in options]
    return NameQuestion(
        thing.name,
        plain_word(thing.name),
        _entries(thing.count),
        tuple(options),
        places.index(thing.proposed),
    )


def _entries(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=format_number(count))


def _ratings() -> Sequence[tuple[str, Meaning]]:
    known = [
        (_("Rating: {name}").format(name=_(one.label)), Meaning(Use.RATING, one.key))
        for one in BUILT_IN
    ]
    return [(_("A rating of its own"), Meaning(Use.RATING)), *known]


def _effects() -> Sequence[tuple[str, Meaning]]:
    known = [
        (_effect_words(key), Meaning(Use.SIDE_EFFECT, key)) for key in load_side_effects().effects
    ]
    return [(_("A side effect of its own"), Meaning(Use.SIDE_EFFECT)), *known]


def _effect_words(key: str) -> str:
    effect = load_side_effects().effects[key]
    return _("Side effect: {name}").format(name=_(effect.label))


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    """Return the zones that are named after a place, in order, and UTC."""
    return tuple(
        sorted(
            name
            for name in available_timezones()
            if name == "UTC" or ("/" in name and not name.startswith(("Etc/", "SystemV/", "posix")))
        )
    )
