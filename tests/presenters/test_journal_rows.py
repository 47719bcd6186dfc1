"""Journal: what its cards and rows say, in the patient's words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Kind
from symptrack.domain.questionnaire import Response
from symptrack.domain.session import Dose
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import (
    DoseUnit,
    EffectState,
    EnteredBy,
    Mode,
    Route,
    SessionStatus,
    Source,
)
from symptrack.presenters.questionnaire import QuestionnairePresenter
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_journal,
    make_response,
    make_session,
)
from tests.presenters.listed_journal import (
    MARKUP,
    SECOND,
    SERIES,
    ListedJournal,
    cards_of,
    treated,
)

BY_WEIGHT = Dose(value=0.5, unit=DoseUnit.MG_PER_KG)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ListedJournal]:
    """Return what opens a journal."""
    made = ListedJournal(tmp_path)
    yield made
    made.store.close()


def test_the_head_says_the_mood_before_and_the_note(opened: ListedJournal) -> None:
    session = replace(SECOND, note=f"  {MARKUP}\n\nquiet ")
    before = make_check_in("2026-09-11 09:30", ratings={"mood": 4})
    journal = make_journal(series=[SERIES], sessions=[session], check_ins=[before])
    head = opened.cards(journal)[0].session
    assert head is not None
    assert head.lines == ("IV, 38 mg over 40 min, mood before 4", f"“{MARKUP} quiet”")
    assert head.spoken == (
        f"Session 1, Friday 11 September. IV, 38 mg over 40 min, mood before 4. “{MARKUP} quiet”"
    )


@pytest.mark.parametrize(
    ("changes", "title", "line"),
    [
        (
            {"dose": Dose(value=0.5, unit=DoseUnit.MG_PER_KG)},
            "Session",
            "IV, 0.5 mg/kg over 40 min",
        ),
        ({"dose": Dose(value=38), "duration_min": None}, "Session", "IV, 38 mg"),
        ({"route": Route.NASAL}, "Session", "Nasal, 40 min"),
        ({"duration_min": None}, "Session", "IV"),
        ({"status": SessionStatus.MISSED}, "Missed session", "IV, 40 min, 10:30"),
        (
            {"status": SessionStatus.PLANNED, "time_known": False, "duration_min": None},
            "Planned session",
            "IV",
        ),
    ],
)
def test_a_session_says_what_is_known_of_it(
    opened: ListedJournal, changes: dict[str, object], title: str, line: str
) -> None:
    session = make_session("2026-09-11 10:30", **changes)
    (card,) = opened.cards(make_journal(sessions=[session]))
    assert card.session is not None
    assert card.title == f"{title}, Friday 11 September"
    assert card.session.lines == (line,)
    assert card.session.number == ""


def test_a_session_of_another_year_says_its_year(opened: ListedJournal) -> None:
    cards = opened.cards(make_journal(sessions=[make_session("2025-12-30 10:30")]))
    assert cards[0].title == "Session, Tuesday 30 December 2025"


@pytest.mark.parametrize(
    ("occurred", "changes", "when", "clock"),
    [
        ("2026-09-11 10:50", {}, "During", "10:50"),
        ("2026-09-11 11:40", {}, "Just after", "11:40"),
        ("2026-09-11 11:41", {}, "+1 h", "11:41"),
        ("2026-09-12 09:00", {}, "+22 h", "12 Sep, 09:00"),
        ("2026-09-11 12:00", {"time_known": False}, "That day", "11 Sep"),
        ("2026-09-12 12:00", {"time_known": False}, "Day 1", "12 Sep"),
    ],
)
def test_the_time_is_seen_from_the_session(
    opened: ListedJournal, occurred: str, changes: dict[str, object], when: str, clock: str
) -> None:
    row = opened.row(treated(make_check_in(occurred, **changes)))
    assert (row.when, row.at) == (when, clock)


def test_a_session_without_a_time_counts_days(opened: ListedJournal) -> None:
    session = make_session("2026-09-11 12:00", time_known=False)
    journal = make_journal(sessions=[session], check_ins=[make_check_in("2026-09-12 08:00")])
    assert opened.row(journal).when == "Day 1"


def test_a_row_says_all_that_was_answered(opened: ListedJournal) -> None:
    journal = treated(
        make_check_in(
            "2026-09-11 17:30",
            ratings={"mood": 6, "anxiety": 3, "hope": 2, "left_over": 9},
            side_effects=(
                make_effect("drowsiness", 2),
                make_effect("itching", None),
                make_effect("nausea", state=EffectState.GONE),
                make_effect("dizziness", 0),
            ),
            note=f"{MARKUP}\n\u202eslept",
            entered_at=at("2026-09-12 08:00"),
            mode=Mode.GENTLE,
            entered_by=EnteredBy.HELPER,
        ),
        side_effects=[OwnSideEffect(key="itching", label="Itching <i>arms</i>")],
        symptoms=[Symptom(key="hope", label="<u>Hope</u>")],
    )
    row = opened.row(journal)
    assert row.text == "Drowsy moderate (2), Itching <i>arms</i>"
    assert row.lines == (
        "Gone: Nausea, Dizzy",
        "Anxiety 3, <u>Hope</u> 2, left over 9",
        f"“{MARKUP} \u202eslept”",
        "Entered late, Entered in gentle mode, Entered by a helper",
    )
    assert row.spoken.startswith("6 hours, 17:30. Mood 6 of 10. Drowsy moderate (2), Itching")
    assert row.kind == Kind.CHECK_INS


def test_none_of_what_is_asked_once_a_week_is_not_called_gone(opened: ListedJournal) -> None:
    none = make_effect("craving", 0, state=EffectState.GONE)
    gone = make_effect("urinary_symptoms", None, state=EffectState.GONE)
    check_in = make_check_in("2026-09-11 17:30", nothing_to_report=True, side_effects=(none, gone))
    row = opened.row(treated(check_in))
    assert row.text == "Gone: Bladder symptoms"
    assert row.lines == ("Nothing to report",)


@pytest.mark.parametrize(
    ("changes", "text", "mood"),
    [
        ({"nothing_to_report": True}, "Nothing to report", "5"),
        ({"ratings": {"anxiety": 7}}, "Anxiety 7", ""),
        ({"ratings": {"mood": 0}}, "Mood only", "0"),
        ({"ratings": {}}, "Nothing answered", ""),
        ({"ratings": {}, "note": "Rain."}, "“Rain.”", ""),
    ],
)
def test_a_row_begins_with_what_tells_most(
    opened: ListedJournal, changes: dict[str, object], text: str, mood: str
) -> None:
    row = opened.row(treated(make_check_in("2026-09-11 17:30", **changes)))
    assert (row.text, row.mood, row.lines) == (text, mood, ())


def test_an_entry_of_another_app_says_so_and_is_never_late(opened: ListedJournal) -> None:
    row = opened.row(
        treated(
            make_check_in(
                "2026-09-11 17:30", source=Source.DAYLIO, entered_at=at("2026-09-12 09:00")
            )
        )
    )
    assert row.lines == ("From another app",)


def test_a_long_note_is_cut(opened: ListedJournal) -> None:
    row = opened.row(treated(make_check_in("2026-09-11 17:30", ratings={}, note="x" * 20_000)))
    assert row.text == f"“{'x' * 159}…”"


@pytest.mark.parametrize(
    ("answered", "text", "lines"),
    [
        (9, "PHQ-9: 18 of 27", ("Moderately severe (Kroenke 2001)",)),
        (
            8,
            "PHQ-9: 18 of 27, estimated",
            ("Moderately severe (Kroenke 2001)", "1 of 9 questions was not answered"),
        ),
        (2, "PHQ-9: no total", ("7 of 9 questions were not answered",)),
    ],
)
def test_a_questionnaire_says_its_total_and_what_it_rests_on(
    opened: ListedJournal, answered: int, text: str, lines: tuple[str, ...]
) -> None:
    answers = {f"q{number}": 2 for number in range(1, answered + 1)}
    row = opened.row(
        treated(
            responses=[
                make_response(
                    "2026-09-12 08:00", answers=answers, entered_at=at("2026-09-12 08:00")
                )
            ]
        )
    )
    assert (row.text, row.mood, row.kind) == (text, "", Kind.RESPONSES)
    assert (row.when, row.lines) == ("+21 h", lines)


def test_a_questionnaire_that_a_helper_entered_says_so(opened: ListedJournal) -> None:
    row = opened.row(
        make_journal(responses=[make_response(entered_by=EnteredBy.HELPER, entered_at=None)])
    )
    assert row.lines == ("Moderately severe (Kroenke 2001)", "Entered by a helper")


def test_a_declined_item_stays_visible_as_declined(opened: ListedJournal) -> None:
    answers = {f"q{number}": 1 for number in range(1, 9)}
    row = opened.row(make_journal(responses=[make_response(answers=answers, declined=("q9",))]))
    assert row.lines == (
        "Mild (Kroenke 2001)",
        "1 of 9 questions was not answered",
        "Declined: question 9",
    )


def six_days_apart(key: str) -> list[Response]:
    values = {item.key: 0 for item in load_instruments()[key].items}
    return [
        make_response(f"2026-08-{day} 09:00", instrument=key, answers=values)
        for day in ("24", "30")
    ]


def test_one_soon_after_another_is_marked(opened: ListedJournal) -> None:
    (card,) = opened.cards(make_journal(responses=six_days_apart("phq9")))
    assert [row.lines for row in card.rows] == [
        ("Minimal (Kroenke 2001)", "Overlaps the two weeks before"),
        ("Minimal (Kroenke 2001)",),
    ]


def test_one_of_the_pcl_5_overlaps_the_month_before(opened: ListedJournal) -> None:
    (card,) = opened.cards(make_journal(responses=six_days_apart("pcl5")))
    assert card.rows[0].lines[1:] == ("Overlaps the month before",)


def test_a_change_that_is_not_saved_is_said(opened: ListedJournal) -> None:
    saved = make_response(answers={f"q{number}": 0 for number in range(1, 10)})
    presenter = opened(make_journal(responses=[saved]))
    change = QuestionnairePresenter(opened.store, opened.clock.clock)
    change.edit(saved.id)
    change.change("q1")
    ((row,),) = [card.rows for card in cards_of(presenter.view().listing)]
    assert row.lines[-1] == "A change is begun and not saved yet"


def test_every_questionnaire_is_on_offer_without_its_last_score(opened: ListedJournal) -> None:
    offers = opened(make_journal(responses=[make_response()])).view().questionnaires
    assert [(one.key, one.name, one.words) for one in offers] == [
        ("phq9", "PHQ-9", "Depressive symptoms, about 2 minutes. Last time: 30 Aug"),
        ("gad7", "GAD-7", "Anxiety symptoms, about 2 minutes"),
        ("pcl5", "PCL-5", "Post-traumatic stress symptoms, about 8 minutes"),
    ]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"name": MARKUP, "total": 21.5, "max": 60}, f"{MARKUP}: 21.5 of 60"),
        ({"name": "QIDS", "total": 21, "min": None, "max": None}, "QIDS: 21"),
    ],
)
def test_a_clinics_total_says_its_scale(
    opened: ListedJournal, changes: dict[str, object], text: str
) -> None:
    row = opened.row(make_journal(clinic_scores=[make_clinic_score(**changes)]))
    assert (row.text, row.kind) == (text, Kind.CLINIC_SCORES)
