"""What the patient says of a diary's words, and what is still to be said."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from symptrack.exchange.trackers.daylio_words import PROPOSED
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, Meaning, Use
from symptrack.exchange.trackers.names import proposed_side_effect

MOST_ACTIVITIES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of a diary.

    Parameters
    ----------
    moods
        What each word for mood means, from 0 to 10.
    meanings
        What each named thing is; a name that is not here takes what is proposed for it.
    time_zone
        The zone of the times that have no offset; ``None`` where it was not said.
    """

    moods: Mapping[str, int] = field(default_factory=dict)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    time_zone: str | None = None

    def mood_of(self, entry: DiaryEntry) -> int | None:
        """Return an entry's mood; that of its word's group where the word was not said."""
        if entry.mood is not None:
            return entry.mood
        return next(
            (
                self.moods[key]
                for word in (entry.mood_word, entry.mood_group)
                for key in (word, word.casefold())
                if key in self.moods
            ),
            None,
        )

    def meaning_of(self, name: str, diary: Diary) -> Meaning:
        """Return what a name is: as said, else as proposed, else nothing that is kept."""
        proposed = diary.proposed.get(name, Meaning(Use.LEAVE_OUT))
        return self.meanings.get(name, proposed)


@dataclass(frozen=True, slots=True)
class MoodWord:
    """A word for mood, how often it stands there, and what it most likely means."""

    word: str
    count: int
    proposed: int | None


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A name, how often it stands there, whether with numbers, and what it most likely is.

    ``as_effect`` is what it would be as a side effect.
    """

    name: str
    count: int
    rated: bool
    proposed: Meaning
    as_effect: Meaning


def mood_words(diary: Diary) -> tuple[MoodWord, ...]:
    """Return the words for mood that need a number, the most frequent first."""
    counts = Counter(
        (entry.mood_word, entry.mood_group) for entry in diary.entries if entry.mood_word
    )
    return tuple(
        MoodWord(word, count, PROPOSED.get(word.casefold(), PROPOSED.get(group)))
        for (word, group), count in counts.most_common()
    )


def untold_words(diary: Diary, answers: Answers) -> tuple[MoodWord, ...]:
    """Return the words for mood that nothing was said of."""
    untold = {
        entry.mood_word
        for entry in diary.entries
        if entry.mood_word and answers.mood_of(entry) is None
    }
    return tuple(one for one in mood_words(diary) if one.word in untold)


def named_things(diary: Diary) -> tuple[NamedThing, ...]:
    """Return what may be a rating or a side effect: all that has numbers, then activities.

    Of the activities only the most frequent: a diary has hundreds, and few are side effects.
    """
    rated = Counter(one.name for entry in diary.entries for one in entry.rated)
    done = Counter(name for entry in diary.entries for name in entry.activities)
    for name in rated:
        del done[name]
    return tuple(
        NamedThing(
            name,
            count,
            rated=name in rated,
            proposed=diary.proposed.get(name, Meaning(Use.LEAVE_OUT)),
            as_effect=proposed_side_effect(name),
        )
        for name, count in (*rated.most_common(), *done.most_common(MOST_ACTIVITIES))
    )
