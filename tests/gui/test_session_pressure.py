"""What the session form says of a blood pressure, where it is typed."""

from tests.gui.opened_window import words
from tests.gui.session_pages import SessionWindow

HIGH = "Above 140/90. Your clinic can say what is usual for you."
URGENT = "This can need medical help now. Call 911. If you can, have someone with you."


def test_the_line_comes_while_it_is_typed_and_goes_again(form: SessionWindow) -> None:
    form.open()
    seen = []
    for pressure in ("124/78", "150/85", "185/110", "124/78"):
        form.write("before_pressure", pressure)
        seen.append([one for one in words(form.page) if one in (HIGH, URGENT)])
    assert seen == [[], [HIGH], [URGENT], []]


def test_it_never_stands_for_the_highest_which_most_people_have_above_140(
    form: SessionWindow,
) -> None:
    form.open()
    form.write("peak_pressure", "165/95")
    assert HIGH not in words(form.page)
    form.write("peak_pressure", "182/95")
    assert URGENT in words(form.page)
