"""Non-breaking spaces where a language wants its words kept together; nothing else is touched.

Quotation marks are never changed: that would break ``wie's`` and ``'s-Hertogenbosch``.
Sources: DIN 5008 (abbreviations, units, digit groups); Taaladvies.net; New Hart's Rules 14.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.newsroom.model import Lang

NBSP = "\u00a0"
UNITS = (
    r"%|‰|€|\$|£|°C|km/h|km²|km|cm|mm|m²|m³|kg|g|t|ha|kWh|MWh|GWh|TWh|kW|MW|GW|GHz|MHz|GB|TB|Uhr|Mio\.?|"
    r"Mrd\.?|Millionen|Milliarden|Prozent|Euro|miljoen|miljard|procent|euro|uur|million|billion|percent|m"
)
ABBREVIATIONS: dict[str, str] = {
    "de": r"z\. B\.|d\. h\.|u\. a\.|i\. d\. R\.|u\. U\.|z\. T\.|o\. Ä\.|u\. Ä\.|v\. a\.|s\. o\.|s\. u\.|"
    r"a\. D\.|e\. V\.",
    "nl": r"d\. w\. z\.|m\. b\. t\.|o\. a\.|i\. p\. v\.",
    "en": r"e\. g\.|i\. e\.",
}
LEADERS: dict[str, str] = {
    "de": r"§|§§|Nr\.|Abs\.|Art\.|Dr\.|Prof\.|S\.",
    "nl": r"nr\.|art\.|dr\.|prof\.",
    "en": r"No\.|Dr|Prof\.|p\.",
}


_GROUPS = r"(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)|(?<=(?<!\d)\d\d\d)) (?=\d{3}(?!\d))"
"""Groups of three digits behind one to three: 10 000, but not 2024 350."""


@lru_cache(maxsize=32)
def _pattern(lang: Lang) -> re.Pattern[str]:
    base = lang.split("-")[0]
    parts = [rf"(?<=\d) (?=(?:{UNITS})(?!\w))", _GROUPS]
    if base in LEADERS:
        parts.append("|".join(rf"(?<=(?<!\w){leader}) (?=\S)" for leader in LEADERS[base].split("|")))
    if base in ABBREVIATIONS:
        parts.append(rf"(?<!\w)(?:{ABBREVIATIONS[base]})")
    return re.compile("|".join(parts))


def _joined(match: re.Match[str]) -> str:
    return match.group().replace(" ", NBSP)


def spaced(text: str, lang: Lang) -> str:
    """Plain text with its spaces made non-breaking where that language keeps words together."""
    return _pattern(lang).sub(_joined, text)


_MARKUP = re.compile(r"(<(pre|code|kbd|samp)\b.*?</\2>|<[^>]*>)", re.DOTALL)


def spaced_html(html: str, lang: Lang) -> str:
    """The same for HTML: tags, attributes and code stay as they are."""
    pattern = _pattern(lang)
    if not pattern.search(html):
        return html
    out, last = [], 0
    for markup in _MARKUP.finditer(html):
        out += [pattern.sub(_joined, html[last : markup.start()]), markup.group()]
        last = markup.end()
    out.append(pattern.sub(_joined, html[last:]))
    return "".join(out)
