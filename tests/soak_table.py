"""The figures of the long proof as the README's table: rows of one kind are added up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
PLACE = re.compile(r"(?<=<!-- soak -->\n).*?(?=<!-- end -->)", re.DOTALL)
HEAD = ("| what | how often | must be 0 |", "|---|---|---|")


@dataclass(frozen=True, slots=True)
class Row:
    """What was done, how often, what was found, and how often something that must not be.

    Rows of one ``group`` are one line of the table.
    """

    what: str
    group: str
    times: int
    found: str
    faults: int


def soak_table(rows: Sequence[Row]) -> str:
    """Return the table in Markdown."""
    lines = list(HEAD)
    for group in dict.fromkeys(row.group for row in rows):
        of_it = [row for row in rows if row.group == group]
        said = f" ({of_it[0].found})" if len(of_it) == 1 and of_it[0].what == group else ""
        times, faults = sum(row.times for row in of_it), sum(row.faults for row in of_it)
        lines.append(f"| {group}{said} | {times:,} | {faults} |")
    return "\n".join(lines)


def put_table(document: Path, lines: str) -> None:
    """Put the table in the place that a document keeps for it."""
    text = document.read_text(encoding="utf-8")
    document.write_text(PLACE.sub(lambda _place: lines + "\n", text), encoding="utf-8")
