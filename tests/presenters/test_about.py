"""Licences, notices and credits."""

import re
import tomllib

from symptrack import __version__
from symptrack.domain.instrument import loinc_notice
from symptrack.presenters.about import about, version_words
from tests.project_files import ROOT


def test_what_must_be_said_is_said() -> None:
    texts = {credit.title: credit.text for credit in about()}
    assert "MIT licence" in texts[f"Symptrack {__version__}"]
    assert texts["LOINC"] == loinc_notice()
    assert "educational grant from Pfizer Inc." in texts["PHQ-9"]
    assert texts["GAD-7"] == texts["PHQ-9"]
    assert "public domain" in texts["PCL-5"]
    assert (
        "Copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors"
        in (texts["Atkinson Hyperlegible Next"])
    )
    assert version_words() == f"Symptrack {__version__}"


def test_every_library_that_the_program_needs_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {credit.title: credit.text for credit in about()}["Libraries"].lower()
    for dependency in project["dependencies"]:
        name = re.split(r"[^A-Za-z0-9-]", dependency)[0].removesuffix("-Essentials")
        assert name.lower() in named, name
