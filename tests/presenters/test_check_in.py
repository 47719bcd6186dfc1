"""A check-in from its first question to *Saved*."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import EffectState, Moment, SessionStatus
from symptrack.presenters.check_in_views import EffectsView, NoteView, RatingView, ReviewView
from tests.builders import at, make_check_in, make_effect, make_journal, make_series, make_session
from tests.presenters.opened_check_in import OpenedCheckIn

MOOD, ANXIETY, EFFECTS, NOTE, REVIEW = range(5)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedCheckIn]:
    """Return what opens a journal with a check-in on it."""
    made = OpenedCheckIn(tmp_path)
    yield made
    made.close()


def treated() -> Journal:
    """Return a journal with one done infusion on 1 September, 10:30 to 11:10."""
    series = make_series()
    return make_journal(series=[series], sessions=[make_session(series_id=series.id)])


def test_mood_is_asked_first_then_the_other_active_ratings(opened: OpenedCheckIn) -> None:
    presenter = opened()
    presenter.begin()
    assert presenter.at_start
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.question == "How is your mood right now?"
    assert (view.low, view.high) == ("Worst I have felt", "Best I have felt")
    presenter.go_on()
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.question == "How anxious are you right now?"
    assert (view.low, view.high) == ("None", "Worst")


def test_an_own_symptom_is_asked_in_its_own_words(opened: OpenedCheckIn) -> None:
    own = Symptom(key="hope", label="Hope & <b>light</b>", low="none", high="all", position=9)
    presenter = opened(make_journal(symptoms=[own]))
    presenter.begin()
    presenter.go_to(2)
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.question == "Hope & <b>light</b>, right now"


def test_the_whole_check_in_is_saved_once(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    presenter.go_on()
    presenter.rate("anxiety", 10)
    presenter.go_on()
    presenter.toggle_effect("nausea")
    presenter.set_severity("nausea", 2)
    presenter.set_state("nausea", EffectState.GONE)
    presenter.go_on()
    presenter.write_note("  A quiet night.\n")
    presenter.go_on()
    assert presenter.at_review
    first = presenter.save()
    presenter.save()
    (saved,) = opened.saved
    session = opened.store.load().sessions[0]
    assert saved.ratings == {"mood": 6, "anxiety": 10}
    assert saved.side_effects == (make_effect("nausea", 2, state=EffectState.GONE),)
    assert saved.note == "A quiet night."
    assert saved.session_id == session.id
    assert saved.moment is Moment.AFTER
    assert saved.occurred_at == at("2026-09-02 09:30")
    assert saved.entered_at == saved.occurred_at
    assert saved.time_zone == "America/New_York"
    assert first.title == "Saved in your journal"
    assert first.card_title == "22 hours after session 1"
    assert first.lead.startswith("The next check-in is this evening.")
    assert not presenter.has_draft()


def test_each_answer_is_in_the_draft_before_the_next(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    presenter.go_on()
    presenter.rate("anxiety", 3)
    presenter.go_on()
    presenter.toggle_effect("dizziness")
    opened.clock.set("2026-09-02 23:30")
    later = opened.again()
    assert later.has_draft()
    later.begin()
    assert isinstance(later.view(), EffectsView)
    later.go_to(REVIEW)
    later.save()
    (saved,) = opened.saved
    assert saved.ratings == {"mood": 6, "anxiety": 3}
    assert saved.side_effects[0].effect == "dizziness"
    assert saved.occurred_at == at("2026-09-02 09:30")
    assert saved.entered_at == at("2026-09-02 23:30")


@pytest.mark.parametrize("leave", ["go_on", "go_back", "skip"])
def test_the_change_of_one_answer_leads_back_to_all_of_them(
    opened: OpenedCheckIn, leave: str
) -> None:
    presenter = opened(make_journal())
    presenter.begin()
    presenter.go_to(REVIEW)
    presenter.change(0)
    assert isinstance(presenter.view(), RatingView)
    getattr(presenter, leave)()
    assert presenter.at_review
    presenter.go_to(0)
    presenter.go_on()
    assert not presenter.at_review


def test_the_note_is_kept_with_every_kind_of_entry_in_the_draft(opened: OpenedCheckIn) -> None:
    check_in = make_check_in(
        "2026-09-02 08:00",
        side_effects=(
            make_effect("nausea", began_at=at("2026-09-01 12:00"), ended_at=at("2026-09-01 15:00")),
        ),
    )
    presenter = opened(make_journal(check_ins=[check_in]))
    presenter.edit(check_in.id)
    again = opened.again()
    again.begin()
    assert again.heading.title == "Change a check-in"
    again.save()
    assert opened.saved == [check_in]


def test_a_draft_can_be_let_go(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    presenter.discard()
    assert not presenter.has_draft()
    presenter.begin()
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.value is None
    assert opened.saved == []


def test_skipping_leaves_each_kind_of_page_unanswered(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    presenter.skip()
    presenter.skip()
    presenter.toggle_effect("nausea")
    presenter.skip()
    presenter.write_note("secret")
    presenter.skip()
    presenter.skip()
    view = presenter.view()
    assert isinstance(view, ReviewView)
    answers = [row.answer for row in view.rows]
    assert answers == ["not answered", "not answered", "not answered", "none"]
    presenter.save()
    assert opened.saved[0].ratings == {}


def test_nothing_to_report_replaces_what_was_chosen_and_gives_it_back(
    opened: OpenedCheckIn,
) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("nausea")
    presenter.report_nothing(True)
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert view.nothing_to_report
    assert view.chosen == ()
    presenter.report_nothing(False)
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert [one.key for one in view.chosen] == ["nausea"]
    presenter.report_nothing(True)
    presenter.go_to(REVIEW)
    review = presenter.view()
    assert isinstance(review, ReviewView)
    assert review.rows[2].answer == "nothing to report"
    presenter.save()
    assert opened.saved[0].nothing_to_report


def test_choosing_a_side_effect_takes_nothing_to_report_back(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.go_to(EFFECTS)
    presenter.report_nothing(True)
    presenter.toggle_effect("nausea")
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert not view.nothing_to_report
    presenter.toggle_effect("nausea")
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert view.chosen == ()


def test_a_chosen_side_effect_is_presumed_still_there(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin(effect="headache")
    presenter.go_to(EFFECTS)
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert [(one.name, one.state) for one in view.chosen] == [("Headache", EffectState.PRESENT)]
    presenter.begin(effect="headache")
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert len(view.chosen) == 1


def test_the_tiles_and_the_two_other_buttons_are_lettered(opened: OpenedCheckIn) -> None:
    own = OwnSideEffect(key="itching", label="Itching <i>arms</i>")
    presenter = opened(make_journal(side_effects=[own]))
    presenter.begin()
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("itching")
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert "".join(tile.letter for tile in view.tiles) == "ABCDEFGHIJK"
    assert (view.else_letter, view.nothing_letter) == ("L", "N")
    assert view.tiles[0].name == "Drowsy"
    assert view.question == "Is anything bothering you?"
    assert view.chosen[0].name == "Itching <i>arms</i>"


def test_the_review_names_each_answer_and_its_page(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    presenter.go_to(EFFECTS)
    presenter.toggle_effect("nausea")
    presenter.set_severity("nausea", 3)
    presenter.toggle_effect("dizziness")
    presenter.go_to(99)
    view = presenter.view()
    assert isinstance(view, ReviewView)
    assert [(row.label, row.answer, row.step) for row in view.rows] == [
        ("Mood", "6 of 10", MOOD),
        ("Anxiety", "not answered", ANXIETY),
        ("Side effects", "Nausea, severe (3), still there", EFFECTS),
        ("", "Dizzy, still there", EFFECTS),
        ("Note", "none", NOTE),
    ]
    presenter.go_back()
    assert isinstance(presenter.view(), NoteView)


def test_a_note_that_is_too_long_is_refused_and_the_former_stays(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.go_to(NOTE)
    presenter.write_note("first")
    with pytest.raises(InvalidValue, match="note: it has 20001 characters"):
        presenter.write_note("x" * 20_001)
    view = presenter.view()
    assert isinstance(view, NoteView)
    assert view.text == "first"


def test_a_saved_check_in_can_be_changed_and_keeps_what_it_said(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.begin()
    presenter.rate("mood", 6)
    saved = presenter.save()
    assert saved.leave == "Back to Today"
    presenter.edit(saved.check_in_id)
    assert presenter.at_review
    presenter.rate("mood", 2)
    opened.clock.set("2026-09-03 09:30")
    assert presenter.save().leave == "Done"
    (changed,) = opened.saved
    assert changed.ratings == {"mood": 2}
    assert changed.entered_at == at("2026-09-02 09:30")
    (before,) = opened.store.history(Kind.CHECK_INS, changed.id)
    assert isinstance(before.record, CheckIn)
    assert before.record.ratings == {"mood": 6}


def test_what_is_there_no_more_cannot_be_changed(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    presenter.edit("00000000-0000-4000-8000-000000000000")
    assert not presenter.has_draft()


def test_a_draft_of_a_check_in_deleted_meanwhile_becomes_a_new_one(opened: OpenedCheckIn) -> None:
    check_in = make_check_in("2026-09-02 08:00")
    presenter = opened(make_journal(check_ins=[check_in]))
    presenter.edit(check_in.id)
    opened.store.delete(Kind.CHECK_INS, check_in.id)
    again = opened.again()
    again.begin()
    assert again.heading.title == "Check-in"


@pytest.mark.parametrize(
    ("now", "title", "subtitle"),
    [
        ("2026-09-01 13:10", "2-hour check-in", "After session 1, Tuesday 1 September"),
        ("2026-09-02 09:30", "24-hour check-in", "After session 1, Tuesday 1 September"),
        ("2026-09-01 21:30", "Evening check-in", "After session 1, Tuesday 1 September"),
        ("2026-09-05 12:00", "Check-in", "After session 1, Tuesday 1 September"),
    ],
)
def test_the_heading_says_which_check_in_it_is(
    opened: OpenedCheckIn, now: str, title: str, subtitle: str
) -> None:
    presenter = opened(treated(), now)
    presenter.begin()
    heading = presenter.heading
    assert (heading.title, heading.subtitle) == (title, subtitle)
    assert (heading.step, heading.steps) == (1, 5)


def test_a_check_in_after_a_later_session_is_not_called_what_is_due_after_the_one_before(
    opened: OpenedCheckIn,
) -> None:
    sessions = [
        make_session("2026-09-01 11:00"),
        make_session("2026-09-02 12:00", time_known=False),
    ]
    presenter = opened(make_journal(sessions=sessions), "2026-09-02 09:30")
    presenter.begin()
    assert presenter.heading.title == "Check-in"
    assert presenter.heading.subtitle == "After the session, Wednesday 2 September"


def test_a_check_in_before_a_planned_session_says_so(opened: OpenedCheckIn) -> None:
    planned = make_session("2026-09-02 12:00", status=SessionStatus.PLANNED)
    presenter = opened(make_journal(sessions=[planned]))
    presenter.begin()
    assert presenter.heading.title == "Check-in before the session"
    assert presenter.heading.subtitle == "Before the session on Wednesday 2 September"
    presenter.go_to(EFFECTS)
    view = presenter.view()
    assert isinstance(view, EffectsView)
    assert view.question == "Is anything bothering you?"
    saved = presenter.save()
    assert saved.card_title == "Before the session"
    assert saved.lead == "You can change this one at any time."
    assert opened.saved[0].moment is Moment.BEFORE
    assert opened.saved[0].session_id == planned.id


def test_without_any_session_the_heading_says_the_day(opened: OpenedCheckIn) -> None:
    presenter = opened()
    presenter.begin()
    assert presenter.heading.subtitle == "Wednesday 2 September"
    assert presenter.save().card_title == "Check-in"


@pytest.mark.parametrize(
    ("now", "coming"),
    [
        ("2026-09-02 20:30", "The next check-in is tomorrow evening."),
        ("2026-09-28 12:00", "The next check-in is this evening."),
        ("2026-09-29 12:00", "You can change this one at any time."),
    ],
)
def test_the_next_evening_check_in_is_said_while_they_are_daily(
    opened: OpenedCheckIn, now: str, coming: str
) -> None:
    presenter = opened(treated(), now)
    presenter.begin()
    assert presenter.save().lead.startswith(coming)


def test_no_evening_check_in_is_said_where_they_are_switched_off(opened: OpenedCheckIn) -> None:
    presenter = opened(treated())
    opened.store.save_settings(Settings(follow_ups=FollowUpTimes(evening=False)))
    presenter.begin()
    assert presenter.save().lead == "You can change this one at any time."
