"""Every file that the window writes beside the page of other files: whole or not there at all."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.settings import Paper
from symptrack.presenters.charts import ChartsPresenter
from symptrack.presenters.charts_choice import ChartsChoice
from symptrack.presenters.copy_elsewhere import CopyElsewhere
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.report_job import Preview
from symptrack.storage.store import Store
from tests.failing_files import TROUBLE, refusing
from tests.journals import design_series
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-11-22 18:00")
Write = Callable[[Path], object]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK, design_series()) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path.resolve() / "files"
    made.mkdir()
    return made


@pytest.fixture
def writers(store: Store) -> dict[str, Write]:
    """Return what writes each file, by the name that is proposed for it."""
    charts = ChartsPresenter(store, CLOCK.now)
    view = charts.view(charts.read(), ChartsChoice())
    report = ReportPresenter(store, CLOCK.now)
    selection = report.view().selection
    assert selection is not None
    preview = Preview(b"%PDF", (), Paper.A4, "")
    copies = CopyElsewhere(store, CLOCK.now)
    pictures: dict[str, Write] = {
        charts.picture_name(ending): lambda path: charts.save(view, path, with_label=True)
        for ending in ("png", "svg", "pdf", "csv")
    }
    return pictures | {
        report.file_name(): lambda path: report.save(preview, selection, path),
        copies.proposed_name(): copies.save,
    }


def refusal(write: Write, path: Path) -> str:
    with pytest.raises(RefusedRequest) as caught:
        write(path)
    return str(caught.value)


def test_trouble_is_one_sentence_and_what_was_there_stays(
    writers: dict[str, Write], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, write in writers.items():
        file = folder / name
        for number, sentence in TROUBLE.items():
            with monkeypatch.context() as patched:
                patched.setattr(os, "open", refusing(folder, number))
                assert refusal(write, file) == sentence.format(name)
                assert not file.exists()
                file.write_bytes(b"mine")
                assert refusal(write, file) == sentence.format(name)
            assert file.read_bytes() == b"mine"
            file.unlink()
        gone = folder / "stick" / name
        assert refusal(write, gone) == f"There is no folder {folder / 'stick'}."
    assert list(folder.iterdir()) == []


def test_a_file_is_for_its_owner_only_and_its_name_says_nothing(
    writers: dict[str, Write], folder: Path
) -> None:
    for name, write in writers.items():
        write(folder / name)
        assert (folder / name).stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in folder.iterdir()) == [
        "chart-2026-11-22.csv",
        "chart-2026-11-22.pdf",
        "chart-2026-11-22.png",
        "chart-2026-11-22.svg",
        "journal-2026-11-22.symptrack",
        "report-2026-11-22.pdf",
    ]
