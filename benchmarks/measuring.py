"""A measured thing, its floor from the same run, and the table of them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of the table: medians of several runs.

    ``floor`` is what the least program that could do the job needs, in the same ``unit``, and
    ``limit`` how many times that is allowed; without a floor, ``limit`` is in ``unit`` itself.
    """

    what: str
    unit: str
    ours: float
    limit: float
    floor: float | None = None
    against: str = ""

    @property
    def value(self) -> float:
        """The ratio to the floor or, without a floor, the number itself."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.value <= self.limit


def alternate(runs: int, ours: Callable[[], T], floor: Callable[[], T]) -> tuple[list[T], list[T]]:
    """Run both in turn, so that a busy moment meets both; the first, cold go is dropped."""
    pairs = [(ours(), floor()) for _ in range(runs + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def middle(numbers: Sequence[float]) -> float:
    """Return the median."""
    return float(median(numbers))


def table(results: Sequence[Result]) -> str:
    """Return the results as a Markdown table."""
    lines = [
        "| what | measured | floor | ratio | limit |",
        "|---|---|---|---|---|",
    ]
    for result in results:
        measured = f"{result.ours:.{_digits(result.ours)}f} {result.unit}"
        if result.floor is None:
            lines.append(f"| {result.what} | {measured} | | | {result.limit:g} {result.unit} |")
            continue
        floor = f"{result.floor:.{_digits(result.floor)}f} {result.unit}, {result.against}"
        ratio = f"{result.value:.2f}"
        lines.append(f"| {result.what} | {measured} | {floor} | {ratio} | {result.limit:g} |")
    return "\n".join(lines)


def _digits(number: float) -> int:
    return 0 if number >= 100 else 1
