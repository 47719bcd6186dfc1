"""Run all benchmarks and print their table: ``python -m benchmarks``.

``--readme`` puts the table into the README as well. The exit status is 1 where a limit is not
kept.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from benchmarks import (
    answering,
    opening_charts,
    redrawing_charts,
    reporting,
    saving,
    scrolling,
    searching,
    starting,
)
from benchmarks.measuring import Result, table

README = Path(__file__).resolve().parent.parent / "README.md"
PLACE = re.compile(r"(?<=<!-- benchmarks -->\n).*?(?=<!-- end -->)", re.DOTALL)


def measure(folder: Path) -> list[Result]:
    """Return all results, each measured in a folder of its own."""
    return [
        *starting.measure(folder / "starting"),
        saving.measure(folder / "saving"),
        *opening_charts.measure(folder / "charts"),
        *redrawing_charts.measure(folder / "redrawing"),
        answering.measure(folder / "answering"),
        searching.measure(folder / "searching"),
        scrolling.measure(folder / "scrolling"),
        *reporting.measure(folder / "reporting"),
    ]


def write_table(document: Path, lines: str) -> None:
    """Put a table in the place that a document keeps for it."""
    text = document.read_text(encoding="utf-8")
    document.write_text(PLACE.sub(lambda _place: lines + "\n", text), encoding="utf-8")


def main() -> int:
    """Print the table and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--readme", action="store_true", help="put the table into the README")
    into_readme = parser.parse_args().readme
    with tempfile.TemporaryDirectory(prefix="symptrack-benchmarks-") as folder:
        results = measure(Path(folder))
    print(table(results))
    if into_readme:
        write_table(README, table(results))
    return 0 if all(result.kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
