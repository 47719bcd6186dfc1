"""A recovery code is read, written down, typed, and every slip in it is noticed."""

import re

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.storage.recovery_code import new_code, secret_of

SLIP = "There is a slip"


def test_a_code_is_seven_groups_of_letters_that_are_told_apart() -> None:
    codes = {new_code() for _each in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code)
        assert len(secret_of(code)) * 8 == 128


def test_a_code_is_read_as_a_person_types_it() -> None:
    code = new_code()
    typed = f"  {code.lower().replace('-', ' ')} \n".replace("0", "o").replace("1", "l")
    assert secret_of(typed) == secret_of(code)
    assert secret_of(code.replace("-", "").replace("1", "I")) == secret_of(code)


def test_another_code_has_another_secret() -> None:
    assert secret_of(new_code()) != secret_of(new_code())


def test_one_wrong_letter_is_noticed() -> None:
    code = new_code()
    unnoticed = 0
    for place, letter in enumerate(code):
        if letter != "-":
            other = "2" if letter != "2" else "3"
            try:
                secret_of(code[:place] + other + code[place + 1 :])
            except RefusedRequest:
                continue
            unnoticed += 1  # one in 4,096: the key it would make opens nothing
    assert unnoticed <= 2


@pytest.mark.parametrize("letter", ["U", "!", "é"])
def test_what_is_no_letter_of_a_code_is_a_slip(letter: str) -> None:
    with pytest.raises(RefusedRequest, match=SLIP):
        secret_of(letter + new_code()[1:])


def test_a_wrong_checksum_is_a_slip() -> None:
    code = new_code()
    with pytest.raises(RefusedRequest, match=SLIP):
        secret_of(code[:-1] + ("2" if code[-1] != "2" else "3"))


@pytest.mark.parametrize("code", ["", "ABCD", "ABCD-" * 8])
def test_a_code_of_another_length_says_how_long_one_is(code: str) -> None:
    with pytest.raises(RefusedRequest, match="7 groups of 4"):
        secret_of(code)
