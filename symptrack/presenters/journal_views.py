"""What the Journal page shows, ready to be put on screen."""

from dataclasses import dataclass

from symptrack.domain.journal import Kind, Place
from symptrack.domain.words import SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry: ``when`` and ``at`` beside it, ``mood`` 0 to 10 or empty, and its lines.

    ``spoken`` is all of it in words.
    """

    kind: Kind
    id: str
    when: str
    at: str
    mood: str
    text: str
    lines: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """The check-in that is waiting, above a session's entries."""

    when: str
    at: str
    text: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """A session above its entries; ``number`` is what stands in its disc, or empty."""

    id: str
    status: SessionStatus
    number: str
    title: str
    lines: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCard:
    """A session, or a month before any, with its entries, the newest first.

    ``key`` stays the same while the journal changes; ``session`` is ``None`` under a plain title.
    ``revised`` are those of its records that have earlier versions.
    """

    key: str
    title: str
    session: SessionHead | None
    due: DueRow | None
    rows: tuple[EntryRow, ...]
    revised: frozenset[Place] = frozenset()

    @property
    def places(self) -> frozenset[Place]:
        """Return where its records are found."""
        entries = frozenset((row.kind, row.id) for row in self.rows)
        return entries | ({(Kind.SESSIONS, self.session.id)} if self.session else set())


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireOffer:
    """A questionnaire that can be filled in: its key, its name, and a few words about it."""

    key: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    """When the next visit is, and how many questions stand there, or nothing."""

    visit: str
    questions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalView:
    """The page: the newest cards, and what it says where there are older ones or none at all.

    ``log`` are the words of the button that logs a session; ``earlier`` those of the button that
    shows more, empty where all is shown; ``questionnaires`` are those that can be filled in.
    """

    cards: tuple[JournalCard, ...]
    log: str
    earlier: str
    questionnaires: tuple[QuestionnaireOffer, ...]
    care: CareLine
