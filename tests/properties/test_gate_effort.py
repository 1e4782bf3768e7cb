"""The gate's work grows with the text, whatever stands in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from plugins.translation.gate import check_lines, check_segment
from plugins.translation.segment import Segment

SIGNS = [*'*_`[](){}<>|#-.!"\\&~=+:/@%^$€“”’´„0a']
OPENINGS = [
    "1 ", "1.", "1,", "a ", "ein ", "&#39;", "<a>", "<b", '<span lang="x">', "[a](", "**a", "> ", "- ", "![", "{{", "[[",
    "[^a]", "http://", "www.", "a@", "a.", "a-", "a. ", "Berlin ", "12:30 ", "am 3. Mai ", "[a](b) ", "{a}", "%s ",
    '<g id="1">', '<x id="1"/>', "&lt;g", "eins ", "3 Mio. ", "XXIII ", "a_", "ein Wort und ",
]  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", [*SIGNS, *OPENINGS])
def test_five_times_the_text_is_at_most_seven_and_a_half_times_the_work(unit: str) -> None:
    """Two lines and a segment of one sign, or of one construct that is never closed."""

    def work(text: str) -> None:
        check_lines([text], [text], "de", "en")
        check_segment(Segment("body", "paragraph", f"Das Haus {text}"), f"The house {text}", "de", "en")

    work(unit * 200)
    small, large = (calls(lambda text=unit * count: work(text)) for count in (400, 2_000))  # type: ignore[misc]
    assert large <= 7.5 * small


@pytest.mark.parametrize("unit", SIGNS)
def test_a_sign_repeated_a_hundred_thousand_times_ends(unit: str) -> None:
    """What is quadratic inside one function of the library would not end here."""
    text = unit * 100_000
    assert isinstance(check_lines([text], [text], "de", "en"), tuple)


def test_a_number_of_thousands_of_digits_is_compared() -> None:
    """The same is the same, another digit is another number."""
    long = "7" * 5_000
    assert check_lines([f"Die Zahl {long}."], [f"The number {long}."], "de", "en") == ()
    assert check_lines([f"Die Zahl {long}."], [f"The number {long[:-1]}1."], "de", "en")
