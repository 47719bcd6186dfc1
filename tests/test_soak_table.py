"""The table of the long proof adds up rows of one kind and stands in the README."""

from pathlib import Path

from tests.soak_table import README, Row, put_table, soak_table


def test_rows_of_one_kind_are_added_up() -> None:
    table = soak_table(
        [
            Row("a flipped bit", "a flipped bit", 1_000, "each noticed", 0),
            Row("save, killed", "save", 30, "before 30", 0),
            Row("save, failed", "save", 12, "before 11", 1),
        ]
    )
    assert table.splitlines()[2:] == [
        "| a flipped bit (each noticed) | 1,000 | 0 |",
        "| save | 42 | 1 |",
    ]


def test_the_readme_keeps_a_place_for_the_figures(tmp_path: Path) -> None:
    copy = tmp_path / "README.md"
    copy.write_text(README.read_text(encoding="utf-8"), encoding="utf-8")
    put_table(copy, "| a table |")
    put_table(copy, "| a later table |")
    text = copy.read_text(encoding="utf-8")
    assert "<!-- soak -->\n| a later table |\n<!-- end -->" in text
    assert "| a table |" not in text
    assert "<!-- benchmarks -->\n| what | measured |" in text
