"""Turns exiv2's XMP data into plain values and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import exiv2

from plugins.pictures.metadata import Entry

_LONGEST = 4_000
"""Characters of one text; no field of the IPTC standard needs more."""
_MOST = 400
"""Properties of one picture; more is a fault or an attack."""

_KEPT = (
    "Xmp.xmpRights.",
    "Xmp.plus.",
    "Xmp.cc.",
    "Xmp.tdm.",
    "Xmp.dc.title",
    "Xmp.dc.identifier",
    "Xmp.photoshop.AuthorsPosition",
    "Xmp.iptc.CreatorContactInfo",
)
"""Properties that say whose a work is and how it may be used (§ 95c (2) UrhG): kept word for word."""

_NAMESPACES = (
    ("http://creativecommons.org/ns#", "cc"),
    ("http://www.w3.org/ns/tdmrep/", "tdm"),
)
"""Those of the kept properties that exiv2 does not know by itself."""

_ARRAYS = {
    exiv2.TypeId.xmpSeq: "seq",
    exiv2.TypeId.xmpBag: "bag",
    exiv2.TypeId.xmpAlt: "alt",
}


def is_kept(key: str) -> bool:
    """Whether a property is rights information beyond the fields of ``Rights``."""
    return key.startswith(_KEPT)


def clean(text: str) -> str:
    """The text without control characters (which XML cannot hold) and of a sensible length."""
    kept = "".join(c for c in text if c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f" and _xml(c)))
    return kept[:_LONGEST].strip()


def _xml(character: str) -> bool:
    return not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")


def entries_of(data: exiv2.XmpData) -> Iterator[Entry]:
    """The properties in the file's order, those that hold text, each cleaned."""
    for number, datum in enumerate(data):
        if number >= _MOST:
            return
        value = datum.value()
        if isinstance(value, exiv2.LangAltValue):
            pairs = [(str(tag), clean(str(text))) for tag, text in value.items()]
            yield Entry(datum.key(), "lang", tuple(part for pair in pairs for part in pair))
        elif isinstance(value, exiv2.XmpArrayValue):
            kind = _ARRAYS[datum.typeId()]
            yield Entry(datum.key(), kind, tuple(clean(str(item)) for item in value))
        else:
            yield Entry(datum.key(), "text", (clean(str(value)),))


def to_xmp(entries: Iterable[Entry]) -> exiv2.XmpData:
    """The same properties as exiv2's data. Raises ``exiv2.Exiv2Error`` for a key it does not know."""
    for address, prefix in _NAMESPACES:
        exiv2.XmpProperties.registerNs(address, prefix)
    data = exiv2.XmpData()
    for entry in entries:
        data.add(exiv2.XmpKey(entry.key), _value(entry))
    return data


def _value(entry: Entry) -> exiv2.Value:
    if entry.kind == "lang":
        return exiv2.LangAltValue(dict(zip(entry.values[::2], entry.values[1::2], strict=True)))
    for type_id, kind in _ARRAYS.items():
        if kind == entry.kind:
            return exiv2.XmpArrayValue(list(entry.values), type_id)
    value = exiv2.XmpTextValue()
    value.read(entry.values[0])
    return value
