"""Tells what of weight differs between two versions of a sentence: numbers, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plugins.newsroom.model import Lang
from plugins.translation.gate import dates, numbers

TOKEN = re.compile(r"<[^>]*>|\d+(?:[.,:]\d+)*|\w+|[^\w\s]|\s+")
"""Tags, numbers with their separators, words, signs, white space."""
ALIKE = 0.75
"""Share of letters in common from which one capitalised word is the other with a typo in it."""


def replacements(old: str, new: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The stretches of tokens in which two texts differ, old and new."""
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return tuple((tuple(a[i:j]), tuple(b[k:m])) for kind, i, j, k, m in codes if kind != "equal")


def grave(old: str, new: str, lang: Lang, names: Sequence[str] = ()) -> str:
    """What makes a change more than a typo, as the end of a sentence; empty where nothing does."""
    return next(_grave(old, new, lang, names), "")


def _grave(old: str, new: str, lang: Lang, names: Sequence[str]) -> Iterator[str]:
    found = numbers.account(old, new, lang, lang)
    gone = [*found.missing, *(n for n, _ in found.changed)]
    come = [*found.extra, *(n for _, n in found.changed)]
    if found.extra or [n for n in gone if n.digits or not _has_slip(n.raw, old, new)]:
        yield _told("a number", [n.raw for n in gone], [n.raw for n in come])
    if any(dates.check(old, new, lang, lang, 0)):
        yield "with another date"
    if any(token[:1].isdigit() for before, after in replacements(old, new) for token in (*before, *after)):
        yield "with another number"
    for name in names:
        if _count(old, name) != _count(new, name):
            yield f"in which the name “{name}” has changed"
    tokens = TOKEN.findall(old)
    for before, after in replacements(old, new):
        words = [_capitals(side) for side in (before, after)]
        if words[0] and words[1] and _is_another(words[0], words[1], tokens, lang):
            yield _told("a name", words[0], words[1])


def _is_another(old: list[str], new: list[str], tokens: list[str], lang: Lang) -> bool:
    """Whether a word with a capital has become another, rather than lost a slip.

    Beside another word with a capital (``Petra Möller``), and in the midst of a sentence in a language that
    writes its nouns small, it is a name, of which every letter counts.
    """
    if SequenceMatcher(None, "".join(old), "".join(new), autojunk=False).ratio() < ALIKE:
        return True
    words = [token for token in tokens if token.strip()]
    at = next((n for n, token in enumerate(words) if token == old[0]), 0)
    beside = at > 0 and words[at - 1][:1].isupper()
    return beside or (at > 0 and not lang.startswith("de") and words[at - 1] not in ".!?:")


def _has_slip(word: str, old: str, new: str) -> bool:
    """Whether a number word has only got or lost a slip, so that it cannot be read as one on one side."""
    sides = [("".join(before), "".join(after)) for before, after in replacements(old, new)]
    likeness = [SequenceMatcher(None, *side, autojunk=False).ratio() for side in sides if word in side[0]]
    return bool(likeness) and min(likeness) >= ALIKE


def _capitals(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token[:1].isupper() and len(token) > 1]


def _count(text: str, name: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _told(what: str, old: Sequence[str], new: Sequence[str]) -> str:
    was, now = ", ".join(old), ", ".join(new)
    if was and now:
        return f"in which {what} has changed: “{was}” is now “{now}”"
    return f"in which {what} has gone: “{was}”" if was else f"in which {what} has come in: “{now}”"
