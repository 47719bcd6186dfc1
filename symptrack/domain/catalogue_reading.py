"""Reading the catalogues' TOML tables with every type checked.

The catalogues ship with the program: a fault in them is a fault of the program, so it raises
:class:`CatalogueError`, which is not for the patient.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


class CatalogueError(Exception):
    """A shipped catalogue is not what the program can rely on."""


_REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table; ``path`` says where it stands in its file."""

    path: str
    values: dict[str, Any]

    def text(self, key: str, *, default: Any = _REQUIRED) -> str:
        """Return a text."""
        return str(self._typed(key, str, default))

    def whole(self, key: str, *, default: Any = _REQUIRED) -> int:
        """Return a whole number."""
        return int(self._typed(key, int, default))

    def truth(self, key: str) -> bool:
        """Return a yes or no, *no* where it is not said."""
        return bool(self._typed(key, bool, False))

    def whole_or_none(self, key: str) -> int | None:
        """Return a whole number, or ``None`` where there is none."""
        return self.whole(key) if key in self.values else None

    def tables(self, key: str, *, default: Any = _REQUIRED) -> list["Table"]:
        """Return a list of tables."""
        rows = self._typed(key, list, default)
        return [Table(f"{self.path}.{key}[{index}]", row) for index, row in enumerate(rows)]

    def list_of(self, key: str, kind: type[T]) -> tuple[T, ...]:
        """Return a list of plain values of one type."""
        values = self._typed(key, list, _REQUIRED)
        if not all(isinstance(value, kind) for value in values):
            raise CatalogueError(f"{self.path}.{key}: not a list of {kind.__name__}")
        return tuple(values)

    def _typed(self, key: str, kind: type, default: Any) -> Any:
        value = self.values.get(key, default)
        if value is _REQUIRED:
            raise CatalogueError(f"{self.path}.{key}: missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise CatalogueError(f"{self.path}.{key}: not a {kind.__name__}")
        return value


def tables_by_key(
    name: str, rows: list[dict[str, Any]], build: Callable[[Table], T]
) -> dict[str, T]:
    """Build one object a table, by its ``key``; two with the same key are refused."""
    built: dict[str, T] = {}
    for index, row in enumerate(rows):
        table = Table(f"{name}[{index}]", row)
        key = table.text("key")
        if key in built:
            raise CatalogueError(f"{table.path}.key: {key} stands there twice")
        built[key] = build(table)
    if not built:
        raise CatalogueError(f"{name}: there is none")
    return built
