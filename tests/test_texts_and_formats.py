"""Texts, dates and numbers follow the language that the front door chose."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from symptrack import formatting, resources, texts

SEPTEMBER = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave the language as it was, for other tests."""
    yield
    texts.use_language("en")
    formatting.use_locale("en")


def translated(folder: Path, **words: str) -> None:
    """Put a German catalogue where the program looks for it."""
    catalog = Catalog(locale="de")
    for english, german in words.items():
        catalog.add(english, german)
    catalog.add(("{n} day", "{n} days"), ("{n} Tag", "{n} Tage"))
    out = io.BytesIO()
    write_mo(out, catalog)
    target = folder / "translations" / "de" / "LC_MESSAGES" / "symptrack.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(out.getvalue())


def test_a_text_is_translated_and_an_unknown_language_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated(tmp_path, Mood="Stimmung")
    monkeypatch.setattr(texts, "resource_path", tmp_path.joinpath)
    texts.use_language("de")
    assert texts._(texts.marked("Mood")) == "Stimmung"
    assert texts._("Anxiety") == "Anxiety"
    assert [texts.ngettext("{n} day", "{n} days", n) for n in (1, 2)] == ["{n} Tag", "{n} Tage"]
    texts.use_language("xx")
    assert texts._("Mood") == "Mood"


def test_dates_and_numbers_are_written_in_the_chosen_language() -> None:
    assert formatting.format_day_year(SEPTEMBER) == "1 September 2026"
    assert formatting.format_number(1_200.5) == "1,200.5"
    formatting.use_locale("de")
    assert formatting.format_weekday(SEPTEMBER) == "Dienstag 1 September"
    assert formatting.format_weekday_year(SEPTEMBER) == "Dienstag 1 September 2026"
    assert formatting.format_number(1_200.5) == "1.200,5"


@pytest.mark.parametrize("language", ["xx", "not a language"])
def test_a_language_without_dates_falls_back_to_english(language: str) -> None:
    formatting.use_locale(language)
    assert formatting.format_month_year(SEPTEMBER) == "Sep 2026"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (2, "+2"), (-1.5, "\u20131.5"), (1_200, "+1,200")]
)
def test_a_change_has_a_sign_as_wide_as_a_plus(value: float, text: str) -> None:
    assert formatting.format_change(value) == text


def test_a_period_names_its_year_once() -> None:
    assert formatting.format_period(date(2026, 8, 25), date(2026, 11, 20)) == (
        "25 August to 20 November 2026"
    )
    assert formatting.format_period(date(2025, 12, 30), date(2026, 1, 2)) == (
        "30 December 2025 to 2 January 2026"
    )


def test_resources_are_found_in_a_checkout_an_install_and_a_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resources.resource_path("instruments.toml").is_file()
    package = tmp_path / "site" / "symptrack"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    with pytest.raises(FileNotFoundError, match="install Symptrack again"):
        resources.resource_path("fonts")
    (package / "_resources").mkdir()
    assert resources.resource_path("fonts") == package / "_resources" / "fonts"
    (tmp_path / "bundle" / "resources").mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert resources.resource_path("fonts") == tmp_path / "bundle" / "resources" / "fonts"
