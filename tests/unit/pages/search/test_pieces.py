"""An index in smaller pieces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.search import pieces
from plugins.pages.search.pieces import bounds_of, cut


def encoded(value: object) -> bytes:
    """A value in CBOR (RFC 8949, 3.1), as Pagefind writes it."""

    def start(major: int, number: int) -> bytes:
        for size, mark in ((1, 24), (2, 25), (4, 26)):
            if number < 24:
                return bytes([major << 5 | number])
            if number < 1 << 8 * size:
                return bytes([major << 5 | mark]) + number.to_bytes(size)
        raise ValueError(number)

    if isinstance(value, int):
        return start(0, value) if value >= 0 else start(1, -1 - value)
    if isinstance(value, str):
        return start(3, len(value.encode())) + value.encode()
    assert isinstance(value, list)
    return start(4, len(value)) + b"".join(map(encoded, value))


def index(words: list[str], per_piece: int) -> tuple[bytes, dict[str, bytes]]:
    """(table of contents, pieces) of words that stand on two pages each."""
    entries = [[word, [[3, [-25, 70_000], []]], []] for word in sorted(words)]
    groups = [entries[at : at + per_piece] for at in range(0, len(entries), per_piece)]
    rows = [[str(group[0][0]), str(group[-1][0]), f"de_{number}"] for number, group in enumerate(groups)]
    meta = ["1.5.2", [["de_1", 300]], rows, [], [["date", [0]]], ["title"]]
    return encoded(meta), {f"de_{number}": encoded([group]) for number, group in enumerate(groups)}


def named(data: bytes) -> str:
    """A name for bytes."""
    return f"de_{data.hex()[:400]}{len(data)}"


WORDS = st.lists(st.text("abcdeéßж€", min_size=1, max_size=9), unique=True, min_size=1, max_size=40)


@given(WORDS, st.integers(1, 30), st.integers(20, 200))
def test_no_word_is_lost_and_each_is_found_by_its_bounds(words: list[str], per_piece: int, limit: int) -> None:
    """However the index was cut before; joined again it is what it was."""
    meta, before = index(words, per_piece)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LIMIT", limit)
        small, made = cut(meta, before, named)
        patch.setattr(pieces, "LIMIT", 1_000_000)
        whole, joined = cut(small, made, named)
    assert list(joined.values()) == [index(words, len(words))[1]["de_0"]]
    again = index(words, len(words))[0].replace(encoded("de_0"), encoded(named(next(iter(joined.values())))))
    assert whole == again
    assert all(len(piece) <= limit + 20 or piece.count(encoded(70_000)) == 1 for piece in made.values())


@given(WORDS)
def test_bounds_lie_between_the_words_of_neighbours(words: list[str]) -> None:
    """And are beginnings of them: the engine compares what was typed with as many letters."""
    ordered = sorted(words)
    found = bounds_of([(word, word) for word in ordered])
    for word, (start, end) in zip(ordered, found, strict=True):
        assert word.startswith(start) and word.startswith(end)
    for (_, end), (start, _) in itertools.pairwise(found):
        assert end < start


@pytest.mark.parametrize("meta", [b"\xa0", b"\x83\x01\x02", b"", encoded(["1.5.2", [], [["a", "b", "gone"]], []])])
def test_another_format_is_told(meta: bytes) -> None:
    """And no index is made of it."""
    with pytest.raises(ValueError, match="Pagefind's index"):
        cut(meta, {}, named)
