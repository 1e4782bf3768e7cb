"""How a language writes numbers: what a run of digits with separators means."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from babel import Locale, UnknownLocaleError

SPACES = " \u00a0\u202f\u2009"
"""What may stand between groups of three digits: a space, one that does not break, narrow ones."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{SPACES}’']\d{{3}})+(?:[.,]\d+)?")
_GAPS = re.compile(rf"[{SPACES}’']")


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
