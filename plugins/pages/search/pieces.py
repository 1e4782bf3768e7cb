"""Cuts the index that Pagefind has written into smaller pieces: a reader loads those that hold the words of a query.

Pagefind cuts by the number of pages that words stand on, which gives pieces of 30 KB. Its files are CBOR (RFC 8949):
``[version, pages, [[from, to, name of a piece], …], filters, sorts, fields]``, and a piece ``[[[word, …], …]]`` with
its words in order. They are spliced and not written anew, so that nothing but the cuts differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

LIMIT = 12_000
"""Bytes of a piece before compression, which leaves some 40 %; a word that stands on very many pages may have more."""
_TEXT, _ARRAY = 3, 4
"""Major types of an item: those whose content follows, beside byte strings."""
Bound = tuple[str, str]
"""How the first word of a piece begins, and the last: no more of them than tells it from its neighbours."""


def cut(meta: bytes, pieces: Mapping[str, bytes], name: Callable[[bytes], str]) -> tuple[bytes, dict[str, bytes]]:
    """(the index's table of contents, name -> piece) in place of these; ``name`` is how bytes are called.

    Raises ``ValueError`` for what is no such index.
    """
    try:
        top = _items(meta)
        names = [_words(_items(row)[2]) for row in _items(top[2])]
        entries = [
            entry for old in names for entry in _items(pieces[old][1:])
        ]  # an array of one has a head of one byte
        groups = list(_groups(entries))
        made = [_array([_array(group)]) for group in groups]
        bounds = bounds_of([(_word(group[0]), _word(group[-1])) for group in groups])
    except (IndexError, KeyError, UnicodeDecodeError) as error:
        raise ValueError(f"Pagefind's index is not as it was ({error!r})") from error
    found = {name(piece): piece for piece in made}
    rows = [_array([_text(part) for part in (*bound, name(piece))]) for bound, piece in zip(bounds, made, strict=True)]
    return _array([*top[:2], _array(rows), *top[3:]]), found


def bounds_of(words: Sequence[tuple[str, str]]) -> list[Bound]:
    """The bounds of pieces, of which the first and last words are given."""
    starts = [words[0][0]] if words else []
    ends = []
    for (_, last), (first, _) in pairwise(words):
        length = next((at for at, (a, b) in enumerate(zip(last, first, strict=False)) if a != b), len(last)) + 1
        starts.append(first[:length])
        ends.append(last[:length])
    return list(zip(starts, [*ends, *(last for _, last in words[-1:])], strict=True))


def _groups(entries: Sequence[bytes]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    size = 0
    for entry in entries:
        if group and size + len(entry) > LIMIT:
            yield group
            group, size = [], 0
        group.append(entry)
        size += len(entry)
    if group:
        yield group


def _word(entry: bytes) -> str:
    return _words(entry[1 : _end(entry, 1)])


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """(major type, its number, where its content begins) of the item at a place."""
    major, number = divmod(data[at], 32)
    if number < 24:
        return major, number, at + 1
    start, size = at + 1, 1 << number - 24
    return major, int.from_bytes(data[start : start + size]), start + size


def _end(data: bytes, at: int) -> int:
    """Where the item at a place ends."""
    left = 1
    while left:
        if data[at] & 0xD8 < 0x18:  # a small number, positive or negative, as millions of them are
            left, at = left - 1, at + 1
            continue
        major, number, at = _head(data, at)
        left += number - 1 if major == _ARRAY else -1
        if major in (_TEXT - 1, _TEXT):
            at += number
        elif major > _ARRAY:
            raise ValueError(f"Pagefind's index has items of type {major}, which it had not")
    return at


def _items(data: bytes) -> list[bytes]:
    """What an array holds."""
    major, number, at = _head(data, 0)
    if major != _ARRAY:
        raise ValueError(f"Pagefind's index has an item of type {major} in the place of an array")
    found = []
    for _ in range(number):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    return found


def _words(item: bytes) -> str:
    _, _, start = _head(item, 0)
    return item[start:].decode()


def _start(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major * 32 + number])
    size = next(power for power in range(4) if number < 1 << 8 * (1 << power))
    return bytes([major * 32 + 24 + size]) + number.to_bytes(1 << size)


def _text(words: str) -> bytes:
    data = words.encode()
    return _start(_TEXT, len(data)) + data


def _array(items: Sequence[bytes]) -> bytes:
    return _start(_ARRAY, len(items)) + b"".join(items)
