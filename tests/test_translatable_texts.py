"""Every text for people can be found by the translators, and can be turned round by them."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract

from tests.project_files import modules, name_of, tree_of

TEXTS_OF = {"_": 1, "marked": 1, "ngettext": 2}
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "marked": None, "ngettext": (1, 2)}


def _calls(path: Path) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = TEXTS_OF.get(node.func.id)
            if count is not None:
                yield node, node.args[:count]


def _is_put_together(argument: ast.expr) -> bool:
    """Whether a text is made up in the call, where no tool can read it."""
    if isinstance(argument, ast.Constant):
        return False
    return any(
        isinstance(node, ast.JoinedStr | ast.BinOp | ast.Call | ast.Constant)
        for node in ast.walk(argument)
    )


def _written_texts(path: Path) -> list[str]:
    return [
        argument.value
        for _call, arguments in _calls(path)
        for argument in arguments
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def test_a_text_is_written_out_where_it_is_marked() -> None:
    computed = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules()
        for call, arguments in _calls(path)
        if any(_is_put_together(argument) for argument in arguments)
    ]
    assert computed == []


def test_the_translators_tool_finds_every_text() -> None:
    for path in modules():
        found: list[str] = []
        with path.open("rb") as source:
            for _line, message, _comments, _context in extract("python", source, KEYWORDS):
                found.extend([message] if isinstance(message, str) else message)
        assert sorted(found) == sorted(_written_texts(path)), name_of(path)


def test_every_placeholder_has_a_name() -> None:
    nameless = [
        f"{name_of(path)}: {text}"
        for path in modules()
        for text in _written_texts(path)
        if any(
            field is not None and not field.split(".")[0].isidentifier()
            for _literal, field, _spec, _conversion in string.Formatter().parse(text)
        )
    ]
    assert nameless == []
