"""What the session form says of a blood pressure while it is typed."""

import pytest

from symptrack.domain.words import SessionStatus
from tests.presenters.forms import OpenedForm

HIGH = "Above 140/90. Your clinic can say what is usual for you."
URGENT = "This can need medical help now. Call 911. If you can, have someone with you."


@pytest.mark.parametrize(
    ("typed", "said", "urgent"),
    [
        ({"before_pressure": "139/89"}, "", False),
        ({"before_pressure": "140/80"}, HIGH, False),
        ({"after_pressure": "130/90"}, HIGH, False),
        ({"peak_pressure": "179/119"}, "", False),
        ({"peak_pressure": "180/100"}, URGENT, True),
        ({"after_pressure": "150/120"}, URGENT, True),
        ({"before_pressure": "150/95", "after_pressure": "190/100"}, URGENT, True),
        ({"before_pressure": "180"}, "", False),
        ({"before_pressure": "90/180"}, "", False),
        ({"before_pressure": "400/300"}, "", False),
    ],
)
def test_it_is_said_once_and_what_is_urgent_first(
    opened_form: OpenedForm, typed: dict[str, str], said: str, urgent: bool
) -> None:
    form = opened_form()
    form.change(**typed)
    view = form.view()
    assert (view.pressure, view.urgent) == (said, urgent)


def test_a_session_that_did_not_take_place_has_no_pressure(opened_form: OpenedForm) -> None:
    form = opened_form()
    form.change(before_pressure="190/100", status=SessionStatus.MISSED)
    assert (form.view().pressure, form.view().urgent) == ("", False)
