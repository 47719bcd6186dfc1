"""Decides what gentle mode asks, and saves each answer into the journal the moment it is given."""

import string
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from symptrack.analysis.gentle_hours import gentle_session
from symptrack.analysis.help_rules import is_low_mood, low_mood_recorded_on, self_harm_chosen
from symptrack.analysis.timeline import Timeline
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import EffectState, EnteredBy, Mode, Moment
from symptrack.presenters.check_in_help import HelpReason
from symptrack.presenters.check_in_views import EffectTile
from symptrack.presenters.clock import Clock
from symptrack.presenters.gentle_views import GentleEffectsView, GentleMoodView, GentleWorseView
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.safety_lines import urgent_line
from symptrack.storage.store import Store
from symptrack.texts import _

RECENT = timedelta(days=2)
"""How far back low moods are looked for; only those of the same day count."""
SITTING_FOR = timedelta(hours=1)
"""After this an answer is about another moment, and begins another check-in (our definition)."""
NOTHING_KEY = "0"


class GentlePresenter:
    """One sitting in gentle mode; leaving it at any point is finishing it.

    Every method that takes an answer returns once it is in the journal. Where that is refused, a
    ``SymptrackError`` reaches the page, what was chosen stays chosen as ``unsaved``, and the next
    answer or :meth:`keep` tries again. ``country`` returns the ISO 3166 code of the country whose
    help lines are shown.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: SideEffectCatalogue,
        country: Callable[[], str] = str,
    ) -> None:
        self._store, self._clock, self._catalogue = store, clock, catalogue
        self.help = HelpPresenter(store, load_help_lines(), country)
        self._journal = Journal()
        self._given = self._new()
        self._kept: CheckIn | None = None
        self._before_nothing: tuple[SideEffectEntry, ...] = ()
        self._help_read: set[HelpReason] = set()

    def begin(self) -> None:
        """Begin a check-in; nothing is saved before the first answer."""
        self._journal = self._store.load(since=self._clock.now() - RECENT)
        self._given, self._kept = self._new(), None
        self._before_nothing = ()
        self._help_read = set()

    @property
    def saved(self) -> bool:
        """Whether something of this sitting is in the journal."""
        return self._kept is not None

    @property
    def unsaved(self) -> bool:
        """Whether something was chosen that is not in the journal yet."""
        if self._kept is None:
            return _says_something(self._given)
        return self._given != self._kept

    def keep(self) -> None:
        """Save what was chosen and is not in the journal yet."""
        if not self.unsaved:
            return
        given, something = self._given, _says_something(self._given)
        if self._kept is None:
            self._store.add(given)
        else:
            self._store.amend(given, empty=not something)
        self._kept = given if something else None

    def rate(self, mood: int) -> None:
        """Say the mood, 0 to 10."""
        self._answer(lambda given: replace(given, ratings={MOOD: mood}))

    def toggle(self, effect: str) -> None:
        """Choose a side effect or red flag, present and of a strength not said; or take it back."""
        self._answer(lambda given: _toggled(given, effect))

    def report_nothing(self, nothing: bool) -> None:
        """Say that nothing is bothering, which replaces what was chosen; or take that back."""
        before = self._before_nothing
        if nothing:
            self._before_nothing = self._given.side_effects
        self._answer(
            lambda given: replace(
                given, nothing_to_report=nothing, side_effects=() if nothing else before
            )
        )

    def say_helped(self, helped: bool) -> None:
        """Say that someone else enters the answers; by itself it is no answer."""
        by = EnteredBy.HELPER if helped else EnteredBy.PATIENT
        self._answer(lambda given: replace(given, entered_by=by))

    def mood(self) -> GentleMoodView:
        """Return the first page."""
        return GentleMoodView(
            question=_("How is your mood?"),
            low=_("Worst"),
            high=_("Best"),
            value=self._given.ratings.get(MOOD),
            helped=self._given.entered_by is EnteredBy.HELPER,
        )

    def effects(self, part: int = 0, parts: int = 1) -> GentleEffectsView:
        """Return the side effects, or with several ``parts`` some of them; ``part`` from 0."""
        named = [(effect.key, effect.name, effect.describe) for effect in self._catalogue.gentle]
        tiles = self._tiles(named, part, parts)
        chosen = self._chosen
        shown = {tile.key for tile in tiles}
        hidden = chosen & {key for key, _name, _describe in named} - shown
        return GentleEffectsView(
            question=_("Is anything bothering you?"),
            nothing=None if hidden else self._nothing_tile(),
            tiles=tiles,
            worse=EffectTile(
                key="",
                name=_("Something worse"),
                letter=string.ascii_uppercase[len(named)],
                describe=_("Shows a list of what can need medical help."),
                chosen=bool(chosen & self._catalogue.red_flags.keys()),
            ),
            hint=self._help_line() or _("How strong it was can wait until the next check-in."),
        )

    def worse(self, part: int = 0, parts: int = 1) -> GentleWorseView:
        """Return the red flags, or with several ``parts`` some of them; ``part`` from 0."""
        named = [(flag.key, _(flag.label), "") for flag in self._catalogue.red_flags.values()]
        urgent = clinic = ""
        if self._chosen & self._catalogue.red_flags.keys():
            urgent = urgent_line(self.help.panel().rows[0].number)
            clinic = self._clinic()
        return GentleWorseView(
            question=_("Is it one of these?"),
            tiles=self._tiles(named, part, parts),
            urgent=urgent,
            clinic=clinic,
        )

    @property
    def help_first(self) -> bool:
        """Whether the help panel comes before the next page, until it was acknowledged."""
        return bool(self._help_reasons() - self._help_read)

    @property
    def self_harm_first(self) -> bool:
        """Whether the help panel comes at once, because the self-harm flag was chosen."""
        return HelpReason.SELF_HARM in self._help_reasons() - self._help_read

    def acknowledge_help(self) -> None:
        """Note that the help panel was read, so that it comes once."""
        self._help_read |= self._help_reasons()

    def _answer(self, change: Callable[[CheckIn], CheckIn]) -> None:
        if self._clock.now() - self._given.occurred_at >= SITTING_FOR and not self.unsaved:
            read = self._help_read
            self.begin()
            self._help_read = read
        self._given = change(self._given)
        self.keep()

    def _new(self) -> CheckIn:
        at = fixed_offset(self._clock.now().replace(microsecond=0))
        session = gentle_session(self._journal, at) or Timeline(self._journal).session_before(at)
        return CheckIn(
            id=str(uuid.uuid4()),
            session_id=session.id if session else None,
            moment=Moment.AFTER if session else None,
            occurred_at=at,
            time_zone=self._clock.time_zone(),
            entered_at=at,
            mode=Mode.GENTLE,
        )

    @property
    def _chosen(self) -> set[str]:
        return {entry.effect for entry in self._given.side_effects}

    def _tiles(
        self, named: Sequence[tuple[str, str, str]], part: int, parts: int
    ) -> tuple[EffectTile, ...]:
        chosen, each = self._chosen, -(-len(named) // parts)
        tiles = [
            EffectTile(
                key=key, name=name, letter=letter, describe=_(describe), chosen=key in chosen
            )
            for (key, name, describe), letter in zip(named, string.ascii_uppercase, strict=False)
        ]
        return tuple(tiles[part * each : (part + 1) * each])

    def _nothing_tile(self) -> EffectTile:
        return EffectTile(
            key="",
            name=_("No, nothing"),
            letter=NOTHING_KEY,
            describe="",
            chosen=self._given.nothing_to_report,
        )

    def _clinic(self) -> str:
        patient = self._journal.patient
        if not patient.clinic_phone.strip():
            return ""
        return _("{clinic}: {number}").format(
            clinic=patient.clinic_name.strip() or _("Your clinic"),
            number=patient.clinic_phone.strip(),
        )

    def _help_reasons(self) -> set[HelpReason]:
        reasons = set()
        if self._low_mood() and not self._was_low():
            reasons.add(HelpReason.LOW_MOOD)
        if self_harm_chosen(self._given.side_effects):
            reasons.add(HelpReason.SELF_HARM)
        return reasons

    def _help_line(self) -> str:
        """Return the line that stands for the panel later on a day, or nothing."""
        return self.help.line() if self._low_mood() and self._was_low() else ""

    def _low_mood(self) -> bool:
        return is_low_mood(self._given.ratings.get(MOOD))

    def _was_low(self) -> bool:
        return low_mood_recorded_on(self._journal.check_ins, self._given.occurred_at.date())


def _says_something(check_in: CheckIn) -> bool:
    return bool(check_in.ratings or check_in.side_effects or check_in.nothing_to_report)


def _toggled(given: CheckIn, effect: str) -> CheckIn:
    kept = _without(given.side_effects, effect)
    if len(kept) == len(given.side_effects):
        kept = (*kept, SideEffectEntry(effect=effect, state=EffectState.PRESENT))
    return replace(given, side_effects=kept, nothing_to_report=False)


def _without(entries: Iterable[SideEffectEntry], effect: str) -> tuple[SideEffectEntry, ...]:
    return tuple(entry for entry in entries if entry.effect != effect)
