"""The sample files of other trackers, and what each must give."""

import tomllib
from pathlib import Path
from typing import Any

from symptrack.domain.journal import Journal
from symptrack.exchange.trackers.answers import Answers
from symptrack.exchange.trackers.check_ins import ReadDiary, check_ins_of
from symptrack.exchange.trackers.recognising import read_diary
from tests.journals import DATA

SAMPLES = DATA / "import-samples"
EXPECTED: dict[str, Any] = tomllib.loads((SAMPLES / "expected.toml").read_text(encoding="utf-8"))
MOODS: dict[str, int] = EXPECTED.pop("mood")
ZONE: str = EXPECTED.pop("time_zone")
REFUSED = sorted(name for name, one in EXPECTED.items() if one.get("refused"))
TAKEN = sorted(EXPECTED.keys() - set(REFUSED))


def sample(name: str) -> Path:
    """Return a sample by its name without an ending."""
    (path,) = (one for one in SAMPLES.iterdir() if one.stem == name)
    return path


def read_sample(name: str) -> ReadDiary:
    """Return what a sample becomes in an empty journal, its words told as the file says."""
    told = MOODS | EXPECTED[name].get("mood_extra", {})
    diary = read_diary(sample(name).read_bytes())
    return check_ins_of(diary, Answers(moods=told, time_zone=ZONE), Journal(), ZONE)
