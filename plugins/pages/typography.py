"""Non-breaking spaces where a language wants its words kept together; nothing else is touched.

Quotation marks are never changed: that would break ``wie's`` and ``'s-Hertogenbosch``.
Sources: DIN 5008 (abbreviations, units, digit groups); Taaladvies.net; New Hart's Rules 14.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from plugins.newsroom.model import Lang

NBSP = "\u00a0"
UNITS = (
    r"%|‰|€|\$|£|°C|km/h|km²|km|cm|mm|m²|m³|kg|g|t|ha|kWh|MWh|GWh|TWh|kW|MW|GW|GHz|MHz|GB|TB|Uhr|Mio\.?|"
    r"Mrd\.?|Millionen|Milliarden|Prozent|Euro|miljoen|miljard|procent|euro|uur|million|billion|percent|m"
)
ABBREVIATIONS: dict[str, str] = {
    "de": "z. B.|d. h.|u. a.|i. d. R.|u. U.|z. T.|o. Ä.|u. Ä.|v. a.|s. o.|s. u.|a. D.|e. V.",
    "nl": "d. w. z.|m. b. t.|o. a.|i. p. v.",
    "en": "e. g.|i. e.",
}
LEADERS: dict[str, str] = {
    "de": "§|Nr.|Abs.|Art.|Dr.|Prof.|S.",
    "nl": "nr.|art.|dr.|prof.",
    "en": "No.|Dr|Prof.|p.",
}


def _steps(base: str) -> list[str]:
    """What stands before and behind the space, for abbreviations and for words that lead a number or name."""
    found = []
    for abbreviation in ABBREVIATIONS.get(base, "").split("|"):
        parts = abbreviation.split(" ")
        found += [rf"(?<=(?<!\w){re.escape(one)} )(?={re.escape(two)})" for one, two in pairwise(parts)]
    leaders = [leader for leader in LEADERS.get(base, "").split("|") if leader]
    return found + [rf"(?<=(?<!\w){re.escape(leader)} )(?=\S)" for leader in leaders]


@lru_cache(maxsize=32)
def _pattern(lang: Lang) -> re.Pattern[str]:
    """Begins with the space itself and asks first what kind of sign stands before it: most spaces end there."""
    base = lang.split("-")[0]
    units = rf"(?=(?:{UNITS})(?!\w))"
    groups = r"(?:(?<=(?<!\d)\d )|(?<=(?<!\d)\d\d )|(?<=(?<!\d)\d\d\d ))(?=\d{3}(?!\d))"
    choices = [rf"(?<=\d )(?:{units}|{groups})"]
    if steps := _steps(base):
        choices.append(rf"(?<=[.§r] )(?:{'|'.join(steps)})")
    return re.compile(f" (?:{'|'.join(choices)})")


def _joined(_: re.Match[str]) -> str:
    return NBSP


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
