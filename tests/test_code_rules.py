"""Rules of the code that neither the linter nor the import contracts can hold."""

import ast
from pathlib import Path

from tests.project_files import dotted, imported_names, modules, name_of, tree_of

MODULE_LINES = 320
TEST_MODULE_LINES = 400
FUNCTION_LINES = 40

NETWORK = {
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "logging.handlers",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "websockets",
    "urllib3",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
}
CLOCKS = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "QDateTime.currentDateTime",
    "QDate.currentDate",
    "QTime.currentTime",
}
MARKUP = {"setHtml", "insertHtml", "toHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText"}


def _within(name: str, forbidden: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in forbidden)


def _own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines without its docstring and decorators."""
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        assert first.end_lineno is not None
        lines -= first.end_lineno - first.lineno + 1
    return lines


def _attributes(path: Path) -> list[tuple[int, str, str]]:
    return [
        (node.lineno, dotted(node), node.attr)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
    ]


def test_nothing_in_the_program_can_reach_a_network() -> None:
    found = [
        f"{name_of(path)}:{line} {name}"
        for path in modules()
        for line, name in imported_names(path)
        if _within(name, NETWORK)
    ]
    assert found == []


def test_only_the_front_door_reads_the_clock() -> None:
    found = [
        f"{name_of(path)}:{line} {name}"
        for path in modules()
        if name_of(path) != "symptrack/app.py"
        for line, name, _attr in _attributes(path)
        if name in CLOCKS
    ]
    assert found == []


def test_nothing_uses_pyplot() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in modules("symptrack", "tests", "benchmarks")
        for line, name in imported_names(path)
        if _within(name, {"matplotlib.pyplot", "pylab"})
    ]
    assert found == []


def test_what_the_patient_wrote_is_never_taken_for_markup() -> None:
    found = [
        f"{name_of(path)}:{line} {attr}"
        for path in modules()
        for line, _name, attr in _attributes(path)
        if attr in MARKUP
    ]
    assert found == []


def _is_put_together(statement: ast.expr) -> bool:
    """Whether SQL is made up in the call; a PRAGMA, which takes no parameters, may be."""
    if isinstance(statement, ast.JoinedStr):
        first = statement.values[0]
        return not (isinstance(first, ast.Constant) and str(first.value).startswith("PRAGMA "))
    return isinstance(statement, ast.BinOp | ast.Call)


def test_no_sql_is_put_together_from_texts() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"execute", "executemany", "executescript", "query"}
        and node.args
        and _is_put_together(node.args[0])
    ]
    assert found == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        name_of(path)
        for path in modules("symptrack", "benchmarks")
        if ast.get_docstring(tree_of(path)) is None
    ]
    assert silent == []


def test_no_room_has_code_in_its_init() -> None:
    with_code = [
        name_of(path)
        for path in modules("symptrack", "tests", "benchmarks")
        if path.name == "__init__.py"
        and name_of(path) != "symptrack/__init__.py"
        and any(not isinstance(node, ast.Expr) for node in tree_of(path).body)
    ]
    assert with_code == []


def test_modules_stay_short() -> None:
    long = [
        f"{name_of(path)}: {lines}"
        for path in modules("symptrack", "tests", "benchmarks")
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > (TEST_MODULE_LINES if name_of(path).startswith("tests/") else MODULE_LINES)
    ]
    assert long == []


def test_functions_stay_short() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}: {lines}"
        for path in modules("symptrack", "benchmarks")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _own_lines(node)) > FUNCTION_LINES
    ]
    assert long == []
