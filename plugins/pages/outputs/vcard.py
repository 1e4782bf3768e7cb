"""A contact as vCard 3.0 (RFC 2426), as Outlook, Apple's and Google's contacts read it."""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.pages.outputs.icalendar import fold, text

_PLACE = re.compile(r"(?P<code>\d{4,5}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\s+(?P<city>\S.*)")
"""Postal code and town, as addresses in the newsroom's languages end."""


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What stands on a card, in one language."""

    uid: str
    name: str
    family: str
    given: str
    is_office: bool
    role: str
    organisation: str
    phone: str
    email: str
    website: str
    address: tuple[str, ...]
    """Lines of a postal address."""
    country: str
    """Name of the country in the reader's language, or empty."""
    revised: dt.datetime
    """The last change: the same in each build, so that the file is too."""
    photo: bytes = b""
    """A JPEG."""


def _line(name: str, value: str, parameters: str = "") -> str:
    """A content line. Outlook takes what is not ASCII for the PC's own code page unless each line says what it is."""
    charset = "" if value.isascii() else ";CHARSET=UTF-8"
    return fold(f"{name}{parameters}{charset}:{value}")


def _several(*values: str) -> str:
    return ";".join(text(value) for value in values)


def _address(facts: ContactFacts) -> str:
    """Post office box, extension, street, town, region, code, country (RFC 2426, 3.2.1)."""
    *street, last = facts.address
    place = _PLACE.fullmatch(last)
    if place is None:
        return _several("", "", ", ".join(facts.address), "", "", "", facts.country)
    return _several("", "", ", ".join(street), place["city"], "", place["code"], facts.country)


def _lines(facts: ContactFacts) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield _line("PRODID", "-//Dreiklang//Newsroom//EN")
    yield _line("UID", text(facts.uid))
    yield f"REV:{facts.revised.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    yield _line("FN", text(facts.name))
    # An office has no name in parts: with an empty one and ORG, Outlook files it as a company, Apple by its own mark.
    yield _line("N", ";;;;" if facts.is_office else f"{_several(facts.family, facts.given)};;;")
    if facts.is_office:
        yield "X-ABSHOWAS:COMPANY"
        yield "KIND:org"
    organisation = _several(facts.organisation, facts.name) if facts.is_office else text(facts.organisation)
    if facts.organisation or facts.is_office:
        yield _line("ORG", organisation if facts.organisation else text(facts.name))
    if facts.role and facts.role != facts.name:
        yield _line("TITLE", text(facts.role))
    if facts.phone:
        yield _line("TEL", text(facts.phone), ";TYPE=WORK,VOICE")
    if facts.email:
        yield _line("EMAIL", text(facts.email), ";TYPE=INTERNET,PREF")
    if facts.website:
        yield _line("URL", facts.website, ";TYPE=WORK")
    if facts.address:
        yield _line("ADR", _address(facts), ";TYPE=WORK,POSTAL")
    if facts.photo:
        yield _line("PHOTO", b64encode(facts.photo).decode(), ";ENCODING=b;TYPE=JPEG")
    yield "END:VCARD"


def vcard(facts: ContactFacts) -> bytes:
    """The card."""
    return "".join(f"{line}\r\n" for line in _lines(facts)).encode()
