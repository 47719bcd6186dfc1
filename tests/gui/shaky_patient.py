"""A patient with shaky hands at the real window; what they said is looked up in the journal itself.

They aim at the middle of what they want and miss it by up to 20 px; every third press comes twice;
the window is closed, or the program killed, when it pleases chance. A kill is what it leaves on the
disk: the journal's files as they are at that moment are opened anew elsewhere.
"""

import random
import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.gui.pages.check_in import CheckInPage
from symptrack.gui.pages.gentle import GentlePage
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.gentle_steps import GentleEffectsStep, GentleMoodStep
from symptrack.gui.widgets.question_steps import RatingStep
from symptrack.gui.widgets.still_there_step import StillThereStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.gui.opened_window import NAME, OpenedWindow

OFF_BY_PX = 20
DOUBLED = 1 / 3
DOUBLED_AFTER_MS = 150
MOST_PRESSES = 90
ASIDE = {"Skip this question", "Someone is helping me enter this", "Change an answer"}
"""Pressed on purpose only: it leaves an answer out, answers nothing, or changes a saved one."""
RARELY = {"Back", "Something else", "Something worse", "Save and finish later", "Stop for now"}
CLOSED, KILLED = 0.02, 0.03


@dataclass
class Kept:
    """What of the sitting is in the journal or its draft.

    ``asked`` names what was still there before and is taken to be so until something else is said.
    """

    ratings: dict[str, int] = field(default_factory=dict)
    effects: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    nothing: bool = False
    asked: frozenset[str] = frozenset()

    @classmethod
    def of_draft(cls, content: Any) -> "Kept":
        """Return what a draft holds."""
        effects = {one["effect"]: (one["state"], one["severity"]) for one in content["effects"]}
        asked = frozenset(one["effect"] for one in content["asked"])
        return cls(dict(content["ratings"]), effects, content["nothing_to_report"], asked)

    @classmethod
    def of_check_in(cls, check_in: CheckIn) -> "Kept":
        """Return what a check-in says."""
        effects = {one.effect: (one.state.value, one.severity) for one in check_in.side_effects}
        return cls(dict(check_in.ratings), effects, check_in.nothing_to_report)


class ShakyPatient:
    """Goes through sittings by chance: ``ShakyPatient(window, seed).sit(gentle=True)``."""

    def __init__(self, window: OpenedWindow, seed: int) -> None:
        self.window = window
        self._chance = random.Random(seed)
        self.saved: dict[str, CheckIn] = {}
        self.kills = self.closings = self.presses = self.doubled = 0

    def sit(self, *, gentle: bool) -> None:
        """Go through one check-in as far as chance lets; then look at the whole journal."""
        if gentle:
            self.window.main.open_gentle()
        else:
            self.window.main.open_check_in()
        self.window.rest()
        before = len(self.saved)
        for _press in range(MOST_PRESSES):
            page = self.window.main.stack.currentWidget()
            if not isinstance(page, CheckInPage | GentlePage):
                break
            if self._goes_wrong():
                break
            self._press(self._target(page))
            self._compare_with_screen()
        else:
            self._close()
        self._look_at_journal(at_most=before + 1)

    def finish(self) -> None:
        """Bring what is left in the draft to its end, with a steady hand."""
        for _press in range(MOST_PRESSES):
            if self.window.store.draft(DRAFT_NAME) is None:
                break
            page = self.window.main.stack.currentWidget()
            if not isinstance(page, CheckInPage):
                self.window.main.open_check_in()
                self.window.rest()
            self.window.press(self.window.check_in.next)
        self._look_at_journal(at_most=len(self.saved) + 1)

    def _goes_wrong(self) -> bool:
        fate = self._chance.random()
        if fate < KILLED:
            self._kill()
        elif fate < KILLED + CLOSED:
            self._close()
        return fate < KILLED + CLOSED

    def _target(self, page: QWidget) -> QAbstractButton:
        """Choose what to press: mostly an answer, often on, seldom back or out."""
        aside = page.when if isinstance(page, CheckInPage) else None  # opens a dialog
        there = [
            one
            for one in page.findChildren(QAbstractButton)
            if one.isVisible()
            and one.isEnabled()
            and one is not aside
            and one.accessibleName() not in ASIDE
        ]
        rare = [one for one in there if one.accessibleName() in RARELY]
        answers = [one for one in there if one.isCheckable() and one not in rare]
        on = [one for one in there if not one.isCheckable() and one not in rare]
        fate = self._chance.random()
        for choice, until in ((answers, 0.66), (on, 0.97), (rare, 1.0)):
            if choice and fate < until:
                return self._chance.choice(choice)
        return self._chance.choice(there)

    def _press(self, target: QAbstractButton) -> None:
        self._bring_into_sight(target)
        aim = target.rect().center() + QPoint(self._off(), self._off())
        place = target.mapTo(self.window.main, aim)
        self.presses += 1
        self.window.press_at(place)
        self.window.turn()
        if self._chance.random() < DOUBLED:
            self.doubled += 1
            self.window.milliseconds.pass_by(DOUBLED_AFTER_MS)
            self.window.press_at(place)
            self.window.turn()
        self.window.milliseconds.pass_by(self._chance.randrange(600, 3000))

    def _off(self) -> int:
        return self._chance.randint(-OFF_BY_PX, OFF_BY_PX)

    def _bring_into_sight(self, target: QAbstractButton) -> None:
        around = target.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(target, OFF_BY_PX, OFF_BY_PX)
            around = around.parentWidget()
        self.window.turn()

    def _compare_with_screen(self) -> None:
        """Every answer that shows as chosen is in the journal or in its draft by now."""
        page = self.window.main.stack.currentWidget()
        if not isinstance(page, CheckInPage | GentlePage) or page.step is None:
            return
        step, kept = page.step, self._kept()
        if isinstance(step, RatingStep | GentleMoodStep) and step.scale.value is not None:
            assert step.scale.value in kept.ratings.values()
        elif isinstance(step, EffectsStep):
            chosen = {tile.key for tile in step.tiles if tile.isChecked()}
            assert chosen <= kept.effects.keys() | kept.asked
            assert step.nothing.isChecked() == kept.nothing
            for key, card in step.cards.items():
                said = [level for level, one in enumerate(card.severities) if one.isChecked()]
                assert said == [] or kept.effects[key][1] == said[0]
        elif isinstance(step, StillThereStep):
            for open_card in step.cards:
                if any(one.isChecked() for one in open_card.again.buttons):
                    assert open_card.key in kept.effects
        elif isinstance(step, GentleEffectsStep):
            chosen = {tile.key for tile in step.tiles if tile.isChecked()}
            assert chosen <= kept.effects.keys()

    def _kept(self) -> Kept:
        """Return what the journal has of the sitting that is on screen."""
        page = self.window.main.stack.currentWidget()
        draft = self.window.store.draft(DRAFT_NAME)
        if isinstance(page, CheckInPage) and draft is not None:
            return Kept.of_draft(draft.content)
        new = [one for one in self._recorded() if one.id not in self.saved]
        return Kept.of_check_in(new[-1]) if new else Kept()

    def _recorded(self) -> tuple[CheckIn, ...]:
        return self.window.store.load().check_ins

    def _close(self) -> None:
        self.closings += 1
        before = self._everything()
        assert self.window.main.close()
        self.window.main.show_journal(self.window.pages())
        self.window.main.show()
        self.window.rest()
        assert self._everything() == before

    def _kill(self) -> None:
        self.kills += 1
        before = self._everything()
        elsewhere = self.window.path.parent.with_name(f"{self.window.path.parent.name}k")
        shutil.copytree(self.window.path.parent, elsewhere)
        self.window.path = elsewhere / NAME
        self.window.main.show_journal(self.window.pages())
        self.window.rest()
        assert self._everything() == before

    def _everything(self) -> tuple[Journal, Any]:
        draft = self.window.store.draft(DRAFT_NAME)
        return self.window.store.load(), draft and draft.content

    def _look_at_journal(self, *, at_most: int) -> None:
        """Nothing that was saved has changed or gone, and a sitting made one entry at most."""
        recorded = {one.id: one for one in self._recorded()}
        assert len(recorded) == len(self._recorded())
        for known, check_in in self.saved.items():
            assert recorded[known] == check_in
        assert len(recorded) <= at_most
        assert self.window.store.load().deleted == ()
        self.saved = recorded
        self.window.clock.set(self._later())

    def _later(self) -> str:
        hours = timedelta(minutes=self._chance.randrange(90, 30 * 60))
        return (self.window.clock.now() + hours).strftime("%Y-%m-%d %H:%M")
