"""The proof that each word, number and list number of a text stands on its page, in the order it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from plugins.markup.document import Loss
from plugins.markup.page_words import titles, visible
from plugins.markup.typed_words import bare

_WORD = re.compile(r"[<>](?=\d)\d+|[^\W_]+(?:[*_][^\W_]+)*")
_APART = bytes(sign if chr(sign).isalnum() or sign >= 128 or sign == ord("_") else ord(" ") for sign in range(256))
"""Bytes of UTF-8 with a blank for each sign of ASCII that stands between words."""
_TIED = re.compile(r"\*(?<=[^\W_]\*)(?=[^\W_])|<(?=\d)|>(?=\d)")
"""A sign that belongs to a word."""
_MARKS = str.maketrans("", "", "*_")
_WINDOW = 400
"""How far a word is looked for where the texts part; beyond it is another place."""
_NARROW = 16
"""How far it is looked for first: most places are near."""
_NEAR = {3: 2 * _WINDOW, 2: 40, 1: 8}
"""Words in a row that have to be alike where the texts go on together -> how many may be left out before."""
_SHORT = 2_500
"""Pairs of words of two passages that are compared one by one."""
_MOST = 1_000
"""Words that are looked for; a text that lost more was not read at all, and its first lines say so."""


def losses(typed: str, html: str) -> tuple[Loss, ...]:
    """The words of a text that do not stand in the HTML made of it, by lines. Linear in the length of both.

    Marks of Markdown, addresses behind linked words, comments and tags of HTML are no words; notes and
    abbreviations may stand elsewhere.
    """
    source, page = bare(typed), visible(html)
    if _quick(source) == _quick(page) and not _TIED.search(source):
        return ()
    wanted, found = _WORD.findall(source), _WORD.findall(page)
    if wanted == found:
        return ()
    lost = _lost(wanted, found, Counter(_WORD.findall(titles(html))), moves="[^" in typed or "*[" in typed)
    return tuple(_by_line(source, lost)) if lost else ()


def _quick(text: str) -> list[bytes]:
    """The words of a text, parted by signs of ASCII alone: where they are alike, all is; ten times as fast."""
    return text.encode("utf-8", "surrogatepass").translate(_APART).split()


def _lost(wanted: list[str], found: list[str], elsewhere: Counter[str], *, moves: bool) -> list[int]:
    """The numbers of the words that are missing, in order. A title stands elsewhere; a note may have been moved."""
    lost: list[int] = []
    skipped: Counter[str] = Counter()
    i = j = 0
    while i < len(wanted):
        if j < len(found) and wanted[i] == found[j]:
            i, j = i + 1, j + 1
            continue
        missing, more = _meeting(wanted, found, i, j)
        if not _is_same(wanted[i : i + missing], found[j : j + more]):
            lost.extend(i + at for at in _absent(wanted[i : i + missing], found[j : j + more]))
            skipped.update(found[j : j + more])
        i, j = i + missing, j + more
        if len(lost) > _MOST:
            break
    if lost and moves:
        elsewhere.update(skipped)
        elsewhere.update(found[j:])
    return [number for number in lost if not _take(elsewhere, wanted[number])]


def _meeting(wanted: list[str], found: list[str], i: int, j: int) -> tuple[int, int]:
    """How many words to leave out on either side so that both go on alike: the fewest; at worst the one is missing."""
    for run, most in _NEAR.items():
        best = _nearest(wanted, found, i, j, run, _NARROW)
        if most > _NARROW and (best is None or sum(best) >= _NARROW):
            best = _nearest(wanted, found, i, j, run, min(most + 1, _WINDOW))
        if best and sum(best) <= most:
            return best
    if len(wanted) - i < _WINDOW and _is_same(wanted[i:], found[j : j + 2 * _WINDOW]):
        return len(wanted) - i, len(found) - j
    return 1, 0


def _nearest(wanted: list[str], found: list[str], i: int, j: int, run: int, window: int) -> tuple[int, int] | None:
    """The fewest words to leave out, less than ``window`` on each side, until so many in a row are alike."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(min(j + window, len(found) - run + 1) - 1, j - 1, -1):
        places[tuple(found[at : at + run])] = at - j
    best, total = None, 2 * window
    for missing in range(min(window, len(wanted) - run + 1 - i)):
        if missing >= total:
            break
        more = places.get(tuple(wanted[i + missing : i + missing + run]))
        if more is not None and missing + more < total:
            best, total = (missing, more), missing + more
    return best


def _absent(wanted: list[str], found: list[str]) -> list[int]:
    """Which words of a short passage have no counterpart in order in another: all but the longest common ones."""
    if len(wanted) * len(found) > _SHORT:
        return list(range(len(wanted)))
    pairs = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    there = {at for pair in pairs for at in range(pair.a, pair.a + pair.size)}
    return [at for at in range(len(wanted)) if at not in there]


def _is_same(wanted: list[str], found: list[str]) -> bool:
    """Whether the same letters stand there, only parted or joined by marks in other places, as in `a`b.

    Two numbers that have become one are not the same.
    """
    words, page = "".join(wanted), "".join(found)
    if not words or (words != page and words != page.translate(_MARKS)):
        return False
    cuts, kept = (set(accumulate(len(word.translate(_MARKS)) for word in side)) for side in (wanted, found))
    plain = words.translate(_MARKS)
    return all(at in kept or not plain[at - 1 : at + 1].isdigit() for at in cuts if at < len(plain))


def _take(pool: Counter[str], word: str) -> bool:
    if pool[word] <= 0:
        return False
    pool[word] -= 1
    return True


def _by_line(source: str, lost: list[int]) -> Iterator[Loss]:
    missing = set(lost)
    line, at = 1, 0
    words: list[str] = []
    last = 0
    for number, match in enumerate(_WORD.finditer(source)):
        if number not in missing:
            continue
        line += source.count("\n", at, match.start())
        at = match.start()
        if words and line != last:
            yield Loss(" ".join(words), last)
            words = []
        last = line
        words.append(match[0])
    if words:
        yield Loss(" ".join(words), last)
