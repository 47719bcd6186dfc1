"""A whole journal out of its tables."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from symptrack.domain.journal import Journal, Kind
from symptrack.storage.choices_repository import ChoicesRepository
from symptrack.storage.record_repositories import record_repositories
from symptrack.storage.repository import Repository
from symptrack.storage.sqlcipher import Database
from symptrack.storage.trash_repository import TrashRepository


def journal_in(db: Database) -> Journal:
    """Return all that an open database holds."""
    return read_journal(record_repositories(db), ChoicesRepository(db), TrashRepository(db), None)


def read_journal(
    records: Mapping[Kind, Repository[Any]],
    choices: ChoicesRepository,
    trash: TrashRepository,
    since: datetime | None,
) -> Journal:
    """Return it; with ``since``: check-ins and responses from then on, nothing of the trash."""
    lists = {
        kind.value: repository.load() if since is None else repository.load_since(since)
        for kind, repository in records.items()
    }
    return Journal(
        patient=choices.patient(),
        symptoms=choices.symptoms(),
        side_effects=choices.own_effects(),
        settings=choices.settings(),
        deleted=trash.load() if since is None else (),
        **lists,
    )
