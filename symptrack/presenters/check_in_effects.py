"""The answers of a check-in about side effects; each is in the draft at once."""

from abc import ABC, abstractmethod
from dataclasses import replace
from datetime import datetime

from symptrack.analysis.urgent_rules import any_urgent
from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.words import EffectState
from symptrack.presenters.check_in_draft import CheckInDraft
from symptrack.presenters.check_in_effect_words import long_list
from symptrack.presenters.check_in_views import Again, LongListView
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.own_words import OwnWords
from symptrack.presenters.safety_lines import urgent_line


class EffectAnswers(ABC):
    """What a check-in takes about side effects; who inherits it keeps the draft and the journal."""

    help: HelpPresenter
    _own_words: OwnWords
    _catalogue: SideEffectCatalogue
    _journal: Journal
    _draft: CheckInDraft
    _before_nothing: tuple[SideEffectEntry, ...]

    @property
    def urgent(self) -> str:
        """Return the urgent text, where something that was chosen brings it, or nothing."""
        found = any_urgent(self._draft.named, self._catalogue)
        return urgent_line(self.help.emergency()) if found else ""

    def answer_again(self, key: str, again: Again) -> None:
        """Say whether a side effect that was there before still is, or is not to be asked about."""
        state = EffectState.GONE if again is Again.GONE else EffectState.PRESENT
        changes = {"state": state, "ask_again": again is not Again.DO_NOT_ASK}
        known = any(one.effect == key and one.strength_known for one in self._draft.asked)
        if again is Again.GONE and known:
            changes["severity"] = None  # it is no longer asked
        self._keep(self._draft.with_effect(key, **changes))

    def answer_weekly(self, key: str, severity: int) -> None:
        """Say how strong a side effect is that is asked about once a week, 0 to 3."""
        self._keep(self._draft.with_weekly(key, severity))

    def long_list(self, search: str = "") -> LongListView:
        """Return the side effects beside the tiles, as far as they hold what was searched for."""
        return long_list(self._catalogue, self._journal, self._draft, search)

    def add_own_effect(self, label: str) -> str:
        """Add a side effect of the patient's own and choose it; return its key.

        Raises
        ------
        InvalidValue
            For the field ``label``: empty, too long or there already; then nothing is kept.
        """
        key = self._own_words.keep_effect(label)
        self._load(self._draft.occurred_at)
        self._keep(self._draft.with_effect(key))
        return key

    def toggle_effect(self, key: str) -> None:
        """Choose a side effect or take it back."""
        self._keep(self._draft.with_effect_toggled(key))

    def set_severity(self, key: str, severity: int) -> None:
        """Say how strong a chosen side effect was, 0 to 3."""
        self._keep(self._draft.with_effect(key, severity=severity))

    def set_state(self, key: str, state: EffectState) -> None:
        """Say whether a chosen side effect is still there."""
        self._keep(self._draft.with_effect(key, state=state))

    def report_nothing(self, nothing: bool) -> None:
        """Say that there is nothing to report, which replaces what was chosen; or take it back."""
        effects = () if nothing else self._before_nothing
        if nothing:
            self._before_nothing = self._draft.chosen
        self._keep(replace(self._draft, nothing_to_report=nothing, effects=effects))

    @abstractmethod
    def _keep(self, draft: CheckInDraft) -> None:
        """Keep a draft in the journal."""

    @abstractmethod
    def _load(self, at: datetime) -> None:
        """Read the journal again for a check-in at an instant."""
