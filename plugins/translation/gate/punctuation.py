"""Quotation marks and the end of a sentence: hints only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.passage import Passage

_MARKS = '„“”«»‚‘’‹›"'
_APOSTROPHE = re.compile(r"(?<=\w)[’'‘](?=\w)|(?<=s)[’'](?=\s)|(?<!\w)[’'‘](?=\w{1,2}\b|\d\d)")
_ENDS = {".": ".", "。": ".", "!": "!", "?": "?", "…": ".", ":": ":", "؟": "?", "！": "!", "？": "?"}


def check(source: Passage, target: Passage, target_lang: str, line: int) -> Iterator[Finding]:
    """Hint at foreign quotation marks and at another end of the sentence."""
    yield from _quotes(target.text, target_lang, line)
    ours, theirs = _end(source.text), _end(target.text)
    if ours != theirs and re.search(r"\w", target.text):
        yield Finding(
            line,
            "end-punctuation",
            Level.HINT,
            f"ends with {theirs or 'no mark'}, the source with {ours or 'no mark'}",
        )


def _end(text: str) -> str:
    stripped = text.rstrip(" \t\n" + _MARKS + "')]}*_|")
    return _ENDS.get(stripped[-1:], "")


def _quotes(text: str, lang: str, line: int) -> Iterator[Finding]:
    pairs = lexicon(lang).quotes
    if not pairs:
        return
    home = set("".join(pairs))
    bare = _APOSTROPHE.sub("", text)
    foreign = [mark for mark in bare if mark in _MARKS and mark not in home]
    if foreign:
        evidence = f"{foreign[0]} is not at home in {lang}; written there: {' or '.join(pairs)}"
        yield Finding(line, "quotation-marks", Level.HINT, evidence)
        return
    opening, closing = pairs[0][0], pairs[0][1]
    closed = (text if closing == "’" else bare).count(closing)
    if bare.count(opening) > closed or (closing != "’" and bare.count(opening) < closed):
        yield Finding(line, "quotation-marks", Level.HINT, f"{opening} and {closing} do not pair: {quote(text)}")
