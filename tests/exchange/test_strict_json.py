"""What is not a journal file at all is refused in a sentence, and quickly."""

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.journal_file import MAX_BYTES, read_journal


def refusal_of(data: bytes) -> str:
    with pytest.raises(RefusedFile) as caught:
        read_journal(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "The file is not JSON"),
        (b"not JSON", "The file is not JSON: the fault is in line 1, column 1."),
        (b'{"format": "symptrack-journal",\n "version": 1,}', "The file is not JSON: the fault is"),
        (b'{"format": "symptrack-journal"', "The file is not JSON that can be read"),
        (b'{"format": "sympt', "The file is not JSON that can be read"),
        (b"\xff\xfe", "The file is not text in UTF-8."),
        (b"PK\x03\x04", "The file is not JSON"),
        (b'"\\', "The file is not JSON"),
        (b"[" * 1_000_000, "The file is not JSON that can be read"),
        (b'{"a":' * 500_000, "The file is not JSON that can be read"),
        (b'"' + b'\\"' * 1_000_000, "The file is not JSON"),
        (b"[" * 100 + b"]" * 100, "The file is not JSON that can be read"),
        (b"1" * 5_000, "The file holds a number with too many digits."),
        (b"[]", "This is not a Symptrack journal file."),
        (b'"symptrack-journal"', "This is not a Symptrack journal file."),
        (b"{}", "This is not a Symptrack journal file."),
        (b'{"format": "daylio", "version": 1}', "This is not a Symptrack journal file."),
        (b'{"format": "symptrack-journal"}', "version: it is not a whole number"),
        (b'{"format": "symptrack-journal", "version": "1"}', "version: it is not a whole number"),
        (b'{"format": "symptrack-journal", "version": true}', "version: it is not a whole number"),
        (b'{"format": "symptrack-journal", "version": 0}', "version: 0 is outside 1-1"),
        (
            b'{"format": "symptrack-journal", "version": 2, "new": 1}',
            "The file has version 2 of the journal file, and this Symptrack reads up to version 1",
        ),
    ],
)
def test_a_file_that_is_no_journal_is_refused_in_a_sentence(data: bytes, text: str) -> None:
    assert refusal_of(data).startswith(text)


def test_a_file_larger_than_a_journal_can_be_is_not_parsed() -> None:
    assert refusal_of(b" " * (MAX_BYTES + 1)) == (
        "The file is larger than 100 MB, which is more than a journal can be."
    )
