"""The report's side effects: after each session the worst of each, and how long it lasted."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from symptrack.analysis.effect_map import EffectMap, EffectRow, summarise_side_effects
from symptrack.analysis.side_effects import EffectAfterSession, lasting_longer
from symptrack.charts.effect_words import duration_words, severity_word
from symptrack.charts.side_effects_words import never_words, subtitle
from symptrack.exchange.report_blocks import (
    Block,
    Cell,
    column,
    lines,
    section,
    severity,
    small,
    table,
)
from symptrack.exchange.report_scope import ReportScope, listed, printable
from symptrack.texts import _

SESSIONS_ABREAST = 8
SESSIONS_LISTED = 8


def effect_map(scope: ReportScope) -> EffectMap:
    """Return the side effects after each session of the period."""
    return summarise_side_effects(scope.timeline, scope.period, scope.catalogue)


def side_effects_section(scope: ReportScope, found: EffectMap) -> dict[str, Any]:
    """Return a table of side effects by sessions; of many sessions one for every eight.

    Above several tables stands one that sums them up.
    """
    places = range(len(found.sessions))
    groups = [places[start : start + SESSIONS_ABREAST] for start in places[::SESSIONS_ABREAST]]
    several = len(groups) > 1
    return section(
        _("Side effects: worst after each session, and how long"),
        _summary(found) if several else None,
        *(_by_session(scope, found, group, overall=not several) for group in groups),
        small(subtitle(found), _legend(), printable(never_words(found))),
        lines((_("Longer than most people report"), _longer(scope))),
    )


def _by_session(
    scope: ReportScope, found: EffectMap, places: Sequence[int], *, overall: bool
) -> Block | None:
    """Return the side effects that were there after some sessions, a column for each session."""
    columns = [column(_("Side effect"), share=1)]
    for place in places:
        mark = found.sessions[place]
        number = "" if mark.number is None else str(mark.number)
        columns.append(column(scope.session_day(mark.session), align="center", disc=number))
    if overall:
        columns.append(column(_("Worst, longest")))
    rows = []
    for one in found.rows:
        cells: list[Cell] = [printable(one.name), *(_cell(one.after[place]) for place in places)]
        if any(one.after[place].present for place in places):
            rows.append([*cells, *([_overall(one)] if overall else [])])
    return table(columns, rows)


def _summary(found: EffectMap) -> Block | None:
    columns = [
        column(_("Side effect"), share=1),
        column(_("There after"), share=0.8),
        column(_("Worst, longest"), share=0.8),
    ]
    after = _("{present} of {noted} sessions noted")
    return table(
        columns,
        [
            [
                printable(one.name),
                after.format(present=one.present, noted=one.noted),
                _overall(one),
            ]
            for one in found.rows
        ],
    )


def _cell(after: EffectAfterSession) -> Cell:
    if not after.noted:
        return severity("·", None)
    if not after.present:
        return severity("0", 0)
    duration = duration_words(after.duration) if after.duration else ""
    return severity("?" if after.worst is None else str(after.worst), after.worst, duration)


def _overall(row: EffectRow) -> Cell:
    worst = max((one.worst for one in row.after if one.worst is not None), default=0)
    longest = row.longest.duration if row.longest else None
    duration = duration_words(longest) if longest else _("duration not known")
    if worst == 0:
        return severity(_("? strength not noted"), None, duration)
    words = _("{number} {word}").format(number=worst, word=severity_word(worst))
    return severity(words, worst, duration)


def _legend() -> str:
    return _(
        "0 none, 1 mild, 2 moderate, 3 severe, ? there, but its strength was not noted. Below: how "
        "long it lasted after the session’s end, as far as the check-ins tell."
    )


def _longer(scope: ReportScope) -> str:
    """Return what lasted past the usual, each side effect with the sessions after which it did."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for session in scope.sessions:
        for one in lasting_longer(scope.timeline, session, scope.catalogue):
            if scope.catalogue.effects[one.effect].flag_after_h:
                after[one.effect].append(scope.session_words(session))
    names = scope.journal.own_effect_labels
    return " ".join(
        _("{effect} after {sessions}.").format(
            effect=printable(scope.catalogue.name_of(effect, names)),
            sessions=listed(sessions, SESSIONS_LISTED),
        )
        for effect, sessions in after.items()
    )
