"""Signs written by number (``&#39;``) that stand for something no translation would write."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level

_NUMBERED = re.compile(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});")
_USUAL = frozenset("'\"’‘“”„‚«»‹›–—…\u00a0\u2009\u202f\u00ad")


def check(source: str, target: str, line: int) -> Iterator[Finding]:
    """An engine that answers in HTML writes quotation marks so; another sign is a number that was changed.

    ``source`` and ``target`` as they were sent and received.
    """
    known = html.unescape(source)
    for match in _NUMBERED.finditer(target):
        sign = html.unescape(match.group())
        fine = sign in _USUAL or (sign.isalpha() and not sign.isascii()) or (sign in known and not sign.isalnum())
        if (not sign or not fine) and match.group() not in source:
            yield Finding(
                line,
                "number",
                Level.ANSWER,
                f"{match.group()} stands for {sign!r}" if sign else f"{match.group()} stands for nothing",
            )
