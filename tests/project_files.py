"""The project's own files, wherever the tests run: a clone, a copy, an unpacked archive."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {"build", "dist", "htmlcov", "pictures", "__pycache__"}
TEXT = {".cfg", ".desktop", ".in", ".json", ".md", ".po", ".pot", ".py", ".qss", ".svg", ".toml"}
TEXT |= {".txt", ".typ", ".xml", ".yaml", ".yml", ""}


def text_files() -> Iterator[Path]:
    """Yield every text file of the project, whether tracked already or not."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in (".ci", ".gitignore") for part in parts)
        if hidden or NOT_OURS.intersection(parts) or not path.is_file():
            continue
        if path.suffix in TEXT and not any(part.endswith(".egg-info") for part in parts):
            yield path


def modules(*folders: str) -> Iterator[Path]:
    """Yield the Python modules of some folders, by default of the program."""
    for folder in folders or ("symptrack",):
        yield from sorted((ROOT / folder).rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    """Return a file's path within the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


def imported_names(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a module imports, at any level of it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.expr) -> str:
    """Return ``a.b.c`` for a chain of attributes, or an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""
