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
    r"Mrd\.?|Millionen|Milliarden|Prozent|Euro|miljoen|miljard|procent|euro|uur|million|billion|per cent|percent|"
    r"[ap]\.m\.|m"
)
"""What stands behind a number, in every language."""
ABBREVIATIONS: dict[str, str] = {
    "de": "z. B.|d. h.|u. a.|u. a. m.|i. d. R.|u. U.|z. T.|o. Ä.|u. Ä.|u. v. m.|v. a.|s. o.|s. u.|o. g.|a. D.|a. M.|"
    "e. V.|i. A.|i. V.|z. Hd.|v. Chr.|n. Chr.|h. c.",
    "nl": "d. w. z.|m. b. t.|m. a. w.|m. n.|o. a.|i. p. v.|d. m. v.|t. a. v.|z. o. z.|v. Chr.|n. Chr.",
    "en": "e. g.|i. e.",
}
"""Written with blanks, which belong together."""
LEADERS: dict[str, str] = {
    "de": "Nr.|Abs.|Art.|Abb.|Kap.|Bd.|S.|ca.",
    "nl": "nr.|art.|afb.|hfst.|blz.|pag.|p.|ca.",
    "en": "No.|Nos.|Art.|Fig.|Vol.|p.|pp.|ca.",
}
"""What stands before a number, besides paragraph and currency signs; before a word they end a sentence."""
TITLES: dict[str, str] = {
    "de": "Dr.|Prof.|Dipl.-Ing.|Hr.|Fr.",
    "nl": "dr.|prof.|drs.|ir.|ing.|mr.|dhr.|mevr.|mw.|Dr.|Prof.",
    "en": "Dr|Dr.|Prof.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.",
}
"""What stands before a name."""


def _steps(base: str) -> dict[str, list[str]]:
    """What stands before and behind the space, by the sign just before it.

    For abbreviations, and for words that lead a number or a name.
    """
    pairs = [(one, rf"{re.escape(two)}(?!\w)") for words in _listed(ABBREVIATIONS, base) for one, two in _pairs(words)]
    pairs += [(word, r"\d|[IVXLC]+\b") for word in _listed(LEADERS, base)]
    pairs += [(word, r"[^\W\d_]") for word in _listed(TITLES, base)]
    found: dict[str, list[str]] = {}
    for before, behind in dict.fromkeys(pairs):
        found.setdefault(before[-1], []).append(rf"(?<=(?<!\w){re.escape(before)} )(?={behind})")
    return found


def _listed(words: dict[str, str], base: str) -> list[str]:
    return words[base].split("|") if base in words else []


def _pairs(abbreviation: str) -> list[tuple[str, str]]:
    return list(pairwise(abbreviation.split(" ")))


@lru_cache(maxsize=32)
def _pattern(lang: Lang) -> re.Pattern[str]:
    """Begins with the space itself and asks first what kind of sign stands before it: most spaces end there."""
    base = lang.split("-")[0]
    units = rf"(?=(?:{UNITS})(?!\w))"
    # One or two digits behind another number are no thousands: 0231 50 24 821 is dialled.
    one, two, three = r"(?<=(?<!\d)(?<!\d )\d )", r"(?<=(?<!\d)(?<!\d )\d\d )", r"(?<=(?<!\d)\d\d\d )"
    groups = rf"(?:{one}|{two}|{three})(?=\d{{3}}(?!\d))"
    signs = r"(?<=[§€$£] )(?=\d)|(?<=(?:Mio|Mrd)\. )(?=[€$£])"
    choices = [rf"(?<=\d )(?:{units}|{groups})", rf"(?<=[.§€$£] )(?:{signs})"]
    found = _steps(base)
    for last, steps in found.items():
        choices.append(rf"(?<={re.escape(last)} )(?:{'|'.join(steps)})")
    before = rf"[\d.§€$£{re.escape(''.join(found))}]"
    return re.compile(f" (?<={before} )(?:{'|'.join(choices)})")


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
