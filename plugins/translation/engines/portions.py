"""Cuts a text that is too long for one request where it can be cut without harm.

Not the sentences that the gate counts (``gate.sentences``): those need the language's abbreviations and months, and
lose the white space. A cut too few costs nothing here, one too many spoils the grammar of two answers, and joined
again the portions must be the text, whatever language it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_END = re.compile(r"([.!?…][\"'»”“’)\]]*)(\s+)(?=[\"'«„“‘(\[]*[^\W\d_a-zß-öø-ÿ]|\[)")
_LAST_WORD = re.compile(r"(?:^|[\s(\"'«„“‘])(\S+)\.$")
_ORDINAL = re.compile(r"\d{1,3}")
_ABBREVIATION = re.compile(r"[^\W\d_]|[bcdfghjklmnpqrstvwxzß]{2,4}|\w+(?:\.\w+)+", re.IGNORECASE)
"""One letter (``K.``), no vowel (``Dr.``, ``Nr.``, ``bzw.``), inner dots (``z.B.``)."""
_SPELT_OUT = frozenset({"ca", "etc", "evtl", "ing", "inkl", "mio", "prof", "usw"})


def safe_cuts(text: str) -> tuple[tuple[str, str], ...]:
    """(sentence, white space after it) pairs; joined they are the text again.

    No cut after an ordinal (``22. April``), an abbreviation (``Dr.``, ``z.B.``) or before a small
    letter: rules that hold in the Latin script whatever the language.
    """
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[tuple[str, str]]:
    start = 0
    for match in _END.finditer(text):
        sentence = text[start : match.end(1)]
        if match[1] == "." and _goes_on(sentence):
            continue
        yield sentence, match[2]
        start = match.end()
    if start < len(text):
        bare = text[start:].rstrip()
        yield bare, text[start + len(bare) :]


def _goes_on(sentence: str) -> bool:
    """Whether the dot at the end belongs to an ordinal or an abbreviation."""
    match = _LAST_WORD.search(sentence)
    word = match[1] if match else ""
    return bool(_ORDINAL.fullmatch(word) or _ABBREVIATION.fullmatch(word) or word.lower() in _SPELT_OUT)


def portions(text: str, longest: int, measure: Callable[[str], int] = len) -> tuple[tuple[str, str], ...]:
    """Whole sentences gathered into parts of at most ``longest``, with the space after each.

    A sentence that is longer stands alone: the caller decides what to do with it.
    """
    parts: list[tuple[str, str]] = []
    for sentence, space in safe_cuts(text):
        if parts and measure("".join((*parts[-1], sentence))) <= longest:
            before, between = parts.pop()
            parts.append((before + between + sentence, space))
        else:
            parts.append((sentence, space))
    return tuple(parts)
