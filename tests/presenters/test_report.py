"""What the report page decides: choices, what leaves, the question about item 9, saving."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from symptrack.domain.errors import SymptrackError
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Paper, ReportChoices, Settings
from symptrack.exchange.report import ReportChoice, render_report, report_content
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.report_job import Preview
from symptrack.storage.store import Store
from tests import journals
from tests.builders import (
    make_check_in,
    make_journal,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.opened import open_store
from tests.presenters.report_presenters import CLOCK, chosen, laid_out, present

NOW = CLOCK.now()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


def test_an_empty_journal_has_nothing_to_choose(store: Store) -> None:
    view = ReportPresenter(store, CLOCK.now).view()

    assert view.selection is None
    assert view.periods == ()


def test_the_periods_are_everything_the_last_visit_and_each_series(store: Store) -> None:
    view = present(store, journals.design_series()).view()

    assert [entry.words for entry in view.periods] == [
        "All sessions, 25 Aug to 22 Nov",
        "Since the last visit, 30 Oct to 22 Nov",
        "Maintenance, 2 Oct to 22 Nov",
        "First series, 25 Aug to 8 Oct",
        "Dates to choose",
    ]
    assert view.selection is not None
    assert view.selection.period == view.periods[0].key


def test_one_series_is_not_offered_beside_everything(store: Store) -> None:
    view = present(store, journals.first_series()).view()

    assert [entry.words for entry in view.periods] == [
        "All sessions, 25 Aug to 16 Oct",
        "Dates to choose",
    ]


def test_a_series_that_has_not_begun_and_a_visit_to_come_are_not_offered(store: Store) -> None:
    first, planned = make_series(), make_series(name="Next", started_on=None)
    journal = make_journal(
        series=[first, planned],
        sessions=[make_session(series_id=first.id)],
        visits=[make_visit(visited_on=date(2026, 12, 1))],
    )

    words = [entry.words for entry in present(store, journal).view().periods]

    assert words == [
        "All sessions, 25 Aug to 29 Sep",
        "First series, 25 Aug to 29 Sep",
        "Dates to choose",
    ]


def test_a_period_over_two_years_names_both(store: Store) -> None:
    journal = make_journal(
        check_ins=[make_check_in("2025-12-30 18:00"), make_check_in("2026-01-02 18:00")]
    )

    assert present(store, journal).view().periods[0].words == ("All sessions, 2025 to 2026")


def test_name_and_year_of_birth_can_be_chosen_only_where_they_are_known(store: Store) -> None:
    view = present(store, make_journal(check_ins=[make_check_in()])).view()

    assert (view.label, view.born) == ("", "")
    assert view.selection is not None
    assert (view.selection.label, view.selection.date_of_birth) == (False, False)


def test_the_date_of_birth_is_left_out_at_first(store: Store) -> None:
    patient = Patient(label="J. M.", date_of_birth=date(1987, 3, 14))
    view = present(store, make_journal(patient=patient, check_ins=[make_check_in()])).view()

    assert (view.label, view.born) == ("J. M.", "1987")
    assert view.selection is not None
    assert (view.selection.label, view.selection.date_of_birth) == (True, False)


def test_item_9_is_asked_each_time_where_there_is_a_phq_9(store: Store) -> None:
    presenter = present(store, journals.first_series())
    unanswered = chosen(presenter)

    assert unanswered.item9 is None
    assert presenter.asks_item9(unanswered)
    assert presenter.still_to_answer(unanswered) == (
        "Choose first whether your answers to PHQ-9 item 9 go in."
    )
    assert presenter.still_to_answer(replace(unanswered, item9=False)) == ""


def test_item_9_is_not_asked_without_a_phq_9(store: Store) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))

    assert not presenter.asks_item9(chosen(presenter))
    assert presenter.still_to_answer(chosen(presenter)) == ""


def test_what_leaves_names_item_9_once_it_is_let_in(store: Store) -> None:
    presenter = present(store, journals.design_series())
    item9 = "PHQ-9 item 9: your answers about thoughts of self-harm"

    assert item9 in presenter.offer(chosen(presenter, item9=True)).leaving
    assert item9 not in presenter.offer(chosen(presenter, item9=False)).leaving
    assert item9 not in presenter.offer(chosen(presenter)).leaving


def test_what_leaves_is_listed_whole(store: Store) -> None:
    presenter = present(store, journals.design_series())

    assert presenter.offer(chosen(presenter, item9=True)).leaving == (
        "About you: J. M.",
        "Clinician and clinic: Dr A. Okafor, Harbour Clinic",
        "The dates: 25 August to 22 November 2026",
        "Your goal: Enough energy to get back to part-time work.",
        "Every rating: Mood, Anxiety",
        "PHQ-9: two totals and how often it was filled in",
        "PHQ-9 item 9: your answers about thoughts of self-harm",
        "Sessions: dates, how each was given, mood before and after, blood pressure",
        "Side effects: the strongest and the one that lasted longest",
        "How many days have a check-in, and how many were entered late or by a helper",
        "PHQ-9, GAD-7: every total with its day, late ones and missing answers marked",
        "Side effects: each one after each session, and how long",
        "How long mood stayed up after each session",
        "Your medicines, with dose and days",
        "Vital signs of each session: blood pressure, pulse, oxygen",
        "Which days have no check-in, and which entries were late or missed",
        "How to read it: what the numbers mean",
        "None of your notes",
    )


def test_what_is_not_there_does_not_leave(store: Store) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))

    assert presenter.offer(chosen(presenter)).leaving == (
        "Nothing that names you",
        "The dates: 1 September 2026",
        "Every rating: Mood, Anxiety",
        "How many days have a check-in, and how many were entered late or by a helper",
        "Which days have no check-in, and which entries were late or missed",
        "How to read it: what the numbers mean",
        "None of your notes",
    )


def test_the_preview_is_the_report_of_the_choices(store: Store) -> None:
    presenter = present(store, journals.first_series())
    selection = chosen(presenter, item9=True, paper=Paper.LETTER)

    preview = laid_out(presenter, selection)

    choice = ReportChoice(period=presenter.view().periods[0].period, paper=Paper.LETTER, item9=True)
    content = report_content(journals.first_series(), choice, NOW)
    assert preview.pdf == render_report(content, NOW)
    assert preview.pages_words == "4 pages, Letter"
    assert "PHQ-9 total, 0 to 27: 21 to 10." in preview.summary
    assert content["chart"]["alt"] in preview.summary


def test_item_9_stays_out_until_it_is_let_in(store: Store) -> None:
    presenter = present(store, journals.first_series())

    assert "self-harm" not in laid_out(presenter, chosen(presenter)).summary


def test_the_file_name_says_nothing_of_patient_or_illness(store: Store) -> None:
    assert present(store, journals.first_series()).file_name() == "report-2026-11-22.pdf"


def some_preview() -> Preview:
    return Preview(b"%PDF-1.7 whole", (b"png",), Paper.A4, "words")


def test_saving_writes_the_very_file_that_was_shown(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.first_series())
    path = tmp_path / "report.pdf"
    path.write_bytes(b"an older report that the patient agreed to replace")

    said = presenter.save(some_preview(), chosen(presenter), path)

    assert path.read_bytes() == b"%PDF-1.7 whole"
    assert said == "Saved as report.pdf. It stays on this computer until you share it."


def test_a_name_without_ending_gets_one(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.first_series())

    presenter.save(some_preview(), chosen(presenter), tmp_path / "for clinic")

    assert (tmp_path / "for clinic.pdf").read_bytes() == b"%PDF-1.7 whole"


def test_a_file_that_nobody_agreed_to_replace_is_kept(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.first_series())
    (tmp_path / "mine.pdf").write_bytes(b"mine")

    with pytest.raises(SymptrackError):
        presenter.save(some_preview(), chosen(presenter), tmp_path / "mine")

    assert (tmp_path / "mine.pdf").read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.first_series())

    with pytest.raises(SymptrackError):
        presenter.save(some_preview(), chosen(presenter), tmp_path / "none" / "report.pdf")

    assert presenter.view().selection == chosen(presenter)


def test_paper_and_name_are_kept_for_the_next_report_but_not_item_9(
    store: Store, tmp_path: Path
) -> None:
    presenter = present(store, journals.first_series())
    selection = chosen(presenter, paper=Paper.LETTER, label=False, item9=True)

    presenter.save(some_preview(), selection, tmp_path / "report.pdf")

    assert store.load().settings == Settings(
        report=ReportChoices(paper=Paper.LETTER, label=False, date_of_birth=False)
    )
    assert chosen(presenter) == replace(selection, item9=None)


def test_saving_the_same_choices_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    presenter = present(store, journals.first_series())
    before = store.changes

    presenter.save(some_preview(), chosen(presenter), tmp_path / "report.pdf")

    assert store.changes == before


def test_a_change_to_the_journal_is_seen(store: Store) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))
    assert not presenter.asks_item9(chosen(presenter))

    store.add(make_response("2026-09-01 09:00"))

    assert presenter.asks_item9(chosen(presenter))


def test_the_same_choices_make_the_same_pages_until_the_day_or_the_journal_is_another(
    store: Store,
) -> None:
    presenter = present(store, make_journal(check_ins=[make_check_in()]))
    job = presenter.job(chosen(presenter))

    assert job.makes_the_same_as(presenter.job(chosen(presenter)))
    assert job.makes_the_same_as(replace(job, now=NOW + timedelta(hours=1)))
    assert not job.makes_the_same_as(replace(job, now=NOW + timedelta(days=1)))
    assert not job.makes_the_same_as(presenter.job(chosen(presenter, paper=Paper.LETTER)))
    store.add(make_response("2026-09-01 09:00"))
    assert not job.makes_the_same_as(presenter.job(chosen(presenter)))
