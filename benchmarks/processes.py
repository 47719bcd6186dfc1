"""Programs started anew and timed from outside, as a patient's double click would."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TIME_LIMIT_S = 120


@dataclass(frozen=True, slots=True)
class Started:
    """What a started program told: milliseconds until it was ready, and its resident memory."""

    ready_ms: float
    resident_mb: float
    told: Mapping[str, Any]


def report_ready(**more: Any) -> None:
    """Tell the one who started this program that it is ready now, and how large it is."""
    ready = time.monotonic()
    import psutil

    resident = psutil.Process().memory_info().rss / 1_000_000
    print(json.dumps({"ready": ready, "resident_mb": resident} | more), flush=True)


def start(module: str, *arguments: str, home: Path) -> Started:
    """Run ``python -m module`` offscreen, with its user folders in ``home``, until it ends.

    Its byte code is kept in ``home`` after the first run, as that of an installed program is.
    """
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
    }
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        timeout=TIME_LIMIT_S,
        check=True,
    )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    ready_ms = (told["ready"] - began) * 1000
    return Started(ready_ms=ready_ms, resident_mb=told["resident_mb"], told=told)
