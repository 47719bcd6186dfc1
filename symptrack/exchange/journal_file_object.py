"""One object of the journal file, read and written from the same table of its keys."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from symptrack.domain.errors import InvalidValue
from symptrack.exchange.journal_file_values import Known, Value, as_object, child
from symptrack.texts import _

Check = Callable[[Any, Mapping[str, Any], Known], None]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an object.

    ``name`` is its attribute in the domain where that differs. A ``computed`` key is in the file
    only: the program writes it from the other data and checks it against them when it reads.
    """

    key: str
    value: Value
    name: str = ""
    required: bool = False
    computed: bool = False

    @property
    def attribute(self) -> str:
        """Return the attribute of the domain object."""
        return self.name or self.key


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of one kind of object, in the order in which they are written.

    ``check`` compares what was read with the computed keys and with what the record refers to.
    """

    builds: type
    keys: tuple[Key, ...]
    check: Check | None = None

    def value(self) -> Value:
        """Return this shape as a value within another object."""
        return Value(self.read, self.write)

    def read(self, path: str, raw: Any, known: Known) -> Any:
        """Return the domain object; the first fault in the order of the file is the one told."""
        by_name = {key.key: key for key in self.keys}
        found: dict[str, Any] = {}
        computed: dict[str, Any] = {}
        for name, entry in as_object(path, raw).items():
            key = by_name.get(name)
            if key is None:
                raise InvalidValue(child(path, name), _("there is no such key"))
            if entry is None and not key.required:
                continue
            value = key.value.read(child(path, name), entry, known)
            (computed if key.computed else found)[key.attribute] = value
        for key in self.keys:
            if key.required and key.attribute not in (computed if key.computed else found):
                raise InvalidValue(child(path, key.key), _("it is missing"))
        try:
            built = self.builds(**found)
            if self.check is not None:
                self.check(built, computed, known)
        except InvalidValue as error:
            raise (error.within(path) if path else error) from None
        return built

    def write(self, record: Any, computed: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the object for the file, with what is left at its default left out."""
        defaults = _defaults(self.builds)
        written: dict[str, Any] = {}
        for key in self.keys:
            if key.computed:
                value = (computed or {}).get(key.key)
                left_out = value is None
            else:
                value = getattr(record, key.attribute)
                left_out = not key.required and value == defaults[key.attribute]
            if not left_out:
                written[key.key] = key.value.write(value)
        return written


@cache
def _defaults(kind: type) -> dict[str, Any]:
    return {
        field.name: field.default_factory()
        if field.default_factory is not MISSING
        else field.default
        for field in fields(kind)
    }
