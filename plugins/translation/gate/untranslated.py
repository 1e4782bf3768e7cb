"""Text that was handed back as it came."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.language import verdict
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.passage import Passage

SHARE = 0.75
"""From this share of source words among the uncapitalised ones on, a line counts as left."""
MANY = 5
"""Words of a line that can be judged at all."""
SHORT_RUN = 4
"""So many are asked about where two of them are the source language's own."""
_POSTCODE = re.compile(r"(?<![\d.,])(?:\d{5}|\d{4}\s?[A-Z]{2})\s[A-ZÄÖÜ][^\W\d_]")
FEW = 2
"""One word alone may be of both languages: ``open``."""
RUN = 6
"""So many words of the source in a row, half of them uncapitalised, count as left."""


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Block what still is the source although it has words of the source's language."""
    ours, theirs = _words(source.text), _words(target.text)
    if not theirs or not ours:
        return
    same = [w.casefold() for w in ours] == [w.casefold() for w in theirs]
    if same:
        level = _same_words(source.text, ours, source_lang, target_lang)
        if level is not None:
            yield Finding(line, "untranslated", level, f"the same text as the source: {quote(target.text)}")
    elif _beside(ours, theirs) and not is_address(source.text):
        yield Finding(
            line, "untranslated", Level.BLOCK, f"the source stands beside its translation: {quote(target.text)}"
        )
    elif _left(ours, theirs, source_lang, target_lang) and not is_address(source.text):
        yield Finding(line, "untranslated", Level.BLOCK, f"mostly the words of the source: {quote(target.text)}")
    else:
        long, short = _run(ours, theirs, RUN), _run(ours, theirs, SHORT_RUN)
        left = bool(long) and _foreign(long, source_lang, target_lang)
        if left or (_is_left(short, source_lang, target_lang) and not _is_named(short, target.text)):
            run, level = (long, Level.BLOCK) if left else (short, Level.ANSWER)
            yield Finding(line, "untranslated", level, f"left as in the source: {quote(' '.join(run))}")


def is_address(text: str) -> bool:
    """Whether it is little more than a street, a postcode and its town, which no translation changes."""
    small = sum(word.islower() and len(word) > 1 for word in _words(text))
    return small <= FEW and _POSTCODE.search(text) is not None


def _beside(ours: list[str], theirs: list[str]) -> bool:
    """Whether all of the source, and more, stands in the translation."""
    small = sum(word.islower() for word in ours)
    joined = f" {' '.join(theirs).casefold()} "
    return len(ours) >= 3 and small > 0 and len(theirs) > len(ours) and f" {' '.join(ours).casefold()} " in joined


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)


def _same_words(text: str, words: list[str], source_lang: str, target_lang: str) -> Level | None:
    """How much it matters that nothing changed: names stay, words of the language do not."""
    here = source_lang.partition("-")[0]
    if here == target_lang.partition("-")[0]:
        return None
    small = [w for w in words if w.islower() and len(w) > 1]
    if is_address(text):
        return Level.HINT
    found = verdict(text, target_lang)
    lead = found.lead if found is not None and found.lang == here else -1.0
    if _foreign(words, source_lang, target_lang) and (lead > 0 or 2 * len(small) >= len(words)):
        return Level.BLOCK
    if (lead > 0 and len(words) >= 4) or (lead > 1 and small):
        return Level.BLOCK
    if len(small) >= 3:
        return Level.ANSWER
    return Level.HINT if small or lead > 0 else None


def _foreign(words: list[str], source_lang: str, target_lang: str) -> bool:
    """Whether words stand there that the source's language uses all the time, and the target's does not."""
    own = lexicon(source_lang).function_words - lexicon(target_lang).function_words
    return any(w.islower() and w in own for w in words)


def _left(ours: list[str], theirs: list[str], source_lang: str, target_lang: str) -> bool:
    """Whether most uncapitalised words are the source's; half will do where the whole reads like it."""
    small = Counter(w for w in theirs if w.islower() and len(w) > 2)
    total = sum(small.values())
    kept = sum((small & Counter(w.lower() for w in ours)).values())
    if total >= 4 and kept / total >= SHARE:
        return True
    if len(theirs) < MANY or kept < FEW or 2 * kept < total:
        return False
    found = verdict(" ".join(theirs), target_lang)
    return found is not None and found.lead > 0 and found.lang == source_lang.partition("-")[0]


def _is_named(run: list[str], text: str) -> bool:
    """Whether the words are a name or end one, with a capital before them: *Beauftragte für Datenschutz*."""
    before = text.partition(" ".join(run))[0].split()
    return run[0][0].isupper() or (bool(before) and before[-1][:1].isupper())


def _is_left(run: list[str], source_lang: str, target_lang: str) -> bool:
    """Whether a short run has two words that the source's language alone uses all the time."""
    own = lexicon(source_lang).function_words - lexicon(target_lang).function_words
    return sum(word.islower() and word in own for word in run) >= FEW


def _run(ours: list[str], theirs: list[str], least: int) -> list[str]:
    """The longest run of words whose every so many in a row stand in the source, half of them uncapitalised."""
    known = {tuple(ours[at : at + least]) for at in range(len(ours) - least + 1)}
    begin, best = 0, (0, 0)
    for at in range(len(theirs) - least + 2):
        if tuple(theirs[at : at + least]) not in known:
            best = max(best, (at - begin, begin))
            begin = at + 1
    size, begin = best
    run = theirs[begin : begin + size + least - 1] if size else []
    return run if 2 * sum(w.islower() for w in run) >= len(run) else []
