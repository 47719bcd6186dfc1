"""The longer list, what is asked once a week, what is urgent, and who enters it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.words import EffectState, EnteredBy
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import EffectsView, NoteView, ReviewView, WeeklyView
from symptrack.presenters.chosen_time import TimeKind, TypedTime
from tests.builders import make_check_in, make_effect, make_journal, make_series, make_session
from tests.presenters.opened_check_in import OpenedCheckIn, view_of

EFFECTS, WEEKLY, NOTE, REVIEW = 2, 3, 4, 5
URGENT = "This can need medical help now. Call 911. If you can, have someone with you."


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedCheckIn]:
    """Return what opens a journal with a check-in on it."""
    made = OpenedCheckIn(tmp_path)
    yield made
    made.close()


def treated(**changes: object) -> Journal:
    """Return a journal with an infusion on 1 September, 10:30 to 11:10."""
    series = make_series()
    session = make_session(series_id=series.id)
    return make_journal(series=[series], sessions=[session], **changes)


@pytest.fixture
def presenter(opened: OpenedCheckIn) -> CheckInPresenter:
    """Return the check-in of the morning after."""
    made = opened(
        treated(
            side_effects=[
                OwnSideEffect(key="humming"),
                OwnSideEffect(key="itch", label="Itching <i>arms</i>"),
            ]
        )
    )
    made.begin()
    return made


@pytest.fixture
def weekly(opened: OpenedCheckIn) -> CheckInPresenter:
    """Return a check-in a week later, on the page with the tiles."""
    made = opened(treated(), "2026-09-08 09:30")
    made.begin()
    made.go_to(EFFECTS)
    return made


def listed(presenter: CheckInPresenter, search: str = "") -> dict[str, list[str]]:
    """Return the names in the longer list by their title."""
    view = presenter.long_list(search)
    return {group.title: [tile.name for tile in group.tiles] for group in view.groups}


def test_the_longer_list_holds_what_is_on_no_tile_by_category(presenter: CheckInPresenter) -> None:
    groups = listed(presenter)
    assert list(groups) == [
        "Your own",
        "Mind and senses",
        "Body",
        "Mood and sleep",
        "Over the weeks",
        "Can need help now",
    ]
    assert groups["Your own"] == ["humming", "Itching <i>arms</i>"]
    assert groups["Body"][:2] == ["Vomiting", "Fast or pounding heartbeat"]
    assert "Blood in urine" in groups["Over the weeks"]
    assert len(groups["Can need help now"]) == 6
    assert "Headache" not in str(groups["Body"])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("HEART", ["Fast or pounding heartbeat"]),
        ("queasy", ["Nausea or upset stomach"]),
        ("drowsy sleepy", ["Sleepy or drowsy"]),
        ("arms", ["Itching <i>arms</i>"]),
        ("chest", ["Chest pain"]),
        ("xylophone", []),
    ],
)
def test_the_search_looks_at_label_tile_and_description(
    presenter: CheckInPresenter, search: str, found: list[str]
) -> None:
    view = presenter.long_list(search)
    assert [tile.name for group in view.groups for tile in group.tiles] == found
    assert view.found == f"{len(found)} found"
    assert presenter.long_list().found == ""


def test_what_is_chosen_in_the_list_stands_among_the_chosen(presenter: CheckInPresenter) -> None:
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("vomiting")
    tiles = [tile for group in presenter.long_list().groups for tile in group.tiles]
    assert [tile.key for tile in tiles if tile.chosen] == ["vomiting"]
    assert [one.name for one in view_of(presenter, EffectsView).chosen] == ["Vomiting"]


def test_an_own_side_effect_is_added_and_chosen_at_once(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.go_to(EFFECTS)
    assert presenter.add_own_effect("  Cold feet ") == "cold_feet"
    assert "Cold feet" in listed(presenter)["Your own"]
    assert [one.name for one in view_of(presenter, EffectsView).chosen] == ["Cold feet"]
    presenter.save()
    assert [entry.effect for entry in opened.saved[0].side_effects] == ["cold_feet"]
    assert OwnSideEffect(key="cold_feet", label="Cold feet") in opened.store.load().side_effects


@pytest.mark.parametrize(
    ("name", "said"),
    [("  ", "Write what it is called."), ("vomiting", "already one"), ("x" * 201, "201")],
)
def test_a_name_that_cannot_be_is_refused_plainly(
    presenter: CheckInPresenter, name: str, said: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        presenter.add_own_effect(name)
    assert refused.value.field == "label"
    assert said in refused.value.reason
    assert len(listed(presenter)["Your own"]) == 2


def test_a_red_flag_brings_the_urgent_text_while_it_is_there(presenter: CheckInPresenter) -> None:
    assert presenter.urgent == ""
    presenter.toggle_effect("chest_pain")
    assert presenter.urgent == URGENT
    assert not presenter.help_first
    presenter.set_state("chest_pain", EffectState.GONE)
    assert presenter.urgent == ""


def test_a_side_effect_to_watch_is_urgent_once_it_is_severe(presenter: CheckInPresenter) -> None:
    presenter.toggle_effect("headache")
    presenter.set_severity("headache", 2)
    assert presenter.urgent == ""
    presenter.set_severity("headache", 3)
    assert presenter.urgent == URGENT


def test_the_self_harm_flag_brings_the_help_panel_as_well(presenter: CheckInPresenter) -> None:
    presenter.toggle_effect("suicidal")
    assert presenter.help_first
    assert presenter.urgent == URGENT


def test_bladder_memory_and_craving_are_asked_after_a_week(weekly: CheckInPresenter) -> None:
    assert weekly.heading.steps == 6
    weekly.toggle_effect("nausea")
    weekly.go_on()
    view = view_of(weekly, WeeklyView)
    assert view.question == "Anything of this in the last week?"
    assert [(row.name, row.severity) for row in view.rows] == [
        ("Bladder symptoms", None),
        ("Trouble with memory or focus", None),
        ("Craving ketamine", None),
    ]


def test_before_the_week_is_over_they_are_only_in_the_longer_list(
    presenter: CheckInPresenter,
) -> None:
    assert presenter.heading.steps == 5
    assert listed(presenter)["Over the weeks"][:3] == [
        "Bladder symptoms",
        "Trouble with memory or focus",
        "Craving ketamine",
    ]


def test_none_is_an_answer_and_is_not_asked_again_for_a_week(
    opened: OpenedCheckIn, weekly: CheckInPresenter
) -> None:
    weekly.report_nothing(True)
    weekly.go_on()
    for key in ("craving", "memory_concentration", "urinary_symptoms"):
        weekly.answer_weekly(key, 0)
    assert [row.severity for row in view_of(weekly, WeeklyView).rows] == [0, 0, 0]
    weekly.go_to(REVIEW)
    rows = view_of(weekly, ReviewView).rows
    assert [(row.label, row.answer, row.step) for row in rows[2:6]] == [
        ("Side effects", "nothing to report", EFFECTS),
        ("Once a week", "Bladder symptoms: none (0)", WEEKLY),
        ("", "Trouble with memory or focus: none (0)", WEEKLY),
        ("", "Craving ketamine: none (0)", WEEKLY),
    ]
    weekly.save()
    assert opened.saved[0].nothing_to_report
    assert [(one.effect, one.state) for one in opened.saved[0].side_effects] == [
        ("urinary_symptoms", EffectState.GONE),
        ("memory_concentration", EffectState.GONE),
        ("craving", EffectState.GONE),
    ]
    opened.clock.set("2026-09-14 09:30")
    weekly.begin()
    assert weekly.heading.steps == 5
    opened.clock.set("2026-09-15 09:30")
    weekly.begin()
    assert weekly.heading.steps == 6


def test_something_of_the_week_takes_the_place_of_nothing_to_report(opened: OpenedCheckIn) -> None:
    open_one = make_check_in("2026-09-07 18:00", side_effects=(make_effect("nausea", 1),))
    presenter = opened(treated(check_ins=[open_one]), "2026-09-08 09:30")
    presenter.begin()
    presenter.report_nothing(True)
    presenter.answer_weekly("urinary_symptoms", 2)
    presenter.save()
    saved = opened.saved[-1]
    assert not saved.nothing_to_report
    assert saved.side_effects == (
        make_effect("nausea", None, state=EffectState.GONE),
        make_effect("urinary_symptoms", 2),
    )


def test_they_are_not_asked_where_the_other_side_effects_were_skipped(
    opened: OpenedCheckIn, weekly: CheckInPresenter
) -> None:
    weekly.skip()
    view_of(weekly, NoteView)
    assert (weekly.heading.step, weekly.heading.steps) == (4, 5)
    weekly.go_back()
    assert weekly.heading.steps == 6
    weekly.go_to(99)
    assert weekly.at_review
    assert "Once a week" not in [row.label for row in view_of(weekly, ReviewView).rows]
    weekly.save()
    assert opened.saved[0].side_effects == ()


def test_skipping_them_leaves_them_unanswered(
    opened: OpenedCheckIn, weekly: CheckInPresenter
) -> None:
    weekly.toggle_effect("nausea")
    weekly.go_on()
    weekly.answer_weekly("craving", 1)
    weekly.skip()
    weekly.go_to(REVIEW)
    rows = view_of(weekly, ReviewView).rows
    assert ("Once a week", "not answered") in [(row.label, row.answer) for row in rows]
    weekly.save()
    assert [one.effect for one in opened.saved[0].side_effects] == ["nausea"]


def test_one_that_was_chosen_among_the_others_is_not_asked_twice(weekly: CheckInPresenter) -> None:
    weekly.go_on()
    weekly.go_back()
    weekly.answer_weekly("craving", 1)
    weekly.toggle_effect("craving")
    weekly.go_on()
    keys = [row.key for row in view_of(weekly, WeeklyView).rows]
    assert keys == ["urinary_symptoms", "memory_concentration"]


def test_one_that_is_still_open_is_asked_first_and_not_again(opened: OpenedCheckIn) -> None:
    said = make_check_in("2026-09-01 18:00", side_effects=(make_effect("craving", 1),))
    presenter = opened(treated(check_ins=[said]), "2026-09-08 19:00")
    presenter.begin()
    assert presenter._draft.asked[0].effect == "craving"
    assert presenter._draft.weekly_asked == ("urinary_symptoms", "memory_concentration")


def test_another_time_asks_for_its_own_week(weekly: CheckInPresenter) -> None:
    weekly.toggle_effect("nausea")
    weekly.go_on()
    weekly.answer_weekly("craving", 1)
    week_before = TypedTime(kind=TimeKind.OTHER, day="8 September 2026", time="08:00")
    weekly.choose_time(week_before)
    view = view_of(weekly, WeeklyView)
    assert view.question == "Anything of this in the week before?"
    assert view.rows[2].severity == 1
    weekly.choose_time(TypedTime(kind=TimeKind.OTHER, day="2 September 2026", time="08:00"))
    assert weekly.heading.step == 1
    weekly.go_to(99)
    assert weekly.heading.steps == 5


def test_a_check_in_of_the_week_can_be_changed_and_stays_as_it_was(
    opened: OpenedCheckIn, weekly: CheckInPresenter
) -> None:
    weekly.toggle_effect("nausea")
    weekly.answer_weekly("urinary_symptoms", 0)
    weekly.answer_weekly("craving", 2)
    saved = weekly.save()
    (before,) = opened.saved
    weekly.edit(saved.check_in_id)
    assert weekly.at_review
    weekly.save()
    assert opened.saved == [before]
    weekly.go_to(WEEKLY)
    assert [(row.key, row.severity) for row in view_of(weekly, WeeklyView).rows] == [
        ("urinary_symptoms", 0),
        ("craving", 2),
    ]


def test_only_what_the_weekly_page_makes_is_shown_there(opened: OpenedCheckIn) -> None:
    check_in = make_check_in(
        "2026-09-02 08:00", side_effects=(make_effect("craving", 0, state=EffectState.PRESENT),)
    )
    other = make_check_in(
        "2026-09-03 08:00", side_effects=(make_effect("craving", 0, state=EffectState.GONE),)
    )
    presenter = opened(treated(check_ins=[check_in, other]))
    for one in (check_in, other):
        presenter.edit(one.id)
        assert presenter._draft.weekly == {}
        presenter.save()
    assert opened.saved == [check_in, other]


def test_a_helper_is_named_in_the_check_in_and_on_its_pages(
    opened: OpenedCheckIn, presenter: CheckInPresenter
) -> None:
    presenter.go_to(99)
    assert not view_of(presenter, ReviewView).by_helper
    presenter.set_helper(True)
    again = opened.again()
    again.begin()
    assert view_of(again, ReviewView).by_helper
    view = again.save()
    assert (view.rows[-1].label, view.rows[-1].answer) == ("Entered by", "a helper")
    assert [one.entered_by for one in opened.saved] == [EnteredBy.HELPER]
    again.edit(view.check_in_id)
    again.set_helper(False)
    assert [row.label for row in again.save().rows][-1] == "Note"
    assert [one.entered_by for one in opened.saved] == [EnteredBy.PATIENT]


def test_what_lasts_longer_is_said_once_on_the_saved_page(opened: OpenedCheckIn) -> None:
    patient = Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142")
    presenter = opened(treated(patient=patient))
    presenter.begin()
    presenter.toggle_effect("dissociation")
    saved = presenter.save()
    line = (
        "Felt disconnected. This is lasting longer than most people report. "
        "You may want to tell your clinic: Harbour Clinic, 555 0142."
    )
    assert saved.line == line
    presenter.edit(saved.check_in_id)
    assert presenter.save().line == ""
    opened.clock.set("2026-09-02 20:30")
    presenter.begin(effect="dissociation")
    assert presenter.save().line == ""
