"""Reads what a picture says of itself: XMP first, then IPTC-IIM, then EXIF."""

from __future__ import annotations

import re
import threading

import exiv2

from plugins.newsroom.model import Words
from plugins.pictures.entries import clean, entries_of, is_kept
from plugins.pictures.metadata import NOTHING, Entry, Metadata, Rights

ONE_AT_A_TIME = threading.Lock()
"""exiv2's XMP toolkit is not safe to use in two threads of one process at once."""

_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"\s*https?://[^\s/]", re.IGNORECASE)
_ACTIVE = re.compile(r"\s*(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?P<year>[12]\d{3})[-:](?P<month>0[1-9]|1[0-2])[-:](?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>[012]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?(?P<zone>Z|[-+][01]\d:[0-5]\d)?)?"
)
"""A moment as XMP or EXIF write it."""
_PROFILE, _NO_PROFILE = b"ICC_PROFILE\x00\x01\x01", b"NO__PROFILE\x00\x01\x01"
"""How the segment of a colour profile begins in a JPEG (ICC.1, B.4), and what nobody takes for one."""

_UTF8 = b"\x1b%G"
"""The IIM CodedCharacterSet (1:90) that says UTF-8."""


def read_metadata(data: bytes, profile: bytes | None = None) -> Metadata:
    """The words and rights in a picture's bytes; never raises, ``broken`` says what was unreadable.

    ``profile`` is a colour profile that nobody can read: exiv2 gives up on it, so it is passed over.
    """
    if profile:
        data = data.replace(_PROFILE + profile[:4], _NO_PROFILE + profile[:4])
    with ONE_AT_A_TIME:
        exiv2.LogMsg.setLevel(exiv2.LogMsg.Level.mute)
        try:
            image = exiv2.ImageFactory.open(data)
            image.readMetadata()
        except exiv2.Exiv2Error as error:
            unknown = error.code == exiv2.ErrorCode.kerMemoryContainsUnknownImageType
            return NOTHING if unknown else Metadata(broken=True)
        return _gather(image)


def _gather(image: exiv2.Image) -> Metadata:
    every = {entry.key: entry for entry in entries_of(image.xmpData())}
    refused = {key: value for key, entry in every.items() if (value := _refused(entry))}
    xmp = {key: entry for key, entry in every.items() if key not in refused}
    iim = _iim(image.iptcData())
    exif = _exif(image.exifData())
    caption = _words(xmp, "Xmp.dc.description") or Words(common=_one(iim, "Caption"))
    return Metadata(
        caption=caption,
        alt=_words(xmp, "Xmp.iptc.AltTextAccessibility"),
        description=_words(xmp, "Xmp.iptc.ExtDescrAccessibility"),
        rights=_rights(xmp, iim, exif),
        expires=_day(_one(iim, "ExpirationDate")),
        embargo=_day(_one(iim, "ReleaseDate")),
        persons=_list(xmp, "Xmp.iptcExt.PersonInImage"),
        city=_text(xmp, "Xmp.photoshop.City") or _one(iim, "City"),
        country=_country(_text(xmp, "Xmp.iptc.CountryCode") or _one(iim, "CountryCode")),
        taken=_taken(xmp, iim, exif),
        refused=tuple(refused.values()),
        broken=bool(image.xmpPacket().strip("\x00 \r\n\t")) and not every and image.xmpData().empty(),
    )


def _refused(entry: Entry) -> str:
    """A value that is an address and none of the web, or an empty string."""
    return next((v for v in entry.values if _SCHEME.match(v) and not _WEB.match(v) and _is_address(entry.key, v)), "")


def _is_address(key: str, value: str) -> bool:
    """Whether a property is meant as an address, or a value would run something wherever it is followed."""
    return key.endswith(("WebStatement", "license", "LicensorURL", "URL")) or bool(_ACTIVE.match(value))


def _day(text: str) -> str:
    """A day of IIM as ISO writes it; empty where there is none."""
    found = re.match(r"(\d{4})-?(\d{2})-?(\d{2})", text)
    return "" if found is None or found[1] == "0000" else "-".join(found.groups())


def _country(code: str) -> str:
    """A country by two letters; the three letters of IIM (2:100) are left out."""
    return code.upper() if re.fullmatch("[A-Za-z]{2}", code) else ""


def _taken(xmp: dict[str, Entry], iim: dict[str, list[str]], exif: dict[str, str]) -> str:
    """When the picture was taken, as ISO 8601 writes it: a day, or a moment by the camera's clock."""
    camera = exif.get("DateTimeOriginal", "") + exif.get("OffsetTimeOriginal", "")
    told = _text(xmp, "Xmp.photoshop.DateCreated") or camera
    found = _MOMENT.match(told)
    if found is not None and found["time"]:
        return f"{'-'.join(found.group('year', 'month', 'day'))}T{found['time']}{found['zone'] or ''}"
    return _day(told.replace(":", "-")) or _day(_one(iim, "DateCreated"))


def _rights(xmp: dict[str, Entry], iim: dict[str, list[str]], exif: dict[str, str]) -> Rights:
    artists = tuple(name.strip() for name in exif.get("Artist", "").split(";") if name.strip())
    notice = _one(iim, "Copyright") or exif.get("Copyright", "")
    return Rights(
        creators=_list(xmp, "Xmp.dc.creator") or tuple(iim.get("Byline", ())) or artists,
        credit=_text(xmp, "Xmp.photoshop.Credit") or _one(iim, "Credit"),
        copyright=_words(xmp, "Xmp.dc.rights") or Words(common=notice),
        usage_terms=_words(xmp, "Xmp.xmpRights.UsageTerms"),
        web_statement=_text(xmp, "Xmp.xmpRights.WebStatement"),
        licence=_text(xmp, "Xmp.cc.license"),
        source=_text(xmp, "Xmp.photoshop.Source") or _one(iim, "Source"),
        instructions=_text(xmp, "Xmp.photoshop.Instructions") or _one(iim, "SpecialInstructions"),
        digital_source_type=_text(xmp, "Xmp.iptcExt.DigitalSourceType"),
        others=tuple(entry for entry in xmp.values() if is_kept(entry.key)),
    )


def _words(xmp: dict[str, Entry], key: str) -> Words:
    """A lang-alt property; ``x-default`` becomes the common text, tags are folded to lower case."""
    entry = xmp.get(key)
    if entry is None:
        return Words()
    if entry.kind != "lang":
        return Words(common=" ".join(entry.values))
    pairs = dict(zip(entry.values[::2], entry.values[1::2], strict=True))
    common = pairs.pop("x-default", "")
    return Words(by_lang=tuple((tag.lower(), text) for tag, text in sorted(pairs.items()) if text), common=common)


def _list(xmp: dict[str, Entry], key: str) -> tuple[str, ...]:
    entry = xmp.get(key)
    return tuple(value for value in entry.values if value) if entry else ()


def _text(xmp: dict[str, Entry], key: str) -> str:
    """A plain property; the default language of one that should be plain but is a lang-alt."""
    entry = xmp.get(key)
    if entry is None or not entry.values:
        return ""
    return entry.values[1] if entry.kind == "lang" else entry.values[0]


def _one(iim: dict[str, list[str]], name: str) -> str:
    return next(iter(iim.get(name, ())), "")


def _iim(data: exiv2.IptcData) -> dict[str, list[str]]:
    """The application record of IPTC-IIM, decoded by what it says or else by what it is."""
    charset, raw = b"", []
    for datum in data:
        if datum.key() == "Iptc.Envelope.CharacterSet":
            charset = _bytes(datum)
        elif datum.key().startswith("Iptc.Application2."):
            raw.append((datum.key().rpartition(".")[2], _bytes(datum)))
    found: dict[str, list[str]] = {}
    for name, content in raw:
        text = clean(_decode(content, declared=charset == _UTF8))
        if text:
            found.setdefault(name, []).append(text)
    return found


def _exif(data: exiv2.ExifData) -> dict[str, str]:
    """Artist, Copyright and when; its description is left alone, cameras write their own name there."""
    found = {}
    for name in ("Image.Artist", "Image.Copyright", "Photo.DateTimeOriginal", "Photo.OffsetTimeOriginal"):
        position = data.findKey(exiv2.ExifKey(f"Exif.{name}"))
        if position != data.end():
            found[name.partition(".")[2]] = clean(_decode(_bytes(position).replace(b"\x00", b" ")))
    return found


def _bytes(datum: exiv2.Metadatum) -> bytes:
    """The bytes of a text, which exiv2 gives with whatever is not UTF-8 escaped."""
    return str(datum.value()).encode("utf-8", "surrogateescape")


def _decode(content: bytes, *, declared: bool = False) -> str:
    """UTF-8 where it is, else Windows-1252, the superset of Latin-1 that such fields were written in."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            return content.decode("utf-8", "replace")
        return content.decode("cp1252", "replace")
