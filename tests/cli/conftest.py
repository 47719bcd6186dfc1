"""What the tests of the commands start from."""

from pathlib import Path

import pytest

from tests.cli.desk import DESIGN, Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys, [])


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """Return a desk whose journal holds the design series."""
    assert desk.run("import", DESIGN).status == 0
    return desk
