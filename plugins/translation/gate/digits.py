"""Numbers written in digits."""

from __future__ import annotations

import re
from fractions import Fraction

from plugins.translation.gate.dates import Mention, dates
from plugins.translation.gate.numberformat import SPACES, readings
from plugins.translation.gate.numeral import Numeral

_DIGITS = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:’']\d+)*", re.ASCII)
_POWER = re.compile(r"\b([kcmd]?m|ft|mi|in)([23])\b")
"""``km2``: a unit, no number."""
_MILITARY = re.compile(r"\s*(?:UTC|GMT|[A-Z]{1,3}ST\b|MEZ|MESZ|CET|hours|hrs|h\b|uur|Uhr|local)")
"""What makes a time of day of four digits: ``0230 UTC``."""
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}


def in_digits(text: str, lang: str) -> list[Numeral]:
    """The numbers in digits, in order, without those of dates."""
    for mention in dates(text, lang):
        if mention.numeric:
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    text = _POWER.sub(lambda m: m[1] + " ", text)
    return [_numeral(match, text, lang) for match in _DIGITS.finditer(text)]


def _numeral(match: re.Match[str], text: str, lang: str) -> Numeral:
    raw = match.group()
    values, loose = readings(raw, lang)
    groups = tuple(int(part) for part in re.findall(r"\d+", raw))
    times = set()
    if re.fullmatch(r"\d{1,2}[.:]\d\d", raw) and groups[0] < 25 and groups[1] < 60:
        times.add(groups[0] * 60 + groups[1])
    if re.fullmatch(r"[01]\d[0-5]\d|2[0-3][0-5]\d", raw) and _MILITARY.match(text, match.end()):
        times.add(int(raw[:2]) * 60 + int(raw[2:]))
    begin, end = match.span()
    bare = raw.isdigit() and bool(re.match(r"[\s-][^\W\d_]", text[end:])) and not text[:begin][-1:].isalpha()
    bare = bare and not any(mention.start <= begin < mention.end for mention in dates(text, lang))
    return Numeral(begin, end, raw, True, values, frozenset(times), groups, loose or " " in raw, True, bare)


def of_dates(text: str, lang: str) -> list[Numeral]:
    """The numbers in dates; a month only ever answers, since it may be a name in the other language."""
    return [part for mention in dates(text, lang) for part in _parts(mention)]


def _parts(mention: Mention) -> list[Numeral]:
    def part(values: set[int], digits: bool) -> Numeral:
        meant = frozenset(map(Fraction, values))
        return Numeral(mention.start, mention.end, mention.raw, digits, meant, asked=digits)

    month = part({m for _, m, _ in mention.days}, digits=False)
    if not mention.numeric:
        return [month]
    years = {y for y, _, _ in mention.days if y}
    days = part({d for _, _, d in mention.days}, digits=True)
    return [month, days, *([part(years, digits=True)] if years else [])]


def fractions(text: str) -> list[Numeral]:
    """``½`` and its kind, as one character."""
    return [
        Numeral(at, at + 1, char, True, frozenset({Fraction(_VULGAR[char])}), asked=True)
        for at, char in enumerate(text)
        if char in _VULGAR
    ]
