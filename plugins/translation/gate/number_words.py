"""Numbers written in words: ``hundertfünfzig``, ``one and a half million``, ``twee derde``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon, lexicon
from plugins.translation.gate.number_digits import is_below
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.words import Word, words

_LONGEST_WORD = 80
_OF = frozenset({"of", "von", "van"})
_THREE_QUARTERS = Fraction(3, 4)
_HALF = Fraction(1, 2)
_TENTH = Fraction(1, 10)
"""Not in one word with its number, which would be a rank: *achttiende*."""
_MINUS = re.compile(r"(?:^|[\s(])(?:minus|min)\s$", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:unter|below|onder)\s$", re.IGNORECASE)
_SOME = re.compile(r"\b(?:of|few|several|many|some|einige|mehrere|viele|enkele|verscheidene|paar)\s$", re.IGNORECASE)
"""Before a scale alone, it says no number: *a couple of thousand*."""
_FEW = frozenset({"paar"})
"""Before a scale, no two: ``ein paar hundert``."""
_MAGNITUDES = {
    100: "hundreds", 1000: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands",
    10**6: "millions", 10**9: "billions",
}  # fmt: skip
_OTHERWISE = frozenset({"acht", "doppel", "dubbel", "elf", "tien", "hundert", "honderd", "tausend", "duizend"})
"""Beginnings of words that mostly are no numbers: ``achten``, ``elfen``, ``tiener``."""
_CENTURIES = range(16, 21)
"""Of years that are said in two numbers: ``nineteen ninety-nine``, ``twenty twenty-six``."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What was read from some place on."""

    value: Fraction
    end: int
    """The place of the first word behind it."""
    kind: Kind = Kind.CARDINAL
    sure: bool = True
    """Whether it is said as a number, and nothing else."""
    other: Fraction | None = None
    """What it may mean besides."""


def in_words(text: str, lang: str) -> list[Numeral]:
    """The number words of a text, the longest phrase first (``twenty three`` is one number)."""
    lex = lexicon(lang)
    tokens = words(text)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = _read(tokens, at, text, lex, lang)
        if numeral and not (numeral.values == {0} and _BELOW.search(text[max(0, numeral.start - 8) : numeral.start])):
            found.append(_signed(_ranked(numeral, text, lex), text))
    return found


def _signed(numeral: Numeral, text: str) -> Numeral:
    """The number itself, or less than nothing: *minus fünf*, *five below zero*."""
    before = text[max(0, numeral.start - 8) : numeral.start]
    if numeral.article or not (_MINUS.search(before) or is_below(text, numeral.end)):
        return numeral
    return replace(numeral, values=frozenset(-value for value in numeral.values), weight=Weight.ASKED)


def _ranked(numeral: Numeral, text: str, lex: Lexicon) -> Numeral:
    """The number itself, or the rank that the words around it make of it: *op twee na* is *third*."""
    before, after = lex.rank
    if not before or not re.search(rf"\b{before}\s+$", text[max(0, numeral.start - 8) : numeral.start]):
        return numeral
    if not re.match(rf"\s+{after}\b", text[numeral.end :]):
        return numeral
    values = frozenset(value + 1 for value in numeral.values)
    return replace(numeral, values=values, kind=Kind.ORDINAL, weight=Weight.CONTRADICTS, article=False)


def _read(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon, lang: str) -> tuple[Numeral | None, int]:
    word = tokens[at]
    if word.plain in _vague(lex):
        return _some(tokens, at, text, lex)
    if word.plain in _FEW and _next(tokens, at + 1, text) in _scales(lex):
        return None, at + 1
    begun = None
    phrase = _of_a_million(_part(tokens, at, text, lex, lang), tokens, text, lex) or _phrase(
        tokens, at, text, lex, lang
    )
    if phrase is None:
        begun = _beginning(word.plain, lang)
        if begun is None:
            return None, at + 1
        stem, worth = begun
        phrase = _Phrase(worth, at + 1, sure=stem not in _OTHERWISE)
    begin, end = word.start, tokens[phrase.end - 1].end
    article = phrase.end == at + 1 and word.plain in lex.articles and word.raw.isascii()  # *één mei*
    meant = frozenset({phrase.value, *_decade(phrase.value), *([] if phrase.other is None else [phrase.other])})
    weight = Weight.ANSWERS if article else _weight(text, begin, end, phrase, lex)
    if begun is not None and weight is Weight.ASKED:
        weight = Weight.CONTRADICTS
    numeral = Numeral(begin, end, text[begin:end], False, meant, weight=weight, kind=phrase.kind, article=article)
    return _about(numeral, text), phrase.end


def _some(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon) -> tuple[Numeral, int]:
    """``Dutzende``, ``hundreds``; also some of them: ``tens of thousands``, ``Hunderte Millionen``."""
    names = frozenset(_vague(lex)[tokens[at].plain].split("+"))
    end = at + 1
    behind = end + (_next(tokens, end, text) in _OF)
    more = _vague(lex).get(_next(tokens, behind, text))
    if more:
        names, end = frozenset(f"{name} of {more}" for name in names), behind + 1
    begin, stop = tokens[at].start, tokens[end - 1].end
    raw, weight = text[begin:stop], Weight.CONTRADICTS
    return Numeral(begin, stop, raw, False, weight=weight, kind=Kind.VAGUE, vague=names), end


def _about(numeral: Numeral, text: str) -> Numeral:
    """The number itself, or so many without saying how many: *mehrere hundert* are *hundreds*."""
    name = _MAGNITUDES.get(max(map(int, numeral.values)))
    if not name or not _SOME.search(text[max(0, numeral.start - 16) : numeral.start]):
        return numeral
    weight = Weight.CONTRADICTS
    return Numeral(
        numeral.start, numeral.end, numeral.raw, False, weight=weight, kind=Kind.VAGUE, vague=frozenset({name})
    )


def _decade(value: Fraction) -> tuple[Fraction, ...]:
    """The decades a number may stand for (``die neunziger Jahre``, ``de jaren dertig``)."""
    if value.denominator > 1 or value % 10 or not 10 <= value < 100:
        return ()
    return (1900 + value, 2000 + value) if 20 <= value <= 50 else (1900 + value,)


def _weight(text: str, begin: int, end: int, phrase: _Phrase, lex: Lexicon) -> Weight:
    """How surely it counts: three or more, a word of its own, no part of a name."""
    raw = text[begin:end]
    said = [word.plain for word in words(raw)]
    of_one = said[0] in lex.multiples and (len(said) == 1 or said[0] not in lex.half)
    if not phrase.sure or of_one or (phrase.value == 1 and phrase.kind is Kind.CARDINAL):
        return Weight.ANSWERS
    named = raw[0].isupper() and bool(re.search(r"[\w,;]\W*$", text[max(0, begin - 40) : begin]))
    if named or said[-1] in lex.doubtful or phrase.value < 3 or phrase.value.denominator > 1:
        return Weight.CONTRADICTS
    return Weight.ASKED


def _joined(text: str, before: Word, after: Word) -> bool:
    return re.fullmatch(r"[\s\u00a0-]{1,2}", text[before.end : after.start]) is not None


def _next(tokens: tuple[Word, ...], at: int, text: str) -> str:
    """The word at a place, if nothing but a space or a hyphen stands before it."""
    if at < len(tokens) and (at == 0 or _joined(text, tokens[at - 1], tokens[at])):
        return tokens[at].plain
    return ""


@functools.cache
def _vague(lex: Lexicon) -> dict[str, str]:
    return dict(lex.vague)


@functools.cache
def _scales(lex: Lexicon) -> dict[str, int]:
    return dict(lex.scales)


@functools.cache
def _parts(lex: Lexicon) -> dict[str, Fraction]:
    return dict(lex.parts)


@functools.cache
def _phrases(lang: str) -> tuple[dict[tuple[str, ...], Fraction], int]:
    table = {tuple(phrase.split()): value for phrase, value in lexicon(lang).numbers}
    return table, max((len(key) for key in table), default=0)


def _small(tokens: tuple[Word, ...], at: int, text: str, lang: str) -> _Phrase | None:
    """A number word, or a phrase of the table."""
    table, longest = _phrases(lang)
    lex = lexicon(lang)
    for size in range(min(longest, len(tokens) - at), 0, -1):
        if all(_joined(text, tokens[n - 1], tokens[n]) for n in range(at + 1, at + size)):
            key = tuple(word.plain for word in tokens[at : at + size])
            if key in table:
                kind = Kind.ORDINAL if key[-1] in lex.ordinals else Kind.CARDINAL
                return _Phrase(table[key], at + size, Kind.PART if table[key] < 1 and table[key] else kind)
    found = compound(tokens[at].plain, lang)
    if found is not None:
        return _Phrase(found, at + 1)
    for ending in lex.ordinal_endings:
        stem = tokens[at].plain.removesuffix(ending)
        if stem != tokens[at].plain and (worth := compound(stem, lang)) is not None:
            return _Phrase(worth, at + 1, Kind.ORDINAL)
    return None


@functools.lru_cache(maxsize=20_000)
def compound(word: str, lang: str) -> Fraction | None:
    """What a word in one piece is worth: ``zweitausenddreihundert``, ``honderdvijftig``, ``zweieinhalb``."""
    lex = lexicon(lang)
    if len(word) > _LONGEST_WORD or not lex.glued:
        return None
    table = _phrases(lang)[0]
    value = table.get((word,))
    if value is not None:
        return value if value.denominator == 1 and word not in lex.ordinals else None
    for name, worth in lex.glued:
        left, found, right = word.partition(name)
        if not found:
            continue
        high = Fraction(1) if not left else compound(left, lang)
        if right.startswith(lex.joins) and compound(right, lang) is None:
            right = right[len(next(join for join in lex.joins if right.startswith(join))) :]
        low = Fraction(0) if not right else compound(right, lang)
        if high is None or low is None or low >= worth or high >= 1000:
            return None
        return high * worth + low
    for part, worth in lex.parts:
        power = _scales(lex).get(word.removeprefix(part), 0) if word.startswith(part) else 0
        if power > 2:
            return worth * Fraction(10**power)  # *Viertelmillion*
    for name, worth in lex.years:
        year = compound(word.removeprefix(name), lang) if word.startswith(name) else None
        if year is not None and 10 <= year < 100:
            return worth * 100 + year
    for half in lex.halves:
        if word.endswith(half) and (whole := table.get((word.removesuffix(half),))) is not None:
            return whole + _HALF
    return None


def _phrase(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon, lang: str) -> _Phrase | None:
    """``two hundred and fifty``, ``eine halbe Million``, ``one and a half million``."""
    first = _small(tokens, at, text, lang)
    if first is None:
        return None
    value, end, scaled = first.value, first.end, False
    if end := _half_dozen(tokens, at, first, text, lex):
        return _Phrase(Fraction(6), end)
    end = first.end
    if tokens[at].plain in lex.articles and (half := _small(tokens, end, text, lang) if end < len(tokens) else None):
        if half.value == _HALF and _scales(lex).get(_next(tokens, half.end, text), 0) > 2:
            value, end = half.value, half.end
    elif value == _HALF and _next(tokens, end, text) in lex.articles:
        end += _scales(lex).get(_next(tokens, end + 1, text), 0) > 2
    elif behind := _and_a_half(tokens, end, text, lex):
        value, end = value + _HALF, behind
    elif _next(tokens, end, text) in dict(lex.units) and (behind := _and_a_half(tokens, end + 1, text, lex)):
        return _Phrase(value + _HALF, behind)  # *an hour and a half*
    if lex.dozen and _next(tokens, end, text) == lex.dozen and value.denominator == 1:
        return _Phrase(value * 12, end + 1, Kind.VAGUE)
    if (
        first.kind is Kind.CARDINAL
        and value in _CENTURIES
        and not lex.glued
        and (year := _year(tokens, end, text, lang))
    ):
        return _Phrase(value * 100 + year.value, year.end)
    total = Fraction(0)
    last = 10**9
    if lex.glued and value in (100, 1000) and first.kind is Kind.CARDINAL:
        scaled, last = True, int(value)
    while (word := _next(tokens, end, text)) and first.kind is not Kind.ORDINAL:
        power = _scales(lex).get(word, 0)
        if power and len(word) > 1:
            if power == 2 and not 1 <= value < 100:
                break
            value, end, scaled = value * 10**power, end + 1, True
            if power > 2:
                total, value, last = total + value, Fraction(0), 10**power
                if behind := _and_a_half(tokens, end, text, lex):
                    return _Phrase(total + Fraction(10**power, 2), behind)  # *a million and a half*
            else:
                last = 100
            continue
        more = _more(tokens, end, text, lex, lang) if scaled else None
        if more is None or more.value >= last:
            break
        value, end, scaled = value + more.value, more.end, False
    if end == first.end:
        return first
    return _Phrase(total + value, end)


def _half_dozen(tokens: tuple[Word, ...], at: int, first: _Phrase, text: str, lex: Lexicon) -> int:
    """Where *half a dozen* or *ein halbes Dutzend* ends; 0 where it does not stand there."""
    end = first.end
    if first.value == 1 and tokens[at].plain in lex.articles and _next(tokens, end, text) in lex.half:
        end += 1
    elif first.value == _HALF:
        end += _next(tokens, end, text) in lex.articles
    else:
        return 0
    return end + 1 if lex.dozen and _next(tokens, end, text) == lex.dozen else 0


def _year(tokens: tuple[Word, ...], at: int, text: str, lang: str) -> _Phrase | None:
    """The second half of a year: ``nineteen ninety-nine``."""
    found = _small(tokens, at, text, lang) if _next(tokens, at, text) else None
    return found if found and found.kind is Kind.CARDINAL and 10 <= found.value < 100 else None


def _and_a_half(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon) -> int:
    """Where ``and a half`` ends; 0 where it does not stand there."""
    if _next(tokens, at, text) not in lex.joins:
        return 0
    at += 1
    at += _next(tokens, at, text) in lex.articles
    return at + 1 if _next(tokens, at, text) in lex.half else 0


def _more(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon, lang: str) -> _Phrase | None:
    """What is added to a hundred or a thousand."""
    at += _next(tokens, at, text) in lex.joins
    if not _next(tokens, at, text) or tokens[at].plain in lex.articles:
        return None
    found = _small(tokens, at, text, lang)
    return found if found and found.kind is Kind.CARDINAL else None


def _part(tokens: tuple[Word, ...], at: int, text: str, lex: Lexicon, lang: str) -> _Phrase | None:
    """``two thirds``, ``drei Viertel``, ``a quarter``."""
    parts, table = _parts(lex), _phrases(lang)[0]
    word, after = tokens[at].plain, _next(tokens, at + 1, text)
    count = table.get((word,), Fraction(0))
    if after in parts and parts[after] != _HALF and 1 <= count < 10 and word not in lex.ordinals:
        rank = table.get((after,)) if word in lex.articles else None
        return _Phrase(count * parts[after], at + 2, Kind.PART, other=rank)
    for part in parts if lex.glued else ():
        many = table.get((word.removesuffix(part),), Fraction(0)) if word.endswith(part) else 0
        if 1 < many < 10 and parts[part] > _TENTH and word.removesuffix(part) not in lex.ordinals:
            return _Phrase(many * parts[part], at + 1, Kind.PART)  # *tweederde*
    if word in parts:
        row = table.get((word,)) if word in lex.ordinals else None
        sure = bool(row) or parts[word] == _THREE_QUARTERS
        return _Phrase(row or parts[word], at + 1, Kind.ORDINAL if row else Kind.PART, sure, parts[word])
    return None


def _of_a_million(part: _Phrase | None, tokens: tuple[Word, ...], text: str, lex: Lexicon) -> _Phrase | None:
    """A part, or so much of a million: ``a quarter of a million``, ``een kwart miljoen``."""
    if part is None:
        return None
    end = part.end
    if _next(tokens, end, text) in _OF and _next(tokens, end + 1, text) in lex.articles:
        end += 2
    power = _scales(lex).get(_next(tokens, end, text), 0)
    value = part.other if part.other is not None and part.kind is Kind.ORDINAL else part.value
    return _Phrase(value * 10**power, end + 1) if power > 2 else part


@functools.cache
def _stems(lang: str) -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted(lexicon(lang).number_stems, key=lambda item: -len(item[0])))


@functools.lru_cache(maxsize=20_000)
def _beginning(word: str, lang: str) -> tuple[str, Fraction] | None:
    """(how it begins, the number) of a longer word: ``zweitausend``, ``zehnjährige``, ``driedubbel``."""
    stem, value = next(((s, v) for s, v in _stems(lang) if word.startswith(s)), ("", Fraction(0)))
    if not stem:
        return None
    rest = word[len(stem) :]
    power = next((p for name, p in lexicon(lang).scales if p < 6 and len(name) > 1 and rest.startswith(name)), 0)
    return stem, value * Fraction(10**power)
