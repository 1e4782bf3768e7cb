"""The marks with which an item of a list begins: those of Markdown, and the bullets of Word."""

from __future__ import annotations

import re
from typing import NamedTuple

_WIDE = "\u00a0\u2002-\u200a\u202f\u3000"
BULLETS = "•▪▫◦‣⁃●○■□◆◇❖❑➢➤►✓✔\uf06c\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
"""Bullets of Word; the last eight are those of its fonts Symbol and Wingdings, as they are copied."""
_BULLET = re.compile(
    rf"([-+*])(?:([ \t{_WIDE}]+)|$)"
    rf"|([{BULLETS}])[ \t{_WIDE}]*"
    rf"|([–—·])[ {_WIDE}]*\t[ \t{_WIDE}]*"
    rf"|(o)[ {_WIDE}]*[\t{_WIDE}][ \t{_WIDE}]*"
    rf"|([–—·])([ {_WIDE}]+)"
)
CHECKS = "☐☑☒✗✘❌✅"
"""Signs that begin an item and say something: they stay."""
AMOUNT = re.compile(
    r"\d[\d.,]*[ \u00a0\u202f]?(?:[%‰€$£°]|Grad|graden|degrees|Prozent|procent|percent|per cent|Punkte|punten|points)"
)
"""A number with its unit, before which a plus or minus is no bullet."""
DIALLED = re.compile(r"\d{1,3}[ \u00a0][\d() /-]{5,}\d")
"""A telephone number behind its plus."""
_KEPT = re.compile(rf"\+[ \u00a0](?:{AMOUNT.pattern}|{DIALLED.pattern})|[{CHECKS}][ {_WIDE}]")
_NUMBER = re.compile(rf"(\d{{1,9}})([.)])(?:[ \t{_WIDE}]+|$)")


class Marker(NamedTuple):
    """A mark as it was typed."""

    sign: str
    """Of bullets the character, of numbers the sign behind them."""
    number: int
    """-1 for a bullet."""
    text: str
    """As every reader knows it."""
    width: int
    """Characters to the content; none where the sign is part of it: a plus before an amount, a check mark."""
    is_doubtful: bool = False
    """A dash and a blank may also begin a spoken line: it takes two to be a list."""

    @property
    def is_numbered(self) -> bool:
        """Whether it is a number."""
        return self.number >= 0


def marker(rest: str) -> Marker | None:
    """The mark at the beginning of a line, if there is one; whether a number means a list is told by ``ordinals``."""
    if _KEPT.match(rest):
        return Marker("+", -1, "-", 0) if rest[0] == "+" else Marker(CHECKS, -1, "-", 0, is_doubtful=True)
    found = _BULLET.match(rest)
    if found:
        sign = found[1] or found[3] or found[4] or found[5] or found[6]
        return Marker(sign, -1, sign if found[1] else "-", found.end(), found[6] is not None)
    found = _NUMBER.match(rest)
    if found:
        return Marker(found[2], int(found[1]), found[1] + ".", found.end())
    return None
