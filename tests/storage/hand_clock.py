"""A clock that is set by hand."""

from datetime import datetime, timedelta

from tests.builders import at


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = at("2026-11-22 12:00")

    def __call__(self) -> datetime:
        return self.time

    def turn(self, **by: int) -> None:
        self.time += timedelta(**by)
