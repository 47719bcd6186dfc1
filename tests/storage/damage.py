"""Twenty kinds of damage to a journal's file, and flipped bits."""

import random
from collections.abc import Callable

PAGE = 4_096

HARM: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "one byte": lambda whole: whole[:1],
    "a header only": lambda whole: whole[:100],
    "one page": lambda whole: whole[:PAGE],
    "torn in a page": lambda whole: whole[: 5 * PAGE + 1_000],
    "torn between pages": lambda whole: whole[: 5 * PAGE],
    "without its last page": lambda whole: whole[:-PAGE],
    "without its first page": lambda whole: whole[PAGE:],
    "zeroed": lambda whole: bytes(len(whole)),
    "zeroed in the middle": lambda whole: whole[: 4 * PAGE] + bytes(PAGE) + whole[5 * PAGE :],
    "zeroed at its head": lambda whole: bytes(512) + whole[512:],
    "random": lambda whole: random.Random(1).randbytes(len(whole)),
    "text": lambda whole: b"Dear diary, " * 1_000,
    "HTML of a sync error": lambda whole: b"<!DOCTYPE html><title>503</title>" + b" " * 5_000,
    "a page too many": lambda whole: whole + bytes(PAGE),
    "some bytes too many": lambda whole: whole + b"x" * 100,
    "pages swapped": lambda whole: (
        whole[: 2 * PAGE]
        + whole[3 * PAGE : 4 * PAGE]
        + whole[2 * PAGE : 3 * PAGE]
        + whole[4 * PAGE :]
    ),
    "a page twice": lambda whole: (
        whole[: 3 * PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[4 * PAGE :]
    ),
    "upper half lost": lambda whole: whole[: len(whole) // 2] + bytes(len(whole) // 2),
    "line ends changed": lambda whole: whole.replace(b"\n", b"\r\n"),
}


def flipped(whole: bytes, chance: random.Random) -> bytes:
    """Return the file with one bit turned, anywhere."""
    harmed = bytearray(whole)
    harmed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(harmed)
