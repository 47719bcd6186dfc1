"""The real program, used in every way: what was written is in the journal and nowhere else.

It runs once, with a home, a temporary folder and preferences of its own, where possible under a
trace of its system calls and in a network namespace without interfaces.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from symptrack.exchange.journal_file import write_journal
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import with_passphrase
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.exchange.hostile import hostile_journal
from tests.gui.leaving_patient import CANARY, DIARY, PASSPHRASE
from tests.gui.program_home import Home

NOW = datetime(2026, 9, 12, 9, 30, tzinfo=ZoneInfo(ZONE))
MOST_S = 300
OFFSCREEN = "This plugin does not support propagateSizeHints"
USUAL_UMASK = 0o022
SAVED = "saved by the patient"
RECENT = "data/recently-used.xbel"
NOTHING_RECENT = '<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0"></xbel>\n'
MADE = (
    r"data/symptrack/symptrack\.(db|keys\.json|lock)",
    r"data/symptrack/symptrack\.backups/(\d{6}_[\dTZ-]+_v\d+\.(db|keys\.json)|symptrack\.keys\.json)",
    r"config/symptrack/preferences\.json",
    r"cache/(matplotlib|fontconfig)/.*",
)
"""What the program and its libraries may leave, by the whole path."""
PLACES = ("data/symptrack", "config/symptrack", "cache", "config/matplotlib")
CALLS = "socket,connect,open,openat,creat,mkdir,mkdirat,link,linkat,symlink,symlinkat"
WRITING = re.compile(
    r'(?:mkdir(?:at)?|creat)\((?:AT_FDCWD, )?"([^"]+)"'
    r'|open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)\n]*O_(?:CREAT|WRONLY|RDWR)'
)
INTERNET = re.compile(r"\b(AF_INET6?|AF_PACKET|AF_NETLINK|PF_INET)\b")


def works(*command: str) -> bool:
    """Whether a program is there, and is allowed here what it is to do."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


ALONE = ("unshare", "--map-root-user", "--net")
TRACES = works("strace", "-f", "-o", "/dev/null")
under_trace = pytest.mark.skipif(
    not TRACES, reason="strace is not installed, or may trace nothing here"
)


@dataclass(frozen=True, slots=True)
class Left:
    """A home after the program was used in it."""

    home: Home
    told: tuple[str, ...]
    trace: str

    @property
    def folder(self) -> Path:
        return self.home.folder

    @property
    def saved(self) -> Path:
        return self.folder / SAVED

    def others(self) -> Iterator[Path]:
        """Yield everything but what the patient saved."""
        for path in self.folder.rglob("*"):
            if path != self.saved and not path.is_relative_to(self.saved):
                yield path


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Use the program in every way, and return what it left."""
    home = Home(tmp_path_factory.mktemp("home"))
    for folder in (SAVED, "tmp", "data", "config", "cache", "state"):
        (home.folder / folder).mkdir()
    (home.folder / RECENT).write_text(NOTHING_RECENT, encoding="utf-8")
    saved = home.folder / SAVED
    home.without("MPLCONFIGDIR", TMPDIR=str(home.folder / "tmp"), PYTHONDONTWRITEBYTECODE="1")
    given = write_journal(hostile_journal(CANARY), exported_at=NOW, app_version="0")
    (saved / "given.json").write_bytes(given)
    (saved / DIARY).write_text(
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        f'2026-08-30,30 August,Sunday,10:04 pm,good,"{CANARY} | music","{CANARY}","{CANARY}"\n',
        encoding="utf-8",
    )
    trace = home.folder / SAVED / "trace"
    run(home, ["-m", "symptrack", "import", str(saved / "given.json")])
    traced = ("strace", "-f", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", str(trace))
    told = run(
        home,
        ["-m", "tests.gui.leaving_patient", str(saved)],
        *(traced if TRACES else ()),
    )
    calls = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
    trace.unlink(missing_ok=True)
    return Left(home, tuple(told.splitlines()), calls)


def run(home: Home, arguments: list[str], *under: str) -> str:
    """Run Python in a home, with the permissions that a desktop gives; it must say nothing."""
    ended = subprocess.run(
        [*(ALONE if works(*ALONE) else ()), *under, sys.executable, "-W", "error", *arguments],
        env=home.environment,
        cwd=home.folder,
        capture_output=True,
        text=True,
        timeout=MOST_S,
        check=False,
        umask=USUAL_UMASK,
    )
    said = [line for line in ended.stderr.splitlines() if OFFSCREEN not in line]
    assert (ended.returncode, said) == (0, [])
    return ended.stdout


def test_the_patient_did_everything(left: Left) -> None:
    steps = [line for line in left.told if not line.startswith("loaded")]
    assert steps == [
        "bring_in", "check_in", "change_settings", "look_at_every_page", "save_chart",
        "save_report", "save_other_files", "save_elsewhere", "protect", "lock", "write_a_draft",
    ]  # fmt: skip
    paths = JournalPaths(left.folder / "data" / "symptrack" / "symptrack.db")
    opener = with_passphrase(PASSPHRASE)
    with Store.open(paths, now=lambda: NOW, opener=opener) as store:
        notes = [one.note for one in store.load().check_ins]
        draft = store.draft(DRAFT_NAME)
        assert draft is not None
        assert CANARY in str(draft.content)
        assert CANARY in store.patient().label
    assert sum(CANARY in note for note in notes) >= 3
    texts = [path for path in left.saved.iterdir() if CANARY.encode() in path.read_bytes()]
    assert len(texts) >= 4  # the two that were given, the journal file, the FHIR file


def test_what_was_written_is_found_only_in_what_the_patient_saved(left: Left) -> None:
    wanted = [CANARY.encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be")]
    wanted += [CANARY.lower().encode(), CANARY.encode().hex().encode()]
    found = [
        str(path)
        for path in left.others()
        if CANARY.lower() in path.name.lower()
        or (path.is_file() and any(one in path.read_bytes() for one in wanted))
    ]
    assert found == []


def test_nothing_else_is_left_anywhere(left: Left) -> None:
    files = {str(path.relative_to(left.folder)) for path in left.others() if path.is_file()}
    made = re.compile("|".join(MADE))
    assert {name for name in files if not made.fullmatch(name)} == {RECENT}
    assert list((left.folder / "tmp").iterdir()) == []


def test_the_desktop_s_list_of_recent_files_is_as_it_was(left: Left) -> None:
    assert (left.folder / RECENT).read_text(encoding="utf-8") == NOTHING_RECENT


def test_everything_is_for_its_owner_alone(left: Left) -> None:
    ours = [*(left.folder / "data").rglob("symptrack*"), *(left.folder / "config").rglob("*")]
    ours += [*(left.folder / "data" / "symptrack").rglob("*")]
    ours += [path for path in left.saved.iterdir() if path.name.startswith("saved-")]
    assert len(ours) > 15
    assert [str(path) for path in ours if path.stat().st_mode & 0o077] == []


@under_trace
def test_nothing_is_written_outside_not_even_for_a_moment(left: Left) -> None:
    """A file that is removed again leaves its content on the disk."""
    made = {Path(folder or file) for folder, file in WRITING.findall(left.trace)}
    places = [
        left.saved,
        *(left.folder / one for one in PLACES),
    ]
    elsewhere = {
        str(path)
        for path in made
        if path.is_absolute() and not any(path.is_relative_to(place) for place in places)
    }
    assert elsewhere - {"/dev/null"} - measured(elsewhere) == set()
    assert len(made) > 10


def measured(places: set[str]) -> set[str]:
    """Return what is not the program's own: the file in which a run with --cov is measured."""
    files = {place for place in places if Path(place).name.startswith(".coverage.")}
    return files | {str(Path(file).parent) for file in files}


@under_trace
def test_the_program_opens_no_internet_socket(left: Left) -> None:
    assert [line for line in left.trace.splitlines() if INTERNET.search(line)] == []
    assert left.trace.count("openat(") > 1000


def test_nothing_is_loaded_that_reaches_a_network(left: Left) -> None:
    assert [line for line in left.told if line.startswith("loaded")] == []
