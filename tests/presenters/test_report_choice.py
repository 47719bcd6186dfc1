"""What can be chosen for the report: dates, parts, each note by itself; what is kept of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader

from symptrack.domain.errors import InvalidValue
from symptrack.domain.settings import ReportPart, ReportRange
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.report_choice import DATES, SERIES, SINCE_VISIT, Selection, part_entry
from symptrack.presenters.report_job import Preview, Stopped
from symptrack.presenters.report_password import read_password
from symptrack.storage.store import Store
from tests import journals
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_journal,
    make_visit,
)
from tests.exchange.hostile import hostile_journal
from tests.exchange.reports import text_of
from tests.opened import open_store
from tests.presenters.report_presenters import CLOCK, chosen, laid_out, present

TODAY = date(2026, 11, 22)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


def save(presenter: ReportPresenter, selection: Selection, folder: Path) -> None:
    presenter.save(Preview(b"%PDF", (b"png",), selection.paper, ""), selection, folder / "a.pdf")


# Dates


def test_typed_days_narrow_the_report(store: Store) -> None:
    presenter = present(store, journals.design_series())

    selection = presenter.with_dates(chosen(presenter), "2 Sep 2026", "9 Sep 2026")

    assert presenter.days_of(selection) == (date(2026, 9, 2), date(2026, 9, 9))
    assert "2 September to 9 September 2026" in laid_out(presenter, selection).summary
    assert presenter.view(selection).selection == selection


def test_days_that_were_not_typed_are_all(store: Store) -> None:
    presenter = present(store, journals.design_series())

    days = presenter.days_of(chosen(presenter, period=DATES))

    assert days == presenter.days_of(chosen(presenter))


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [("soon", "9 Sep 2026", "From"), ("2 Sep 2026", "", "To"), ("9 Sep 2026", "2 Sep 2026", "To")],
)
def test_days_that_are_none_are_refused_by_their_field(
    store: Store, first: str, last: str, field: str
) -> None:
    presenter = present(store, journals.design_series())

    with pytest.raises(InvalidValue) as refused:
        presenter.with_dates(chosen(presenter), first, last)

    assert refused.value.field == field


# Parts and notes


def test_the_parts_on_offer_are_those_with_something_to_say(store: Store) -> None:
    presenter = present(store, journals.design_series())

    names = [one.name for one in presenter.offer(chosen(presenter)).parts]

    assert names == [
        "Questionnaires",
        "Side effects",
        "How long mood stayed up",
        "Medicines",
        "Vital signs",
        "Late and missing entries",
        "How to read this",
    ]


@pytest.mark.parametrize("part", ReportPart)
def test_every_part_has_words_of_its_own(part: ReportPart) -> None:
    entry = part_entry(part)

    assert entry.part is part
    assert entry.name
    assert entry.holds


def test_a_part_that_is_left_out_neither_stands_in_the_file_nor_in_the_list(store: Store) -> None:
    presenter = present(store, journals.design_series())
    selection = chosen(presenter, left_out=frozenset({ReportPart.VITALS}))

    assert "Vital signs of each session: blood pressure, pulse, oxygen" not in (
        presenter.offer(selection).leaving
    )
    assert "Vital signs" not in text_of(laid_out(presenter, selection).pdf)


def test_each_note_is_on_offer_by_itself_and_none_is_chosen(store: Store) -> None:
    visit = make_visit(visited_on=date(2026, 12, 1), questions="How long\nwill it take?")
    journal = journals.design_series()
    presenter = present(store, replace(journal, visits=(*journal.visits, visit)))

    offer = presenter.offer(chosen(presenter))

    assert [(one.when, one.beginning) for one in offer.notes] == [
        ("19 October, day 10 after session 7", "The fog is creeping back, slower than last time."),
        ("9 September, day 1 after session 3", "Slept through for the first time in weeks."),
    ]
    assert offer.questions is not None
    assert offer.questions.beginning == "How long will it take?"
    assert chosen(presenter).notes == frozenset()
    assert "None of your notes" in offer.leaving


def test_a_chosen_note_stands_in_the_list_and_in_the_file(store: Store) -> None:
    visit = make_visit(visited_on=date(2026, 12, 1), questions="How long?")
    journal = journals.design_series()
    presenter = present(store, replace(journal, visits=(*journal.visits, visit)))
    offer = presenter.offer(chosen(presenter))
    assert offer.questions is not None
    selection = chosen(presenter, notes=frozenset({offer.notes[0].key, offer.questions.key}))

    assert presenter.offer(selection).leaving[-2:] == (
        "Your note: 19 October, day 10 after session 7",
        "Your questions: Visit of 1 December",
    )
    text = text_of(laid_out(presenter, selection).pdf)
    assert "The fog is creeping back" in text
    assert "How long?" in text
    assert "Slept through" not in text


def test_every_section_of_the_file_is_named_in_the_list(store: Store) -> None:
    journal = hostile_journal("typed")
    presenter = present(store, replace(journal, clinic_scores=(make_clinic_score(),)))
    everything = frozenset(one.key for one in presenter.offer(chosen(presenter)).notes)
    selection = chosen(presenter, notes=everything, item9=True)

    leaving = presenter.offer(selection).leaving

    job = presenter.job(selection)
    scope_parts = [one.part for one in presenter.offer(selection).parts]
    assert job.choice.parts >= set(scope_parts)
    for part, words in {
        ReportPart.CLINIC_SCORES: "Scores from your clinic: MADRS",
        ReportPart.SIDE_EFFECTS: "Side effects: each one after each session, and how long",
        ReportPart.BENEFIT: "How long mood stayed up after each session",
        ReportPart.MEDICATIONS: "Your medicines, with dose and days",
        ReportPart.DAYS: "Which days have no check-in, and which entries were late or missed",
        ReportPart.READING: "How to read it: what the numbers mean",
    }.items():
        assert part in scope_parts
        assert words in leaving
    assert sum(line.startswith("Your note: ") for line in leaving) == len(everything)


# What is kept


@pytest.mark.parametrize(
    ("period", "kept"),
    [
        (SINCE_VISIT, ReportRange.SINCE_VISIT),
        ("latest", ReportRange.LATEST_SERIES),
        ("first", ReportRange.ALL),
        (DATES, ReportRange.ALL),
    ],
)
def test_the_range_is_kept_for_the_next_report(
    store: Store, tmp_path: Path, period: str, kept: ReportRange
) -> None:
    journal = journals.design_series()
    presenter = present(store, journal)
    ids = {"first": journal.series[0].id, "latest": journal.series[1].id}
    key = SERIES + ids[period] if period in ids else period

    save(presenter, chosen(presenter, period=key), tmp_path)

    assert store.load().settings.report.range is kept
    again = chosen(ReportPresenter(store, CLOCK.now)).period
    assert again == (key if kept is not ReportRange.ALL else "all")


def test_everything_is_kept_as_everything(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.design_series())
    save(presenter, chosen(presenter, period=SINCE_VISIT), tmp_path)

    save(presenter, chosen(presenter, period="all"), tmp_path)

    assert store.load().settings.report.range is ReportRange.ALL


def test_the_latest_series_of_a_journal_without_one_is_everything(
    store: Store, tmp_path: Path
) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))
    settings = store.load().settings
    store.save_settings(
        replace(settings, report=replace(settings.report, range=ReportRange.LATEST_SERIES))
    )

    assert chosen(presenter).period == "all"


def test_left_out_parts_are_kept_but_neither_notes_nor_item_9(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.design_series())
    note = presenter.offer(chosen(presenter)).notes[0].key
    left_out = frozenset({ReportPart.VITALS, ReportPart.BENEFIT})

    save(
        presenter,
        chosen(presenter, left_out=left_out, notes=frozenset({note}), item9=True),
        tmp_path,
    )

    assert store.load().settings.report.left_out == (ReportPart.BENEFIT, ReportPart.VITALS)
    again = chosen(ReportPresenter(store, CLOCK.now))
    assert (again.left_out, again.notes, again.item9) == (left_out, frozenset(), None)


# Laying out


def test_each_step_is_told_and_none_comes_after_a_stop(store: Store) -> None:
    presenter = present(store, journals.design_series())
    job, stop = presenter.job(chosen(presenter)), Event()
    told: list[tuple[int, int]] = []

    job.run(30.0, lambda step, steps: told.append((step, steps)), stop)

    assert told == [(step, 11) for step in range(1, 11)]
    stop.set()
    with pytest.raises(Stopped):
        job.run(30.0, lambda step, steps: told.append((step, steps)), stop)
    assert len(told) == 10


def test_what_is_printed_are_the_pages_of_the_preview_only_sharper(store: Store) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))
    job = presenter.job(chosen(presenter))

    shown, printed = laid_out(presenter, chosen(presenter)).pages, job.printed(60.0)

    assert len(printed) == len(shown)
    assert job.printed(30.0) == shown


# The password


def test_a_password_has_to_be_typed_twice() -> None:
    assert read_password("geheim é", "geheim é") == "geheim é"
    for first, again, field in (("", "", "first"), ("a", "b", "again"), ("x" * 128, "", "first")):
        with pytest.raises(InvalidValue) as refused:
            read_password(first, again)
        assert refused.value.field == field


def test_the_protected_file_is_that_of_the_preview(store: Store) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))
    preview = laid_out(presenter, chosen(presenter))

    locked = PdfReader(BytesIO(presenter.protected(preview, "geheim")))

    assert locked.decrypt("geheim")
    assert len(locked.pages) == len(preview.pages)
