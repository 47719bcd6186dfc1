"""What kind of place a journal lies in, as far as that can hurt it.

A folder that another program keeps in step with a server replaces files while they are open, and
brings back old ones; a network drive may lose the lock and what was written last; a stick is pulled
out. The journal works in each of them, and is safe in none.
"""

import sys
from enum import StrEnum
from pathlib import Path


class Place(StrEnum):
    """A place that is not good for a journal."""

    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


SYNCED_NAMES = (
    "onedrive",
    "dropbox",
    "icloud",
    "com~apple~clouddocs",
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "my drive",
    "mega",
    "megasync",
    "nextcloud",
)
"""How the folders of the usual programs begin; each may go on, as in *OneDrive - Family*."""
NETWORK_SYSTEMS = (
    "nfs", "cifs", "smb", "afp", "9p", "ncp", "afs", "ceph", "glusterfs", "davfs", "webdav",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "fuse.davfs", "fuse.smb",
)  # fmt: skip
MOUNTS, BLOCKS = Path("/proc/self/mounts"), Path("/sys/class/block")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


def place_of_journal(folder: Path, mounts: Path = MOUNTS, blocks: Path = BLOCKS) -> Place | None:
    """Return what is wrong with the place of a journal's folder; ``None`` where nothing is known.

    Parameters
    ----------
    mounts, blocks
        Where Linux lists what is mounted, and its disks.
    """
    try:
        folder = folder.resolve()
    except (OSError, RuntimeError):
        return None
    if any(_synced(part) for part in folder.parts):
        return Place.SYNCED
    if sys.platform == "win32":
        return _on_windows(folder)
    if sys.platform == "darwin":
        return Place.REMOVABLE if folder.is_relative_to("/Volumes") else None
    return _on_linux(folder, mounts, blocks)


def _synced(part: str) -> bool:
    """Whether a folder's name is one of theirs, alone or with more behind it: not *megaphone*."""
    name = part.lower()
    return any(
        name == one or (name.startswith(one) and not name[len(one)].isalnum())
        for one in SYNCED_NAMES
    )


def _on_linux(folder: Path, mounts: Path, blocks: Path) -> Place | None:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    found, system, device = "", "", ""
    for line in lines:
        source, point, kind, *_rest = (*line.split(" "), "", "", "")
        point = point.replace("\\040", " ")
        if point and folder.is_relative_to(point) and len(point) >= len(found):
            found, system, device = point, kind, source
    if system.startswith(NETWORK_SYSTEMS):
        return Place.NETWORK
    return Place.REMOVABLE if _removable(device, blocks) else None


def _removable(device: str, blocks: Path) -> bool:
    """Whether a disk, or the disk that a partition is on, can be pulled out."""
    name = Path(device).name
    if not device.startswith("/dev/"):
        return False
    disk = (blocks / name).resolve()
    for one in (disk, disk.parent):
        try:
            if (one / "removable").read_text(encoding="ascii").strip() == "1":
                return True
        except (OSError, ValueError):
            continue
    # Sticks that call themselves fixed still hang on USB.
    return "usb" in disk.as_posix()


if sys.platform == "win32":
    import ctypes

    def _on_windows(folder: Path) -> Place | None:
        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        kinds = {_WINDOWS_REMOVABLE: Place.REMOVABLE, _WINDOWS_REMOTE: Place.NETWORK}
        return kinds.get(kind)
