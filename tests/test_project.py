"""What the project says about itself is so."""

import json
import re
import tomllib

from symptrack import __version__
from tests.project_files import ROOT, name_of, text_files

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHECK_ALL = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
# Put together here, so that this file does not hold what it looks for.
FORBIDDEN = re.compile(
    "|".join(
        (
            "/" + "work/(main|shared)",
            "/" + "tmp/w",
            r"\.\./" + "shared",
            "/" + "root/",
            "/" + r"home/(?!me\b)\w",
            "index" + "-url",
            "pypi" + r"\.org",
        )
    )
)


def _command(name: str) -> str:
    """Return the command in the README's block after its marker."""
    block = re.search(rf"<!-- {name} -->\n```sh\n(.+?)```", README, re.DOTALL)
    assert block is not None
    return block.group(1).strip()


def test_running_and_testing_take_one_command_each() -> None:
    for name, last in (("run-command", "symptrack"), ("test-command", "pytest")):
        command = _command(name)
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && ")
        assert last in command.rpartition("&&")[2]


def test_the_tests_command_stands_in_the_readme_only() -> None:
    assert "readme_command test-command" in CHECK_ALL
    assert "pytest" not in CHECK_ALL


def test_the_tests_command_measures_coverage() -> None:
    assert "--cov=symptrack" in _command("test-command")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert settings["coverage"]["report"]["fail_under"] >= 95
    assert settings["coverage"]["run"]["branch"] is True


def test_everything_that_the_documents_link_to_exists() -> None:
    dead = [
        f"{name_of(path)}: {target}"
        for path in text_files()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert dead == []


def test_every_decision_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert re.findall(r"\((\d{4}-[\w-]+\.md)\)", index) == pages


def test_no_file_names_the_machine_that_it_was_written_on() -> None:
    found = [
        f"{name_of(path)}:{number}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if FORBIDDEN.search(line)
    ]
    assert found == []


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_every_library_stands_in_the_list_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=;]", one)[0].strip() for one in project["dependencies"]}
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [line for line in listed.splitlines() if line.startswith("| ")]
    assert [name for name in needed if not any(name in row for row in rows)] == []


def test_the_tests_named_as_proof_of_what_is_private_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text))
    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_flatpak_gives_the_program_neither_network_nor_folders() -> None:
    manifest = json.loads((ROOT / "packaging" / "org.symptrack.Symptrack.json").read_text("utf-8"))
    allowed = {"--socket", "--share=ipc", "--device=dri", "--env"}
    assert manifest["finish-args"]
    assert not {"--share=network", "--socket=session-bus"} & set(manifest["finish-args"])
    for permission in manifest["finish-args"]:
        assert permission in allowed or permission.partition("=")[0] in allowed
