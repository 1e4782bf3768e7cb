"""Licences by name and by address: the two forms that people write, each found from the other."""

from __future__ import annotations

import re

from plugins.newsroom.record import record

_CC = "https://creativecommons.org/"
_NAME = re.compile(
    r"CC[ -]?(?P<code>BY(?:-NC)?(?:-(?:SA|ND))?|0)[ -]?(?P<version>[1-4]\.[05])(?: (?P<region>[A-Z]{2}))?",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"https?://creativecommons\.org/licenses/(?P<code>by(?:-nc)?(?:-(?:sa|nd))?)/(?P<version>[1-4]\.[05])"
    r"(?:/(?P<region>[a-z]{2}))?(?:/(?:deed|legalcode)[.\w-]*)?/?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"https?://creativecommons\.org/publicdomain/(?P<code>zero|mark)/1\.0(?:/(?:deed|legalcode)[.\w-]*)?/?",
    re.IGNORECASE,
)
_OTHERS = (
    ("Public Domain Mark 1.0", f"{_CC}publicdomain/mark/1.0/"),
    ("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"),
    ("dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0"),
)
"""Further licences of pictures that public bodies use."""


@record
class Licence:
    """A licence as it is shown. One of the two is empty where nobody knows it."""

    name: str = ""
    address: str = ""


def licence_of(text: str) -> Licence:
    """The licence that is meant by its name or its address; another text or address stays as it is.

    Names without a version, such as ``CC BY``, are not made into an address: there are several.
    """
    plain = text.strip()
    if plain.startswith(("http://", "https://")):
        return Licence(_name_at(plain), plain)
    found = _NAME.fullmatch(plain)
    if found is not None and (found["code"] != "0" or found["version"] == "1.0"):
        return _creative_commons(found["code"].lower(), found["version"], (found["region"] or "").lower())
    for name, address in _OTHERS:
        if name.casefold() == plain.casefold():
            return Licence(name, address)
    return Licence(plain)


def _creative_commons(code: str, version: str, region: str) -> Licence:
    if code == "0":
        return Licence("CC0 1.0", f"{_CC}publicdomain/zero/1.0/")
    name = f"CC {code.upper()} {version}" + (f" {region.upper()}" if region else "")
    return Licence(name, f"{_CC}licenses/{code}/{version}/" + (f"{region}/" if region else ""))


def _name_at(address: str) -> str:
    found = _LICENCE.fullmatch(address)
    if found is not None:
        return _creative_commons(found["code"].lower(), found["version"], (found["region"] or "").lower()).name
    domain = _DOMAIN.fullmatch(address)
    if domain is not None:
        return "CC0 1.0" if domain["code"].lower() == "zero" else _OTHERS[0][0]
    bare = address.rstrip("/").removeprefix("http://").removeprefix("https://")
    return next((name for name, other in _OTHERS if other.removeprefix("https://") == bare), "")
