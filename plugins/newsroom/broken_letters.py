"""Letters of a text that was saved or pasted in another encoding: ``MÃ¼ller``, ``M\ufffdller``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BROKEN = re.compile(f"(?:Ã[{_HIGH}]|Â[\u00a0-\u00bf]|â[€‚„…†‡ˆ‰][{_HIGH}]|ðŸ[{_HIGH}]{{2}})+|\ufffd+")
"""The bytes of UTF-8, each taken for a letter of Windows-1252. Words of European languages hold none of these pairs."""


_FIRST = "ÃÂâð\ufffd"
"""With one of which each of them begins."""


class BrokenLetters(NamedTuple):
    """A passage of a text, and what was meant, if that can be told."""

    start: int
    raw: str
    meant: str


def broken_letters(text: str) -> Iterator[BrokenLetters]:
    """Each passage of such letters."""
    if not any(map(text.__contains__, _FIRST)):
        return
    for match in _BROKEN.finditer(text):
        meant = _meant(match[0])
        if meant or match[0][0] == "\ufffd":
            yield BrokenLetters(match.start(), match[0], meant)


def _meant(raw: str) -> str:
    try:
        return b"".join(map(_byte, raw)).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252")
