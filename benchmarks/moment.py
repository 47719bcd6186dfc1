"""When the benchmarks take place: the evening of the ten-year journal's last day."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = "America/New_York"
NOW = datetime(2026, 11, 20, 21, tzinfo=ZoneInfo(ZONE))
