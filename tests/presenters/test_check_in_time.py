"""When a check-in is about: chosen, typed, refused, and which session it belongs to then."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from symptrack.analysis.timing import is_late
from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import Moment, Route, SessionStatus
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import EffectsView, RatingView
from symptrack.presenters.chosen_time import MomentChoice, TimeKind, TypedTime
from tests.builders import at, make_check_in, make_journal, make_series, make_session
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
EFFECTS = 2
YESTERDAY_EVENING = TypedTime(kind=TimeKind.YESTERDAY_EVENING)


def typed(day: str, time: str = "", **changes: Any) -> TypedTime:
    """Return what is typed under *Another time*; without a time it is not known."""
    values: dict[str, Any] = {"time": time, "time_known": bool(time)}
    return TypedTime(kind=TimeKind.OTHER, day=day, **(values | changes))


class Opened:
    """A check-in on a journal, closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, journal: Journal | None = None, now: str = NOW) -> CheckInPresenter:
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        presenter = self.again()
        presenter.begin()
        return presenter

    def again(self) -> CheckInPresenter:
        """Return a new presenter, as after a new start."""
        return CheckInPresenter(self.store, self.clock.clock, load_side_effects())

    @property
    def saved(self) -> CheckIn:
        """Return the one check-in of the journal."""
        (found,) = self.store.load().check_ins
        return found


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Return what opens a journal with a check-in on it."""
    made = Opened(tmp_path)
    yield made
    made.store.close()


SERIES = make_series()
THIRD = make_session("2026-09-08 10:30", series_id=SERIES.id)
FOURTH = make_session("2026-09-11 10:30", series_id=SERIES.id)
TREATED = make_journal(
    series=[SERIES],
    sessions=[make_session("2026-09-01 10:30", series_id=SERIES.id), THIRD, FOURTH],
)


def test_a_check_in_is_about_now_unless_the_patient_says_otherwise(opened: Opened) -> None:
    presenter = opened(TREATED)
    assert presenter.heading.when == "Now"
    assert presenter.time.typed.kind is TimeKind.NOW
    assert presenter.time.today == date(2026, 9, 12)
    assert presenter.save().when == "just now"


def test_yesterday_evening_is_eight_and_asked_in_the_past(opened: Opened) -> None:
    presenter = opened(TREATED)
    presenter.choose_time(YESTERDAY_EVENING)
    heading = presenter.heading
    assert heading.title == "Check-in"
    assert heading.subtitle == "After session 3, Friday 11 September"
    assert heading.when == "Yesterday, 20:00"
    view = presenter.view()
    assert isinstance(view, RatingView)
    assert view.question == "How was your mood?"
    presenter.go_to(EFFECTS)
    effects = presenter.view()
    assert isinstance(effects, EffectsView)
    assert effects.question == "Any side effects at that time, after the infusion?"
    assert presenter.save().when == "Yesterday, 20:00"
    assert opened.saved.occurred_at == at("2026-09-11 20:00")
    assert opened.saved.entered_at == at(NOW)
    assert is_late(opened.saved)
    assert (opened.saved.session_id, opened.saved.moment) == (FOURTH.id, Moment.AFTER)


def test_every_question_can_be_asked_in_the_past(opened: Opened) -> None:
    symptoms = [Symptom(key=key) for key in ("sleep", "energy", "pain")]
    presenter = opened(make_journal(symptoms=[*symptoms, Symptom(key="hope", label="<b>Hope</b>")]))
    presenter.choose_time(YESTERDAY_EVENING)
    questions = []
    for step in range(7):
        presenter.go_to(step)
        view = presenter.view()
        assert isinstance(view, RatingView | EffectsView)
        questions.append(view.question)
    assert questions == [
        "How was your mood?",
        "How anxious were you?",
        "How did you sleep?",
        "How much energy did you have?",
        "How much pain did you have?",
        "<b>Hope</b>, at that time",
        "Was anything bothering you?",
    ]


def test_the_chosen_time_is_kept_in_the_draft(opened: Opened) -> None:
    opened(TREATED).choose_time(typed("9 September 2026"))
    again = opened.again()
    again.begin()
    assert again.heading.when == "9 Sep"
    assert again.heading.subtitle == "After session 2, Tuesday 8 September"
    assert again.time.typed == typed("9 September 2026", moment=Moment.AFTER)
    again.save()
    assert not opened.saved.time_known
    assert opened.saved.occurred_at == at("2026-09-09 12:00")
    assert not is_late(opened.saved)


def test_a_draft_from_before_times_could_be_chosen_goes_on(opened: Opened) -> None:
    opened(TREATED).rate("mood", 4)
    draft = opened.store.draft("check-in")
    assert draft is not None
    new = {"time_known", "time_chosen"}
    opened.store.save_draft(
        "check-in", {key: value for key, value in draft.content.items() if key not in new}
    )
    again = opened.again()
    again.begin()
    assert again.heading.when == "Now"
    again.save()
    assert opened.saved.ratings == {"mood": 4}


def test_a_draft_taken_up_hours_later_is_about_when_it_was_begun(opened: Opened) -> None:
    opened(TREATED).rate("mood", 4)
    opened.clock.set("2026-09-12 10:29")
    again = opened.again()
    again.begin()
    assert again.heading.when == "Now"
    opened.clock.set("2026-09-12 10:30")
    assert again.heading.when == "Today, 09:30"
    assert again.time.typed.kind is TimeKind.OTHER
    again.choose_time(TypedTime(kind=TimeKind.NOW))
    assert again.heading.when == "Now"
    again.save()
    assert opened.saved.occurred_at == at("2026-09-12 10:30")


@pytest.mark.parametrize(
    ("day", "time", "known", "field", "sentence"),
    [
        ("", "10:30", True, "day", "Write the day, like 12 September 2026."),
        ("soon", "10:30", True, "day", "“soon” is not a date; write it like 12 September 2026."),
        (
            "13 September 2026",
            "",
            False,
            "day",
            "13 September 2026 is still to come; it must be today or earlier.",
        ),
        (
            "31 December 1899",
            "",
            False,
            "day",
            "The year 1899 is too early; it must be 1900 or later.",
        ),
        (
            "today",
            " ",
            True,
            "time",
            "Write the time, like 20:00, or say that you do not know it.",
        ),
        ("today", "half past", True, "time", "“half past” is not a time; write it like 10:30."),
        (
            "today",
            "09:31",
            True,
            "time",
            "09:31 is still to come; it must be now or earlier.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_at_its_field(
    opened: Opened, day: str, time: str, known: bool, field: str, sentence: str
) -> None:
    presenter = opened(TREATED)
    wrong = typed(day, time, time_known=known)
    assert presenter.moments(wrong) is None
    with pytest.raises(InvalidValue) as refused:
        presenter.choose_time(wrong)
    assert (refused.value.field, refused.value.reason) == (field, sentence)
    assert presenter.heading.when == "Now"


@pytest.mark.parametrize(
    ("day", "time", "occurred"),
    [
        ("1 January 1900", "", "1900-01-01 12:00"),
        ("today", "", "2026-09-12 12:00"),
        ("today", "9.30", "2026-09-12 09:30"),
        ("10.9.2026", "2 pm", "2026-09-10 14:00"),
    ],
)
def test_any_day_until_now_can_be_chosen(
    opened: Opened, day: str, time: str, occurred: str
) -> None:
    presenter = opened()
    presenter.choose_time(typed(day, time))
    presenter.save()
    assert opened.saved.occurred_at == at(occurred)


def test_an_entry_of_another_year_says_its_year(opened: Opened) -> None:
    session = make_session("2025-12-30 10:30", route=Route.ORAL)
    presenter = opened(make_journal(sessions=[session]))
    presenter.choose_time(typed("31 December 2025", "18:00"))
    assert presenter.heading.when == "31 Dec 2025, 18:00"
    assert presenter.heading.subtitle == "After the session, Tuesday 30 December 2025"


def test_a_time_between_two_sessions_asks_which_one_is_meant(opened: Opened) -> None:
    presenter = opened(TREATED)
    evening = typed("10 September 2026", "20:00")
    words = {"before": "Before session 3, 11 Sep", "after": "After session 2, 8 Sep"}
    assert presenter.moments(evening) == MomentChoice(**words, chosen=Moment.BEFORE)
    meant = typed("10 September 2026", "20:00", moment=Moment.AFTER)
    assert presenter.moments(meant) == MomentChoice(**words, chosen=Moment.AFTER)
    presenter.choose_time(evening)
    assert presenter.heading.title == "Check-in before the session"
    assert presenter.heading.subtitle == "Before the session on Friday 11 September"
    presenter.choose_time(meant)
    assert presenter.heading.subtitle == "After session 2, Tuesday 8 September"
    presenter.save()
    assert (opened.saved.session_id, opened.saved.moment) == (THIRD.id, Moment.AFTER)


def test_of_two_sessions_a_day_apart_the_nearer_is_meant(opened: Opened) -> None:
    monday, tuesday = make_session("2026-09-07 10:00"), make_session("2026-09-08 10:00")
    presenter = opened(make_journal(sessions=[monday, tuesday]))
    moments = []
    for time in ("20:00", "23:00"):
        presenter.choose_time(typed("7 September 2026", time))
        moments.append(presenter.time.typed.moment)
    assert moments == [Moment.AFTER, Moment.BEFORE]


def test_a_planned_session_within_a_day_is_the_one_meant(opened: Opened) -> None:
    planned = make_session("2026-09-13 09:30", status=SessionStatus.PLANNED)
    presenter = opened(make_journal(sessions=[FOURTH, planned]))
    choice = presenter.moments(TypedTime(kind=TimeKind.NOW))
    assert choice == MomentChoice(
        before="Before the session, 13 Sep",
        after="After the session, 11 Sep",
        chosen=Moment.BEFORE,
    )
    presenter.choose_time(typed("12 September 2026", "09:29"))
    assert presenter.time.typed.moment is Moment.AFTER


def test_a_missed_session_is_never_meant(opened: Opened) -> None:
    missed = make_session("2026-09-12 09:00", status=SessionStatus.MISSED)
    presenter = opened(make_journal(sessions=[missed]))
    presenter.choose_time(typed("11 September 2026", "20:00"))
    assert presenter.time.typed.moment is None
    assert presenter.heading.subtitle == "Friday 11 September"


def test_a_day_with_a_session_and_no_time_asks_before_or_after_it(opened: Opened) -> None:
    presenter = opened(TREATED)
    choice = presenter.moments(typed("11 September 2026"))
    assert choice == MomentChoice(
        before="Before session 3, 11 Sep", after="After session 3, 11 Sep", chosen=Moment.AFTER
    )
    presenter.choose_time(typed("11 September 2026", moment=Moment.BEFORE))
    presenter.save()
    assert (opened.saved.session_id, opened.saved.moment) == (FOURTH.id, Moment.BEFORE)


def test_there_is_nothing_to_ask_where_only_one_session_is_near(opened: Opened) -> None:
    presenter = opened(TREATED)
    assert presenter.moments(typed("12 September 2026", "08:00")) is None
    assert presenter.moments(typed("31 August 2026", "20:00")) is None


def test_an_answer_that_no_longer_fits_the_time_is_dropped(opened: Opened) -> None:
    presenter = opened(TREATED)
    presenter.choose_time(typed("12 September 2026", "08:00", moment=Moment.BEFORE))
    assert presenter.time.typed.moment is Moment.AFTER


def test_the_time_of_a_saved_check_in_can_be_changed_and_is_kept_as_it_was(opened: Opened) -> None:
    saved = make_check_in("2026-09-11 21:00:07", session_id=FOURTH.id, moment=Moment.AFTER)
    journal = make_journal(series=[SERIES], sessions=[THIRD, FOURTH], check_ins=[saved])
    presenter = opened(journal)
    presenter.edit(saved.id)
    assert presenter.heading.title == "Change a check-in"
    assert presenter.heading.when == "Yesterday, 21:00"
    presenter.choose_time(presenter.time.typed)
    presenter.save()
    assert opened.saved == saved
    presenter.edit(saved.id)
    presenter.choose_time(typed("9 September 2026", "21:00"))
    presenter.save()
    assert opened.saved.occurred_at == at("2026-09-09 21:00")
    assert opened.saved.session_id == THIRD.id
    assert opened.saved.entered_at == saved.entered_at
    (before,) = opened.store.history(Kind.CHECK_INS, saved.id)
    assert before.record == saved


def test_an_entry_made_abroad_keeps_its_clock(opened: Opened) -> None:
    abroad = make_check_in("2026-09-11 23:30", time_zone="Europe/Berlin")
    presenter = opened(make_journal(check_ins=[abroad]))
    presenter.edit(abroad.id)
    assert presenter.time.typed == typed("11 September 2026", "23:30")
    presenter.choose_time(typed("12 September 2026", "14:00"))
    presenter.save()
    assert opened.saved.occurred_at == at("2026-09-12 14:00", "Europe/Berlin")
    assert opened.saved.time_zone == "Europe/Berlin"
