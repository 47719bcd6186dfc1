"""A journal in a synced folder, on a network drive or a stick is known to lie there."""

import importlib.util
from pathlib import Path

import pytest

from symptrack.storage import journal_place
from symptrack.storage.journal_place import Place, place_of_journal


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Family",
        "Dropbox",
        "Dropbox (Personal)",
        "iCloud Drive",
        "iCloud~com~example",
        "com~apple~CloudDocs",
        "CloudStorage",
        "Google Drive",
        "GoogleDrive-someone",
        "My Drive",
        "MEGA",
        "MEGAsync",
        "Nextcloud",
        "Nextcloud-2",
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert place_of_journal(tmp_path / name / "health" / "journal") is Place.SYNCED


@pytest.mark.parametrize("name", ["megaphone", "my onedrive notes", "dropboxes", "symptrack"])
def test_other_folders_are_not_taken_for_one(tmp_path: Path, name: str) -> None:
    assert place_of_journal(tmp_path / name, tmp_path / "none", tmp_path) is None


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "journal").symlink_to(tmp_path / "Dropbox")
    assert place_of_journal(tmp_path / "journal") is Place.SYNCED


class Computer:
    """A list of what is mounted, and disks."""

    def __init__(self, folder: Path) -> None:
        self.mounts, self.blocks = folder / "mounts", folder / "blocks"
        self.journal = folder / "my stick" / "journal"
        self.journal.mkdir(parents=True)
        self.blocks.mkdir()

    def mount(self, device: str, point: Path, system: str) -> None:
        where = str(point).replace(" ", "\\040")
        lines = "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\ntorn\n"
        self.mounts.write_text(f"{lines}{device} {where} {system} rw 0 0\n", encoding="utf-8")

    def disk(self, name: str, *, removable: str) -> None:
        disk = self.blocks / name
        (disk / f"{name}1").mkdir(parents=True)
        (disk / "removable").write_text(removable, encoding="ascii")
        (self.blocks / f"{name}1").symlink_to(disk / f"{name}1")

    def place(self) -> Place | None:
        return place_of_journal(self.journal, self.mounts, self.blocks)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "computer")


@pytest.mark.parametrize("system", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "davfs"])
def test_a_network_drive_is_known_by_its_file_system(computer: Computer, system: str) -> None:
    computer.mount("server:/home", computer.journal.parent, system)
    assert computer.place() is Place.NETWORK


def test_a_stick_is_known_by_its_disk(computer: Computer) -> None:
    computer.mount("/dev/sdb1", computer.journal.parent, "vfat")
    computer.disk("sdb", removable="1\n")
    assert computer.place() is Place.REMOVABLE


def test_a_disk_inside_the_computer_is_no_trouble(computer: Computer) -> None:
    computer.mount("/dev/sdb1", computer.journal.parent, "ext4")
    computer.disk("sdb", removable="0\n")
    assert computer.place() is None
    computer.mount("/dev/sdc1", computer.journal.parent, "ext4")
    assert computer.place() is None
    computer.mount("tmpfs", computer.journal.parent, "tmpfs")
    assert computer.place() is None


def test_a_disk_that_hangs_on_usb_can_be_pulled_out(computer: Computer) -> None:
    computer.mount("/dev/sdb1", computer.journal.parent, "ext4")
    hung = computer.blocks.parent / "usb2" / "sdb" / "sdb1"
    hung.mkdir(parents=True)
    (computer.blocks / "sdb1").symlink_to(hung)
    assert computer.place() is Place.REMOVABLE


def test_on_a_mac_other_volumes_are_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert place_of_journal(Path("/Volumes/STICK/journal")) is Place.REMOVABLE
    assert place_of_journal(Path("/home/me/journal")) is None


def test_a_folder_that_leads_in_a_circle_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert place_of_journal(tmp_path / "a", tmp_path / "none") is None


class Drives:
    """Windows' knowledge of drives."""

    def __init__(self, kind: int) -> None:
        self.kernel32 = self
        self._kind = kind

    def GetDriveTypeW(self, _drive: str) -> int:
        """Return the kind of every drive."""
        return self._kind


@pytest.mark.parametrize(
    ("kind", "place"), [(2, "removable"), (3, None), (4, "network")], ids=["stick", "disk", "net"]
)
def test_windows_is_asked_for_the_kind_of_the_drive(
    monkeypatch: pytest.MonkeyPatch, kind: int, place: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("ctypes.windll", Drives(kind), raising=False)
    spec = importlib.util.spec_from_file_location("place_on_windows", journal_place.__file__)
    assert spec is not None
    assert spec.loader is not None
    on_windows = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(on_windows)
    assert on_windows.place_of_journal(Path("/home/me/journal")) == place
