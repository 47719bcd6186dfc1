"""A fault is seen from the record around it by its whole path."""

from symptrack.domain.errors import InvalidValue, SymptrackError


def test_a_refused_value_says_its_field_and_the_reason() -> None:
    error = InvalidValue("dose.value", "0 is too little")
    assert isinstance(error, SymptrackError)
    assert (error.field, error.reason, str(error)) == (
        "dose.value", "0 is too little", "dose.value: 0 is too little",
    )  # fmt: skip


def test_without_a_field_the_reason_stands_alone() -> None:
    assert str(InvalidValue("", "it is empty")) == "it is empty"


def test_a_path_grows_from_within() -> None:
    error = InvalidValue("mood", "14 is outside 0-10")
    assert str(error.within("check_ins[12].ratings")) == (
        "check_ins[12].ratings.mood: 14 is outside 0-10"
    )
    assert InvalidValue("[2]", "twice").within("experience").field == "experience[2]"
    assert InvalidValue("", "wrong").within("dose").field == "dose"
