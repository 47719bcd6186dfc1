"""How an import is told: what it is, what comes in, what does not, what has to be told yet."""

from collections.abc import Iterable
from dataclasses import replace

from symptrack.domain.words import Source
from symptrack.exchange.trackers.diary import LeftOut
from symptrack.formatting import format_day_year, format_number
from symptrack.presenters.command_words import import_lines
from symptrack.presenters.rehearsal import Rehearsal
from symptrack.storage.merging import MergeResult
from symptrack.texts import _, ngettext

TRACKERS = {
    Source.DAYLIO: "Daylio",
    Source.BEARABLE: "Bearable",
    Source.EMOODS: "eMoods",
    Source.TRACK_AND_GRAPH: "Track & Graph",
}
_LONGEST_WORD = 40


def plain_word(word: str) -> str:
    """Return a word out of a file on one line, short, without what a screen could obey."""
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in word)
    return line if len(line) <= _LONGEST_WORD else line[: _LONGEST_WORD - 1] + "\u2026"


def kind_line(rehearsal: Rehearsal) -> str:
    """Say what the file is and which days it holds."""
    if rehearsal.source is Source.SYMPTRACK:
        named = _("A Symptrack journal file")
    else:
        named = _("A diary from {tracker}").format(tracker=TRACKERS[rehearsal.source])
    if rehearsal.first_on is None or rehearsal.last_on is None:
        return _("{file}.").format(file=named)
    first, last = format_day_year(rehearsal.first_on), format_day_year(rehearsal.last_on)
    if first == last:
        return _("{file}, of {day}.").format(file=named, day=first)
    return _("{file}, from {first} to {last}.").format(file=named, first=first, last=last)


def outcome_lines(rehearsal: Rehearsal, *, rehearsed: bool) -> list[str]:
    """Return one line for each thing that the import does to the journal, or would do."""
    if rehearsal.source is Source.SYMPTRACK:
        return import_lines(rehearsal.result, rehearsed=rehearsed)
    names = [one.label for one in rehearsal.journal.symptoms]
    effects = [one.label for one in rehearsal.journal.side_effects]
    lines = []
    # A diary fills in nothing but the names it brings, which are told by themselves.
    result = replace(rehearsal.result, choices_filled=False)
    if result != MergeResult() or not rehearsal.unclear:
        lines += import_lines(result, rehearsed=rehearsed)
    if rehearsal.unclear:
        waiting = ngettext(
            "Not clear yet: {n} entry, whose mood is a word that has no number.",
            "Not clear yet: {n} entries, whose mood is a word that has no number.",
            rehearsal.unclear,
        )
        lines.append(waiting.format(n=format_number(rehearsal.unclear)))
    if names:
        lines.append(
            _("Ratings of your own, which check-ins do not ask for: {names}.").format(
                names=_listed(names)
            )
        )
    if effects:
        lines.append(_("Side effects of your own: {names}.").format(names=_listed(effects)))
    return lines


def left_out_lines(rehearsal: Rehearsal) -> list[str]:
    """Return one line for each row that does not come in, then what else does not."""
    lines = [_row_line(one) for one in rehearsal.left_out]
    if rehearsal.names_left_out:
        names = _listed(one.name for one in rehearsal.names_left_out)
        lines.append(
            _("Left out, neither a rating nor a side effect: {names}.").format(names=names)
        )
    if rehearsal.unplaced:
        lines.append(
            _("Left out, Symptrack has no place for it: {names}.").format(
                names=", ".join(rehearsal.unplaced)
            )
        )
    return lines


def untold_lines(rehearsal: Rehearsal, zone: str) -> list[str]:
    """Return one line for each thing that the command line still has to be told, and how."""
    lines = [
        _("Still to be told: what “{word}” means, as --mood \"{word}={mood}\".").format(
            word=plain_word(one.word), mood="0..10" if one.proposed is None else one.proposed
        )
        for one in rehearsal.untold
    ]  # fmt: skip
    if rehearsal.zone_needed:
        lines.append(
            _("Still to be told: the time zone of its times, as --time-zone {zone}.").format(
                zone=zone
            )
        )
    return lines


def untold_sentence(rehearsal: Rehearsal) -> str:
    """Say in one sentence why an import on the command line is refused."""
    words = ", ".join(_("“{word}”").format(word=plain_word(one.word)) for one in rehearsal.untold)
    if not words:
        return _("The import still has to be told the time zone of its times, by --time-zone.")
    if not rehearsal.zone_needed:
        return _("The import still has to be told by --mood what is meant by {words}.").format(
            words=words
        )
    return _(
        "The import still has to be told by --mood what is meant by {words}, and by --time-zone "
        "the time zone of its times."
    ).format(words=words)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(plain_word(word) for word in words)


def _row_line(one: LeftOut) -> str:
    return _("Left out, line {line}: {reason}.").format(
        line=format_number(one.line), reason=plain_reason(one.reason)
    )


def plain_reason(reason: str) -> str:
    """Return a reason, which may quote the file, without what a screen could obey."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in reason)
