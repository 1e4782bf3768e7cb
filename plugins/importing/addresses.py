"""Addresses of links as they were meant: without what counts readers, and out of the wrappers of mail programs."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

_COUNTING = re.compile(
    r"(?:utm|mtm|pk|piwik|hsa|at|stm|ga|sc)_\w+|_(?:hsenc|hsmi|ga|gl)|(?:fb|g|dc|y|ms|tw|tt|li_fat_|wbra?|gbra?)cl?id"
    r"|mc_[ce]id|igshid|igsh|wt_mc|wt_zmc|mkt_tok|vero_id|oly_(?:enc|anon)_id|trk(?:Campaign|Info)?|cmpid|xtor",
    re.IGNORECASE,
)
"""Names of parameters by which newsletters, campaigns and networks count who came; pages are the same without them."""
_WRAPPERS = (
    (re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com", re.I), "url"),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}", re.I), "q"),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}", re.I), "url"),
    (re.compile(r"l\.(?:facebook|instagram)\.com", re.I), "u"),
    (re.compile(r"(?:www\.)?linkedin\.com", re.I), "url"),
)
"""Host and parameter of addresses that only lead on to the address meant."""
_LEADING_ON = ("/url", "/l.php", "/", "", "/redir/redirect", "/safety/go")
_DEFENSE = re.compile(r"https?://urldefense\.(?:com|us)/v3/__(.+?)__;")


def meant(address: str) -> str:
    """The address that a link leads to in the end, without parameters that only count readers."""
    for _ in range(3):
        inner = _inside(address)
        if not inner:
            break
        address = inner
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if not parts.query or parts.scheme.lower() not in ("http", "https"):
        return address
    pairs = parts.query.split("&")
    left = [pair for pair in pairs if not _COUNTING.fullmatch(pair.partition("=")[0].removeprefix("amp;"))]
    return address if left == pairs else urlunsplit(parts._replace(query="&".join(left)))


def _inside(address: str) -> str:
    """The address in a wrapper's; empty where it is none."""
    if defended := _DEFENSE.match(address):
        return unquote(defended[1])
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    for wrapper, name in _WRAPPERS:
        if wrapper.fullmatch(host) and parts.path in _LEADING_ON:
            inner = parse_qs(parts.query).get(name, [""])[0]
            if re.match(r"https?://", inner, re.IGNORECASE):
                return inner
    return ""
