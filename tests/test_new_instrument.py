"""A new instrument is a new table in the catalogue's file, and no code: proved on the program."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project_files import ROOT

TABLE = ROOT / "tests" / "data" / "new_instrument.toml"
CATALOGUE = Path("resources") / "instruments.toml"
MOST_S = 300


class Copy:
    """A copy of the program that differs from it by one table in one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("symptrack", "resources"):
            shutil.copytree(ROOT / part, folder / part)
        with (folder / CATALOGUE).open("a", encoding="utf-8") as catalogue:
            catalogue.write(TABLE.read_text(encoding="utf-8"))

    def run(self, *arguments: str) -> str:
        """Run a module of it and return what it wrote."""
        path = os.pathsep.join((str(self.folder), str(ROOT)))
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": path},
            capture_output=True,
            encoding="utf-8",
            timeout=MOST_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return the copy."""
    return Copy(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def found(copy: Copy) -> dict[str, list[str]]:
    """Return what was seen while the new instrument was filled in."""
    said = copy.run("tests.walked_new_instrument", str(copy.folder / "journal"), "spare")
    read: dict[str, list[str]] = json.loads(said.splitlines()[-1])
    return read


@pytest.fixture(scope="module")
def export(copy: Copy, found: dict[str, list[str]]) -> Callable[..., Path]:
    """Return what runs a command on the journal that was filled in, and returns its file."""
    assert found["program"] == [str(copy.folder / "symptrack")]

    def write(command: str, name: str, *more: str) -> Path:
        file = copy.folder / name
        journal = str(copy.folder / "journal" / "symptrack.db")
        copy.run("symptrack", command, *more, str(file), "--journal", journal)
        return file

    return write


def test_it_is_offered_and_asked_word_for_word(found: dict[str, list[str]]) -> None:
    (table,) = tomllib.loads(TABLE.read_text(encoding="utf-8"))["instrument"]
    assert "Fill in SPARE-3" in found["journal"]
    assert "SPARE-3" in found["settings"]
    assert table["instruction"] in found["instruction"]
    assert "3 questions" in found["instruction"]
    for number, item in enumerate(table["items"], 1):
        page = found[f"item {number}"]
        assert {table["stem"], item["text"], f"{number} of 3"} <= set(page)
        assert [one for one in page if one[-1:] in "012" and ", " in one] == [
            "Never, 0",
            "Now and then, 1",
            "Always, 2",
        ]


def test_its_score_has_its_band_source_change_and_credit(found: dict[str, list[str]]) -> None:
    # The key 3 is none of its keys: the first item stays answered with 1.
    assert "Now and then (1)" in found["answers"]
    assert {
        "Spare Scale (SPARE-3)",
        "1",
        "of 6",
        "Low",
        "Published band, 0 to 2 points (Nobody 2026)",
        "3 points lower (75 %) than the baseline of 4 on 30 August.",
        "That is a reliable change, which is 2 points or more (Nobody 2026).",
        "Made up for a test.",
    } <= set(found["score"])
    assert any(one.endswith("SPARE-3: 1 of 6. Low (Nobody 2026)") for one in found["journal"])


def test_it_is_drawn_on_a_panel_of_its_own(
    found: dict[str, list[str]], export: Callable[..., Path]
) -> None:
    assert found["charts"][0].startswith(
        "SPARE-3 was 4 before treatment, on 30 August, and 1 on 13 September: "
        "3 points lower (75 %), a reliable change of 2 points or more (Nobody 2026)."
    )
    drawn = export("chart", "chart.svg", "questionnaires").read_text(encoding="utf-8")
    assert "SPARE-3: totals, compared with before treatment" in drawn


def test_it_leaves_with_its_answers_total_and_clusters(export: Callable[..., Path]) -> None:
    whole = json.loads(export("export", "whole.json").read_text(encoding="utf-8"))
    kept = [(one["instrument"], one["answers"], one["total"]) for one in whole["responses"]]
    assert kept == [
        ("spare", {"a": 2, "b": 2, "c": 0}, 4),
        ("spare", {"a": 1, "b": 0, "c": 0}, 1),
    ]
    with zipfile.ZipFile(export("export", "tables.zip")) as tables:
        own = tables.read("spare.csv").decode("utf-8-sig").splitlines()
        everything = tables.read("everything.csv").decode("utf-8-sig")
    assert len(own) == 3
    assert "subscale" in everything
    bundle = json.loads(export("export", "clinic.fhir.json").read_text(encoding="utf-8"))
    resources = [one["resource"] for one in bundle["entry"]]
    answered = [one for one in resources if one["resourceType"] == "QuestionnaireResponse"]
    assert [len(one["item"]) for one in answered] == [3, 3]
    assert not any("questionnaire" in one for one in answered)  # it has no LOINC panel
    totals = [one for one in resources if one.get("code", {}).get("text") == "SPARE-3 total"]
    assert [one["valueQuantity"]["value"] for one in totals] == [4, 1]
    assert [len(one["component"]) for one in totals] == [2, 2]


def test_the_report_tells_of_it(export: Callable[..., Path]) -> None:
    assert export("report", "page.pdf").read_bytes().startswith(b"%PDF")


def test_what_it_does_not_offer_is_refused_with_the_place(
    copy: Copy, export: Callable[..., Path]
) -> None:
    whole = json.loads(export("export", "again.json").read_text(encoding="utf-8"))
    whole["responses"][0]["answers"]["b"] = 3
    file = copy.folder / "wrong.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"responses\[0\]\.answers\.b: 3 is outside 0-2"):
        copy.run("symptrack", "import", str(file), "--journal", str(copy.folder / "new.db"))
