"""The words of the pages about side effects: still there, the tiles, the longer list, weekly."""

import string
from collections.abc import Collection, Iterable
from datetime import datetime

from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import CATEGORIES, SideEffect, SideEffectCatalogue
from symptrack.domain.words import EffectState
from symptrack.presenters.check_in_draft import AskedEffect, CheckInDraft
from symptrack.presenters.check_in_steps import weekly_rows
from symptrack.presenters.check_in_views import (
    Again,
    ChosenEffect,
    EffectGroup,
    EffectsView,
    EffectTile,
    LongListView,
    OpenRow,
    StillThereView,
    WeeklyRow,
    WeeklyView,
)
from symptrack.presenters.words import when_words
from symptrack.texts import _, ngettext

NOTHING_LETTER = "N"
ANSWERS = 3


def still_there_view(
    catalogue: SideEffectCatalogue,
    journal: Journal,
    draft: CheckInDraft,
    now: datetime,
    *,
    about_now: bool,
) -> StillThereView:
    """Return the page that asks what was there at the last word on it.

    What was said of its strength then is not shown: it would lead.
    """
    said = {entry.effect: entry for entry in draft.effects}
    names = journal.own_effect_labels
    rows = tuple(
        _open_row(
            asked,
            catalogue.name_of(asked.effect, names),
            said.get(asked.effect),
            string.ascii_uppercase[ANSWERS * place :][:ANSWERS],
            when_words(asked.noted_at.astimezone(now.tzinfo), now),
        )
        for place, asked in enumerate(draft.asked)
    )
    question, lead = _("Still there?"), _("You noted this before. How is it now?")
    if not about_now:
        question, lead = _("Was it still there?"), _("You noted this before. How was it then?")
    return StillThereView(question=question, lead=lead, rows=rows)


def _open_row(
    asked: AskedEffect, name: str, entry: SideEffectEntry | None, letters: str, when: str
) -> OpenRow:
    gone = entry is not None and entry.state is EffectState.GONE
    strength = _("How strong?") if asked.strength_known else _("How strong was it at its worst?")
    return OpenRow(
        key=asked.effect,
        name=name,
        meta=_("Noted {when}").format(when=when),
        strength=strength,
        letters=letters if len(letters) == ANSWERS else "",
        answer=again_of(entry),
        severity=entry.severity if entry is not None else None,
        asks_severity=not (gone and asked.strength_known),
    )


def again_of(entry: SideEffectEntry | None) -> Again | None:
    """Return which answer an entry is; ``None`` where there is none."""
    if entry is None:
        return None
    if entry.state is EffectState.GONE:
        return Again.GONE
    return Again.STILL_THERE if entry.ask_again else Again.DO_NOT_ASK


def effects_view(
    catalogue: SideEffectCatalogue, journal: Journal, draft: CheckInDraft, noun: str, *, now: bool
) -> EffectsView:
    """Return the side effects page; ``noun`` is what the session is called, or empty."""
    chosen = {entry.effect for entry in draft.chosen}
    letters = iter(string.ascii_uppercase.replace(NOTHING_LETTER, ""))
    return EffectsView(
        question=_effects_question(noun, now=now),
        lead=_("Choose what you noticed. If nothing, one press is enough."),
        tiles=tuple(
            _tile(effect, effect.name, next(letters), chosen) for effect in catalogue.tiles
        ),
        chosen=tuple(
            ChosenEffect(
                key=entry.effect,
                name=catalogue.name_of(entry.effect, journal.own_effect_labels),
                severity=entry.severity,
                state=entry.state,
            )
            for entry in draft.chosen
        ),
        nothing_to_report=draft.nothing_to_report,
        nothing_letter=NOTHING_LETTER,
        else_letter=next(letters),
    )


def _effects_question(noun: str, *, now: bool) -> str:
    if noun and now:
        return _("Any side effects since the {session}?").format(session=noun)
    if noun:
        return _("Any side effects at that time, after the {session}?").format(session=noun)
    return _("Is anything bothering you?") if now else _("Was anything bothering you?")


def _tile(effect: SideEffect, name: str, letter: str, chosen: Collection[str]) -> EffectTile:
    return EffectTile(
        key=effect.key,
        name=name,
        letter=letter,
        describe=_(effect.describe),
        chosen=effect.key in chosen,
    )


def long_list(
    catalogue: SideEffectCatalogue, journal: Journal, draft: CheckInDraft, search: str = ""
) -> LongListView:
    """Return everything that is not on a tile, as far as it holds what was searched for.

    The patient's own come first, then the categories, then what can need help now. The label, the
    short words and the description are searched, and for a tile is looked as well.
    """
    chosen = {entry.effect for entry in draft.chosen}
    wanted = search.casefold().split()
    groups = [EffectGroup(title=_("Your own"), tiles=_own_tiles(journal, chosen))]
    for category in CATEGORIES:
        tiles = tuple(
            _tile(effect, _(effect.label), "", chosen)
            for effect in catalogue.effects.values()
            if effect.category == category and (effect.tile is None or wanted)
        )
        groups.append(EffectGroup(title=_category(category), tiles=tiles))
    groups.append(
        EffectGroup(
            title=_("Can need help now"),
            tiles=tuple(
                _plain_tile(flag.key, _(flag.label), chosen)
                for flag in catalogue.red_flags.values()
            ),
        )
    )
    kept = [
        EffectGroup(title=group.title, tiles=_found(group.tiles, wanted, catalogue))
        for group in groups
    ]
    count = sum(len(group.tiles) for group in kept)
    found = ngettext("{n} found", "{n} found", count).format(n=count) if wanted else ""
    return LongListView(groups=tuple(group for group in kept if group.tiles), found=found)


def _own_tiles(journal: Journal, chosen: Collection[str]) -> tuple[EffectTile, ...]:
    return tuple(
        _plain_tile(own.key, own.label or own.key.replace("_", " "), chosen)
        for own in journal.side_effects
    )


def _plain_tile(key: str, name: str, chosen: Collection[str]) -> EffectTile:
    return EffectTile(key=key, name=name, letter="", describe="", chosen=key in chosen)


def _found(
    tiles: Iterable[EffectTile], wanted: list[str], catalogue: SideEffectCatalogue
) -> tuple[EffectTile, ...]:
    def words(tile: EffectTile) -> str:
        effect = catalogue.effects.get(tile.key)
        short = effect.name if effect is not None else ""
        return f"{tile.name} {short} {tile.describe}".casefold()

    return tuple(tile for tile in tiles if all(word in words(tile) for word in wanted))


def _category(category: str) -> str:
    return {
        "dissociative": _("Mind and senses"),
        "physical": _("Body"),
        "mood": _("Mood and sleep"),
        "longterm": _("Over the weeks"),
    }[category]


def weekly_view(
    catalogue: SideEffectCatalogue, draft: CheckInDraft, *, about_now: bool
) -> WeeklyView:
    """Return the page that is asked once a week."""
    rows = tuple(
        WeeklyRow(
            key=key,
            name=_(catalogue.effects[key].label),
            describe=_(catalogue.effects[key].describe),
            severity=draft.weekly.get(key),
        )
        for key in weekly_rows(draft)
    )
    return WeeklyView(
        question=_("Anything of this in the last week?")
        if about_now
        else _("Anything of this in the week before?"),
        lead=_("These are asked once a week. They can come slowly."),
        rows=rows,
    )
