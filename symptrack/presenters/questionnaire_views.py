"""What the pages of a questionnaire show, ready to be put on screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireHeading:
    """Which questionnaire it is, what it is about, and how far it is: ``step`` of ``steps``.

    ``when`` is when it was filled in, in words.
    """

    title: str
    name: str
    subtitle: str
    when: str
    count: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroView:
    """The instrument's own instruction, before its first item."""

    title: str
    instruction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One printed answer; its value is also the key that chooses it."""

    value: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item in the instrument's own words.

    ``value`` is what was answered, ``decline`` what declines the item, or nothing where it cannot
    be declined.
    """

    key: str
    stem: str
    question: str
    options: tuple[OptionView, ...]
    value: int | None
    decline: str
    declined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One item and its answer; ``step`` is what shows it again."""

    step: str
    label: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView:
    """All answers before they are saved, and whether a helper enters them."""

    question: str
    lead: str
    rows: tuple[AnswerRow, ...]
    by_helper: bool
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """What is shown once it is in the journal.

    ``total`` is empty where there is none; ``of`` is its range, ``band`` the published band and
    ``band_from`` whose it is. ``lines`` say how it stands to the baseline and what is missing.
    """

    response_id: str
    title: str
    lead: str
    name: str
    total: str
    of: str
    band: str
    band_from: str
    lines: tuple[str, ...]
    caution: str
    credit: str


QuestionView = IntroView | ItemView | AnswersView
