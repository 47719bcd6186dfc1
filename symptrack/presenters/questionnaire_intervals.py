"""Decides how often each questionnaire is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from symptrack.analysis.questionnaires_due import interval_days
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.presenters.questionnaire_words import interval_words
from symptrack.presenters.words import first_upper
from symptrack.storage.store import Store
from symptrack.texts import _

NOT_ASKED = 0
OFFERED_DAYS = (7, 14, 21, 28)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalChoice:
    """Days between two, 0 for not asked, and the words for it."""

    days: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalRow:
    """A questionnaire, how often it is asked for, and what can be chosen instead."""

    key: str
    name: str
    words: str
    days: int
    choices: tuple[IntervalChoice, ...]


class QuestionnaireIntervals:
    """The intervals of a journal; only what differs from the instrument's own is kept."""

    def __init__(self, store: Store, instruments: Mapping[str, Instrument] | None = None) -> None:
        self._store = store
        self._instruments = load_instruments() if instruments is None else instruments

    def view(self) -> tuple[IntervalRow, ...]:
        """Return every questionnaire with its interval."""
        settings = self._store.settings()
        return tuple(
            _row(instrument, interval_days(settings, instrument))
            for instrument in self._instruments.values()
        )

    def choose(self, key: str, days: int) -> None:
        """Keep how often a questionnaire is asked for; 0 is never.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """
        settings = self._store.settings()
        kept = {known: own for known, own in settings.interval_days.items() if known != key}
        if days != self._instruments[key].interval_days:
            kept[key] = days
        self._store.save_settings(replace(settings, interval_days=kept))


def _row(instrument: Instrument, days: int) -> IntervalRow:
    offered = sorted({*OFFERED_DAYS, instrument.interval_days, days} - {NOT_ASKED})
    return IntervalRow(
        key=instrument.key,
        name=instrument.short_title,
        words=first_upper(instrument.construct),
        days=days,
        choices=(
            *(IntervalChoice(days=one, words=interval_words(one)) for one in offered),
            IntervalChoice(days=NOT_ASKED, words=_("Do not ask")),
        ),
    )
