"""What may stand in no module, so that nothing leaves the journal but what the patient saves.

Each is a shape that has cost others their users' privacy; the window, a log, a temporary folder and
a second handle on the database are the ways out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.project_files import ROOT, dotted, imported_names, modules, name_of, tree_of

ONLY_PLAIN_TEXT = "symptrack/gui/widgets/labels.py"
"""Where labels are made, with their text format set."""
GUESSING = {
    "QMessageBox", "QErrorMessage", "QTextBrowser", "QToolTip", "QWhatsThis", "QProgressDialog",
    "QInputDialog",
}  # fmt: skip
"""Widgets that take a text for markup where it looks like it."""
LEADING_OUT = {"openUrl", "setOpenExternalLinks", "QDesktopServices", "QNetworkAccessManager"}
DATABASE_DOOR = "symptrack/storage/sqlcipher.py"
FILE_READERS = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "touch"}
SQL_RUNNERS = {"execute", "executemany", "executescript", "query"}
NOTING = "symptrack/app.py"
"""The one place that logs: the kind of an error and where it arose."""
BEFORE_A_JOURNAL = {"symptrack/cli_options.py"}
"""The demo has no folder of its own; nothing of a patient's is in it."""


def nodes(kind: type[ast.AST], *but: str) -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of a kind in the program, and where it stands."""
    for path in modules():
        if name_of(path) not in but:
            for node in ast.walk(tree_of(path)):
                if isinstance(node, kind):
                    yield f"{name_of(path)}:{getattr(node, 'lineno', 0)}", node


def calls(*but: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call, and where it stands."""
    for place, node in nodes(ast.Call, *but):
        assert isinstance(node, ast.Call)
        yield place, node


def called(node: ast.Call) -> str:
    """Return the last part of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def imports() -> Iterator[tuple[str, str]]:
    for path in modules():
        for line, name in imported_names(path):
            yield f"{name_of(path)}:{line}", name


def test_no_widget_that_guesses_markup_is_used() -> None:
    found = [f"{place} {name}" for place, name in imports() if name.split(".")[-1] in GUESSING]
    assert found == []


def test_a_label_with_words_is_made_in_one_place() -> None:
    """A bare ``QLabel`` takes words for markup; elsewhere it may only hold a picture."""
    found = [
        place
        for place, node in calls(ONLY_PLAIN_TEXT)
        if called(node) == "QLabel" and (node.args or node.keywords)
    ]
    assert found == []


def test_a_tooltip_says_only_what_the_program_says() -> None:
    """It guesses markup too: no text of the patient's may get there."""
    found = [
        place
        for place, node in calls()
        if called(node) == "setToolTip" and not isinstance(node.args[0], ast.Constant | ast.Name)
    ]
    assert found == []


def test_nothing_leads_out_of_the_window() -> None:
    found = [f"{place} {name}" for place, name in imports() if name.split(".")[-1] in LEADING_OUT]
    found += [place for place, node in calls() if called(node) in LEADING_OUT]
    assert found == []


def test_the_database_is_connected_to_through_one_door() -> None:
    found = [
        place
        for place, node in calls(DATABASE_DOOR)
        if dotted(node.func) in {"sqlcipher3.connect", "sqlite3.connect", "dbapi2.connect"}
    ]
    found += [place for place, name in imports() if name.split(".")[0] in {"sqlite3", "apsw"}]
    assert found == []


def test_no_file_of_a_database_is_opened_beside_its_connection() -> None:
    """On POSIX, closing it would drop SQLite's locks: another program could write in between."""
    found = []
    for place, node in calls(DATABASE_DOOR):
        of_path = isinstance(node.func, ast.Attribute) and dotted(node.func.value)
        opened = {of_path} if called(node) in FILE_READERS and of_path else set()
        if dotted(node.func) in {"open", "os.open", "io.open"}:
            opened = {dotted(one) for one in node.args[:1]}
        if any(one and one.endswith(".database") for one in opened):
            found.append(place)
    assert found == []


def test_no_sql_is_made_up_on_its_way() -> None:
    """A name may be given for a statement, if nothing in the same function puts texts into it."""
    found = []
    for place, node in nodes(ast.FunctionDef):
        assert isinstance(node, ast.FunctionDef)
        run = {
            one.args[0].id
            for one in ast.walk(node)
            if isinstance(one, ast.Call)
            and called(one) in SQL_RUNNERS
            and one.args
            and isinstance(one.args[0], ast.Name)
        }
        found += [
            place
            for one in ast.walk(node)
            if isinstance(one, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id in run for target in one.targets)
            and not _written_out(one.value)
        ]
    assert found == []


def _written_out(value: ast.expr) -> bool:
    """Whether a statement is as it stands, but for the names of tables that are ours."""
    if isinstance(value, ast.JoinedStr):
        parts = [one.value for one in value.values if isinstance(one, ast.FormattedValue)]
        return all(dotted(one) in {"self.table", "self._table"} for one in parts)
    return isinstance(value, ast.Constant | ast.Name | ast.Subscript | ast.IfExp | ast.Attribute)


def test_only_the_front_door_logs_and_nothing_prints() -> None:
    found = [
        f"{place} {name}"
        for place, name in imports()
        if name.split(".")[0] in {"logging", "faulthandler", "warnings", "syslog"}
        and not place.startswith(f"{NOTING}:")
    ]
    found += [place for place, node in calls() if dotted(node.func) in {"print", "pprint"}]
    assert found == []


def test_what_is_logged_is_never_the_text_of_an_error() -> None:
    logged = [
        [ast.unparse(one) for one in node.args]
        for _place, node in calls()
        if dotted(node.func).startswith("_log.") and not called(node).endswith("Handler")
    ]
    assert logged == [["'unexpected %s'", "place_of(error, trace)"]]


def test_passing_files_lie_beside_the_journal() -> None:
    """In the system's folder for temporary files they would be another place to look for."""
    found = [
        place
        for place, node in calls(*BEFORE_A_JOURNAL)
        if dotted(node.func).startswith("tempfile.")
        and "dir" not in {keyword.arg for keyword in node.keywords}
    ]
    found += [
        f"{place} {name}"
        for place, name in imports()
        if name.startswith("tempfile.") or "QTemporary" in name
    ]
    assert found == []


def test_the_report_s_template_fetches_nothing() -> None:
    templates = list(Path(ROOT / "resources").rglob("*.typ"))
    assert templates
    for path in templates:
        text = path.read_text(encoding="utf-8")
        assert "@preview" not in text
        assert "://" not in "".join(line for line in text.splitlines() if "import" in line)


def test_nothing_is_run_and_nothing_is_loaded_from_a_file_that_holds_code() -> None:
    banned = {"subprocess", "pickle", "marshal", "shelve", "ctypes", "multiprocessing", "pty"}
    found = [
        f"{place} {name}"
        for place, name in imports()
        if name.split(".")[0] in banned
        and not place.startswith("symptrack/storage/journal_place.py:")  # asks Windows for a drive
    ]
    found += [
        place
        for place, node in calls()
        if dotted(node.func) in {"os.system", "os.popen", "os.startfile"}
        or (isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"})
    ]
    assert found == []
