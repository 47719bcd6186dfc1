"""The charts of side effects as tables, and their cells and bins read out."""

from symptrack.analysis.effect_hours import BinValues, EffectHours, HoursAfter
from symptrack.analysis.effect_map import EffectMap, EffectRow
from symptrack.analysis.side_effects import EffectAfterSession
from symptrack.analysis.timing import session_on
from symptrack.charts import hours_after_words, side_effects_words
from symptrack.charts.common_words import day_in, not_noted
from symptrack.charts.effect_words import duration_words, severity_name
from symptrack.formatting import format_day_year_short, format_number
from symptrack.presenters.charts_table import ChartTable, Row
from symptrack.texts import _


def map_tables(found: EffectMap) -> tuple[ChartTable, ...]:
    """Return the worst severities, a row per session, and how long the longest lasted."""
    rows = (*found.rows, *found.never)
    severities = ChartTable(
        _("Worst severity after each session, 0 to 3"),
        (_("Session"), _("Date"), *(row.name for row in rows)),
        len(found.sessions),
        lambda place: _session_row(found, rows, place),
    )
    longest = ChartTable(
        side_effects_words.longest_heading(),
        (_("Side effect"), _("There after"), _("Asked about after"), _("Longest it lasted")),
        len(rows),
        lambda place: _longest_row(rows[place]),
        in_order=frozenset(),
    )
    return severities, longest


def read_cell(found: EffectMap, row: EffectRow, after: EffectAfterSession) -> str:
    """Return a cell in words.

    *Dizzy after infusion 2, 4 September: moderate (2), for 1 to 6 h*.
    """
    place = next(
        place for place, mark in enumerate(found.sessions) if mark.session == after.session
    )
    said = severity_name(after.worst) if after.noted else not_noted()
    words = _("{effect} after {session}, {day}: {severity}").format(
        effect=row.name,
        session=side_effects_words.session_name(found, place),
        day=day_in(found.period, session_on(after.session)),
        severity=said,
    )
    if not after.present or after.duration is None:
        return words
    return _("{words}, for {duration}").format(words=words, duration=duration_words(after.duration))


def hours_table(found: HoursAfter) -> ChartTable:
    """Return every bin of every side effect."""
    rows = [(effect, one) for effect in found.effects for one in effect.bins]
    return ChartTable(
        _("Severity in the hours after, 0 to 3"),
        (
            _("Side effect"),
            _("Hours after"),
            _("Sessions"),
            _("Middle value"),
            _("Mildest"),
            _("Strongest"),
        ),
        len(rows),
        lambda place: _bin_row(*rows[place]),
        in_order=frozenset(),
    )


def read_bin(found: HoursAfter, effect: EffectHours, one: BinValues) -> str:
    """Return a bin in words: *Dizzy, 1–3 h after: middle value 1, from 0 to 2, 8 infusions*."""
    hours = hours_after_words.bin_words(one.place, last=True)
    parts = [_("{effect}, {hours} after").format(effect=effect.name, hours=hours)]
    if one.median is not None:
        parts.append(_("middle value {value}").format(value=format_number(one.median)))
    parts.append(_("from {low} to {high}").format(low=one.low, high=one.high))
    parts.append(hours_after_words.n_sessions_words(found, one.n))
    return ", ".join(parts)


def _session_row(found: EffectMap, rows: tuple[EffectRow, ...], place: int) -> Row:
    mark = found.sessions[place]
    number = "" if mark.number is None else str(mark.number)
    return (
        number,
        format_day_year_short(session_on(mark.session)),
        *(_cell(row.after[place]) for row in rows),
    )


def _cell(after: EffectAfterSession) -> str:
    if not after.noted:
        return not_noted()
    return severity_name(None) if after.worst is None else str(after.worst)


def _longest_row(row: EffectRow) -> Row:
    longest = side_effects_words.longest_words(row) if row.present else ""
    return row.name, str(row.present), str(row.noted), longest


def _bin_row(effect: EffectHours, one: BinValues) -> Row:
    return (
        effect.name,
        hours_after_words.bin_words(one.place, last=True),
        str(one.n),
        "" if one.median is None else format_number(one.median),
        str(one.low),
        str(one.high),
    )
