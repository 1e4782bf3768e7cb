"""Finds in plain text what a translation must not change: addresses, numbers to call, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.translation.segment import TagKind

_URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"'„“”‚‘’«»]+"
    r"|(?<![\w.@/-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"'„“”‚‘’«»]+"
    r"|(?<![\w:])(?:report|page|photo):[\w./-]+"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}(?![\w-])")
_PHONE = re.compile(r"(?<![\w.,+/-])(?:\+|\(0|0)[\d()]*(?:[ \u00a0/-]{1,3}[\d()]+)*(?![\w]|[.,:]\d)")
_DATE = re.compile(r"\d{1,2}[-/ ]\d{1,2}[-/ ]\d{4}\Z")
_TRAILING = ".,;:!?…"
_DIGITS = range(7, 16)
"""Fewest and most digits of a telephone number; E.164 allows 15."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that must stay as it is."""

    start: int
    end: int
    kind: TagKind


def addresses(text: str) -> tuple[Found, ...]:
    """URLs, e-mail addresses and telephone numbers of a text, in order, never overlapping."""
    urls = (Found(m.start(), _url_end(text, m.start(), m.end()), TagKind.URL) for m in _URL.finditer(text))
    mails = (Found(m.start(), m.end(), TagKind.EMAIL) for m in _EMAIL.finditer(text))
    phones = (_phone(m) for m in _PHONE.finditer(text) if _is_phone(m[0]))
    return apart((*urls, *mails, *phones))


def _url_end(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it."""
    while end > start:
        last = text[end - 1]
        unopened = last == ")" and text.count("(", start, end) < text.count(")", start, end)
        if last not in _TRAILING and not unopened:
            break
        end -= 1
    return end


def _is_phone(text: str) -> bool:
    """Whether a run of digits is a number to call and neither a date nor an amount."""
    digits = sum(char.isdigit() for char in text)
    return digits in _DIGITS and not _DATE.match(text)


def _phone(match: re.Match[str]) -> Found:
    """The number without brackets around the whole of it, or open ones at its ends."""
    text, start, end = match[0], match.start(), match.end()
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        start += 1
        text = text[1:]
    if text.endswith(")") and text.count("(") < text.count(")"):
        end -= 1
    return Found(start, end, TagKind.PHONE)


def names(text: str, wanted: Iterable[str]) -> tuple[Found, ...]:
    """The places of the given names, longest first, never overlapping.

    A name inside a longer word or a hyphenated compound (``Dortmunder``, ``Hannover-Messe-Stand``)
    is a word of the language and stays open to translation. So is a name with an ending of its own
    (``Julia Jägers Rede``): closed off, the ``s`` would be left hanging; open, an engine makes
    ``Julia Jäger's speech`` of it. An apostrophe ends a name (``Jäger's``, ``Markus'``).
    """
    longest = sorted({name for name in wanted if len(name.strip()) > 1}, key=lambda name: (-len(name), name))
    patterns = (re.compile(rf"(?<![\w-]){_loosely(name)}(?![\w]|-\w)") for name in longest)
    return apart(Found(m.start(), m.end(), TagKind.NAME) for p in patterns for m in p.finditer(text))


def _loosely(name: str) -> str:
    """A pattern for the name in which any white space stands for any other."""
    return r"\s+".join(re.escape(word) for word in name.split())


def apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """The finds in order of place; of two that overlap the one listed first stays."""
    kept: list[Found] = []
    for item in found:
        if item.end > item.start and all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start))
