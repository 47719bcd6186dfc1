"""Reads a program's accessibility tree and works it as a screen reader does; a program by itself.

It runs under the system's own Python, which has the bindings for the message bus. Each line of
standard input is one command as JSON, each line of standard output its answer. ``{"do": "tree"}``
is answered with every node that is shown; the other commands name a node by its place in that list.

It speaks AT-SPI itself: the library of that name asks for children one by one, and Qt ends the
program that is asked for one that has just gone.
"""

import json
import sys
from typing import Any

from gi.repository import Gio, GLib

PROGRAM = "symptrack"
SLOWEST_ANSWER_MS = 20_000
ATSPI = "org.a11y.atspi"
ENABLED, FOCUSABLE, CHECKED, SHOWING, CHECKABLE = 8, 11, 4, 25, 41
"""Bits of a state, from the AT-SPI enumeration ``AtspiStateType``."""
STATES = {
    "enabled": ENABLED,
    "focusable": FOCUSABLE,
    "checked": CHECKED,
    "checkable": CHECKABLE,
}
BY_KEYSYM = 3
DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
KEYBOARD = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller")

Address = tuple[str, str]


class Reader:
    """Holds the nodes of the last reading."""

    def __init__(self) -> None:
        self._nodes: list[Address] = []
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._bus = session
        (address,) = self._call(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        )

    def tree(self) -> list[dict[str, object]]:
        """Return what is shown of the program, outermost first."""
        self._nodes = []
        found: list[dict[str, object]] = []
        for program in self._children(DESKTOP):
            if self._property(program, "Name") == PROGRAM:
                self._read(program, found, 0)
        return found

    def press(self, place: int) -> bool:
        """Do what a node is there for."""
        (done,) = self._ask(self._nodes[place], "Action", "DoAction", GLib.Variant("(i)", (0,)))
        return bool(done)

    def write(self, place: int, text: str) -> bool:
        """Put a text into a field, in place of what stands there."""
        (done,) = self._ask(
            self._nodes[place], "EditableText", "SetTextContents", GLib.Variant("(s)", (text,))
        )
        return bool(done)

    def type(self, key: int) -> None:
        """Press and release a key, by its X keysym, where the focus is."""
        event = GLib.Variant("(isu)", (key, "", BY_KEYSYM))
        self._ask(KEYBOARD, "DeviceEventController", "GenerateKeyboardEvent", event)

    def _read(self, node: Address, found: list[dict[str, object]], depth: int) -> None:
        ((low, high),) = self._ask(node, "Accessible", "GetState")
        states = low | high << 32
        if depth > 0 and not states >> SHOWING & 1:
            return
        (role,) = self._ask(node, "Accessible", "GetRoleName")
        (interfaces,) = self._ask(node, "Accessible", "GetInterfaces")
        text = ""
        if f"{ATSPI}.Text" in interfaces:
            (text,) = self._ask(node, "Text", "GetText", GLib.Variant("(ii)", (0, -1)))
        self._nodes.append(node)
        found.append(
            {
                "place": len(found),
                "role": role,
                "name": self._property(node, "Name"),
                "description": self._property(node, "Description"),
                "text": text,
                "states": [name for name, bit in STATES.items() if states >> bit & 1],
            }
        )
        for child in self._children(node):
            self._read(child, found, depth + 1)

    def _children(self, node: Address) -> list[Address]:
        (children,) = self._ask(node, "Accessible", "GetChildren")
        return [(name, path) for name, path in children]

    def _property(self, node: Address, name: str) -> str:
        wanted = GLib.Variant("(ss)", (f"{ATSPI}.Accessible", name))
        (value,) = self._call(node, "org.freedesktop.DBus.Properties", "Get", wanted)
        return str(value)

    def _ask(self, node: Address, interface: str, method: str, details: Any = None) -> Any:
        return self._call(node, f"{ATSPI}.{interface}", method, details)

    def _call(self, node: Address, interface: str, method: str, details: Any = None) -> Any:
        name, path = node
        answer = self._bus.call_sync(
            *(name, path, interface, method, details),
            *(None, Gio.DBusCallFlags.NONE, SLOWEST_ANSWER_MS, None),
        )
        return answer.unpack()


def main() -> None:
    """Answer commands until there are no more."""
    reader = Reader()
    for line in sys.stdin:
        command = json.loads(line)
        action = getattr(reader, command.pop("do"))
        try:
            answer = {"answer": action(**command)}
        except GLib.Error as error:  # what was there a moment ago has gone
            answer = {"gone": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
