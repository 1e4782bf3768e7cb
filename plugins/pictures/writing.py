"""Writes rights and description into a rendition: an XMP packet, a few EXIF tags, an IPTC-IIM block."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import exiv2
from PIL import Image

from plugins.newsroom.model import Words
from plugins.pictures.entries import to_xmp
from plugins.pictures.metadata import NO_DESCRIPTION, Description, Entry, Rights
from plugins.pictures.reading import ONE_AT_A_TIME

_LARGEST_PACKET = 60_000
"""Bytes: an XMP packet must fit into one JPEG segment of 64 KB."""
_MARKED = "Xmp.xmpRights.Marked"
_DESCRIPTION, _ARTIST, _COPYRIGHT = 0x010E, 0x013B, 0x8298


@dataclass(frozen=True, slots=True)
class Imprint:
    """The rights in the forms that go into a file."""

    xmp: bytes = b""
    exif: bytes = b""
    photoshop: bytes = b""
    """A whole APP13 segment with the IPTC-IIM block, for JPEG."""


def imprint(rights: Rights, description: Description = NO_DESCRIPTION) -> Imprint:
    """The rights, and what is to be seen, as XMP, EXIF and IIM; empty where there is nothing to tell."""
    stated = [*_stated(rights), *_described(description)]
    named = {entry.key for entry in stated}
    others = [entry for entry in rights.others if entry.key not in named]
    if not stated and not others:
        return Imprint()
    packet = _packet([*stated, *others])
    if not packet or len(packet) > _LARGEST_PACKET:
        packet = _packet(stated)
    return Imprint(packet, _exif(rights, description), _photoshop(rights, description))


def _stated(rights: Rights) -> list[Entry]:
    """The fields of ``Rights`` as XMP properties."""
    texts = (
        ("Xmp.photoshop.Credit", rights.credit),
        ("Xmp.photoshop.Source", rights.source),
        ("Xmp.photoshop.Instructions", rights.instructions),
        ("Xmp.xmpRights.WebStatement", rights.web_statement),
        ("Xmp.cc.license", rights.licence),
        ("Xmp.iptcExt.DigitalSourceType", rights.digital_source_type),
    )
    entries = [Entry(key, "text", (_literal(text),)) for key, text in texts if text]
    if rights.creators:
        entries.append(Entry("Xmp.dc.creator", "seq", rights.creators))
    for key, words in (("Xmp.dc.rights", rights.copyright), ("Xmp.xmpRights.UsageTerms", rights.usage_terms)):
        if words:
            entries.append(Entry(key, "lang", _lang_alt(words)))
    if rights.copyright and not any(entry.key == _MARKED for entry in rights.others):
        entries.append(Entry(_MARKED, "text", ("True",)))
    return entries


def _described(description: Description) -> list[Entry]:
    """The fields of ``Description`` as XMP properties (IPTC Photo Metadata Standard 2023.2)."""
    texts = (
        ("Xmp.photoshop.Headline", description.headline),
        ("Xmp.photoshop.City", description.city),
        ("Xmp.photoshop.DateCreated", description.taken),
        ("Xmp.iptc.CountryCode", description.country),
    )
    entries = [Entry(key, "text", (_literal(text),)) for key, text in texts if text]
    for key, words in (("Xmp.dc.description", description.caption), ("Xmp.iptc.AltTextAccessibility", description.alt)):
        if words:
            entries.append(Entry(key, "lang", _lang_alt(words)))
    if description.persons:
        entries.append(Entry("Xmp.iptcExt.PersonInImage", "bag", description.persons))
    return entries


def _literal(text: str) -> str:
    """A text that exiv2 does not take for its own notation of a structure, ``type="Bag"``."""
    return f" {text}" if text.startswith("type=") else text


def _lang_alt(words: Words) -> tuple[str, ...]:
    common = words.common or words.by_lang[0][1]
    return ("x-default", common, *(part for pair in words.by_lang for part in pair))


def _packet(entries: list[Entry]) -> bytes:
    """A compact XMP packet; empty where exiv2 cannot write one of the properties."""
    flags = exiv2.XmpParser.XmpFormatFlags
    compact = flags.useCompactFormat | flags.omitPacketWrapper | flags.omitAllFormatting
    with ONE_AT_A_TIME:
        try:
            result = exiv2.XmpParser.encode(to_xmp(entries), compact)
        except exiv2.Exiv2Error:
            return b""
    code, text = result
    return b"" if code else text.encode()


def _exif(rights: Rights, description: Description) -> bytes:
    """Artist, Copyright and description in UTF-8, as the Metadata Working Group advises."""
    exif = Image.Exif()
    if description.caption:
        exif[_DESCRIPTION] = _lang_alt(description.caption)[1].encode()
    if rights.creators:
        exif[_ARTIST] = "; ".join(rights.creators).encode()
    if rights.copyright:
        exif[_COPYRIGHT] = _lang_alt(rights.copyright)[1].encode()
    return exif.tobytes() if len(exif) else b""


def _photoshop(rights: Rights, description: Description) -> bytes:
    """What archive systems of news desks read: who made it, whose it is, on what terms; what, where and when."""
    copyright_ = _lang_alt(rights.copyright)[1] if rights.copyright else ""
    caption = _lang_alt(description.caption)[1] if description.caption else ""
    fields = [(80, name) for name in rights.creators]
    fields += [(110, rights.credit), (115, rights.source), (116, copyright_), (40, rights.instructions)]
    fields += [(105, description.headline), (120, caption), (90, description.city)]
    fields += [(55, description.taken[:10].replace("-", "")), (60, _iim_time(description.taken))]
    records = [_dataset(2, number, _cut(text)) for number, text in fields if text]
    if not records:
        return b""
    block = _dataset(1, 90, b"\x1b%G") + _dataset(2, 0, b"\x00\x04") + b"".join(records)
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block + b"\x00" * (len(block) % 2)
    payload = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def _iim_time(taken: str) -> str:
    """A time as IIM writes it (2:60), ``123456+0200``; empty without a zone, which it must have."""
    clock, zone = taken[11:19].replace(":", ""), taken[19:].replace(":", "").replace("Z", "+0000")
    return f"{clock}{zone}" if len(clock) == 6 and len(zone) == 5 else ""


def _dataset(record: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(content)) + content


def _cut(text: str) -> bytes:
    """At most 1,000 bytes, never in the midst of a character.

    IIM 4.2 allows 32 for a credit; programs read longer ones, and half a credit line would be none.
    """
    return text.encode()[:1_000].decode("utf-8", "ignore").encode()
