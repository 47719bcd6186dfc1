"""What the domain says when it refuses a value."""

from collections.abc import Callable

import pytest

from symptrack.domain.errors import InvalidValue


def refusal(act: Callable[[], object]) -> str:
    """Return the text of the refusal that an act ends in."""
    with pytest.raises(InvalidValue) as caught:
        act()
    return str(caught.value)
