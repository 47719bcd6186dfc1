"""What was changed when, side by side, and back to an earlier version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind, Record, place_of
from symptrack.domain.session import Dose, Vital
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import (
    Direction,
    DoseUnit,
    EffectState,
    EnteredBy,
    Mode,
    Moment,
    Route,
    SeriesKind,
    SessionStatus,
    VitalMoment,
)
from symptrack.presenters.history import HistoryPresenter
from tests.builders import (
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_id,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
SERIES = make_series(name="Autumn")
SESSION = make_session("2026-09-08 10:30", series_id=SERIES.id)
GONE = make_session("2026-09-10 10:30")


class Changed:
    """A journal in which a record is changed, and what shows its earlier versions."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock(NOW)
        journal = make_journal(
            series=[SERIES],
            sessions=[SESSION, GONE],
            symptoms=[Symptom(key="focus", label="Focus <b>")],
        )
        self.store = open_store(folder, self.clock, journal)
        self.store.delete(*place_of(GONE))
        self.presenter = HistoryPresenter(self.store, self.clock.clock)

    def __call__(self, first: Record, *later: Record) -> HistoryPresenter:
        self.store.add(first)
        for one in later:
            self.store.revise(one)
        self.presenter.begin(*place_of(first))
        return self.presenter

    def changes(self, first: Record, second: Record) -> list[tuple[str, str, str]]:
        """Return field, before and after of the one change."""
        (version,) = self(first, second).view().versions
        return [(one.field, one.before, one.after) for one in version.changes]


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[Changed]:
    made = Changed(tmp_path)
    yield made
    made.store.close()


def test_what_a_check_in_said_stands_beside_what_it_says(changed: Changed) -> None:
    first = make_check_in(
        session_id=SESSION.id,
        moment=Moment.AFTER,
        ratings={"mood": 4, "focus": 3},
        side_effects=(make_effect("nausea", 2), make_effect("headache", None)),
        note="<b>before</b>",
    )
    second = replace(
        first,
        occurred_at=at("2026-09-01 19:00"),
        time_known=False,
        session_id=GONE.id,
        moment=Moment.BEFORE,
        ratings={"mood": 6},
        side_effects=(
            SideEffectEntry(
                effect="nausea",
                state=EffectState.GONE,
                severity=0,
                began_at=at("2026-09-01 12:00"),
                ended_at=at("2026-09-01 13:00"),
                ask_again=False,
            ),
        ),
        nothing_to_report=True,
        note="",
        entered_by=EnteredBy.HELPER,
        mode=Mode.GENTLE,
    )
    day = "1 Sep 2026"
    assert changed.changes(first, second) == [
        ("When", "1 Sep 2026, 18:00", "1 Sep 2026"),
        ("Belongs to", "Session, 8 Sep 2026, 10:30", "Session, 10 Sep 2026, 10:30"),
        ("Before or after the session", "after", "before"),
        ("Focus <b>", "3 of 10", "nothing"),
        ("Mood", "4 of 10", "6 of 10"),
        (
            "Nausea",
            "moderate (2), still there",
            f"none (0), it has gone, since {day}, 12:00, until {day}, 13:00, not asked again",
        ),
        ("Headache", "still there", "nothing"),
        ("Nothing to report", "nothing", "chosen"),
        ("Note", "<b>before</b>", "nothing"),
        ("Entered by", "you", "a helper"),
        ("Entered in", "nothing", "gentle mode"),
    ]


def test_a_check_in_may_name_one_side_effect_twice(changed: Changed) -> None:
    first = make_check_in(side_effects=(make_effect("nausea", 2), make_effect("nausea", 1)))
    second = replace(first, side_effects=(make_effect("nausea", 2), make_effect("nausea", 3)))
    assert changed.changes(first, second) == [
        ("Nausea", "mild (1), still there", "severe (3), still there")
    ]


def test_what_a_session_said_stands_beside_what_it_says(changed: Changed) -> None:
    first = make_session(weight_kg=76, clinic="A", vitals=(Vital(moment=VitalMoment.PEAK),))
    second = replace(
        first,
        status=SessionStatus.MISSED,
        started_at=at("2026-09-01 11:30"),
        series_id=SERIES.id,
        route=Route.IM,
        dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG),
        duration_min=None,
        weight_kg=None,
        clinic="",
        experience=("insight", "floating_off"),
        vitals=(
            Vital(moment=VitalMoment.BEFORE, systolic=120, diastolic=80),
            Vital(moment=VitalMoment.PEAK, systolic=150, pulse=90, spo2=97),
            Vital(moment=VitalMoment.AFTER, diastolic=70),
        ),
        medicines="m",
        intention="i",
        note="n",
        entered_by=EnteredBy.HELPER,
    )
    found = {field: (before, after) for field, before, after in changed.changes(first, second)}
    assert found == {
        "Did it take place?": ("It took place", "It did not take place"),
        "When": ("1 Sep 2026, 10:30", "1 Sep 2026, 11:30"),
        "Series": ("nothing", "Autumn"),
        "Route": ("IV", "IM"),
        "Dose": ("nothing", "0.5 mg/kg"),
        "Duration": ("40 min", "nothing"),
        "Weight": ("76 kg", "nothing"),
        "Clinic": ("A", "nothing"),
        "What it was like": ("nothing", found["What it was like"][1]),
        "Vital signs before": ("nothing", "blood pressure 120/80"),
        "Highest vital signs": ("nothing", "blood pressure 150/–, pulse 90, SpO2 97 %"),
        "Vital signs after": ("nothing", "blood pressure –/70"),
        "Medicines": ("nothing", "m"),
        "Intention": ("nothing", "i"),
        "Note": ("nothing", "n"),
        "Entered by": ("you", "a helper"),
    }
    assert found["What it was like"][1].endswith(", floating_off")


def test_the_answers_of_a_questionnaire_stand_there_in_its_words(changed: Changed) -> None:
    first = make_response(difficulty=0)
    answers = {**first.answers, "q1": 3}
    del answers["q2"], answers["q9"]
    second = replace(first, answers=answers, declined=("q9",), difficulty=2)
    found = changed.changes(first, second)
    assert [one[1:] for one in found] == [
        ("More than half the days (2)", "Nearly every day (3)"),
        ("More than half the days (2)", "nothing"),
        ("More than half the days (2)", "declined"),
        ("Not difficult at all", "Very difficult"),
    ]
    assert found[0][0].startswith("1. Little interest")


def test_one_without_a_question_about_difficulty_has_none(changed: Changed) -> None:
    first = make_response(instrument="pcl5", answers={"q1": 1})
    second = replace(first, answers={"q1": 2})
    assert [one[1:] for one in changed.changes(first, second)] == [
        ("A little bit (1)", "Moderately (2)")
    ]


@pytest.mark.parametrize(
    ("first", "change", "expected"),
    [
        (
            make_clinic_score(higher_is=Direction.WORSE),
            {"name": "QIDS", "total": 12.5, "min": None, "higher_is": Direction.BETTER},
            [
                ("Name", "MADRS", "QIDS"),
                ("Total", "28", "12.5"),
                ("Lowest possible", "0", "nothing"),
                ("Higher is", "worse", "better"),
            ],
        ),
        (
            make_series(name="Autumn", kind=None, planned_sessions=6, started_on=None),
            {
                "kind": SeriesKind.SINGLE,
                "planned_sessions": None,
                "first_number": 7,
                "conditions": ("depression", "own"),
                "goal": "sleep",
                "started_on": date(2026, 9, 1),
                "ended_on": date(2026, 9, 20),
            },
            [
                ("Kind of series", "nothing", "A single session"),
                ("Planned sessions", "6", "nothing"),
                ("First number", "1", "7"),
                ("Treated for", "nothing", "depression, own"),
                ("Goal", "nothing", "sleep"),
                ("Begun", "nothing", "1 Sep 2026"),
                ("Ended", "nothing", "20 Sep 2026"),
            ],
        ),
        (
            make_medication(),
            {"name": "X", "dose": "", "started_on": date(2026, 1, 2), "note": "n"},
            [
                ("Name", "Sertraline", "X"),
                ("Dose", "100 mg daily", "nothing"),
                ("Begun", "nothing", "2 Jan 2026"),
                ("Note", "nothing", "n"),
            ],
        ),
        (
            make_visit(),
            {"visited_on": date(2026, 10, 3), "with_whom": "Dr. M.", "questions": "q"},
            [
                ("Date", "2 Oct 2026", "3 Oct 2026"),
                ("With", "nothing", "Dr. M."),
                ("Questions", "nothing", "q"),
            ],
        ),
    ],
)
def test_other_records_say_what_was_changed(
    changed: Changed,
    first: Record,
    change: dict[str, object],
    expected: list[tuple[str, str, str]],
) -> None:
    first = replace(first, **{"conditions": ()} if "goal" in change else {})  # type: ignore[arg-type]
    assert changed.changes(first, replace(first, **change)) == expected  # type: ignore[arg-type]


def test_of_long_texts_the_part_that_differs_is_shown(changed: Changed) -> None:
    same = "x" * 1000
    first = make_visit(note=same + "old" + same)
    ((_field, before, after),) = changed.changes(first, replace(first, note=same + "new" + same))
    assert before == "…" + "x" * 60 + "old" + "x" * 337 + "…"
    assert after.startswith("…" + "x" * 60 + "new")


def test_a_long_text_that_was_only_added_to_shows_its_end(changed: Changed) -> None:
    first = make_visit(note="x" * 500)
    ((_field, before, after),) = changed.changes(first, replace(first, note="x" * 500 + "more"))
    assert (before, after) == ("…" + "x" * 60, "…" + "x" * 60 + "more")


def test_changes_stand_newest_first_and_say_when_they_were_made(changed: Changed) -> None:
    first = make_check_in(ratings={"mood": 3})
    presenter = changed(first, replace(first, ratings={"mood": 4}))
    changed.clock.set("2026-09-13 10:00")
    changed.store.revise(replace(first, ratings={"mood": 5}))
    presenter.begin(*place_of(first))
    view = presenter.view()
    assert (view.title, view.now) == ("Check-in, 1 Sep 2026, 18:00", "Now: Mood 5 of 10. Mood only")
    assert view.unsaved == ""
    newest, oldest = view.versions
    assert (newest.title, oldest.title) == ("Changed today, 10:00", "Changed yesterday, 09:30")
    assert [one.spoken for one in newest.changes] == ["Mood: 4 of 10 before, 5 of 10 after"]
    assert [one.spoken for one in oldest.changes] == ["Mood: 3 of 10 before, 4 of 10 after"]
    assert (newest.also, oldest.also) == ("", "The later changes above are taken back as well.")


def test_an_earlier_version_comes_back_and_that_can_be_undone(changed: Changed) -> None:
    first = make_check_in(ratings={"mood": 3})
    second, third = replace(first, ratings={"mood": 4}), replace(first, ratings={"mood": 5})
    presenter = changed(first, second, third)
    changed.store.save_draft("check-in", {"id": first.id})
    presenter.begin(*place_of(first))
    assert presenter.view().unsaved.startswith("A change of this entry is begun and not saved.")
    former = presenter.bring_back(1)
    assert changed.store.get(*place_of(first)) == first
    assert former == third
    presenter.undo(former)
    assert changed.store.get(*place_of(first)) == third
    kept = [one.record for one in changed.store.history(*place_of(first))]
    assert kept == [first, second, third, first]


def test_one_that_was_never_changed_has_no_earlier_versions(changed: Changed) -> None:
    presenter = changed(make_visit())
    assert presenter.view().versions == ()
    place = place_of(SESSION)
    assert not presenter.has_earlier(*place)
    changed.store.revise(replace(SESSION, note="x"))
    assert presenter.has_earlier(*place)


def test_a_change_that_is_shown_nowhere_is_a_change_all_the_same(changed: Changed) -> None:
    first = make_check_in()
    presenter = changed(first, replace(first, entered_at=at("2026-09-02 09:00")))
    assert [one.changes for one in presenter.view().versions] == [()]


def test_what_is_gone_has_no_versions_to_show(changed: Changed) -> None:
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        changed.presenter.begin(Kind.VISITS, make_id())
    changed.presenter.begin(*place_of(SESSION))
    changed.store.revise(replace(SESSION, note="x"))
    changed.presenter.begin(*place_of(SESSION))
    changed.store.delete(*place_of(SESSION))
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        changed.presenter.bring_back(0)
