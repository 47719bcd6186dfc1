"""The appendix: side effects, benefit, medicines, vital signs, days, the patient's own words."""

from datetime import date, timedelta
from typing import Any

import pytest

from symptrack.analysis.benefit import days_of_benefit
from symptrack.analysis.period import all_time
from symptrack.analysis.side_effects import effects_after
from symptrack.analysis.timeline import timeline_of
from symptrack.charts.benefit_words import benefit_words
from symptrack.charts.effect_words import duration_words
from symptrack.domain.session import Vital
from symptrack.domain.settings import ReportPart
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState, EnteredBy, SessionStatus, VitalMoment
from symptrack.exchange.report import report_content, report_scope
from symptrack.exchange.report_own_words import every_key, notes_of
from tests import journals
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.exchange.reports import DESIGN_NOW, cells, choose, content_of, said, sections

EFFECTS = "Side effects: worst after each session, and how long"
BENEFIT = "How long mood stayed up"
DAYS = "Late and missing entries"
WORDS = "In the patient’s words"
QUESTIONS = "The patient’s questions for the visit"


def test_the_parts_stand_in_their_order() -> None:
    assert list(sections(journals.design_series(), *ReportPart)) == [
        "Questionnaires",
        EFFECTS,
        BENEFIT,
        "Medicines",
        "Vital signs",
        DAYS,
        "How to read this",
    ]


def test_a_part_that_is_not_chosen_or_has_nothing_is_not_there() -> None:
    assert sections(journals.design_series()) == {}
    assert list(sections(make_journal(), *ReportPart)) == [DAYS, "How to read this"]


def test_each_part_is_a_step_and_what_a_step_raises_ends_the_work() -> None:
    journal, steps = journals.design_series(), []
    chosen = choose(journal, parts=frozenset(ReportPart))
    report_content(journal, chosen, DESIGN_NOW, lambda: steps.append(1))

    assert len(steps) == 1 + 7
    with pytest.raises(InterruptedError):
        report_content(journal, chosen, DESIGN_NOW, _stop)


def _stop() -> None:
    raise InterruptedError


# Side effects


def test_every_severity_and_duration_is_that_of_analysis() -> None:
    journal, catalogue = journals.design_series(), load_side_effects()
    shown = cells(sections(journal, ReportPart.SIDE_EFFECTS)[EFFECTS][0])

    keys = {catalogue.name_of(key, {}): key for key in catalogue.effects}
    sessions = sorted(journal.sessions, key=lambda one: one.started_at)
    for place, session in enumerate(sessions, start=1):
        after = effects_after(journal, session, catalogue)
        for row in shown:
            found = after[keys[row[0]]]
            duration = duration_words(found.duration) if found.present and found.duration else ""
            assert row[place] == f"{found.worst} {duration}".strip()
    assert [row[0] for row in shown[:2]] == ["Drowsy", "Dizzy"]
    assert shown[0][-1] == "2 moderate 6 h or more"


def effects_journal(sessions: int) -> Any:
    start = at("2026-01-05 10:00")
    days = [start + timedelta(days=7 * number) for number in range(sessions)]
    return make_journal(
        sessions=[make_session(started_at=day) for day in days],
        check_ins=[
            make_check_in(
                occurred_at=day + timedelta(hours=6), side_effects=(make_effect("nausea", 2),)
            )
            for day in days
        ],
    )


def test_eight_sessions_share_a_table_and_more_have_a_summary_above() -> None:
    def tables(sessions: int) -> list[dict[str, Any]]:
        blocks = sections(effects_journal(sessions), ReportPart.SIDE_EFFECTS)[EFFECTS]
        return [block for block in blocks if block["kind"] == "table"]

    assert [len(one["columns"]) for one in tables(8)] == [10]
    assert [len(one["columns"]) for one in tables(9)] == [3, 9, 2]
    assert cells(tables(9)[0]) == [["Nausea", "9 of 9 sessions noted", "2 moderate 5 h or more"]]


def test_what_nobody_noted_is_a_dot_and_an_unknown_strength_a_question_mark() -> None:
    sessions = [make_session("2026-09-01 10:30"), make_session("2026-09-04 10:30")]
    check_ins = [make_check_in("2026-09-01 18:00", side_effects=(make_effect("nausea", None),))]
    blocks = sections(
        make_journal(sessions=sessions, check_ins=check_ins), ReportPart.SIDE_EFFECTS
    )[EFFECTS]

    assert cells(blocks[0]) == [
        ["Nausea", "? 7 h or more", "·", "? strength not noted 7 h or more"]
    ]


def test_a_duration_that_nothing_can_be_said_of_is_not_known() -> None:
    undated = make_check_in(
        "2026-09-01 12:00", time_known=False, side_effects=(make_effect("nausea", 1),)
    )
    journal = make_journal(sessions=[make_session()], check_ins=[undated])

    assert cells(sections(journal, ReportPart.SIDE_EFFECTS)[EFFECTS][0])[0][1:] == [
        "1",
        "1 mild duration not known",
    ]


def test_what_lasted_longer_than_usual_is_named_with_its_sessions() -> None:
    blocks = sections(journals.design_series(), ReportPart.SIDE_EFFECTS)[EFFECTS]

    assert said(blocks[-1]) == {
        "Longer than most people report": (
            "Numb or tingling after session 1, session 2, session 4, session 5, session 6."
        )
    }


def test_what_is_worth_a_word_at_any_time_is_not_called_longer() -> None:
    catalogue = load_side_effects()
    key = next(key for key, one in catalogue.effects.items() if one.flag_after_h == 0)
    check_in = make_check_in("2026-09-01 18:00", side_effects=(make_effect(key, 1),))
    journal = make_journal(sessions=[make_session()], check_ins=[check_in])

    kinds = [one["kind"] for one in sections(journal, ReportPart.SIDE_EFFECTS)[EFFECTS]]

    assert kinds == ["table", "small"]


# Benefit, medicines, vital signs


def test_every_count_of_days_is_that_of_analysis() -> None:
    journal = journals.design_series()
    shown = cells(sections(journal, ReportPart.BENEFIT)[BENEFIT][0])

    sessions = sorted(journal.sessions, key=lambda one: one.started_at)
    found = [days_of_benefit(journal, one, DESIGN_NOW) for one in sessions]
    assert [row[3] for row in shown] == [benefit_words(one, infusions=True) for one in found]
    assert [row[4] for row in shown] == [f"{one.rated_days} rated days" for one in found]
    assert shown[0][:3] == ["1", "1 Sep", "3 (7 ratings, First series)"]


def test_a_benefit_without_a_start_says_so() -> None:
    journal = make_journal(sessions=[make_session()])

    assert cells(sections(journal, ReportPart.BENEFIT)[BENEFIT][0]) == [
        ["", "1 Sep", "not noted", "not known", "0 rated days"]
    ]


def test_medicines_of_the_period_stand_with_their_days() -> None:
    journal = make_journal(
        sessions=[make_session(medicines="Ondansetron\n4 mg"), make_session("2026-09-04 10:30")],
        medications=[
            make_medication(name="Over", ended_on=date(2026, 7, 1)),
            make_medication(name="Kept", dose="", started_on=date(2026, 9, 2)),
            make_medication(name="Ended", ended_on=date(2026, 9, 3)),
        ],
    )

    blocks = sections(journal, ReportPart.MEDICATIONS)["Medicines"]

    assert cells(blocks[0]) == [
        ["Ended", "100 mg daily", "not noted", "3 Sep"],
        ["Kept", "not noted", "2 Sep", "still taken"],
    ]
    assert blocks[1] == {"kind": "heading", "words": "Noted with a session"}
    assert cells(blocks[2]) == [["", "1 Sep", "Ondansetron 4 mg"]]


def test_vital_signs_stand_by_their_moment() -> None:
    vitals = (
        Vital(moment=VitalMoment.BEFORE, systolic=122, diastolic=78, pulse=70, spo2=98),
        Vital(moment=VitalMoment.PEAK, systolic=146),
        Vital(moment=VitalMoment.PEAK, diastolic=90),
        Vital(moment=VitalMoment.AFTER),
    )
    journal = make_journal(sessions=[make_session(vitals=vitals), make_session("2026-09-04 10:30")])

    blocks = sections(journal, ReportPart.VITALS)["Vital signs"]

    assert cells(blocks[0]) == [
        ["", "1 Sep", "122/78, pulse 70, SpO2 98", "146/?; ?/90", "not noted"]
    ]


# Late and missing


def test_late_and_missing_entries_are_named_by_their_days() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[
            make_session("2026-09-01 10:30", series_id=series.id),
            make_session("2026-09-04 10:30", series_id=series.id, status=SessionStatus.MISSED),
        ],
        check_ins=[
            make_check_in("2026-09-01 18:00"),
            make_check_in("2026-09-03 18:00", entered_at=at("2026-09-05 09:00")),
            make_check_in("2026-09-04 18:00", entered_by=EnteredBy.HELPER),
        ],
        responses=[make_response("2026-08-30 09:00")],
    )

    found = said(sections(journal, ReportPart.DAYS, now=at("2026-09-30 18:00"))[DAYS][0])

    assert found == {
        "Days without a check-in": "33 of 36 days. 25 Aug to 31 Aug, 2 Sep, 5 Sep to 29 Sep.",
        "Entered late": "1 of 3 check-ins, more than 12 h after their time. 3 Sep (on 5 Sep).",
        "Entered by a helper": "1 of 3 check-ins.",
        "Questionnaires not filled in": "PHQ-9: 1 of 3 due, on 13 Sep.",
        "Sessions that did not take place": "4 Sep.",
    }


def test_a_complete_record_says_that_nothing_is_missing() -> None:
    found = said(sections(make_journal(check_ins=[make_check_in()]), ReportPart.DAYS)[DAYS][0])

    assert found == {
        "Days without a check-in": "0 of 1 day.",
        "Entered late": "None of 1 check-in.",
    }


# The patient's own words


def noted_journal() -> Any:
    series = make_series()
    session = make_session(
        "2026-09-01 10:30", series_id=series.id, intention="To rest", note="It was blue"
    )
    lone = make_session("2026-10-01 10:30", note="Alone")
    return make_journal(
        series=[series],
        sessions=[session, lone, make_session("2025-01-01 10:30", status=SessionStatus.PLANNED)],
        check_ins=[
            make_check_in("2026-08-31 18:00", note="Before"),
            make_check_in("2026-09-02 18:00", note=" first\n\n  second <b>"),
            make_check_in("2026-09-03 18:00", note="  "),
        ],
        medications=[make_medication(note="With food")],
        visits=[
            make_visit(visited_on=date(2026, 9, 20), with_whom="Dr A", note="Went well"),
            make_visit(visited_on=date(2026, 11, 19), questions="Too late?"),
            make_visit(visited_on=date(2026, 12, 5), questions="And then?"),
            make_visit(visited_on=date(2026, 12, 1), questions="How\nlong?"),
            make_visit(visited_on=date(2026, 11, 25)),
        ],
    )


def keys_of(journal: Any) -> list[str]:
    """Return the keys of all that the patient wrote, in order; the questions last."""
    timeline = timeline_of(journal)
    scope = report_scope(timeline, all_time(timeline, DESIGN_NOW.date()), DESIGN_NOW)
    keys = [one.key for one in notes_of(scope)]
    return [*keys, *sorted(every_key(scope) - set(keys))]


def test_no_note_goes_in_unless_it_is_chosen() -> None:
    journal = noted_journal()
    text = str(content_of(journal, parts=frozenset(ReportPart)))

    for words in ("It was blue", "To rest", "second", "With food", "Went well", "long?"):
        assert words not in text


def test_each_chosen_note_stands_as_it_was_typed_under_when_it_was() -> None:
    journal = noted_journal()

    found = sections(journal, notes=frozenset(keys_of(journal)))[WORDS]

    assert [(one["when"], one["lines"]) for one in found[:-1]] == [
        ("On the medicine Sertraline", ["With food"]),
        ("31 August", ["Before"]),
        ("Intention for session 1, 1 September", ["To rest"]),
        ("On session 1, 1 September", ["It was blue"]),
        ("2 September, day 1 after session 1", ["first", "", "second <b>"]),
        ("Visit of 20 September, Dr A", ["Went well"]),
        ("On the session of 1 Oct", ["Alone"]),
    ]
    assert found[-1]["lines"] == ["7 of 7 notes, chosen by the patient."]


def test_one_note_can_go_in_by_itself() -> None:
    journal = noted_journal()
    key = keys_of(journal)[1]

    found = sections(journal, notes=frozenset({key}))[WORDS]

    assert [one["lines"] for one in found] == [
        ["Before"],
        ["1 of 7 notes, chosen by the patient."],
    ]


def test_the_questions_are_those_for_the_next_visit() -> None:
    journal = noted_journal()

    found = sections(journal, notes=frozenset(keys_of(journal)))[QUESTIONS]

    assert [(one["when"], one["lines"]) for one in found] == [
        ("Visit of 1 December", ["How", "long?"])
    ]


def test_questions_of_a_visit_that_is_over_are_not_offered() -> None:
    visit = make_visit(visited_on=date(2026, 11, 19), questions="Too late?")

    assert keys_of(make_journal(check_ins=[make_check_in()], visits=[visit])) == []


# How to read this


def test_what_is_defined_names_its_source_or_that_it_is_our_own() -> None:
    text = str(sections(journals.design_series(), ReportPart.READING)["How to read this"])

    for words in (
        "Reported by the patient, not a diagnosis: check-ins on 74 of 88 days.",
        "among those 16 to 36 h after its end",
        "at least 2 points above where it started",
        "(Kroenke 2001)",
        "below 5 (McInnes 2022)",
        "from a baseline of 10 on (our limit)",
        "A change of 5 points is one that matters (Löwe 2004).",
        "A reliable change is 6 points (Bischoff 2020).",
        "Copyright Pfizer Inc.",
    ):
        assert words in text


def test_without_a_questionnaire_nothing_is_said_of_one() -> None:
    text = str(sections(make_journal(), ReportPart.READING)["How to read this"])

    assert "PHQ-9" not in text


def test_a_side_effect_that_is_gone_again_has_both_ends() -> None:
    gone = make_effect("nausea", 1, state=EffectState.GONE)
    journal = make_journal(
        sessions=[make_session()],
        check_ins=[
            make_check_in("2026-09-01 14:10", side_effects=(make_effect("nausea", 1),)),
            make_check_in("2026-09-01 17:10", side_effects=(gone,)),
        ],
    )

    shown = cells(sections(journal, ReportPart.SIDE_EFFECTS)[EFFECTS][0])

    assert shown == [["Nausea", "1 3 to 6 h", "1 mild 3 to 6 h"]]
