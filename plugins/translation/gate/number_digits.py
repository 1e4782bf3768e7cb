"""Numbers written in digits: ``1.234,56``, ``2,3 Mrd.``, ``−5``, ``1/3``, ``1995-96``, ``the 90s``."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from fractions import Fraction

from babel import Locale, UnknownLocaleError

from plugins.translation.gate.dates import dates
from plugins.translation.gate.lexicon import Lexicon, lexicon
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.patterns import HOLE

SPACES = " \u00a0\u202f\u2009"
"""What may stand between groups of three digits: a space, one that does not break, narrow ones."""
LONGEST = 40
"""A longer run of digits is no amount; it is compared sign by sign."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{SPACES}’']\d{{3}})+(?:[.,]\d+)?")
_MAYBE_MILLIONS = re.compile(r"m\s[a-z]")
"""``80m people``, or ``80m long``."""
_GAPS = re.compile(rf"[{SPACES}’']")
_PART = re.compile(r"(?<![\d/.,])([1-9])/([2-9]|10)(?![\d/]|[.,]\d)")
_DIGITS = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:’']\d+)*", re.ASCII)
_POWER = re.compile(r"(?<![^\W\d_])([kcmd]?m|ft|mi|in)([23])\b")
"""``km2``: a unit, no number."""
_MILITARY = re.compile(r"\s*(?:UTC|GMT|[A-Z]{1,3}ST\b|MEZ|MESZ|CET|hours|hrs|h\b|uur|Uhr|local)")
"""What makes a time of day of four digits: ``0230 UTC``."""
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
_BELOW_THE_LINE = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
"""Figures as they stand in ``CO₂``."""
_LINK = re.compile(r"\s*(?:[-–—]|[^\W\d_]{1,4})\s*")
"""What stands between the ends of a range: ``2 to 3 million``."""
_HOURS = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])[uh](?=[0-5]\d(?![\d,.:]\d|\w))")
"""The hour of ``18u30`` or ``18h30``."""
_MIXED = re.compile(r"(?<![\d.,])(\d{1,3})\s?([½⅓⅔¼¾⅕⅛])")
"""``1½``."""
_THOUSANDS = re.compile(r"\s?([Tk])(?=€|EUR\b)")
"""What makes thousands of a sum: ``250 T€``, ``250 k€``."""
_AMOUNT = re.compile(r"[€$£]\s?(?:\d[\d.,]{0,12}\s?[-–]\s?)?$")
"""A currency before a number, or before the beginning of its range."""
_MINUS = re.compile(r"(?:^|[\s(])(?:−\s?|[-–]|minus\s|min\s)$", re.IGNORECASE)
_BELOW = re.compile(r"\s?(?:°\s?[CF]\b|[^\W\d_]+)?\s?(?:[^\W\d_]+\s)?(?:unter null|below zero|onder nul)\b", re.I)


@functools.cache
def symbols(lang: str) -> tuple[str, str]:
    """(decimal mark, group mark) of a language, after CLDR; a point and a comma where it is unknown."""
    try:
        found = Locale.parse(lang, sep="-" if "-" in lang else "_").number_symbols
    except (ValueError, UnknownLocaleError, TypeError):
        return ".", ","
    latin = found.get("latn", found)
    return str(latin.get("decimal", ".")), str(latin.get("group", ","))


@functools.lru_cache(maxsize=4096)
def readings(raw: str, lang: str) -> tuple[frozenset[Fraction], bool]:
    """(what the number may be worth, whether its separators have no sure meaning).

    ``1.234`` is 1234 in German, and 1.234 in English: the language's own format comes first. A number that
    cannot be its own format (``3.5`` in German, ``1.234,56`` in English) is read in the other one.
    """
    decimal, group = symbols(lang)
    bare = _GAPS.sub("", raw) if _GROUPED.fullmatch(raw) else raw
    if len(bare) > LONGEST:
        return frozenset(), True
    if bare.isdigit():
        return frozenset({Fraction(int(bare))}), False
    for point, comma in ((decimal, group), (_other(decimal), decimal)):
        value = _value(bare, point, comma)
        if value is not None:
            return frozenset({value}), False
    one = re.fullmatch(r"(\d+)[.,](\d+)", bare)
    if one:
        return frozenset({Fraction(f"{one[1]}.{one[2]}")}), True
    return frozenset(), True


def _other(mark: str) -> str:
    return "." if mark == "," else ","


def _value(raw: str, point: str, comma: str) -> Fraction | None:
    mark = re.escape(comma)
    if comma in ".," and re.fullmatch(rf"\d{{1,3}}(?:{mark}\d{{3}})+(?:{re.escape(point)}\d+)?", raw):
        raw = raw.replace(comma, "")
    if re.fullmatch(rf"\d+(?:{re.escape(point)}\d+)?", raw):
        return Fraction(raw.replace(point, "."))
    return None


def foreign_decimal(raw: str, lang: str) -> bool:
    """Whether a decimal number is written with the mark of another language: ``3,5`` in English."""
    mark = _other(symbols(lang)[0])
    own = re.escape(_other(mark))
    return (
        re.fullmatch(rf"\d+{re.escape(mark)}(?:\d{{1,2}}|\d{{4,}})|\d{{1,3}}(?:{own}\d{{3}})+{re.escape(mark)}\d+", raw)
        is not None
    )


def in_digits(text: str, lang: str) -> list[Numeral]:
    """The numbers in digits, in order, without those of dates in figures; with their scale words."""
    mentions = dates(text, lang)
    level = list(text)
    for mention in mentions:
        if mention.numeric:
            level[mention.start : mention.end] = " " * (mention.end - mention.start)
    flat = _POWER.sub(lambda m: m[1] + " ", "".join(level).translate(_BELOW_THE_LINE))
    flat = _HOURS.sub(r"\1:", flat)
    spans = {at for mention in mentions for at in range(mention.start, mention.end)}
    parts = [_part(match) for match in _PART.finditer(flat) if match.start() not in spans]
    parts += map(_mixed, _MIXED.finditer(flat))
    inside = {at for part in parts for at in range(part.start, part.end)}
    found = [_numeral(m, flat, lang, m.start() in spans) for m in _DIGITS.finditer(flat) if m.start() not in inside]
    every = sorted(
        [*found, *parts, *(n for n in _vulgar(text) if n.start not in inside)], key=lambda numeral: numeral.start
    )
    return _with_centuries(_scaled(every, text, lexicon(lang)), text)


def _part(match: re.Match[str]) -> Numeral:
    worth = frozenset({Fraction(int(match[1]), int(match[2]))})
    groups = (match[1], match[2])
    return Numeral(match.start(), match.end(), match.group(), True, worth, frozenset(), groups, True, Weight.ASKED)


def _mixed(match: re.Match[str]) -> Numeral:
    worth = frozenset({int(match[1]) + Fraction(_VULGAR[match[2]])})
    return Numeral(match.start(), match.end(), match.group(), True, worth, weight=Weight.ASKED)


def _numeral(match: re.Match[str], text: str, lang: str, dated: bool) -> Numeral:
    raw = match.group()
    begin, end = match.span()
    values, loose = readings(raw, lang)
    groups = tuple(re.findall(r"\d+", raw))
    times = set()
    if re.fullmatch(r"\d{1,2}[.:]\d\d", raw) and int(groups[0]) < 25 and int(groups[1]) < 60:
        times.add(int(groups[0]) * 60 + int(groups[1]))
    if re.fullmatch(r"[01]\d[0-5]\d|2[0-3][0-5]\d", raw) and _MILITARY.match(text, end):
        times.add(int(raw[:2]) * 60 + int(raw[2:]))
    if _MINUS.search(text[max(0, begin - 8) : begin]) or is_below(text, end):
        values = frozenset(-value for value in values)
    bare = raw.isdigit() and bool(re.match(r"[\s-][^\W\d_]", text[end : end + 2])) and not dated
    bare = bare and not text[max(0, begin - 1) : begin].isalpha()
    return Numeral(begin, end, raw, True, values, frozenset(times), groups, loose, Weight.ASKED, bare=bare)


def is_below(text: str, end: int) -> bool:
    """Whether a number that ends there is told as so much below zero."""
    return _BELOW.match(text, end) is not None


def _vulgar(text: str) -> list[Numeral]:
    """``½`` and its kind, as one character."""
    return [
        Numeral(at, at + 1, char, True, frozenset({Fraction(_VULGAR[char])}), weight=Weight.CONTRADICTS, kind=Kind.PART)
        for at, char in enumerate(text)
        if char in _VULGAR
    ]


@functools.cache
def _scale_words(lex: Lexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word, _ in lex.scales)
    return re.compile(rf"[\s{SPACES}-]{{0,2}}(?:{HOLE}\s?)?({names})(?![^\W\d_])(\.(?=\s|$))?", re.IGNORECASE)


def _scaled(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """Multiply by the scale word that follows a number, also over a range."""
    if not lex.scales:
        return found
    result: list[Numeral] = []
    factor, begin = 1, 0
    for numeral in reversed(found):
        power, end = _power(numeral, text, lex)
        joined = bool(_LINK.fullmatch(text[numeral.end : min(begin, numeral.end + 10)]))
        if power and numeral.values:
            factor, begin = 10**power, numeral.start
            values = frozenset(value * factor for value in numeral.values)
            raw = text[numeral.start : end].rstrip(".")
            numeral = replace(numeral, values=values, end=end, raw=raw, loose=False)
        elif factor > 1 and joined and begin - numeral.end <= 10:
            numeral = replace(numeral, values=numeral.values | {value * factor for value in numeral.values})
            begin = numeral.start
        else:
            factor, begin = _thousands(numeral), numeral.start
            if "m" in dict(lex.scales) and _MAYBE_MILLIONS.match(text, numeral.end):
                numeral = replace(numeral, values=numeral.values | {value * 10**6 for value in numeral.values})
        result.append(numeral)
    return result[::-1]


def _thousands(numeral: Numeral) -> int:
    """1000 where a number has one group of thousands: ``3–4,000`` means 3,000 to 4,000."""
    return 1000 if len(numeral.groups) == 2 and any(v >= 1000 and v.denominator == 1 for v in numeral.values) else 1


def _power(numeral: Numeral, text: str, lex: Lexicon) -> tuple[int, int]:
    """(power of ten that follows, where its word ends).

    A lone letter only counts after a currency, or as *250k*; nobody says ``2024 hundred``.
    """
    thousands = _THOUSANDS.match(text, numeral.end)
    if thousands:
        return 3, thousands.end()
    match = _scale_words(lex).match(text, numeral.end)
    before = text[max(0, numeral.start - 20) : numeral.start]
    attached = match is not None and match.group().casefold() == "k"  # 250k
    if match is None or (len(match[1]) == 1 and not attached and not _AMOUNT.search(before)):
        return 0, numeral.end
    power = dict(lex.scales)[match[1].casefold()]
    if power < 4 and any(value >= 1000 for value in numeral.values):
        return 0, numeral.end
    short = match[1].casefold() in lex.abbreviations
    return power, match.end() if short else match.end(1)


def _with_centuries(found: list[Numeral], text: str) -> list[Numeral]:
    """Let shortened years mean the long ones too: ``1995-96``, ``'90s``."""
    result: list[Numeral] = []
    for numeral in found:
        if re.fullmatch(r"\d\d", numeral.raw):
            years = _years(numeral, result[-1] if result else None, text)
            numeral = replace(numeral, values=numeral.values | years)
        result.append(numeral)
    return result


def _years(numeral: Numeral, before: Numeral | None, text: str) -> frozenset[Fraction]:
    short = int(numeral.raw)
    joined = before is not None and re.fullmatch(r"\s?[-–/]\s?", text[before.end : numeral.start])
    if before is not None and joined and re.fullmatch(r"[12]\d{3}", before.raw):
        return frozenset({Fraction(int(before.raw) // 100 * 100 + short)})
    if short % 10 == 0 or text[max(0, numeral.start - 1) : numeral.start] in ("'", "’", "‘"):
        return frozenset({Fraction(1800 + short), Fraction(1900 + short)})
    return frozenset()
