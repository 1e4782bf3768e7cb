"""Numbers that are more than their digits: ``2,3 Milliarden``, ``1995-96``, ``the 90s``."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from fractions import Fraction

from plugins.translation.gate.lexicon import Lexicon
from plugins.translation.gate.numberformat import SPACES
from plugins.translation.gate.numeral import Numeral
from plugins.translation.gate.patterns import HOLE

_BETWEEN = re.compile(r"\s*(?:[-–—]|[^\W\d_]{1,4})\s*")
"""What stands between the ends of a range: ``2 to 3 million``."""


@functools.cache
def _scale_words(lex: Lexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word, _ in lex.scales)
    return re.compile(rf"[\s{SPACES}-]{{0,2}}(?:{HOLE}\s?)?({names})(?![^\W\d_])", re.IGNORECASE)


def scaled(found: list[Numeral], text: str, lex: Lexicon) -> list[Numeral]:
    """Multiply by the scale word that follows a number, also over a range."""
    if not lex.scales:
        return found
    result: list[Numeral] = []
    factor, begin = 1, 0
    for numeral in reversed(found):
        power, end = _power(numeral, text, lex)
        if power and numeral.values:
            factor, begin = 10**power, numeral.start
            values = frozenset(value * factor for value in numeral.values)
            raw = text[numeral.start : end]
            numeral = replace(numeral, values=values, end=end, raw=raw, loose=False)
        elif factor > 1 and _BETWEEN.fullmatch(text[numeral.end : begin]):
            numeral = replace(numeral, values=numeral.values | {value * factor for value in numeral.values})
        else:
            factor = 1
        result.append(numeral)
    return result[::-1]


def _power(numeral: Numeral, text: str, lex: Lexicon) -> tuple[int, int]:
    """(power of ten that follows, where its word ends); a lone letter only counts after a currency."""
    match = _scale_words(lex).match(text, numeral.end)
    if match is None or (len(match[1]) == 1 and not re.search(r"[€$£]\s?$", text[: numeral.start])):
        return 0, numeral.end
    return dict(lex.scales)[match[1].casefold()], match.end()


def with_centuries(found: list[Numeral], text: str) -> list[Numeral]:
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
    if short % 10 == 0 or text[: numeral.start].endswith(("'", "’", "‘")):
        return frozenset({Fraction(1900 + short)})
    return frozenset()
