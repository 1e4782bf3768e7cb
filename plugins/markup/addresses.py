"""Addresses in running text: web, e-mail, telephone. The one definition for pages, translation, gate and import."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

_STOP = r"\s<>\"'„“”‚‘’«»\x02\x03\ufffc"
LINKED = re.compile(rf"(?<![\w@/.])(?:https?://|www\.(?=\w))[^{_STOP}]+")
"""What becomes a link where it stands bare; its end is found by ``url_end``."""
WEB = rf"(?:https?://|ftp://|www\.)[^{_STOP}]+"
"""An address that says what it is by its beginning."""
MAILBOX = r"(?<![\w.+@-])[\w.+-]+"
SERVER = r"[^\W_](?:[\w-]*\.)+[^\W\d_]{2,}(?![\w-])"
"""What stands before and behind the @ of an e-mail address; a server may have letters with marks (RFC 5890)."""
EMAIL = re.compile(f"{MAILBOX}@{SERVER}")
_ENDINGS = "com|org|net|edu|gov|info|example|eu|de|nl|at|ch|be|uk|fr|io"
_URL = re.compile(
    rf"{WEB}"
    rf"|(?<![\w.@/+-])(?:[a-zA-Z0-9-]+\.)+(?:[a-z]{{2,}}/[^{_STOP}]+|(?:{_ENDINGS})(?![\w@-]|\.\w))"
    r"|(?<![\w:])(?:report|page|photo):[\w./-]+"
)
_PHONE = re.compile(r"(?<![\w.,+/-])(?:\+|\(0|0)[\d()]*(?:[ \u00a0/–-]{1,3}[\d()]+)*(?![\w]|[.,:]\d)")
_DATE = re.compile(r"\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}\Z")
_TRAILING = ".,;:!?…*_]"
_DIGITS = range(7, 16)
"""Fewest and most digits of a telephone number; ITU-T E.164 allows 15."""


_COUNTRIES = ("+49", "+31", "+44", "+43", "+41", "+32", "+33", "+352", "+423", "+45", "+46", "+48", "+39", "+34", "+1")
"""Codes of countries whose numbers are dialled there with a 0 in the place of the code, but for the last ones."""


class AddressKind(StrEnum):
    """What an address is for."""

    URL = "url"
    EMAIL = "email"
    PHONE = "phone"


class Address(NamedTuple):
    """A stretch of text that stays as it is in every language."""

    start: int
    end: int
    kind: AddressKind


def addresses(text: str) -> tuple[Address, ...]:
    """Web and e-mail addresses and telephone numbers of a text, in order, never overlapping."""
    return tuple(_apart((*_urls(text), *_mails(text), *_phones(text))))


def url_end(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it."""
    opened, closed = text.count("(", start, end), text.count(")", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and opened < closed:
            closed -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def phone_digits(raw: str) -> str:
    """The digits of a telephone number with its plus: two spellings of one number are equal."""
    return ("+" if raw.startswith("+") else "") + re.sub(r"\D", "", raw)


def is_same_phone(one: str, other: str) -> bool:
    """Whether two telephone numbers, as ``phone_digits`` gives them, are one; one may have its country's code."""
    ours, theirs = _dialled(one), _dialled(other)
    return ours[1] == theirs[1] and (ours[0] == theirs[0] or "" in (ours[0], theirs[0]))


def _dialled(digits: str) -> tuple[str, str]:
    """(code of the country if it is dialled, the rest without its leading 0)."""
    abroad = "+" + digits[2:] if digits.startswith("00") else digits
    code = next((code for code in _COUNTRIES if abroad.startswith(code)), "")
    return code, abroad.removeprefix(code or "+").lstrip("0")


def _urls(text: str) -> Iterator[Address]:
    if "." in text or ":" in text:
        for match in _URL.finditer(text):
            yield Address(match.start(), url_end(text, match.start(), match.end()), AddressKind.URL)


def _mails(text: str) -> Iterator[Address]:
    if "@" in text:
        for match in EMAIL.finditer(text):
            yield Address(match.start(), match.end(), AddressKind.EMAIL)


def _phones(text: str) -> Iterator[Address]:
    for match in _PHONE.finditer(text):
        if sum(char.isdigit() for char in match[0]) in _DIGITS and not _DATE.match(match[0]):
            yield _phone(match)


def _phone(match: re.Match[str]) -> Address:
    """The number without brackets around the whole of it, or open ones at its ends."""
    text, start, end = match[0], match.start(), match.end()
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        start += 1
        text = text[1:]
    if text.endswith(")") and text.count("(") < text.count(")"):
        end -= 1
    return Address(start, end, AddressKind.PHONE)


def _apart(found: Iterable[Address]) -> list[Address]:
    """Of two that overlap the one listed first; those that stay are in order."""
    kept: list[Address] = []
    for item in found:
        at = bisect_left(kept, item)
        is_free = (at == 0 or kept[at - 1].end <= item.start) and (at == len(kept) or item.end <= kept[at].start)
        if item.end > item.start and is_free:
            kept.insert(at, item)
    return kept
