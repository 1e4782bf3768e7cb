"""Where a typed text holds code: between fences, and between backticks within a paragraph. Linear in its length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-+*•]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_RUN = re.compile(r"`+")
_GAP = re.compile(r"\n[ \t]*\n")


def code_passages(text: str) -> Iterator[tuple[int, int, int]]:
    """(end of the text before, start, end) of each passage of code in order; a language's name stands in neither."""
    at = 0
    for before, start, end in _fenced(text):
        yield from ((start, start, end) for start, end in _spans(text, at, before))
        yield before, start, end
        at = end
    yield from ((start, start, end) for start, end in _spans(text, at, len(text)))


def _fenced(text: str) -> Iterator[tuple[int, int, int]]:
    """(place of the fence, start, end) of the lines between two fences; what is never closed reaches to the end."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        sign, rest = match[1], match[2]
        if opened is None:
            if not (sign[0] == "`" and "`" in rest):
                opened = match
        elif sign[0] == opened[1][0] and len(sign) >= len(opened[1]) and not rest.strip():
            yield opened.end(1), opened.end(), match.start()
            opened = None
    if opened is not None:
        yield opened.end(1), opened.end(), len(text)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Between two runs of backticks of one length, in one paragraph."""
    if text.find("`", start, end) < 0:
        return
    runs = [match.span() for match in _RUN.finditer(text, start, end)]
    later: dict[int, list[int]] = defaultdict(list)
    for number in range(len(runs) - 1, -1, -1):
        later[runs[number][1] - runs[number][0]].append(number)
    gaps = [match.start() for match in _GAP.finditer(text, start, end)]
    number = gap = 0
    while number < len(runs):
        opening, inside = runs[number]
        same = later[inside - opening]
        while same and same[-1] <= number:
            same.pop()
        while gap < len(gaps) and gaps[gap] < inside:
            gap += 1
        paragraph = gaps[gap] if gap < len(gaps) else end
        is_escaped = opening > 0 and text[opening - 1] == "\\" and inside - opening == 1
        if same and runs[same[-1]][0] < paragraph and not is_escaped:
            yield inside, runs[same[-1]][0]
            number = same[-1]
        number += 1
