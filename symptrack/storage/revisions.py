"""What records were before they were changed."""

from dataclasses import dataclass
from datetime import datetime

from symptrack.domain.journal import Record


@dataclass(frozen=True, slots=True)
class Revision:
    """The content that a record had until ``revised_at``."""

    revised_at: datetime
    record: Record
