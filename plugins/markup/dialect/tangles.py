"""Refuses a text of which the readers of Markdown would need the square of its length: brackets that never close."""

from __future__ import annotations

import re

from plugins.markup.errors import TooDeepError

MOST = 5_000_000
"""Signs that a reader may look at again and again; a page with a thousand links needs a hundredth of it."""
_SIGN = re.compile(r"\\.|\[|\]\(?|\n[ \t]*(?=\n)|^\*\[", re.MULTILINE)
_QUICK = 20
"""Signs that a regular expression looks at while a loop looks at one."""


def check_brackets(text: str) -> None:
    """Raises ``TooDeepError`` for too many brackets inside one another or without an end, in one paragraph.

    For each bracket a reader looks for its end, which for one without is the end of the paragraph; and behind the
    words of a link for the end of its address. Linear, and done only where a text has so many.
    """
    if text.count("[") * len(text) > MOST and _work(text) > MOST:
        raise TooDeepError


def _work(text: str) -> int:
    work = 0
    opened: list[int] = []
    addresses: list[int] = []
    ends = [match.end() for match in _SIGN.finditer(text) if match[0][0] == "\n"]
    ends.append(len(text))
    paragraph = 0
    for match in _SIGN.finditer(text):
        at, sign = match.start(), match[0]
        if sign[0] == "\n":
            work += sum(at - place for place in opened) + sum(_address(text, place, at) for place in addresses)
            opened, addresses, paragraph = [], [], paragraph + 1
        elif sign == "*[":
            work += (ends[paragraph] - at) // _QUICK
            opened.append(at)
        elif sign == "[":
            opened.append(at)
        elif sign[0] == "]":
            work += at - opened.pop() if opened else 0
            addresses += [at] if sign == "](" else []
    return work + sum(len(text) - place for place in opened) + sum(_address(text, p, len(text)) for p in addresses)


def _address(text: str, start: int, end: int) -> int:
    """How far a reader looks for the end of an address."""
    found = text.find(")", start, end)
    return (end if found < 0 else found) - start
