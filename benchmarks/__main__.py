"""Run all benchmarks and print their table: ``python -m benchmarks``.

The exit status is 1 where a limit is not kept.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from benchmarks import answering, opening_charts, saving, starting
from benchmarks.measuring import Result, table


def measure(folder: Path) -> list[Result]:
    """Return all results, each measured in a folder of its own."""
    return [
        *starting.measure(folder / "starting"),
        saving.measure(folder / "saving"),
        opening_charts.measure(folder / "charts"),
        answering.measure(folder / "answering"),
    ]


def main() -> int:
    """Print the table and return the exit status."""
    with tempfile.TemporaryDirectory(prefix="symptrack-benchmarks-") as folder:
        results = measure(Path(folder))
    print(table(results))
    return 0 if all(result.kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
