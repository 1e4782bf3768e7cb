"""Two names that stand in another order because their sentence is built otherwise, and not in each other's place."""

from __future__ import annotations

import functools
import re

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.words import Word, level, words

_BEGIN = 4
"""Letters that two words of one meaning share."""
_BESIDE = 3
"""Words before and after a name that may tell what it is."""
_ROOT = 5
"""Letters of a name and the word for what belongs to it: *Harappa*, *Harappan*."""
_APART = 4
"""Words between somebody and what he is, or whom he speaks of; further apart, it says nothing."""
_SMALL = 2
"""Small words inside of a name: *van de*."""
_AGENT = 36
"""Characters between *by* and the name of the one who acts."""

Text = tuple[str, str]
"""(text, language)."""


def is_reordered(source: Text, target: Text, pair: tuple[str, str], names: set[str]) -> bool:
    """Whether one of the names has kept the words beside it, is what the other one is, or acts in a passive."""
    if any(_is_torn(source[0], target[0], name, names) for name in pair):
        return False
    return (
        _is_one_name(source, target, pair)
        or _keeps_its_words(source, target, pair, names)
        or _is_apposition(source, target, pair)
        or _is_passive(source, target, pair)
    )


def _is_torn(source: str, target: str, name: str, names: set[str]) -> bool:
    """Whether a name has lost the other half that stood right beside it: *Peter Beck* to *Peter Kurz*."""
    ours, theirs = _halves(source, name, names), _halves(target, name, names)
    return bool(ours) and not ours & theirs


def _halves(text: str, name: str, names: set[str]) -> frozenset[str]:
    """The other names that only a space parts from a name."""
    found = words(text)
    at = next((n for n, word in enumerate(found) if word.raw == name), None)
    if at is None:
        return frozenset()
    beside = ((found[n], found[n + 1]) for n in (at - 1, at) if 0 <= n < len(found) - 1)
    close = [pair for pair in beside if pair[1].start - pair[0].end == 1]
    return frozenset(word.raw for pair in close for word in pair if word.raw in names and word.raw != name)


def _is_one_name(source: Text, target: Text, pair: tuple[str, str]) -> bool:
    """Whether both words are one name, or of one: *Grand Prix van Singapore* is *Singapore Grand Prix*."""
    akin = pair[0][:_ROOT] == pair[1][:_ROOT]
    between = [_between(text[0], pair) for text in (source, target)]
    if any(_is_said(gap, text[1]) for gap, text in zip(between, (source, target), strict=True)):
        return False
    gaps = [gap.split() for gap in between]
    joined = [all(word[0].isupper() for word in gap) for gap in gaps]
    small = [len(gap) - sum(word[0].isupper() for word in gap) <= _SMALL for gap in gaps]
    return akin or (joined[0] is not joined[1] and all(small))


def _keeps_its_words(source: Text, target: Text, pair: tuple[str, str], names: set[str]) -> bool:
    """Whether a word beside one name still stands beside it, and not beside the other."""
    ours, theirs = ([_beside(text[0], name, names) for name in pair] for text in (source, target))
    for one, other in ((0, 1), (1, 0)):
        own = ours[one] - ours[other]
        if own & theirs[one] and not own & theirs[other]:
            return True
    return False


def _beside(text: str, name: str, names: set[str]) -> frozenset[str]:
    """How the words begin that stand beside a name, in the same sentence; names tell nothing."""
    found = words(text)
    at = next((n for n, word in enumerate(found) if word.raw == name), None)
    if at is None:
        return frozenset()
    close = (*_until(text, found[max(0, at - _BESIDE) : at + 1]), *found[at + 1 : at + 1 + _BESIDE])
    return frozenset(skeleton(w.plain)[:_BEGIN] for w in close if len(w.plain) > _BEGIN and w.raw not in names)


def _until(text: str, row: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words before the last one, without those of an earlier part of the sentence."""
    for at in range(len(row) - 1, 0, -1):
        if re.search(r"[,;:.!?]", text[row[at - 1].end : row[at].start]):
            return row[at:-1]
    return row[:-1]


def _is_apposition(source: Text, target: Text, pair: tuple[str, str]) -> bool:
    """Whether both names are one person or body and what it is, without a word for speaking between them.

    *Christopher Garcia, woordvoerder van het Los Angeles Police Department* is *Los Angeles Police Department
    spokesman Christopher Garcia*: the comma behind the first name goes with the order.
    """
    gaps = [_between(text[0], pair) for text in (source, target)]
    close = all(0 < len(gap.split()) <= _APART for gap in gaps)
    if not close or any(_is_said(gap, text[1]) for gap, text in zip(gaps, (source, target), strict=True)):
        return False
    commas = [gap.split(",")[0] if "," in gap else "" for gap in gaps]
    bare = [bool(comma) and len(gap.split()) <= _BESIDE for comma, gap in zip(commas, gaps, strict=True)]
    return bool(commas[0]) is not bool(commas[1]) or bare[0] is not bare[1]


def _between(text: str, pair: tuple[str, str]) -> str:
    """What stands between the two names, with the rest of the first one."""
    places = sorted((match.start(), match.end()) for name in pair if (match := _place(text, name)))
    return text[places[0][1] : places[1][0]] if len(places) == len(pair) else ""


def _place(text: str, name: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _is_said(gap: str, lang: str) -> bool:
    """Whether somebody speaks there, or the sentence ends."""
    return re.search(r"[.!?;:“”„\"]", gap) is not None or any(w.plain in lexicon(lang).speech for w in words(gap))


def _is_passive(source: Text, target: Text, pair: tuple[str, str]) -> bool:
    """Whether one of the names acts in one text as *by* says, and speaks of the other in the other text.

    *Weber lobte Kaminski* is *Kaminski was praised by Weber*.
    """
    acting = [{name for name in pair if _acts(text, name)} for text in (source, target)]
    if bool(acting[0]) is bool(acting[1]):
        return False
    text, lang = target if acting[0] else source
    gap = words(_between(text, pair))
    return len(gap) <= _APART and any(word.plain in lexicon(lang).speech for word in gap)


def _acts(text: Text, name: str) -> bool:
    match, pattern = _place(text[0], name), _agent(text[1])
    if match is None or pattern is None:
        return False
    return pattern.search(level(text[0][max(0, match.start() - _AGENT) : match.start()])) is not None


@functools.cache
def _agent(lang: str) -> re.Pattern[str] | None:
    agent = lexicon(lang).agent
    return re.compile(rf"(?<!\w)(?:{agent})\s(?:[^\W\d_]+\.?\s)?$") if agent else None
