"""Numbers written in words, or in Roman figures."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.numeral import Numeral
from plugins.translation.gate.words import words

_ROMAN = re.compile(r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def in_words(text: str, lang: str) -> list[Numeral]:
    """The number words of a text, the longest phrase first (``twenty three`` is one number)."""
    table, longest = _phrases(lang)
    tokens = words(text)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        sizes = range(min(longest, len(tokens) - at), 0, -1)
        keys = ((size, tuple(word.plain for word in tokens[at : at + size])) for size in sizes)
        size, value = next(((size, table[key]) for size, key in keys if key in table), (1, None))
        if value is None:
            value = _beginning(tokens[at].plain, lang)
        if value is not None:
            begin, end = tokens[at].start, tokens[at + size - 1].end
            article = size == 1 and tokens[at].plain in lexicon(lang).articles
            asked = _counts(text, begin, end, value, lang)
            found.append(Numeral(begin, end, text[begin:end], False, _meanings(value), asked=asked, article=article))
        at += size
    return found


@functools.cache
def _phrases(lang: str) -> tuple[dict[tuple[str, ...], Fraction], int]:
    table = {tuple(phrase.split()): value for phrase, value in lexicon(lang).numbers}
    return table, max((len(key) for key in table), default=0)


def _meanings(value: Fraction) -> frozenset[Fraction]:
    """The value, and the decade it may stand for (``die neunziger Jahre``)."""
    decade = {1900 + value} if value.denominator == 1 and value % 10 == 0 and 10 <= value < 100 else set()
    return frozenset({value, *decade})


def _counts(text: str, begin: int, end: int, value: Fraction, lang: str) -> bool:
    """Whether a word surely counts: three or more, a word of its own, no part of a name."""
    raw = text[begin:end]
    phrase = tuple(word.plain for word in words(raw))
    if value < 3 or value.denominator > 1 or phrase not in _phrases(lang)[0]:
        return False
    named = raw[0].isupper() and bool(re.search(r"[\w,;]\W*$", text[:begin]))
    return not named and " ".join(phrase) not in lexicon(lang).doubtful


@functools.cache
def _stems(lang: str) -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted(lexicon(lang).number_stems, key=lambda item: -len(item[0])))


@functools.lru_cache(maxsize=20_000)
def _beginning(word: str, lang: str) -> Fraction | None:
    """The number a longer word begins with: ``zweitausend``, ``zehnjährige``, ``driedubbel``."""
    stem, value = next(((s, v) for s, v in _stems(lang) if word.startswith(s)), ("", Fraction(0)))
    if not stem:
        return None
    rest = word[len(stem) :]
    power = next((p for name, p in lexicon(lang).scales if p < 6 and rest.startswith(name)), 0)
    return value * Fraction(10**power)


def roman(text: str) -> list[Numeral]:
    """Roman figures; of single letters only I, V, X."""
    return [
        Numeral(match.start(), match.end(), match.group(), False, frozenset({_roman_value(match.group())}))
        for match in _ROMAN.finditer(text)
        if len(match.group()) > 1 or match.group() in ("I", "V", "X")
    ]


def _roman_value(raw: str) -> Fraction:
    worth = [_WORTH[char] for char in raw]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    return Fraction(sum(-now if now < after else now for now, after in pairs))
