"""Units and currencies: the same number must carry the same one."""

from __future__ import annotations

import functools
import re

from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.lexicon.entry import listed, pairs
from plugins.translation.gate.words import plain

_SYMBOLS = listed(
    "km/h km² m² m³ km cm mm kg kWh MWh GWh kW MW GW ha mi ft % ‰ € $ £ ¥ °C °F m/s min s m g t l EUR USD GBP CHF JPY"
)
_ALIASES = dict(
    pairs(
        "km2=km²; m2=m²; m3=m³; sqm=m²; qm=m²; EUR=€; USD=$; GBP=£; JPY=¥; kmh=km/h; km/u=km/h; kph=km/h; "
        "mph=mi/h; lb=lb; lbs=lb; h=hour"
    )
)
_BEFORE = re.compile(r"(?:([€$£¥])|\b(EUR|USD|GBP|CHF|JPY))\s?$")


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
