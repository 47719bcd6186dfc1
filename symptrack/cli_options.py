"""What the commands are given: their surroundings, their journal and the options they share."""

import copy
import functools
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from symptrack.domain.errors import (
    EncryptionUnavailable,
    InvalidValue,
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    KeyMissing,
    RefusedRequest,
)
from symptrack.domain.journal import Journal
from symptrack.domain.limits import check_zone
from symptrack.domain.wall_time import parse_date
from symptrack.exchange.atomic_file import check_target
from symptrack.exchange.selection import Wanted
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, any_of, by_itself, with_either
from symptrack.storage.store import Store
from symptrack.surroundings import JOURNAL_NAME, Surroundings
from symptrack.texts import SOURCE_LANGUAGE, _, language, marked

FORMATS = {".fhir.json": "fhir", ".json": "json", ".zip": "csv", ".ics": "ics"}
FILE = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Request:
    """Which journal a command is about, as said before or after the command's name."""

    places: Surroundings
    journal: Path | None = None
    demo: bool = False
    passphrase: str | None = None

    @property
    def path(self) -> Path:
        """Return where the journal lies: the one named, or the one in the user's folder."""
        if self.journal is not None and self.demo:
            raise click.UsageError(_("--journal and --demo cannot be used together."))
        return self.journal or self.places.data_dir / JOURNAL_NAME

    @property
    def today_on(self) -> date:
        """Return today's date where the computer is."""
        return self.places.now().date()

    @contextmanager
    def journal_path(self) -> Iterator[Path]:
        """Yield where the journal lies; the demo's is made for the time being."""
        path = self.path
        if not self.demo:
            yield path
            return
        with tempfile.TemporaryDirectory(prefix="symptrack-demo-") as folder:
            path = Path(folder) / JOURNAL_NAME
            self.place_demo(path, replace=False)
            yield path

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Store]:
        """Yield the open journal."""
        with (
            self.journal_path() as path,
            self._open(JournalPaths(path), create=create) as store,
        ):
            yield store

    def present_journal(self, paths: JournalPaths) -> Journal | None:
        """Return what the journal holds; ``None`` where there is none, or none that opens."""
        try:
            with self._open(paths, create=False) as store:
                return store.load()
        except (JournalMissing, JournalDamaged, KeyMissing, EncryptionUnavailable):
            return None

    @property
    def opener(self) -> Opener:
        """Return what opens the journal and its copies: the passphrase or code that was given."""
        if self.passphrase is None:
            return by_itself
        return any_of(by_itself, with_either(self.passphrase))

    def _open(self, paths: JournalPaths, *, create: bool) -> Store:
        """Open the journal; where it takes a passphrase, ask for it once."""
        now = self.places.now
        try:
            return Store.open(paths, now=now, create=create, opener=self.opener)
        except JournalLocked:
            self._ask_for_passphrase()
        try:
            return Store.open(paths, now=now, create=create, opener=self.opener)
        except JournalLocked:
            raise _wrong_passphrase() from None

    def _ask_for_passphrase(self) -> None:
        if self.passphrase is not None:
            raise _wrong_passphrase() from None
        if not sys.stdin.isatty():
            raise JournalLocked(
                _("The journal is locked; give its passphrase with --passphrase-stdin.")
            ) from None
        self.passphrase = click.prompt(_("Passphrase"), hide_input=True, err=True)

    def check_target(self, file: Path, *, replace: bool) -> None:
        """Refuse a file that may not be written, before any work is done for it."""
        target = check_target(file, replace=replace)
        own = JournalPaths(self.path.resolve())
        if target in (own.database, own.keys, own.lock):
            raise RefusedRequest(_("{name} is a part of the journal.").format(name=target.name))

    def place_demo(self, path: Path, *, replace: bool) -> Path | None:
        """Write a journal with the demo series; return where a former journal now lies."""
        from symptrack.exchange.demo import demo_journal
        from symptrack.storage.placing import place_journal

        journal = demo_journal(self.places.now(), self.places.time_zone())
        placed = place_journal(JournalPaths(path), journal, now=self.places.now, replace=replace)
        return placed.aside


def _name_journal(context: click.Context, _parameter: click.Parameter, path: Path | None) -> None:
    if path is not None:
        context.obj.journal = path


def _name_demo(context: click.Context, _parameter: click.Parameter, chosen: bool) -> None:
    context.obj.demo = context.obj.demo or chosen


def _take_passphrase(context: click.Context, _parameter: click.Parameter, chosen: bool) -> None:
    if chosen:
        context.obj.passphrase = sys.stdin.readline().rstrip("\r\n")


def _wrong_passphrase() -> RefusedRequest:
    return RefusedRequest(_("This passphrase does not open the journal; nothing was changed."))


def password_line() -> str:
    """Return a report's password: the next line of standard input, without its end.

    Raises
    ------
    InvalidValue
        Where it is no password.
    """
    from symptrack.exchange.report_protection import check_password

    try:
        password = sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise RefusedRequest(_("The password is not UTF-8 text.")) from None
    check_password(password)
    return password


def on_a_journal(command: Command) -> Command:
    """Add the options that every command takes."""
    options = (
        click.option(
            "--journal", type=FILE, metavar="FILE", callback=_name_journal, expose_value=False,
            help=marked("The journal; without it, the one in your own data folder."),
        ),
        click.option(
            "--demo", is_flag=True, callback=_name_demo, expose_value=False,
            help=marked("Use a throw-away journal with the demo series."),
        ),
        click.option(
            "--passphrase-stdin", is_flag=True, callback=_take_passphrase, expose_value=False,
            help=marked(
                "Read the journal's passphrase, or its recovery code, from the first line of "
                "standard input."
            ),
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def day(text: str) -> date:
    try:
        return parse_date("", text)
    except InvalidValue as error:
        raise click.BadParameter(error.reason) from None


def zone(text: str) -> str:
    try:
        check_zone("", text)
    except InvalidValue as error:
        raise click.BadParameter(error.reason) from None
    return text


def mood_word(text: str) -> tuple[str, int]:
    word, _equals, number = text.rpartition("=")
    if not word or number not in {str(mood) for mood in range(11)}:
        raise click.BadParameter(_("it is not a word and a mood, such as rad=9"))
    return word, int(number)


def ending_in(*endings: str) -> Callable[[click.Context, click.Parameter, Path], Path]:
    def check(_context: click.Context, _parameter: click.Parameter, path: Path) -> Path:
        if path.suffix.lower() not in endings:
            raise click.BadParameter(
                _("the name has to end in {endings}").format(endings=", ".join(endings))
            )
        return path

    return check


def format_of(file: Path) -> str:
    """Return the export format that a file's ending names."""
    name = file.name.lower()
    found = next((form for ending, form in FORMATS.items() if name.endswith(ending)), None)
    if found is None:
        raise click.UsageError(
            _("The file's ending names no format: end it in {endings}, or say --format.").format(
                endings=", ".join(FORMATS)
            )
        )
    return found


force = click.option("--force", is_flag=True, help=marked("Replace a file that is there."))


def wanted(default: str, *, dates: bool = True) -> Callable[[Command], Command]:
    """Add the options that say which part of the journal is wanted, given as one ``wanted``."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_wanted(
            *args: Any,
            series: str,
            first_on: date | None = None,
            last_on: date | None = None,
            **options: Any,
        ) -> Any:
            part = Wanted(series=series, first_on=first_on, last_on=last_on)
            return command(*args, wanted=part, **options)

        decorated: Any = with_wanted
        if dates:
            decorated = _from(_until(decorated))
        option = click.option(
            "--series", default=default, show_default=True, metavar="NAME|latest|all",
            help=marked("Only this series."),
        )  # fmt: skip
        return cast("Command", option(decorated))

    return decorate


_from = click.option("--from", "first_on", type=day, metavar="DATE", help=marked("First day."))
_until = click.option("--until", "last_on", type=day, metavar="DATE", help=marked("Last day."))


def translated(program: click.Group) -> click.Group:
    """Return the commands with their help in the patient's language."""
    if language() == SOURCE_LANGUAGE:
        return program
    program = copy.deepcopy(program)
    for command in (program, *program.commands.values()):
        if command.help:
            command.help = _(command.help)
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                option.help = _(option.help)
    return program
