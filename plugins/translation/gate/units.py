"""Units and currencies: the same number must carry the same one."""

from __future__ import annotations

import functools
import re

from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.lexicon.entry import listed, pairs
from plugins.translation.gate.words import plain

_SYMBOLS = listed(
    "km/h km² m² m³ km cm mm kg kWh MWh GWh kW MW GW ha mi ft % ‰ € $ £ ¥ °C °F m/s min s m g t l TWh TB GB MB ft² ct "
    "kWp MWp EUR USD GBP CHF JPY"
)
_ALIASES = dict(
    pairs(
        "km2=km²; m2=m²; m3=m³; sqm=m²; qm=m²; EUR=€; USD=$; GBP=£; JPY=¥; kmh=km/h; km/u=km/h; kph=km/h; "
        "mph=mi/h; lb=lb; lbs=lb; h=hour; ft2=ft²; sqft=ft²; Fr.=CHF; sq ft=ft²; sq. m=m²; sq m=m²"
    )
)
_BEFORE = re.compile(r"(?:([€$£¥])|\b(EUR|USD|GBP|CHF|JPY))\s?$")


_CURRENCIES = (
    ("$", re.compile(r"(?<!can)(?<!aus)\$|\busd\b|\b(?:us-?)?dollars?\b")),
    ("€", re.compile(r"€|\beur\b|\b(?:us-?)?euro(?:['’]?s)?\b")),
    ("£", re.compile(r"£|\bgbp\b")),
    ("¥", re.compile(r"¥|\bjpy\b|\byens?\b")),
    ("CHF", re.compile(r"\bchf\b|\bschweizer franken\b|\bswiss francs?\b|\bzwitserse frank(?:en)?\b")),
)


@functools.lru_cache(maxsize=4096)
def currencies(text: str) -> frozenset[str]:
    """The currencies a text names, as symbols; pounds are weights too and count by their sign alone."""
    small = text.lower()
    return frozenset(symbol for symbol, pattern in _CURRENCIES if pattern.search(small))


_SYSTEMS = (
    ("km", "mi", 0.6214), ("km/h", "mi/h", 0.6214), ("m", "ft", 3.2808), ("cm", "in", 0.3937), ("kg", "lb", 2.2046),
    ("kg", "£", 2.2046), ("m", "yd", 1.0936), ("km²", "mi²", 0.3861), ("ha", "acre", 2.471), ("m²", "ft²", 10.764),
    ("l", "gal", 0.2642),
)  # fmt: skip
"""(metric, imperial, how many of these one of those is); a pound in words may be a weight."""
_ROUNDED = 0.06


def is_converted(ours: tuple[float, str], theirs: tuple[float, str]) -> bool:
    """Whether two amounts, as (number, unit), are the same in metric and in imperial units, about."""
    for metric, imperial, ratio in _SYSTEMS:
        for (one, was), (other, now) in ((ours, theirs), (theirs, ours)):
            if (was, now) == (metric, imperial) and abs(one * ratio - other) <= _ROUNDED * other:
                return True
    return False


def is_currency(symbol: str) -> bool:
    """Whether a unit is money."""
    return any(symbol == known for known, _ in _CURRENCIES)


@functools.cache
def _after(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    symbols = sorted((*_SYMBOLS, *_ALIASES), key=len, reverse=True)
    words = sorted((word for word, _ in lexicon(lang).units), key=len, reverse=True)
    exact = re.compile(r"[\s-]{0,2}(" + "|".join(map(re.escape, symbols)) + r")(?![^\W\d_]|\s?[/²³])")
    spoken = re.compile(
        r"[\s-]{0,2}(?:us[\s-]|amerikanische[rn]? |american )?("
        + "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in words)
        + r")(?![^\W\d_]|\s?/)"
    )
    return exact, spoken


def unit(text: str, start: int, end: int, lang: str) -> str:
    """The unit of the number at that place, as a symbol; empty if none is known there."""
    before = _BEFORE.search(text[max(0, start - 6) : start])
    if before:
        symbol = before[1] or before[2]
        return _ALIASES.get(symbol, symbol)
    exact, spoken = _after(lang)
    match = exact.match(text, end)
    if match and match.group() == "s" and re.search(r"\d\d$", text[start:end]):
        return ""  # the nineties
    if match:
        return _ALIASES.get(match[1], match[1])
    if not lexicon(lang).units:
        return ""
    level = plain(text[end : end + 40])
    found = spoken.match(level)
    return dict(lexicon(lang).units)[re.sub(r"[\s-]", " ", found[1])] if found else ""
