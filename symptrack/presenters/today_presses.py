"""What one press on Today records: the mood of an evening, and words on open side effects."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from symptrack.analysis.help_rules import SELF_HARM, is_low_mood, low_mood_recorded_on
from symptrack.analysis.side_effects import said_first_by
from symptrack.analysis.still_there import (
    entries_of_press,
    gone_by,
    not_asked_again,
    press_to_add_to,
)
from symptrack.analysis.urgent_rules import any_urgent
from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD
from symptrack.domain.wall_time import fixed_offset
from symptrack.presenters.check_in_time import likely_moment, sessions_around
from symptrack.presenters.chosen_time import ChosenTime
from symptrack.presenters.clock import Clock
from symptrack.presenters.safety_lines import lasting_words, urgent_line
from symptrack.presenters.today_views import Done, OpenEffectRow
from symptrack.storage.store import Store
from symptrack.texts import _

RECENT = timedelta(days=10)
"""How far back a press looks: the days in which side effects are asked about, and the zones."""


class TodayPresses:
    """Records each press whole, and hands back how it is taken back.

    Every method returns ``None`` where what was asked about is there no more, and raises a
    ``SymptrackError`` where nothing could be written.
    """

    def __init__(self, store: Store, clock: Clock, catalogue: SideEffectCatalogue) -> None:
        self._store, self._clock, self._catalogue = store, clock, catalogue

    def rate_mood(self, rating: int) -> Done:
        """Record a mood, 0 to 10, as a check-in of its own."""
        now, journal = self._now(), self._recent()
        made = self._check_in(journal, now, ratings={MOOD: rating})
        self._store.add(made)
        low = is_low_mood(rating)
        first = low and not low_mood_recorded_on(journal.check_ins, now.date())
        said = [_("Saved: mood {rating} of 10.").format(rating=rating)]
        if low and not first:
            said.append(_("If you need someone now, the numbers stand below."))
        return Done(" ".join(said), self._taking_back(made, None), help_first=first)

    def say_gone(self, row: OpenEffectRow) -> Done | None:
        """Record that an open side effect has gone by now.

        The end is kept on the entry that last named it: a new check-in naming one side effect
        would say that all others are absent, which nobody said.
        """
        said = _("Saved: {effect} has gone.").format(effect=row.title)
        return self._change(row, said, lambda one: gone_by(one, row.effect, self._now()))

    def do_not_ask(self, row: OpenEffectRow) -> Done | None:
        """Record that the patient does not want to be asked about an open side effect."""
        said = _("You will not be asked about this again: {effect}.").format(effect=row.name)
        return self._change(row, said, lambda one: not_asked_again(one, row.effect))

    def say_still_there(self, row: OpenEffectRow) -> Done | None:
        """Record that an open side effect is there now, in a check-in of its own.

        What that check-in names beside it, and when further presses go into it, is the rule of
        :mod:`symptrack.analysis.still_there`.
        """
        now, journal = self._now(), self._recent()
        if self._store.get(Kind.CHECK_INS, row.check_in_id) is None:
            return None
        begun = press_to_add_to(journal, now)
        entries = entries_of_press(journal, row.effect, now, self._catalogue)
        if begun is None:
            made = self._check_in(journal, now, side_effects=entries)
            self._store.add(made)
        else:
            made = replace(begun, side_effects=entries)
            self._store.amend(made)
        return Done(
            self._still_there_words(row, made),
            self._taking_back(made, begun),
            help_first=row.effect == SELF_HARM,
            check_in_id=made.id,
        )

    def _still_there_words(self, row: OpenEffectRow, made: CheckIn) -> str:
        journal = self._recent()
        said = [_("Saved: {effect} is still there.").format(effect=row.name)]
        pressed = (one for one in made.side_effects if one.effect == row.effect)
        if any_urgent(pressed, self._catalogue):
            said.append(urgent_line(journal.settings.help.emergency))
        if row.effect in {one.effect for one in said_first_by(journal, made, self._catalogue)}:
            said.append(lasting_words(journal.patient))
        return " ".join(said)

    def _change(
        self, row: OpenEffectRow, said: str, change: Callable[[CheckIn], CheckIn]
    ) -> Done | None:
        former = self._store.get(Kind.CHECK_INS, row.check_in_id)
        if not isinstance(former, CheckIn):
            return None
        made = change(former)
        self._store.revise(made)
        return Done(said, self._taking_back(made, former))

    def _taking_back(self, made: CheckIn, former: CheckIn | None) -> Callable[[], None]:
        """Return what puts back ``former``, or moves what was made to the trash."""
        left = self._store.get(Kind.CHECK_INS, made.id)

        def take_back() -> None:
            if self._store.get(Kind.CHECK_INS, made.id) != left:
                raise RefusedRequest(
                    _("This entry has changed since; you can change it in the Journal.")
                )
            if former is None:
                self._store.delete(Kind.CHECK_INS, made.id)
            else:
                self._store.revise(former)

        return take_back

    def _check_in(self, journal: Journal, now: datetime, **said: Any) -> CheckIn:
        chosen = ChosenTime(at=now, time_zone=self._clock.time_zone())
        around = sessions_around(journal.sessions, chosen)
        moment = likely_moment(around, chosen)
        session = around.session(moment)
        return CheckIn(
            id=str(uuid.uuid4()),
            occurred_at=now,
            time_zone=chosen.time_zone,
            entered_at=now,
            session_id=session.id if session else None,
            moment=moment,
            **said,
        )

    def _recent(self) -> Journal:
        return self._store.load(since=self._now() - RECENT)

    def _now(self) -> datetime:
        return fixed_offset(self._clock.now().replace(microsecond=0))
