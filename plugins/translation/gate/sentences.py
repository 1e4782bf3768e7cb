"""Where one sentence ends and the next begins, in a language that is known: to count, to align, to compare.

To cut a text for an engine is another thing (``engines.portions``): there a doubtful end is none.
"""

from __future__ import annotations

import re

from plugins.translation.gate.dates import calendar
from plugins.translation.gate.lexicon import lexicon

_END = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’“‘»«›‹)\]]*(?:\s+|(?<=[。！？])|$)")
_LAST = re.compile(r"[^\s(\[\"“„‘]*$")


def sentences(text: str, lang: str) -> tuple[str, ...]:
    """The sentences of a text in order, without the white space between them."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() < len(text) and not _ends(text, start, match, lang):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(part for part in found if re.search(r"\w", part))


def _ends(text: str, start: int, match: re.Match[str], lang: str) -> bool:
    """Whether a mark in the middle of the text is the end of a sentence."""
    lex = lexicon(lang)
    after = text[match.end()]
    if after.islower() or after in ",;:–—":
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = _LAST.search(text[max(start, match.start() - 40) : match.start()])
    word = before.group().casefold() if before else ""
    if word in lex.abbreviations or (len(word) == 1 and word.isalpha()):
        return False
    if after.isdigit() and word in dict(calendar(lang).months):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return not after.isupper() and not after.isdigit()
    return not (lex.ordinal_dot and re.fullmatch(r"\d{1,2}|[ivx]+", word))
