"""The lines of a contact block -> name, role, organisation, telephone, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.markup.addresses import LINKED, MAILBOX, SERVER, url_end
from plugins.newsroom.record import record

_AT = r"\s?[(\[](?:at|ät)[)\]]\s?"
EMAIL = re.compile(rf"(?:mailto:)?({MAILBOX}(?:@|{_AT}){SERVER})")
"""An e-mail address as in any text, and with its @ spelt out to keep machines away."""
PHONE = re.compile(r"(?<![\w./-])(?:\+|00)?\(?\d[\d \u00a0()/.–-]{4,22}\d(?![\w@])")
"""A number as in any text, and with dots, without its 0, or shorter: in a contact block nothing else looks so."""
_URL = re.compile(LINKED.pattern, re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:tele(?:f|ph)oon|telefon|telephone|phone|tel|fon|mobil\w*|mobile|mobiel|handy|durchwahl|t|m|p|f|fax|telefax|"
    r"e-?mail\w*|mail|e|web(?:site)?|internet|www|url)\b\s*[.:]*\s*[:|.]?\s*",
    re.IGNORECASE,
)
_FAX = re.compile(r"^\W*(?:tele)?fax\b", re.IGNORECASE)
_PARTICLES = "von|van|de|der|den|ten|ter|zu|zum|zur|vom|di|da|del|la|le|el|al|bin|und|el|’t|'t|op|het|in"
_TITLE = r"(?:Prof|Dr|Mag|Dipl|Ing|Drs|Ir|Mr|Mrs|Ms|Herrn?|Frau|Dhr|Mevr|PD|Univ|h|c|med|rer|nat|phil|jur|oec|pol)"
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|[A-ZÄÖÜ]\.)"
NAME = re.compile(
    rf"(?:{_TITLE}\b\.?[-\s]*)*{_NAME_WORD}(?:\s+(?:(?:{_PARTICLES})\s+)*{_NAME_WORD}){{1,4}}"
    r"(?:,?\s+(?:MBA|M\.?A\.?|B\.?A\.?|M\.?Sc\.?|B\.?Sc\.?|LL\.?M\.?|PhD|jr\.?))?"
)
"""Two to five words as names are written; not every such line is one."""
ORGANISATION = re.compile(
    r"\b(?:GmbH|gGmbH|AG|KG|KGaA|e\.\s?V\.|eV|SE|B\.?V\.?|N\.?V\.?|Ltd|LLC|Inc|plc|S\.?A\.?|VoG|Stiftung|Stichting|"
    r"Verein|Verband|Ministerium|Ministerie|Ministry|Kammer|Handelskammer|IHK|Universität|Hochschule|Universiteit|"
    r"Hogeschool|University|Institut\w*|Gemeinde|Gemeente|Stadt|Landkreis|Provincie|Agentur|Agency|Bundes\w+|Landes\w+|"
    r"\w*förderung|\w*gesellschaft|\w*verband|\w*verein|\w*kammer|\w*ministerium|\w*werke?|\w*zentrum|\w*amt|Board|Cluster|Council|Group|"
    r"Gruppe|Netzwerk|Network|Netwerk|Foundation|Association|Chamber|Kreis|Amt|Zentrum|Center|Centre)\b"
)
_ROLE = re.compile(
    r"(?:leit|referent|sprecher|manag|press|presse|kommunikation|communicat|direct|geschäftsführ|koordin|coördin|berat|advis|woordvoer|"
    r"officer|head of|support|assist|redakt|redact|editor|chef|vorstand|vorsitz|abteilung|afdeling|department|bereich|"
    r"öffentlichkeit|marketing|projekt|project|international|innovation|support)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^[A-ZÄÖÜ][\w.-]+(?:\s[\w.-]+){0,2}\s\d{1,4}\s?[a-z]?$|"
    r"\b\d{4,5}\s?(?:[A-Z]{2}\s)?\s*[A-ZÄÖÜ]|\w*(?:straße|strasse|str\.|weg|platz|allee|straat|laan|plein|kade|street|road|avenue|gasse|damm|ufer|ring)"
    r"\s+\d|\bPostfach\b|\bPostbus\b|^(?:D|NL|A|B|CH|L)-\d{4}|^(?:An?m?|Zum|Zur|Im)\s.+\s\d+\s?[a-z]?$",
    re.IGNORECASE,
)


@record
class Contact:
    """Somebody one may ask."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""

    @property
    def can_be_reached(self) -> bool:
        """Whether there is a number or an address."""
        return bool(self.phone or self.email)


def web_address(text: str) -> str:
    """The first web address of a text, without the punctuation around it; as Word writes the first of a line, too."""
    found = _URL.search(text)
    return text[found.start() : url_end(text, found.start(), found.end())] if found else ""


def looks_like_name(text: str) -> bool:
    """Whether a line is written as the name of a person is."""
    return NAME.fullmatch(text.strip()) is not None and not ORGANISATION.search(text) and not _PLACE.search(text)


def contacts(lines: Sequence[str]) -> tuple[Contact, ...]:
    """The people of a block, each beginning where another name stands or a blank line parts two of them."""
    found: list[Contact] = []
    current = Contact()
    for line in _pieces(lines):
        if not line:
            if current.name and current.can_be_reached:
                found.append(current)
                current = Contact()
            continue
        starts = (
            looks_like_name(line) and bool(current.name) and (current.can_be_reached or looks_like_name(current.name))
        )
        if starts and current.can_be_reached:
            found.append(current)
            current = Contact(organisation="")
        current = _with(current, line)
    if current.name or current.can_be_reached:
        found.append(current)
    return tuple(_named(contact) for contact in found)


def _pieces(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each cut at commas and bars where it holds several things; one that was blank stays blank."""
    for line in lines:
        if not line.strip():
            yield ""
            continue
        for part in re.split(r"\s*[|·•;]\s*|\t+", line):
            yield from _commas(part.strip())


def _commas(part: str) -> Iterator[str]:
    if EMAIL.search(part) or PHONE.search(part) or looks_like_name(part.split(",")[0]):
        yield from (piece for piece in (each.strip() for each in part.split(",")) if piece)
    elif part:
        yield part


def _with(contact: Contact, line: str) -> Contact:
    """The contact with what one piece of a line says."""
    if mail := EMAIL.search(line):
        address = re.sub(_AT, "@", mail[1])
        contact = contact if contact.email else replace(contact, email=address)
        line = line.replace(mail[0], " ")
    if web := web_address(line):
        contact = contact if contact.url else replace(contact, url=_whole(web))
        line = line.replace(web, " ")
    if number := PHONE.search(line):
        is_other = _FAX.match(line) or contact.phone
        contact = contact if is_other else replace(contact, phone=number[0].strip())
        line = PHONE.sub(" ", line)
    rest = _LABEL.sub(" ", line).strip(" :,.|–-/") if line != "" else ""
    return _words(contact, rest, line) if rest else contact


def _words(contact: Contact, rest: str, line: str) -> Contact:
    if not re.search(r"[^\W\d_]{2}", rest) or _PLACE.search(rest):
        return contact
    rest = rest if rest in line else " ".join(rest.split())
    if not contact.name and not ORGANISATION.search(rest):
        return replace(contact, name=rest)
    if ORGANISATION.search(rest) and not contact.organisation and not (_ROLE.match(rest) and not contact.role):
        return replace(contact, organisation=rest)
    if not contact.role:
        return replace(contact, role=rest)
    return contact if contact.organisation else replace(contact, organisation=rest)


def _named(contact: Contact) -> Contact:
    """An office without a person is called by what it is."""
    if contact.name:
        return replace(contact, name=_ADDRESSED.sub("", contact.name))
    return replace(contact, name=contact.organisation or contact.role or contact.email.partition("@")[0])


_ADDRESSED = re.compile(r"(?:Frau|Herrn?|Dhr\.?|Mevr(?:ouw|\.)?|De heer|Mr\.?|Mrs\.?|Ms\.?)\s+(?=\S+\s)", re.IGNORECASE)
"""How somebody is addressed is no part of the name."""


def _whole(address: str) -> str:
    return address if "://" in address else f"https://{address}"
