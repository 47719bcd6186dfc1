"""The benchmarks' table says what was measured and whether it is allowed."""

from pathlib import Path

from benchmarks.__main__ import README, write_table
from benchmarks.measuring import Result, alternate, middle, table


def test_a_ratio_stands_beside_its_floor() -> None:
    result = Result(
        what="start", unit="ms", ours=300, floor=240, against="a bare window", limit=1.5
    )
    assert result.kept
    row = table([result]).splitlines()[-1]
    assert row == "| start | 300 ms | 240 ms, a bare window | 1.25 | 1.5 |"


def test_a_time_stands_beside_its_limit() -> None:
    result = Result(what="longest block", unit="ms", ours=120.4, limit=100)
    assert not result.kept
    assert table([result]).splitlines()[-1] == "| longest block | 120 ms | | | 100 ms |"


def test_both_are_run_in_turn_and_the_first_go_does_not_count() -> None:
    order: list[str] = []

    def go(name: str) -> int:
        order.append(name)
        return len(order)

    ours, floor = alternate(2, lambda: go("ours"), lambda: go("floor"))
    assert order == ["ours", "floor"] * 3
    assert (middle(ours), middle(floor)) == (4, 5)


def test_the_readme_keeps_a_place_for_the_table(tmp_path: Path) -> None:
    copy = tmp_path / "README.md"
    copy.write_text(README.read_text(encoding="utf-8"), encoding="utf-8")
    write_table(copy, "| a table |")
    write_table(copy, "| a later table |")
    text = copy.read_text(encoding="utf-8")
    assert "<!-- benchmarks -->\n| a later table |\n<!-- end -->" in text
    assert "| a table |" not in text
    assert text.startswith("# Symptrack")
    assert "## Licence" in text
