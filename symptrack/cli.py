"""The commands. None of them needs a screen; heavy libraries load when first used.

Exit status: 0 done; 1 refused for a reason in the data or the request, with one sentence on
standard error and nothing changed; 2 wrong usage.
"""

from pathlib import Path

import click

from symptrack import __version__
from symptrack.cli_options import (
    FILE,
    FORMATS,
    Request,
    ending_in,
    force,
    format_of,
    mood_word,
    on_a_journal,
    password_line,
    translated,
    wanted,
    zone,
)
from symptrack.domain.errors import RefusedRequest, SymptrackError
from symptrack.domain.settings import Paper
from symptrack.exchange.atomic_file import write_whole
from symptrack.exchange.selection import ALL, LATEST, Wanted, choose_period
from symptrack.storage.journal_paths import JournalPaths
from symptrack.surroundings import Surroundings
from symptrack.texts import _, marked

__all__ = ["Surroundings", "run"]

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
CHARTS = ("course", "questionnaires", "side-effects", "hours-after", "days-after", "benefit")


def run(argv: list[str], surroundings: Surroundings) -> int:
    """Carry out a command and return the exit status."""
    program = translated(symptrack)
    try:
        status = program.main(
            argv, prog_name="symptrack", standalone_mode=False, obj=Request(surroundings)
        )
    except click.Abort:
        return REFUSED
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except SymptrackError as error:
        click.echo(str(error), err=True)
        return REFUSED
    return int(status or DONE)


@click.group(
    invoke_without_command=True,
    help=marked("A private journal for ketamine treatment; without a command, the app opens."),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@on_a_journal
@click.pass_context
def symptrack(context: click.Context) -> int:
    """Open the app, or hand over to a command."""
    request: Request = context.obj
    if context.invoked_subcommand is not None:
        return DONE
    with request.journal_path() as path:
        return request.places.open_window(path, request.places)


@symptrack.command(help=marked("Write a journal that holds the demo series."))
@click.argument("file", type=FILE)
@force
@on_a_journal
@click.pass_obj
def demo(request: Request, file: Path, *, force: bool) -> None:
    """Write the demo journal; a former one is moved aside, never deleted."""
    aside = request.place_demo(file, replace=force)
    click.echo(_("Wrote the demo journal {name}.").format(name=_shown(file)))
    if aside is not None:
        click.echo(_("What was there before now lies in {folder}.").format(folder=_shown(aside)))


@symptrack.command(
    "import",
    help=marked(
        "Take in a journal file or another tracker's export; nothing that is there changes."
    ),
)
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help=marked("Only say what would be added and skipped."))
@click.option(
    "--mood", type=mood_word, multiple=True, metavar="NAME=0..10",
    help=marked("What a word for mood means, in another tracker's file."),
)  # fmt: skip
@click.option(
    "--time-zone",
    type=zone,
    metavar="ZONE",
    help=marked("The time zone of another tracker's file."),
)
@on_a_journal
@click.pass_obj
def import_(
    request: Request,
    file: Path,
    *,
    dry_run: bool,
    mood: tuple[tuple[str, int], ...],
    time_zone: str | None,
) -> None:
    """Take in a file, or rehearse it."""
    from symptrack.cli_import import import_file

    for line in import_file(request, file, mood, time_zone, dry_run=dry_run):
        click.echo(line)


@symptrack.command(help=marked("Write the journal, or a part of it, to a file."))
@click.argument("file", type=FILE)
@click.option(
    "--format", "form", type=click.Choice(sorted(set(FORMATS.values()))),
    help=marked("The format; without it, as the file's ending says."),
)  # fmt: skip
@wanted(ALL)
@click.option(
    "--notes", is_flag=True, help=marked("Notes too; a whole journal file always holds them.")
)
@force
@on_a_journal
@click.pass_obj
def export(
    request: Request,
    file: Path,
    *,
    form: str | None,
    wanted: Wanted,
    notes: bool,
    force: bool,
) -> None:
    """Write the journal, whole or of some days, in one of the formats."""
    from symptrack.exchange.export_file import ExportChoice, ExportKind, export_file
    from symptrack.presenters.export_words import written_words

    kind = ExportKind(form or format_of(file))
    named = kind is ExportKind.JSON
    choice = ExportChoice(kind=kind, wanted=wanted, notes=notes, label=named, date_of_birth=named)
    request.check_target(file, replace=force)
    with request.opened() as store:
        journal = store.load()
    now = request.places.now()
    write_whole(file, export_file(journal, choice, now, app_version=__version__), replace=force)
    click.echo(written_words(choice, _shown(file)))


@symptrack.command(help=marked("Write the follow-up report as a PDF."))
@click.argument("file", type=FILE, callback=ending_in(".pdf"))
@wanted(LATEST)
@click.option("--paper", type=click.Choice([one.value for one in Paper]), help=marked("The paper."))
@click.option("--notes", is_flag=True, help=marked("Print the notes."))
@click.option("--no-label", is_flag=True, help=marked("Leave out who it is about."))
@click.option("--no-item9", is_flag=True, help=marked("Leave out PHQ-9 item 9, on self-harm."))
@click.option(
    "--password-stdin", is_flag=True,
    help=marked("Protect the PDF with a password from the next line of standard input."),
)  # fmt: skip
@force
@on_a_journal
@click.pass_obj
def report(
    request: Request,
    file: Path,
    *,
    wanted: Wanted,
    paper: str | None,
    notes: bool,
    no_label: bool,
    no_item9: bool,
    password_stdin: bool,
    force: bool,
) -> None:
    """Write the report."""
    password = password_line() if password_stdin else ""
    request.check_target(file, replace=force)
    from symptrack.analysis.timeline import Timeline
    from symptrack.exchange.report import ReportChoice, render_report, report_content, report_scope
    from symptrack.exchange.report_own_words import every_key
    from symptrack.exchange.report_protection import protected

    with request.opened() as store:
        journal = store.load()
    choices, now = journal.settings.report, request.places.now()
    period = choose_period(journal, wanted, request.today_on)
    choice = ReportChoice(
        period=period,
        paper=Paper(paper) if paper else choices.paper,
        label=not no_label,
        date_of_birth=choices.date_of_birth and not no_label,
        item9=not no_item9,
        notes=every_key(report_scope(Timeline(journal), period, now)) if notes else frozenset(),
    )
    pdf = render_report(report_content(journal, choice, now), now)
    write_whole(file, protected(pdf, password) if password else pdf, replace=force)
    click.echo(_("Wrote the report to {name}.").format(name=_shown(file)))


@symptrack.command(
    help=marked(
        "Write one chart as a picture: course, questionnaires, side-effects, hours-after, "
        "days-after or benefit."
    )
)
@click.argument("name", type=click.Choice(CHARTS), metavar="NAME")
@click.argument("file", type=FILE, callback=ending_in(".png", ".svg", ".pdf"))
@wanted(ALL, dates=False)
@force
@on_a_journal
@click.pass_obj
def chart(request: Request, name: str, file: Path, *, wanted: Wanted, force: bool) -> None:
    """Write a chart; without data, its empty state."""
    request.check_target(file, replace=force)
    from symptrack.charts.export import picture_format
    from symptrack.exchange.chart_file import chart_file
    from symptrack.presenters.charts_kinds import chart_maker

    with request.opened() as store:
        journal = store.load()
    period = choose_period(journal, wanted, request.today_on)
    make = chart_maker(name, request.places.now())
    data = chart_file(journal, period, picture_format(file), request.today_on, make)
    write_whole(file, data, replace=force)
    click.echo(_("Wrote the chart to {name}.").format(name=_shown(file)))


@symptrack.command(help=marked("Look the journal over."))
@on_a_journal
@click.pass_obj
def check(request: Request) -> None:
    """Look the journal over and say what it holds."""
    from symptrack.presenters.command_words import holding_words, problem_words

    with request.opened() as store:
        problems = store.check(full=True)
        if problems:
            raise RefusedRequest(problem_words(problems))
        click.echo(holding_words(store.load()))


@symptrack.command(
    help=marked("Write a verified copy of the journal, and the recovery code that opens it.")
)
@click.argument("file", type=FILE, callback=ending_in(".symptrack"))
@force
@on_a_journal
@click.pass_obj
def backup(request: Request, file: Path, *, force: bool) -> None:
    """Write a copy to be kept elsewhere; its code is printed once and kept nowhere."""
    request.check_target(file, replace=force)
    from symptrack.storage.elsewhere import copy_for_elsewhere
    from symptrack.storage.recovery_code import new_code

    with request.opened() as store:
        code = "" if store.protected else new_code()
        data = copy_for_elsewhere(store, code)
    write_whole(file, data, replace=force)
    click.echo(_("Wrote the copy {name}.").format(name=_shown(file)))
    if code:
        words = _("Its recovery code, without which nobody can open it: {code}")
        click.echo(words.format(code=code))
    else:
        click.echo(_("The journal's passphrase or its recovery code opens it."))


@symptrack.command(
    help=marked(
        "Put a copy of the journal back: a NAME.symptrack, or one out of the backups folder."
    )
)
@click.argument("file", type=FILE, callback=ending_in(".symptrack", ".db"))
@click.option("--dry-run", is_flag=True, help=marked("Only say what would change."))
@on_a_journal
@click.pass_obj
def restore(request: Request, file: Path, *, dry_run: bool) -> None:
    """Put a copy in the journal's place, what is there kept; or say what that would change."""
    from symptrack.presenters.backup_words import preview_of, restored_words
    from symptrack.storage.copies import content_of, needs_code, restore_copy

    code = click.prompt(_("Recovery code or passphrase"), err=True) if needs_code(file) else ""
    with request.journal_path() as path:
        paths = JournalPaths(path)
        journal = request.present_journal(paths)
        content = content_of(paths, file, code, opener=request.opener)
        lines = list(preview_of(content, journal, request.places.now()).lines)
        if not dry_run:
            restored = restore_copy(
                paths, file, code, now=request.places.now, opener=request.opener
            )
            lines.append(restored_words(restored))
    for line in lines:
        click.echo(line)


def _shown(path: Path) -> str:
    return click.format_filename(path)
