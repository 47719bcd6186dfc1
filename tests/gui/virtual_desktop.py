"""The real program in a process of its own on a virtual screen, and a screen reader beside it."""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("accessibility_reader.py")
ROOT = Path(__file__).parents[2]
BINDINGS = "from gi.repository import Gio"
SCREEN_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
)
REGISTRY = "dbus-1/services/org.a11y.Bus.service"
DATA_FOLDERS = (Path("/usr/share"), Path("/usr/local/share"))
COMES_WITHIN_S = 30
MOST_S = 150
HOME_KEY, DOWN_KEY, ENTER_KEY = 0xFF50, 0xFF54, 0xFF0D
BUTTONS = {"push button", "button", "check box", "radio button"}
FIELDS = {"text", "entry"}
CHOICES = {"combo box"}
CELLS = {"cell", "table cell"}
"""Of a table; they may be empty."""


def missing_tools() -> str:
    """Return what a virtual desktop lacks here, or nothing."""
    missing = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if not any((folder / REGISTRY).exists() for folder in DATA_FOLDERS):
        missing.append("at-spi2-core")
    if not _has_bindings():
        missing.append(f"gi.repository for {SYSTEM_PYTHON}")
    return ", ".join(missing + [name for name in SCREEN_LIBRARIES if not _loads(name)])


def _has_bindings() -> bool:
    try:
        tried = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    except OSError:
        return False
    return tried.returncode == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


@dataclass(frozen=True)
class Node:
    """Something that is shown, as the accessibility tree has it."""

    place: int
    role: str
    name: str
    description: str
    text: str
    states: list[str]

    @property
    def called(self) -> set[str]:
        """Return by what words it is found; a drop-down list's name is what it stands at."""
        return {self.description} if self.role in CHOICES else {self.name}

    @property
    def is_nameless(self) -> bool:
        """Whether it can be reached and says nothing of itself."""
        reached = "focusable" in self.states and self.role not in CELLS
        return reached and not all(words.strip() for words in self.called)


class ScreenReader:
    """Works a program by what it says of itself; notes what says nothing."""

    def __init__(self, asks: IO[str], answers: IO[str]) -> None:
        self._asks, self._answers = asks, answers
        self.nameless: set[str] = set()

    def nodes(self) -> list[Node]:
        """Return what is shown now; nothing where it changed while it was read."""
        found = [Node(**node) for node in self._ask("tree") or []]
        # The file dialog is Qt's own.
        dialog = next((one.place for one in found if one.role == "dialog"), len(found))
        for one in found[:dialog]:
            if one.is_nameless:
                self.nameless.add(f"{one.role} {one.place} below {found[one.place - 1].name!r}")
        return found

    def wait_for(self, find: Callable[[list[Node]], Any], what: str) -> Any:
        """Read until something is found, and return it."""
        until = time.monotonic() + COMES_WITHIN_S
        nodes: list[Node] = []
        while time.monotonic() < until:
            nodes = self.nodes() or nodes
            if found := find(nodes):
                return found
        seen = sorted({f"{one.role} {one.name!r}" for one in nodes if one.name})
        raise TimeoutError(f"{what} did not come; there is: {', '.join(seen)}")

    def find(self, words: str, roles: set[str]) -> Node:
        """Return the one node of some roles that is called by its words and can be used."""

        def find(nodes: list[Node]) -> Node | None:
            found = [
                one
                for one in nodes
                if one.role in roles and words in one.called and "enabled" in one.states
            ]
            return found[0] if len(found) == 1 else None

        node: Node = self.wait_for(find, f"one {'/'.join(sorted(roles))} {words!r}")
        return node

    def hear(self, words: str) -> None:
        """Wait until something is called by words, or says them of itself."""
        self.wait_for(
            lambda nodes: any(words in f"{one.name}\n{one.description}" for one in nodes), words
        )

    def press(self, words: str) -> None:
        """Press a button."""
        node = self.find(words, BUTTONS)
        self._ask("press", place=node.place)
        if "checkable" in node.states:
            self.wait_for(lambda nodes: self._is_checked(nodes, words), f"{words!r}, checked")

    def write(self, words: str, text: str) -> None:
        """Write into a field; it must keep it."""
        self._ask("write", place=self.find(words, FIELDS).place, text=text)
        self.wait_for(
            lambda nodes: any(
                one.role in FIELDS and one.name == words and one.text == text for one in nodes
            ),
            f"{text!r} in {words!r}",
        )

    def choose(self, words: str, choice: str, steps: int) -> None:
        """Choose from a drop-down list, so many steps down from its first."""
        self._ask("press", place=self.find(words, CHOICES).place)
        self.wait_for(
            lambda nodes: [one for one in nodes if one.role == "list item" and one.name == choice],
            f"the list of {words!r}",
        )
        for key in (HOME_KEY, *[DOWN_KEY] * steps, ENTER_KEY):
            self._ask("type", key=key)
        self.wait_for(
            lambda nodes: (
                [one for one in nodes if one.role in CHOICES and one.name == choice]
                and not any(one.role == "list item" for one in nodes)
            ),
            f"{choice!r} in {words!r}",
        )

    def _is_checked(self, nodes: list[Node], words: str) -> bool:
        """Whether it is checked by now, or has gone on to what it leads to."""
        there = [one for one in nodes if one.role in BUTTONS and one.name == words]
        return bool(nodes) and all("checked" in one.states for one in there)

    def _ask(self, action: str, **details: object) -> Any:
        self._asks.write(json.dumps({"do": action, **details}) + "\n")
        self._asks.flush()
        line = self._answers.readline()
        if not line:
            raise RuntimeError("the screen reader has ended")
        return json.loads(line).get("answer")


@contextmanager
def read_program(home: Path) -> Iterator[ScreenReader]:
    """Yield a screen reader on the program, which is started for the first time in a home."""
    with ExitStack() as stack:
        running: list[subprocess.Popen[str]] = []
        stack.callback(_end, running)
        limit = Timer(MOST_S, _end, [running])
        limit.daemon = True
        limit.start()
        stack.callback(limit.cancel)
        runtime = stack.enter_context(tempfile.TemporaryDirectory(prefix="symptrack-"))
        environment = _environment(home, runtime)
        errors = stack.enter_context((home / "errors.txt").open("w"))

        def start(*command: str, descriptor: int | None = None) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=environment,
                cwd=home,
                start_new_session=True,
                pass_fds=() if descriptor is None else (descriptor,),
            )
            running.append(process)
            return process

        environment["DISPLAY"] = _screen(start)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _bus(start)
        start(sys.executable, "-m", "symptrack")
        reader = start(SYSTEM_PYTHON, "-W", "ignore", str(READER))
        assert reader.stdin is not None
        assert reader.stdout is not None
        yield ScreenReader(reader.stdin, reader.stdout)


def _environment(home: Path, runtime: str) -> dict[str, str]:
    """Return a desktop's environment in which all is in one home; its sockets need short paths."""
    ours = ("QT_", "XDG_", "COV", "PYTEST", "DBUS_", "WAYLAND_", "LC_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": runtime,
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def _screen(start: Callable[..., subprocess.Popen[str]]) -> str:
    """Start a screen; it chooses a number that is free and tells it."""
    told, tells = os.pipe()
    start(
        *("Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x900x24"),
        *("-nolisten", "tcp", "-noreset"),
        descriptor=tells,
    )
    os.close(tells)
    with os.fdopen(told) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise RuntimeError("Xvfb has not started")
    return f":{number}"


def _bus(start: Callable[..., subprocess.Popen[str]]) -> str:
    """Start a message bus and return its address; it starts the registry when that is needed."""
    bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    if not address:
        raise RuntimeError("dbus-daemon has not started")
    return address


def _end(running: list[subprocess.Popen[str]]) -> None:
    """End what was started, the latest first, with all that it started itself."""
    for process in reversed(running):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
