"""The questionnaires that can be filled in, as ``resources/instruments.toml`` describes them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from symptrack.domain.catalogue_reading import CatalogueError, Table, tables_by_key
from symptrack.domain.words import Direction
from symptrack.resources import resource_path


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOption:
    """One printed answer and its value; ``loinc`` is its LOINC answer code or empty."""

    value: int
    text: str
    loinc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question, in the instrument's own words.

    ``safety`` marks the item about self-harm; ``may_decline`` one the patient may refuse to answer;
    ``only_after_problem`` one that is asked where another was answered above 0.
    """

    key: str
    text: str
    loinc: str = ""
    cluster: str = ""
    safety: bool = False
    may_decline: bool = False
    only_after_problem: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A published severity band, ``low`` to ``high`` points, both included."""

    low: int
    high: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A questionnaire: its items, scoring rule and published thresholds.

    ``lowest_baseline`` is the least baseline from which response and remission are told (none:
    never), ``remission_below`` the first total that is no longer in remission;
    ``change_points`` the smallest change that matters, ``reliable_change_points`` the reliable
    change where published; ``outcome_from`` (of response and remission), ``change_from`` and
    ``reliable_change_from`` name who published them;
    ``credit`` is the line that must be shown with it, ``bands_from`` names who published the bands;
    ``minutes`` is about how long it takes; one that is not ``always_due`` is asked for at the
    beginning of each series only, until it was filled in once. Sources stand beside each number in
    the file.
    """

    key: str
    title: str
    construct: str
    low: int
    high: int
    higher_is: Direction
    recall: str
    recall_days: int
    interval_days: int
    min_interval_days: int
    minutes: int
    always_due: bool
    stem: str
    instruction: str
    items: tuple[Item, ...]
    options: tuple[AnswerOption, ...]
    difficulty: Item | None
    difficulty_options: tuple[AnswerOption, ...]
    missing_max: int
    bands: tuple[Band, ...]
    bands_from: str
    lowest_baseline: int | None
    remission_below: int | None
    outcome_from: str
    change_points: int | None
    change_from: str
    reliable_change_points: int | None
    reliable_change_from: str
    licence: str
    credit: str
    loinc_panel: str
    loinc_total: str
    loinc_total_name: str

    @property
    def item_keys(self) -> frozenset[str]:
        """Return the keys of the scored items."""
        return frozenset(item.key for item in self.items)

    @property
    def short_title(self) -> str:
        """Return the title's abbreviation: PHQ-9."""
        return self.title.rsplit("(", 1)[-1].rstrip(")")

    def tells_response(self, baseline: int) -> bool:
        """Whether response and remission are told from a baseline; below the limit points only."""
        return self.lowest_baseline is not None and baseline >= self.lowest_baseline

    def band_of(self, total: int) -> Band:
        """Return the band that holds a total; the bands leave no gap."""
        return next(band for band in self.bands if band.low <= total <= band.high)


@lru_cache(maxsize=1)
def load_instruments() -> dict[str, Instrument]:
    """Return the shipped instruments by key."""
    return read_instruments(_shipped())


def loinc_notice() -> str:
    """Return the notice that content from LOINC must carry, word for word."""
    return Table("instruments", tomllib.loads(_shipped())).text("loinc_notice")


def _shipped() -> str:
    return resource_path("instruments.toml").read_text(encoding="utf-8")


def read_instruments(text: str) -> dict[str, Instrument]:
    """Read and check a catalogue of instruments.

    Raises
    ------
    CatalogueError
        Where the file is not what this program can rely on.
    """
    document = tomllib.loads(text)
    responses = {
        name: _options(f"responses.{name}", table["options"])
        for name, table in document.get("responses", {}).items()
    }
    return tables_by_key(
        "instrument", document.get("instrument", []), lambda table: _instrument(table, responses)
    )


def _instrument(table: Table, responses: dict[str, tuple[AnswerOption, ...]]) -> Instrument:
    unscored = table.tables("unscored_items", default=[])
    difficulty = unscored[0] if unscored else None
    instrument = Instrument(
        key=table.text("key"),
        title=table.text("title"),
        construct=table.text("construct"),
        low=table.whole("min"),
        high=table.whole("max"),
        higher_is=Direction(table.text("higher_is")),
        recall=table.text("recall"),
        recall_days=table.whole("recall_days"),
        interval_days=table.whole("suggested_interval_days"),
        min_interval_days=table.whole("min_interval_days"),
        minutes=table.whole("minutes"),
        always_due=table.truth("always_due"),
        stem=table.text("stem"),
        instruction=table.text("instruction", default=""),
        items=tuple(_item(item) for item in table.tables("items")),
        options=_named_options(responses, table, table.text("responses")),
        difficulty=_item(difficulty) if difficulty else None,
        difficulty_options=(
            _named_options(responses, table, difficulty.text("responses")) if difficulty else ()
        ),
        missing_max=table.whole("missing_max"),
        bands=_bands(table),
        bands_from=table.text("bands_from"),
        **_thresholds(table),
        licence=table.text("licence"),
        credit=table.text("credit"),
        loinc_panel=table.text("loinc_panel"),
        loinc_total=table.text("loinc_total"),
        loinc_total_name=table.text("loinc_total_name", default=""),
    )
    _check_instrument(table, instrument)
    return instrument


def _thresholds(table: Table) -> dict[str, Any]:
    """Return the published thresholds, each with who published it."""
    return {
        "lowest_baseline": table.whole_or_none("lowest_baseline"),
        "remission_below": _remission_below(table),
        "outcome_from": table.text("outcome_from", default=""),
        "change_points": table.whole_or_none("change_points"),
        "change_from": table.text("change_from", default=""),
        "reliable_change_points": table.whole_or_none("reliable_change_points"),
        "reliable_change_from": table.text("reliable_change_from", default=""),
    }


def _bands(table: Table) -> tuple[Band, ...]:
    return tuple(
        Band(low=band.whole("min"), high=band.whole("max"), label=band.text("label"))
        for band in table.tables("bands")
    )


def _check_instrument(table: Table, instrument: Instrument) -> None:
    values = [option.value for option in instrument.options]
    if (instrument.low, instrument.high) != (
        len(instrument.items) * min(values),
        len(instrument.items) * max(values),
    ):
        raise CatalogueError(f"{table.path}: min and max are not those of its items")
    expected = instrument.low
    for band in instrument.bands:
        if band.low != expected or band.high < band.low:
            raise CatalogueError(f"{table.path}: the bands leave a gap or overlap")
        expected = band.high + 1
    if expected != instrument.high + 1:
        raise CatalogueError(f"{table.path}: the bands do not end at max")
    if len(instrument.item_keys) != len(instrument.items):
        raise CatalogueError(f"{table.path}: two items share a key")


def _remission_below(table: Table) -> int | None:
    at_or_below = table.whole_or_none("remission_at_or_below")
    return at_or_below + 1 if at_or_below is not None else table.whole_or_none("remission_below")


def _item(table: Table) -> Item:
    return Item(
        key=table.text("key"),
        text=table.text("text"),
        loinc=table.text("loinc", default=""),
        cluster=table.text("cluster", default=""),
        safety=table.truth("safety"),
        may_decline=table.truth("may_decline"),
        only_after_problem=_only_after_problem(table),
    )


def _only_after_problem(table: Table) -> bool:
    condition = table.text("ask_if", default="")
    if condition not in {"", "total > 0"}:
        raise CatalogueError(f"{table.path}.ask_if: {condition} is not a condition it knows")
    return bool(condition)


def _named_options(
    responses: dict[str, tuple[AnswerOption, ...]], table: Table, name: str
) -> tuple[AnswerOption, ...]:
    if name not in responses:
        raise CatalogueError(f"{table.path}: there are no responses called {name}")
    return responses[name]


def _options(path: str, rows: list[dict[str, Any]]) -> tuple[AnswerOption, ...]:
    tables = [Table(f"{path}[{index}]", row) for index, row in enumerate(rows)]
    options = tuple(
        AnswerOption(
            value=table.whole("value"),
            text=table.text("text"),
            loinc=table.text("loinc", default=""),
        )
        for table in tables
    )
    if [option.value for option in options] != list(range(len(options))):
        raise CatalogueError(f"{path}: the values do not count from 0")
    return options
