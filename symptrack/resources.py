"""Where the data files lie: fonts, icons, style sheet, catalogues, report template."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a resource, from a checkout, an install or a frozen bundle."""
    return _root().joinpath(*parts)


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_resources", package.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("Symptrack's resources folder is missing; install Symptrack again.")
