"""Gentle mode: what it asks, and that each answer is in the journal the moment it is given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.analysis.left_open import left_open
from symptrack.analysis.open_effects import open_effects
from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState, EnteredBy, Mode, Moment, SessionStatus
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.gentle import GentlePresenter
from symptrack.storage.store import Store
from tests.builders import ZONE, at, make_check_in, make_effect, make_journal, make_session
from tests.gui.trouble import let_write, refuse_writes
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
NOON = "2026-09-01 12:00"
SESSION = make_session("2026-09-01 10:30")
AFTER_SESSION = make_journal(sessions=[SESSION])


class Sitting:
    """A journal on which gentle mode was begun; closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.store: Store

    def __call__(
        self, journal: Journal | None = AFTER_SESSION, now: str = NOON, country: str = "US"
    ) -> GentlePresenter:
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        presenter = GentlePresenter(self.store, self.clock.clock, CATALOGUE, lambda: country)
        presenter.begin()
        return presenter

    def saved(self) -> tuple[CheckIn, ...]:
        """Return the check-ins of gentle mode in the journal."""
        found = (one for one in self.store.load().check_ins if one.mode is Mode.GENTLE)
        return tuple(sorted(found, key=lambda one: (one.occurred_at, one.ratings.get("mood", 0))))

    def only(self) -> CheckIn:
        """Return the one check-in of gentle mode."""
        (found,) = self.saved()
        return found


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """Return what opens a journal and begins gentle mode on it."""
    made = Sitting(tmp_path)
    yield made
    made.store.close()


def effects(check_in: CheckIn) -> list[str]:
    return [entry.effect for entry in check_in.side_effects]


def test_nothing_is_saved_before_the_first_answer(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.keep()
    assert sitting.saved() == ()
    assert not gentle.saved


def test_the_first_answer_is_a_check_in_after_the_session(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    check_in = sitting.only()
    assert (check_in.ratings, check_in.mode) == ({"mood": 4}, Mode.GENTLE)
    assert (check_in.session_id, check_in.moment) == (SESSION.id, Moment.AFTER)
    assert (check_in.occurred_at, check_in.time_zone) == (at(NOON), ZONE)
    assert check_in.entered_at == at(NOON)
    assert check_in.entered_by is EnteredBy.PATIENT
    assert gentle.saved


def test_later_answers_go_into_the_same_check_in_and_leave_no_revision(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    sitting.clock.set("2026-09-01 12:10")
    gentle.rate(5)
    gentle.toggle("nausea")
    gentle.toggle("dizziness")
    gentle.toggle("nausea")
    check_in = sitting.only()
    assert check_in.ratings == {"mood": 5}
    assert check_in.occurred_at == at(NOON)
    assert sitting.store.history(Kind.CHECK_INS, check_in.id) == []
    (entry,) = check_in.side_effects
    assert (entry.effect, entry.severity, entry.state) == ("dizziness", None, EffectState.PRESENT)


def test_what_it_notes_is_open_with_a_strength_that_was_not_said(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.toggle("nausea")
    journal, later = sitting.store.load(), at("2026-09-01 18:00")
    assert [(one.effect, one.severity) for one in open_effects(journal, later, CATALOGUE)] == [
        ("nausea", None)
    ]
    assert left_open(journal, later) == ("nausea",)


def test_a_planned_session_whose_time_has_come_counts(sitting: Sitting) -> None:
    planned = make_session("2026-09-01 10:30", status=SessionStatus.PLANNED)
    gentle = sitting(make_journal(sessions=[make_session("2026-08-25 10:30"), planned]))
    gentle.rate(4)
    assert sitting.only().session_id == planned.id


def test_later_it_belongs_to_the_session_that_it_follows(sitting: Sitting) -> None:
    gentle = sitting(now="2026-09-03 09:00")
    gentle.rate(4)
    assert (sitting.only().session_id, sitting.only().moment) == (SESSION.id, Moment.AFTER)


def test_without_a_session_it_follows_none(sitting: Sitting) -> None:
    gentle = sitting(None)
    gentle.rate(4)
    assert (sitting.only().session_id, sitting.only().moment) == (None, None)


def test_beginning_again_makes_a_check_in_of_its_own(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    gentle.begin()
    assert gentle.mood().value is None
    gentle.rate(6)
    assert [one.ratings["mood"] for one in sitting.saved()] == [4, 6]


def test_an_answer_an_hour_later_is_about_another_moment(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    sitting.clock.set("2026-09-01 12:59")
    gentle.toggle("nausea")
    sitting.clock.set("2026-09-01 13:00")
    gentle.toggle("dizziness")
    first, later = sitting.saved()
    assert (first.ratings, effects(first)) == ({"mood": 4}, ["nausea"])
    assert (later.ratings, effects(later)) == ({}, ["dizziness"])
    assert later.occurred_at == at("2026-09-01 13:00")


def test_no_nothing_replaces_what_was_chosen_and_gives_it_back(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.toggle("nausea")
    gentle.report_nothing(True)
    assert (sitting.only().nothing_to_report, effects(sitting.only())) == (True, [])
    gentle.report_nothing(False)
    assert (sitting.only().nothing_to_report, effects(sitting.only())) == (False, ["nausea"])


def test_choosing_a_side_effect_takes_no_nothing_back(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.report_nothing(True)
    gentle.toggle("nausea")
    assert (sitting.only().nothing_to_report, effects(sitting.only())) == (False, ["nausea"])


def test_an_answer_taken_back_leaves_nothing_behind(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.toggle("nausea")
    gentle.toggle("nausea")
    assert sitting.saved() == ()
    assert sitting.store.load().deleted == ()
    assert not gentle.saved
    gentle.rate(4)
    assert sitting.only().ratings == {"mood": 4}


def test_a_helper_is_kept_at_once_but_is_no_answer_by_themselves(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.say_helped(True)
    assert gentle.mood().helped
    assert sitting.saved() == ()
    gentle.rate(4)
    assert sitting.only().entered_by is EnteredBy.HELPER
    gentle.say_helped(False)
    assert sitting.only().entered_by is EnteredBy.PATIENT


def test_an_edit_afterwards_keeps_what_was_said_in_gentle_mode(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    check_in = CheckInPresenter(sitting.store, sitting.clock.clock, CATALOGUE)
    check_in.edit(sitting.only().id)
    check_in.rate("mood", 6)
    check_in.save()
    changed = sitting.only()
    assert (changed.ratings, changed.mode) == ({"mood": 6}, Mode.GENTLE)
    (before,) = sitting.store.history(Kind.CHECK_INS, changed.id)
    assert isinstance(before.record, CheckIn)
    assert before.record.ratings == {"mood": 4}


def test_a_full_check_in_that_was_begun_is_left_alone(sitting: Sitting) -> None:
    gentle = sitting()
    full = CheckInPresenter(sitting.store, sitting.clock.clock, CATALOGUE)
    full.begin()
    full.rate("mood", 7)
    before = sitting.store.draft(DRAFT_NAME)
    gentle.rate(4)
    gentle.toggle("nausea")
    assert before is not None
    assert sitting.store.draft(DRAFT_NAME) == before


def test_what_cannot_be_saved_stays_chosen_and_goes_in_with_the_next_answer(
    sitting: Sitting,
) -> None:
    gentle = sitting()
    refuse_writes(sitting.store)
    with pytest.raises(SymptrackError):
        gentle.rate(4)
    assert (gentle.unsaved, gentle.saved, gentle.mood().value) == (True, False, 4)
    sitting.clock.set("2026-09-01 13:30")
    with pytest.raises(SymptrackError):
        gentle.toggle("nausea")
    let_write(sitting.store)
    gentle.toggle("dizziness")
    assert not gentle.unsaved
    assert sitting.only().ratings == {"mood": 4}
    assert effects(sitting.only()) == ["nausea", "dizziness"]


def test_what_could_not_be_saved_can_be_tried_again_by_itself(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.rate(4)
    refuse_writes(sitting.store)
    with pytest.raises(SymptrackError):
        gentle.rate(5)
    assert (gentle.unsaved, gentle.saved) == (True, True)
    let_write(sitting.store)
    gentle.keep()
    assert sitting.only().ratings == {"mood": 5}
    assert not gentle.unsaved


def test_six_side_effects_are_asked_with_their_keys_and_something_worse_as_the_seventh(
    sitting: Sitting,
) -> None:
    gentle = sitting()
    gentle.toggle("drowsiness")
    view = gentle.effects()
    assert [(tile.name, tile.letter) for tile in view.tiles] == [
        ("Nausea", "A"),
        ("Dizzy", "B"),
        ("Drowsy", "C"),
        ("Headache", "D"),
        ("Numb or tingling", "E"),
        ("Felt disconnected", "F"),
    ]
    assert [tile.key for tile in view.tiles if tile.chosen] == ["drowsiness"]
    assert (view.worse.name, view.worse.letter) == ("Something worse", "G")
    assert not view.worse.chosen
    assert view.nothing is not None
    assert (view.nothing.name, view.nothing.letter) == ("No, nothing", "0")
    assert view.hint == "How strong it was can wait until the next check-in."


def test_on_two_pages_three_are_asked_on_each_with_the_same_keys(sitting: Sitting) -> None:
    gentle = sitting()
    first, second = gentle.effects(0, 2), gentle.effects(1, 2)
    assert [tile.letter for tile in first.tiles] == ["A", "B", "C"]
    assert [tile.letter for tile in second.tiles] == ["D", "E", "F"]
    assert first.worse.letter == second.worse.letter == "G"
    assert first.nothing is not None
    assert second.nothing is not None


def test_no_nothing_is_not_offered_where_it_would_take_back_what_is_out_of_sight(
    sitting: Sitting,
) -> None:
    gentle = sitting()
    gentle.toggle("nausea")
    assert gentle.effects(0, 2).nothing is not None
    assert gentle.effects(1, 2).nothing is None


def test_something_worse_opens_the_red_flags_and_one_of_them_brings_the_urgent_text(
    sitting: Sitting,
) -> None:
    gentle = sitting()
    view = gentle.worse()
    assert [tile.key for tile in view.tiles] == list(CATALOGUE.red_flags)
    assert [tile.letter for tile in view.tiles] == list("ABCDEF")
    assert (view.urgent, view.clinic) == ("", "")
    gentle.toggle("chest_pain")
    view = gentle.worse()
    assert view.urgent == (
        "This can need medical help now. Call 911. If you can, have someone with you."
    )
    assert [tile.key for tile in view.tiles if tile.chosen] == ["chest_pain"]
    assert gentle.effects().worse.chosen
    (entry,) = sitting.only().side_effects
    assert (entry.effect, entry.severity, entry.state) == ("chest_pain", None, EffectState.PRESENT)


@pytest.mark.parametrize(
    ("patient", "words"),
    [
        (
            Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142"),
            "Harbour Clinic: 555 0142",
        ),
        (Patient(clinic_phone="555 0142"), "Your clinic: 555 0142"),
        (Patient(clinic_name="Harbour Clinic"), ""),
    ],
)
def test_the_clinic_is_named_with_the_urgent_text_where_its_number_is_known(
    sitting: Sitting, patient: Patient, words: str
) -> None:
    gentle = sitting(make_journal(patient=patient))
    gentle.toggle("chest_pain")
    assert gentle.worse().clinic == words


def test_without_a_known_country_the_urgent_text_names_no_number(sitting: Sitting) -> None:
    gentle = sitting(country="")
    gentle.toggle("fainting")
    assert "Call your emergency number." in gentle.worse().urgent


@pytest.mark.parametrize(("mood", "comes"), [(0, True), (1, True), (2, False)])
def test_the_first_low_mood_of_a_day_brings_the_help_panel_once(
    sitting: Sitting, mood: int, comes: bool
) -> None:
    gentle = sitting()
    gentle.rate(mood)
    assert gentle.help_first is comes
    gentle.acknowledge_help()
    assert not gentle.help_first
    gentle.rate(0)
    assert gentle.help_first is not comes


def test_later_that_day_a_line_stands_for_the_panel(sitting: Sitting) -> None:
    low = make_check_in("2026-09-01 08:00", ratings={"mood": 1})
    gentle = sitting(make_journal(check_ins=[low]))
    gentle.rate(0)
    assert not gentle.help_first
    assert gentle.effects().hint == "If you need someone now: 911, 988"


def test_a_low_mood_of_the_day_before_does_not_count(sitting: Sitting) -> None:
    low = make_check_in("2026-08-31 22:00", ratings={"mood": 1})
    gentle = sitting(make_journal(check_ins=[low]))
    gentle.rate(0)
    assert gentle.help_first


def test_the_self_harm_flag_brings_the_panel_at_once_and_once(sitting: Sitting) -> None:
    gentle = sitting()
    said = []
    for effect in ("chest_pain", "suicidal"):
        gentle.toggle(effect)
        said.append(gentle.self_harm_first)
    gentle.acknowledge_help()
    said.append(gentle.self_harm_first)
    gentle.toggle("suicidal")
    gentle.toggle("suicidal")
    assert said == [False, True, False]
    assert not gentle.help_first


def test_what_was_read_is_not_shown_again_when_an_hour_goes_by(sitting: Sitting) -> None:
    gentle = sitting()
    gentle.toggle("suicidal")
    gentle.acknowledge_help()
    sitting.clock.set("2026-09-01 13:30")
    gentle.toggle("suicidal")
    assert len(sitting.saved()) == 2
    assert not gentle.help_first


def test_a_mood_is_never_led_by_the_one_before(sitting: Sitting) -> None:
    journal = make_journal(check_ins=[make_check_in("2026-09-01 11:00", ratings={"mood": 8})])
    gentle = sitting(journal)
    view = gentle.mood()
    assert (view.question, view.low, view.high) == ("How is your mood?", "Worst", "Best")
    assert view.value is None


def test_what_was_noted_before_is_not_chosen_already(sitting: Sitting) -> None:
    noted = make_check_in("2026-09-01 11:30", side_effects=(make_effect("nausea"),))
    gentle = sitting(make_journal(sessions=[SESSION], check_ins=[noted]))
    assert not any(tile.chosen for tile in gentle.effects().tiles)
